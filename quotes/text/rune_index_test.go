package text

import (
	"strings"
	"testing"
)

func TestRuneIndex(t *testing.T) {
	for _, s := range []string{
		"", "plain", strings.Repeat("a", 1000), "é", strings.Repeat("aé€😀", 300), strings.Repeat("a", 255) + "€" + strings.Repeat("b", 300),
		strings.Repeat("a", 255) + "\xff\xfe" + strings.Repeat("b", 300),
	} {
		x := NewRuneIndex(s)
		r := 0
		for b := range s {
			if x.Rune(b) != r || x.Byte(r) != b {
				t.Fatalf("%.20q: byte %d is rune %d, got Rune %d and Byte %d", s, b, r, x.Rune(b), x.Byte(r))
			}
			r++
		}
		if x.Rune(len(s)) != r || x.Byte(r) != len(s) || x.Runes() != r {
			t.Errorf("%.20q: end is rune %d, got %d of %d", s, r, x.Rune(len(s)), x.Runes())
		}
	}
}
