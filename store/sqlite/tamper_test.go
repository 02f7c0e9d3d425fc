package sqlite

import (
	"path/filepath"
	"strings"
	"testing"

	"onrecord/quotes"
	"onrecord/store"
)

// busy makes a record in which everything has been used once.
func busy(t *testing.T, path string) *Store {
	t.Helper()
	s := openTest(t, path)
	op := func(command string) *store.Op { return &store.Op{Who: "ida", Command: command} }
	do := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	saved := saveSome(t, s, 30)
	q := saved[0].Quotes
	note := "a note"
	_, err := s.UpdateQuotes(ctx, op("edit"), q[:2], quotes.QuoteUpdate{Note: &note})
	do(err)
	_, err = s.TagQuotes(ctx, op("tag"), q[:2], []string{"sea"}, nil)
	do(err)
	m := quotes.Mark{Axis: quotes.AxisVerdict, Verdict: quotes.VerdictTrue, Evidence: []quotes.Evidence{{URL: "https://e.example"}}}
	_, err = s.Mark(ctx, op("mark"), q[:1], nil, m)
	do(err)
	do(s.MergeSpeakers(ctx, op("merge"), 1, []quotes.SpeakerID{2}))
	do(s.SetSetting(ctx, op("config"), "k", "v"))
	_, err = s.TagQuotes(ctx, op("tag"), q[2:3], []string{"gone"}, nil)
	do(err)
	_, err = s.Undo(ctx, op("undo"), 0)
	do(err)
	return s
}

// Each sort of tampering shows, and is named.
func TestTampering(t *testing.T) {
	for statement, want := range map[string]string{
		"UPDATE quotes SET text = 'never said' WHERE id = 5":          "quote 5 is not what stands",
		"UPDATE quotes SET text = 'never said', rev = 2 WHERE id = 1": "quote 1 differs",
		"UPDATE quotes SET spans = '0+5' WHERE id = 5":                "quote 5 is not what stands",
		"UPDATE quotes SET spans = '90000+5' WHERE id = 5":            "shorter",
		"UPDATE quotes SET context = '90000+5' WHERE id = 5":          "shorter",
		"UPDATE quotes SET confidence = 1 WHERE id = 5":               "the quotes of article 1",
		"UPDATE quotes SET speaker = 3 WHERE id = 15":                 "the quotes of article 2",
		"UPDATE quotes SET note = 'other' WHERE id = 1":               "quote 1 differs",
		"UPDATE quotes SET rev = 9 WHERE id = 1":                      "quote 1 has rev 9",
		"UPDATE quotes SET rev = 9 WHERE id = 7":                      "quote 7 was changed",
		"UPDATE quotes SET withdrawn = 1, listed = 0 WHERE id = 7":    "quote 7 was changed",
		"UPDATE quotes SET withdrawn = 1, listed = 0 WHERE id = 1":    "quote 1 is withdrawn",
		"UPDATE quotes SET listed = 0 WHERE id = 7":                   "quote 7 does not say rightly",
		"UPDATE quotes SET date = 20200101 WHERE id = 7":              "quote 7 does not say rightly",
		"UPDATE quotes SET worth = worth + 1 WHERE id = 7":            "quote 7 does not say rightly",
		"UPDATE quotes SET fingerprint = NULL WHERE id = 7":           "quote 7 does not say rightly",
		"UPDATE quotes SET status = 'checked' WHERE id = 7":           "quote 7 is down as",
		"UPDATE quotes SET verdict = 'false' WHERE id = 1":            "quote 1 is down as",
		"UPDATE quotes SET created = 1 WHERE id = 15":                 "quote 15 is in no change",
		"UPDATE quotes SET article = 2 WHERE id = 7":                  "quote 7 is in no change",
		"PRAGMA foreign_keys = 0; DELETE FROM quotes WHERE id = 7":    "the quotes of article 1",
		"PRAGMA foreign_keys = 0; DELETE FROM quotes WHERE id = 1":    "quote 1 is in the changes",
		"INSERT INTO quotes SELECT 99, 1, created, 0, listed, date, status, verdict, article, speaker, kind, state, fidelity, confidence, mention_confidence, runner_up, runner_up_confidence, method, reason, role, spans, mention, cue, context, own_context, said_on, confirmed_by, note, text, worth, fingerprint FROM quotes WHERE id = 7": "quote 99 is in no change",
		"UPDATE articles SET text = text || '.' WHERE id = 2":                          "text of article 2",
		"UPDATE articles SET text = NULL WHERE id = 2":                                 "text of article 2",
		"UPDATE articles SET title = 'Other' WHERE id = 2":                             "article 2 differs",
		"UPDATE articles SET superseded_by = 1 WHERE id = 2":                           "article 2 does not say rightly",
		"UPDATE articles SET withdrawn = 1 WHERE id = 2":                               "article 2 is withdrawn",
		"UPDATE speakers SET name = 'Other' WHERE id = 3":                              "speaker 3 differs",
		"UPDATE speakers SET merged_into = 2 WHERE id = 3":                             "speaker 3 is merged into one who is merged",
		"UPDATE aliases SET key = 'other' WHERE id = 3":                                "has the key",
		"UPDATE tags SET tag = 'other' WHERE id = 1":                                   "tag 1 differs",
		"UPDATE tags SET withdrawn = 0 WHERE tag = 'gone'":                             "tag 3 is withdrawn",
		"UPDATE assessments SET verdict = 'false'":                                     "assessment 1 differs",
		"UPDATE assessments SET rationale = 'because'":                                 "assessment 1 differs",
		"UPDATE claims SET workflow = 'published'":                                     "claim 1 differs",
		"UPDATE appearances SET part = '0+1'":                                          "appearance 1 differs",
		"UPDATE evidence SET url = 'https://other.example'":                            "evidence 1 differs",
		"DELETE FROM evidence":                                                         "evidence 1 is in the changes",
		"UPDATE settings SET value = 'other'":                                          "setting 1 differs",
		"UPDATE changes SET who = 'eve' WHERE seq = 4":                                 "change 4 was altered",
		"UPDATE changes SET at = '2001-01-01T00:00:00Z' WHERE seq = 4":                 "change 4 was altered",
		"UPDATE changes SET after = replace(after, 'a note', 'no note') WHERE seq = 4": "change 4 was altered",
		"UPDATE changes SET undoes = 3 WHERE seq = 4":                                  "change 4 was altered",
		"UPDATE changes SET hash = zeroblob(32) WHERE seq = 4":                         "change 4 was altered",
		"UPDATE changes SET prev_hash = zeroblob(32) WHERE seq = 4":                    "change 4 does not follow",
		"DELETE FROM changes WHERE seq = 4":                                            "change 4 is missing",
		"UPDATE changes SET seq = 99 WHERE seq = 4; UPDATE changes SET seq = 4 WHERE seq = 5; UPDATE changes SET seq = 5 WHERE seq = 99": "change 4 does not follow",
		"DELETE FROM changes WHERE seq = (SELECT max(seq) FROM changes)":                                                                 "no change has the hash",
		"INSERT INTO quotes_fts (quotes_fts, rowid, text, own_context) SELECT 'delete', id, text, own_context FROM quotes WHERE id = 5":  "quotes_fts",
		"INSERT INTO claims_fts (rowid, text) VALUES (999, 'ghost')":                                                                     "claims_fts",
		"INSERT INTO aliases_fts (rowid, key) VALUES (999, 'ghost')":                                                                     "aliases_fts",
		"PRAGMA foreign_keys = 0; UPDATE quotes SET speaker = 999 WHERE id = 7":                                                          "row of speakers",
	} {
		path := filepath.Join(t.TempDir(), "record.db")
		s := busy(t, path)
		sound, err := s.Check(ctx, "")
		if err != nil || len(sound.Problems) > 0 {
			t.Fatalf("before: %+v, %v", sound, err)
		}
		rawExec(t, path, statement)
		report, err := s.Check(ctx, sound.Head)
		if err != nil {
			t.Errorf("%s: %v", statement, err)
			continue
		}
		if all := strings.Join(report.Problems, "\n"); !strings.Contains(all, want) {
			t.Errorf("%s:\nreported %q\nwant %q", statement, all, want)
		}
	}
}

// The file is plain SQLite: what the shell sees is what is there.
func TestBackupIsARecord(t *testing.T) {
	folder := t.TempDir()
	s := busy(t, filepath.Join(folder, "record.db"))
	copied := filepath.Join(folder, "copy.db")
	head, err := s.Backup(ctx, copied, false)
	if err != nil {
		t.Fatal(err)
	}
	b := openTest(t, copied)
	report, err := b.Check(ctx, head)
	if err != nil || len(report.Problems) > 0 || report.Head != head {
		t.Errorf("%+v, %v", report, err)
	}
	var mode string
	if err := b.db.QueryRow("PRAGMA journal_mode").Scan(&mode); err != nil || mode != "wal" {
		t.Errorf("journal mode %q, %v", mode, err)
	}
	saveSome(t, b, 50)
}
