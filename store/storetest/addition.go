package storetest

import (
	"fmt"
	"testing"

	"onrecord/quotes"
	"onrecord/store"
)

var additionTests = []test{
	{"add many/as by hand", addMany},
	{"add many/twice", addManyTwice},
	{"add many/the same within", addManySame},
	{"add many/refused", addManyRefused},
	{"add many/by a program", addManyFound},
	{"add many/in place", addInPlace},
	{"add many/dry run", addManyDryRun},
}

func elsewhere(words, speaker, url string) quotes.NewQuote {
	return quotes.NewQuote{Quote: quotes.Quote{Text: words, Speaker: speaker, Article: quotes.ArticleRef{URL: url}}}
}

func addAll(t *testing.T, s store.Store, all ...quotes.NewQuote) *store.Added {
	t.Helper()
	return must[*store.Added](t)(s.AddQuotes(ctx, by("bob", "import"), all))
}

func addMany(t *testing.T, s store.Store) {
	q := three(t, s)
	first := elsewhere("Heard on the radio", "lund", "https://r.example/1")
	first.SaidOn, first.Tags, first.Note, first.Context = "2026-05-01", []string{"radio"}, "live", "“Heard on the radio,” he said."
	first.Article.Title, first.Article.Outlet, first.Article.Published = "Radio", "Radio One", "2026-05-02"
	second := elsewhere("Nobody knows who", "", "")
	third := elsewhere("New here", "Dan Quay", "https://r.example/1")
	done := addAll(t, s, first, second, third)
	equal(t, "added", done.Added, 3)
	equal(t, "known", done.Known, 0)
	got := quote(t, s, done.Quotes[0])
	equal(t, "speaker found", got.SpeakerID, quote(t, s, q[1]).SpeakerID)
	equal(t, "context", got.Context, first.Context)
	equal(t, "said on", got.SaidOn, "2026-05-01")
	equal(t, "note", got.Note, "live")
	equal(t, "state", got.State, quotes.StateAccepted)
	equal(t, "by", got.ConfirmedBy, "bob")
	equal(t, "method", got.Method, "hand")
	equal(t, "outlet", got.Article.Outlet, "Radio One")
	same(t, "tags", got.Tags, []string{"radio"})
	unknown := quote(t, s, done.Quotes[1])
	equal(t, "unknown", unknown.Speaker+"/"+unknown.Reason, "/not given")
	equal(t, "new speaker", quote(t, s, done.Quotes[2]).Speaker, "Dan Quay")
	equal(t, "same source", quote(t, s, done.Quotes[2]).Article.ID, got.Article.ID)
	sound(t, s)
	must[*store.Undone](t)(s.Undo(ctx, by("bob", "undo"), 0))
	equal(t, "left", len(ids(t, s, quotes.Filter{})), len(q))
	sound(t, s)
}

// addManyTwice brings in the same again, with what makes quotes the same and
// what does not.
func addManyTwice(t *testing.T, s store.Store) {
	dated := elsewhere("We will see about that", "Ada Moor", "")
	dated.SaidOn, dated.Article.Outlet = "2026-01-01", "Post"
	short := elsewhere("No.", "Ada Moor", "")
	all := []quotes.NewQuote{dated, short, elsewhere("At an address", "Bo Lund", "https://a.example/1"), elsewhere("Whose?", "", "https://a.example/1")}
	first := addAll(t, s, all...)
	equal(t, "added", first.Added, 4)
	must[int](t)(s.UpdateQuotes(ctx, by("bob", "reject"), first.Quotes[1:2], quotes.QuoteUpdate{State: ptr(quotes.StateRejected)}))
	again := addAll(t, s, all...)
	equal(t, "added again", again.Added, 0)
	equal(t, "known", again.Known, 4)
	same(t, "as", again.Quotes, first.Quotes)

	other := dated
	other.SaidOn = "2026-01-02"
	elsewhereOutlet := dated
	elsewhereOutlet.Article.Outlet = "Herald"
	by2 := dated
	by2.Speaker = "Bo Lund"
	equal(t, "other day, outlet, speaker, address", addAll(t, s, other, elsewhereOutlet, by2, elsewhere("At an address", "Bo Lund", "https://a.example/2")).Added, 4)

	// Who was merged is the same; what was undone is not on record.
	ada, bo := quote(t, s, first.Quotes[0]).SpeakerID, quote(t, s, first.Quotes[2]).SpeakerID
	ok(t, s.MergeSpeakers(ctx, by("bob", "merge"), ada, []quotes.SpeakerID{bo}))
	equal(t, "after a merge", addAll(t, s, all[2]).Known, 1)
	sound(t, s)
	op := by("ida", "import")
	late := elsewhere("Late", "Ada Moor", "https://a.example/9")
	must[*store.Added](t)(s.AddQuotes(ctx, op, []quotes.NewQuote{late}))
	must[*store.Undone](t)(s.Undo(ctx, by("ida", "undo"), 0))
	equal(t, "after an undo", addAll(t, s, late).Added, 1)
	sound(t, s)
}

func addManySame(t *testing.T, s store.Store) {
	one := elsewhere("Twice in one file", "Cy New", "https://a.example/1")
	two := elsewhere("Yes", "Cy New", "")
	done := addAll(t, s, one, two, one, two)
	equal(t, "added", done.Added, 2)
	equal(t, "known", done.Known, 2)
	same(t, "ids", done.Quotes[2:], done.Quotes[:2])
	equal(t, "one speaker", quote(t, s, done.Quotes[0]).SpeakerID, quote(t, s, done.Quotes[1]).SpeakerID)
	sound(t, s)
}

func addManyRefused(t *testing.T, s store.Store) {
	addAll(t, s, elsewhere("x", "Ada Moor", ""), elsewhere("y", "Bo Moor", ""))
	bad := []quotes.NewQuote{elsewhere(" ", "", ""), elsewhere("x\xff", "", ""), elsewhere("z", "Moor", ""), elsewhere("z", "#99", "")}
	for i, change := range []func(q *quotes.NewQuote){
		func(q *quotes.NewQuote) { q.SaidOn = "soon" },
		func(q *quotes.NewQuote) { q.Article.Published = "2026-13-01" },
		func(q *quotes.NewQuote) { q.Tags = []string{"7"} },
		func(q *quotes.NewQuote) { q.Confidence = 1.5 },
	} {
		q := elsewhere(fmt.Sprint("bad ", i), "Ada Moor", "")
		change(&q)
		bad = append(bad, q)
	}
	done := addAll(t, s, append(bad, elsewhere("Good", "Ada Moor", ""))...)
	equal(t, "added", done.Added, 1)
	for i := range bad {
		if done.Refused[i] == nil || done.Quotes[i] != 0 {
			t.Errorf("%q was not refused", bad[i].Text)
		}
	}
	wantCode(t, done.Refused[2], quotes.CodeAmbiguous)
	wantCode(t, done.Refused[3], quotes.CodeNotFound)
	equal(t, "refused", len(done.Refused), len(bad))
	sound(t, s)
}

// addManyFound: what a program found is not confirmed, and tells people apart
// by their Wikidata ids.
func addManyFound(t *testing.T, s store.Store) {
	found := func(words, speaker, entity string) quotes.NewQuote {
		q := elsewhere(words, speaker, "https://a.example/1")
		q.Method, q.Confidence, q.Wikidata = "machine", 0.75, entity
		return q
	}
	ann := found("One", "Ann Lee", "Q1")
	done := addAll(t, s, ann, found("Two", "Ann Lee", "Q2"), found("Three", "A. Lee", "Q1"), found("Four", "Lee", ""), found("Five", "Lee", ""))
	equal(t, "added", done.Added, 5)
	var speakers []quotes.SpeakerID
	for _, id := range done.Quotes {
		speakers = append(speakers, quote(t, s, id).SpeakerID)
	}
	equal(t, "namesakes", speakers[0] != speakers[1], true)
	equal(t, "by the id", speakers[2], speakers[0])
	equal(t, "no part of a name", speakers[3] != speakers[0] && speakers[3] != speakers[1], true)
	equal(t, "the same name", speakers[4], speakers[3])
	got := quote(t, s, done.Quotes[0])
	equal(t, "state", got.State, quotes.StateNew)
	equal(t, "confidence", got.Confidence, 0.75)
	equal(t, "method", got.Method, "machine")
	equal(t, "confirmed", got.ConfirmedBy, "")
	who := must[*quotes.Speaker](t)(s.FindSpeaker(ctx, fmt.Sprintf("#%d", got.SpeakerID)))
	equal(t, "wikidata", who.Wikidata, "Q1")
	equal(t, "again", addAll(t, s, ann).Known, 1)
	// Of two with one Wikidata id the name tells which.
	bo := quote(t, s, addAll(t, s, found("Seven", "Bo Quay", "")).Quotes[0]).SpeakerID
	ok(t, s.UpdateSpeaker(ctx, by("bob", "link"), bo, quotes.SpeakerUpdate{Wikidata: ptr("Q1")}))
	equal(t, "by id and name", quote(t, s, addAll(t, s, found("Eight", "Bo Quay", "Q1")).Quotes[0]).SpeakerID, bo)
	equal(t, "two of the name", quotes.CodeOf(addAll(t, s, found("Six", "Ann Lee", "")).Refused[0]), quotes.CodeAmbiguous)
	sound(t, s)
}

func addInPlace(t *testing.T, s store.Store) {
	x := article("https://a.example/1", "Post", "2026-01-05", said{words: "The ice is thin", speaker: "Ada Moor"})
	saved := save(t, s, x)[0]
	at := x.Quotes[0].Spans[0]
	in := func(words string, span quotes.Span) quotes.NewQuote {
		q := elsewhere(words, "Ada Moor", "https://a.example/1")
		q.Article.ID, q.Spans = saved.Article, []quotes.Span{span}
		q.ContextSpan = x.Quotes[0].ContextSpan
		return q
	}
	sha := quote(t, s, saved.Quotes[0]).Article.SHA256
	found := must[[]quotes.Article](t)(s.Articles(ctx, quotes.ArticleFilter{SHA256: sha}))
	if len(found) != 1 || found[0].ID != saved.Article || found[0].SHA256 != sha || sha == "" {
		t.Errorf("by its text %q: %+v", sha, found)
	}
	equal(t, "by another text", len(must[[]quotes.Article](t)(s.Articles(ctx, quotes.ArticleFilter{SHA256: sha[:63] + "x"}))), 0)
	equal(t, "as it was", must[map[quotes.QuoteID]*quotes.Quote](t)(s.QuotesAt(ctx, saved.Quotes, 1))[saved.Quotes[0]].Article.SHA256, sha)
	first := quotes.Span{Start: 0, End: 7}
	done := addAll(t, s, in("The ice is thin", at), in("Réunion", first), in("ice", at), in("ice", quotes.Span{Start: 1, End: 9000}), in("Réunion", first))
	equal(t, "added", done.Added, 1)
	equal(t, "known", done.Known, 3) // the third stands where the first does
	equal(t, "there already", done.Quotes[0], saved.Quotes[0])
	wantCode(t, done.Refused[3], quotes.CodeInvalid)
	got := quote(t, s, done.Quotes[1])
	same(t, "spans", got.Spans, []quotes.Span{first})
	equal(t, "context", got.Context, x.Quotes[0].Context)
	missing := in("Réunion", first)
	missing.Article.ID = 77
	wantCode(t, addAll(t, s, missing).Refused[0], quotes.CodeNotFound)
	sound(t, s)

	// A newer extractor leaves it, and what was brought in without a place.
	loose := elsewhere("Said elsewhere", "Ada Moor", "https://a.example/1")
	loose.Method = "machine"
	equal(t, "loose", addAll(t, s, loose).Added, 1)
	before := len(ids(t, s, quotes.Filter{}))
	x.Article.ID = saved.Article
	must[*store.Reextracted](t)(s.Reextract(ctx, by("ida", "reextract"), x))
	equal(t, "left", len(ids(t, s, quotes.Filter{})), before)
	sound(t, s)
}

func addManyDryRun(t *testing.T, s store.Store) {
	op := by("bob", "import")
	op.DryRun = true
	done := must[*store.Added](t)(s.AddQuotes(ctx, op, []quotes.NewQuote{elsewhere("x", "Cy New", ""), elsewhere("x", "Cy New", "")}))
	equal(t, "would add", done.Added, 1)
	equal(t, "changes", sound(t, s).Changes, 0)
}
