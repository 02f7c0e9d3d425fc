package text

import (
	"unicode"
	"unicode/utf8"

	"onrecord/quotes"
)

// IsSpace reports whether r is white space or has no appearance of its own:
// zero-width spaces and joiners, soft hyphens, direction marks, byte order
// marks, control characters.
func IsSpace(r rune) bool {
	if r < utf8.RuneSelf {
		return r <= ' ' || r == 0x7f
	}
	return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Cc, r)
}

// Unseen reports whether r shows nothing and takes no room: zero-width spaces and joiners, soft hyphens,
// direction marks, byte order marks. It is what Unicode calls format characters, but for the signs that stand
// before a number in Arabic and other scripts, which are seen.
func Unseen(r rune) bool {
	return unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r)
}

// Control reports whether c is a control character of ASCII, but for those that lay out a text: tabs and
// ends of lines and pages.
func Control(c byte) bool { return (c < ' ' || c == 0x7f) && (c < '\t' || c > '\r') }

// Trim is within without the spaces (IsSpace) at its ends.
func Trim(s string, within quotes.Span) quotes.Span {
	for within.Start < within.End {
		r, n := utf8.DecodeRuneInString(s[within.Start:within.End])
		if !IsSpace(r) {
			break
		}
		within.Start += n
	}
	for within.Start < within.End {
		r, n := utf8.DecodeLastRuneInString(s[within.Start:within.End])
		if !IsSpace(r) {
			break
		}
		within.End -= n
	}
	return within
}
