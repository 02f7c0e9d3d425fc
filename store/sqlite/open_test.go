package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"onrecord/quotes"
	"onrecord/store"
)

var ctx = context.Background()

// wantError fails unless err is of this code, says what and has a remedy.
func wantError(t *testing.T, err error, code quotes.Code, what string) {
	t.Helper()
	var e *quotes.Error
	if !errors.As(err, &e) {
		t.Fatalf("error %v, want a quotes.Error", err)
	}
	if e.Code != code || e.Remedy == "" || !strings.Contains(e.Error(), what) || strings.Contains(e.Error(), "\n") {
		t.Errorf("error %q (%s), want %s about %q, with a remedy, on one line", e, e.Code, code, what)
	}
}

// rawOpen opens the file as any program would.
func rawOpen(t testing.TB, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", dsn(path, false))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

func rawExec(t testing.TB, path, statements string) {
	t.Helper()
	db := rawOpen(t, path)
	if _, err := db.Exec(statements); err != nil {
		t.Fatalf("%s: %v", statements, err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestOpenMissing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "none.db")
	_, err := Open(ctx, path, Options{})
	wantError(t, err, quotes.CodeNotFound, "init")
	if _, err := os.Stat(path); err == nil {
		t.Error("looking for a record made one")
	}
}

func TestOpenRefuses(t *testing.T) {
	folder := t.TempDir()
	file := func(name, content string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	other := filepath.Join(folder, "other.db")
	rawExec(t, other, "CREATE TABLE bookmarks (id INTEGER)")
	claimed := filepath.Join(folder, "claimed.db")
	rawExec(t, claimed, "PRAGMA application_id = 77")
	newer := filepath.Join(folder, "newer.db")
	openTest(t, newer)
	rawExec(t, newer, "PRAGMA user_version = 99")
	unversioned := filepath.Join(folder, "unversioned.db")
	openTest(t, unversioned)
	rawExec(t, unversioned, "PRAGMA user_version = 0")
	for path, what := range map[string]string{
		folder: "folder",
		file("notes.txt", strings.Repeat("Shopping: milk, bread. ", 300)): "not a record",
		file("short.txt", "hello"): "not a record",
		other:                      "another program",
		claimed:                    "another program",
		newer:                      "newer",
		unversioned:                "format",
	} {
		_, err := OpenOrCreate(ctx, path, Options{})
		wantError(t, err, quotes.CodeUnusable, what)
	}
	_, err := OpenOrCreate(ctx, filepath.Join(file("file", "x"), "below.db"), Options{})
	wantError(t, err, quotes.CodeUnusable, "below.db")
	_, err = Create(ctx, newer, Options{})
	wantError(t, err, quotes.CodeConflict, "exists")
}

func TestOpenDamaged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "record.db")
	s := openTest(t, path)
	saveSome(t, s, 200)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 8192; i < len(data); i++ {
		data[i] ^= 0x5a
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	s, err = Open(ctx, path, Options{})
	if err == nil {
		defer func() { _ = s.Close() }()
		for _, err = range s.Quotes(ctx, quotes.Filter{}) {
			if err != nil {
				break
			}
		}
	}
	wantError(t, err, quotes.CodeUnusable, "damaged")
}

func TestOpenEmptyFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "empty.db")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Open(ctx, path, Options{ReadOnly: true})
	wantError(t, err, quotes.CodeUnusable, "empty")
	saveSome(t, openTest(t, path), 10)
}

// Every sign of a path stands for itself.
func TestOpenOddPaths(t *testing.T) {
	for _, name := range []string{"a b.db", "a#b.db", "a?mode=memory.db", "100%.db", "a%20b.db", "é’.db", ":memory:", "a&b=c;.db", "file:x.db"} {
		folder := t.TempDir()
		if runtime.GOOS == "windows" && strings.ContainsAny(name, "?:") {
			continue
		}
		path := filepath.Join(folder, name)
		saveSome(t, openTest(t, path), 10)
		files, err := filepath.Glob(filepath.Join(folder, "*"))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			if !strings.HasPrefix(f, path) {
				t.Errorf("%q made %q", name, f)
			}
		}
		if n, err := openTest(t, path).CountQuotes(ctx, quotes.Filter{}, 0); err != nil || n != 10 {
			t.Errorf("%q: %d quotes, %v", name, n, err)
		}
	}
}

func TestPermissions(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no such modes")
	}
	for shared, want := range map[bool]os.FileMode{false: 0o600, true: 0o660} {
		path := filepath.Join(t.TempDir(), "new", "record.db")
		s, err := Create(ctx, path, Options{Shared: shared})
		if err != nil {
			t.Fatal(err)
		}
		saveSome(t, s, 10)
		for _, suffix := range []string{"", "-wal", "-shm"} {
			info, err := os.Stat(path + suffix)
			if err != nil {
				t.Fatal(err)
			}
			if info.Mode().Perm() != want {
				t.Errorf("shared %v: %s has mode %v", shared, suffix, info.Mode())
			}
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestReadOnly(t *testing.T) {
	path := filepath.Join(t.TempDir(), "record.db")
	saveSome(t, openTest(t, path), 10)
	s, err := Open(ctx, path, Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	if n, err := s.CountQuotes(ctx, quotes.Filter{}, 0); err != nil || n != 10 {
		t.Errorf("%d quotes, %v", n, err)
	}
	_, err = s.AddQuote(ctx, &store.Op{Who: "x"}, quotes.Quote{Text: "x"})
	wantError(t, err, quotes.CodeUnusable, "written")
}

// A writer that holds the file longer than others wait is reported as such.
func TestLocked(t *testing.T) {
	path := filepath.Join(t.TempDir(), "record.db")
	s := openTest(t, path)
	if _, err := s.db.Exec("PRAGMA busy_timeout = 50"); err != nil {
		t.Fatal(err)
	}
	s.db.SetMaxOpenConns(1)
	tx, err := rawOpen(t, path).Begin() // immediate
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = tx.Rollback() }()
	_, err = s.AddQuote(ctx, &store.Op{Who: "x"}, quotes.Quote{Text: "x"})
	wantError(t, err, quotes.CodeUnusable, "locked")
	if n, err := s.CountQuotes(ctx, quotes.Filter{}, 0); err != nil || n != 0 {
		t.Errorf("reading beside a writer: %d, %v", n, err)
	}
}

func TestDiskFull(t *testing.T) {
	path := filepath.Join(t.TempDir(), "record.db")
	s := openTest(t, path)
	s.db.SetMaxOpenConns(1)
	saveSome(t, s, 100)
	before, err := s.Check(ctx, "")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.db.Exec("PRAGMA max_page_count = 120"); err != nil {
		t.Fatal(err)
	}
	_, err = s.SaveExtractions(ctx, &store.Op{Who: "x", Command: "ingest"}, some(3000))
	wantError(t, err, quotes.CodeUnusable, "full")
	if _, err := s.db.Exec("PRAGMA max_page_count = 1000000"); err != nil {
		t.Fatal(err)
	}
	after, err := s.Check(ctx, "")
	if err != nil || len(after.Problems) > 0 || after.Head != before.Head {
		t.Errorf("after a full disk: %+v, %v", after, err)
	}
	if _, err = s.SaveExtractions(ctx, &store.Op{Who: "x", Command: "ingest"}, some(3000)); err != nil {
		t.Errorf("with room again: %v", err)
	}
}

func TestCancelled(t *testing.T) {
	s := openTest(t, filepath.Join(t.TempDir(), "record.db"))
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	_, err := s.SaveExtractions(cancelled, &store.Op{Who: "x"}, some(10))
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}
