package sqlite

import (
	"bytes"
	"context"
	"slices"

	"onrecord/quotes"
	"onrecord/store"
)

// thing is a row that changes are about.
type thing struct {
	entity quotes.Entity
	id     int64
}

// Undo takes an op back by a new one.
func (s *Store) Undo(ctx context.Context, op *store.Op, target quotes.OpID) (*store.Undone, error) {
	return s.takeBack(ctx, op, target, &undo{verb: "undone"}, (*undo).choose)
}

// Redo takes an undo back, and so brings back what that took back.
func (s *Store) Redo(ctx context.Context, op *store.Op, target quotes.OpID) (*store.Undone, error) {
	return s.takeBack(ctx, op, target, &undo{verb: "brought back"}, (*undo).chooseUndo)
}

// takeBack does the work of both.
func (s *Store) takeBack(ctx context.Context, op *store.Op, target quotes.OpID, u *undo, choose func(*undo, quotes.OpID) error) (*store.Undone, error) {
	var out *store.Undone
	err := s.write(ctx, op, func(w *write) error {
		u.w = w
		var err error
		if u.force, err = readForce(ctx, w); err != nil {
			return err
		}
		for _, step := range []func() error{
			func() error { return choose(u, target) }, u.plan, u.refuse,
		} {
			if err := step(); err != nil {
				return err
			}
		}
		first := w.seq + 1
		w.undoes = u.target
		if err := u.apply(); err != nil {
			return err
		}
		for _, proof := range []func() error{u.mergers, u.readAgain} {
			if err := proof(); err != nil {
				return err
			}
		}
		out, err = u.report(first)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// undo is the taking back of one op.
type undo struct {
	w       *write
	force   *force
	verb    string // undone, brought back
	target  quotes.OpID
	named   quotes.OpID // the op that the editor means: the target, but for a redo what it brings back
	command string      // of named
	first   int64       // seq of the target's first change
	steps   []*step
	byThing map[thing]*step
}

// step puts one row back to what it was before the op.
type step struct {
	thing
	to   []byte // state to put back; nil withdraws
	from []byte // state that the op left; nil withdrawn
	seq  int64  // of the op's last change of it
}

// choose finds the op to take back.
func (u *undo) choose(target quotes.OpID) error {
	if target == 0 {
		var err error
		if target, err = u.lastOwn(); err != nil {
			return err
		}
		if target == 0 {
			return quotes.Errorf(quotes.CodeNotFound, "there is nothing of %s to undo", u.w.op.Who).
				Do("`onrecord log` lists what was done; --op N takes back any of it")
		}
	}
	u.target, u.named = target, target
	if by := u.force.by[target]; by.op != 0 {
		return quotes.Errorf(quotes.CodeConflict, "op %d was undone already, by op %d of %s", target, by.op, by.who).
			Do("`onrecord redo --op %d` brings it back", target)
	}
	return nil
}

// lastOwn is the last op of work in force which the editor did, or brought
// back; 0 if there is none.
func (u *undo) lastOwn() (quotes.OpID, error) {
	rows, err := u.w.QueryContext(u.w.ctx, "SELECT op FROM changes WHERE who = ? ORDER BY seq DESC", u.w.op.Who)
	if err != nil {
		return 0, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var op quotes.OpID
		if err := rows.Scan(&op); err != nil {
			return 0, err
		}
		base, steps := u.force.base(op)
		if steps%2 == 0 && u.force.stands(op) && u.force.stands(base) {
			return base, nil
		}
	}
	return 0, rows.Err()
}

// chooseUndo finds the undo to take back: with target the one in force which
// it is or which took it back, else the editor's last.
func (u *undo) chooseUndo(target quotes.OpID) error {
	f := u.force
	if target == 0 {
		for _, t := range f.takers {
			base, steps := f.base(t.op)
			if t.who == u.w.op.Who && steps%2 == 1 && f.stands(t.op) && !f.stands(base) {
				u.target, u.named = t.op, base
				return nil
			}
		}
		return quotes.Errorf(quotes.CodeNotFound, "there is no undo of %s to take back", u.w.op.Who).
			Do("`onrecord log` lists what was undone; --op N brings back any of it")
	}
	base, steps := f.base(target)
	switch {
	case steps%2 == 1 && f.stands(target):
		u.target, u.named = target, base
	case !f.stands(base):
		u.target, u.named = f.by[base].op, base
	default:
		last, err := u.w.integers("SELECT coalesce(max(op), 0) FROM changes")
		if err != nil {
			return err
		}
		if int64(target) > last[0] {
			return noSuchOp(target)
		}
		return quotes.Errorf(quotes.CodeConflict, "op %d is in force: there is nothing to bring back", base).
			Do("`onrecord log` shows what was undone")
	}
	return nil
}

func noSuchOp(op quotes.OpID) error {
	return quotes.Errorf(quotes.CodeNotFound, "there is no op %d", op).Do("`onrecord log` lists them")
}

// report reads the changes made, from seq first on.
func (u *undo) report(first int64) (*store.Undone, error) {
	rows, err := u.w.QueryContext(u.w.ctx, "SELECT "+changeColumns+" FROM changes WHERE seq >= ? ORDER BY seq", first)
	if err != nil {
		return nil, err
	}
	changes, err := scanChanges(rows)
	if err != nil {
		return nil, err
	}
	out := &store.Undone{Op: u.named, Command: u.command}
	for _, c := range changes {
		out.Changes = append(out.Changes, c.public())
	}
	return out, nil
}

// plan works out what is to be put back, last change first.
func (u *undo) plan() error {
	rows, err := u.w.QueryContext(u.w.ctx, "SELECT "+changeColumns+" FROM changes WHERE op = ? ORDER BY seq", int64(u.target))
	if err != nil {
		return err
	}
	changes, err := scanChanges(rows)
	if err != nil {
		return err
	}
	if len(changes) == 0 {
		return noSuchOp(u.target)
	}
	u.command, u.first = changes[0].Command, changes[0].Seq
	if u.named != u.target {
		if err := u.w.scan("SELECT command FROM changes WHERE op = ? LIMIT 1", []any{int64(u.named)}, &u.command); err != nil {
			return err
		}
	}
	u.byThing = map[thing]*step{}
	for _, c := range changes {
		at := thing{c.Entity, c.EntityID}
		if stays(c) {
			continue
		}
		st := u.byThing[at]
		if st == nil {
			st = &step{thing: at, to: c.before}
			u.byThing[at] = st
			u.steps = append(u.steps, st)
		}
		st.from, st.seq = c.after, c.Seq
	}
	slices.Reverse(u.steps)
	return nil
}

// stays reports whether a change is not taken back: a speaker once made, and
// the names it came with, may have been met by later articles; without quotes
// it is in no listing.
func stays(c *change) bool {
	if c.before != nil {
		return false
	}
	switch c.Entity {
	case quotes.EntitySpeaker:
		return true
	case quotes.EntityAlias:
		return !bytes.Contains(c.after, []byte(`"source":"`+sourceHand+`"`))
	}
	return false
}

// apply puts everything back and records it.
func (u *undo) apply() error {
	for _, st := range u.steps {
		t := tableOf(st.entity)
		row, stands, err := u.w.load(t, st.id)
		if err != nil {
			return err
		}
		var before, after []byte
		var to state
		if stands {
			before = t.encode(nil, row)
		}
		if st.to != nil {
			if to, err = t.decode(st.to); err != nil {
				return err
			}
			after = t.encode(nil, to)
		}
		if err := u.w.put(t, st.id, row, to); err != nil {
			return err
		}
		if err := u.w.record(st.entity, st.id, before, after); err != nil {
			return err
		}
	}
	return nil
}
