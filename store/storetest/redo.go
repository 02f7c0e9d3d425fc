package storetest

import (
	"testing"

	"onrecord/quotes"
	"onrecord/store"
)

// noter sets the note of a quote and gives the op.
func noter(t *testing.T, s store.Store, who string) func(q quotes.QuoteID, note string) quotes.OpID {
	return func(q quotes.QuoteID, note string) quotes.OpID {
		t.Helper()
		op := by(who, "edit")
		must[int](t)(s.UpdateQuotes(ctx, op, []quotes.QuoteID{q}, quotes.QuoteUpdate{Note: &note}))
		return op.ID
	}
}

// redoChain goes back and forth as in a text editor.
func redoChain(t *testing.T, s store.Store) {
	q := three(t, s)
	note := noter(t, s, "bob")
	undo := func() quotes.OpID {
		t.Helper()
		return must[*store.Undone](t)(s.Undo(ctx, by("bob", "undo"), 0)).Op
	}
	redo := func() quotes.OpID {
		t.Helper()
		u := must[*store.Undone](t)(s.Redo(ctx, by("bob", "redo"), 0))
		equal(t, "command", u.Command, "edit")
		return u.Op
	}
	shows := func(want ...string) {
		t.Helper()
		var got []string
		for _, id := range q {
			got = append(got, quote(t, s, id).Note)
		}
		same(t, "notes", got, want)
	}
	_, err := s.Redo(ctx, by("bob", "redo"), 0)
	wantCode(t, err, quotes.CodeNotFound)
	one, two := note(q[0], "one"), note(q[0], "two")
	three := note(q[1], "three")
	same(t, "back", []quotes.OpID{undo(), undo(), undo()}, []quotes.OpID{three, two, one})
	shows("", "", "")
	same(t, "forth", []quotes.OpID{redo(), redo(), redo()}, []quotes.OpID{one, two, three})
	shows("two", "three", "")
	_, err = s.Redo(ctx, by("bob", "redo"), 0)
	wantCode(t, err, quotes.CodeNotFound)

	// What was brought back is what was done last.
	must[*store.Undone](t)(s.Undo(ctx, by("bob", "undo"), two))
	equal(t, "forth", redo(), two)
	equal(t, "back", undo(), two)
	shows("one", "three", "")
	equal(t, "forth", redo(), two)

	// New work on another thing is nothing to a redo; on the same it is.
	equal(t, "back", undo(), two)
	other := note(q[2], "other")
	equal(t, "forth", redo(), two)
	equal(t, "back", undo(), two)
	equal(t, "back", undo(), other)
	again := note(q[0], "again")
	equal(t, "forth, of what nobody touched", redo(), other)
	before := picture(t, s)
	_, err = s.Redo(ctx, by("bob", "redo"), 0)
	wantCode(t, err, quotes.CodeConflict)
	equal(t, "nothing changed", picture(t, s), before)
	must[*store.Undone](t)(s.Undo(ctx, by("bob", "undo"), again))
	equal(t, "forth", must[*store.Undone](t)(s.Redo(ctx, by("bob", "redo"), two)).Op, two)
	shows("two", "three", "other")
	dry := by("bob", "undo")
	dry.DryRun = true
	must[*store.Undone](t)(s.Undo(ctx, dry, 0))
	shows("two", "three", "other")
	sound(t, s)
}

func redoNumbers(t *testing.T, s store.Store) {
	q := three(t, s)
	one := noter(t, s, "bob")(q[0], "one")
	undo := by("eve", "undo")
	must[*store.Undone](t)(s.Undo(ctx, undo, one))
	changes := must[[]quotes.Change](t)(s.Changes(ctx, quotes.ChangeFilter{Op: one}))
	equal(t, "undone by", changes[0].UndoneBy, undo.ID)
	_, err := s.Redo(ctx, by("bob", "redo"), 0) // it was eve's undo
	wantCode(t, err, quotes.CodeNotFound)
	_, err = s.Undo(ctx, by("bob", "undo"), 0) // and bob's work is gone
	wantCode(t, err, quotes.CodeNotFound)
	redo := by("bob", "redo")
	equal(t, "by the number of the op", must[*store.Undone](t)(s.Redo(ctx, redo, one)).Op, one)
	changes = must[[]quotes.Change](t)(s.Changes(ctx, quotes.ChangeFilter{Op: one}))
	equal(t, "in force again", changes[0].UndoneBy, 0)
	changes = must[[]quotes.Change](t)(s.Changes(ctx, quotes.ChangeFilter{Op: undo.ID}))
	equal(t, "the undo is undone", changes[0].UndoneBy, redo.ID)
	for _, op := range []quotes.OpID{one, undo.ID, redo.ID} { // nothing to bring back
		_, err = s.Redo(ctx, by("bob", "redo"), op)
		wantCode(t, err, quotes.CodeConflict)
	}
	_, err = s.Redo(ctx, by("bob", "redo"), 99)
	wantCode(t, err, quotes.CodeNotFound)

	// Who takes a redo back by its number has undone the work again.
	again := by("eve", "undo")
	must[*store.Undone](t)(s.Undo(ctx, again, redo.ID))
	equal(t, "note", quote(t, s, q[0]).Note, "")
	equal(t, "by the number of the undo", must[*store.Undone](t)(s.Redo(ctx, by("bob", "redo"), again.ID)).Op, one)
	equal(t, "note", quote(t, s, q[0]).Note, "one")
	equal(t, "who brought it back can undo it", must[*store.Undone](t)(s.Undo(ctx, by("bob", "undo"), 0)).Op, one)
	sound(t, s)
}

func redoRefused(t *testing.T, s store.Store) {
	q := three(t, s)
	bob, eve := noter(t, s, "bob"), noter(t, s, "eve")
	first, second := bob(q[0], "first"), bob(q[0], "second")
	for range 2 {
		must[*store.Undone](t)(s.Undo(ctx, by("bob", "undo"), 0))
	}
	refused := func(op quotes.OpID, why string) {
		t.Helper()
		_, err := s.Redo(ctx, by("bob", "redo"), op)
		wantCode(t, err, quotes.CodeConflict)
		if !contains(err.Error(), why) {
			t.Errorf("%q is not in %q", why, err)
		}
	}
	refused(second, "undo by bob: quote") // the first has to come back before it
	eve(q[0], "hers")
	refused(first, "edit by eve: quote")
	must[*store.Undone](t)(s.Undo(ctx, by("eve", "undo"), 0))
	must[*store.Undone](t)(s.Redo(ctx, by("bob", "redo"), 0))
	must[*store.Undone](t)(s.Redo(ctx, by("bob", "redo"), 0))
	equal(t, "note", quote(t, s, q[0]).Note, "second")
	sound(t, s)
}

func changeNames(t *testing.T, s store.Store) {
	q := three(t, s)
	must[*store.Marked](t)(s.Mark(ctx, by("bob", "mark"), q[:1], nil, verdict(quotes.VerdictTrue)))
	must[*store.Undone](t)(s.Undo(ctx, by("bob", "undo"), 0))
	speaker := quotes.Thing{Entity: quotes.EntitySpeaker, ID: int64(speakerOf(t, s, q[0]))}
	assessment := quotes.Thing{Entity: quotes.EntityAssessment, ID: 1}
	nobody := quotes.Thing{Entity: quotes.EntitySpeaker, ID: 999}
	names := must[map[quotes.Thing]string](t)(s.Names(ctx, []quotes.Thing{speaker, assessment, nobody}))
	equal(t, "names", len(names), 2)
	equal(t, "speaker", names[speaker], quote(t, s, q[0]).Speaker)
	equal(t, "withdrawn", names[assessment], "true")
}

// redoMergers: a merge cannot come back once the speaker it led to is somebody
// else, or the one it led from is.
func redoMergers(t *testing.T, s store.Store) {
	three(t, s)
	merge := func(into, other quotes.SpeakerID) quotes.OpID {
		t.Helper()
		op := by("bob", "speakers merge")
		ok(t, s.MergeSpeakers(ctx, op, into, []quotes.SpeakerID{other}))
		return op.ID
	}
	for _, later := range [][2]quotes.SpeakerID{{3, 1}, {2, 3}} { // into, other
		first := merge(1, 2)
		must[*store.Undone](t)(s.Undo(ctx, by("bob", "undo"), first))
		second := merge(later[0], later[1])
		_, err := s.Redo(ctx, by("bob", "redo"), first)
		wantCode(t, err, quotes.CodeConflict)
		sound(t, s)
		must[*store.Undone](t)(s.Undo(ctx, by("bob", "undo"), second))
		must[*store.Undone](t)(s.Redo(ctx, by("bob", "redo"), first))
		must[*store.Undone](t)(s.Undo(ctx, by("bob", "undo"), first))
	}
}

func corrections(t *testing.T, s store.Store) {
	q := three(t, s)
	list := func(f quotes.CorrectionFilter) []quotes.Correction {
		return must[[]quotes.Correction](t)(s.Corrections(ctx, f))
	}
	equal(t, "none", len(list(quotes.CorrectionFilter{})), 0)
	first, speaker := quote(t, s, q[0]), speakerOf(t, s, q[0])
	must[*store.Marked](t)(s.Mark(ctx, by("bob", "mark"), q[:1], nil, verdict(quotes.VerdictTrue)))
	m := verdict(quotes.VerdictFalse)
	m.Note = "the gauge was broken"
	must[*store.Marked](t)(s.Mark(ctx, by("eve", "mark"), q[:1], nil, m))
	must[int](t)(s.UpdateQuotes(ctx, by("bob", "edit"), q[:1], quotes.QuoteUpdate{Speaker: ptr("Zed Zulu"), Text: ptr("Z"), Note: ptr("the tape")}))
	got := list(quotes.CorrectionFilter{})
	equal(t, "corrections", len(got), 3)
	told := map[quotes.CorrectionKind]string{}
	for _, c := range got {
		told[c.Kind] = c.Before + " → " + c.After + ": " + c.Note
		same(t, "quotes", c.Quotes, q[:1])
		equal(t, "text and speaker now", c.Text+", "+c.Speaker, "Z, Zed Zulu")
		equal(t, "article", c.Article, first.Article)
	}
	equal(t, "verdict", told[quotes.CorrectedVerdict], "true → false: the gauge was broken")
	equal(t, "speaker", told[quotes.CorrectedSpeaker], first.Speaker+" → Zed Zulu: the tape")
	equal(t, "text", told[quotes.CorrectedText], first.Text+" → Z: the tape")
	equal(t, "of a speaker, now or before", len(list(quotes.CorrectionFilter{Speaker: speaker})), 1)
	equal(t, "of the new one", len(list(quotes.CorrectionFilter{Speaker: speakerOf(t, s, q[0])})), 3)
	equal(t, "of another", len(list(quotes.CorrectionFilter{Speaker: speakerOf(t, s, q[1])})), 0)
	equal(t, "who", len(list(quotes.CorrectionFilter{Who: "eve"})), 1)
	equal(t, "limit", len(list(quotes.CorrectionFilter{Limit: 2})), 2)
	equal(t, "since", len(list(quotes.CorrectionFilter{Since: "2999-01-01"})), 0)
	must[*store.Undone](t)(s.Undo(ctx, by("eve", "undo"), 0))
	equal(t, "undone", len(list(quotes.CorrectionFilter{})), 2)
	ok(t, s.MergeSpeakers(ctx, by("bob", "merge"), speaker, []quotes.SpeakerID{speakerOf(t, s, q[0])}))
	equal(t, "one and the same speaker", len(list(quotes.CorrectionFilter{})), 1)
	must[int](t)(s.UpdateQuotes(ctx, by("bob", "reject"), q[:1], quotes.QuoteUpdate{State: ptr(quotes.StateRejected)}))
	equal(t, "of a rejected quote", len(list(quotes.CorrectionFilter{})), 0)
}
