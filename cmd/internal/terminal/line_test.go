package terminal

import (
	"io"
	"strings"
	"testing"

	"onrecord/quotes"
)

func TestClip(t *testing.T) {
	for _, c := range []struct {
		text    string
		columns int
		want    string
	}{
		{"short", 5, "short"},
		{"shorter", 5, "shor…"},
		{"two words", 5, "two…"},
		{"東京で", 6, "東京で"},
		{"東京で", 5, "東京…"},
		{"東京で", 4, "東…"},
		{"e\u0301e\u0301e\u0301", 2, "e\u0301…"},
		{"👩‍👩‍👧‍👦 family", 4, "…"},
		{"a\x1b[2J\nb", 20, "a␛[2J b"},
		{"ab", 1, "…"},
		{"ab", 0, ""},
	} {
		if got := Clip(c.text, c.columns); got != c.want || Width(got) > c.columns {
			t.Errorf("%q in %d: %q", c.text, c.columns, got)
		}
	}
}

func TestLines(t *testing.T) {
	s := screenOf(t, io.Discard, 80, "always")
	cell := Cell{Text: "one two three four\n\nfive\x1b[2J", Marked: []quotes.Span{{Start: 4, End: 13}}}
	var text []string
	var marked []bool
	for _, l := range s.Lines(cell, 8) {
		text, marked = append(text, l.Text), append(marked, l.Marked)
	}
	want := "one \x1b[1;33mtwo\x1b[0m|\x1b[1;33mthree\x1b[0m|four||five␛[2J"
	if got := strings.Join(text, "|"); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	for i, m := range []bool{true, true, false, false, false} {
		if marked[i] != m {
			t.Errorf("line %d: marked %v", i, marked[i])
		}
	}
}
