package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"onrecord"
	"onrecord/quotes"
)

// applicationID stands in the header of every record: "OnRc".
const applicationID = 0x4f6e5263

// layout is a schema with the way to it from every earlier version.
type layout struct {
	schema string
	// steps[i] brings version i+1 to i+2, and need not set user_version.
	steps []string
}

// version is that of the layout's schema.
func (l *layout) version() int { return len(l.steps) + 1 }

// current is the layout of this program.
var current = layout{schema: onrecord.Schema, steps: steps}

// errOlder is for a record that has to be migrated, but was opened for reading.
var errOlder = errors.New("the record has an older format")

// prepare makes an empty file a record, migrates an older one, and refuses
// what is none or newer than this program.
func (s *Store) prepare(ctx context.Context, readOnly bool) error {
	return s.prepareAs(ctx, &current, readOnly)
}

func (s *Store) prepareAs(ctx context.Context, l *layout, readOnly bool) error {
	// At first glance, as it nearly always is; what is found otherwise may be
	// another process at work, and is looked at in one moment.
	if version, err := s.versionIn(ctx, s.db, l); err == nil && version == l.version() {
		return nil
	}
	var version int
	err := s.patiently(ctx, func() error {
		tx, err := s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
		if err != nil {
			return err
		}
		defer func() { _ = tx.Rollback() }()
		version, err = s.versionIn(ctx, tx, l)
		return err
	})
	switch {
	case err != nil:
		return err
	case version == l.version():
		return nil
	case readOnly && version == 0:
		return quotes.Errorf(quotes.CodeUnusable, "%s is empty", s.path).
			Do("start the record with `onrecord init`")
	case readOnly:
		return errOlder
	}
	if version == 0 {
		// WAL is a property of the file, and cannot be set inside a transaction.
		err := s.patiently(ctx, func() error {
			_, err := s.db.ExecContext(ctx, "PRAGMA journal_mode = WAL")
			return err
		})
		if err != nil {
			return err
		}
	}
	for version != l.version() {
		err := s.patiently(ctx, func() (err error) {
			version, err = s.step(ctx, l)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// patiently tries again while the file is busy. SQLite waits by itself for
// most locks, but not for those of a change to WAL, its own or another's:
// https://sqlite.org/wal.html#sometimes_queries_return_sqlite_busy_in_wal_mode
func (s *Store) patiently(ctx context.Context, do func() error) error {
	const pause, patience = 5 * time.Millisecond, 10 * time.Second
	for start := time.Now(); ; {
		err := do()
		if !isBusy(err) || time.Since(start) > patience {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(pause):
		}
	}
}

// step takes one step in one immediate transaction, in which the version is
// read again: another process may have been faster. It gives the version
// reached.
func (s *Store) step(ctx context.Context, l *layout) (int, error) {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return 0, err
	}
	defer func() { _ = tx.Rollback() }()
	version, err := s.versionIn(ctx, tx, l)
	if err != nil || version == l.version() {
		return version, err
	}
	script, next := l.schema, l.version()
	if version > 0 {
		script, next = l.steps[version-1], version+1
	}
	if _, err := tx.ExecContext(ctx, script); err != nil {
		return 0, &quotes.Error{
			Code: quotes.CodeUnusable, Err: err,
			Message: "could not bring " + s.path + " from format " + itoa(version) + " to " + itoa(next),
			Remedy:  "nothing was changed; restore a backup or report this",
		}
	}
	if _, err := tx.ExecContext(ctx, "PRAGMA user_version = "+itoa(next)); err != nil {
		return 0, err
	}
	return next, tx.Commit()
}

type rowQuerier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// versionIn reads which version of a record the file holds, 0 for an empty
// one.
func (s *Store) versionIn(ctx context.Context, q rowQuerier, l *layout) (int, error) {
	var application, version int
	if err := q.QueryRowContext(ctx, "PRAGMA application_id").Scan(&application); err != nil {
		return 0, err
	}
	if err := q.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return 0, err
	}
	if application == 0 && version == 0 {
		var tables int
		if err := q.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&tables); err != nil {
			return 0, err
		}
		if tables == 0 {
			return 0, nil
		}
	}
	if application != applicationID {
		return 0, quotes.Errorf(quotes.CodeUnusable, "%s is a database of another program", s.path).
			Do("name the record with --db PATH")
	}
	if version > l.version() {
		return 0, quotes.Errorf(quotes.CodeUnusable, "%s has format %d, newer than this program's %d", s.path, version, l.version()).
			Do("use the onrecord that wrote it, or a newer one")
	}
	if version < 1 {
		return 0, quotes.Errorf(quotes.CodeUnusable, "%s says it is a record but names no format", s.path).
			Do("restore a backup")
	}
	return version, nil
}
