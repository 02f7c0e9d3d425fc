package exchange

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"onrecord/quotes"
)

func workbook(t *testing.T, o Options, columns []string, all ...*quotes.Quote) *excelize.File {
	t.Helper()
	picked, err := Quotes.Pick(columns)
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(strings.NewReader(write(t, FormatXLSX, Quotes, picked, o, all...)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

func TestWorkbookIsToBeFilledIn(t *testing.T) {
	words := StandardVocabulary()
	words["verdict"] = []string{"pants on fire, or worse", strings.Repeat("long ", 60) + "word"} // more than a list in a cell may hold
	f := workbook(t, Options{Words: words, Title: "Review <1>"}, Quotes.Default, sample(), sample())
	panes, err := f.GetPanes("quotes")
	if err != nil || !panes.Freeze || panes.YSplit != 1 || panes.XSplit != 1 {
		t.Errorf("panes %+v, %v", panes, err)
	}
	if f.GetDefinedName()[0].RefersTo != "'quotes'!$A$1:$M$3" {
		t.Errorf("filters: %+v", f.GetDefinedName())
	}
	protection, err := f.GetSheetProtection("quotes")
	if err != nil || protection.Password != "" || !protection.AutoFilter || protection.InsertRows {
		t.Errorf("protection %+v, %v", protection, err)
	}
	locked := map[string]bool{}
	for i, name := range Quotes.Default {
		cell, _ := excelize.CoordinatesToCellName(i+1, 2)
		number, err := f.GetCellStyle("quotes", cell)
		if err != nil {
			t.Fatal(err)
		}
		style, err := f.GetStyle(number)
		if err != nil || style.Alignment == nil || !style.Alignment.WrapText || style.NumFmt != 49 {
			t.Errorf("%s: style %+v, %v", name, style, err)
		}
		locked[name] = style.Protection == nil || style.Protection.Locked
		if IsReviewed(name) == locked[name] {
			t.Errorf("%s: locked %v", name, locked[name])
		}
	}
	if !locked["id"] || !locked["text"] || locked["verdict"] {
		t.Errorf("locked: %v", locked)
	}
	lists, err := f.GetDataValidations("quotes")
	if err != nil || len(lists) != 3 {
		t.Fatalf("drop-downs: %d, %v", len(lists), err)
	}
	for _, list := range lists {
		if list.Sqref != "F2:F3" {
			continue
		}
		if list.Formula1 != "words!$D$2:$D$3" || !list.ShowErrorMessage {
			t.Errorf("drop-down of verdict: %+v", list)
		}
	}
	if word, err := f.GetCellValue("words", "D2"); err != nil || word != words["verdict"][0] {
		t.Errorf("word %q, %v", word, err)
	}
	about, err := f.GetRows("about")
	if err != nil || about[0][0] != "Review <1>" || !slices.ContainsFunc(about, func(row []string) bool {
		return len(row) == 3 && row[0] == "note" && row[2] == "yes"
	}) {
		t.Errorf("about: %q, %v", about, err)
	}
	if kind, err := f.GetCellType("quotes", "A2"); err != nil || kind != excelize.CellTypeUnset && kind != excelize.CellTypeNumber {
		t.Errorf("an id is a %v, %v", kind, err)
	}
}

// In a workbook that is not to be filled in nothing is locked.
func TestWorkbookToRead(t *testing.T) {
	f := workbook(t, Options{}, []string{"speaker", "verdict"}, sample())
	if lists, err := f.GetDataValidations("quotes"); err != nil || len(lists) > 0 {
		t.Errorf("drop-downs: %d, %v", len(lists), err)
	}
	if p, err := f.GetSheetProtection("quotes"); err != nil || p.SelectLockedCells {
		t.Errorf("protection: %+v, %v", p, err)
	}
}

// No cell is a formula, a link or a truth value, whatever it holds, nor holds
// what a terminal or an eye is deceived by.
func TestWorkbookIsHarmless(t *testing.T) {
	columns := []string{"text", "speaker", "verdict", "note", "title", "url"}
	for _, hostile := range hostileTexts {
		q := &quotes.Quote{Text: hostile, Speaker: hostile, Verdict: quotes.Verdict(hostile), Note: hostile, Article: quotes.ArticleRef{Title: hostile, URL: hostile}}
		f := workbook(t, Options{Words: StandardVocabulary(), Title: hostile}, columns, q)
		for _, cell := range []string{"A2", "B2", "C2", "D2", "E2", "F2"} {
			if formula, err := f.GetCellFormula("quotes", cell); err != nil || formula != "" {
				t.Errorf("%q: formula %q, %v", hostile, formula, err)
			}
			if linked, _, err := f.GetCellHyperLink("quotes", cell); err != nil || linked {
				t.Errorf("%q: a link, %v", hostile, err)
			}
			value, err := f.GetCellValue("quotes", cell)
			if err != nil || harmIn(value) != "" || value != CSVCell(hostile) {
				t.Errorf("%q: %q, want %q, %v", hostile, value, CSVCell(hostile), err)
			}
			kind, err := f.GetCellType("quotes", cell)
			if err != nil || value != "" && kind != excelize.CellTypeInlineString && kind != excelize.CellTypeSharedString {
				t.Errorf("%q is of type %v, %v", hostile, kind, err)
			}
		}
	}
}

// What is longer than a cell is cut where it shows, told, and no change when
// it comes back.
func TestWorkbookCutsInTheOpen(t *testing.T) {
	long := sample()
	long.Context = strings.Repeat("word 👍 ", 10_000)
	long.Note = strings.Repeat("n", mostInCell+1)
	fits := sample()
	fits.Note = strings.Repeat("n", mostInCell)
	var warned []string
	o := Options{Words: StandardVocabulary(), Warn: func(m string) { warned = append(warned, m) }}
	data := write(t, FormatXLSX, Quotes, nil, o, long, fits)
	if len(warned) != 2 || !strings.HasPrefix(warned[0], "row 2, context: cut to the 32767 signs") || !strings.HasPrefix(warned[1], "row 2, note: ") {
		t.Errorf("warnings: %q", warned)
	}
	h, rows := readSheet(t, []byte(data))
	for _, column := range []string{"context", "note"} {
		cell, _ := h.Cell(rows[0], column)
		if !strings.HasSuffix(cell.Text, cutMark) || utf16Length(cell.Text) > mostInCell {
			t.Errorf("%s: %d signs, ends in %q", column, utf16Length(cell.Text), cell.Text[len(cell.Text)-60:])
		}
	}
	if cell, _ := h.Cell(rows[1], "note"); cell.Text != fits.Note {
		t.Errorf("%d signs are cut to %d", mostInCell, len(cell.Text))
	}
	plan := &ReviewPlan{Words: StandardVocabulary()}
	plan.Row(h, rows[0], long, long)
	if len(plan.Lines) > 0 {
		t.Errorf("what was cut comes back as a change: %.80v", plan.Lines)
	}
	// One who writes into a cut cell would lose the rest of it.
	note, _ := h.Cell(rows[0], "note")
	rows[0].Cells[h.cells["note"]] = SheetCell{Text: "My view: " + note.Text}
	plan.Row(h, rows[0], long, long)
	if len(plan.Lines) != 1 || plan.Lines[0].Outcome != OutcomeProblem {
		t.Errorf("an edit of a cut cell: %.80v", plan.Lines)
	}
}

// A date that somebody typed is one in any form in which a workbook holds it.
func TestWorkbookDates(t *testing.T) {
	f := excelize.NewFile()
	for cell, value := range map[string]any{"A1": "id", "B1": "said_on", "C1": "note", "A2": 1, "B2": 46345, "C2": 46345, "A3": "2", "B3": "3/4/2026"} {
		if err := f.SetCellValue("Sheet1", cell, value); err != nil {
			t.Fatal(err)
		}
	}
	style, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	if err != nil {
		t.Fatal(err)
	}
	if err := f.SetCellStyle("Sheet1", "B2", "C2", style); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	h, rows := readSheet(t, out.Bytes())
	q := &quotes.Quote{ID: 1, Status: "unchecked", Fidelity: "unchecked", State: "new"}
	plan := &ReviewPlan{Words: StandardVocabulary()}
	plan.Row(h, rows[0], q, q)
	other := *q
	other.ID = 2
	plan.Row(h, rows[1], &other, &other)
	want := []string{"said_on 2026-11-19 change", "note 11-19-26 change", "said_on 3/4/2026 problem"}
	var got []string
	for _, l := range plan.Lines {
		got = append(got, l.Column+" "+l.Sheet+" "+string(l.Outcome))
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if why := plan.Lines[len(plan.Lines)-1].Why; !strings.Contains(why, "2026-04-03 or 2026-03-04") {
		t.Error(why)
	}
}
