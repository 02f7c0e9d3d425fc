// Package figures finds in English text what a checker of facts looks up
// besides quotes: numbers, in digits and in words, dates, and the names of
// statistics. It takes a text and gives places, in one pass.
package figures

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/quotes"
)

// Kind tells what a figure is.
type Kind string

// The kinds.
const (
	Number    Kind = "number"
	Date      Kind = "date"
	Statistic Kind = "statistic"
)

// Figure is one place to be looked up, in bytes of the text.
type Figure struct {
	quotes.Span
	Kind Kind
}

// word is a run of letters and digits, with what stands inside it: 1,200.5,
// four-year, 9:30; a currency before it and a percent sign behind it belong to
// it.
type word struct {
	start, end int
	lower      string
	capital    bool
	digits     bool // begins with a digit, behind a currency
}

// mostWords is how many words one figure has at most, so that odd texts take
// no longer than others.
const mostWords = 12

// Find gives the figures of a text, in order and apart.
func Find(s string) []Figure {
	words := split(s)
	var found []Figure
	for i := 0; i < len(words); {
		ahead := words[i:min(i+mostWords, len(words))]
		n, kind := figureAt(ahead)
		// Nothing reaches over the end of a sentence or a clause.
		for n > 1 && !joined(s, words[i:i+n], kind) {
			n, kind = figureAt(ahead[:n-1])
		}
		if n == 0 {
			i++
			continue
		}
		found = append(found, Figure{quotes.Span{Start: words[i].start, End: words[i+n-1].end}, kind})
		i += n
	}
	return found
}

// figureAt is how many words ahead are one figure, 0 for none.
func figureAt(ahead []word) (int, Kind) {
	if n := dateAt(ahead); n > 0 {
		return n, Date
	}
	if n := numberAt(ahead); n > 0 {
		return n, Number
	}
	if n := phraseAt(ahead); n > 0 {
		return n, Statistic
	}
	return 0, ""
}

// joined reports whether only spaces part the words; in a date a comma or an
// abbreviation's point, too.
func joined(s string, words []word, kind Kind) bool {
	for i := 1; i < len(words); i++ {
		between := s[words[i-1].end:words[i].start]
		if kind == Date {
			between = strings.Trim(between, ".,")
		}
		if strings.TrimSpace(between) != "" {
			return false
		}
	}
	return true
}

func split(s string) []word {
	var out []word
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		currency := unicode.Is(unicode.Sc, r)
		if !currency && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			i += n
			continue
		}
		w := word{start: i}
		if currency {
			i += n
			if r, _ = utf8.DecodeRuneInString(s[i:]); !unicode.IsDigit(r) {
				continue
			}
		}
		w.capital, w.digits = unicode.IsUpper(r), unicode.IsDigit(r)
		i += wordLength(s[i:])
		if strings.HasPrefix(s[i:], "%") {
			i++
		} else if strings.HasPrefix(s[i:], " %") && w.digits {
			i += 2
		}
		w.end = i
		w.lower = strings.ToLower(s[w.start:w.end])
		out = append(out, w)
	}
	return out
}

// wordLength is how long the word is that s begins with.
func wordLength(s string) int {
	end := 0
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			i += n
			end = i
		case end == i && strings.ContainsRune(".,:/-–'’\u00a0\u202f", r) && goesOn(s[i+n:], r, s[:i]):
			i += n
		default:
			return end
		}
	}
	return end
}

// goesOn reports whether a word goes on behind a sign inside it: letters
// behind a hyphen or an apostrophe, digits behind any where digits went before.
func goesOn(rest string, sign rune, before string) bool {
	next, _ := utf8.DecodeRuneInString(rest)
	last, _ := utf8.DecodeLastRuneInString(before)
	if unicode.IsDigit(last) && unicode.IsDigit(next) {
		return true
	}
	return strings.ContainsRune("-'’", sign) && unicode.IsLetter(next)
}
