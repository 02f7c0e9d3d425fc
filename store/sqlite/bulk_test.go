package sqlite

import (
	"path/filepath"
	"testing"

	"onrecord/store"
	"onrecord/store/storetest/generate"
)

// A large ingest leaves connection and indexes as they were, whatever became
// of it, and the record sound.
func TestManyRows(t *testing.T) {
	s := openTest(t, filepath.Join(t.TempDir(), "record.db"))
	s.db.SetMaxOpenConns(1)
	asBefore := func() {
		t.Helper()
		for query, want := range map[string]int{
			"PRAGMA temp_store":         0,
			"PRAGMA wal_autocheckpoint": 1000,
			"SELECT coalesce((SELECT v FROM quotes_fts_config WHERE k = 'hashsize'), 1048576)": 1048576,
			"SELECT coalesce((SELECT v FROM articles_fts_config WHERE k = 'automerge'), 4)":    4,
		} {
			var got int
			if err := s.db.QueryRow(query).Scan(&got); err != nil || got != want {
				t.Errorf("%s: %d, %v, want %d", query, got, err, want)
			}
		}
	}
	asBefore()
	g := generate.New(generate.Shape{Quotes: 4000})
	for range 3 {
		if _, err := s.SaveExtractions(ctx, &store.Op{Who: "ida", Command: "ingest"}, g.Next(1200)); err != nil {
			t.Fatal(err)
		}
		asBefore()
	}
	bad := g.Next(400)
	bad[39].Article.Text = ""
	if _, err := s.SaveExtractions(ctx, &store.Op{Who: "ida", Command: "ingest"}, bad); err == nil {
		t.Error("an article without a text was stored")
	}
	asBefore()
	report, err := s.Check(ctx, "")
	if err != nil || len(report.Problems) > 0 || report.Quotes != 3600 {
		t.Errorf("%+v, %v", report, err)
	}
}
