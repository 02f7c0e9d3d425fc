package terminal

import (
	"bytes"
	"io"
	"strings"

	"onrecord/quotes/exchange"
)

// Detail shows one record in full: labelled values, aligned and wrapped with
// their lines below each other, and paragraphs of text. No line is wider than
// the screen.
type Detail struct {
	screen *Screen
	out    io.Writer
	fields []labelled
	least  int // columns for labels, where several details are to be aligned
	drawn  bytes.Buffer
}

// labelled is a value that waits for the others of its block, to be aligned.
type labelled struct {
	label string
	value prepared
}

// Labels longer than this stand on a line of their own.
const longLabel = 20

// NewDetail begins a detail on out, which is the screen or a pager before it.
// Close writes it.
func (s *Screen) NewDetail(out io.Writer) *Detail { return &Detail{screen: s, out: out} }

// Field adds a labelled value.
func (d *Detail) Field(label string, value Cell) {
	text, spans := value.neutral()
	d.field(label, prepared{text: text, look: lookOf(value, Plain, spans)})
}

// Named adds the value of a column: it looks as in a table. An empty one is
// left out.
func (d *Detail) Named(column, value string) {
	if value == "" {
		return
	}
	cell := Text(value)
	if style := d.screen.Column(column).Style; style != nil {
		cell.Style = style(value)
	}
	d.Field(column, cell)
}

// VerdictStyle is the look of a verdict on this screen.
func (d *Detail) VerdictStyle(word string) Style { return d.screen.Column("verdict").Style(word) }

func (d *Detail) field(label string, value prepared) {
	d.fields = append(d.fields, labelled{exchange.Line(label), value})
}

// Heading begins a part of the record.
func (d *Detail) Heading(title string) {
	d.Gap()
	title = exchange.Line(title)
	d.lines("", prepared{text: title, look: look{style: Bold}})
}

// Passage adds paragraphs of running text, indented by so many columns, such
// as a quote's context with the quote marked.
func (d *Detail) Passage(indent int, c Cell) {
	d.block()
	text, spans := c.neutral()
	d.lines(strings.Repeat(" ", d.indent(indent)), prepared{text: text, look: lookOf(c, Plain, spans)})
}

// Gap adds an empty line, unless nothing comes before it.
func (d *Detail) Gap() {
	d.block()
	if d.drawn.Len() > 0 {
		d.drawn.WriteByte('\n')
	}
}

// Close writes the detail.
func (d *Detail) Close() error {
	d.block()
	_, err := d.drawn.WriteTo(d.out)
	return err
}

// indent keeps an indent from eating up a narrow screen.
func (d *Detail) indent(n int) int { return max(0, min(n, d.screen.Width/2)) }

// block writes the fields collected so far, aligned.
func (d *Detail) block() {
	widestLabel := d.least
	for _, f := range d.fields {
		if w := width(f.label); w <= longLabel {
			widestLabel = max(widestLabel, w)
		}
	}
	indent := widestLabel + len(gap)
	above := indent > d.screen.Width/2 // no room beside the label
	for _, f := range d.fields {
		label := look{style: Grey}
		if above || width(f.label) > widestLabel {
			d.lines("", prepared{text: f.label, look: label})
			d.lines(strings.Repeat(" ", d.indent(min(indent, 2))), f.value)
			continue
		}
		var b strings.Builder
		d.screen.paint(&b, label, f.label, line{End: len(f.label)})
		b.WriteString(strings.Repeat(" ", indent-width(f.label)))
		d.hanging(b.String(), strings.Repeat(" ", indent), f.value)
	}
	d.fields = d.fields[:0]
}

// lines writes a text wrapped, each line after the indent.
func (d *Detail) lines(indent string, value prepared) { d.hanging(indent, indent, value) }

// hanging writes a text wrapped, the first line after one lead, the others
// after another of the same width.
func (d *Detail) hanging(first, others string, value prepared) {
	lead := first
	for _, l := range wrap(value.text, d.screen.Width-len(others)) {
		var b strings.Builder
		b.WriteString(lead)
		d.screen.paint(&b, value.look, value.text, l)
		d.drawn.WriteString(strings.TrimRight(b.String(), " "))
		d.drawn.WriteByte('\n')
		lead = others
	}
}
