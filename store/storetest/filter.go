package storetest

import (
	"testing"

	"onrecord/quotes"
	"onrecord/store"
)

var filterTests = []test{
	{"filter/each field", filterEach},
	{"filter/unknown speaker", filterUnknown},
	{"filter/many ids", filterManyIDs},
}

func filterEach(t *testing.T, s store.Store) {
	q := three(t, s)
	must[int](t)(s.TagQuotes(ctx, by("ida", "tag"), q[:2], []string{"coast"}, nil))
	must[int](t)(s.TagQuotes(ctx, by("ida", "tag"), q[1:2], []string{"money"}, nil))
	must[*store.Marked](t)(s.Mark(ctx, by("ida", "mark"), q[:1], nil, quotes.Mark{Axis: quotes.AxisVerdict, Verdict: quotes.VerdictTrue}))
	must[int](t)(s.UpdateQuotes(ctx, by("ida", "accept"), q[2:], quotes.QuoteUpdate{State: ptr(quotes.StateAccepted)}))
	unknown := save(t, s, article("", "", "2025-12-01", said{words: "Who said this"}))[0].Quotes[0]
	for _, one := range []struct {
		name string
		f    quotes.Filter
		want []quotes.QuoteID
	}{
		{"ids", quotes.Filter{IDs: list(q[0], q[2], 99)}, list(q[2], q[0])},
		{"full name", quotes.Filter{Speakers: []string{"ada moor"}}, list(q[0])},
		{"one word", quotes.Filter{Speakers: []string{"LUND"}}, list(q[1])},
		{"a word in a row", quotes.Filter{Speakers: []string{"cato finch"}}, list(q[2])},
		{"either speaker", quotes.Filter{Speakers: []string{"Lund", "Ada"}}, list(q[1], q[0])},
		{"speaker id", quotes.Filter{SpeakerIDs: []quotes.SpeakerID{quote(t, s, q[1]).SpeakerID}}, list(q[1])},
		{"status", quotes.Filter{Statuses: []quotes.Status{quotes.Status(quotes.WorkflowChecked)}}, list(q[0])},
		{"unchecked", quotes.Filter{Statuses: []quotes.Status{quotes.StatusUnchecked}}, list(q[1], q[2], unknown)},
		{"either status", quotes.Filter{Statuses: []quotes.Status{quotes.StatusUnchecked, "checked"}}, list(q[1], q[2], q[0], unknown)},
		{"verdict", quotes.Filter{Verdicts: []quotes.Verdict{quotes.VerdictTrue, quotes.VerdictFalse}}, list(q[0])},
		{"tag", quotes.Filter{Tags: []string{"Coast"}}, list(q[1], q[0])},
		{"either tag", quotes.Filter{Tags: []string{"coast", "money"}}, list(q[1], q[0])},
		{"not a tag", quotes.Filter{Tags: []string{"coast"}, NotTags: []string{"money"}}, list(q[0])},
		{"outlet", quotes.Filter{Outlets: []string{"HARBOUR POST"}}, list(q[2], q[0])},
		{"article", quotes.Filter{Articles: []quotes.ArticleID{quote(t, s, q[2]).Article.ID}}, list(q[2])},
		{"since", quotes.Filter{Since: "2026-02-10"}, list(q[1], q[2])},
		{"until", quotes.Filter{Until: "2026-02-10"}, list(q[2], q[0], unknown)},
		{"text", quotes.Filter{Text: []string{"raising"}}, list(q[1], q[2])},
		{"all words", quotes.Filter{Text: []string{"raised harbour"}}, list(q[2])},
		{"either text", quotes.Filter{Text: []string{"froze", "taxes"}}, list(q[1], q[0])},
		{"confidence", quotes.Filter{MinConfidence: 0.5}, list(q[1], q[2], q[0])},
		{"unattributed", quotes.Filter{Unattributed: true}, list(unknown)},
		{"unconfirmed", quotes.Filter{Unconfirmed: true}, list(q[1], q[0], unknown)},
		{"all at once", quotes.Filter{Speakers: []string{"moor"}, Outlets: []string{"Harbour Post"}, Text: []string{"harbour"}, Limit: 1}, list(q[0])},
	} {
		same(t, one.name, ids(t, s, one.f), one.want)
		n := len(one.want)
		if one.f.Limit == 0 {
			equal(t, one.name+" counted", must[int](t)(s.CountQuotes(ctx, one.f, 0)), n)
		}
	}
}

func filterUnknown(t *testing.T, s store.Store) {
	three(t, s)
	for _, err := range s.Quotes(ctx, quotes.Filter{Speakers: []string{"Bo Lumd"}}) {
		wantCode(t, err, quotes.CodeNotFound)
		if got := err.Error(); !contains(got, `"Bo Lund"`) {
			t.Errorf("no suggestion in %q", got)
		}
	}
	for _, f := range []quotes.Filter{{Text: []string{"?!"}}, {Since: "yesterday"}, {Until: "2026-13-01"}} {
		for _, err := range s.Quotes(ctx, f) {
			wantCode(t, err, quotes.CodeInvalid)
		}
	}
}

// filterManyIDs holds more ids than a statement of any database takes values.
func filterManyIDs(t *testing.T, s store.Store) {
	q := three(t, s)
	many := make([]quotes.QuoteID, 100000)
	for i := range many {
		many[i] = quotes.QuoteID(i + 1)
	}
	equal(t, "found", len(ids(t, s, quotes.Filter{IDs: many})), len(q))
}
