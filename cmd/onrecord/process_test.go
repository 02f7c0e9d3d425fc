package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// program is onrecord as a process of its own: TestMain puts it on the PATH.
func program(database string, words ...string) *exec.Cmd {
	c := exec.Command("onrecord", words...)
	c.Env = append(os.Environ(), envDatabase+"="+database, envEditor+"=rosa", envNow+"=", "HOME="+filepath.Dir(database))
	return c
}

// ran runs a process that has to succeed, and gives its standard output.
func ran(t *testing.T, database string, words ...string) string {
	t.Helper()
	c := program(database, words...)
	var errs bytes.Buffer
	c.Stderr = &errs
	out, err := c.Output()
	if err != nil {
		t.Fatalf("%s: %v: %s%s", strings.Join(words, " "), err, out, errs.String())
	}
	return string(out)
}

// Eight editors work on one record at once: nobody fails, nothing is lost.
func TestProcessesAtOnce(t *testing.T) {
	const editors, rounds = 8, 6
	database := filepath.Join(t.TempDir(), "record.db")
	ran(t, database, "ingest", "--quiet", "testdata/talks.jsonl")
	var group sync.WaitGroup
	for editor := range editors {
		group.Go(func() {
			for round := range rounds {
				name := fmt.Sprintf("e%dr%d", editor, round)
				for _, words := range [][]string{
					{"add", "--speaker", "Speaker " + name, "--text", "Words of " + name + "."},
					{"tag", "1", name},
					{"mark", "2", "false", "--note", name},
					{"mark", strconv.Itoa(editor%5 + 1), "verbatim", "--note", name},
					{"ingest", "--quiet", "--url", "https://" + name + ".example", "-"},
				} {
					c := program(database, words...)
					c.Stdin = strings.NewReader("“We heard " + name + " say so again,” said Ann Lee.")
					if out, err := c.CombinedOutput(); err != nil {
						t.Errorf("%s: %v: %s", strings.Join(words, " "), err, out)
					}
				}
			}
		})
	}
	group.Wait()
	const each = editors * rounds
	if got := lines(ran(t, database, "list", "-f", "jsonl")); got != 5+2*each {
		t.Errorf("%d quotes, want %d", got, 5+2*each)
	}
	tags := records(t, ran(t, database, "show", "1", "-f", "json", "--columns", "tags"))[0]["tags"].([]any)
	if len(tags) != each {
		t.Errorf("%d tags, want %d", len(tags), each)
	}
	claims := records(t, ran(t, database, "show", "2", "-f", "json"))[0]["claims"].([]any)
	if len(claims) != 1 {
		t.Fatalf("%d claims of one quote, want 1", len(claims))
	}
	if got := len(claims[0].(map[string]any)["assessments"].([]any)); got != each {
		t.Errorf("%d assessments, want %d", got, each)
	}
	ran(t, database, "check")
}

func lines(s string) int { return strings.Count(s, "\n") }

// quotesEach is how many quotes each article of manyArticles has.
const quotesEach = 3

// manyArticles is n articles as JSON lines.
func manyArticles(n int) []byte {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	for i := range n {
		text := fmt.Sprintf("News of day %d\n\n“We counted %d boats today,” said Ann Lee.\n\n“Nobody counted %d boats here,” said Bo Strand.\n\n“There were %d of them at least,” said Carla Moen.", i, i, i, i)
		if err := encoder.Encode(map[string]string{"doc": strconv.Itoa(i), "url": fmt.Sprintf("https://news.example/%d", i), "text": text}); err != nil {
			panic(err)
		}
	}
	return b.Bytes()
}

// halfway starts an ingest of all the articles from a pipe which stays open,
// so that it cannot end, and comes back when some of them are on record.
func halfway(t *testing.T, database string, articles []byte) (*exec.Cmd, *shared, *shared) {
	t.Helper()
	c := program(database, "ingest", "--type", "jsonl", "-")
	var stdout, stderr shared
	c.Stdout, c.Stderr = &stdout, &stderr
	pipe, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Process.Kill(); _ = pipe.Close() })
	go func() { _, _ = io.Copy(pipe, bytes.NewReader(articles)) }()
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		if out, err := program(database, "articles", "-n", "1", "-f", "jsonl").Output(); err == nil && len(out) > 0 {
			return c, &stdout, &stderr
		}
	}
	t.Fatal("nothing came on record")
	return nil, nil, nil
}

// shared is a buffer that a process writes and a test reads.
type shared struct {
	mutex  sync.Mutex
	buffer bytes.Buffer
}

func (s *shared) Write(p []byte) (int, error) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.buffer.Write(p)
}

func (s *shared) String() string {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.buffer.String()
}

// wholeArticles fails unless every article on record has all its quotes, and
// counts them.
func wholeArticles(t *testing.T, database string) int {
	t.Helper()
	list := records(t, ran(t, database, "articles", "-f", "jsonl", "--columns", "id,quotes"))
	for _, a := range list {
		if a["quotes"] != float64(quotesEach) {
			t.Errorf("article %v has %v quotes, want %d", a["id"], a["quotes"], quotesEach)
		}
	}
	return len(list)
}

// A process that is killed amid an ingest leaves whole articles; the same
// command adds the rest, and once more adds nothing.
func TestKilledIngest(t *testing.T) {
	const many = 3000
	folder := t.TempDir()
	database, file := filepath.Join(folder, "record.db"), filepath.Join(folder, "articles.jsonl")
	articles := manyArticles(many)
	if err := os.WriteFile(file, articles, 0o600); err != nil {
		t.Fatal(err)
	}
	c, _, _ := halfway(t, database, articles)
	if err := c.Process.Kill(); err != nil { // SIGKILL on Unix
		t.Fatal(err)
	}
	_ = c.Wait()
	ran(t, database, "check")
	kept := wholeArticles(t, database)
	if kept == 0 || kept >= many {
		t.Fatalf("%d articles were kept of %d", kept, many)
	}
	ran(t, database, "ingest", "--quiet", file)
	if got := wholeArticles(t, database); got != many {
		t.Errorf("%d articles after the second run, want %d", got, many)
	}
	ran(t, database, "ingest", "--quiet", file)
	if got := lines(ran(t, database, "list", "--columns", "id")) - 1; got != many*quotesEach {
		t.Errorf("%d quotes after the third run, want %d", got, many*quotesEach)
	}
	ran(t, database, "check")
}

// A change of many records that is killed has happened whole or not at all.
func TestKilledMark(t *testing.T) {
	database := filepath.Join(t.TempDir(), "record.db")
	in := filepath.Join(t.TempDir(), "articles.jsonl")
	const articles = 200
	if err := os.WriteFile(in, manyArticles(articles), 0o600); err != nil {
		t.Fatal(err)
	}
	ran(t, database, "ingest", "--quiet", in)
	for try := range 8 {
		c := program(database, "mark", "--status", "unchecked", "false", "--yes")
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(20+20*try) * time.Millisecond)
		_ = c.Process.Kill() // it may have ended
		_ = c.Wait()
		ran(t, database, "check")
		switch marked := lines(ran(t, database, "list", "--verdict", "false", "--columns", "id")) - 1; marked {
		case 0:
		case articles * quotesEach:
			ran(t, database, "undo")
		default:
			t.Fatalf("%d of %d quotes are marked", marked, articles*quotesEach)
		}
	}
}

// An interrupted command says so and ends with 130, and what it printed as
// saved is on record.
func TestInterrupt(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a process cannot be sent an interrupt on Windows")
	}
	database := filepath.Join(t.TempDir(), "record.db")
	c, stdout, stderr := halfway(t, database, manyArticles(3000))
	for deadline := time.Now().Add(time.Minute); stdout.String() == "" && time.Now().Before(deadline); {
		time.Sleep(20 * time.Millisecond)
	}
	if err := c.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- c.Wait() }()
	select {
	case err := <-ended:
		var status *exec.ExitError
		if !errors.As(err, &status) || status.ExitCode() != exitInterrupted {
			t.Fatalf("%v, want exit code %d: %s", err, exitInterrupted, stderr)
		}
	case <-time.After(time.Minute):
		t.Fatal("it goes on after an interrupt")
	}
	if !strings.Contains(stderr.String(), "onrecord: interrupted; what was reported as saved is saved\n") {
		t.Errorf("it said: %s", stderr)
	}
	ran(t, database, "check")
	wholeArticles(t, database)
	saved := map[string]bool{}
	for line := range strings.Lines(ran(t, database, "list", "--columns", "id,text")) {
		saved[line] = true
	}
	printed := 0
	for line := range strings.Lines(stdout.String()) {
		cells := strings.Split(line, "\t")
		if !strings.HasSuffix(line, "\n") || len(cells) < 3 || cells[0] == "id" {
			continue
		}
		printed++
		if !saved[cells[0]+"\t"+cells[2]+"\n"] {
			t.Fatalf("printed, but not saved: %s", line)
		}
	}
	if printed == 0 {
		t.Error("nothing was printed")
	}
}

// A command that waits for standard input can be interrupted, too.
func TestInterruptWaiting(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a process cannot be sent an interrupt on Windows")
	}
	for _, words := range [][]string{{"ingest", "-"}, {"extract", "-"}, {"add", "--speaker", "Ann Lee", "--text", "-"}} {
		database := filepath.Join(t.TempDir(), "record.db")
		ran(t, database, "init")
		c := program(database, words...)
		pipe, err := c.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(pipe, "Half an article"); err != nil {
			t.Fatal(err)
		}
		time.Sleep(300 * time.Millisecond) // until it listens to signals; else the default ends it, too
		if err := c.Process.Signal(os.Interrupt); err != nil {
			t.Fatal(err)
		}
		ended := make(chan error, 1)
		go func() { ended <- c.Wait() }()
		select {
		case err := <-ended:
			var status *exec.ExitError
			if !errors.As(err, &status) || status.ExitCode() != exitInterrupted {
				t.Errorf("%s: %v, want exit code %d", words, err, exitInterrupted)
			}
		case <-time.After(20 * time.Second):
			_ = c.Process.Kill()
			t.Errorf("%s: goes on after an interrupt", words)
		}
		_ = pipe.Close()
	}
}
