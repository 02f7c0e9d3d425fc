package storetest

import (
	"testing"

	"onrecord/quotes"
	"onrecord/store"
)

var editTests = []test{
	{"edit/fields", editFields},
	{"edit/stale", editStale},
	{"edit/missing", editMissing},
	{"edit/state", editState},
	{"edit/tags", editTags},
	{"edit/dry run", editDryRun},
	{"add", addByHand},
	{"add/refused", addRefused},
}

func editFields(t *testing.T, s store.Store) {
	q := three(t, s)
	n := must[int](t)(s.UpdateQuotes(ctx, by("bob", "edit"), q[:2], quotes.QuoteUpdate{
		Speaker: ptr("Dan Quay"), SaidOn: ptr("2025-12-24"), Note: ptr("heard twice"), Fidelity: ptr(quotes.FidelityTrimmed),
	}))
	equal(t, "changed", n, 2)
	one, two := quote(t, s, q[0]), quote(t, s, q[1])
	equal(t, "speaker", one.Speaker, "Dan Quay")
	equal(t, "one speaker", one.SpeakerID, two.SpeakerID)
	equal(t, "method", one.Method, "hand")
	equal(t, "date", one.Date(), "2025-12-24")
	equal(t, "note", one.Note, "heard twice")
	equal(t, "fidelity", one.Fidelity, quotes.FidelityTrimmed)
	equal(t, "rev", one.Rev, 2)
	equal(t, "oldest now", ids(t, s, quotes.Filter{})[2], q[0])
	equal(t, "same again", must[int](t)(s.UpdateQuotes(ctx, by("bob", "edit"), q[:1], quotes.QuoteUpdate{Note: ptr("heard twice")})), 0)
	equal(t, "rev", quote(t, s, q[0]).Rev, 2)
	must[int](t)(s.UpdateQuotes(ctx, by("bob", "edit"), q[:1], quotes.QuoteUpdate{Speaker: ptr("")}))
	unknown := quote(t, s, q[0])
	equal(t, "unknown", unknown.Speaker, "")
	if unknown.Reason == "" {
		t.Error("an unknown speaker without a reason")
	}
	sound(t, s)
}

func editStale(t *testing.T, s store.Store) {
	q := three(t, s)
	must[int](t)(s.UpdateQuotes(ctx, by("bob", "edit"), q[:1], quotes.QuoteUpdate{Rev: 1, Note: ptr("mine")}))
	_, err := s.UpdateQuotes(ctx, by("eve", "edit"), q[:1], quotes.QuoteUpdate{Rev: 1, Note: ptr("no, mine")})
	wantCode(t, err, quotes.CodeConflict)
	must[*store.Undone](t)(s.Undo(ctx, by("bob", "undo"), 0))
	_, err = s.UpdateQuotes(ctx, by("eve", "edit"), q[:1], quotes.QuoteUpdate{Rev: 1, Note: ptr("no, mine")})
	wantCode(t, err, quotes.CodeConflict) // an undo is a change too
	equal(t, "note", quote(t, s, q[0]).Note, "")
}

func editMissing(t *testing.T, s store.Store) {
	q := three(t, s)
	note := quotes.QuoteUpdate{Note: ptr("x")}
	_, err := s.UpdateQuotes(ctx, by("bob", "edit"), list(q[0], 98, 99), note)
	wantCode(t, err, quotes.CodeNotFound)
	equal(t, "nothing changed", quote(t, s, q[0]).Note, "")
	_, err = s.TagQuotes(ctx, by("bob", "tag"), list(q[0], 99), []string{"x"}, nil)
	wantCode(t, err, quotes.CodeNotFound)
	_, err = s.FlagQuotes(ctx, by("bob", "flag"), list(q[0], 99), quotes.Flag{})
	wantCode(t, err, quotes.CodeNotFound)
	_, err = s.Mark(ctx, by("bob", "mark"), list(q[0], 99), nil, quotes.Mark{Axis: quotes.AxisVerdict, Verdict: quotes.VerdictTrue})
	wantCode(t, err, quotes.CodeNotFound)
	_, err = s.UpdateQuotes(ctx, by("bob", "edit"), q[:1], quotes.QuoteUpdate{Text: ptr("  ")})
	wantCode(t, err, quotes.CodeInvalid)
	_, err = s.UpdateQuotes(ctx, by("bob", "edit"), q[:1], quotes.QuoteUpdate{SaidOn: ptr("soon")})
	wantCode(t, err, quotes.CodeInvalid)
	equal(t, "changes", sound(t, s).Changes, 3)
}

func editState(t *testing.T, s store.Store) {
	q := three(t, s)
	must[int](t)(s.UpdateQuotes(ctx, by("bob", "accept"), q[:1], quotes.QuoteUpdate{State: ptr(quotes.StateAccepted)}))
	equal(t, "confirmed by", quote(t, s, q[0]).ConfirmedBy, "bob")
	must[int](t)(s.UpdateQuotes(ctx, by("eve", "reject"), q[:1], quotes.QuoteUpdate{State: ptr(quotes.StateRejected)}))
	equal(t, "confirmed by", quote(t, s, q[0]).ConfirmedBy, "")
	sound(t, s)
}

func editTags(t *testing.T, s store.Store) {
	q := three(t, s)
	equal(t, "added", must[int](t)(s.TagQuotes(ctx, by("bob", "tag"), q, []string{" sea ", "ice", "sea"}, nil)), 3)
	equal(t, "again", must[int](t)(s.TagQuotes(ctx, by("bob", "tag"), q, []string{"SEA"}, nil)), 0)
	same(t, "tags", quote(t, s, q[0]).Tags, []string{"ice", "sea"})
	equal(t, "removed", must[int](t)(s.TagQuotes(ctx, by("bob", "tag"), q[:1], nil, []string{"sea", "fog"})), 1)
	same(t, "left", quote(t, s, q[0]).Tags, []string{"ice"})
	must[int](t)(s.TagQuotes(ctx, by("bob", "tag"), q[:1], []string{"sea"}, nil))
	_, err := s.Undo(ctx, by("bob", "undo"), 5) // the removal, meanwhile made good
	wantCode(t, err, quotes.CodeConflict)
	_, err = s.TagQuotes(ctx, by("bob", "tag"), q, []string{"12-14"}, nil)
	wantCode(t, err, quotes.CodeInvalid)
	_, err = s.TagQuotes(ctx, by("bob", "tag"), q, []string{" "}, nil)
	wantCode(t, err, quotes.CodeInvalid)
	same(t, "in use", must[[]string](t)(s.Tags(ctx)), []string{"ice", "sea"})
	sound(t, s)
}

func editDryRun(t *testing.T, s store.Store) {
	q := three(t, s)
	op := by("bob", "edit")
	op.DryRun = true
	equal(t, "would change", must[int](t)(s.UpdateQuotes(ctx, op, q, quotes.QuoteUpdate{Note: ptr("x")})), 3)
	equal(t, "would tag", must[int](t)(s.TagQuotes(ctx, op, q, []string{"x"}, nil)), 3)
	marked := must[*store.Marked](t)(s.Mark(ctx, op, q, nil, quotes.Mark{Axis: quotes.AxisVerdict, Verdict: quotes.VerdictTrue}))
	equal(t, "would mark", marked.Quotes, 3)
	equal(t, "would make", marked.Made, 3)
	equal(t, "note", quote(t, s, q[0]).Note, "")
	equal(t, "changes", sound(t, s).Changes, 3)
}

func addByHand(t *testing.T, s store.Store) {
	q := three(t, s)
	id := must[quotes.QuoteID](t)(s.AddQuote(ctx, by("bob", "add"), quotes.Quote{
		Text: "Heard on the radio", Speaker: "lund", Context: "“Heard on the radio,” he said.", SaidOn: "2026-05-01",
		Tags: []string{"radio"}, Article: quotes.ArticleRef{URL: "https://r.example/1", Title: "Radio", Outlet: "Radio One", Published: "2026-05-02"},
	}))
	got := quote(t, s, id)
	equal(t, "speaker found", got.SpeakerID, quote(t, s, q[1]).SpeakerID)
	equal(t, "context", got.Context, "“Heard on the radio,” he said.")
	equal(t, "kind", got.Kind, quotes.KindFull)
	equal(t, "spans", len(got.Spans), 0)
	equal(t, "title", got.Article.Title, "Radio")
	equal(t, "confidence", got.Confidence, 1.0)
	same(t, "tags", got.Tags, []string{"radio"})
	equal(t, "newest", ids(t, s, quotes.Filter{})[0], id)
	same(t, "found by its context", hits(t, s, words("radio he")), list(id))
	second := must[quotes.QuoteID](t)(s.AddQuote(ctx, by("bob", "add"), quotes.Quote{
		Text: "And again", Speaker: "Dan Quay", Article: quotes.ArticleRef{URL: "https://r.example/1"},
	}))
	equal(t, "same source", quote(t, s, second).Article.ID, got.Article.ID)
	equal(t, "new speaker", quote(t, s, second).Speaker, "Dan Quay")
	sound(t, s)
	_, err := s.Undo(ctx, by("bob", "undo"), 4)
	wantCode(t, err, quotes.CodeConflict) // the second is from the same source
	must[*store.Undone](t)(s.Undo(ctx, by("bob", "undo"), 0))
	must[*store.Undone](t)(s.Undo(ctx, by("bob", "undo"), 0))
	_, err = s.Quote(ctx, id)
	wantCode(t, err, quotes.CodeNotFound)
	sound(t, s)
}

func addRefused(t *testing.T, s store.Store) {
	for _, q := range []quotes.Quote{
		{Text: " "},
		{Text: "x", SaidOn: "soon"},
		{Text: "x", Tags: []string{"7"}},
		{Text: "x\xff"},
		{Text: "x", Article: quotes.ArticleRef{Published: "soon"}},
	} {
		_, err := s.AddQuote(ctx, by("bob", "add"), q)
		wantCode(t, err, quotes.CodeInvalid)
	}
	must[quotes.QuoteID](t)(s.AddQuote(ctx, by("bob", "add"), quotes.Quote{Text: "x", Speaker: "Ada Moor"}))
	must[quotes.QuoteID](t)(s.AddQuote(ctx, by("bob", "add"), quotes.Quote{Text: "y", Speaker: "Bo Moor"}))
	_, err := s.AddQuote(ctx, by("bob", "add"), quotes.Quote{Text: "z", Speaker: "Moor"})
	wantCode(t, err, quotes.CodeAmbiguous)
	_, err = s.AddQuote(ctx, by("bob", "add"), quotes.Quote{Text: "z", Speaker: "#99"})
	wantCode(t, err, quotes.CodeNotFound)
	sound(t, s)
}
