package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"onrecord/quotes"
)

// schemaOf is what a file's tables and indexes are, in one order and spacing.
func schemaOf(t *testing.T, path string) string {
	t.Helper()
	rows, err := rawOpen(t, path).Query("SELECT type, name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	comments, spaces := regexp.MustCompile(`--[^\n]*`), regexp.MustCompile(`\s+`)
	var out []string
	for rows.Next() {
		var kind, name, text string
		if err := rows.Scan(&kind, &name, &text); err != nil {
			t.Fatal(err)
		}
		text = spaces.ReplaceAllString(comments.ReplaceAllString(text, ""), "")
		out = append(out, kind+" "+name+" "+strings.ReplaceAll(text, `"`, ""))
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	var version int
	if err := rawOpen(t, path).QueryRow("PRAGMA user_version").Scan(&version); err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%s\nversion %d", strings.Join(out, "\n"), version)
}

// openAs opens path as a program with another layout would.
func openAs(t *testing.T, path string, l *layout) error {
	t.Helper()
	if err := makeFile(path, false); err != nil {
		t.Fatal(err)
	}
	s := &Store{db: rawOpen(t, path), path: path}
	return s.prepareAs(ctx, l, false)
}

// A record of every earlier version, as testdata/schema-N.sql makes it, comes
// out as a new one does.
func TestFreshEqualsMigrated(t *testing.T) {
	fresh := filepath.Join(t.TempDir(), "fresh.db")
	openTest(t, fresh)
	want := schemaOf(t, fresh)
	if !strings.HasSuffix(want, fmt.Sprintf("version %d", current.version())) {
		t.Fatalf("schema.sql makes %s", want[strings.LastIndex(want, "\n"):])
	}
	for version := 1; version < current.version(); version++ {
		script, err := os.ReadFile(fmt.Sprintf("testdata/schema-%d.sql", version))
		if err != nil {
			t.Fatal(err)
		}
		old := filepath.Join(t.TempDir(), "old.db")
		rawExec(t, old, string(script))
		openTest(t, old)
		if got := schemaOf(t, old); got != want {
			t.Errorf("from version %d:\n%s\nfresh:\n%s", version, got, want)
		}
	}
}

// What later versions derive from the rows of earlier ones is there.
func TestMigratedRows(t *testing.T) {
	script, err := os.ReadFile("testdata/schema-1.sql")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "old.db")
	rawExec(t, path, string(script)+`
		INSERT INTO changes VALUES (1, 1, '2026-01-02T00:00:00Z', 'ida', 'add', '', NULL, 'quote', 1, NULL, '{}', zeroblob(32), zeroblob(32));
		INSERT INTO articles VALUES (1, 1, 1, 0, '', '', '', '', '', '', '', '', '', NULL, NULL, 'current', NULL);
		INSERT INTO quotes VALUES (1, 1, 1, 0, 1, 20260102, '', '', 1, NULL, 'full', 'new', '', 0, 0, '', 0, 'hand', '', '', '', '', '', '', '',
			'', '', '', 'The port took in 40 percent more than the year before');
		INSERT INTO claims VALUES (1, 1, 1, 0, 'The port grew', 'flagged', '', '', 'normal', '');`)
	s := openTest(t, path)
	q, err := s.Quote(ctx, 1)
	if err != nil || q.Worthiness < 0.5 {
		t.Errorf("worth %+v, %v", q, err)
	}
	var wrong, found int
	if err := s.db.QueryRow("SELECT count(*) FROM quotes WHERE fingerprint IS NOT " + derivedFingerprint + " OR fingerprint IS NULL").Scan(&wrong); err != nil || wrong > 0 {
		t.Errorf("%d without their fingerprint, %v", wrong, err)
	}
	if err := s.db.QueryRow("SELECT count(*) FROM claims_fts WHERE claims_fts MATCH 'ports'").Scan(&found); err != nil || found != 1 {
		t.Errorf("%d claims found, %v", found, err)
	}
}

// Three versions of a small schema stand in for those to come.
const header = "PRAGMA application_id = 1332630115;"

var (
	small1 = layout{schema: header + "PRAGMA user_version = 1; CREATE TABLE a (x INTEGER) STRICT;"}
	small2 = layout{
		schema: header + "PRAGMA user_version = 2; CREATE TABLE a (x INTEGER, y TEXT NOT NULL DEFAULT '') STRICT;",
		steps:  []string{"ALTER TABLE a ADD COLUMN y TEXT NOT NULL DEFAULT '';"},
	}
	small3 = layout{
		schema: small2.schema + "PRAGMA user_version = 3; CREATE INDEX b ON a (y);",
		steps:  append(append([]string(nil), small2.steps...), "CREATE INDEX b ON a (y); UPDATE a SET y = 'moved';"),
	}
)

func TestMigrate(t *testing.T) {
	folder := t.TempDir()
	fresh, old := filepath.Join(folder, "fresh.db"), filepath.Join(folder, "old.db")
	if err := openAs(t, fresh, &small3); err != nil {
		t.Fatal(err)
	}
	if err := openAs(t, old, &small1); err != nil {
		t.Fatal(err)
	}
	rawExec(t, old, "INSERT INTO a VALUES (7)")
	if err := openAs(t, old, &small3); err != nil {
		t.Fatal(err)
	}
	if got, want := schemaOf(t, old), schemaOf(t, fresh); got != want {
		t.Errorf("migrated:\n%s\nfresh:\n%s", got, want)
	}
	var moved string
	if err := rawOpen(t, old).QueryRow("SELECT y FROM a WHERE x = 7").Scan(&moved); err != nil || moved != "moved" {
		t.Errorf("the row says %q, %v", moved, err)
	}
	err := openAs(t, old, &small1)
	wantError(t, err, quotes.CodeUnusable, "newer")
}

// A step that fails leaves the file at the version before it.
func TestMigrateFails(t *testing.T) {
	path := filepath.Join(t.TempDir(), "record.db")
	if err := openAs(t, path, &small1); err != nil {
		t.Fatal(err)
	}
	broken := layout{schema: small3.schema, steps: []string{small2.steps[0], "CREATE TABLE c (x INTEGER); ALTER TABLE none ADD COLUMN z;"}}
	err := openAs(t, path, &broken)
	wantError(t, err, quotes.CodeUnusable, "from format 2 to 3")
	if got := schemaOf(t, path); !strings.HasSuffix(got, "version 2") || strings.Contains(got, "table c") {
		t.Errorf("half a step was kept:\n%s", got)
	}
	if err := openAs(t, path, &small3); err != nil {
		t.Errorf("the right program afterwards: %v", err)
	}
}

// Programs that start at once make, or migrate, a record once.
func TestMigrateAtOnce(t *testing.T) {
	for _, start := range []*layout{nil, &small1} {
		path := filepath.Join(t.TempDir(), "record.db")
		if start != nil {
			if err := openAs(t, path, start); err != nil {
				t.Fatal(err)
			}
			rawExec(t, path, "INSERT INTO a VALUES (7)")
		} else if err := makeFile(path, false); err != nil {
			t.Fatal(err)
		}
		var wait sync.WaitGroup
		for range 8 {
			wait.Go(func() {
				db, err := sql.Open("sqlite", dsn(path, false))
				if err == nil {
					err = (&Store{db: db, path: path}).prepareAs(context.Background(), &small3, false)
					_ = db.Close()
				}
				if err != nil {
					t.Error(err)
				}
			})
		}
		wait.Wait()
		if got := schemaOf(t, path); !strings.HasSuffix(got, "version 3") {
			t.Errorf("now at %s", got)
		}
	}
}

// An older record is brought up to date by the first command, also if that
// only reads.
func TestMigrateReadOnly(t *testing.T) {
	script, err := os.ReadFile("testdata/schema-1.sql")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "old.db")
	rawExec(t, path, string(script))
	s, err := Open(ctx, path, Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	if version, err := s.versionIn(ctx, s.db, &current); err != nil || version != current.version() {
		t.Errorf("version %d, %v", version, err)
	}
	if _, err := s.db.Exec("DELETE FROM changes"); err == nil {
		t.Error("opened for reading, it can be written to")
	}
}
