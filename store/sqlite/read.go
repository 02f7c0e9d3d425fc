package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
)

// reader is one read transaction: everything read with it is of one moment.
type reader struct {
	*sql.Tx
	ctx  context.Context
	past *pastView // what it reads is the record as it stood (seeBy); nil: as it stands
}

// read runs do in one read transaction.
func (s *Store) read(ctx context.Context, do func(r *reader) error) error {
	// ReadOnly keeps the driver from beginning it immediate, as a writer.
	tx, err := s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return s.fault(err)
	}
	defer func() { _ = tx.Rollback() }()
	return s.fault(do(&reader{Tx: tx, ctx: ctx}))
}

// each calls with every row of a query.
func (r *reader) each(query string, args []any, with func(rows *sql.Rows) error) error {
	rows, err := r.QueryContext(r.ctx, query, args...)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		if err := with(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

func (r *reader) integers(query string, args ...any) ([]int64, error) {
	rows, err := r.QueryContext(r.ctx, query, args...)
	if err != nil {
		return nil, err
	}
	return scanIntegers(rows)
}

// none reports whether a query found no row.
func none(err error) bool { return errors.Is(err, sql.ErrNoRows) }

// list binds any number of ids or words as one parameter, for json_each.
func list[T any](values []T) string {
	data, err := json.Marshal(values)
	if err != nil {
		panic(err) // numbers and strings always marshal
	}
	return string(data)
}
