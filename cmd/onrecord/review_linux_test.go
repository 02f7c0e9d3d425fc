package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"onrecord/cmd/internal/pty"
)

// person sits at a terminal of their own and runs one command there.
type person struct {
	t       *testing.T
	user    *os.File
	picture *pty.Picture
	command *exec.Cmd
	ended   chan struct{}
}

// sit starts the command on a terminal of 80 columns.
func sit(t *testing.T, database string, rows int, words ...string) *person {
	t.Helper()
	return sitAt(t, "xterm-256color", database, rows, words...)
}

// sitAt is sit at a terminal of that kind.
func sitAt(t *testing.T, kind, database string, rows int, words ...string) *person {
	t.Helper()
	const columns = 80
	user, terminal, err := pty.Open(columns, rows)
	if err != nil {
		t.Skip("no pseudo-terminals here:", err)
	}
	p := &person{t: t, user: user, picture: pty.NewPicture(columns, rows), command: program(database, words...), ended: make(chan struct{})}
	p.command.Env = append(p.command.Env, "TERM="+kind, "NO_COLOR=", "BROWSER=no-such-browser", "COLUMNS=", "LINES=")
	p.command.Stdin, p.command.Stdout, p.command.Stderr = terminal, terminal, terminal
	p.command.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := p.command.Start(); err != nil {
		t.Fatal(err)
	}
	_ = terminal.Close()
	go func() {
		part := make([]byte, 1<<12)
		for {
			n, err := user.Read(part)
			_, _ = p.picture.Write(part[:n])
			if err != nil {
				break // EIO: nobody has the terminal open
			}
		}
	}()
	go func() {
		_ = p.command.Wait() // the exit code says it
		close(p.ended)
	}()
	t.Cleanup(func() {
		_ = p.command.Process.Kill()
		_ = user.Close()
		if unknown := p.picture.Unknown(); len(unknown) > 0 {
			t.Errorf("sequences that the test's terminal does not know: %q", unknown)
		}
	})
	return p
}

// types sends keys and waits until every one of the words is seen.
func (p *person) types(keys string, words ...string) {
	p.t.Helper()
	if _, err := p.user.WriteString(keys); err != nil {
		p.t.Fatal(err)
	}
	p.sees(words...)
}

func (p *person) sees(words ...string) {
	p.t.Helper()
	var missing string
	for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		missing = ""
		text := p.picture.String()
		for _, w := range words {
			if !strings.Contains(text, w) {
				missing = w
			}
		}
		if missing == "" {
			return
		}
	}
	p.t.Fatalf("%q is not seen:\n%s", missing, p.picture)
}

// leaves waits until the command has ended, and gives its exit code.
func (p *person) leaves() int {
	p.t.Helper()
	select {
	case <-p.ended:
		return p.command.ProcessState.ExitCode()
	case <-time.After(20 * time.Second):
		p.t.Fatalf("it does not end:\n%s", p.picture)
		return -1
	}
}

// reviewed is a record with five articles of three quotes each.
func reviewed(t *testing.T) string {
	database := filepath.Join(t.TempDir(), "record.db")
	file := filepath.Join(t.TempDir(), "five.jsonl")
	if err := os.WriteFile(file, manyArticles(5), 0o600); err != nil {
		t.Fatal(err)
	}
	ran(t, database, "ingest", "--quiet", file)
	return database
}

// An editor at a real terminal: keys, a resized window, leaving by q; what was
// seen as done is on record, and the terminal is as it was before.
func TestReviewOnATerminal(t *testing.T) {
	database := reviewed(t)
	p := sit(t, database, 24, "review", "--article", "1")
	p.sees("1 of 3 · 3 left", "speaker  Ann Lee", "a accept", "q quit")
	if !p.picture.Alternate() {
		t.Error("it writes over what the terminal showed")
	}
	if lit := strings.Fields(p.picture.Lit("33")); strings.Join(lit, " ") != "We counted 0 boats today," {
		t.Errorf("lit is %q:\n%s", lit, p.picture)
	}
	p.types("a", "2 of 3 · 1 accepted · 2 left", "accepted quote 1")
	p.types("sann", "Ann Lee (#1), person, 5 quotes")
	p.types("\t\r", "speaker  Ann Lee, by hand", "1 changed")
	p.types("tboats\r", "tags     boats")
	p.types("mfalse\rone was there\r\r", "status   checked, false")

	p.picture.Resize(40, 12)
	if err := pty.Resize(p.user, 40, 12); err != nil {
		t.Fatal(err)
	}
	p.sees("2 of 3 · 1 accepted · 1 changed · 1 left", "Ann Lee, by hand", "a accept  r reject  s speaker  ? help")
	for i, line := range strings.Split(p.picture.String(), "\n") {
		if len([]rune(line)) > 40 || i >= 12 {
			t.Errorf("line %d is %q", i, line)
		}
	}
	p.types("r", "why is it to be rejected?")
	p.types("a \x7fjoke", "> ajoke")
	p.types("\r", "3/3, 1 acc., 1 rej., 1 chg., 1 left")
	p.types("u", "took back: reject")
	p.types("q")
	if code := p.leaves(); code != exitOK {
		t.Errorf("exit code %d", code)
	}
	p.sees("reviewed: 1 accepted, 1 changed, 1 left;")
	if p.picture.Alternate() {
		t.Error("the terminal is not put back")
	}
	got := records(t, ran(t, database, "list", "--article", "1", "--sort", "id", "-f", "json"))
	for i, want := range []string{"accepted Ann Lee  []", "new Ann Lee false [boats]", "new Carla Moen  []"} {
		if is := fmt.Sprint(got[i]["state"], " ", got[i]["speaker"], " ", got[i]["verdict"], " ", got[i]["tags"]); is != want {
			t.Errorf("quote %d: %s, want %s", i+1, is, want)
		}
	}
	ran(t, database, "check")
}

// confidence differs from model to model.
var confidence = regexp.MustCompile(`0\.\d\d`)

// The ```text block of the README is what `review` shows. UPDATE_SCRIPTS=1
// takes it anew.
func TestReadmeReview(t *testing.T) {
	path := filepath.Join("..", "..", "README.md")
	readme, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, found := strings.Cut(string(readme), "```text\n")
	picture, after, closed := strings.Cut(rest, "```\n")
	if !found || !closed {
		t.Fatal("the README has no picture of the review")
	}
	database := filepath.Join(t.TempDir(), "record.db")
	ran(t, database, "ingest", "--quiet", "testdata/ferry.txt", "--outlet", "The Sollan Courier", "--published", "2026-11-19")
	ran(t, database, "flag", "3", "--part", "four times as much", "--claim", "A crossing costs four times what it did ten years ago")
	p := sit(t, database, 22, "review", "--article", "1")
	p.sees("1 of 11")
	p.types("aa", "3 of 11 · 2 accepted · 9 left", "flagged", "accepted quote 2")
	taken := p.picture.String() + "\n"
	switch {
	case confidence.ReplaceAllString(taken, "0.00") == confidence.ReplaceAllString(picture, "0.00"):
	case os.Getenv("UPDATE_SCRIPTS") != "":
		if err := os.WriteFile(path, []byte(before+"```text\n"+taken+"```\n"+after), 0o600); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("the picture of the review in the README is out of date (UPDATE_SCRIPTS=1 takes it anew):\n%s", taken)
	}
}

// However the review is left, what was done is saved.
func TestReviewIsLeft(t *testing.T) {
	for _, c := range []struct {
		name  string
		leave func(p *person)
		code  int
		says  string
	}{
		{"Ctrl-C", func(p *person) { p.types("\x03") }, exitInterrupted, "onrecord: interrupted; what was reported as saved is saved"},
		{"Ctrl-C while something is asked", func(p *person) { p.types("rhalf", "> half"); p.types("\x03") }, exitInterrupted, "interrupted"},
		{"an interrupt from outside", func(p *person) { _ = p.command.Process.Signal(os.Interrupt) }, exitInterrupted, "interrupted"},
		{"a terminal that hangs up", func(p *person) { _ = p.command.Process.Signal(syscall.SIGHUP) }, exitInterrupted, "interrupted"},
		{"a terminal that is closed", func(p *person) { _ = p.user.Close() }, 0, ""},
		{"kill -9", func(p *person) { _ = p.command.Process.Kill() }, -1, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			database := reviewed(t)
			p := sit(t, database, 24, "review", "--sort", "id")
			p.sees("1 of 15")
			p.types("a", "accepted quote 1")
			p.types("r\r", "rejected quote 2")
			p.types("wmid", "> mid")
			p.types("\x1b", "left note as it was")
			c.leave(p)
			code := p.leaves()
			if c.says != "" {
				p.sees(c.says)
				if p.picture.Alternate() {
					t.Error("the terminal is not put back")
				}
			}
			if c.says != "" && code != c.code {
				t.Errorf("exit code %d, want %d", code, c.code)
			}
			got := records(t, ran(t, database, "show", "1", "2", "3", "-f", "json"))
			for i, want := range []string{"accepted", "rejected", "new"} {
				if got[i]["state"] != want {
					t.Errorf("quote %v is %s, want %s", got[i]["id"], got[i]["state"], want)
				}
			}
			ran(t, database, "check")
			again := sit(t, database, 24, "review")
			again.sees("1 of 13 · 13 left")
			again.types("q")
			again.leaves()
		})
	}
}

// Two editors at once: neither decides over what the other did.
func TestReviewByTwo(t *testing.T) {
	database := reviewed(t)
	rosa := sit(t, database, 24, "review", "--sort", "id")
	rosa.sees("1 of 15", "We counted 0 boats today")
	ran(t, database, "edit", "1", "--speaker", "Bo Strand", "--as", "bo")
	rosa.types("a", "bo changed it in the meantime: speaker Ann Lee → Bo Strand", "speaker  Bo Strand, by hand")
	rosa.types("a", "accepted quote 1", "2, full, new")
	ran(t, database, "accept", "3", "--as", "bo")
	rosa.types("n", "4, full, new") // 3 was decided
	rosa.types("q")
	rosa.leaves()
	ran(t, database, "check")
}

// Where the terminal cannot draw, and with --plain, it goes line by line.
func TestReviewOnADumbTerminal(t *testing.T) {
	for kind, words := range map[string][]string{"xterm": {"review", "--plain"}, "dumb": {"review"}} {
		p := sitAt(t, kind, reviewed(t), 40, words...)
		p.sees("1 of 15, 15 left", "q quit:")
		p.types("a\n", "accepted quote")
		p.types("\x04") // Ctrl-D: the end of input
		if code := p.leaves(); code != exitOK {
			t.Errorf("%s: exit code %d", words, code)
		}
		if p.picture.Alternate() {
			t.Errorf("%s: it draws", words)
		}
	}
}
