package sqlite

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

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
	var out *store.Undone
	err := s.write(ctx, op, func(w *write) error {
		u := &undo{w: w, cancelled: map[quotes.OpID]bool{}, hanging: map[thing]bool{}}
		if err := u.choose(target); err != nil {
			return err
		}
		if err := u.plan(); err != nil {
			return err
		}
		if err := u.refuse(); err != nil {
			return err
		}
		first := w.seq + 1
		w.undoes = u.target
		if err := u.apply(); err != nil {
			return err
		}
		rows, err := w.QueryContext(ctx, "SELECT "+changeColumns+" FROM changes WHERE seq >= ? ORDER BY seq", first)
		if err != nil {
			return err
		}
		changes, err := scanChanges(rows)
		if err != nil {
			return err
		}
		out = &store.Undone{Op: u.target, Command: u.command}
		for _, c := range changes {
			out.Changes = append(out.Changes, c.public())
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// undo is the taking back of one op.
type undo struct {
	w       *write
	target  quotes.OpID
	command string
	last    int64 // seq of its last change
	steps   []*step
	byThing map[thing]*step

	cancelled map[quotes.OpID]bool // found so far
	hanging   map[thing]bool       // found so far: hangs on something to be withdrawn
}

// step puts one row back to what it was before the op.
type step struct {
	thing
	to   []byte // state to put back; nil withdraws
	from []byte // state that the op left; nil withdrawn
}

// choose finds the op to take back.
func (u *undo) choose(target quotes.OpID) error {
	if target == 0 {
		ops, err := u.w.integers("SELECT DISTINCT op FROM changes WHERE who = ? AND undoes IS NULL ORDER BY op DESC", u.w.op.Who)
		if err != nil {
			return err
		}
		for _, op := range ops {
			gone, err := u.isCancelled(quotes.OpID(op))
			if err != nil {
				return err
			}
			if !gone {
				target = quotes.OpID(op)
				break
			}
		}
		if target == 0 {
			return quotes.Errorf(quotes.CodeNotFound, "there is nothing of %s to undo", u.w.op.Who).
				Do("`onrecord log` lists what was done; --op N takes back any of it")
		}
	}
	u.target = target
	by, err := u.undoneBy(target)
	if err != nil {
		return err
	}
	if by != 0 {
		return quotes.Errorf(quotes.CodeConflict, "op %d was undone already, by op %d", target, by).
			Do("`onrecord undo --op %d` brings it back", by)
	}
	return nil
}

// undoneBy is the op which took another back and still counts, 0 if none does.
func (u *undo) undoneBy(op quotes.OpID) (quotes.OpID, error) {
	by, err := u.w.integers("SELECT DISTINCT op FROM changes WHERE undoes = ? ORDER BY op DESC", int64(op))
	if err != nil {
		return 0, err
	}
	for _, b := range by {
		gone, err := u.isCancelled(quotes.OpID(b))
		if err != nil {
			return 0, err
		}
		if !gone {
			return quotes.OpID(b), nil
		}
	}
	return 0, nil
}

func (u *undo) isCancelled(op quotes.OpID) (bool, error) {
	if gone, known := u.cancelled[op]; known {
		return gone, nil
	}
	by, err := u.undoneBy(op)
	u.cancelled[op] = by != 0
	return by != 0, err
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
		return quotes.Errorf(quotes.CodeNotFound, "there is no op %d", u.target).Do("`onrecord log` lists them")
	}
	u.byThing = map[thing]*step{}
	for _, c := range changes {
		u.command, u.last = c.Command, c.Seq
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
		st.from = c.after
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

// refuse is CodeConflict where later ops, which still count, touched the same
// things or something that hangs on what would go.
func (u *undo) refuse() error {
	rows, err := u.w.QueryContext(u.w.ctx, "SELECT "+changeColumns+" FROM changes WHERE seq > ? AND op <> ? ORDER BY seq", u.last, int64(u.target))
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	ops := map[quotes.OpID]string{}
	for rows.Next() {
		c, err := scanChange(rows)
		if err != nil {
			return err
		}
		if ops[c.Op] != "" {
			continue
		}
		hit, err := u.concerns(c)
		if err != nil {
			return err
		}
		if !hit {
			continue
		}
		counts, err := u.counts(c)
		if err != nil {
			return err
		}
		if counts {
			ops[c.Op] = fmt.Sprintf("op %d (%s by %s: %s %d)", c.Op, c.Command, c.Who, c.Entity, c.EntityID)
		}
	}
	if err := rows.Err(); err != nil {
		return err
	}
	if len(ops) == 0 {
		return u.unchanged()
	}
	var them []string
	for _, op := range slices.Sorted(maps.Keys(ops)) {
		them = append(them, ops[op])
	}
	return quotes.Errorf(quotes.CodeConflict, "op %d (%s) cannot be undone: later work touched the same: %s",
		u.target, u.command, strings.Join(them, ", ")).Do("undo that first, newest first, with --op")
}

// counts reports whether a later change is more than half of a pair of an op
// and its undoing.
func (u *undo) counts(c *change) (bool, error) {
	gone, err := u.isCancelled(c.Op)
	return !gone && c.undoes == 0, err
}

// concerns reports whether a later change is about something that the op
// touched or that hangs on what would be withdrawn.
func (u *undo) concerns(c *change) (bool, error) {
	at := thing{c.Entity, c.EntityID}
	if u.byThing[at] != nil {
		return true, nil
	}
	state := c.after
	if state == nil {
		state = c.before
	}
	t := tableOf(c.Entity)
	if t == nil || len(t.parents) == 0 {
		return false, nil
	}
	s, err := t.decode(state)
	if err != nil {
		return false, err
	}
	return u.hangs(t, s)
}

// hangs reports whether a row stands on one that would be withdrawn.
func (u *undo) hangs(t *table, s state) (bool, error) {
	for _, p := range t.parents {
		id := t.integer(s, p.column)
		if id == 0 {
			continue
		}
		at := thing{p.entity, id}
		if st := u.byThing[at]; st != nil && st.to == nil {
			return true, nil
		}
		hit, known := u.hanging[at]
		if !known {
			parent := tableOf(p.entity)
			row, _, err := u.w.load(parent, id)
			if none(err) {
				continue
			}
			if err != nil {
				return false, err
			}
			if hit, err = u.hangs(parent, row); err != nil {
				return false, err
			}
			u.hanging[at] = hit
		}
		if hit {
			return true, nil
		}
	}
	return false, nil
}

// unchanged makes sure of what the changes say: every row is as the op left
// it, and what a row to be brought back stands on is there.
func (u *undo) unchanged() error {
	for _, st := range u.steps {
		t := tableOf(st.entity)
		row, stands, err := u.w.load(t, st.id)
		if err != nil {
			return err
		}
		same := stands == (st.from != nil)
		if same && stands {
			from, err := t.decode(st.from)
			if err != nil {
				return err
			}
			same = slices.Equal(row, from)
		}
		if !same {
			return quotes.Errorf(quotes.CodeConflict, "op %d cannot be undone: %s %d is not as it left it", u.target, st.entity, st.id).
				Do("`onrecord check` says what is wrong")
		}
		if st.to == nil {
			continue
		}
		if gone, err := u.missingParent(t, row); err != nil || gone != "" {
			if err != nil {
				return err
			}
			return quotes.Errorf(quotes.CodeConflict, "op %d cannot be undone: the %s it was about is gone", u.target, gone).
				Do("bring that back first")
		}
	}
	return nil
}

// missingParent names what a row stands on and which was withdrawn since, and
// is not brought back along with it.
func (u *undo) missingParent(t *table, s state) (string, error) {
	for _, p := range t.parents {
		id := t.integer(s, p.column)
		st := u.byThing[thing{p.entity, id}]
		if id == 0 || st != nil && st.to != nil {
			continue
		}
		parent := tableOf(p.entity)
		row, stands, err := u.w.load(parent, id)
		if err != nil {
			return "", err
		}
		if !stands {
			return string(p.entity) + " " + itoa(id), nil
		}
		if gone, err := u.missingParent(parent, row); err != nil || gone != "" {
			return gone, err
		}
	}
	return "", nil
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
