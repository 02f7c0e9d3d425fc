package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"onrecord/quotes"
	"onrecord/store"
)

// write is one transaction that changes the record. It numbers and chains the
// changes, gives out ids, and keeps what is derived.
type write struct {
	*sql.Tx
	ctx      context.Context
	op       *store.Op
	id       quotes.OpID // of the op; 0 until a change is recorded
	undoes   quotes.OpID
	at       string
	seq      int64 // of the last change
	head     []byte
	prepared map[string]*sql.Stmt
	nextID   map[quotes.Entity]int64
	links    *linker                 // speakers found for names in this transaction
	later    map[quotes.Entity]int64 // first ids of rows to be indexed at the end; nil: each at once

	staleArticles map[int64]bool // whose quotes' derived columns are to be rewritten
	staleQuotes   map[int64]bool
	staleClaims   map[int64]bool
}

// write runs do in one immediate transaction and commits, unless do fails or
// op asks for a dry run.
func (s *Store) write(ctx context.Context, op *store.Op, do func(w *write) error) error {
	return s.writeOn(ctx, s.db, op, do)
}

// beginner is a pool of connections or one of them.
type beginner interface {
	BeginTx(ctx context.Context, opts *sql.TxOptions) (*sql.Tx, error)
}

func (s *Store) writeOn(ctx context.Context, on beginner, op *store.Op, do func(w *write) error) error {
	tx, err := on.BeginTx(ctx, nil)
	if err != nil {
		return s.fault(err)
	}
	defer func() { _ = tx.Rollback() }()
	w := &write{
		Tx: tx, ctx: ctx, op: op, id: op.ID,
		at:       s.now().UTC().Format(time.RFC3339),
		prepared: map[string]*sql.Stmt{}, nextID: map[quotes.Entity]int64{},
		staleArticles: map[int64]bool{}, staleQuotes: map[int64]bool{}, staleClaims: map[int64]bool{},
	}
	if err := w.begin(); err != nil {
		return s.fault(err)
	}
	if err := do(w); err != nil {
		return s.fault(err)
	}
	if err := w.derive(); err != nil {
		return s.fault(err)
	}
	if op.DryRun {
		return nil
	}
	if err := tx.Commit(); err != nil {
		return s.fault(err)
	}
	op.ID = w.id
	return nil
}

// begin reads the end of the chain.
func (w *write) begin() error {
	err := w.QueryRowContext(w.ctx, "SELECT seq, hash FROM changes ORDER BY seq DESC LIMIT 1").Scan(&w.seq, &w.head)
	if none(err) {
		w.head = make([]byte, 32)
		return nil
	}
	return err
}

// stmt prepares a statement once for the transaction.
func (w *write) stmt(query string) (*sql.Stmt, error) {
	if p, ok := w.prepared[query]; ok {
		return p, nil
	}
	p, err := w.PrepareContext(w.ctx, query)
	if err != nil {
		return nil, err
	}
	w.prepared[query] = p
	return p, nil
}

func (w *write) exec(query string, args ...any) error {
	p, err := w.stmt(query)
	if err != nil {
		return err
	}
	_, err = p.ExecContext(w.ctx, args...)
	return err
}

// scan reads one row; sql.ErrNoRows if there is none.
func (w *write) scan(query string, args []any, into ...any) error {
	p, err := w.stmt(query)
	if err != nil {
		return err
	}
	return p.QueryRowContext(w.ctx, args...).Scan(into...)
}

// integers reads one column of numbers.
func (w *write) integers(query string, args ...any) ([]int64, error) {
	p, err := w.stmt(query)
	if err != nil {
		return nil, err
	}
	rows, err := p.QueryContext(w.ctx, args...)
	if err != nil {
		return nil, err
	}
	return scanIntegers(rows)
}

func scanIntegers(rows *sql.Rows) ([]int64, error) {
	defer func() { _ = rows.Close() }()
	var out []int64
	for rows.Next() {
		var n int64
		if err := rows.Scan(&n); err != nil {
			return nil, err
		}
		out = append(out, n)
	}
	return out, rows.Err()
}

// newID gives out the next id of an entity. Rows are never deleted, so the
// highest id is always there to count from.
func (w *write) newID(t *table) (int64, error) {
	next, err := w.nextOf(t)
	w.nextID[t.entity] = next + 1
	return next, err
}

// nextOf is the id that newID will give out.
func (w *write) nextOf(t *table) (int64, error) {
	if next, ok := w.nextID[t.entity]; ok {
		return next, nil
	}
	var next int64
	err := w.scan("SELECT coalesce(max(id), 0) + 1 FROM "+t.name, nil, &next)
	w.nextID[t.entity] = next
	return next, err
}

// load reads the state of a row and whether it stands; sql.ErrNoRows if it
// never did.
func (w *write) load(t *table, id int64) (s state, stands bool, err error) {
	s = make(state, len(t.columns))
	into := make([]any, len(s)+1)
	into[0] = &stands
	for i := range s {
		into[i+1] = &s[i]
	}
	err = w.scan("SELECT NOT withdrawn, "+strings.Join(t.columns, ", ")+" FROM "+t.name+" WHERE id = ?", []any{id}, into...)
	return s, stands, err
}

// standing is load for a row that must stand: CodeNotFound if it does not.
func (w *write) standing(t *table, id int64) (state, error) {
	s, stands, err := w.load(t, id)
	if none(err) || err == nil && !stands {
		return nil, quotes.Errorf(quotes.CodeNotFound, "there is no %s %d", t.entity, id).Do("ids are those that listings show")
	}
	return s, err
}

// insert makes a row with this state and records the change.
func (w *write) insert(e quotes.Entity, s state) (int64, error) {
	t := tableOf(e)
	id, err := w.newID(t)
	if err != nil {
		return 0, err
	}
	if err := w.insertRow(t, id, w.seq+1, s); err != nil {
		return 0, err
	}
	return id, w.record(t.entity, id, nil, t.encode(nil, s))
}

// insertRow makes a row whose change, seq, is recorded by the caller.
func (w *write) insertRow(t *table, id, seq int64, s state) error {
	columns, values := t.columns, append([]any{id, seq}, s...)
	if t.entity == quotes.EntityQuote {
		columns = append([]string{"listed", "date", "status", "verdict"}, columns...)
		values = append([]any{id, seq, 0, 0, "", ""}, s...)
	}
	query := "INSERT INTO " + t.name + " (id, created, " + strings.Join(columns, ", ") + ") VALUES (?, ?" +
		strings.Repeat(", ?", len(columns)) + ")"
	if err := w.exec(query, values...); err != nil {
		return fmt.Errorf("%s %d: %w", t.entity, id, err)
	}
	w.touch(t, id, s)
	return w.index(t, id, nil, s)
}

// update gives columns of a standing row new values, and records the change
// if it is one.
func (w *write) update(e quotes.Entity, id int64, values map[string]any) (changed bool, err error) {
	t := tableOf(e)
	before, err := w.standing(t, id)
	if err != nil {
		return false, err
	}
	after := append(state(nil), before...)
	for i, c := range t.columns {
		if v, ok := values[c]; ok && v != before[i] {
			after[i], changed = v, true
		}
	}
	if !changed {
		return false, nil
	}
	if err := w.put(t, id, before, after); err != nil {
		return false, err
	}
	return true, w.record(e, id, t.encode(nil, before), t.encode(nil, after))
}

// ensure makes the row that ids names, if it names one, stand in this state,
// or else makes a new row. A row that was withdrawn comes back with its id, so
// that undo sees one thing where editors do.
func (w *write) ensure(e quotes.Entity, ids []int64, s state) error {
	if len(ids) == 0 {
		_, err := w.insert(e, s)
		return err
	}
	t := tableOf(e)
	before, stands, err := w.load(t, ids[0])
	if err != nil || stands && slices.Equal(before, s) {
		return err
	}
	if err := w.put(t, ids[0], before, s); err != nil {
		return err
	}
	var was []byte
	if stands {
		was = t.encode(nil, before)
	}
	return w.record(e, ids[0], was, t.encode(nil, s))
}

// withdraw takes a standing row out of every reading and records the change.
func (w *write) withdraw(e quotes.Entity, id int64) error {
	t := tableOf(e)
	before, err := w.standing(t, id)
	if err != nil {
		return err
	}
	if err := w.put(t, id, before, nil); err != nil {
		return err
	}
	return w.record(e, id, t.encode(nil, before), nil)
}

// put writes a row's state, nil to withdraw it, with the next rev.
func (w *write) put(t *table, id int64, before, after state) error {
	if after == nil {
		if err := w.exec("UPDATE "+t.name+" SET withdrawn = 1, rev = rev + 1 WHERE id = ?", id); err != nil {
			return err
		}
		w.touch(t, id, before)
		return nil
	}
	query := "UPDATE " + t.name + " SET withdrawn = 0, rev = rev + 1"
	var values []any
	for i, c := range t.columns {
		if before[i] != after[i] {
			query += ", " + c + " = ?"
			values = append(values, after[i])
		}
	}
	if err := w.exec(query+" WHERE id = ?", append(values, id)...); err != nil {
		return fmt.Errorf("%s %d: %w", t.entity, id, err)
	}
	w.touch(t, id, before)
	w.touch(t, id, after)
	return w.index(t, id, before, after)
}

func itoa[N ~int | ~int64](n N) string { return strconv.FormatInt(int64(n), 10) }
