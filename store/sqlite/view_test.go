package sqlite

import (
	"database/sql"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"onrecord/quotes"
	"onrecord/store"
)

// viewed is a record with something of all that views leave out or follow.
func viewed(t *testing.T) (*Store, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "record.db")
	s := openTest(t, path)
	saved := saveSome(t, s, 40)
	op := func() *store.Op { return &store.Op{Who: "ida", Command: "test"} }
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	ids := saved[0].Quotes
	for _, a := range saved[1:] {
		ids = append(ids, a.Quotes...)
	}
	rejected, unknown := quotes.StateRejected, ""
	_, err := s.UpdateQuotes(ctx, op(), ids[:1], quotes.QuoteUpdate{State: &rejected})
	must(err)
	_, err = s.UpdateQuotes(ctx, op(), ids[1:2], quotes.QuoteUpdate{Speaker: &unknown})
	must(err)
	_, err = s.TagQuotes(ctx, op(), ids[2:5], []string{"zinc", "Ash", "gone"}, nil)
	must(err)
	_, err = s.TagQuotes(ctx, op(), ids[2:5], nil, []string{"gone"})
	must(err)
	_, err = s.Mark(ctx, op(), ids[3:6], nil, quotes.Mark{Axis: quotes.AxisVerdict, Verdict: quotes.VerdictFalse, Note: "first"})
	must(err)
	_, err = s.Mark(ctx, op(), ids[3:4], nil, quotes.Mark{
		Axis: quotes.AxisVerdict, Verdict: quotes.VerdictTrue, Note: "second", Evidence: []quotes.Evidence{{URL: "https://e.example/1"}},
	})
	must(err)
	_, err = s.AddQuote(ctx, op(), quotes.Quote{Text: "By hand", Speaker: "Zed Zulu", Context: "“By hand,” said Zulu.", SaidOn: "2026-02-01"})
	must(err)
	gone := op()
	_, err = s.AddQuote(ctx, gone, quotes.Quote{Text: "Taken back"})
	must(err)
	_, err = s.Undo(ctx, op(), gone.ID)
	must(err)
	speakers, err := s.Speakers(ctx, quotes.SpeakerFilter{})
	must(err)
	must(s.MergeSpeakers(ctx, op(), speakers[0].ID, []quotes.SpeakerID{speakers[1].ID}))
	return s, path
}

// The views say what the program's own readings do.
func TestViews(t *testing.T) {
	s, path := viewed(t)
	var want []string
	for q, err := range s.Quotes(ctx, quotes.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		want = append(want, fmt.Sprintf("%d|%s|%s|%d|%s|%s|%s|%s|%s|%s|%s|%s|%.4f", q.ID, q.Text, q.Speaker, q.SpeakerID, q.Date(), q.Article.Outlet,
			q.Kind, q.Status, q.Verdict, q.Fidelity, strings.Join(q.Tags, ", "), q.Context, q.Confidence))
	}
	slices.Sort(want)
	got := linesOf(t, path, `SELECT format('%d|%s|%s|%d|%s|%s|%s|%s|%s|%s|%s|%s|%.4f', id, text, speaker, coalesce(speaker_id, 0), date, outlet,
		kind, status, verdict, fidelity, tags, context, confidence) FROM v_quotes`)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("v_quotes:\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}

	want = nil
	for c, err := range s.FindClaims(ctx, quotes.ClaimFilter{}) {
		if err != nil {
			t.Fatal(err)
		}
		want = append(want, fmt.Sprintf("%d|%s|%s|%s|%s|%d|%d", c.ID, c.Text, c.Workflow, c.Verdict, c.Rationale, len(c.Quotes), len(c.Evidence)))
	}
	slices.Sort(want)
	got = linesOf(t, path, "SELECT format('%d|%s|%s|%s|%s|%d|%d', id, text, workflow, verdict, rationale, quotes, evidence) FROM v_claims")
	slices.Sort(got)
	if len(want) == 0 || !slices.Equal(got, want) {
		t.Errorf("v_claims:\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if got := linesOf(t, path, "SELECT words FROM v_appearances p JOIN v_claims c ON c.id = p.claim_id WHERE words <> c.text"); len(got) > 0 {
		t.Errorf("v_appearances: %q", got)
	}

	want = nil
	speakers, err := s.Speakers(ctx, quotes.SpeakerFilter{})
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range speakers {
		want = append(want, fmt.Sprintf("%d|%s|%d", one.ID, one.Name, one.Quotes))
	}
	slices.Sort(want)
	got = linesOf(t, path, "SELECT format('%d|%s|%d', id, name, quotes) FROM v_speakers WHERE quotes > 0")
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("v_speakers:\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func linesOf(t *testing.T, path, query string) []string {
	t.Helper()
	rows, err := rawOpen(t, path).Query(query)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return readLines(t, rows)
}

// readLines gives each row as the sqlite3 shell prints it.
func readLines(t *testing.T, rows *sql.Rows) []string {
	t.Helper()
	defer func() { _ = rows.Close() }()
	columns, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for rows.Next() {
		cells, into := make([]sql.NullString, len(columns)), make([]any, len(columns))
		for i := range cells {
			into[i] = &cells[i]
		}
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		words := make([]string, len(cells))
		for i, c := range cells {
			words[i] = c.String
		}
		out = append(out, strings.Join(words, "|"))
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

// The queries that the README gives find something, here and in the sqlite3
// shell the same.
func TestReadmeQueries(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, block, found := strings.Cut(string(readme), "```sql\n")
	block, _, closed := strings.Cut(block, "```")
	if !found || !closed {
		t.Fatal("the README has no query")
	}
	s, path := viewed(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	shell, err := exec.LookPath("sqlite3")
	if err != nil {
		t.Log("there is no sqlite3 shell here: the queries run through the driver only")
	}
	var queries []string
	for query := range strings.SplitSeq(block, ";\n") {
		if strings.TrimSpace(query) != "" {
			queries = append(queries, query)
		}
	}
	if len(queries) < 3 {
		t.Fatalf("%d queries", len(queries))
	}
	for _, query := range queries {
		want := linesOf(t, path, query)
		if len(want) == 0 {
			t.Errorf("%s\nfinds nothing", query)
		}
		if shell == "" {
			continue
		}
		out, err := exec.Command(shell, "-readonly", path, query).CombinedOutput()
		if got := strings.TrimSuffix(string(out), "\n"); err != nil || got != strings.Join(want, "\n") {
			t.Errorf("%s\nin the shell: %v\n%s\nwant\n%s", query, err, got, strings.Join(want, "\n"))
		}
	}
}
