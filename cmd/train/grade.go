package main

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Words that the corpus's scorer takes off a name before it compares: titles and
// parties in front, what follows a name behind.
var (
	nameTitles = wordSet(`mr mrs ms dr sen rep gov president senator governor representative congressman congresswoman
		secretary former chairman chairwoman judge justice mayor sir professor prof rev gen lt col sgt the candidate
		house speaker vice first lady attorney general director minister prime king queen pope chancellor
		republican republicans democrat democrats democratic american gop`)
	nameSuffixes = wordSet("jr sr ii iii iv phd md esq")
)

// nameWords are the folded words of a name as the scorer compares them.
func nameWords(name string) []string {
	if i := strings.IndexByte(name, '('); i >= 0 {
		if j := strings.IndexByte(name[i:], ')'); j >= 0 {
			name = name[:i] + " " + name[i+j+1:]
		}
	}
	list := words(fold(name))
	for len(list) > 1 && nameSuffixes[list[len(list)-1]] {
		list = list[:len(list)-1]
	}
	for len(list) > 1 && nameTitles[list[0]] {
		list = list[1:]
	}
	return list
}

// fold takes the accents off letters.
func fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// names reports whether a name is that of the quote's speaker, in full, by the
// last part of it, or with other names between first and last.
func (g *goldSpan) names(name string) bool {
	p := nameWords(name)
	if len(p) == 0 || g.Speaker == nil || *g.Speaker == "" {
		return false
	}
	for _, answer := range append([]string{*g.Speaker}, g.Aliases...) {
		n := nameWords(answer)
		if len(p) <= len(n) && slices.Equal(p, n[len(n)-len(p):]) ||
			len(p) > 1 && len(n) > 1 && p[0] == n[0] && p[len(p)-1] == n[len(n)-1] {
			return true
		}
	}
	return false
}
