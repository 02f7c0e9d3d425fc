package terminal

import (
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"onrecord/cmd/internal/pty"
)

// terminalOf is a pseudo-terminal of 24 lines of 100 columns: what a user
// types and sees, and the terminal that the program has.
func terminalOf(t *testing.T) (user, terminal *os.File) {
	t.Helper()
	user, terminal, err := pty.Open(100, 24)
	if err != nil {
		t.Skip("no pseudo-terminals here:", err)
	}
	t.Cleanup(func() {
		_ = user.Close()
		_ = terminal.Close()
	})
	return user, terminal
}

func TestRealTerminal(t *testing.T) {
	_, tty := terminalOf(t)
	for _, c := range []struct {
		env    variables
		width  int
		colour bool
	}{
		{variables{}, 100, true},
		{variables{"COLUMNS": "70"}, 70, true},
		{variables{"COLUMNS": "wide"}, 100, true},
		{variables{"TERM": "dumb"}, 100, false},
		{variables{"NO_COLOR": "yes"}, 100, false},
	} {
		s, err := NewScreen(tty, c.env.get, "")
		if err != nil {
			t.Fatal(err)
		}
		if !s.IsTerminal || s.Width != c.width || s.Height != 24 || s.Colour != c.colour {
			t.Errorf("%v: got %+v", c.env, s)
		}
	}
}

func TestQuestionOnATerminal(t *testing.T) {
	user, tty := terminalOf(t)
	if !CanAsk(tty, tty) || CanAsk(tty, io.Discard) || CanAsk(strings.NewReader(""), tty) {
		t.Error("somebody can be asked exactly if both ends are terminals")
	}
	if _, err := user.WriteString("yes\n"); err != nil {
		t.Fatal(err)
	}
	if yes, err := Confirm(t.Context(), tty, tty, "Go on?"); err != nil || !yes {
		t.Errorf("got %v, %v", yes, err)
	}
}

func TestProgressOnATerminal(t *testing.T) {
	user, tty := terminalOf(t)
	seen := make(chan string, 1)
	go func() {
		var b strings.Builder
		part := make([]byte, 4096)
		for !strings.Contains(b.String(), "finished") {
			n, err := user.Read(part)
			b.Write(part[:n])
			if err != nil {
				break
			}
		}
		seen <- b.String()
	}()
	s, err := NewScreen(tty, variables{}.get, "")
	if err != nil {
		t.Fatal(err)
	}
	p := s.Progress("reading", 4)
	p.Add(1)
	fmt.Fprintln(p.Over(tty), "one is empty")
	p.Add(2)
	p.End()
	fmt.Fprintln(tty, "finished")
	select {
	case got := <-seen:
		for _, want := range []string{"reading", "one is empty"} {
			if !strings.Contains(got, want) {
				t.Errorf("%q is not in %q", want, got)
			}
		}
	case <-time.After(10 * time.Second):
		t.Error("nothing was seen")
	}
}
