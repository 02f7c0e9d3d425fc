package terminal

import (
	"strings"
	"testing"
)

func TestBars(t *testing.T) {
	bars := []Bar{
		{Label: "Ann Lee", Value: 1600, Number: "1,600"},
		{Label: "Carla \x1b[31mNúñez", Value: 800, Number: "800"},
		{Label: "a source who asked not to be named because talks go on", Value: 1, Number: "1"},
		{Label: "日本放送協会", Value: 100, Number: "100"},
		{Label: "nobody", Value: 0, Number: "0"},
	}
	for _, columns := range []int{8, 16, 30, 60, 100} {
		s := &Screen{Width: columns}
		var out strings.Builder
		if err := s.Bars(&out, "speaker", bars); err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
		if len(lines) != len(bars)+1 || lines[0] != "speaker" {
			t.Fatalf("width %d:\n%s", columns, out.String())
		}
		for _, l := range lines[1:] {
			if width(l) > max(columns, 12) {
				t.Errorf("width %d: %d columns: %s", columns, width(l), l)
			}
			if strings.Contains(l, "\x1b") {
				t.Errorf("an escape: %q", l)
			}
		}
		if columns < 30 {
			continue
		}
		longest := strings.Count(lines[1], block)
		if got := strings.Count(lines[2], block); got < longest/2-1 || got > longest/2+1 {
			t.Errorf("width %d: half of %d is drawn as %d", columns, longest, got)
		}
		if width(lines[1]) != columns {
			t.Errorf("width %d: the longest ends at %d", columns, width(lines[1]))
		}
		if !strings.HasSuffix(lines[3], "1  ▏") || !strings.HasSuffix(lines[5], "0") {
			t.Errorf("width %d: one is %q, none is %q", columns, lines[3], lines[5])
		}
		for i := 2; i < len(lines)-1; i++ { // the numbers end in one column
			if a, b := endOfNumber(lines[i]), endOfNumber(lines[1]); a != b {
				t.Errorf("width %d: numbers end at %d and %d", columns, a, b)
			}
		}
	}
	s := &Screen{Width: 40, Colour: true}
	var out strings.Builder
	if err := s.Bars(&out, "status", []Bar{{Label: "checked", Value: 1, Number: "1", Style: Blue}}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "\x1b[34m"+block) {
		t.Errorf("no colour: %q", out.String())
	}
}

// endOfNumber is the column at which the bar's gap begins.
func endOfNumber(l string) int {
	at := strings.IndexAny(l, block+"▏▎▍▌▋▊▉")
	return width(strings.TrimRight(l[:at], " "))
}
