package terminal

import (
	"io"
	"strings"

	"onrecord/quotes/exchange"
)

// Bar is one line of a bar chart.
type Bar struct {
	Label  string
	Value  int    // 0 or more
	Number string // Value as it is to be read
	Style  Style  // of the bar
}

// eighths are blocks that fill so many eighths of a column, from the left.
var eighths = [...]string{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"}

const block = "█"

// Bars draws a bar chart below a title: labels, numbers and bars aligned, the
// longest bar as long as the screen allows. A label that would leave the bars
// less than half of it is cut.
func (s *Screen) Bars(out io.Writer, title string, bars []Bar) error {
	labels := make([]string, len(bars))
	label, number, most := 0, 0, 1
	for i, b := range bars {
		labels[i] = exchange.Line(b.Label)
		label, number, most = max(label, width(labels[i])), max(number, width(b.Number)), max(most, b.Value)
	}
	label = min(label, max(1, s.Width/2-number-2*len(gap)))
	room := max(0, s.Width-label-number-2*len(gap))
	var b strings.Builder
	s.paint(&b, look{style: Bold}, title, line{End: len(title)})
	b.WriteByte('\n')
	for i, bar := range bars {
		text := cut(labels[i], label)
		b.WriteString(text + strings.Repeat(" ", label-width(text)) + gap)
		b.WriteString(strings.Repeat(" ", number-width(bar.Number)) + bar.Number)
		if drawn := blocks(bar.Value, most, room); drawn != "" {
			b.WriteString(gap)
			s.paint(&b, look{style: bar.Style}, drawn, line{End: len(drawn)})
		}
		b.WriteByte('\n')
	}
	_, err := io.WriteString(out, b.String())
	return err
}

// blocks is a bar of value's share of room columns, in eighths of a column; a
// value that there is shows.
func blocks(value, most, room int) string {
	if value <= 0 || room <= 0 {
		return ""
	}
	n := max(1, value*room*8/most)
	return strings.Repeat(block, n/8) + eighths[n%8]
}

// cut shortens a text of one line to so many columns, an ellipsis at its end.
func cut(text string, columns int) string {
	if width(text) <= columns {
		return text
	}
	lines := wrap(text, max(columns-1, 1))
	first := strings.TrimRight(text[lines[0].Start:lines[0].End], " ")
	if width(first) > columns-1 {
		return strings.Repeat("…", min(columns, 1))
	}
	return first + "…"
}
