package sqlite

import (
	"context"
	"path/filepath"
	"testing"

	"onrecord/store"
	"onrecord/store/storetest"
)

func TestStore(t *testing.T) {
	storetest.Run(t, func(t *testing.T) storetest.Opener {
		path := filepath.Join(t.TempDir(), "record.db")
		return func(t *testing.T) store.Store { return openTest(t, path) }
	})
}

// openTest opens or makes the record at path, until the test ends.
func openTest(t testing.TB, path string) *Store {
	t.Helper()
	s, err := OpenOrCreate(context.Background(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}
