package exchange

import (
	"io"
	"strconv"

	"github.com/xuri/excelize/v2"

	"onrecord/quotes"
)

// mostUnzipped bounds what a workbook may unpack to: a million rows are a
// fraction of it, and a small file can claim to hold any size.
const mostUnzipped = 2 << 30

// openWorkbook reads a workbook, of which the packed file is held in memory
// and large parts go to temporary files.
func openWorkbook(file io.Reader, tab string) (*Sheet, error) {
	f, err := excelize.OpenReader(file, excelize.Options{UnzipSizeLimit: mostUnzipped})
	if err != nil {
		return nil, &quotes.Error{
			Code: quotes.CodeUnusable, Message: "no workbook that can be read", Err: err, Remedy: "save it as .xlsx or .csv in the spreadsheet",
		}
	}
	name, err := chooseTab(f, tab)
	if err != nil {
		_ = f.Close()
		return nil, err
	}
	since1904 := false
	if props, err := f.GetWorkbookProps(); err == nil && props.Date1904 != nil {
		since1904 = *props.Date1904
	}
	return &Sheet{Kind: "xlsx", Note: "sheet " + name, rows: func(yield func(SheetRow, error) bool) {
		defer func() { _ = f.Close() }()
		eachRow(f, name, since1904, yield)
	}}, nil
}

// chooseTab is the sheet to read: the one named, else the first with known
// headings, else the first.
func chooseTab(f *excelize.File, tab string) (string, error) {
	names := f.GetSheetList()
	if tab != "" {
		for _, name := range names {
			if foldName(name) == foldName(tab) {
				return name, nil
			}
		}
		return "", quotes.UnknownWord("sheet", tab, names)
	}
	if len(names) == 0 {
		return "", quotes.Errorf(quotes.CodeUnusable, "a workbook without a sheet").Do("save it again in the spreadsheet")
	}
	for _, name := range names {
		found := false
		eachRow(f, name, false, func(row SheetRow, err error) bool {
			found = err == nil && isHeading(texts(row.Cells), nil)
			return !found && err == nil && row.Number < headingWithin
		})
		if found {
			return name, nil
		}
	}
	return names[0], nil
}

// eachRow goes through a sheet twice at once: as it is shown, and as it is
// held, which tells days that are shown in two figures of a year.
func eachRow(f *excelize.File, name string, since1904 bool, yield func(SheetRow, error) bool) {
	fail := func(err error) {
		yield(SheetRow{}, &quotes.Error{Code: quotes.CodeUnusable, Message: "sheet " + name, Err: err, Remedy: "save it again as .xlsx or .csv"})
	}
	shown, err := f.Rows(name)
	if err != nil {
		fail(err)
		return
	}
	defer func() { _ = shown.Close() }()
	held, err := f.Rows(name)
	if err != nil {
		fail(err)
		return
	}
	defer func() { _ = held.Close() }()
	for number := 1; shown.Next() && held.Next(); number++ {
		cells, err := shown.Columns()
		if err == nil {
			var raw []string
			if raw, err = held.Columns(excelize.Options{RawCellValue: true}); err == nil {
				if !yield(SheetRow{number, workbookCells(cells, raw, since1904)}, nil) {
					return
				}
				continue
			}
		}
		fail(err)
		return
	}
	if err := shown.Error(); err != nil {
		fail(err)
	}
}

func workbookCells(shown, held []string, since1904 bool) []SheetCell {
	cells := make([]SheetCell, len(shown))
	for i, text := range shown {
		cells[i] = SheetCell{Text: text, Raw: text}
		if i >= len(held) || held[i] == text {
			continue
		}
		cells[i].Raw = held[i]
		// Days count from 1904 in workbooks of old Macs.
		if n, err := strconv.ParseFloat(held[i], 64); err == nil && since1904 {
			cells[i].Raw = strconv.FormatFloat(n+1462, 'f', -1, 64)
		}
	}
	return cells
}

func texts(cells []SheetCell) []string {
	out := make([]string, len(cells))
	for i, c := range cells {
		out[i] = c.Text
	}
	return out
}
