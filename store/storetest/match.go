package storetest

import (
	"fmt"
	"strings"
	"testing"

	"onrecord/quotes"
	"onrecord/store"
)

var matchTests = []test{
	{"match/quotes", matchQuotes},
	{"match/claims", matchClaims},
	{"match/filter", matchFilter},
	{"match/repeats", matchRepeats},
	{"match/repeats with a word changed", matchRepeatsChanged},
}

// matched tells matches as "quote 3" and "claim 1", likest first.
func matched(t *testing.T, s store.Store, l quotes.Likeness) []string {
	t.Helper()
	var out []string
	last := 1.0
	for _, m := range must[[]quotes.Match](t)(s.Match(ctx, l)) {
		out = append(out, fmt.Sprint(m.Type, " ", m.ID))
		if m.Score > last || m.Score <= 0 || m.Text == "" || len(m.Why) == 0 {
			t.Errorf("match %+v after one of %v", m, last)
		}
		last = m.Score
	}
	return out
}

// likes stores statements, of which 1, 2 and 3 say much the same.
func likes(t *testing.T, s store.Store) {
	save(t, s,
		article("https://a.example/1", "Post", "2026-01-10", said{words: "Unemployment in the county has doubled since he took office", speaker: "Ada Moor"}),
		article("https://a.example/2", "Courier", "2026-01-11", said{words: "The jobless rate in this county is twice what it was when he took office", speaker: "Ada Moor"}),
		article("https://a.example/3", "Gazette", "2026-01-12",
			said{words: "unemployment in the county has, since he took office, doubled", speaker: "Bo Lund"},
			said{words: "The county office closes at noon and the harbour froze", speaker: "Bo Lund"},
			said{words: "Nobody raised the harbour gates", speaker: "Cato Finch"}))
}

func matchQuotes(t *testing.T, s store.Store) {
	likes(t, s)
	l := quotes.Likeness{Text: "Unemployment has doubled in the county since she took office", MinScore: 0.4}
	same(t, "likest first", matched(t, s, l), []string{"quote 3", "quote 1", "quote 2"})
	l.SpeakerID = quote(t, s, 1).SpeakerID
	all := must[[]quotes.Match](t)(s.Match(ctx, l))
	equal(t, "by the same", all[0].ID, 1)
	equal(t, "why", all[0].Why[len(all[0].Why)-1], "the same speaker")
	equal(t, "whole", fmt.Sprint(all[0].Speaker, all[0].Outlet, all[0].Date, all[0].Status), "Ada MoorPost2026-01-10unchecked")
	l.NotQuotes = list(1)
	l.Limit = 1
	same(t, "but itself", matched(t, s, l), []string{"quote 3"})
	must[int](t)(s.UpdateQuotes(ctx, by("ida", "reject"), list(3), quotes.QuoteUpdate{State: ptr(quotes.StateRejected)}))
	same(t, "rejected", matched(t, s, l), []string{"quote 2"})
	must[int](t)(s.UpdateQuotes(ctx, by("ida", "edit"), list(2), quotes.QuoteUpdate{Text: ptr("Sheep may safely graze")}))
	same(t, "corrected", matched(t, s, l), nil)
	same(t, "by the new words", matched(t, s, quotes.Likeness{Text: "sheep graze safely"}), []string{"quote 2"})
	for _, words := range []string{"", " … ", "of the"} {
		_, err := s.Match(ctx, quotes.Likeness{Text: words})
		wantCode(t, err, quotes.CodeInvalid)
	}
	same(t, "nothing", matched(t, s, quotes.Likeness{Text: `walrus" OR NEAR(x) * -`}), nil)
	// Longer than anybody says, and of one word.
	same(t, "long", matched(t, s, quotes.Likeness{Text: strings.Repeat("walrus ", 50000), MinScore: 0.5}), nil)
	sound(t, s)
}

func matchClaims(t *testing.T, s store.Store) {
	likes(t, s)
	m := verdict(quotes.VerdictFalse)
	m.Paraphrase = "Joblessness doubled"
	must[*store.Marked](t)(s.Mark(ctx, by("ida", "mark"), list(1), nil, m))
	must[[]quotes.ClaimID](t)(s.FlagQuotes(ctx, by("ida", "flag"), list(5), quotes.Flag{Paraphrase: "The harbour gates stood open"}))
	l := quotes.Likeness{Text: "Unemployment in the county has doubled since he took office", ClaimsOnly: true}
	found := must[[]quotes.Match](t)(s.Match(ctx, l))
	equal(t, "claims", len(found), 1)
	equal(t, "ruled", fmt.Sprint(found[0].Type, found[0].ID, found[0].Verdict, found[0].Status, found[0].Speaker), "claim1falsecheckedAda Moor")
	same(t, "by its own words", matched(t, s, quotes.Likeness{Text: "The gates of the harbour were open", ClaimsOnly: true}), []string{"claim 2"})
	l.NotClaims = []quotes.ClaimID{1}
	same(t, "but itself", matched(t, s, l), nil)
	must[*store.Undone](t)(s.Undo(ctx, by("ida", "undo"), 0))
	same(t, "undone", matched(t, s, quotes.Likeness{Text: "The gates of the harbour were open", ClaimsOnly: true}), nil)
	sound(t, s)
}

func matchFilter(t *testing.T, s store.Store) {
	likes(t, s)
	must[[]quotes.ClaimID](t)(s.FlagQuotes(ctx, by("ida", "flag"), list(1), quotes.Flag{}))
	l := quotes.Likeness{Text: "Unemployment in the county has doubled since he took office", MinScore: 0.4}
	l.Filter = quotes.Filter{Speakers: []string{"lund"}, Limit: 1, Sort: []quotes.SortKey{{Field: quotes.SortID}}}
	same(t, "speaker", matched(t, s, l), []string{"quote 3"})
	l.Filter = quotes.Filter{Until: "2026-01-10"}
	same(t, "date", matched(t, s, l), []string{"claim 1", "quote 1"})
	l.Filter = quotes.Filter{Speakers: []string{"nobody"}}
	_, err := s.Match(ctx, l)
	wantCode(t, err, quotes.CodeNotFound)
}

// repeated tells repeats as "4 of 1".
func repeated(t *testing.T, s store.Store, among []quotes.QuoteID, most int) []string {
	t.Helper()
	var out []string
	for _, r := range must[[]quotes.Repeat](t)(s.Repeats(ctx, among, most)) {
		out = append(out, fmt.Sprint(r.Quote.ID, " of ", r.First.ID))
	}
	return out
}

// The changed word may be in the one run of words that the fingerprint is of.
func matchRepeatsChanged(t *testing.T, s store.Store) {
	save(t, s,
		article("https://a.example/1", "Post", "2026-01-10", said{words: "The tram will not cost the city more than 40 million euros in any year", speaker: "Lena Fry"}),
		article("https://b.example/1", "Courier", "2026-01-11", said{words: "The tram will cost the city more than 40 million euros in any year", speaker: "Lena Fry"}))
	same(t, "of all", repeated(t, s, nil, 0), []string{"2 of 1"})
	equal(t, "count", must[int](t)(s.CountRepeats(ctx, list(2))), 1)
	sound(t, s)
}

func matchRepeats(t *testing.T, s store.Store) {
	const words = "We will not let the harbour freeze again this winter, whatever the council says about money"
	save(t, s,
		article("https://a.example/1", "Post", "2026-01-10", said{words: words, speaker: "Ada Moor"}, said{words: "We will see", speaker: "Ada Moor"}),
		article("https://b.example/1", "Courier", "2026-01-11", said{words: words, speaker: "Ada Moor"}, said{words: "We will see", speaker: "Bo Lund"}),
		article("https://c.example/1", "Gazette", "2026-01-12",
			said{words: "We will let the harbour freeze again this winter, whatever the council says about money", speaker: "Moor"},
			said{words: "whatever the council says about money", speaker: "Moor"},
			said{words: "The council says a great deal about the harbour and the winter", speaker: "Bo Lund"}))
	same(t, "of all", repeated(t, s, nil, 0), []string{"5 of 1", "3 of 1"})
	same(t, "limit", repeated(t, s, nil, 1), []string{"5 of 1"})
	same(t, "of some", repeated(t, s, list(1, 2, 3, 4, 7), 0), []string{"3 of 1"})
	same(t, "of none", repeated(t, s, []quotes.QuoteID{}, 0), nil)
	equal(t, "count", must[int](t)(s.CountRepeats(ctx, list(1, 2, 3, 4, 5, 6, 7))), 2)
	many := list(3)
	for id := quotes.QuoteID(100); id < 400; id++ {
		many = append(many, id)
	}
	equal(t, "count of many", must[int](t)(s.CountRepeats(ctx, many)), 1)
	claims := must[[]quotes.ClaimID](t)(s.FlagQuotes(ctx, by("ida", "flag"), list(1), quotes.Flag{}))
	one := must[[]quotes.Repeat](t)(s.Repeats(ctx, list(3), 0))[0]
	same(t, "its claims", one.Claims, claims)
	equal(t, "in full", one.Quote.Article.Outlet+one.First.Article.Outlet+one.First.Speaker, "CourierPostAda Moor")
	// A new version of an article repeats nothing.
	save(t, s, article("https://a.example/1", "Post", "2026-01-13", said{words: words + ", I say", speaker: "Ada Moor"}))
	same(t, "new version", repeated(t, s, list(8), 0), []string{"8 of 3"})
	sound(t, s)
}
