package exchange

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"
	uni "golang.org/x/text/encoding/unicode"

	"onrecord/quotes"
)

// sheetForm is one way in which a sheet can be written.
type sheetForm struct {
	name    string
	format  Format
	options Options
}

var sheetForms = []sheetForm{
	{"csv", FormatCSV, Options{}},
	{"csv for Excel", FormatCSV, Options{BOM: true}},
	{"csv of semicolons", FormatCSV, Options{Delimiter: ';'}},
	{"csv of tabs", FormatCSV, Options{Delimiter: '\t'}},
	{"csv of pipes", FormatCSV, Options{Delimiter: '|', BOM: true}},
	{"tsv", FormatTSV, Options{}},
	{"xlsx", FormatXLSX, Options{Words: StandardVocabulary()}},
}

// readSheet gives the rows of a sheet below its heading.
func readSheet(t testing.TB, data []byte) (*Heading, []SheetRow) {
	t.Helper()
	sheet, err := OpenSheet(bytes.NewReader(data), "")
	if err != nil {
		t.Fatalf("OpenSheet: %v", err)
	}
	headed, err := FindHeading(sheet, nil)
	if err != nil || headed == nil {
		t.Fatalf("no heading: %v", err)
	}
	var rows []SheetRow
	for row, err := range headed.All() {
		if err != nil {
			t.Fatalf("row: %v", err)
		}
		rows = append(rows, row)
	}
	return headed.Heading, rows
}

// hostileTexts are what a cell can hold to break its sheet or its reader.
var hostileTexts = append(slices.Clone(nasty),
	"=HYPERLINK(\"http://x\")", "-No.", "+1", "two\nlines", "\"quoted\"", "a \"bare\" mark", "\"", "\"\"", "; , | \t", "'tis", "''=1",
	"true", "FALSE", "1-2", "00012", "1e5", "3/4", "\\n is two signs", `C:\new\table`, "_x000D_", "_x005F_", "trailing ", "   ", "sep=;",
	"日本語、「はい」", "עברית", "👍🏽 fine", strings.Repeat("long ", 20), "NULL", "#REF!", "\u00a0nbsp\u00a0")

// anyQuote is a quote of which each field may hold anything.
func anyQuote(r *rand.Rand, id int) *quotes.Quote {
	pick := func() string { return hostileTexts[r.IntN(len(hostileTexts))] }
	word := func(words []string) string { return words[r.IntN(len(words))] }
	v := StandardVocabulary()
	q := &quotes.Quote{
		ID: quotes.QuoteID(id), Text: pick() + " " + pick(), Speaker: pick(), Context: pick() + "\n" + pick(), Note: pick(), AsOf: 17,
		Status: quotes.Status(word(v["status"])), Verdict: quotes.Verdict(word(append(v["verdict"], "", "mixed"))),
		Fidelity: quotes.Fidelity(word(v["fidelity"])), State: quotes.State(word(v["state"])), Kind: quotes.KindFull,
		SaidOn:  word([]string{"", "2026-11-19", "2025-03-04"}),
		Article: quotes.ArticleRef{ID: 3, Title: pick(), Outlet: pick(), URL: "https://x.example/?a=" + pick(), Published: word([]string{"", "2026-01-02"})},
	}
	for range r.IntN(3) {
		q.Tags = append(q.Tags, word([]string{"sea", "ice b", "c-d", "1a"}))
	}
	return q
}

// What goes out comes back as it was, in every form, whatever it holds and
// however its rows lie.
func TestSheetComesBack(t *testing.T) {
	columns, err := Quotes.Pick([]string{"id", "text", "speaker", "context", "status", "verdict", "fidelity", "tags", "note", "said_on", "state", "outlet", "title", "published", "url", "row_hash"})
	if err != nil {
		t.Fatal(err)
	}
	for seed := range uint64(8) {
		r := rand.New(rand.NewPCG(seed, 7))
		byID := map[quotes.QuoteID]*quotes.Quote{}
		var all []*quotes.Quote
		for id := 1; id <= 40; id++ {
			q := anyQuote(r, id)
			byID[q.ID], all = q, append(all, q)
		}
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		r.Shuffle(len(columns), func(i, j int) { columns[i], columns[j] = columns[j], columns[i] })
		for _, form := range sheetForms {
			data := []byte(write(t, form.format, Quotes, columns, form.options, all...))
			h, rows := readSheet(t, data)
			if len(rows) != len(all) || len(h.Unknown) > 0 {
				t.Fatalf("%s: %d rows, want %d; unknown %q", form.name, len(rows), len(all), h.Unknown)
			}
			for i, row := range rows {
				agrees(t, form.name, h, row, all[i])
			}
		}
	}
}

// agrees fails unless a row says what its quote does: as it stands, and to the
// letter where the exit leaves the letters alone.
func agrees(t testing.TB, what string, h *Heading, row SheetRow, q *quotes.Quote) {
	t.Helper()
	cell, _ := h.Cell(row, "id")
	if id, err := RowID(cell); err != nil || id != q.ID {
		t.Fatalf("%s: id %d, want %d: %v", what, id, q.ID, err)
	}
	if mark, ok := h.Cell(row, "row_hash"); ok {
		if hash, asOf, ok := quotes.ParseRowHash(mark.Text); !ok || hash != q.Hash() || asOf != q.AsOf {
			t.Errorf("%s: row_hash %q", what, mark.Text)
		}
	}
	plan := &ReviewPlan{Words: StandardVocabulary()}
	plan.Row(h, row, q, q)
	if !Agrees(h, row, q) || len(plan.Lines) > 0 || len(plan.Reviews()) > 0 {
		t.Errorf("%s: quote %+v comes back as %q: %+v", what, q, texts(row.Cells), plan.Lines)
	}
	for _, column := range []string{"text", "note"} {
		if c, ok := h.Cell(row, column); ok {
			if got, want := Uncell(c.Text), neutral(valueOf(column, q), false); got != want {
				t.Errorf("%s: %s %q comes back as %q", what, column, want, got)
			}
		}
	}
}

// Sheets of old programs, and of other ways to write tabs.
func TestSheetEncodings(t *testing.T) {
	const sheet = "id;speaker;note\r\n1;Carla Núñez;“so” – she said\r\n2;Žofia;€ 5\r\n"
	encode := func(e interface{ String(string) (string, error) }) []byte {
		s, err := e.String(sheet)
		if err != nil {
			t.Fatal(err)
		}
		return []byte(s)
	}
	for name, data := range map[string][]byte{
		"utf-8":        []byte(sheet),
		"utf-8 bom":    []byte("\ufeff" + sheet),
		"windows-1252": encode(charmap.Windows1252.NewEncoder()),
		"utf-16le":     encode(uni.UTF16(uni.LittleEndian, uni.UseBOM).NewEncoder()),
		"utf-16be":     encode(uni.UTF16(uni.BigEndian, uni.UseBOM).NewEncoder()),
		"sep":          []byte("sep=;\r\n" + sheet),
		"title":        []byte("For review;;\r\n\r\n" + sheet),
	} {
		h, rows := readSheet(t, data)
		if len(rows) != 2 {
			t.Fatalf("%s: %d rows", name, len(rows))
		}
		speaker, _ := h.Cell(rows[0], "speaker")
		note, _ := h.Cell(rows[0], "note")
		other, _ := h.Cell(rows[1], "speaker")
		if speaker.Text != "Carla Núñez" || note.Text != "“so” – she said" || other.Text != "Žofia" {
			t.Errorf("%s: %q, %q, %q", name, speaker.Text, note.Text, other.Text)
		}
		if want := map[string]int{"sep": 3, "title": 4}[name]; want != 0 && rows[0].Number != want {
			t.Errorf("%s: first row is %d, want %d", name, rows[0].Number, want)
		}
	}
	// A letter beyond ASCII far from the start still tells.
	far := "id,note\n" + strings.Repeat("1,plain and long enough\n", 9000) + "2,caf\xe9 cr\xe8me\n"
	_, rows := readSheet(t, []byte(far))
	if last := rows[len(rows)-1].Cells[1].Text; last != "café crème" {
		t.Errorf("far: %q", last)
	}
	// And one that is cut by the window is none that is broken.
	for shift := range 8 {
		whole := "id,note\n" + strings.Repeat("x", shift) + strings.Repeat("é€👍", 20000) + ",y\n"
		if _, rows := readSheet(t, []byte(whole)); !strings.HasPrefix(rows[0].Cells[0].Text[shift:], "é€👍") {
			t.Errorf("shift %d: %.20q", shift, rows[0].Cells[0].Text)
		}
	}
}

func TestSheetTabs(t *testing.T) {
	for name, c := range map[string]struct{ sheet, note string }{
		"ours":                      {"id\tnote\n1\tHe said \"no\"\\nand left\n", "He said \"no\"\nand left"},
		"ours, a mark at the start": {"id\tnote\n1\t\"No\" was it\n2\tb\n", "\"No\" was it"},
		"a spreadsheet's":           {"id\tnote\n1\t\"He said \"\"no\"\"\"\n", `He said "no"`},
		"a spreadsheet's, of lines": {"id\tnote\n1\t\"two\nlines\"\n2\tb\n", "two\nlines"},
	} {
		h, rows := readSheet(t, []byte(c.sheet))
		if note, _ := h.Cell(rows[0], "note"); note.Text != c.note {
			t.Errorf("%s: %q, want %q", name, note.Text, c.note)
		}
	}
}

func TestBrokenSheets(t *testing.T) {
	for name, data := range map[string]string{
		"nothing": "", "blanks": "  \n \n", "xls": string(oleMark) + "rest", "zip": "PK\x03\x04rest",
		"ods": "PK\x03\x04................mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "zeros": "a\x00b\x00\x00\x00c",
	} {
		if _, err := OpenSheet(strings.NewReader(data), ""); quotes.CodeOf(err) != quotes.CodeUnusable {
			t.Errorf("%s: %v", name, err)
		}
	}
	sheet, err := OpenSheet(strings.NewReader("id,note\n1,\"open\n2,b\n"), "")
	if err != nil {
		t.Fatal(err)
	}
	var failed error
	for _, err := range sheet.Rows() {
		failed = err
	}
	if quotes.CodeOf(failed) != quotes.CodeInvalid || !strings.Contains(failed.Error(), "row 2 (line 2)") {
		t.Errorf("a quote mark that is never closed: %v", failed)
	}
	// A bad row is one row: those behind it are read, with their numbers.
	sheet, err = OpenSheet(strings.NewReader("id,note\n1,a\n\n2,say \"no\"\n3,c\n"), "")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for row, err := range sheet.Rows() {
		got = append(got, fmt.Sprint(row.Number, err == nil))
	}
	if want := "[1 true 2 true 4 false 5 true]"; fmt.Sprint(got) != want {
		t.Errorf("%v, want %s", got, want)
	}
}

func TestSheetDays(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "2026-11-19": "2026-11-19", "2026-11-19T10:00:00Z": "2026-11-19", "2026-11-19 00:00:00": "2026-11-19", "19.11.2026": "2026-11-19",
		"9.1.26": "2026-01-09", "19. 11. 2026": "2026-11-19", "11/19/2026": "2026-11-19", "19/11/2026": "2026-11-19", "19-11-2026": "2026-11-19",
		"11/19/26": "2026-11-19", "3/3/2026": "2026-03-03", "46345": "2026-11-19", "46345.75": "2026-11-19", "19 Nov 2026": "2026-11-19",
		"November 19, 2026": "2026-11-19", "19-Nov-26": "2026-11-19", "Thursday, 19 November 2026": "2026-11-19", "2026/11/9": "2026-11-09",
		"'2026-11-19": "2026-11-19", "03/04/2026": "2026-04-03 2026-03-04", "4-3-2026": "2026-03-04 2026-04-03", "1/2/03": "2003-02-01 2003-01-02",
		"soon": "!", "31/31/2026": "!", "30/2/2026": "!", "7": "!", "2026-13-01": "!", "19/11": "!", "1e5": "!", "99999": "!", "0/0/0": "!", "2026": "!",
	} {
		days, err := SheetDays(SheetCell{Text: text, Raw: text})
		got := strings.Join(days, " ")
		if err != nil {
			got = "!"
		}
		if got != want {
			t.Errorf("%q: %s, %v; want %s", text, got, err, want)
		}
	}
	// The number counts where the form is in doubt.
	if days, err := SheetDays(SheetCell{Text: "03-04-26", Raw: "46115"}); err != nil || strings.Join(days, " ") != "2026-04-03" {
		t.Errorf("a day of a workbook: %v, %v", days, err)
	}
}

func TestSameCell(t *testing.T) {
	for _, c := range []struct {
		column, cell, stored string
		want                 bool
	}{
		{"verdict", "WAHR", "true", true},
		{"verdict", " Half True ", "half-true", true},
		{"verdict", "half–true", "half-true", true},
		{"status", "", "unchecked", true},
		{"status", "Won’t check", "wont-check", true},
		{"verdict", "", "true", false},
		{"tags", "Ice; SEA,", "ice, sea", true},
		{"tags", "ice", "ice, sea", false},
		{"note", "a  b\r\nc ", "a b\nc", true},
		{"note", "cafe\u0301", "café", true},
		{"note", "A b", "a b", false},
		{"note", "", "x", false},
		{"note", "=1", "=1", true}, // the spreadsheet took the apostrophe off
		{"note", "'=1", "=1", true},
		{"note", "caf? ?? ok", "café 👍 ok", true}, // an encoding without these letters
		{"note", "caf?", "cafe", false},
		{"note", "cafe?", "cafe", false},
		{"note", "ca?", "café", false},
		{"published", "3/4/2026", "2026-04-03", true},
		{"published", "3/4/2026", "2026-03-04", true},
		{"published", "3/4/2026", "2026-03-05", false},
		{"confidence", "0,9", "0.9", true},
		{"text", strings.Repeat("a", mostInCell-50), strings.Repeat("a", 50000), true},
		{"text", strings.Repeat("a", 200), strings.Repeat("a", 50000), false},
	} {
		if got := sameCell(c.column, SheetCell{Text: c.cell, Raw: c.cell}, c.stored); got != c.want {
			t.Errorf("%s: %.40q and %.40q: %v", c.column, c.cell, c.stored, got)
		}
	}
}

func TestHeading(t *testing.T) {
	row := func(cells ...string) SheetRow {
		r := SheetRow{Number: 1}
		for _, c := range cells {
			r.Cells = append(r.Cells, SheetCell{Text: c, Raw: c})
		}
		return r
	}
	h, ok, err := ReadHeading(row("Quote ID", "Row-Hash:", "Said by", "NOTES", "note", "Colour", ""), nil)
	if err != nil || !ok {
		t.Fatal(ok, err)
	}
	// The column's own name goes before another word for it.
	if got := fmt.Sprint(h.Columns(), h.cells["note"], h.Unknown); got != "[id speaker note row_hash] 4 [NOTES Colour]" {
		t.Error(got)
	}
	h, _, err = ReadHeading(row("id", "note", "Ours"), map[string]string{"ours": "note"})
	if err != nil || h.cells["note"] != 2 {
		t.Errorf("what is mapped goes before all: %+v, %v", h, err)
	}
	if _, _, err := ReadHeading(row("id", "comment", "remarks"), nil); quotes.CodeOf(err) != quotes.CodeInvalid {
		t.Errorf("two columns for one: %v", err)
	}
	for _, cells := range [][]string{{"id", "colour"}, {"note", "text"}, {"", ""}, {}} {
		if _, ok, _ := ReadHeading(row(cells...), nil); ok {
			t.Errorf("%q is a heading", cells)
		}
	}
	if _, err := ParseMap([]string{"=note"}); err == nil {
		t.Error("an empty heading is mapped")
	}
}

// Whatever is in a file, reading it ends, and the rows that a sheet of ours is
// made of come back as they were.
func FuzzSheet(f *testing.F) {
	f.Add([]byte("id,note\n1,a\n"), "note", uint8(0))
	f.Add([]byte("sep=;\nid;note\n1;\"a\n"), "=1\n\"x\"", uint8(3))
	f.Add([]byte("\xff\xfei\x00d\x00"), "a\tb\\n", uint8(5))
	f.Add([]byte("PK\x03\x04"), "_x000D_", uint8(6))
	f.Fuzz(func(t *testing.T, data []byte, note string, form uint8) {
		if sheet, err := OpenSheet(bytes.NewReader(data), ""); err == nil {
			last := 0
			for row, err := range sheet.Rows() {
				if err == nil && row.Number <= last {
					t.Fatalf("row %d after %d", row.Number, last)
				}
				if err == nil {
					last = row.Number
				}
			}
		}
		q := &quotes.Quote{ID: 7, Text: note + "x", Speaker: "Ann Lee", Note: note, Status: "unchecked", Fidelity: "unchecked", State: "new", AsOf: 3}
		chosen := sheetForms[int(form)%len(sheetForms)]
		columns, err := Quotes.Pick([]string{"id", "note", "text", "status", "fidelity", "row_hash"})
		if err != nil {
			t.Fatal(err)
		}
		h, rows := readSheet(t, []byte(write(t, chosen.format, Quotes, columns, chosen.options, q, q)))
		if len(rows) != 2 {
			t.Fatalf("%s: %d rows", chosen.name, len(rows))
		}
		plan := &ReviewPlan{Words: StandardVocabulary()}
		plan.Row(h, rows[1], q, q)
		if len(plan.Lines) > 0 {
			t.Fatalf("%s: %q comes back as %q: %+v", chosen.name, note, texts(rows[1].Cells), plan.Lines)
		}
	})
}

// Odd marks at length take linear time.
func TestSheetAtLength(t *testing.T) {
	for name, text := range map[string]string{
		"quote marks": "id,note\n" + strings.Repeat("\"", 2_000_000), "tabs": "id\tnote\n" + strings.Repeat("\t", 2_000_000),
		"lines": "id,note\n" + strings.Repeat("\n", 2_000_000), "backslashes": "id\tnote\n1\t" + strings.Repeat("\\", 2_000_000),
		"one heading": strings.Repeat("id ", 700_000), "rows": "id,note\n" + strings.Repeat("1,2\n", 300_000),
	} {
		done := make(chan bool)
		go func() {
			if sheet, err := OpenSheet(strings.NewReader(text), ""); err == nil {
				for _, err := range sheet.Rows() {
					_ = err // a row may be broken
				}
			}
			close(done)
		}()
		select {
		case <-done:
		case <-time.After(time.Minute):
			t.Fatalf("%s: still reading after a minute", name)
		}
	}
}
