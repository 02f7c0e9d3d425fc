package terminal

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/olekukonko/tablewriter/pkg/twwidth"

	"onrecord/quotes"
)

// listing is a table as `list` and `search` show it.
func listing(t testing.TB, columns int, color string) string {
	t.Helper()
	var out bytes.Buffer
	table := screenOf(t, &out, columns, color).NewTable(&out,
		columnsNamed("id", "date", "speaker", "text", "status", "verdict", "tags", "outlet")...)
	for _, row := range [][]Cell{
		{
			Text("7"), Text("2026-03-02"), Text("Ines Calloway"),
			{Text: "The harbour bridge opens on Friday, whatever the weather, and nobody will pay a toll before June.", Marked: []quotes.Span{{Start: 4, End: 18}, {Start: 67, End: 80}}},
			Text("flagged"), Text(""), Text(""), Text("The Quay Courier"),
		},
		{
			Text("1204"), Text("2026-03-01"), Text("王小明"), Text("我们今天在这里讨论一个非常重要的问题，明天再做决定。"),
			Text("checked"), Text("mostly-false"), Text(""), Text("海港日报"),
		},
		{
			Text("88"), Text("2026-02-27"), Text("Zoë Ångström-Nuñez"), Text("Thanks 👩🏽‍🚒 🇸🇪 — we \x1b[31mneeded\x1b[0m that."),
			Text("wont-check"), Text("opinion"), Text(""), Text(""),
		},
		{Text("89"), Text("2026-02-27"), Text(""), Text("“Yes.”"), Text("unchecked"), Text(""), Text(""), Text("Radio Molo")},
	} {
		if err := table.Row(row...); err != nil {
			t.Fatal(err)
		}
	}
	if err := table.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestTablePictures(t *testing.T) {
	for _, c := range []struct {
		columns int
		color   string
	}{{140, "never"}, {100, "never"}, {80, "never"}, {80, "always"}, {60, "never"}, {30, "always"}, {12, "never"}} {
		t.Run(fmt.Sprint(c.columns, c.color), func(t *testing.T) {
			picture := listing(t, c.columns, c.color)
			fits(t, picture, c.columns)
			golden(t, fmt.Sprintf("table-%d-%s.txt", c.columns, c.color), picture)
		})
	}
}

// Colour changes nothing but colour.
func TestColourKeepsTheLayout(t *testing.T) {
	for columns := 8; columns <= 200; columns++ {
		plain, painted := listing(t, columns, "never"), listing(t, columns, "always")
		if unpainted(painted) != plain {
			t.Errorf("at %d columns:\n%s\nand in colour\n%s", columns, plain, unpainted(painted))
		}
	}
}

// Whatever the cells hold and however narrow the screen: every line fits, all
// that was in the cells is there, and no control of theirs gets through.
func TestHostileCells(t *testing.T) {
	for columns := 8; columns <= 160; columns += 3 {
		for i := range hostile {
			holdsTable(t, columns, hostile[i], hostile[(i+7)%len(hostile)], hostile[(i+13)%len(hostile)], i, i+4)
		}
	}
}

func FuzzTable(f *testing.F) {
	for i, s := range hostile {
		f.Add(20+i, s, "word "+s, s+s, i, 2*i)
	}
	f.Fuzz(func(t *testing.T, columns int, a, b, c string, from, to int) {
		holdsTable(t, min(max(columns, leastWidth), 300), a, b, c, from, to)
	})
}

func holdsTable(t testing.TB, columns int, a, b, c string, from, to int) {
	t.Helper()
	var out bytes.Buffer
	table := screenOf(t, &out, columns, "always").NewTable(&out, columnsNamed("id", "speaker", "text", "note")...)
	cells := []Cell{Text("12"), Text(a), {Text: b, Marked: []quotes.Span{{Start: from, End: to}, {Start: to, End: to + 3}}}, Text(c)}
	if err := table.Row(cells...); err != nil {
		t.Fatal(err)
	}
	if err := table.Close(); err != nil {
		t.Fatal(err)
	}
	fits(t, out.String(), columns)
	// In a table the lines of cells are interleaved: there it is the number of
	// each sign that must be right, in cards the order too.
	got := solid(strings.ReplaceAll(unpainted(out.String()), "─", ""))
	want := "12"
	titles := "idspeakertextnote"
	for _, cell := range cells[1:] {
		safe, _ := cell.neutral()
		want += safe
	}
	if !strings.Contains(got, "id") {
		t.Fatalf("no id column in %q", got)
	}
	if !holdsSigns(got, solid(strings.ReplaceAll(want, "─", "")), titles) {
		t.Errorf("at %d columns %q became\n%s", columns, []string{a, b, c}, out.String())
	}
}

// holdsSigns reports whether got holds the code points of want, as often, and
// beside them none that is not in the titles.
func holdsSigns(got, want, titles string) bool {
	count := map[rune]int{}
	for _, r := range got {
		count[r]++
	}
	for _, r := range want {
		count[r]--
	}
	for r, n := range count {
		if n < 0 || n > 0 && !strings.ContainsRune(titles, r) {
			return false
		}
	}
	return true
}

func TestManyRowsComeInBatchesOfOneWidth(t *testing.T) {
	var out bytes.Buffer
	table := screenOf(t, &out, 60, "always").NewTable(&out, columnsNamed("id", "speaker", "text", "status")...)
	for i := range 3*batchRows + 10 {
		text := "short"
		if i%7 == 0 {
			text = strings.Repeat("a longer sentence about the bridge ", i%5)
		}
		if err := table.Texts(strconv.Itoa(i), "Ines Calloway", text, "flagged"); err != nil {
			t.Fatal(err)
		}
		if i == batchRows && out.Len() == 0 {
			t.Error("nothing was drawn after the first batch: output does not stream")
		}
	}
	if err := table.Close(); err != nil {
		t.Fatal(err)
	}
	fits(t, out.String(), 60)
	lines := strings.Split(strings.TrimSpace(unpainted(out.String())), "\n")
	at := strings.Index(lines[2], "flagged")
	headers := 0
	for _, l := range lines {
		if strings.Contains(l, "speaker") {
			headers++
		}
		if i := strings.Index(l, "flagged"); i >= 0 && i != at {
			t.Fatalf("columns have moved: %q", l)
		}
	}
	if headers != 1 {
		t.Errorf("%d headers", headers)
	}
}

func TestOptionalColumnComesWithItsFirstValue(t *testing.T) {
	var out bytes.Buffer
	table := screenOf(t, &out, 60, "never").NewTable(&out, columnsNamed("id", "text", "tags")...)
	for i := range batchRows + 2 {
		tag := ""
		if i == batchRows+1 {
			tag = "harbour"
		}
		if err := table.Texts(strconv.Itoa(i), "a sentence", tag); err != nil {
			t.Fatal(err)
		}
	}
	if err := table.Close(); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(out.String(), "\n")
	if strings.Contains(lines[0], "tags") {
		t.Errorf("an empty column is shown: %q", lines[0])
	}
	if n := strings.Count(out.String(), "tags"); n != 1 {
		t.Errorf("%d headers with tags", n)
	}
	if !strings.Contains(out.String(), "harbour") {
		t.Error("the late value is lost")
	}
}

// In East Asian locales dashes, quote marks and line signs are two columns wide.
func TestWideAmbiguousSigns(t *testing.T) {
	twwidth.SetEastAsian(true)
	t.Cleanup(func() { twwidth.SetEastAsian(false) })
	for columns := leastWidth; columns < 160; columns++ {
		picture := listing(t, columns, "always")
		fits(t, picture, columns)
		if rule := strings.Split(picture, "\n")[1]; columns == 80 && rule != strings.Repeat("-", 80) {
			t.Errorf("the rule is %q", rule)
		}
	}
}

func TestNoRowsNoTable(t *testing.T) {
	var out bytes.Buffer
	if err := screenOf(t, &out, 60, "").NewTable(&out, columnsNamed("id")...).Close(); err != nil || out.Len() > 0 {
		t.Errorf("%q, %v", out.String(), err)
	}
}

func TestColumnsAllEmptyAndOptional(t *testing.T) {
	var out bytes.Buffer
	table := screenOf(t, &out, 60, "").NewTable(&out, columnsNamed("tags", "url")...)
	if err := table.Texts("", ""); err != nil {
		t.Fatal(err)
	}
	if err := table.Close(); err != nil {
		t.Fatal(err)
	}
	fits(t, out.String(), 60)
}

func BenchmarkTable50(b *testing.B) {
	for b.Loop() {
		listingOf(b, 50)
	}
}

func BenchmarkTable2000(b *testing.B) {
	for b.Loop() {
		listingOf(b, 2000)
	}
}

func listingOf(b *testing.B, rows int) {
	b.Helper()
	var out bytes.Buffer
	table := screenOf(b, &out, 120, "always").NewTable(&out, columnsNamed("id", "date", "speaker", "text", "status", "outlet")...)
	for i := range rows {
		_ = table.Texts(strconv.Itoa(i), "2026-03-02", "Ines Calloway", strings.Repeat("the harbour bridge opens on Friday ", 4), "flagged", "The Quay Courier")
	}
	_ = table.Close()
}

// columnsNamed is ColumnNamed of each.
func columnsNamed(names ...string) []Column {
	columns := make([]Column, len(names))
	for i, name := range names {
		columns[i] = ColumnNamed(name)
	}
	return columns
}
