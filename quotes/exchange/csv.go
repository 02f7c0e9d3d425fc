package exchange

import (
	"encoding/csv"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/quotes"
)

// delimiters are the names of signs that part the cells of a CSV file.
var delimiters = map[string]rune{"comma": ',', "semicolon": ';', "tab": '\t', `\t`: '\t', "pipe": '|'}

// ParseDelimiter reads a sign that parts cells, or its name; "" is 0, for the
// usual one. What CSV cannot be parted by is CodeInvalid.
func ParseDelimiter(s string) (rune, error) {
	if s == "" {
		return 0, nil
	}
	if r, ok := delimiters[strings.ToLower(s)]; ok {
		return r, nil
	}
	r, n := utf8.DecodeRuneInString(s)
	if n < len(s) || r == utf8.RuneError || r == '"' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsControl(r) && r != '\t' {
		return 0, quotes.Errorf(quotes.CodeInvalid, "%q cannot part the cells of csv", s).Do("choose comma, semicolon, tab, pipe, or another single sign")
	}
	return r, nil
}

// csvWriter writes RFC 4180 with a line feed, a header first. Each cell went
// through CSVCell.
type csvWriter[T any] struct {
	out     io.Writer
	csv     *csv.Writer
	columns []Column[T]
	row     []string
	begun   bool
	bom     bool
}

func newCSVWriter[T any](w io.Writer, columns []Column[T], o Options) *csvWriter[T] {
	c := &csvWriter[T]{out: w, csv: csv.NewWriter(w), columns: columns, row: make([]string, len(columns)), bom: o.BOM}
	if o.Delimiter != 0 {
		c.csv.Comma = o.Delimiter
	}
	return c
}

func (w *csvWriter[T]) begin() error {
	if w.begun {
		return nil
	}
	w.begun = true
	if w.bom {
		if _, err := io.WriteString(w.out, "\ufeff"); err != nil {
			return err
		}
	}
	for i, c := range w.columns {
		w.row[i] = c.Name
	}
	return w.csv.Write(w.row)
}

func (w *csvWriter[T]) Write(record *T) error {
	if err := w.begin(); err != nil {
		return err
	}
	for i, c := range w.columns {
		w.row[i] = CSVCell(c.Value(record))
	}
	return w.csv.Write(w.row)
}

func (w *csvWriter[T]) Close() error {
	if err := w.begin(); err != nil {
		return err
	}
	w.csv.Flush()
	return w.csv.Error()
}

// tsvWriter writes one line a record, a header first. Each cell went through
// TSVCell, so that a line break or tab in it never breaks the row.
type tsvWriter[T any] struct {
	sink
	columns []Column[T]
	begun   bool
}

func newTSVWriter[T any](w io.Writer, columns []Column[T]) *tsvWriter[T] {
	return &tsvWriter[T]{sink: newSink(w), columns: columns}
}

func (w *tsvWriter[T]) begin() {
	if w.begun {
		return
	}
	w.begun = true
	w.row(func(c Column[T]) string { return c.Name })
}

func (w *tsvWriter[T]) row(cell func(Column[T]) string) {
	for i, c := range w.columns {
		if i > 0 {
			w.put("\t")
		}
		w.put(cell(c))
	}
	w.put("\n")
}

func (w *tsvWriter[T]) Write(record *T) error {
	w.begin()
	w.row(func(c Column[T]) string { return TSVCell(c.Value(record)) })
	return w.err()
}

func (w *tsvWriter[T]) Close() error {
	w.begin()
	return w.flush()
}
