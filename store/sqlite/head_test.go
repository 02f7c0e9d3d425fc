package sqlite

import (
	"database/sql"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/quotes"
	"onrecord/store"
)

// forge rewrites the chain from a change on as somebody would who knows how
// its hashes are made: all of it, or that one change only.
func forge(t *testing.T, s *Store, from int64, all bool) {
	t.Helper()
	rows, err := s.db.Query("SELECT "+changeColumns+" FROM changes WHERE seq >= ? ORDER BY seq", from)
	if err != nil {
		t.Fatal(err)
	}
	changes, err := scanChanges(rows)
	if err != nil {
		t.Fatal(err)
	}
	previous := changes[0].previous
	for _, c := range changes {
		c.previous = previous
		previous = c.sum()
		if _, err := s.db.Exec("UPDATE changes SET prev_hash = ?, hash = ? WHERE seq = ?", c.previous, previous, c.Seq); err != nil {
			t.Fatal(err)
		}
		if !all {
			return
		}
	}
}

func problems(t *testing.T, s *Store, head string) (string, *store.Report) {
	t.Helper()
	report, err := s.Check(ctx, head)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(report.Problems, "\n"), report
}

// The first broken link is told with all that the record says of it.
func TestBrokenLink(t *testing.T) {
	path := filepath.Join(t.TempDir(), "record.db")
	s := busy(t, path)
	rawExec(t, path, "UPDATE changes SET note = 'forged' WHERE seq IN (5, 7)")
	all, report := problems(t, s, "")
	b := report.Broken
	if b == nil || b.Seq != 5 || b.Op != 2 || b.Who != "ida" || b.Command != "edit" || b.Entity != quotes.EntityQuote || b.EntityID != 2 || b.At == "" {
		t.Fatalf("%+v", b)
	}
	if !strings.Contains(all, "change 5 was altered: its hash differs (op 2, edit by ida at "+b.At+", quote 2)") || !strings.Contains(all, "change 7 was altered") {
		t.Error(all)
	}
	// A hash made anew for it leaves the next change without a hold.
	forge(t, s, 5, false)
	if _, report = problems(t, s, ""); report.Broken == nil || report.Broken.Seq != 6 {
		t.Errorf("%+v", report.Broken)
	}
}

// Whoever makes the whole chain anew, or puts an older copy in its place, is
// found out by the head that an editor noted down, and by that alone.
func TestHead(t *testing.T) {
	folder := t.TempDir()
	path, older := filepath.Join(folder, "record.db"), filepath.Join(folder, "older.db")
	s := busy(t, path)
	first, err := s.Backup(ctx, older, false)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.SetSetting(ctx, &store.Op{Who: "ida", Command: "config"}, "k", "other"); err != nil {
		t.Fatal(err)
	}
	all, report := problems(t, s, first)
	if all != "" || report.Known != int64(report.Changes)-1 {
		t.Errorf("grown since: %s, known %d of %d", all, report.Known, report.Changes)
	}
	head := report.Head
	if all, report = problems(t, s, head); all != "" || report.Known != int64(report.Changes) {
		t.Errorf("the head itself: %s, known %d of %d", all, report.Known, report.Changes)
	}
	cut := openTest(t, older)
	if all, _ = problems(t, cut, ""); all != "" {
		t.Errorf("an older copy: %s", all)
	}
	if all, _ = problems(t, cut, head); !strings.Contains(all, "no change has the hash "+head) {
		t.Errorf("an older copy, with the head: %s", all)
	}
	var note sql.NullString
	if err := s.db.QueryRow("SELECT note FROM quotes WHERE id = 1").Scan(&note); err != nil || note.String != "a note" {
		t.Fatalf("%q, %v", note.String, err)
	}
	rawExec(t, path, "UPDATE quotes SET note = 'no note' WHERE id = 1")
	rawExec(t, path, "UPDATE changes SET after = replace(after, 'a note', 'no note') WHERE entity = 'quote' AND entity_id = 1")
	forge(t, s, 4, true)
	if all, report = problems(t, s, ""); all != "" || report.Broken != nil {
		t.Errorf("a forged chain without a head: %s", all)
	}
	if all, _ = problems(t, s, head); !strings.Contains(all, "no change has the hash "+head) {
		t.Errorf("a forged chain, with the head: %s", all)
	}
}
