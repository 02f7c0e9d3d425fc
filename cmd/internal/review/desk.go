package review

import (
	"context"
	"slices"
	"strings"

	"onrecord/quotes"
	"onrecord/store"
)

// Desk is an editor's desk during a review: the quotes to go through and the
// one that lies on it. A Desk is not safe for concurrent use.
type Desk struct {
	record   Record
	language Language
	sign     store.Op // who signs, and whether it is but a dry run
	browse   func(address string) error

	queue queue
	at    int   // place in the queue; its length when all are gone through
	card  *Card // nil there
	shown map[quotes.QuoteID]bool
	deeds []deed

	// Looked up when first asked for: whom the article namesOf names, and the
	// tags in use.
	namesOf   quotes.ArticleID
	namesNear []string
	tags      []string
}

// deed is a decision that was saved here.
type deed struct {
	op    quotes.OpID
	quote quotes.QuoteID
	did   string // the name of the action
}

// NewDesk begins a review of the quotes that a filter chooses and lays the
// first one on the desk. sign tells who signs what is changed; browse shows a
// web address to the editor.
func NewDesk(ctx context.Context, r Record, f quotes.Filter, sign store.Op, l Language, browse func(string) error) (*Desk, error) {
	d := &Desk{
		record: r, language: l, sign: sign, browse: browse, at: -1, shown: map[quotes.QuoteID]bool{},
		queue: queue{record: r, filter: f, known: map[quotes.QuoteID]bool{}},
	}
	if err := d.queue.fetch(ctx); err != nil {
		return nil, err
	}
	return d, d.next(ctx)
}

// Empty reports whether there is nothing to review at all.
func (d *Desk) Empty() bool { return len(d.queue.ids) == 0 }

// next lays the next quote on the desk. Those that were decided elsewhere
// since they were looked up, and are not to be seen again, are passed over.
func (d *Desk) next(ctx context.Context) error {
	for d.at < len(d.queue.ids) {
		d.at++
		if d.at == len(d.queue.ids) {
			if err := d.queue.fetch(ctx); err != nil {
				return err
			}
		}
		if d.at == len(d.queue.ids) {
			break
		}
		gone, err := d.lay(ctx)
		if err != nil {
			return err
		}
		if !gone {
			return nil
		}
	}
	d.card = nil
	return nil
}

// previous lays the quote before on the desk again.
func (d *Desk) previous(ctx context.Context) error {
	for at := d.at; d.at > 0; {
		d.at--
		gone, err := d.lay(ctx)
		if err != nil {
			return err
		}
		if !gone {
			return nil
		}
		if d.at == 0 {
			d.at = at
			return d.again(ctx)
		}
	}
	return quotes.Errorf(quotes.CodeNotFound, "this is the first one")
}

// again lays the present quote on the desk as it now is.
func (d *Desk) again(ctx context.Context) error {
	if d.at >= len(d.queue.ids) {
		d.card = nil
		return nil
	}
	_, err := d.lay(ctx)
	return err
}

// lay reads the quote at the present place. gone tells that it is no longer
// there to be reviewed: withdrawn, or decided by somebody else before it was
// ever shown here.
func (d *Desk) lay(ctx context.Context) (gone bool, err error) {
	id := d.queue.ids[d.at]
	card, err := cardOf(ctx, d.record, id)
	if quotes.CodeOf(err) == quotes.CodeNotFound {
		return true, nil
	}
	if err != nil {
		return false, err
	}
	if !d.shown[id] {
		f := d.queue.filter
		if f.Unconfirmed && card.ConfirmedBy != "" || !f.Rejected && card.State == quotes.StateRejected {
			return true, nil
		}
	}
	d.card, d.shown[id] = card, true
	return false, nil
}

// op signs one decision.
func (d *Desk) op(did string) *store.Op {
	op := d.sign
	op.Command = "review " + did
	return &op
}

// act carries out an action on the quote on the desk. If that is no longer as
// it is shown, nothing is done: it is laid out anew, and the error, which is
// CodeConflict, tells what has changed.
func (d *Desk) act(ctx context.Context, a *action, given answers) (said string, err error) {
	if d.card == nil && !a.anywhere {
		return "", quotes.Errorf(quotes.CodeNotFound, "no quote is left here").Do("p goes back")
	}
	if a.writes {
		if err := d.stale(ctx, a); err != nil {
			return "", err
		}
	}
	op := d.op(a.name)
	said, err = a.do(ctx, d, op, given)
	if quotes.CodeOf(err) == quotes.CodeConflict && a.writes {
		// Somebody was faster by less than it takes to look.
		if changed := d.stale(ctx, a); changed != nil {
			err = changed
		}
	}
	if err != nil || !a.writes {
		return said, err
	}
	if op.DryRun {
		said += " (dry run: not saved)"
	} else if op.ID != 0 {
		d.deeds = append(d.deeds, deed{op.ID, d.card.ID, a.name})
	}
	if a.moves {
		return said, d.next(ctx)
	}
	return said, d.again(ctx)
}

// stale compares the quote on the desk with the record. What differs is laid
// out, and told as CodeConflict.
func (d *Desk) stale(ctx context.Context, a *action) error {
	fresh, err := cardOf(ctx, d.record, d.card.ID)
	if err != nil {
		return err
	}
	changed := differences(d.card, fresh)
	if len(changed) == 0 {
		d.card.Rev = fresh.Rev // changed and changed back
		return nil
	}
	d.card = fresh
	by := "somebody"
	latest, err := d.record.Changes(ctx, quotes.ChangeFilter{Quote: fresh.ID, Limit: 1})
	if err != nil {
		return err
	}
	if len(latest) > 0 {
		by = latest[0].Who
	}
	told := make([]string, len(changed))
	for i, c := range changed {
		told[i] = c.field + " " + orNothing(c.before) + " → " + orNothing(c.after)
	}
	return quotes.Errorf(quotes.CodeConflict, "%s changed it in the meantime: %s", by, strings.Join(told, "; ")).
		Do("nothing was done; look again, and press %s again if you still want to %s", a.key, a.name)
}

// undo takes back the last decision made here that still stands, and lays its
// quote on the desk.
func (d *Desk) undo(ctx context.Context) (said string, err error) {
	if len(d.deeds) == 0 {
		return "", quotes.Errorf(quotes.CodeNotFound, "nothing was changed here yet")
	}
	last := d.deeds[len(d.deeds)-1]
	if _, err := d.record.Undo(ctx, d.op("undo"), last.op); err != nil {
		return "", err
	}
	d.deeds = d.deeds[:len(d.deeds)-1]
	if at := slices.Index(d.queue.ids, last.quote); at >= 0 {
		d.at = at
	}
	return "took back: " + last.did, d.again(ctx)
}

// Tally is how far a review has come.
type Tally struct {
	Place, Total int
	More         bool // than Total
	Accepted     int
	Rejected     int
	Changed      int // in another way, whether accepted or not
	Left         int // of Total: not confirmed or rejected here
}

// Tally counts what was decided.
func (d *Desk) Tally() Tally {
	t := Tally{Place: min(d.at+1, len(d.queue.ids))}
	t.Total, t.More = d.queue.total()
	state, changed, settled := map[quotes.QuoteID]string{}, map[quotes.QuoteID]bool{}, map[quotes.QuoteID]bool{}
	for _, deed := range d.deeds {
		switch deed.did {
		case nameAccept, nameReject:
			state[deed.quote], settled[deed.quote] = deed.did, true
		case nameSpeaker: // that confirms it
			settled[deed.quote] = true
			fallthrough
		default:
			changed[deed.quote] = true
		}
	}
	for _, did := range state {
		if did == nameAccept {
			t.Accepted++
		} else {
			t.Rejected++
		}
	}
	t.Changed, t.Left = len(changed), max(0, t.Total-len(settled))
	return t
}
