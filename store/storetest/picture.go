package storetest

import (
	"encoding/json"
	"testing"

	"onrecord/quotes"
	"onrecord/store"
)

// picture is all that readings show of a record, revisions and history aside.
func picture(t *testing.T, s store.Store) string {
	t.Helper()
	var all struct {
		Quotes   []quotes.Quote
		Claims   [][]quotes.Claim
		Articles []quotes.Article
		Speakers []quotes.Speaker
		Settings map[string]string
	}
	for _, f := range []quotes.Filter{{Kinds: quotes.Kinds}, {Rejected: true, Kinds: quotes.Kinds}} {
		for _, q := range listed(t, s, f) {
			claims := must[[]quotes.Claim](t)(s.ClaimsOf(ctx, q.ID))
			for i := range claims {
				claims[i].Rev = 0
			}
			q.Rev = 0
			all.Quotes, all.Claims = append(all.Quotes, *q), append(all.Claims, claims)
		}
	}
	all.Articles = must[[]quotes.Article](t)(s.Articles(ctx, quotes.ArticleFilter{Superseded: true, Rejected: true}))
	for i := range all.Articles {
		all.Articles[i].Rev = 0
	}
	all.Speakers = must[[]quotes.Speaker](t)(s.Speakers(ctx, quotes.SpeakerFilter{}))
	for i := range all.Speakers {
		all.Speakers[i].Rev = 0
	}
	all.Settings = must[map[string]string](t)(s.Settings(ctx))
	data, err := json.MarshalIndent(all, "", " ")
	ok(t, err)
	return string(data)
}
