package sqlite

import (
	"bufio"
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	lib "modernc.org/sqlite/lib"

	"onrecord/quotes"
	"onrecord/store"
	"onrecord/store/storetest/generate"
)

const (
	markingProcesses = 8
	marksInAll       = 10_000
	marksIfShort     = 800
	marksPerKill     = 150 // of one process; about
	markedQuotes     = 200
)

// childMarkRun marks quotes at random and prints each mark's rationale, which no
// other mark has, once it is saved. job is "SLOT:RUN:MARKS".
func childMarkRun(s *Store, job string) error {
	var slot, run, marks int
	if _, err := fmt.Sscanf(job, "%d:%d:%d", &slot, &run, &marks); err != nil {
		return err
	}
	r := rand.New(rand.NewPCG(uint64(slot), uint64(run)))
	for i := range marks {
		rationale := fmt.Sprintf("mark %d by run %d of process %d", i, run, slot)
		m := quotes.Mark{Axis: quotes.AxisVerdict, Verdict: quotes.Presets[0].Verdicts()[r.IntN(5)], Note: rationale}
		op := &store.Op{Who: fmt.Sprintf("editor %d", slot), Command: "mark"}
		if _, err := s.Mark(ctx, op, []quotes.QuoteID{quotes.QuoteID(r.IntN(markedQuotes) + 1)}, nil, m); err != nil {
			return err
		}
		fmt.Println(rationale)
	}
	return nil
}

// marker keeps one process marking, a new one after each kill, until it has
// reported so many marks.
type marker struct {
	slot, marks int
	path        string
	spared      bool // not killed
	reported    []string
	kills       int
	refused     int // as another held the file too long
}

func (m *marker) work(t testing.TB) {
	r := rand.New(rand.NewPCG(99, uint64(m.slot)))
	for run := 0; len(m.reported) < m.marks; run++ {
		c := startChild(t, fmt.Sprintf("marks:%d:%d:%d", m.slot, run, m.marks-len(m.reported)), m.path)
		var said bytes.Buffer
		c.Stderr = &said
		out, err := c.StdoutPipe()
		if err != nil {
			t.Error(err)
			return
		}
		if err := c.Start(); err != nil {
			t.Error(err)
			return
		}
		killAfter := 1 + r.IntN(2*marksPerKill)
		killed := false
		lines := bufio.NewScanner(out)
		for n := 1; lines.Scan(); n++ {
			m.reported = append(m.reported, lines.Text())
			if n == killAfter && !m.spared && len(m.reported) < m.marks {
				killed = true
				// Not always between two marks: anywhere in the next one.
				time.Sleep(time.Duration(r.IntN(5000)) * time.Microsecond)
				_ = c.Process.Kill() // SIGKILL
			}
		}
		err = c.Wait()
		switch {
		case killed:
			m.kills++
		case err != nil && strings.Contains(said.String(), faults[lib.SQLITE_BUSY].what):
			// On a busy machine SQLite, which is not fair, lets one wait too long. It was
			// told that nothing was saved, and tries again as an editor would.
			m.refused++
		case err != nil:
			t.Errorf("process %d: %v: %s", m.slot, err, &said)
			return
		}
	}
}

// Eight processes mark the same quotes and are killed at random: what a
// process reported as saved is there, once; nothing is there in part; no
// verdict is lost under another's.
func TestMarksAndKills(t *testing.T) {
	marks := marksInAll
	if testing.Short() {
		marks = marksIfShort
	}
	path := filepath.Join(t.TempDir(), "record.db")
	s := openTest(t, path)
	saveSome(t, s, markedQuotes)
	var wait sync.WaitGroup
	began := time.Now()
	all := make([]*marker, markingProcesses)
	for slot := range all {
		all[slot] = &marker{slot: slot, marks: marks / markingProcesses, path: path}
		wait.Go(func() { all[slot].work(t) })
	}
	wait.Wait()
	took := time.Since(began)
	reported, kills, refused := 0, 0, 0
	saved := savedMarks(t, s)
	for _, m := range all {
		kills += m.kills
		refused += m.refused
		for _, rationale := range m.reported {
			reported++
			if saved[rationale] != 1 {
				t.Errorf("%q was reported as saved and is there %d times", rationale, saved[rationale])
			}
		}
	}
	// Killed between saving and reporting, each kill may leave one more.
	if len(saved) < reported || len(saved) > reported+kills {
		t.Errorf("%d marks saved, %d reported, %d kills", len(saved), reported, kills)
	}
	if reported < marks/markingProcesses*markingProcesses || kills == 0 {
		t.Errorf("%d marks reported, %d kills", reported, kills)
	}
	report, err := s.Check(ctx, "")
	if err != nil || len(report.Problems) > 0 {
		t.Errorf("%+v, %v", report, err)
	}
	wholeMarks(t, s)
	t.Logf("%d marks by %d processes with %d kills and %d times refused in %v: %.0f a second", reported, markingProcesses, kills, refused, took, float64(reported)/took.Seconds())
}

// savedMarks counts the rationales on record, which have to be the children's.
func savedMarks(t *testing.T, s *Store) map[string]int {
	t.Helper()
	saved := map[string]int{}
	rows, err := s.db.Query("SELECT rationale FROM assessments WHERE withdrawn = 0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var rationale string
		if err := rows.Scan(&rationale); err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(rationale, "mark ") {
			t.Errorf("%q is nobody's", rationale)
		}
		saved[rationale]++
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return saved
}

// wholeMarks: each mark is one op with one verdict, each verdict supersedes
// the one before it on its claim, and no quote has two claims.
func wholeMarks(t *testing.T, s *Store) {
	t.Helper()
	for what, query := range map[string]string{
		"ops that are not one verdict": `SELECT count(*) FROM (SELECT sum(entity = 'assessment') AS n FROM changes
			WHERE command = 'mark' GROUP BY op HAVING n <> 1)`,
		"verdicts that pass another over": `SELECT count(*) FROM (SELECT supersedes,
			lag(id) OVER (PARTITION BY claim ORDER BY id) AS earlier FROM assessments) WHERE supersedes IS NOT earlier`,
		"quotes with two claims": "SELECT count(*) FROM (SELECT 1 FROM appearances GROUP BY quote HAVING count(*) > 1)",
	} {
		var n int
		if err := s.db.QueryRow(query).Scan(&n); err != nil {
			t.Fatal(err)
		}
		if n != 0 {
			t.Errorf("%d %s", n, what)
		}
	}
}

// BenchmarkMarkProcesses marks the same quotes from several processes.
func BenchmarkMarkProcesses(b *testing.B) {
	for _, processes := range []int{1, 4, 8} {
		b.Run(strconv.Itoa(processes), func(b *testing.B) {
			path := filepath.Join(b.TempDir(), "record.db")
			fill(b, openTest(b, path), generate.New(generate.Shape{Quotes: markedQuotes}), markedQuotes)
			before := checkpointed(b, path)
			var wait sync.WaitGroup
			b.ResetTimer()
			for slot := range processes {
				m := &marker{slot: slot, marks: b.N/processes + 1, path: path, spared: true}
				wait.Go(func() { m.work(b) })
			}
			wait.Wait()
			b.StopTimer()
			marks := (b.N/processes + 1) * processes
			b.ReportMetric(float64(marks)/b.Elapsed().Seconds(), "marks/s")
			b.ReportMetric(float64(checkpointed(b, path)-before)/float64(marks), "bytes/mark")
		})
	}
}

// checkpointed is the size of a record's file with all that was written in it.
func checkpointed(b *testing.B, path string) int64 {
	b.Helper()
	rawExec(b, path, "PRAGMA wal_checkpoint(TRUNCATE)")
	info, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	return info.Size()
}
