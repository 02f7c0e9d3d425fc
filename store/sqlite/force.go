package sqlite

import (
	"context"
	"database/sql"

	"onrecord/quotes"
)

// force tells which ops are in force. An op which takes another back has
// undoes: an undo takes back an op of work, a redo an undo, and so on; the op
// of work at the end of such a row is its base.
type force struct {
	undoes map[quotes.OpID]quotes.OpID // of every op that takes one back
	by     map[quotes.OpID]taker       // the op in force that took this one back
	takers []taker                     // newest first
}

// taker is an op which takes another back.
type taker struct {
	op  quotes.OpID
	who string
	at  string
}

// queryer is what can be asked: the database or a transaction.
type queryer interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// readForce goes from the newest op that takes one back to the oldest: whether
// an op counts is settled by later ones only.
func readForce(ctx context.Context, q queryer) (*force, error) {
	f := &force{undoes: map[quotes.OpID]quotes.OpID{}, by: map[quotes.OpID]taker{}}
	rows, err := q.QueryContext(ctx, "SELECT op, max(undoes), max(who), max(at) FROM changes WHERE undoes IS NOT NULL GROUP BY op ORDER BY op DESC")
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var t taker
		var undoes quotes.OpID
		if err := rows.Scan(&t.op, &undoes, &t.who, &t.at); err != nil {
			return nil, err
		}
		f.undoes[t.op] = undoes
		f.takers = append(f.takers, t)
		if f.stands(t.op) {
			f.by[undoes] = t
		}
	}
	return f, rows.Err()
}

// stands reports whether an op counts: no op in force takes it back.
func (f *force) stands(op quotes.OpID) bool { return f.by[op].op == 0 }

// base is the op of work that an op is about in the end, and how many steps it
// is away: 0 for work itself, odd for an undo, even for a redo.
func (f *force) base(op quotes.OpID) (base quotes.OpID, steps int) {
	for {
		undoes, takes := f.undoes[op]
		if !takes {
			return op, steps
		}
		op = undoes
		steps++
	}
}

// netsOut reports whether a change made after target, or its op, is
// half of a pair of an op and its undoing which both came after target, and so
// left no trace.
func (f *force) netsOut(c *change, target quotes.OpID) bool {
	return !f.stands(c.Op) || c.undoes > target
}
