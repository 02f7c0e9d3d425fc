package sqlite

import (
	"strings"
	"unicode"

	"onrecord/quotes"
)

// matchWords is the FTS5 query for every one of the words, whatever signs they
// hold: each is an FTS5 string, in which only the double quote has a meaning.
// Words without a letter or digit, of which the tokenizer makes nothing, are
// left out; "" if no word is left.
func matchWords(words []string) string {
	var out []string
	for _, w := range words {
		if hasToken(w) {
			out = append(out, matchString(w))
		}
	}
	return strings.Join(out, " AND ")
}

// matchString quotes a word, or a phrase, for FTS5.
func matchString(s string) string {
	// A NUL would end the query there.
	return `"` + strings.ReplaceAll(strings.ReplaceAll(s, "\x00", " "), `"`, `""`) + `"`
}

// hasToken reports whether the tokenizer unicode61 finds a token in s: it
// takes letters, numbers and private-use signs for parts of one.
func hasToken(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return r != unicode.ReplacementChar && unicode.In(r, unicode.L, unicode.N, unicode.Co)
	})
}

// noWords is the error for a search which names nothing to find.
func noWords(words string) error {
	return quotes.Errorf(quotes.CodeInvalid, "there is no word to find in %q", words).Do("give a word or a number")
}
