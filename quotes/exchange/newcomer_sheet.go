package exchange

import (
	"strings"

	"onrecord/quotes"
)

// NewcomersOfSheet finds in a sheet the heading that names the words of quotes,
// and perhaps more about them; nil if there is none among the first rows.
func NewcomersOfSheet(s *Sheet, mapped map[string]string) (*NewcomerFile, error) {
	var names *takenNames
	rows, err := headedRows(s, func(row SheetRow) (bool, error) {
		cells := texts(row.Cells)
		if !namesQuotes(cells, mapped) {
			return false, nil
		}
		var err error
		names, err = takeNames(cells, mapped, true)
		return err == nil, err
	})
	if err != nil || rows == nil {
		return nil, err
	}
	f := &NewcomerFile{Kind: "sheet"}
	names.tell(f)
	f.All = func(yield func(*Newcomer, error) bool) {
		for row, err := range rows.All() {
			if err != nil && quotes.CodeOf(err) != quotes.CodeInvalid {
				yield(nil, err)
				return
			}
			n := &Newcomer{Row: row.Number}
			if err != nil {
				n.Fail("", err)
			} else if n = names.ofRow(row); n == nil {
				continue // blank
			}
			if !yield(n, nil) {
				return
			}
		}
	}
	return f, nil
}

// namesQuotes reports whether a row names the words of a quote and at least one
// thing besides; one that the user mapped is enough.
func namesQuotes(cells []string, mapped map[string]string) bool {
	words, more := false, 0
	for _, cell := range cells {
		column, rank := newcomerColumn(cell, mapped)
		words = words || column == "text"
		if strings.TrimSpace(cell) != "" {
			more++
		}
		if column == "text" && rank == 3 {
			return true
		}
	}
	return words && more > 1
}

// ofRow is the quote of a row, nil for a blank one.
func (t *takenNames) ofRow(row SheetRow) *Newcomer {
	blank := true
	for _, i := range t.at {
		blank = blank && (i >= len(row.Cells) || strings.TrimSpace(row.Cells[i].Text) == "")
	}
	if blank {
		return nil
	}
	return newcomer(row.Number, func(column string) SheetCell {
		if i, ok := t.at[column]; ok && i < len(row.Cells) {
			return row.Cells[i]
		}
		return SheetCell{}
	}, t.ranks["url"] == 1)
}
