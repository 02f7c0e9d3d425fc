package exchange

import (
	"bytes"
	"errors"
	"io"
	"iter"

	"onrecord/quotes"
)

// Sheet is a table that somebody filled in, row by row. Its rows are read
// while they are gone through, once.
type Sheet struct {
	// Kind is xlsx, csv or tsv; Note tells what was found out about it, as in
	// "windows-1252, parted by ;".
	Kind, Note string
	rows       iter.Seq2[SheetRow, error]
}

// SheetRow is one row. Number counts from 1 as spreadsheets do, blank rows and
// the heading included.
type SheetRow struct {
	Number int
	Cells  []SheetCell
}

// SheetCell is what stands in a cell. Raw is what the file holds where Text is
// how a spreadsheet shows it: a date is a number there. Other ("" for none) is
// a second way to read Text, for a file that does not tell which is right.
type SheetCell struct{ Text, Raw, Other string }

// Rows goes through the rows. A row that cannot be read comes as an error that
// names it; the rest goes on.
func (s *Sheet) Rows() iter.Seq2[SheetRow, error] { return s.rows }

// What the beginning of a file tells.
var (
	zipMark = []byte("PK\x03\x04")
	oleMark = []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
)

// OpenSheet finds out what a file is (a workbook, or CSV or TSV in any usual
// encoding and parted by any usual sign) and makes it ready to read. tab is the
// name of the workbook's sheet to read; "" is the one with the known headings.
// What is no such file is CodeUnusable with what to save it as.
func OpenSheet(file io.ReadSeeker, tab string) (*Sheet, error) {
	head := make([]byte, 4096)
	n, err := io.ReadFull(file, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return nil, err
	}
	head = head[:n]
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	switch {
	case len(bytes.TrimSpace(head)) == 0 && n < 4096:
		return nil, quotes.Errorf(quotes.CodeUnusable, "the file is empty").Do("name a file that holds a table")
	case bytes.HasPrefix(head, zipMark) && bytes.Contains(head, []byte("opendocument")):
		return nil, quotes.Errorf(quotes.CodeUnusable, "an OpenDocument file").Do("save it as .xlsx or .csv in the spreadsheet")
	case bytes.HasPrefix(head, zipMark):
		return openWorkbook(file, tab)
	case bytes.HasPrefix(head, oleMark):
		return nil, quotes.Errorf(quotes.CodeUnusable, "an old .xls workbook, or one behind a password").Do("save it as .xlsx without a password")
	}
	return openText(file)
}
