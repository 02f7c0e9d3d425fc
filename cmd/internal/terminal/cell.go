package terminal

import (
	"strings"

	"onrecord/quotes"
	"onrecord/quotes/exchange"
)

// Cell is a text to show, as stored: it is neutralised here.
type Cell struct {
	Text string
	// Style is the look of the whole; Plain leaves it to the column.
	Style Style
	// Marked are the stretches to highlight, in code points of Text, in order.
	Marked []quotes.Span
	// MarkedStyle is the look of those; Plain stands for Bold and Yellow.
	MarkedStyle Style
}

// Text is a cell without more ado.
func Text(s string) Cell { return Cell{Text: s} }

// highlight is the look of a search hit.
const highlight = Bold + ";" + Yellow

func (c Cell) markedStyle() Style {
	if c.MarkedStyle == Plain {
		return highlight
	}
	return c.MarkedStyle
}

// neutral is the cell's text made harmless, with the marked stretches in its
// bytes.
func (c Cell) neutral() (string, []quotes.Span) {
	safe := exchange.Terminal(c.Text)
	if len(c.Marked) == 0 {
		return safe, nil
	}
	// at[i] is where code point i of Text stands in safe: exchange.Terminal
	// goes by code points, each of which it keeps, replaces or leaves out.
	at := make([]int, 0, len(c.Text)+1)
	length := 0
	for _, r := range c.Text {
		at = append(at, length)
		length += len(exchange.Terminal(string(r)))
	}
	at = append(at, length)
	if length != len(safe) {
		return safe, nil
	}
	marked := make([]quotes.Span, 0, len(c.Marked))
	end := 0
	for _, m := range c.Marked {
		from, to := min(max(m.Start, 0), len(at)-1), min(max(m.End, 0), len(at)-1)
		if from >= to {
			continue
		}
		s := quotes.Span{Start: max(at[from], end), End: at[to]}
		if s.Start < s.End {
			marked = append(marked, s)
			end = s.End
		}
	}
	return safe, marked
}

// Paint writes one line in a style, neutralised, for a screen with colour.
func (s *Screen) Paint(style Style, text string) string {
	text = exchange.Terminal(text)
	if !s.Colour {
		return text
	}
	var b strings.Builder
	style.paint(&b, text)
	return b.String()
}
