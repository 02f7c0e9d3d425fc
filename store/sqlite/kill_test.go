package sqlite

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/quotes"
	"onrecord/store"
	"onrecord/store/storetest/generate"
)

// childVariable makes the test program a process that works on a record:
// "ingest PATH", "mark PATH" or "marks:SLOT:RUN:MARKS PATH".
const childVariable = "ONRECORD_TEST_CHILD"

const (
	childQuotes = 6000
	childBatch  = 300
	childMarks  = 40
)

func child(job string) {
	task, path, _ := strings.Cut(job, " ")
	s, err := OpenOrCreate(ctx, path, Options{})
	if err == nil {
		task, job, _ := strings.Cut(task, ":")
		switch task {
		case "ingest":
			err = childIngest(s)
		case "mark":
			err = childMark(s)
		case "marks":
			err = childMarkRun(s, job)
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	_ = s.Close()
}

// childIngest prints a line for every batch saved, with the articles added.
func childIngest(s *Store) error {
	g := generate.New(generate.Shape{Quotes: childQuotes})
	op := &store.Op{Who: "child", Command: "ingest"}
	for {
		some := g.Next(childBatch)
		if len(some) == 0 {
			return nil
		}
		saved, err := s.SaveExtractions(ctx, op, some)
		if err != nil {
			return err
		}
		added := 0
		for _, one := range saved {
			if one.Outcome == store.OutcomeAdded {
				added++
			}
		}
		fmt.Println(added)
	}
}

func childMark(s *Store) error {
	for i := range childMarks {
		op := &store.Op{Who: "child", Command: "mark"}
		m := quotes.Mark{Axis: quotes.AxisVerdict, Verdict: quotes.VerdictTrue}
		if _, err := s.Mark(ctx, op, []quotes.QuoteID{quotes.QuoteID(i%20 + 1)}, nil, m); err != nil {
			return err
		}
	}
	return nil
}

func startChild(t testing.TB, task, path string) *exec.Cmd {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(program)
	c.Env = append(os.Environ(), childVariable+"="+task+" "+path)
	c.Stderr = os.Stderr
	return c
}

// Killed amid an ingest, nothing is half stored, what was reported is there,
// and a second run completes.
func TestKilledIngest(t *testing.T) {
	for _, after := range []int{0, 1, 4, 9} {
		path := filepath.Join(t.TempDir(), "record.db")
		c := startChild(t, "ingest", path)
		out, err := c.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		for range after {
			lines.Scan()
		}
		if after == 0 {
			for { // amid the first batch, as soon as there is a file
				if _, err := os.Stat(path); err == nil {
					break
				}
			}
		}
		_ = c.Process.Kill()
		_ = c.Wait()
		s := openTest(t, path)
		report, err := s.Check(ctx, "")
		if err != nil || len(report.Problems) > 0 {
			t.Fatalf("killed after %d batches: %+v, %v", after, report, err)
		}
		if report.Quotes%childBatch != 0 || report.Quotes < after*childBatch || report.Articles*10 != report.Quotes {
			t.Errorf("killed after %d batches: %d quotes of %d articles", after, report.Quotes, report.Articles)
		}
		if report.Quotes == childQuotes {
			t.Errorf("the child was done before it was killed")
		}
		if out, err := startChild(t, "ingest", path).Output(); err != nil {
			t.Errorf("second run: %v\n%s", err, out)
		}
		again, err := s.Check(ctx, report.Head)
		if err != nil || len(again.Problems) > 0 || again.Quotes != childQuotes {
			t.Errorf("after a second run: %+v, %v", again, err)
		}
	}
}

// Several processes mark at once; nothing is lost, nobody is turned away.
func TestSeveralProcesses(t *testing.T) {
	const processes = 4
	path := filepath.Join(t.TempDir(), "record.db")
	s := openTest(t, path)
	saveSome(t, s, 20)
	var all []*exec.Cmd
	for range processes {
		c := startChild(t, "mark", path)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		all = append(all, c)
	}
	for _, c := range all {
		if err := c.Wait(); err != nil {
			t.Error(err)
		}
	}
	var assessments, ops int
	if err := s.db.QueryRow("SELECT (SELECT count(*) FROM assessments), (SELECT count(DISTINCT op) FROM changes)").Scan(&assessments, &ops); err != nil {
		t.Fatal(err)
	}
	if want := processes * childMarks; assessments != want || ops != want+1 {
		t.Errorf("%d assessments in %d ops, want %d", assessments, ops, want)
	}
	report, err := s.Check(ctx, "")
	if err != nil || len(report.Problems) > 0 || report.Claims != 20 {
		t.Errorf("%+v, %v", report, err)
	}
}
