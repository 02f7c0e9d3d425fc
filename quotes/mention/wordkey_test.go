package mention

import (
	"strings"
	"testing"
)

// asciiLower is s with A-Z folded and nothing else.
func asciiLower(s string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}, s)
}

// FuzzWordKey: the keys of two words of one length, up to 16 bytes, are the same just where the words are, A-Z folded.
func FuzzWordKey(f *testing.F) {
	for _, pair := range [][2]string{
		{"", ""},
		{"a", "A"},
		{"ab", "aB"},
		{"abc", "adc"},
		{"Zoo", "zoo"},
		{"Ada", "ada"},
		{"[", "{"},
		{"@", "`"},
		{"Mayor", "mayor"},
		{"[@`{", "{`@["},
		{"minister", "MINISTEr"},
		{"abcdefghijklmnop", "abcdefghijklmnoP"},
		{"abcdefgh_jklmnop", "abcdefghijklmnop"},
		{"élan", "Élan"},
		{"aaaa", "aaaab"},
	} {
		f.Add(pair[0], pair[1])
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		if n := min(len(a), len(b), wholeKey); len(a) > n || len(b) > n {
			a, b = a[:n], b[:n]
		}
		a, b = strings.ToValidUTF8(a, "?"), strings.ToValidUTF8(b, "?")
		if len(a) != len(b) || len(a) > wholeKey {
			return
		}
		if same := asciiLower(a) == asciiLower(b); same != (keyOf(a) == keyOf(b)) {
			t.Errorf("keys of %q and %q: same %v, want %v", a, b, !same, same)
		}
	})
}

// Words that agree in their ends and length, beyond what a key holds, are told apart.
func TestLongWords(t *testing.T) {
	l := newLexicon(english)
	const one, two = "counter-abcd-revolutionary", "counter-abce-revolutionary"
	if keyOf(one) != keyOf(two) {
		t.Fatal("the words were to have one key")
	}
	l.add(one, Role)
	if !l.Lookup(strings.ToUpper(one[:1])+one[1:], true).Has(Role) || !l.Lists(one) {
		t.Errorf("%q is not found", one)
	}
	if l.Lists(two) {
		t.Errorf("%q is found for %q", two, one)
	}
}
