package review

import (
	"strings"
	"testing"

	"onrecord/cmd/internal/terminal"
)

func TestEntry(t *testing.T) {
	for _, c := range []struct{ before, keys, want string }{
		{"", "left right home end backspace delete ctrl+w", "|"},
		{"ab", "left left delete", "|b"},
		{"ab", "left backspace", "|b"},
		{"one two  ", "ctrl+w", "one |"},
		{"one two", "home right ctrl+k", "o|"},
		{"one two", "left ctrl+u end", "o|"},
		{"e\u0301👩‍👩‍👧‍👦", "backspace", "e\u0301|"}, // by what is one sign to a reader
		{"e\u0301👩‍👩‍👧‍👦", "left left delete", "|👩‍👩‍👧‍👦"},
	} {
		e := entry{before: c.before}
		for key := range strings.FieldsSeq(c.keys) {
			if !e.edit(key) {
				t.Errorf("%s does nothing", key)
			}
		}
		if got := e.before + "|" + e.after; got != c.want {
			t.Errorf("%q, %s: %q, want %q", c.before, c.keys, got, c.want)
		}
	}
	e := entry{}
	if e.edit("f5") {
		t.Error("f5 edits")
	}
	e.insert("a\xff\tb\u2028c\x1b")
	if got := e.text(); got != "a� b c " {
		t.Errorf("%q", got)
	}
}

func TestEntryFits(t *testing.T) {
	text := strings.Repeat("長e\u0301x👩‍👩‍👧‍👦", 20)
	for columns := 1; columns < 60; columns++ {
		e := entry{before: text}
		for range 40 {
			shown, cursor := e.view(columns)
			if w := terminal.Width(shown); w > columns {
				t.Fatalf("%d columns in %d", w, columns)
			}
			if cursor < 0 || cursor >= columns {
				t.Fatalf("cursor at %d of %d", cursor, columns)
			}
			e.edit("left")
		}
	}
}
