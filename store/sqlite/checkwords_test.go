package sqlite

import (
	"path/filepath"
	"strings"
	"testing"
)

// A check needs nobody to stop writing, not even to hold the words against the
// tables, and leaves nothing behind; on a record opened for reading, too.
func TestCheckBesideWriter(t *testing.T) {
	path := filepath.Join(t.TempDir(), "record.db")
	s := openTest(t, path)
	s.db.SetMaxOpenConns(1)
	saveSome(t, s, 200)
	reading, err := Open(ctx, path, Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = reading.Close() }()
	desk := openTest(t, path)
	tx, err := desk.db.BeginTx(ctx, nil) // has the writer's place until it ends
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range []*Store{s, s, reading} {
		report, err := one.Check(ctx, "")
		if err != nil || len(report.Problems) > 0 {
			t.Errorf("beside a writer: %+v, %v", report, err)
		}
	}
	if _, err := tx.Exec("INSERT INTO articles_fts (articles_fts, rowid, title, text) SELECT 'delete', id, title, text FROM articles WHERE id = 3"); err != nil {
		t.Fatal(err)
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
	for _, one := range []*Store{s, reading} {
		report, err := one.Check(ctx, "")
		if err != nil || !strings.Contains(strings.Join(report.Problems, "\n"), "articles_fts") {
			t.Errorf("with words missing: %+v, %v", report, err)
		}
	}
	var left int
	if err := s.db.QueryRow("SELECT count(*) FROM temp.sqlite_schema").Scan(&left); err != nil || left != 0 {
		t.Errorf("%d temporary tables are left, %v", left, err)
	}
	saveSome(t, s, 10) // the connection is as it was
}
