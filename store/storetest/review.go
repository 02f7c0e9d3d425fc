package storetest

import (
	"encoding/json"
	"testing"

	"onrecord/quotes"
	"onrecord/store"
)

var reviewTests = []test{
	{"at/every moment", everyMoment},
	{"at/what did not stand", notStanding},
	{"review/one op", reviewOneOp},
	{"review/refused whole", reviewRefused},
	{"review/changed in the meantime", reviewStale},
	{"review/a claim in several rows", reviewSharedClaim},
	{"review/dry run", reviewDryRun},
}

// shownNow is every quote as its readings show it, and the moment of that.
func shownNow(t *testing.T, s store.Store) (map[quotes.QuoteID]string, int64) {
	t.Helper()
	out := map[quotes.QuoteID]string{}
	var asOf int64
	for _, f := range []quotes.Filter{{Kinds: quotes.Kinds}, {Rejected: true, Kinds: quotes.Kinds}} {
		for _, q := range listed(t, s, f) {
			asOf = q.AsOf
			out[q.ID] = shown(t, q)
		}
	}
	return out, asOf
}

// shown is a quote as JSON, its revision aside.
func shown(t *testing.T, q *quotes.Quote) string {
	t.Helper()
	copied := *q
	copied.Rev = 0
	data, err := json.Marshal(struct {
		quotes.Quote
		Hash string
	}{copied, q.Hash()})
	ok(t, err)
	return string(data)
}

// everyMoment does one op of each kind and then looks back at each moment.
func everyMoment(t *testing.T, s store.Store) {
	q := three(t, s)
	type moment struct {
		after string
		asOf  int64
		shown map[quotes.QuoteID]string
	}
	var moments []moment
	remember := func(after string) {
		shown, asOf := shownNow(t, s)
		moments = append(moments, moment{after, asOf, shown})
	}
	remember("ingest")
	who := speakerOf(t, s, q[0])
	for _, step := range []struct {
		name string
		do   func(op *store.Op) error
	}{
		{"edit", func(op *store.Op) error {
			_, err := s.UpdateQuotes(ctx, op, q[:2], quotes.QuoteUpdate{Note: ptr("n"), Speaker: ptr("Zed Zulu"), SaidOn: ptr("2026-01-02"), Fidelity: ptr(quotes.FidelityTrimmed)})
			return err
		}},
		{"tag", func(op *store.Op) error { _, err := s.TagQuotes(ctx, op, q, []string{"sea", "ice"}, nil); return err }},
		{"mark", func(op *store.Op) error {
			_, err := s.Mark(ctx, op, q[:2], nil, verdict(quotes.VerdictTrue))
			return err
		}},
		{"part", func(op *store.Op) error {
			_, err := s.FlagQuotes(ctx, op, q[:1], quotes.Flag{Part: "froze"})
			return err
		}},
		{"untag", func(op *store.Op) error { _, err := s.TagQuotes(ctx, op, q[:1], nil, []string{"sea"}); return err }},
		{"mark again", func(op *store.Op) error {
			_, err := s.Mark(ctx, op, q[1:2], nil, verdict(quotes.VerdictFalse))
			return err
		}},
		{"retag", func(op *store.Op) error { _, err := s.TagQuotes(ctx, op, q[:1], []string{"sea"}, nil); return err }},
		{"rename", func(op *store.Op) error { return s.RenameSpeaker(ctx, op, who, "Ada Other") }},
		{"merge", func(op *store.Op) error {
			return s.MergeSpeakers(ctx, op, who, []quotes.SpeakerID{speakerOf(t, s, q[2])})
		}},
		{"article", func(op *store.Op) error {
			_, err := s.UpdateArticles(ctx, op, []quotes.ArticleID{quote(t, s, q[0]).Article.ID}, quotes.ArticleUpdate{Title: ptr("T"), Outlet: ptr("O"), Published: ptr("2020-01-01")})
			return err
		}},
		{"add", func(op *store.Op) error {
			_, err := s.AddQuote(ctx, op, quotes.Quote{Text: "New", Speaker: "New One", Context: "“New.”", Tags: []string{"n"}})
			return err
		}},
		{"reject", func(op *store.Op) error {
			_, err := s.UpdateQuotes(ctx, op, q[2:], quotes.QuoteUpdate{State: ptr(quotes.StateRejected)})
			return err
		}},
		{"text", func(op *store.Op) error {
			_, err := s.UpdateQuotes(ctx, op, q[:1], quotes.QuoteUpdate{Text: ptr("Corrected")})
			return err
		}},
	} {
		op := by("bob", step.name)
		ok(t, step.do(op))
		remember(step.name)
		undo := by("bob", "undo")
		must[*store.Undone](t)(s.Undo(ctx, undo, 0))
		remember("undo of " + step.name)
		must[*store.Undone](t)(s.Undo(ctx, by("bob", "redo"), undo.ID))
		remember("redo of " + step.name)
	}
	latest := listed(t, s, quotes.Filter{Kinds: quotes.Kinds})
	all := append(list(q...), latest[0].ID, latest[len(latest)-1].ID)
	for _, m := range moments {
		got := must[map[quotes.QuoteID]*quotes.Quote](t)(s.QuotesAt(ctx, all, m.asOf))
		if len(got) != len(m.shown) {
			t.Errorf("after %s: %d quotes, want %d", m.after, len(got), len(m.shown))
		}
		for id, want := range m.shown {
			if got[id] == nil || shown(t, got[id]) != want {
				t.Errorf("after %s, quote %d:\n%v\nwant\n%s", m.after, id, got[id], want)
			}
			if got[id] != nil && got[id].AsOf != m.asOf {
				t.Errorf("after %s: as of %d", m.after, got[id].AsOf)
			}
		}
	}
	// As they stand now, with the revision that they have.
	now := must[map[quotes.QuoteID]*quotes.Quote](t)(s.QuotesAt(ctx, all, 0))
	for id, q := range now {
		equal(t, "now", shown(t, q), shown(t, quote(t, s, id)))
		equal(t, "rev", q.Rev, quote(t, s, id).Rev)
	}
	sound(t, s)
}

func notStanding(t *testing.T, s store.Store) {
	q := three(t, s)
	before := quote(t, s, q[0]).AsOf
	saved := save(t, s, article("https://a.example/late", "Post", "2026-09-09", said{words: "Late", speaker: "Ada Moor"}))
	late := saved[0].Quotes[0]
	at := func(seq int64) int {
		return len(must[map[quotes.QuoteID]*quotes.Quote](t)(s.QuotesAt(ctx, list(q[0], late, 999), seq)))
	}
	equal(t, "before it came", at(before), 1)
	equal(t, "after", at(before+1), 2)
	must[*store.Undone](t)(s.Undo(ctx, by("ida", "undo"), 0))
	equal(t, "while it stood", at(before+1), 2)
	equal(t, "taken back", at(quote(t, s, q[0]).AsOf), 1)
	equal(t, "now", at(0), 1)
}

// seen makes reviews of quotes as they stand.
func seen(t *testing.T, s store.Store, id quotes.QuoteID, r quotes.Review) quotes.Review {
	t.Helper()
	r.Quote, r.Seen = id, quote(t, s, id).Hash()
	return r
}

func reviewOneOp(t *testing.T, s store.Store) {
	q := three(t, s)
	must[int](t)(s.TagQuotes(ctx, by("bob", "tag"), q[:1], []string{"old"}, nil))
	before := picture(t, s)
	op := by("bob", "import")
	done := must[*store.Reviewed](t)(s.ReviewQuotes(ctx, op, []quotes.Review{
		seen(t, s, q[0], quotes.Review{
			Update:  quotes.QuoteUpdate{Note: ptr("seen"), Speaker: ptr("Dan Quay"), Fidelity: ptr(quotes.FidelityVerbatim)},
			AddTags: []string{"new"}, RemoveTags: []string{"old"},
		}),
		seen(t, s, q[1], quotes.Review{Marks: []quotes.Mark{
			verdict(quotes.VerdictHalfTrue), {Axis: quotes.AxisWorkflow, Workflow: quotes.WorkflowPublished},
		}}),
		seen(t, s, q[2], quotes.Review{Update: quotes.QuoteUpdate{Note: ptr("")}}),
	}))
	equal(t, "changed", done.Changed, 2)
	equal(t, "refused", len(done.Refused), 0)
	one, two := quote(t, s, q[0]), quote(t, s, q[1])
	equal(t, "note", one.Note, "seen")
	equal(t, "speaker", one.Speaker, "Dan Quay")
	equal(t, "fidelity", one.Fidelity, quotes.FidelityVerbatim)
	same(t, "tags", one.Tags, []string{"new"})
	equal(t, "verdict", two.Verdict, quotes.VerdictHalfTrue)
	equal(t, "status", two.Status, quotes.Status(quotes.WorkflowPublished))
	for _, c := range must[[]quotes.Change](t)(s.Changes(ctx, quotes.ChangeFilter{Who: "bob", Limit: 4})) {
		equal(t, "op", c.Op, op.ID)
	}
	sound(t, s)
	must[*store.Undone](t)(s.Undo(ctx, by("bob", "undo"), 0))
	equal(t, "undone whole", picture(t, s), before)
	sound(t, s)
}

// reviewRefused finds nothing of a review that cannot be done, and all of the
// others.
func reviewRefused(t *testing.T, s store.Store) {
	q := three(t, s)
	claims := must[[]quotes.ClaimID](t)(s.FlagQuotes(ctx, by("bob", "flag"), q[2:], quotes.Flag{}))
	must[[]quotes.ClaimID](t)(s.FlagQuotes(ctx, by("bob", "flag"), q[2:], quotes.Flag{Part: quote(t, s, q[2]).Text[:3]}))
	op := by("bob", "import")
	done := must[*store.Reviewed](t)(s.ReviewQuotes(ctx, op, []quotes.Review{
		seen(t, s, q[0], quotes.Review{
			Update:  quotes.QuoteUpdate{Note: ptr("half done?"), Speaker: ptr("Somebody New")},
			AddTags: []string{"kept"},
			Marks:   []quotes.Mark{{Axis: quotes.AxisWorkflow, Workflow: quotes.WorkflowBlocked}}, // without a reason
		}),
		seen(t, s, q[1], quotes.Review{Update: quotes.QuoteUpdate{Note: ptr("done"), Speaker: ptr("Somebody New")}}),
		seen(t, s, q[2], quotes.Review{Marks: []quotes.Mark{verdict(quotes.VerdictTrue)}}), // of two claims
		{Quote: 999, Seen: "x"},
	}))
	equal(t, "changed", done.Changed, 1)
	wantCode(t, done.Refused[q[0]], quotes.CodeInvalid)
	wantCode(t, done.Refused[q[2]], quotes.CodeAmbiguous)
	wantCode(t, done.Refused[999], quotes.CodeNotFound)
	one := quote(t, s, q[0])
	equal(t, "note", one.Note, "")
	equal(t, "tags", len(one.Tags), 0)
	equal(t, "status", one.Status, quotes.StatusUnchecked)
	equal(t, "done", quote(t, s, q[1]).Note, "done")
	equal(t, "one new speaker", len(must[[]quotes.Speaker](t)(s.MatchSpeakers(ctx, "Somebody New"))), 1)
	equal(t, "claim", must[[]quotes.Claim](t)(s.Claims(ctx, claims))[0].Verdict, "")
	sound(t, s)
	op = by("eve", "import")
	must[*store.Reviewed](t)(s.ReviewQuotes(ctx, op, []quotes.Review{{Quote: 999, Seen: "x"}}))
	equal(t, "no op of nothing", op.ID, 0)
	op = by("eve", "import")
	must[*store.Reviewed](t)(s.ReviewQuotes(ctx, op, []quotes.Review{
		seen(t, s, q[0], quotes.Review{Update: quotes.QuoteUpdate{Note: ptr("x")}, AddTags: []string{"7"}}),
	}))
	equal(t, "no op of what was refused", op.ID, 0)
	sound(t, s)
}

func reviewStale(t *testing.T, s store.Store) {
	q := three(t, s)
	mine := seen(t, s, q[0], quotes.Review{Update: quotes.QuoteUpdate{Note: ptr("mine")}})
	must[int](t)(s.TagQuotes(ctx, by("eve", "tag"), q[:1], []string{"hers"}, nil))
	done := must[*store.Reviewed](t)(s.ReviewQuotes(ctx, by("bob", "import"), []quotes.Review{mine}))
	wantCode(t, done.Refused[q[0]], quotes.CodeConflict)
	equal(t, "note", quote(t, s, q[0]).Note, "")
	must[*store.Undone](t)(s.Undo(ctx, by("eve", "undo"), 0))
	done = must[*store.Reviewed](t)(s.ReviewQuotes(ctx, by("bob", "import"), []quotes.Review{mine}))
	equal(t, "as it was seen again", done.Changed, 1)
	sound(t, s)
}

// reviewSharedClaim marks a claim which two quotes hold.
func reviewSharedClaim(t *testing.T, s store.Store) {
	x := article("https://a.example/twice", "Post", "2026-09-09", said{words: "The same words", speaker: "Ada Moor"})
	y := article("https://b.example/twice", "Gazette", "2026-09-10", said{words: "The same words", speaker: "Ada Moor"})
	saved := save(t, s, x, y)
	one, two := saved[0].Quotes[0], saved[1].Quotes[0]
	must[*store.Marked](t)(s.Mark(ctx, by("bob", "mark"), list(one), nil, quotes.Mark{Axis: quotes.AxisWorkflow, Workflow: quotes.WorkflowChecking}))
	must[*store.Marked](t)(s.Mark(ctx, by("bob", "mark"), list(two), nil, quotes.Mark{Axis: quotes.AxisWorkflow, Workflow: quotes.WorkflowChecking}))
	both := func(a, b quotes.Verdict) *store.Reviewed {
		return must[*store.Reviewed](t)(s.ReviewQuotes(ctx, by("bob", "import"), []quotes.Review{
			seen(t, s, one, quotes.Review{Marks: []quotes.Mark{verdict(a)}}),
			seen(t, s, two, quotes.Review{Marks: []quotes.Mark{verdict(b)}}),
		}))
	}
	equal(t, "refused", len(both(quotes.VerdictTrue, quotes.VerdictTrue).Refused), 0)
	equal(t, "verdicts", quote(t, s, one).Verdict+quote(t, s, two).Verdict, quotes.VerdictTrue+quotes.VerdictTrue)
	sound(t, s)
}

func reviewDryRun(t *testing.T, s store.Store) {
	q := three(t, s)
	before := picture(t, s)
	op := by("bob", "import")
	op.DryRun = true
	done := must[*store.Reviewed](t)(s.ReviewQuotes(ctx, op, []quotes.Review{
		seen(t, s, q[0], quotes.Review{Update: quotes.QuoteUpdate{Note: ptr("x")}, AddTags: []string{"x"}}),
	}))
	equal(t, "would change", done.Changed, 1)
	equal(t, "nothing changed", picture(t, s), before)
}
