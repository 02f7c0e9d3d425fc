package terminal

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"onrecord/quotes"
)

// shown is a quote as `show` shows it.
func shown(t testing.TB, columns int, color string) string {
	t.Helper()
	var out bytes.Buffer
	d := screenOf(t, &out, columns, color).NewDetail(&out)
	d.Heading("Quote 7")
	d.Named("speaker", "Ines Calloway")
	d.Named("status", "flagged")
	d.Named("verdict", "")
	d.Field("cue", Text("said, at 118–122"))
	d.Field("a label that is long", Text("and a value after it which takes more than one line of the screen"))
	d.Field("a label that is too long to stand beside its value", Text("so the value is below"))
	d.Heading("Context")
	context := "The harbour bridge was due in May.\n\n“The bridge opens on Friday, whatever the weather,” Ines Calloway said at the quay. 海港大桥 will carry \x1b[5mtrams\x1b[0m too."
	start := strings.Index(context, "The bridge")
	end := strings.Index(context, ",” Ines")
	d.Passage(2, Cell{Text: context, Marked: []quotes.Span{{Start: runes(context[:start]), End: runes(context[:end])}}, MarkedStyle: Bold})
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func runes(s string) int { return len([]rune(s)) }

func TestDetailPictures(t *testing.T) {
	for _, c := range []struct {
		columns int
		color   string
	}{{80, "never"}, {80, "always"}, {40, "always"}, {16, "never"}} {
		t.Run(fmt.Sprint(c.columns, c.color), func(t *testing.T) {
			picture := shown(t, c.columns, c.color)
			fits(t, picture, c.columns)
			golden(t, fmt.Sprintf("detail-%d-%s.txt", c.columns, c.color), picture)
		})
	}
}

func TestDetailFitsEveryWidth(t *testing.T) {
	all := solid(unpainted(shown(t, 500, "always")))
	for columns := leastWidth; columns < 200; columns++ {
		picture := shown(t, columns, "always")
		fits(t, picture, columns)
		if got := solid(unpainted(picture)); got != all {
			t.Errorf("at %d columns got\n%s\nwant\n%s", columns, got, all)
		}
	}
}

func TestMarkedStretchesSurviveWrapping(t *testing.T) {
	const marked = "bridge opens on Friday, whatever"
	text := "Ålesund says: the " + marked + " the weather"
	before, _, _ := strings.Cut(text, marked)
	start := runes(before)
	for columns := leastWidth; columns < 90; columns++ {
		var out bytes.Buffer
		d := screenOf(t, &out, columns, "always").NewDetail(&out)
		d.Passage(0, Cell{Text: text, Marked: []quotes.Span{{Start: start, End: start + runes(marked)}}})
		if err := d.Close(); err != nil {
			t.Fatal(err)
		}
		var seen strings.Builder
		for _, piece := range strings.Split(out.String(), sequenceStart+string(highlight)+"m")[1:] {
			before, _, _ := strings.Cut(piece, sequenceReset)
			seen.WriteString(before)
		}
		if solid(seen.String()) != solid(marked) {
			t.Errorf("at %d columns %q is marked", columns, seen.String())
		}
	}
}

// A code point that is left out or replaced in the showing moves no mark, and a
// mark inside a grapheme takes all of it.
func TestMarksFollowNeutralising(t *testing.T) {
	for _, c := range []struct {
		text   string
		marked []quotes.Span
		want   string // what is marked stands in brackets
	}{
		{"\x1b[31mred\x1b[0m ink", []quotes.Span{{Start: 5, End: 8}}, "␛[31m<red>␛[0m ink"},
		{"\u200b\u200bzero \ufeffwidth", []quotes.Span{{Start: 8, End: 13}}, "zero <width>"},
		{"\xff\xfe bytes", []quotes.Span{{Start: 3, End: 8}}, "\ufffd\ufffd <bytes>"},
		{"ne\u0301e", []quotes.Span{{Start: 1, End: 2}}, "n<e\u0301>e"},
		{"👨‍👩‍👧 all", []quotes.Span{{Start: 2, End: 3}}, "<👨‍👩‍👧> all"},
		{"👨‍👩‍👧 all", []quotes.Span{{Start: 0, End: 1}, {Start: 2, End: 3}}, "<👨‍👩‍👧> all"},
		{"two marks here", []quotes.Span{{Start: 0, End: 3}, {Start: 10, End: 99}}, "<two> marks <here>"},
		{"overlapping", []quotes.Span{{Start: 0, End: 4}, {Start: 2, End: 6}}, "<over><la>pping"},
		{"backwards", []quotes.Span{{Start: 5, End: 2}, {Start: -4, End: 1}}, "<b>ackwards"},
	} {
		var out bytes.Buffer
		d := screenOf(t, &out, 80, "always").NewDetail(&out)
		d.Passage(0, Cell{Text: c.text, Marked: c.marked, MarkedStyle: Reverse})
		if err := d.Close(); err != nil {
			t.Fatal(err)
		}
		got := strings.NewReplacer("\x1b[7m", "<", "\x1b[0m", ">").Replace(strings.TrimSuffix(out.String(), "\n"))
		if got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

// An article with a mark at every other word is painted in linear time: twice
// as long may not need four times the allocations.
func TestManyMarksInAPassage(t *testing.T) {
	var out bytes.Buffer
	text := strings.Repeat("harbour bridge\n", 20_000)
	var marked []quotes.Span
	for at := 0; at < len(text); at += len("harbour bridge\n") {
		marked = append(marked, quotes.Span{Start: at, End: at + len("harbour")})
	}
	d := screenOf(t, &out, 80, "always").NewDetail(&out)
	d.Passage(0, Cell{Text: text, Marked: marked, MarkedStyle: Reverse})
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(out.String(), "\x1b[7mharbour\x1b[0m bridge\n"); n != len(marked) {
		t.Errorf("%d of %d are marked", n, len(marked))
	}
}

// One paragraph, one word, one grapheme of a megabyte: each is wrapped.
func TestSizes(t *testing.T) {
	const size = 1 << 20
	for name, text := range map[string]string{
		"paragraph": strings.Repeat("harbour ", size/8),
		"word":      strings.Repeat("x", size),
		"spaces":    strings.Repeat(" ", size) + "x",
		"marks":     "e" + strings.Repeat("\u0301", size/2),
		"emoji":     strings.Repeat("👩\u200d", size/7) + "👩",
		"lines":     strings.Repeat("\n", size),
		"hyphens":   strings.Repeat("-", size),
	} {
		t.Run(name, func(t *testing.T) {
			var out bytes.Buffer
			table := screenOf(t, &out, 80, "never").NewTable(&out, columnsNamed("id", "text")...)
			if err := table.Texts("1", text); err != nil {
				t.Fatal(err)
			}
			if err := table.Close(); err != nil {
				t.Fatal(err)
			}
			fits(t, out.String(), 80)
			if got, want := len(solid(out.String())), len(solid(text)); got < want {
				t.Errorf("%d of %d bytes", got, want)
			}
		})
	}
}
