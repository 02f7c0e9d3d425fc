package main

import (
	"context"

	"onrecord/quotes"
	"onrecord/store"
	"onrecord/store/sqlite"
)

// This file alone names a storage backend.

// openRecord opens the record at path; with accessCreate it is made if it is
// missing.
func openRecord(ctx context.Context, env *environment, path string, want access) (store.Store, error) {
	options := sqlite.Options{ReadOnly: want == accessRead, Now: env.clock}
	if want == accessCreate {
		return sqlite.OpenOrCreate(ctx, path, options)
	}
	return sqlite.Open(ctx, path, options)
}

// makeRecord makes a record at path, and tells whether it did: an existing
// record stays as it is.
func makeRecord(ctx context.Context, env *environment, path string, shared bool) (made bool, err error) {
	if existing, err := sqlite.Open(ctx, path, sqlite.Options{ReadOnly: true}); err == nil {
		return false, existing.Close()
	} else if quotes.CodeOf(err) != quotes.CodeNotFound {
		return false, err
	}
	record, err := sqlite.OpenOrCreate(ctx, path, sqlite.Options{Shared: shared, Now: env.clock})
	if err != nil {
		return false, err
	}
	return true, record.Close()
}
