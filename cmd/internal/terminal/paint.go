package terminal

import (
	"slices"
	"strings"

	"github.com/clipperhouse/uax29/v2/graphemes"

	"onrecord/quotes"
)

// look is how a wrapped text is painted.
type look struct {
	style  Style
	marked Style
	spans  []quotes.Span // to mark, in bytes of the text, in order
}

// lookOf is how the cell is painted in a column of that style.
func lookOf(c Cell, column Style, spans []quotes.Span) look {
	style := c.Style
	if style == Plain {
		style = column
	}
	return look{style: style, marked: c.markedStyle(), spans: spans}
}

// paint writes one line of the text, in colour.
func (l look) paint(b *strings.Builder, text string, at line) {
	from := at.Start
	first, _ := slices.BinarySearchFunc(l.spans, from+1, func(s quotes.Span, n int) int { return s.End - n })
	for _, s := range l.spans[first:] {
		if s.End <= from {
			continue // widened over
		}
		if s.Start >= at.End {
			break
		}
		start, end := outward(text, at, max(s.Start, from), min(s.End, at.End))
		l.style.paint(b, text[from:start])
		l.style.and(l.marked).paint(b, text[start:end])
		from = end
	}
	l.style.paint(b, text[from:at.End])
}

// outward widens a stretch of a line to whole graphemes: a sequence inside one
// would tear it.
func outward(text string, at line, start, end int) (wholeStart, wholeEnd int) {
	wholeStart, wholeEnd = start, end
	segments := graphemes.FromString(text[at.Start:at.End])
	for from := at.Start; segments.Next(); {
		to := from + len(segments.Value())
		if from < start && start < to {
			wholeStart = from
		}
		if from < end && end < to {
			wholeEnd = to
			break
		}
		if from >= end {
			break
		}
		from = to
	}
	return wholeStart, wholeEnd
}
