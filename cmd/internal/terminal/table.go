package terminal

import (
	"bytes"
	"io"
	"slices"
	"strings"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"

	"onrecord/quotes/exchange"
)

// Under this width a table is a heap of fragments: records are shown as cards.
const narrow = 40

// Rows that the widths are planned from. Later rows are drawn in the same
// widths, batch after batch, so that any number of rows needs bounded memory.
const batchRows = 200

// Table draws rows that fit the screen: nothing is cut, long text is wrapped.
// Where the columns do not fit side by side each row becomes a card, its
// values below each other. No line is wider than the screen.
type Table struct {
	screen  *Screen
	out     io.Writer
	columns []Column
	rows    [][]prepared

	widths []int  // nil for cards, or before the first batch
	shown  []bool // columns that are not left out as empty
	begun  bool
}

// prepared is a cell that has been neutralised.
type prepared struct {
	text string
	look look
}

// NewTable begins a table on out, which is the screen or a pager before it.
// Close draws the rows that have not been drawn.
func (s *Screen) NewTable(out io.Writer, columns ...Column) *Table {
	return &Table{screen: s, out: out, columns: columns}
}

// Row adds a row with a cell for each column; missing ones are empty.
func (t *Table) Row(cells ...Cell) error {
	row := make([]prepared, len(t.columns))
	for i, c := range cells[:min(len(cells), len(row))] {
		text, spans := c.neutral()
		style := Plain
		if t.columns[i].Style != nil {
			style = t.columns[i].Style(c.Text)
		}
		row[i] = prepared{text: text, look: lookOf(c, style, spans)}
	}
	t.rows = append(t.rows, row)
	if len(t.rows) < batchRows {
		return nil
	}
	return t.flush()
}

// Texts is Row of plain texts.
func (t *Table) Texts(texts ...string) error {
	cells := make([]Cell, len(texts))
	for i, s := range texts {
		cells[i].Text = s
	}
	return t.Row(cells...)
}

// Close draws what is left. A table without rows is nothing at all.
func (t *Table) Close() error { return t.flush() }

// flush draws the rows there are and forgets them.
func (t *Table) flush() error {
	if len(t.rows) == 0 || len(t.columns) == 0 {
		return nil
	}
	header := t.layOut()
	var err error
	if t.widths == nil {
		err = t.drawCards()
	} else {
		err = t.drawRows(header)
	}
	t.rows, t.begun = t.rows[:0], true
	return err
}

// layOut plans the widths, at the first batch or when a column that was left
// out so far has got a value, and reports whether the header has to be drawn.
func (t *Table) layOut() bool {
	shown := make([]bool, len(t.columns))
	grown := false
	for i, c := range t.columns {
		shown[i] = !c.Optional || t.begun && t.shown[i]
		for r := 0; r < len(t.rows) && !shown[i]; r++ {
			shown[i] = t.rows[r][i].text != ""
		}
		grown = grown || t.begun && shown[i] != t.shown[i]
	}
	if !slices.Contains(shown, true) { // a table of nothing at all is still a table
		for i := range shown {
			shown[i] = true
		}
	}
	if t.begun && (t.widths == nil || !grown) {
		return false
	}
	t.shown = shown
	t.widths = nil
	if t.screen.Width >= narrow {
		t.widths = t.planWidths()
	}
	return true
}

// planWidths plans the columns shown; nil if they do not fit.
func (t *Table) planWidths() []int {
	var columns []Column
	var demands []demand
	for i, c := range t.columns {
		if !t.shown[i] {
			continue
		}
		var d demand
		for _, row := range t.rows {
			lineWidth, word := widest(row[i].text)
			d.widest, d.word = max(d.widest, lineWidth), max(d.word, word)
		}
		title, _ := widest(c.Title)
		d.widest = max(d.widest, title)
		columns, demands = append(columns, c), append(demands, d)
	}
	return plan(columns, demands, t.screen.Width)
}

// drawRows draws the rows, and the header if it is due.
func (t *Table) drawRows(header bool) error {
	var drawn bytes.Buffer
	table := tablewriter.NewTable(&drawn, t.options()...)
	if header {
		table.Header(t.headerCells())
	}
	for _, row := range t.rows {
		if err := table.Append(t.rowCells(row)); err != nil {
			return err
		}
	}
	if err := table.Render(); err != nil {
		return err
	}
	for line := range bytes.Lines(drawn.Bytes()) {
		if _, err := t.out.Write(tidy(line)); err != nil {
			return err
		}
	}
	return nil
}

// options make tablewriter draw what it is given as it is.
func (t *Table) options() []tablewriter.Option {
	var aligned []tw.Align
	var padded []tw.Padding
	for _, c := range t.shownColumns() {
		align := tw.AlignLeft
		if c.Right {
			align = tw.AlignRight
		}
		aligned = append(aligned, align)
		padded = append(padded, tw.Padding{Right: gap, Overwrite: true})
	}
	padded[len(padded)-1] = tw.PaddingNone
	cells := tw.CellConfig{
		Formatting: tw.CellFormatting{AutoWrap: tw.WrapNone, AutoFormat: tw.Off},
		Alignment:  tw.CellAlignment{PerColumn: aligned},
		Padding:    tw.CellPadding{Global: tw.PaddingNone, PerColumn: padded},
	}
	return []tablewriter.Option{
		// First, since it resets what came before.
		tablewriter.WithConfig(tablewriter.Config{Header: cells, Row: cells}),
		tablewriter.WithTrimSpace(tw.Off),
		tablewriter.WithTrimLine(tw.Off),
		tablewriter.WithTrimTab(tw.Off),
		tablewriter.WithHeaderAutoFormat(tw.Off),
		tablewriter.WithHeaderAutoWrap(tw.WrapNone),
		tablewriter.WithRowAutoWrap(tw.WrapNone),
		tablewriter.WithRenderer(renderer.NewBlueprint(tw.Rendition{
			Borders: tw.BorderNone,
			Symbols: tw.NewSymbols(ruleStyle()),
			Settings: tw.Settings{
				Separators: tw.SeparatorsNone,
				Lines:      tw.Lines{ShowTop: tw.Off, ShowBottom: tw.Off, ShowHeaderLine: tw.On, ShowFooterLine: tw.Off},
			},
		})),
	}
}

// ruleStyle is what the rule below the header is drawn with: hyphens where the
// locale is one in which line signs are two columns wide.
func ruleStyle() tw.BorderStyle {
	if width("─") > 1 {
		return tw.StyleASCII
	}
	return tw.StyleLight
}

func (t *Table) shownColumns() []Column {
	var shown []Column
	for i, c := range t.columns {
		if t.shown[i] {
			shown = append(shown, c)
		}
	}
	return shown
}

func (t *Table) headerCells() []string {
	var cells []string
	for _, c := range t.shownColumns() {
		title := prepared{text: exchange.Line(c.Title), look: look{style: Bold}}
		cells = append(cells, t.draw(title, c.Right, t.widths[len(cells)]))
	}
	return cells
}

func (t *Table) rowCells(row []prepared) []string {
	var cells []string
	for i, c := range t.columns {
		if t.shown[i] {
			cells = append(cells, t.draw(row[i], c.Right, t.widths[len(cells)]))
		}
	}
	return cells
}

// draw wraps a cell to the width of its column. The first line is filled up,
// since tablewriter makes a column as wide as its widest line: so every batch
// comes out in the planned widths.
func (t *Table) draw(p prepared, right bool, limit int) string {
	var b strings.Builder
	for i, l := range wrap(p.text, limit) {
		fill := ""
		if i > 0 {
			b.WriteByte('\n')
		} else {
			fill = strings.Repeat(" ", max(0, limit-width(p.text[l.Start:l.End])))
		}
		if right {
			b.WriteString(fill)
		}
		t.screen.paint(&b, p.look, p.text, l)
		if !right {
			b.WriteString(fill)
		}
	}
	return b.String()
}

// paint writes a line of a text, in colour if the screen has it.
func (s *Screen) paint(b *strings.Builder, look look, text string, l line) {
	if s.Colour {
		look.paint(b, text, l)
		return
	}
	b.WriteString(text[l.Start:l.End])
}

// tidy takes out of a drawn line what is not seen: the spaces that fill up the
// last column, and the resets that tablewriter adds after cells with colour.
func tidy(drawn []byte) []byte {
	out := make([]byte, 0, len(drawn))
	coloured := false
	for rest := drawn; len(rest) > 0; {
		at := bytes.IndexByte(rest, sequenceStart[0])
		if at < 0 {
			out = append(out, rest...)
			break
		}
		out = append(out, rest[:at]...)
		rest = rest[at:]
		end := bytes.IndexByte(rest, 'm') + 1 // cells hold no other escapes
		reset := string(rest[:end]) == sequenceReset
		if coloured || !reset {
			out = append(out, rest[:end]...)
		}
		coloured = !reset
		rest = rest[end:]
	}
	return append(bytes.TrimRight(out, " \r\n"), '\n')
}

// drawCards draws each row as its values below each other.
func (t *Table) drawCards() error {
	labels := 0
	for _, c := range t.shownColumns() {
		if w := width(exchange.Line(c.Title)); w <= longLabel {
			labels = max(labels, w)
		}
	}
	for i, row := range t.rows {
		d := t.screen.NewDetail(t.out)
		d.least = labels
		if i > 0 || t.begun {
			d.drawn.WriteByte('\n')
		}
		for j, c := range t.columns {
			if row[j].text != "" {
				d.field(c.Title, row[j])
			}
		}
		if err := d.Close(); err != nil {
			return err
		}
	}
	return nil
}
