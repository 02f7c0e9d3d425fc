package exchange

import (
	"fmt"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// addWords makes the sheet of words and the drop-downs that offer them. They
// point at the sheet, since a list inside a drop-down is held to 255 signs and
// to words without a comma.
func (x *xlsxWriter[T]) addWords() error {
	if _, err := x.file.NewSheet(wordsSheet); err != nil {
		return err
	}
	at := 1
	for _, name := range x.options.Words.columns() {
		words := x.options.Words[name]
		letters, err := excelize.ColumnNumberToName(at)
		if err != nil {
			return err
		}
		rows := [][]any{{name, "what it means"}}
		for _, word := range words {
			rows = append(rows, []any{CSVCell(word), meanings[word]})
		}
		if err := x.lay(wordsSheet, at, 1, rows); err != nil {
			return err
		}
		if err := x.file.SetColWidth(wordsSheet, letters, letters, 16); err != nil {
			return err
		}
		if err := x.dropDown(name, fmt.Sprintf("%s!$%s$2:$%s$%d", wordsSheet, letters, letters, len(words)+1)); err != nil {
			return err
		}
		at += 3
	}
	return nil
}

// lay writes rows of short texts, the first as a header, from a column and
// row on.
func (x *xlsxWriter[T]) lay(sheet string, column, row int, rows [][]any) error {
	for i, cells := range rows {
		first, err := excelize.CoordinatesToCellName(column, row+i)
		if err != nil {
			return err
		}
		last, err := excelize.CoordinatesToCellName(column+len(cells)-1, row+i)
		if err != nil {
			return err
		}
		style := x.styles.plain
		if i == 0 {
			style = x.styles.header
		}
		if err := x.file.SetCellStyle(sheet, first, last, style); err != nil {
			return err
		}
		if err := x.file.SetSheetRow(sheet, first, &cells); err != nil {
			return err
		}
		if len(cells) > 1 {
			letters, err := excelize.ColumnNumberToName(column + 1)
			if err != nil {
				return err
			}
			if err := x.file.SetColWidth(sheet, letters, letters, 52); err != nil {
				return err
			}
		}
	}
	return nil
}

// dropDown offers the words of a range in every cell of a column.
func (x *xlsxWriter[T]) dropDown(name, words string) error {
	for i, c := range x.columns {
		if c.Name != name || x.count == 0 {
			continue
		}
		letters, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		list := excelize.NewDataValidation(true)
		list.SetSqref(letters + "2:" + letters + strconv.Itoa(x.count+1))
		list.SetSqrefDropList(words)
		list.SetError(excelize.DataValidationErrorStyleStop, "Not a word of "+name, "Choose one from the list; the sheet “"+wordsSheet+"” says what each means.")
		if err := x.file.AddDataValidation(x.name, list); err != nil {
			return err
		}
	}
	return nil
}

// howTo tells a reviewer how the sheet works.
var howTo = []string{
	"Fill in the yellow columns; the others are locked against slips and are not read back (Review → Unprotect Sheet; there is no password).",
	"Rows may be sorted, deleted or left out, columns moved, renamed or deleted. Keep id and row_hash: they tell which quote a row is and what stood in it when it went out.",
	"When the sheet comes back, only what you changed is taken over. What was changed in the record meanwhile is reported, not overwritten.",
	"An apostrophe in front of =, +, - or @ keeps a text from being taken for a formula; it is taken off again.",
	"The grounds of a verdict go into note. Dates are best written 2026-11-19.",
}

// explain makes the sheet about the columns.
func (x *xlsxWriter[T]) explain() error {
	if _, err := x.file.NewSheet(aboutSheet); err != nil {
		return err
	}
	title := x.options.Title
	if title == "" {
		title = "About this sheet"
	}
	if err := x.file.SetCellStr(aboutSheet, "A1", CSVCell(Line(title))); err != nil {
		return err
	}
	if err := x.file.SetCellStyle(aboutSheet, "A1", "A1", x.styles.heading); err != nil {
		return err
	}
	row := 3
	if x.options.Words != nil {
		for _, text := range howTo {
			cell, end := "A"+strconv.Itoa(row), "C"+strconv.Itoa(row)
			if err := x.file.SetCellStr(aboutSheet, cell, text); err != nil {
				return err
			}
			if err := x.file.MergeCell(aboutSheet, cell, end); err != nil {
				return err
			}
			if err := x.file.SetCellStyle(aboutSheet, cell, end, x.styles.plain); err != nil {
				return err
			}
			// Merged cells do not grow with their text by themselves.
			if err := x.file.SetRowHeight(aboutSheet, row, 32); err != nil {
				return err
			}
			row++
		}
		row++
	}
	rows := [][]any{{"column", "what it holds", "yours to fill in"}}
	for _, c := range x.columns {
		yours := ""
		if x.open(c.Name) {
			yours = "yes"
		}
		rows = append(rows, []any{c.Name, c.About, yours})
	}
	if err := x.file.SetColWidth(aboutSheet, "A", "A", 22); err != nil {
		return err
	}
	if err := x.file.SetColWidth(aboutSheet, "C", "C", 16); err != nil {
		return err
	}
	return x.lay(aboutSheet, 1, row, rows)
}
