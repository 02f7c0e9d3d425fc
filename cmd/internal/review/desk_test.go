package review

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"onrecord/quotes"
	"onrecord/store"
)

func TestDecisionsAreSavedAtOnce(t *testing.T) {
	s := newRecord(t)
	d := newTestDesk(t, s)
	for _, step := range []struct {
		key   string
		given answers
		field func(q *quotes.Quote) string
		want  string
		moves bool
	}{
		{"s", answers{"speaker": "Tor Vik"}, func(q *quotes.Quote) string { return q.Speaker + " " + q.ConfirmedBy }, "Tor Vik rosa", false},
		{"m", answers{"word": "half true", "note": "some", "evidence": "https://a.example https://b.example"}, func(q *quotes.Quote) string { return string(q.Verdict) }, "half-true", false},
		{"m", answers{"word": "verbatim", "note": ""}, func(q *quotes.Quote) string { return string(q.Fidelity) }, "verbatim", false},
		{"t", answers{"tags": "harbour, walls"}, func(q *quotes.Quote) string { return strings.Join(q.Tags, "+") }, "harbour+walls", false},
		{"t", answers{"tags": "-walls"}, func(q *quotes.Quote) string { return strings.Join(q.Tags, "+") }, "harbour", false},
		{"w", answers{"note": "ask again"}, func(q *quotes.Quote) string { return q.Note }, "ask again", false},
		{"a", nil, func(q *quotes.Quote) string { return string(q.State) }, "accepted", true},
		{"r", answers{"reason": "a slogan"}, func(q *quotes.Quote) string { return string(q.State) }, "rejected", true},
		{"f", answers{"part": "", "claim": "A gift"}, func(q *quotes.Quote) string { return string(q.Status) }, "flagged", false},
	} {
		before := d.card.ID
		did(t, d, step.key, step.given)
		q, err := s.Quote(t.Context(), before)
		if err != nil {
			t.Fatal(err)
		}
		if got := step.field(q); got != step.want {
			t.Errorf("%s: the record has %q, want %q", step.key, got, step.want)
		}
		if moved := d.card.ID != before; moved != step.moves {
			t.Errorf("%s: moved %v", step.key, moved)
		}
	}
	want := Tally{Place: 3, Total: 5, Accepted: 1, Rejected: 1, Changed: 2, Left: 3}
	if got := d.Tally(); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got, want := d.Summary(), "1 accepted, 1 rejected, 2 changed, 3 left"; got != want {
		t.Errorf("got %q", got)
	}
	changes, err := s.Changes(t.Context(), quotes.ChangeFilter{Limit: 1})
	if err != nil || changes[0].Who != "rosa" || changes[0].Command != "review flag" {
		t.Errorf("%+v, %v", changes, err)
	}
}

func TestUndoTakesBackTheLastChangeHere(t *testing.T) {
	s := newRecord(t)
	d := newTestDesk(t, s)
	first := d.card.ID
	did(t, d, "t", answers{"tags": "x"})
	did(t, d, "a", nil)
	did(t, d, "n", nil)
	for _, want := range []struct {
		said  string
		state quotes.State
		tags  int
	}{{"took back: accept", quotes.StateNew, 1}, {"took back: tag", quotes.StateNew, 0}} {
		if said := did(t, d, "u", nil); said != want.said {
			t.Errorf("got %q, want %q", said, want.said)
		}
		if d.card.ID != first || d.card.State != want.state || len(d.card.Tags) != want.tags {
			t.Errorf("%s: quote %d is %s with tags %v", want.said, d.card.ID, d.card.State, d.card.Tags)
		}
	}
	if _, err := d.act(t.Context(), actionFor("u"), nil); quotes.CodeOf(err) != quotes.CodeNotFound {
		t.Errorf("the ingest was made elsewhere: %v", err)
	}
	if tally := d.Tally(); tally.Left != 5 || d.Summary() != "" {
		t.Errorf("%+v", tally)
	}
}

// What somebody else changed while the editor thought is shown, and nothing is
// decided over it.
func TestStaleQuote(t *testing.T) {
	s := newRecord(t)
	d := newTestDesk(t, s)
	id := d.card.ID
	other := "Petra Lund"
	op := &store.Op{Who: "bo", Command: "edit"}
	if _, err := s.UpdateQuotes(t.Context(), op, []quotes.QuoteID{id}, quotes.QuoteUpdate{Speaker: &other}); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"a", "t"} {
		if key == "t" { // changes that have no revision of the quote's
			if _, err := s.TagQuotes(t.Context(), &store.Op{Who: "bo"}, []quotes.QuoteID{id}, []string{"walls"}, nil); err != nil {
				t.Fatal(err)
			}
		}
		_, err := d.act(t.Context(), actionFor(key), answers{"tags": "x"})
		if quotes.CodeOf(err) != quotes.CodeConflict || !strings.Contains(err.Error(), "bo changed it in the meantime") {
			t.Fatalf("%s: %v", key, err)
		}
		if key == "a" && !strings.Contains(err.Error(), "speaker Inga Solberg → Petra Lund") {
			t.Errorf("it does not say what changed: %v", err)
		}
		if d.card.ID != id || d.card.Speaker != other {
			t.Errorf("quote %d by %q lies there", d.card.ID, d.card.Speaker)
		}
	}
	if q, err := s.Quote(t.Context(), id); err != nil || q.State != quotes.StateNew || strings.Join(q.Tags, "") != "walls" {
		t.Errorf("it was decided over: %+v, %v", q, err)
	}
	did(t, d, "a", nil) // seen now
	if q, err := s.Quote(t.Context(), id); err != nil || q.State != quotes.StateAccepted {
		t.Errorf("%+v, %v", q, err)
	}
}

// A change between the look and the decision is refused by the revision.
func TestFasterThanALook(t *testing.T) {
	s := newRecord(t)
	note := "mine"
	r := &racing{Store: s, race: func(id quotes.QuoteID) {
		if _, err := s.UpdateQuotes(t.Context(), &store.Op{Who: "bo"}, []quotes.QuoteID{id}, quotes.QuoteUpdate{Note: &note}); err != nil {
			t.Error(err)
		}
	}}
	d := newTestDesk(t, r)
	_, err := d.act(t.Context(), actionFor("a"), nil)
	if quotes.CodeOf(err) != quotes.CodeConflict || !strings.Contains(err.Error(), "note – → mine") || d.card.Note != note {
		t.Errorf("got %v", err)
	}
}

// racing lets somebody else write just before a correction.
type racing struct {
	store.Store
	race func(quotes.QuoteID)
}

func (r *racing) UpdateQuotes(ctx context.Context, op *store.Op, ids []quotes.QuoteID, u quotes.QuoteUpdate) (int, error) {
	if r.race != nil {
		race := r.race
		r.race = nil
		race(ids[0])
	}
	return r.Store.UpdateQuotes(ctx, op, ids, u)
}

// Quotes that somebody else decided since they were looked up are passed over;
// those decided here can be gone back to.
func TestDecidedElsewhere(t *testing.T) {
	s := newRecord(t)
	d := newTestDesk(t, s)
	ids := d.queue.ids
	accepted, rejected := quotes.StateAccepted, quotes.StateRejected
	for id, state := range map[quotes.QuoteID]*quotes.State{ids[1]: &accepted, ids[2]: &rejected} {
		if _, err := s.UpdateQuotes(t.Context(), &store.Op{Who: "bo"}, []quotes.QuoteID{id}, quotes.QuoteUpdate{State: state}); err != nil {
			t.Fatal(err)
		}
	}
	did(t, d, "a", nil)
	if d.card.ID != ids[3] {
		t.Errorf("quote %d, want %d", d.card.ID, ids[3])
	}
	did(t, d, "p", nil)
	if d.card.ID != ids[0] || d.card.State != quotes.StateAccepted {
		t.Errorf("quote %d, want %d", d.card.ID, ids[0])
	}
	if _, err := d.act(t.Context(), actionFor("p"), nil); quotes.CodeOf(err) != quotes.CodeNotFound || d.card.ID != ids[0] {
		t.Errorf("before the first: %v", err)
	}
	for range ids {
		did(t, d, "n", nil)
	}
	if d.card != nil {
		t.Errorf("quote %d lies behind the last", d.card.ID)
	}
	if _, err := d.act(t.Context(), actionFor("a"), nil); quotes.CodeOf(err) != quotes.CodeNotFound {
		t.Errorf("accepted what? %v", err)
	}
	did(t, d, "p", nil)
	if d.card == nil || d.card.ID != ids[4] {
		t.Error("the last one cannot be gone back to")
	}
}

// More quotes than a page are each seen once, in order, though some leave the
// filter on the way; and a limit is one of the whole.
func TestPages(t *testing.T) {
	s := opened(t)
	var text strings.Builder
	const many = 2*pageSize + 50
	for i := range many {
		fmt.Fprintf(&text, "“We counted %d boats in the harbour,” said Ann Lee.\n\n", i)
	}
	if ids := ingested(t, s, quotes.Article{Title: "Boats", Text: text.String()}); len(ids) != many {
		t.Fatalf("%d quotes", len(ids))
	}
	for _, limit := range []int{0, pageSize + 7} {
		d, err := NewDesk(t.Context(), s, quotes.Filter{Unconfirmed: true, Sort: byPlace, Limit: limit}, store.Op{Who: "rosa"}, language(), nil)
		if err != nil {
			t.Fatal(err)
		}
		first := d.Tally()
		seen, last := 0, quotes.QuoteID(0)
		for ; d.card != nil; seen++ {
			if d.card.ID <= last {
				t.Fatalf("quote %d after %d", d.card.ID, last)
			}
			last = d.card.ID
			if seen%100 == 0 {
				did(t, d, "a", nil)
			} else {
				did(t, d, "n", nil)
			}
		}
		want, total := many, Tally{Place: 1, Total: countedMost, More: true, Left: countedMost}
		if limit > 0 {
			want, total = limit, Tally{Place: 1, Total: limit, Left: limit}
		}
		if first != total {
			t.Errorf("limit %d: at first %+v, want %+v", limit, first, total)
		}
		if seen != want {
			t.Errorf("limit %d: %d quotes seen, want %d", limit, seen, want)
		}
		if tally := d.Tally(); tally.Total != want || tally.More || tally.Left != want-tally.Accepted {
			t.Errorf("limit %d: at the end %+v", limit, tally)
		}
		op := &store.Op{Who: "rosa"} // for the next round all are new again
		for _, deed := range d.deeds {
			if _, err := s.Undo(t.Context(), op, deed.op); err != nil {
				t.Fatal(err)
			}
			op = &store.Op{Who: "rosa"}
		}
	}
}

func TestDryRun(t *testing.T) {
	s := newRecord(t)
	d, err := NewDesk(t.Context(), s, quotes.Filter{Sort: byPlace}, store.Op{Who: "rosa", DryRun: true}, language(), nil)
	if err != nil {
		t.Fatal(err)
	}
	id := d.card.ID
	if said := did(t, d, "a", nil); !strings.Contains(said, "dry run") {
		t.Errorf("it says %q", said)
	}
	if q, err := s.Quote(t.Context(), id); err != nil || q.State != quotes.StateNew {
		t.Errorf("%+v, %v", q, err)
	}
	if d.Summary() != "" {
		t.Errorf("it claims %s", d.Summary())
	}
}

func TestHandMadeQuote(t *testing.T) {
	s := opened(t)
	for _, context := range []string{"", "He said: We were there. And left.", "Other words"} {
		id, err := s.AddQuote(t.Context(), &store.Op{Who: "rosa"}, quotes.Quote{Text: "We were there.", Speaker: "Ann Lee", Context: context})
		if err != nil {
			t.Fatal(err)
		}
		c, err := cardOf(t.Context(), s, id)
		if err != nil {
			t.Fatal(err)
		}
		if len(c.Lit) != 1 || string([]rune(c.Passage)[c.Lit[0].Start:c.Lit[0].End]) != "We were there." || !strings.Contains(c.Passage, context) {
			t.Errorf("%q: %q lit at %v", context, c.Passage, c.Lit)
		}
	}
}

// What was changed and changed back is no reason to ask again.
func TestChangedBack(t *testing.T) {
	s := newRecord(t)
	d := newTestDesk(t, s)
	for _, note := range []string{"x", ""} {
		if _, err := s.UpdateQuotes(t.Context(), &store.Op{Who: "bo"}, []quotes.QuoteID{d.card.ID}, quotes.QuoteUpdate{Note: &note}); err != nil {
			t.Fatal(err)
		}
	}
	did(t, d, "a", nil)
}
