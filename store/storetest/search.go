package storetest

import (
	"fmt"
	"strings"
	"testing"

	"onrecord/quotes"
	"onrecord/store"
)

var searchTests = []test{
	{"search/where the words stand", searchPlaces},
	{"search/best first", searchBest},
	{"search/exact", searchExact},
	{"search/any signs", searchSigns},
	{"search/kept in step", searchStep},
	{"search/limited", searchLimited},
}

func hits(t *testing.T, s store.Store, q quotes.Search) []quotes.QuoteID {
	t.Helper()
	found, err := s.Search(ctx, q)
	if err != nil {
		t.Fatalf("Search(%+v): %v", q, err)
	}
	out := []quotes.QuoteID{}
	for _, h := range found.Hits {
		out = append(out, h.ID)
	}
	return out
}

func words(w string) quotes.Search { return quotes.Search{Words: strings.Fields(w)} }

func searchPlaces(t *testing.T, s store.Store) {
	q := three(t, s)
	for query, want := range map[string][]quotes.QuoteID{
		"harbour freezing":   list(),           // freezing and froze have two stems
		"harbours":           list(q[0], q[2]), // inflected
		"ada":                list(q[0]),       // the speaker
		"moor gate":          list(q[2]),       // speaker and text
		"lund said":          list(q[1]),       // speaker and context
		"TAXES raise":        list(q[1]),       // any case
		"reunion":            list(),           // in the article, in no context
		"finch":              list(q[2]),       // a word of an alias
		"harbour taxes":      list(),           // in no quote both
		"froze-harbour":      list(),           // a phrase: not in a row
		"froze-overnight":    list(q[0]),       // a phrase: in a row
		"gates said nobody?": list(q[2]),       // signs do not matter
		"nobody' \"raised":   list(q[2]),
	} {
		same(t, query, hits(t, s, words(query)), want)
	}
	found := must[*store.Found](t)(s.Search(ctx, words("gates nobody raised")))
	same(t, "highlights", found.Hits[0].Highlights, []quotes.Span{{Start: 0, End: 6}, {Start: 7, End: 13}, {Start: 26, End: 31}})
	same(t, "filtered", hits(t, s, quotes.Search{Words: []string{"harbour"}, Filter: quotes.Filter{Speakers: []string{"Ada"}}}), list(q[0]))
	byDate := quotes.Filter{Sort: []quotes.SortKey{{Field: quotes.SortDate}}, Limit: 1}
	same(t, "sorted", hits(t, s, quotes.Search{Words: []string{"harbour"}, Filter: byDate}), list(q[0]))
	_, err := s.Search(ctx, quotes.Search{Words: []string{"?", "\"*"}})
	wantCode(t, err, quotes.CodeInvalid)
	_, err = s.Search(ctx, quotes.Search{Words: []string{"x"}, Filter: quotes.Filter{Speakers: []string{"Nobody Atall"}}})
	wantCode(t, err, quotes.CodeNotFound)
}

func searchBest(t *testing.T, s store.Store) {
	saved := save(t, s, article("https://a.example/1", "Post", "2026-01-10",
		said{words: "An otter crossed the road and then the river, the field and the yard", speaker: "Ada Moor"},
		said{words: "Otter, otter everywhere", speaker: "Ada Moor"},
		said{words: "They are shy", speaker: "Bo Otter"},
		said{words: "Look at the road", speaker: "Cato Finch"}))[0].Quotes
	same(t, "text before speaker", hits(t, s, words("otter")), list(saved[1], saved[0], saved[2]))
	same(t, "limit", hits(t, s, quotes.Search{Words: []string{"otter"}, Filter: quotes.Filter{Limit: 1}}), list(saved[1]))
}

func searchExact(t *testing.T, s store.Store) {
	q := three(t, s)
	exact := func(w string) []quotes.QuoteID {
		return hits(t, s, quotes.Search{Words: strings.Fields(w), Exact: true})
	}
	same(t, "phrase", exact("the harbour gates"), list(q[2]))
	same(t, "any case", exact("THE HARBOUR"), list(q[0], q[2]))
	same(t, "not inflected", exact("the harbours"), list())
	same(t, "not in this order", exact("gates harbour"), list())
	same(t, "not the speaker", exact("ada moor"), list())
	found := must[*store.Found](t)(s.Search(ctx, quotes.Search{Words: []string{"harbour", "gates"}, Exact: true}))
	same(t, "highlights", found.Hits[0].Highlights, []quotes.Span{{Start: 18, End: 31}})
}

func searchSigns(t *testing.T, s store.Store) {
	saved := save(t, s, article("", "", "2026-01-10", said{words: "Ask O’Brien about foo-bar NEAR the x* : AND OR NOT (y)", speaker: "Ada Moor"}))[0].Quotes
	for _, w := range []string{
		"o'brien", "foo-bar", `x"`, "NEAR", "*", ":", "AND", "OR", "NOT", "NEAR(", `"`, `""`, "'", "x*", "text:x", "-x", "^x", "{x}", "(", ")", "+", ",", ";--", "\\", "\x00", "x\x00y", "💥", "‘", "日本",
	} {
		_, err := s.Search(ctx, quotes.Search{Words: []string{w}})
		if err != nil && quotes.CodeOf(err) != quotes.CodeInvalid {
			t.Errorf("%q: %v", w, err)
		}
	}
	for _, w := range []string{"o’brien", "foo-bar", "NEAR", "AND", "x*", "(y)"} {
		same(t, w, hits(t, s, quotes.Search{Words: []string{w}}), saved)
	}
}

func searchStep(t *testing.T, s store.Store) {
	q := three(t, s)
	must[int](t)(s.UpdateQuotes(ctx, by("ida", "edit"), q[:1], quotes.QuoteUpdate{Text: ptr("The lake froze overnight"), Speaker: ptr("Dan Quay")}))
	same(t, "new words", hits(t, s, words("lake")), q[:1])
	same(t, "new speaker", hits(t, s, words("quay")), q[:1])
	// The text as printed is still the context.
	same(t, "context", hits(t, s, quotes.Search{Words: []string{"harbour"}, Exact: true}), q[2:])
	must[*store.Undone](t)(s.Undo(ctx, by("ida", "undo"), 0))
	same(t, "undone", hits(t, s, words("lake")), list())
	ok(t, s.RenameSpeaker(ctx, by("ida", "speakers rename"), quote(t, s, q[1]).SpeakerID, "Bodil Lund"))
	same(t, "renamed", hits(t, s, words("bodil")), list(q[1]))
	same(t, "old name", hits(t, s, words("bo taxes")), list(q[1]))
	must[int](t)(s.UpdateQuotes(ctx, by("ida", "reject"), q[1:2], quotes.QuoteUpdate{State: ptr(quotes.StateRejected)}))
	same(t, "rejected", hits(t, s, words("taxes")), list())
	same(t, "among rejected", hits(t, s, quotes.Search{Words: []string{"taxes"}, Filter: quotes.Filter{Rejected: true}}), list(q[1]))
	sound(t, s)
}

func searchLimited(t *testing.T, s store.Store) {
	const n = store.RankedMatches + 20
	var all []said
	for i := range n {
		all = append(all, said{words: fmt.Sprintf("Walnut number %d", i), speaker: "Ada Moor"})
	}
	saved := save(t, s, article("", "", "2026-01-10", all...))[0].Quotes
	found := must[*store.Found](t)(s.Search(ctx, words("walnut")))
	equal(t, "limited", found.Limited, true)
	equal(t, "hits", len(found.Hits), store.RankedMatches)
	found = must[*store.Found](t)(s.Search(ctx, quotes.Search{Words: []string{"walnut"}, Filter: quotes.Filter{Sort: []quotes.SortKey{{Field: quotes.SortID}}}}))
	equal(t, "all of them when sorted", len(found.Hits), n)
	equal(t, "not limited", found.Limited, false)
	equal(t, "in order", found.Hits[0].ID, saved[0])
}

func contains(s, part string) bool { return strings.Contains(s, part) }
