package terminal

import (
	"strings"

	"github.com/clipperhouse/uax29/v2/graphemes"

	"onrecord/quotes/exchange"
)

// PaintedLine is one line of a wrapped text: painted, and whether a marked stretch
// stands on it.
type PaintedLine struct {
	Text   string
	Marked bool
}

// Lines wraps a text to so many columns, for a view that scrolls.
func (s *Screen) Lines(c Cell, columns int) []PaintedLine {
	text, spans := c.neutral()
	look := lookOf(c, Plain, spans)
	var out []PaintedLine
	for _, l := range wrap(text, columns) {
		var b strings.Builder
		s.paint(&b, look, text, l)
		marked := false
		for _, span := range spans {
			marked = marked || span.Overlaps(l)
		}
		out = append(out, PaintedLine{b.String(), marked})
	}
	return out
}

// Width is how many columns text takes once it is neutralised and on one line.
func Width(text string) int { return width(exchange.Line(text)) }

// Clip is text on one line of at most so many columns, neutralised; what does
// not fit is left out, which an ellipsis says.
func Clip(text string, columns int) string {
	text = exchange.Line(text)
	if width(text) <= columns {
		return text
	}
	taken, end := 0, 0
	for segments := graphemes.FromString(text); segments.Next(); {
		g := segments.Value()
		if taken += width(g); taken > columns-1 {
			break
		}
		end += len(g)
	}
	if columns < 1 {
		return ""
	}
	return strings.TrimRight(text[:end], " ") + "…"
}
