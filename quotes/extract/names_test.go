package extract

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"onrecord/quotes"
)

func TestNames(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"Nobody is quoted here, and Ann Lee is named.", ""},
		{"“We leave,” said Mayor Ann Lee. Lee and Bo Strand agreed; so did the Harbour Union. “Yes,” Strand said.", "Ann Lee|Bo Strand|Harbour Union"},
		{"“We leave,” said Tomas Okafor-Lind. Later Okafor-Lind left with Ann Lee.", "Tomas Okafor-Lind|Ann Lee"},
	} {
		if got := strings.Join(Names(c.text), "|"); got != c.want {
			t.Errorf("%s: got %s, want %s", c.text, got, c.want)
		}
	}
}

func TestWiden(t *testing.T) {
	var paragraphs []string
	for i := range 9 {
		paragraphs = append(paragraphs, fmt.Sprintf("Absatz %d, längst gedruckt.", i))
	}
	article := strings.Join(paragraphs, "\n\n")
	middle := quotes.Span{Start: strings.Index(article, "Absatz 4"), End: strings.Index(article, "Absatz 5") - 2}
	middle.Start -= 4 // an ä is two bytes and one code point
	middle.End -= 5
	for _, c := range []struct {
		n, most     int
		first, last int // paragraphs wanted
	}{
		{0, 0, 4, 4},
		{1, 0, 3, 5},
		{2, 0, 2, 6},
		{99, 0, 0, 8},
		{99, 35, 3, 5}, // a paragraph and its gap are 29 bytes
		{99, 60, 2, 6},
	} {
		q := quotes.Quote{ContextSpan: middle}
		Widen(&q, article, c.n, c.most)
		want := strings.Join(paragraphs[c.first:c.last+1], "\n\n")
		if q.Context != want {
			t.Errorf("%+v: got %q", c, q.Context)
		}
		if got := string([]rune(article)[q.ContextSpan.Start:q.ContextSpan.End]); got != want {
			t.Errorf("%+v: the span is of %q", c, got)
		}
	}
	own := quotes.Quote{Context: "by hand"}
	if Widen(&own, article, 3, 0); own.Context != "by hand" || !own.ContextSpan.Empty() {
		t.Errorf("%+v", own)
	}
}

// The names of a long article of names take linear time, and come once each.
func TestManyNames(t *testing.T) {
	var b strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&b, "Anna%c Lee%c met them. ", 'a'+i%26, 'a'+i/26%26)
	}
	b.WriteString("“We met,” said Bo Strand.")
	names := Names(b.String())
	sorted := slices.Sorted(slices.Values(names))
	if len(names) < 600 || len(slices.Compact(sorted)) != len(names) {
		t.Errorf("%d names, %d of them different", len(names), len(slices.Compact(sorted)))
	}
}
