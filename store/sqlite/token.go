package sqlite

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"onrecord/quotes"
)

// token is a word as FTS5's tokenizer unicode61 cuts it.
type token struct {
	folded string      // lower case, without diacritics
	span   quotes.Span // in code points
}

// tokens cuts a text: letters, numbers and private-use signs, with the
// diacritics between them, make a token.
func tokens(s string) []token {
	var out []token
	start, startRune, at := -1, 0, 0
	end := func(i int) {
		if start >= 0 {
			out = append(out, token{fold(s[start:i]), quotes.Span{Start: startRune, End: at}})
			start = -1
		}
	}
	for i, r := range s {
		switch {
		case isTokenRune(r):
			if start < 0 {
				start, startRune = i, at
			}
		case start >= 0 && unicode.Is(unicode.Mn, r):
		default:
			end(i)
		}
		at++
	}
	end(len(s))
	return out
}

func isTokenRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return r != unicode.ReplacementChar && unicode.In(r, unicode.L, unicode.N, unicode.Co)
}

// fold gives a token in lower case without diacritics.
func fold(s string) string {
	ascii, upper := true, false
	for i := range len(s) {
		ascii = ascii && s[i] < utf8.RuneSelf
		upper = upper || 'A' <= s[i] && s[i] <= 'Z'
	}
	if ascii && !upper {
		return s
	}
	out := make([]byte, 0, len(s))
	for _, r := range s {
		if r >= utf8.RuneSelf {
			// The letter without its marks: the first rune taken apart.
			if d := norm.NFD.PropertiesString(string(r)).Decomposition(); len(d) > 0 {
				if base, _ := utf8.DecodeRune(d); unicode.Is(unicode.Latin, base) {
					r = base
				}
			}
			if unicode.Is(unicode.Mn, r) {
				continue
			}
		}
		out = utf8.AppendRune(out, unicode.ToLower(r))
	}
	return string(out)
}

// find gives where the wanted tokens stand in a row in text, by stem or, with
// exact, by the whole word.
func find(text, wanted []token, exact bool) []quotes.Span {
	var out []quotes.Span
	for i := 0; len(wanted) > 0 && i+len(wanted) <= len(text); i++ {
		all := true
		for j, w := range wanted {
			if !alike(text[i+j].folded, w.folded, exact) {
				all = false
				break
			}
		}
		if all {
			out = append(out, quotes.Span{Start: text[i].span.Start, End: text[i+len(wanted)-1].span.End})
		}
	}
	return out
}

// alike reports whether two folded words are the same, or have one stem.
// Stemming changes endings only, so words that begin differently are let go
// without it.
func alike(a, b string, exact bool) bool {
	if a == b {
		return true
	}
	if exact || a == "" || b == "" || a[0] != b[0] || len(a) > 1 && len(b) > 1 && a[1] != b[1] {
		return false
	}
	return stem(a) == stem(b)
}
