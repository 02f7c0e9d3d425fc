package terminal

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/vbauerster/mpb/v8/decor"
)

func TestNoProgressOffTerminals(t *testing.T) {
	for _, env := range []variables{{}, {EnvForce: "80"}} {
		var out bytes.Buffer
		s, err := NewScreen(&out, env.get, "")
		if err != nil {
			t.Fatal(err)
		}
		p := s.Progress("reading", 10)
		p.Add(10)
		fmt.Fprintln(p.Over(&out), "a message")
		p.End()
		if out.String() != "a message\n" {
			t.Errorf("%q was written", out.String())
		}
	}
}

func TestProgressEnds(t *testing.T) {
	for name, steps := range map[string]int{"done": 10, "left in the middle": 100, "unknown": 0, "more than thought": 5} {
		t.Run(name, func(t *testing.T) {
			var out bytes.Buffer
			p := newProgress(&out, 80, "reading", steps)
			for range 10 {
				p.Add(1)
			}
			fmt.Fprintln(p.Over(nil), "page 3: no article in it")
			p.End()
			if !strings.Contains(out.String(), "page 3: no article in it\n") {
				t.Errorf("the message is lost: %q", out.String())
			}
		})
	}
}

// Where nobody knows how much there is, the time gone by is told, and not one
// that is left.
func TestClockOfUnknownWork(t *testing.T) {
	c := clock(0)
	time.Sleep(1100 * time.Millisecond)
	if got, _ := c.Decor(decor.Statistics{Current: 10}); strings.TrimSpace(got) != "1s" {
		t.Errorf("after a second: %q", got)
	}
}
