package text

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"onrecord/quotes"
)

// cover checks that pieces are in order, apart, trimmed, on rune boundaries,
// within a stretch, and leave out nothing visible of it.
func cover(s string, within quotes.Span, pieces []quotes.Span) error {
	at := within.Start
	for _, p := range pieces {
		switch {
		case p.Empty() || p.Start < at || p.End > within.End:
			return fmt.Errorf("%v after %d in %v", p, at, within)
		case !utf8.RuneStart(s[p.Start]) && utf8.ValidString(s) || p.End < len(s) && !utf8.RuneStart(s[p.End]) && utf8.ValidString(s):
			return fmt.Errorf("%v cuts a rune", p)
		case Trim(s, p) != p:
			return fmt.Errorf("%v has space at its ends", p)
		case !Trim(s, quotes.Span{Start: at, End: p.Start}).Empty():
			return fmt.Errorf("%q is left out before %v", s[at:p.Start], p)
		}
		at = p.End
	}
	if !Trim(s, quotes.Span{Start: at, End: within.End}).Empty() {
		return fmt.Errorf("%q is left out at the end", s[at:within.End])
	}
	return nil
}

func soundText(s string) error {
	var spans []quotes.Span
	for _, p := range Paragraphs(s) {
		spans = append(spans, p.Span)
		sentences := Sentences(s, p.Span)
		if err := cover(s, p.Span, sentences); err != nil {
			return fmt.Errorf("sentences: %w", err)
		}
	}
	if err := cover(s, quotes.Span{Start: 0, End: len(s)}, spans); err != nil {
		return fmt.Errorf("paragraphs: %w", err)
	}
	return nil
}

var seeds = []string{
	"Ferry\n\nThe \"ferry. It\" sails. Mr. Pell's J.K. can't … go.\nNo", "a\r\nb\u2028c\u2029\n\n d", "“A. B.” C. ”D!” Pell said. 'x.'",
	"@a #1 1,0.5 O'Brien's 's U.S. a.m..", "\u200b\u00ad\u0301a\u0301\u00adb\ufeff", "。」「A。B", ". . . . A ...", "\xff\xc3\"\x80. A", "'", ".'\"", "a-'s",
}

func FuzzParagraphs(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var spans []quotes.Span
		for _, p := range Paragraphs(s) {
			spans = append(spans, p.Span)
		}
		if err := cover(s, quotes.Span{Start: 0, End: len(s)}, spans); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
	})
}

func FuzzSentences(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if err := soundText(s); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
	})
}

func FuzzKey(f *testing.F) {
	for _, s := range append(seeds, "J. K. Łukasz-Ångström's", "İ ǅ ß ς ﬁ ½ ℅ ʼn ＂x＂", "a & b c'd e.f") {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		key := Key(s)
		if again := Key(key); again != key {
			t.Fatalf("Key(%q) = %q, and its key is %q", s, key, again)
		}
		if strings.TrimSpace(key) != key || strings.Contains(key, "  ") || utf8.ValidString(s) && !utf8.ValidString(key) {
			t.Fatalf("Key(%q) = %q", s, key)
		}
	})
}

func FuzzRuneIndex(f *testing.F) {
	f.Add("aé€😀")
	f.Fuzz(func(t *testing.T, s string) {
		x := NewRuneIndex(s)
		r := 0
		for b := range s {
			if x.Rune(b) != r || x.Byte(r) != b {
				t.Fatalf("%q: byte %d is rune %d, got %d and %d", s, b, r, x.Rune(b), x.Byte(r))
			}
			r++
		}
	})
}

// TestAdversarial cuts long rows of what the scanners stop at. That it ends is
// half of the test.
func TestAdversarial(t *testing.T) {
	size := 1 << 19
	if testing.Short() {
		size = 1 << 13
	}
	for _, piece := range append(seeds, ".", "\"", "\n", " ", ". ", "a. ", "A. ", `." `, `"A. `, ".) ", ".)", "!'", "a'", "a-", "a.", "U.S.", "\u00ad", "\u0301", "'s", "1,", "a\n", "\u200b", ", A", "! \" ") {
		s := strings.Repeat(piece, size/len(piece))
		if err := soundText(s); err != nil {
			t.Errorf("many of %q: %v", piece, err)
		}
		if key := Key(s); Key(key) != key {
			t.Errorf("the key of many of %q has another key", piece)
		}
	}
}
