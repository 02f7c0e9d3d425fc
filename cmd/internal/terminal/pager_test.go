package terminal

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"runtime"
	"strings"
	"testing"
)

// paged is what reaches the screen, of so many lines, when lines of output go
// through the pager in the environment.
func paged(t *testing.T, env variables, height, lines int) (string, error) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("no sed there")
	}
	var out bytes.Buffer
	// Real, not forced: what a test cannot have is a terminal, only its size.
	s := &Screen{IsTerminal: true, Width: 80, Height: height, out: &out, getenv: env.get}
	err := s.Page(env["off"] != "", func(w io.Writer) error {
		for i := range lines {
			if _, err := fmt.Fprintf(w, "line %d\n", i+1); err != nil {
				return fmt.Errorf("writing: %w", err)
			}
		}
		return nil
	})
	return out.String(), err
}

func TestPager(t *testing.T) {
	for _, c := range []struct {
		name  string
		env   variables
		lines int
		want  string
	}{
		{"long output is paged", variables{"PAGER": "sed s/line/paged/"}, 5, "paged 1\npaged 2\npaged 3\npaged 4\npaged 5\n"},
		{"short output is not", variables{"PAGER": "sed s/line/paged/"}, 3, "line 1\nline 2\nline 3\n"},
		{"our own variable first", variables{"PAGER": "sed s/line/wrong/", "ONRECORD_PAGER": "sed s/line/paged/"}, 4, "paged 1\npaged 2\npaged 3\npaged 4\n"},
		{"by a shell", variables{"PAGER": "sed 's/line 1/a b/' | sed 's/line/paged/'"}, 4, "a b\npaged 2\npaged 3\npaged 4\n"},
		{"--no-pager", variables{"PAGER": "sed s/line/paged/", "off": "1"}, 4, "line 1\nline 2\nline 3\nline 4\n"},
		{"no such pager", variables{"PAGER": "no-such-pager -x"}, 4, "line 1\nline 2\nline 3\nline 4\n"},
		{"no such pager in a pipe", variables{"PAGER": "no-such-pager | cat"}, 4, "line 1\nline 2\nline 3\nline 4\n"},
		{"cat", variables{"PAGER": "cat"}, 4, "line 1\nline 2\nline 3\nline 4\n"},
		{"LESS is set for less", variables{"PAGER": `sh -c 'cat >/dev/null; printf "%s" "$LESS"'`}, 4, "FRX"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Setenv("LESS", "")
			got, err := paged(t, c.env, 4, c.lines)
			if err != nil || got != c.want {
				t.Errorf("got %q, %v; want %q", got, err, c.want)
			}
		})
	}
}

// Leaving the pager early ends the writing, and nobody hears of an error.
func TestPagerLeftEarly(t *testing.T) {
	got, err := paged(t, variables{"PAGER": "head -n 2"}, 4, 1_000_000)
	if err != nil || got != "line 1\nline 2\n" {
		t.Errorf("got %q, %v", got, err)
	}
}

func TestPagerDoesNotHideFailure(t *testing.T) {
	broken := errors.New("broken")
	var out bytes.Buffer
	s := &Screen{IsTerminal: true, Height: 2, out: &out, getenv: variables{"PAGER": "sed s/x/y/"}.get}
	err := s.Page(false, func(w io.Writer) error {
		if _, err := io.WriteString(w, "one\ntwo\nthree\n"); err != nil {
			return err
		}
		return broken
	})
	if !errors.Is(err, broken) || strings.Count(out.String(), "\n") != 3 {
		t.Errorf("got %v after %q", err, out.String())
	}
}

// A pager that cannot be started is done without.
func TestPagerThatDoesNotStart(t *testing.T) {
	var out bytes.Buffer
	s := &Screen{IsTerminal: true, Height: 2, out: &out}
	err := s.page(exec.Command("/"), func(w io.Writer) error {
		_, err := io.WriteString(w, "one\ntwo\n")
		if err == nil {
			_, err = io.WriteString(w, "three\n")
		}
		return err
	})
	if err != nil || out.String() != "one\ntwo\nthree\n" {
		t.Errorf("got %q, %v", out.String(), err)
	}
}

func TestForcedTerminalHasNoPager(t *testing.T) {
	var out bytes.Buffer
	s, err := NewScreen(&out, variables{EnvForce: "80", "PAGER": "sed s/line/paged/"}.get, "")
	if err != nil {
		t.Fatal(err)
	}
	long := strings.Repeat("line\n", 100)
	err = s.Page(false, func(w io.Writer) error {
		_, err := io.WriteString(w, long)
		return err
	})
	if err != nil || out.String() != long {
		t.Errorf("got %q, %v", out.String(), err)
	}
}
