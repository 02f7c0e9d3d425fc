package text

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"onrecord/quotes"
)

// Token is a word as the full-text index's tokenizer, FTS5's unicode61, cuts it.
type Token struct {
	Folded string      // lower case, without diacritics
	Span   quotes.Span // in code points
}

// Tokens cuts a text: letters, numbers and private-use signs, with the
// diacritics between them, make a token.
func Tokens(s string) []Token {
	var out []Token
	start, startRune, at := -1, 0, 0
	end := func(i int) {
		if start >= 0 {
			out = append(out, Token{Fold(s[start:i]), quotes.Span{Start: startRune, End: at}})
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

// Fold gives a word in lower case without diacritics.
func Fold(s string) string {
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
