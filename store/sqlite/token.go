package sqlite

import (
	"onrecord/quotes"
	"onrecord/quotes/text"
)

// find gives where the wanted tokens stand in a row in a text, by stem or, with
// exact, by the whole word.
func find(in, wanted []text.Token, exact bool) []quotes.Span {
	var out []quotes.Span
	for i := 0; len(wanted) > 0 && i+len(wanted) <= len(in); i++ {
		all := true
		for j, w := range wanted {
			if !sameWord(in[i+j].Folded, w.Folded, exact) {
				all = false
				break
			}
		}
		if all {
			out = append(out, quotes.Span{Start: in[i].Span.Start, End: in[i+len(wanted)-1].Span.End})
		}
	}
	return out
}

// sameWord reports whether two folded words are the same, or have one stem.
// Stemming changes endings only, so words that begin differently are let go
// without it.
func sameWord(a, b string, exact bool) bool {
	if a == b {
		return true
	}
	if exact || a == "" || b == "" || a[0] != b[0] || len(a) > 1 && len(b) > 1 && a[1] != b[1] {
		return false
	}
	return text.Stem(a) == text.Stem(b)
}
