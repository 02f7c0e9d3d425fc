package review

import (
	"strings"
	"unicode"

	"github.com/clipperhouse/uax29/v2/graphemes"

	"onrecord/cmd/internal/terminal"
)

// entry is a line of text that is being typed, parted by the cursor.
type entry struct{ before, after string }

func (e *entry) text() string { return e.before + e.after }

// insert puts in what was typed or pasted. What is no sign of its own in a
// line, such as a line feed, becomes a space.
func (e *entry) insert(s string) {
	e.before += strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == 0x2028 || r == 0x2029 {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "�"))
}

// edit does what a key does to a line, and reports whether it does anything to
// one at all.
func (e *entry) edit(key string) bool {
	switch key {
	case "left", "ctrl+b":
		head, last := lastGrapheme(e.before)
		e.before, e.after = head, last+e.after
	case "right", "ctrl+f":
		first, tail := firstGrapheme(e.after)
		e.before, e.after = e.before+first, tail
	case "home", "ctrl+a":
		e.before, e.after = "", e.text()
	case "end", "ctrl+e":
		e.before, e.after = e.text(), ""
	case "backspace", "ctrl+h":
		e.before, _ = lastGrapheme(e.before)
	case "delete", "ctrl+d":
		_, e.after = firstGrapheme(e.after)
	case "ctrl+u":
		e.before = ""
	case "ctrl+k":
		e.after = ""
	case "ctrl+w", "alt+backspace":
		head := strings.TrimRight(e.before, " ")
		e.before = head[:strings.LastIndexByte(head, ' ')+1]
	default:
		return false
	}
	return true
}

// view is the line as it is shown in so many columns, and the column of the
// cursor in it: the stretch around the cursor when it is longer.
func (e *entry) view(columns int) (shown string, cursor int) {
	before := e.before
	for terminal.Width(before) > columns-1 {
		_, before = firstGrapheme(before)
	}
	cursor = terminal.Width(before)
	return before + terminal.Clip(e.after, columns-cursor), cursor
}

func firstGrapheme(s string) (first, tail string) {
	segments := graphemes.FromString(s)
	if !segments.Next() {
		return "", ""
	}
	n := len(segments.Value())
	return s[:n], s[n:]
}

func lastGrapheme(s string) (head, last string) {
	for segments := graphemes.FromString(s); segments.Next(); {
		last = segments.Value()
	}
	return s[:len(s)-len(last)], last
}
