package mention

import "strings"

// prefixed reports whether a word is a name with a small word drawn to it,
// "pro-Lee", and no name as al-Masri is.
func (t *Text) prefixed(word string) bool {
	if word[0] < 'a' || word[0] > 'z' {
		return false
	}
	prefix, _, ok := strings.Cut(word, "-")
	return ok && !t.Words.Lookup(prefix, false).Has(Particle)
}

// doubleName reports whether a word has a capital behind a hyphen.
func doubleName(word string) bool {
	for i := 1; i+1 < len(word); i++ {
		if word[i] == '-' && 'A' <= word[i+1] && word[i+1] <= 'Z' {
			return true
		}
	}
	return false
}

// hyphenated reports whether a word is a first name of two with small letters behind the
// hyphen: Jui-lung, Jong-un.
func hyphenated(word string) bool {
	before, behind, ok := strings.Cut(word, "-")
	return ok && len(before) > 1 && len(before) < 7 && len(behind) > 1 && len(behind) < 7 && 'A' <= word[0] && word[0] <= 'Z' && 'a' <= behind[0] && behind[0] <= 'z'
}

// contraction is the class of a word with a verb drawn to it, "they're", "I'd", or of one
// that the tables have with the other apostrophe: "isn’t".
func (t *Text) contraction(word string) Class {
	if straight := strings.Replace(word, "’", "'", 1); straight != word {
		if c := t.Words.Lookup(straight, false); c != 0 {
			return c
		}
	}
	for i := 1; i < len(word)-1; i++ {
		if word[i] == '\'' || word[i] == 0xE2 {
			return t.Words.Lookup(word[:i], true) & (Pronoun | Subject | Auxiliary)
		}
	}
	return 0
}

// genitive is the length of an 's (of either apostrophe) which ends a word at i, 'S behind two capitals.
func genitive(s string, i int) int {
	n := 0
	if s[i] == '\'' {
		n = 1
	} else if i+3 <= len(s) && s[i:i+3] == "’" {
		n = 3
	}
	if n == 0 || i+n >= len(s) || s[i+n] != 's' && !(s[i+n] == 'S' && i > 1 && isCapital(s[i-1]) && isCapital(s[i-2])) {
		return 0
	}
	n++
	if i+n < len(s) && isWordByte(s[i+n]) {
		return 0
	}
	return n
}

func isCapital(c byte) bool { return 'A' <= c && c <= 'Z' }

// shortPair is the end of what a hyphen joins to the shortened word [i, end) with its full stop: of
// "Rep.-elect", where small letters follow, and of "Maj.-Gen.", where the tables have the whole. end:
// nothing is joined to it.
func (t *Text) shortPair(i, end, limit int) int {
	s := t.Source
	if s[end-1] != '.' || end+1 >= limit || s[end] != '-' || !isLetterByte(s[end+1]) {
		return end
	}
	n := end + 1
	for n < limit && isLetterByte(s[n]) {
		n++
	}
	if 'a' <= s[end+1] && s[end+1] <= 'z' {
		return n
	}
	if n < limit && s[n] == '.' && t.Words.Lookup(s[i:n+1], true) != 0 {
		return n + 1
	}
	return end
}

// apostrophe is the length of the mark, of either form, which ends a word at i before
// a space.
func (t *Text) apostrophe(i, limit int) int {
	for _, mark := range []string{"'", "’"} {
		if n := i + len(mark); n < limit && t.Source[i:n] == mark && t.Source[n] == ' ' {
			return len(mark)
		}
	}
	return 0
}

func isWordByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

func isLetterByte(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }
