package text

import (
	"unicode"
	"unicode/utf8"
)

// decode is utf8.DecodeRuneInString at i with a fast path for ASCII.
func decode(s string, i int) (rune, int) {
	if c := s[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(s[i:])
}

// singleLetter reports whether one letter stands between the last full stop
// (or start) and dot.
func singleLetter(s string, start, dot int) bool {
	_, n := utf8.DecodeLastRuneInString(s[start:dot])
	from := dot - n
	return from >= start && isLetterAt(s, from) && (from == start || s[from-1] == '.')
}

func isLetterAt(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	r, _ := decode(s, i)
	return isLetter(r)
}

// isLetter counts combining marks as letters, so that they stay on theirs.
func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return r|0x20 >= 'a' && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r) || unicode.IsMark(r)
}

func isDigit(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= '0' && r <= '9'
	}
	return unicode.IsDigit(r)
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' || r == '`' }
