package exchange

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// mostInCell is how many UTF-16 units a cell of a spreadsheet holds: Excel's
// specifications and limits, "Total number of characters that a cell can
// contain". The file format would take more, and Excel calls it broken.
const mostInCell = 32767

// mostRows is how many rows a sheet has.
const mostRows = 1 << 20

// Names of the sheets of a workbook beside that of the records.
const (
	aboutSheet = "about"
	wordsSheet = "words"
)

// xlsxWriter writes a workbook: a sheet of records with a frozen header,
// filters and drop-downs, one that explains the columns and one with the words.
// Rows go to a temporary file when they are many. Each cell went through
// CSVCell and is a text, so that no spreadsheet takes true for a truth value or
// 1-2 for a date.
type xlsxWriter[T any] struct {
	out     io.Writer
	file    *excelize.File
	rows    *excelize.StreamWriter
	table   *Table[T]
	name    string
	columns []Column[T]
	options Options
	styles  xlsxStyles
	cells   []any
	count   int // of records
}

// xlsxStyles are the looks of cells, by number in the workbook.
type xlsxStyles struct{ header, openHeader, locked, open, standsOut, plain, heading int }

func newXLSXWriter[T any](w io.Writer, t *Table[T], columns []Column[T], o Options) (*xlsxWriter[T], error) {
	x := &xlsxWriter[T]{
		out: w, file: excelize.NewFile(), table: t, name: t.Name, columns: columns, options: o, cells: make([]any, len(columns)),
	}
	if err := x.begin(); err != nil {
		return nil, xlsxFault(err)
	}
	return x, nil
}

func xlsxFault(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("xlsx: %w", err)
}

func (x *xlsxWriter[T]) begin() (err error) {
	if err = x.file.SetSheetName("Sheet1", x.name); err != nil {
		return err
	}
	if err = x.makeStyles(); err != nil {
		return err
	}
	if x.rows, err = x.file.NewStreamWriter(x.name); err != nil {
		return err
	}
	panes := &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}
	if x.columns[0].Name == "id" {
		panes.XSplit, panes.TopLeftCell, panes.ActivePane = 1, "B2", "bottomRight"
	}
	if err = x.rows.SetPanes(panes); err != nil {
		return err
	}
	for i, c := range x.columns {
		if err = x.rows.SetColWidth(i+1, i+1, widthOf(c.Name)); err != nil {
			return err
		}
	}
	for i, c := range x.columns {
		style := x.styles.header
		if x.open(c.Name) {
			style = x.styles.openHeader
		}
		x.cells[i] = excelize.Cell{StyleID: style, Value: c.Name}
	}
	return x.rows.SetRow("A1", x.cells)
}

// open reports whether a column is the reviewer's to fill in.
func (x *xlsxWriter[T]) open(column string) bool { return x.options.Words != nil && IsReviewed(column) }

func (x *xlsxWriter[T]) makeStyles() error {
	const asText = 49 // the built-in number format @
	alignment := &excelize.Alignment{WrapText: true, Vertical: "top"}
	line := []excelize.Border{{Type: "bottom", Color: "D9D9D4", Style: 1}}
	fill := func(colour string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	}
	for _, s := range []struct {
		into  *int
		style excelize.Style
	}{
		{&x.styles.header, excelize.Style{Font: &excelize.Font{Bold: true}, Fill: fill("E7E7E2"), Alignment: alignment}},
		{&x.styles.openHeader, excelize.Style{Font: &excelize.Font{Bold: true}, Fill: fill("FFE9A8"), Alignment: alignment}},
		{&x.styles.locked, excelize.Style{NumFmt: asText, Alignment: alignment, Border: line, Font: &excelize.Font{Color: "3A3A37"}}},
		{&x.styles.open, excelize.Style{
			NumFmt: asText, Alignment: alignment, Border: line, Fill: fill("FFFBEC"),
			Protection: &excelize.Protection{Locked: false},
		}},
		{&x.styles.standsOut, excelize.Style{NumFmt: asText, Alignment: alignment, Border: line, Fill: fill("FFE1D6"), Font: &excelize.Font{Bold: true}}},
		{&x.styles.plain, excelize.Style{NumFmt: asText, Alignment: alignment}},
		{&x.styles.heading, excelize.Style{Font: &excelize.Font{Bold: true, Size: 13}}},
	} {
		number, err := x.file.NewStyle(&s.style)
		if err != nil {
			return err
		}
		*s.into = number
	}
	return nil
}

// widths are those of columns, in signs; columns of short values are 14 wide.
var widths = map[string]float64{
	"id": 7, "text": 58, "context": 48, "speaker": 22, "note": 34, "tags": 18, "outlet": 18, "title": 30, "url": 26,
	"rationale": 34, "line": 7, "item": 7, "open": 7, "why": 40, "source": 22,
}

func widthOf(column string) float64 {
	if w, ok := widths[column]; ok {
		return w
	}
	return 14
}

func (x *xlsxWriter[T]) Write(record *T) error {
	x.count++
	if x.count >= mostRows {
		return fmt.Errorf("xlsx: a sheet holds %d rows at most; narrow the export, or choose csv", mostRows)
	}
	standsOut := x.table.StandsOut != nil && x.table.StandsOut(record)
	for i, c := range x.columns {
		style := x.styles.locked
		if standsOut {
			style = x.styles.standsOut
		}
		if x.open(c.Name) {
			style = x.styles.open
		}
		x.cells[i] = excelize.Cell{StyleID: style, Value: x.value(c, record)}
	}
	return xlsxFault(x.rows.SetRow("A"+strconv.Itoa(x.count+1), x.cells))
}

// value is a cell: ids as numbers, which sort as such, all else as text.
func (x *xlsxWriter[T]) value(c Column[T], record *T) any {
	value := c.Value(record)
	if c.Name == "id" || strings.HasSuffix(c.Name, "_id") {
		if n, err := strconv.ParseInt(value, 10, 64); err == nil {
			return n
		}
	}
	cell, cut := XLSXCell(value)
	if cut && x.options.Warn != nil {
		x.options.Warn(fmt.Sprintf("row %d, %s: cut to the %d signs that a cell of a spreadsheet holds", x.count+1, c.Name, mostInCell))
	}
	return cell
}

// cutMark ends a cell that does not hold all of its value.
const cutMark = " … [cut here: a cell of a spreadsheet holds no more]"

// XLSXCell is CSVCell, cut visibly where it is longer than a cell of a
// spreadsheet may be; cut tells that it was.
func XLSXCell(s string) (cell string, cut bool) {
	cell = CSVCell(s)
	// A unit never takes less than a byte.
	if len(cell) <= mostInCell || utf16Length(cell) <= mostInCell {
		return cell, false
	}
	left := mostInCell - utf16Length(cutMark)
	for i, r := range cell {
		if left -= utf16.RuneLen(r); left < 0 {
			return cell[:i] + cutMark, true
		}
	}
	return cell, false
}

func utf16Length(s string) int {
	n := utf8.RuneCountInString(s)
	for _, r := range s {
		if r > 0xffff {
			n++
		}
	}
	return n
}

func (x *xlsxWriter[T]) Close() error {
	err := x.finish()
	if closing := x.file.Close(); err == nil {
		err = closing
	}
	return xlsxFault(err)
}

func (x *xlsxWriter[T]) finish() error {
	last, err := excelize.CoordinatesToCellName(len(x.columns), x.count+1)
	if err != nil {
		return err
	}
	if err := x.file.AutoFilter(x.name, "A1:"+last, nil); err != nil {
		return err
	}
	if x.options.Words != nil {
		if err := x.addWords(); err != nil {
			return err
		}
		if err := x.protect(); err != nil {
			return err
		}
	}
	if err := x.explain(); err != nil {
		return err
	}
	if err := x.rows.Flush(); err != nil {
		return err
	}
	return x.file.Write(x.out)
}

// protect locks what is not the reviewer's to change: against slips, hence
// without a password.
func (x *xlsxWriter[T]) protect() error {
	return x.file.ProtectSheet(x.name, &excelize.SheetProtectionOptions{
		SelectLockedCells: true, SelectUnlockedCells: true, AutoFilter: true, Sort: true,
		FormatCells: true, FormatColumns: true, FormatRows: true,
	})
}
