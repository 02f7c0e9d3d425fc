package exchange

import (
	"bufio"
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"

	"golang.org/x/text/transform"

	"onrecord/quotes"
	"onrecord/quotes/read"
)

// looked is how much of a text tells what parts its cells.
const looked = 1 << 20

// openText reads CSV and TSV: first through all of it for the encoding, then
// row by row.
func openText(file io.ReadSeeker) (*Sheet, error) {
	decoder, charset, err := read.SniffText(file)
	if err != nil {
		return nil, err
	}
	in := bufio.NewReaderSize(transform.NewReader(file, decoder), looked)
	head, err := in.Peek(looked)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	d := dialectOf(string(head))
	skipped := 0
	if d.declared {
		// Excel's own way to say it: a first row "sep=;".
		if _, err := in.ReadString('\n'); err != nil && !errors.Is(err, io.EOF) {
			return nil, err
		}
		skipped = 1
	}
	s := &Sheet{Kind: "csv", Note: charset + ", parted by " + string(d.comma), rows: csvRows(in, d, skipped)}
	if d.comma == '\t' {
		s.Kind, s.Note = "tsv", charset
		if !d.quoted {
			s.rows = tsvRows(in, skipped)
		}
	}
	return s, nil
}

// dialect is how a text parts its cells.
type dialect struct {
	comma    rune
	declared bool // by a first row that says so
	quoted   bool // of tabs: cells are between quote marks where they need it, as spreadsheets write them
}

// dialectOf finds the sign which parts the heading into the most known names,
// else into the most cells.
func dialectOf(head string) dialect {
	first, _, _ := strings.Cut(head, "\n")
	if sign, ok := strings.CutPrefix(strings.ToLower(strings.TrimRight(first, "\r")), "sep="); ok && len(sign) == 1 {
		return dialect{comma: rune(sign[0]), declared: true, quoted: true}
	}
	best, bestScore := dialect{comma: ',', quoted: true}, 0
	for _, comma := range []rune{',', '\t', ';', '|'} {
		score := 0
		r := csv.NewReader(strings.NewReader(head))
		r.Comma, r.FieldsPerRecord, r.LazyQuotes = comma, -1, true
		for range headingWithin {
			cells, err := r.Read()
			if err != nil {
				break
			}
			known := 0
			for _, cell := range cells {
				if columnNamed(cell) != "" {
					known++
				}
			}
			score = max(score, 1000*known+min(len(cells), 999))
		}
		if score > bestScore {
			best, bestScore = dialect{comma: comma, quoted: true}, score
		}
	}
	if best.comma == '\t' {
		best.quoted = tabsQuoted(head)
	}
	return best
}

// tabsQuoted tells the TSV of spreadsheets, whose cells may stand between
// quote marks and hold line breaks, from that of TSVCell, where a quote mark
// is a sign like any other. Spreadsheets put every cell that holds a quote
// mark between two and double those inside, so that one bare mark decides.
func tabsQuoted(head string) bool {
	lines := strings.Split(strings.ReplaceAll(head, "\r\n", "\n"), "\n")
	if len(lines) > 1 {
		lines = lines[:len(lines)-1] // it may be cut
	}
	tabs := strings.Count(lines[0], "\t")
	uneven, opened, bare, closed := false, false, false, false
	for _, line := range lines {
		uneven = uneven || line != "" && strings.Count(line, "\t") != tabs
		for cell := range strings.SplitSeq(line, "\t") {
			if !strings.Contains(cell, `"`) {
				continue
			}
			inner, starts := strings.CutPrefix(cell, `"`)
			inner, ends := strings.CutSuffix(inner, `"`)
			switch {
			case starts && strings.Count(cell, `"`)%2 == 1:
				opened = true
			case starts && ends && !strings.Contains(strings.ReplaceAll(inner, `""`, ""), `"`):
				closed = true
			default:
				bare = true
			}
		}
	}
	if uneven && opened {
		return true // a line break inside a cell
	}
	return closed && !opened && !bare
}

func csvRows(in io.Reader, d dialect, row int) func(func(SheetRow, error) bool) {
	return func(yield func(SheetRow, error) bool) {
		r := csv.NewReader(in)
		r.Comma, r.FieldsPerRecord = d.comma, -1
		next := 1 // the line on which a row would start if no blank one came before
		for {
			fields, err := r.Read()
			if errors.Is(err, io.EOF) {
				return
			}
			var broken *csv.ParseError
			if err != nil && !errors.As(err, &broken) {
				yield(SheetRow{}, err)
				return
			}
			if broken != nil {
				row += 1 + broken.StartLine - next
				next = broken.Line + 1
				err := quotes.Errorf(quotes.CodeInvalid, "row %d (line %d): %v", row, broken.StartLine, broken.Err).
					Do("put the cell between quote marks and double those inside it, or save the file again in a spreadsheet")
				if !yield(SheetRow{Number: row}, err) {
					return
				}
				continue
			}
			line, _ := r.FieldPos(0)
			row += 1 + line - next
			next = line + 1
			cells := make([]SheetCell, len(fields))
			for i, field := range fields {
				next += strings.Count(field, "\n")
				cells[i] = textCell(field, false)
			}
			if !yield(SheetRow{row, cells}, nil) {
				return
			}
		}
	}
}

// textCell is a cell of a text. What TSVCell escaped, and a spreadsheet
// carried along without knowing, has a second reading; in a TSV of ours it is
// the first.
func textCell(s string, tsv bool) SheetCell {
	c := SheetCell{Text: s, Raw: s}
	if strings.Contains(s, `\`) {
		c.Other = tsvUnescapes.Replace(s)
		if tsv {
			c.Text, c.Other = c.Other, c.Text
		}
	}
	return c
}

// tsvRows reads what tsvWriter wrote: a line a row.
func tsvRows(in *bufio.Reader, row int) func(func(SheetRow, error) bool) {
	return func(yield func(SheetRow, error) bool) {
		for {
			line, err := in.ReadString('\n')
			if err != nil && !errors.Is(err, io.EOF) {
				yield(SheetRow{}, err)
				return
			}
			if line == "" {
				return
			}
			row++
			fields := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
			cells := make([]SheetCell, len(fields))
			for i, field := range fields {
				cells[i] = textCell(field, true)
			}
			if !yield(SheetRow{row, cells}, nil) || err != nil {
				return
			}
		}
	}
}

// rowName is how messages name a row.
func rowName(n int) string { return "row " + strconv.Itoa(n) }
