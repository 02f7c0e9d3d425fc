package storetest

import (
	"reflect"
	"testing"

	"onrecord/quotes"
	"onrecord/store"
)

var listTests = []test{
	{"list/newest first", listNewest},
	{"list/stops early", listStops},
	{"list/what is shown", listShown},
	{"list/brief", listBrief},
	{"list/counts", listCounts},
	{"list/stats", listStats},
	{"list/articles", listArticles},
}

// three stores an article of three days, one quote each by another speaker.
func three(t *testing.T, s store.Store) []quotes.QuoteID {
	var out []quotes.QuoteID
	for _, one := range []struct{ url, outlet, day, words, speaker string }{
		{"https://a.example/1", "Harbour Post", "2026-01-10", "The harbour froze overnight", "Ada Moor"},
		{"https://a.example/2", "Valley Courier", "2026-03-10", "Taxes will not be raised", "Bo Lund"},
		{"https://a.example/3", "Harbour Post", "2026-02-10", "Nobody raised the harbour gates", "Cato Finch-Moor"},
	} {
		saved := save(t, s, article(one.url, one.outlet, one.day, said{words: one.words, speaker: one.speaker}))
		out = append(out, saved[0].Quotes...)
	}
	return out
}

func listNewest(t *testing.T, s store.Store) {
	q := three(t, s)
	same(t, "newest first", ids(t, s, quotes.Filter{}), list(q[1], q[2], q[0]))
	same(t, "limit", ids(t, s, quotes.Filter{Limit: 2}), list(q[1], q[2]))
	hand := must[quotes.QuoteID](t)(s.AddQuote(ctx, by("ida", "add"), quotes.Quote{Text: "By hand", SaidOn: "2026-02-20"}))
	same(t, "said on", ids(t, s, quotes.Filter{}), list(q[1], hand, q[2], q[0]))
	for _, one := range []struct {
		field      quotes.SortField
		descending bool
		want       []quotes.QuoteID
	}{
		{quotes.SortDate, false, list(q[0], q[2], hand, q[1])},
		{quotes.SortID, true, list(hand, q[2], q[1], q[0])},
		{quotes.SortSpeaker, false, list(hand, q[0], q[1], q[2])},
		{quotes.SortConfidence, false, list(hand, q[0], q[1], q[2])},
		{quotes.SortOutlet, true, list(q[1], q[2], q[0], hand)},
		{quotes.SortWorth, true, list(q[1], q[2], q[0], hand)},
		{quotes.SortArticle, false, list(q[0], q[1], q[2], hand)},
	} {
		f := quotes.Filter{Sort: []quotes.SortKey{{Field: one.field, Descending: one.descending}}}
		same(t, string(one.field), ids(t, s, f), one.want)
	}
	for _, err := range s.Quotes(ctx, quotes.Filter{Sort: []quotes.SortKey{{Field: "colour"}}}) {
		wantCode(t, err, quotes.CodeInvalid)
	}
}

func listStops(t *testing.T, s store.Store) {
	three(t, s)
	n := 0
	for _, err := range s.Quotes(ctx, quotes.Filter{}) {
		ok(t, err)
		// A write amid the listing must neither wait for it nor show in it.
		must[quotes.QuoteID](t)(s.AddQuote(ctx, by("ida", "add"), quotes.Quote{Text: "Meanwhile"}))
		if n++; n == 2 {
			break
		}
	}
	equal(t, "seen", n, 2)
	n = 0
	for _, err := range s.Quotes(ctx, quotes.Filter{}) {
		ok(t, err)
		n++
		must[quotes.QuoteID](t)(s.AddQuote(ctx, by("ida", "add"), quotes.Quote{Text: "Meanwhile"}))
	}
	equal(t, "one snapshot", n, 5)
}

func listShown(t *testing.T, s store.Store) {
	saved := save(t, s, article("https://a.example/1", "Post", "2026-01-10",
		said{words: "The whole truth", speaker: "Ada Moor"}, said{words: "a part", speaker: "Ada Moor", kind: quotes.KindPartial},
		said{words: "the Old Mill", kind: quotes.KindScare}))[0]
	q := saved.Quotes
	same(t, "by default", ids(t, s, quotes.Filter{}), list(q[1], q[0]))
	same(t, "scare", ids(t, s, quotes.Filter{Kinds: []quotes.Kind{quotes.KindScare}}), list(q[2]))
	same(t, "kinds", ids(t, s, quotes.Filter{Kinds: quotes.Kinds}), list(q[2], q[1], q[0]))
	same(t, "partial", ids(t, s, quotes.Filter{Kinds: []quotes.Kind{quotes.KindPartial}}), list(q[1]))
	must[int](t)(s.UpdateQuotes(ctx, by("ida", "reject"), list(q[0]), quotes.QuoteUpdate{State: ptr(quotes.StateRejected)}))
	same(t, "without rejected", ids(t, s, quotes.Filter{}), list(q[1]))
	same(t, "rejected", ids(t, s, quotes.Filter{Rejected: true}), list(q[0]))
	equal(t, "by id", quote(t, s, q[0]).State, quotes.StateRejected)
	correct(t, s, saved.Article, quotes.ArticleUpdate{State: ptr(quotes.ArticleRejected)})
	same(t, "of a rejected article", ids(t, s, quotes.Filter{Kinds: quotes.Kinds}), list())
	same(t, "rejected of a rejected article", ids(t, s, quotes.Filter{Rejected: true}), list())
	equal(t, "articles", len(must[[]quotes.Article](t)(s.Articles(ctx, quotes.ArticleFilter{}))), 0)
	equal(t, "rejected articles", len(must[[]quotes.Article](t)(s.Articles(ctx, quotes.ArticleFilter{Rejected: true}))), 1)
	sound(t, s)
}

// Brief leaves out the words from the articles' texts, and nothing else.
func listBrief(t *testing.T, s store.Store) {
	three(t, s)
	must[quotes.QuoteID](t)(s.AddQuote(ctx, by("ida", "add"), quotes.Quote{Text: "By hand", Context: "Written on a card."}))
	bare := func(q quotes.Quote) quotes.Quote {
		q.Context = ""
		for _, p := range []**quotes.Passage{&q.Mention, &q.Cue} {
			if *p != nil {
				*p = &quotes.Passage{Start: (*p).Start, End: (*p).End}
			}
		}
		return q
	}
	whole, brief := listed(t, s, quotes.Filter{}), listed(t, s, quotes.Filter{Brief: true})
	equal(t, "quotes", len(brief), len(whole))
	for i, q := range whole {
		equal(t, "whole", q.Context != "" && (q.Mention == nil || q.Mention.Text != ""), true)
		if want := bare(*q); !reflect.DeepEqual(*brief[i], want) {
			t.Errorf("brief: got %+v, want %+v", *brief[i], want)
		}
	}
	search := func(f quotes.Filter) quotes.Quote {
		return must[*store.Found](t)(s.Search(ctx, quotes.Search{Words: []string{"taxes"}, Filter: f})).Hits[0].Quote
	}
	if got, want := search(quotes.Filter{Brief: true}), bare(search(quotes.Filter{})); !reflect.DeepEqual(got, want) {
		t.Errorf("brief search: got %+v, want %+v", got, want)
	}
}

func listCounts(t *testing.T, s store.Store) {
	three(t, s)
	for most, want := range map[int]int{0: 3, 2: 2, 5: 3} {
		equal(t, "count", must[int](t)(s.CountQuotes(ctx, quotes.Filter{Limit: 1}, most)), want)
	}
	equal(t, "filtered", must[int](t)(s.CountQuotes(ctx, quotes.Filter{Outlets: []string{"harbour post"}}, 0)), 2)
	equal(t, "of a kind", must[int](t)(s.CountQuotes(ctx, quotes.Filter{Kinds: []quotes.Kind{quotes.KindScare}}, 0)), 0)
}

func listStats(t *testing.T, s store.Store) {
	q := three(t, s)
	must[int](t)(s.TagQuotes(ctx, by("ida", "tag"), q[:2], []string{"coast"}, nil))
	must[*store.Marked](t)(s.Mark(ctx, by("ida", "mark"), q[:1], nil, quotes.Mark{Axis: quotes.AxisVerdict, Verdict: quotes.VerdictTrue}))
	for by, want := range map[store.Dimension][]store.Count{
		store.BySpeaker: {{Name: "Ada Moor", Quotes: 1}, {Name: "Bo Lund", Quotes: 1}, {Name: "Cato Finch-Moor", Quotes: 1}},
		store.ByStatus:  {{Name: "unchecked", Quotes: 2}, {Name: "checked", Quotes: 1}},
		store.ByVerdict: {{Name: "", Quotes: 2}, {Name: "true", Quotes: 1}},
		store.ByOutlet:  {{Name: "Harbour Post", Quotes: 2}, {Name: "Valley Courier", Quotes: 1}},
		store.ByMonth:   {{Name: "2026-01", Quotes: 1}, {Name: "2026-02", Quotes: 1}, {Name: "2026-03", Quotes: 1}},
		store.ByTag:     {{Name: "coast", Quotes: 2}},
	} {
		same(t, string(by), must[[]store.Count](t)(s.Stats(ctx, by, quotes.Filter{})), want)
	}
	_, err := s.Stats(ctx, "colour", quotes.Filter{})
	wantCode(t, err, quotes.CodeInvalid)
	same(t, "tags", must[[]string](t)(s.Tags(ctx)), []string{"coast"})
	same(t, "outlets", must[[]string](t)(s.Outlets(ctx)), []string{"Harbour Post", "Valley Courier"})
}

func listArticles(t *testing.T, s store.Store) {
	three(t, s)
	titles := func(f quotes.ArticleFilter) []string {
		var out []string
		for _, a := range must[[]quotes.Article](t)(s.Articles(ctx, f)) {
			equal(t, "text", a.Text, "")
			out = append(out, a.Published)
		}
		return out
	}
	same(t, "newest first", titles(quotes.ArticleFilter{}), []string{"2026-03-10", "2026-02-10", "2026-01-10"})
	same(t, "limit", titles(quotes.ArticleFilter{Limit: 1}), []string{"2026-03-10"})
	same(t, "words", titles(quotes.ArticleFilter{Text: "gates nobody"}), []string{"2026-02-10"})
	same(t, "title", titles(quotes.ArticleFilter{Text: "news 03"}), []string{"2026-03-10"})
	same(t, "outlet", titles(quotes.ArticleFilter{Outlets: []string{"valley courier"}}), []string{"2026-03-10"})
	same(t, "url", titles(quotes.ArticleFilter{URL: "https://a.example/1"}), []string{"2026-01-10"})
	same(t, "dates", titles(quotes.ArticleFilter{Since: "2026-02-10", Until: "2026-02-28"}), []string{"2026-02-10"})
	same(t, "ids", titles(quotes.ArticleFilter{IDs: []quotes.ArticleID{1}}), []string{"2026-01-10"})
	correct(t, s, 1, quotes.ArticleUpdate{Title: ptr("Ice"), Published: ptr("2026-04-01")})
	same(t, "by the new title", titles(quotes.ArticleFilter{Text: "ice"}), []string{"2026-04-01"})
	same(t, "not by the old", titles(quotes.ArticleFilter{Text: "news 01"}), nil)
	equal(t, "its quotes follow", listed(t, s, quotes.Filter{})[0].Article.ID, 1)
	wantCode(t, correcting(s, quotes.ArticleUpdate{Title: ptr("x")}, 1, 77), quotes.CodeNotFound)
	same(t, "all or none", titles(quotes.ArticleFilter{Text: "x"}), nil)
	wantCode(t, correcting(s, quotes.ArticleUpdate{Published: ptr("May")}, 1), quotes.CodeInvalid)
	sound(t, s)
}

// correcting corrects articles, and gives the error alone.
func correcting(s store.Store, u quotes.ArticleUpdate, ids ...quotes.ArticleID) error {
	_, err := s.UpdateArticles(ctx, by("ida", "articles edit"), ids, u)
	return err
}

func correct(t *testing.T, s store.Store, id quotes.ArticleID, u quotes.ArticleUpdate) {
	t.Helper()
	ok(t, correcting(s, u, id))
}
