package text

// The Porter stemmer as FTS5 has it: M. F. Porter, An algorithm for suffix
// stripping, Program 14(3), 1980. The full-text index answers which rows hold
// a word; this says where in a text it stands, without asking again for each
// row. A test of the store that has FTS5 holds it against that.

// Lengths of words in bytes that FTS5 stems; it leaves others as they are.
const minStemmed, maxStemmed = 3, 64

// ending is a suffix and what stands in for it.
type ending struct{ suffix, to string }

var (
	endings2 = []ending{
		{"ational", "ate"},
		{"tional", "tion"},
		{"enci", "ence"},
		{"anci", "ance"},
		{"izer", "ize"},
		{"logi", "log"},
		{"bli", "ble"},
		{"alli", "al"},
		{"entli", "ent"},
		{"eli", "e"},
		{"ousli", "ous"},
		{"ization", "ize"},
		{"ation", "ate"},
		{"ator", "ate"},
		{"alism", "al"},
		{"iveness", "ive"},
		{"fulness", "ful"},
		{"ousness", "ous"},
		{"aliti", "al"},
		{"iviti", "ive"},
		{"biliti", "ble"},
	}
	endings3 = []ending{
		{"icate", "ic"},
		{"ative", ""},
		{"alize", "al"},
		{"iciti", "ic"},
		{"ical", "ic"},
		{"ful", ""},
		{"ness", ""},
	}
	endings4 = []ending{
		{"al", ""},
		{"ance", ""},
		{"ence", ""},
		{"er", ""},
		{"ic", ""},
		{"able", ""},
		{"ible", ""},
		{"ement", ""},
		{"ment", ""},
		{"ant", ""},
		{"ent", ""},
		{"ion", ""},
		{"ou", ""},
		{"ism", ""},
		{"ate", ""},
		{"iti", ""},
		{"ous", ""},
		{"ive", ""},
		{"ize", ""},
	}
)

// Stem gives the stem of a folded word, in the word's own bytes or a copy.
func Stem(word string) string {
	if len(word) < minStemmed || len(word) > maxStemmed {
		return word
	}
	b := make([]byte, 0, len(word)+1)
	b = stem1(append(b, word...))
	if n := len(b); b[n-1] == 'y' && hasVowel(b[:n-1]) {
		b[n-1] = 'i'
	}
	b = replaceEnding(b, endings2, 1)
	b = replaceEnding(b, endings3, 1)
	b = replaceEnding(b, endings4, 2)
	if n := len(b); b[n-1] == 'e' {
		if m := porterMeasure(b[:n-1]); m > 1 || m == 1 && !endsCVC(b[:n-1]) {
			b = b[:n-1]
		}
	}
	if n := len(b); n > 1 && b[n-1] == 'l' && b[n-2] == 'l' && porterMeasure(b[:n-1]) > 1 {
		b = b[:n-1]
	}
	return string(b)
}

// stem1 is step 1a and 1b: plurals, -ed, -ing.
func stem1(b []byte) []byte {
	if n := len(b); b[n-1] == 's' {
		switch {
		case b[n-2] == 'e' && (n > 4 && b[n-4] == 's' && b[n-3] == 's' || n > 3 && b[n-3] == 'i'):
			b = b[:n-2]
		case b[n-2] != 's':
			b = b[:n-1]
		}
	}
	n := len(b)
	switch {
	case n > 3 && string(b[n-3:]) == "eed":
		if porterMeasure(b[:n-3]) > 0 {
			b = b[:n-1]
		}
		return b
	case n > 2 && string(b[n-2:]) == "ed" && hasVowel(b[:n-2]):
		b = b[:n-2]
	case n > 3 && string(b[n-3:]) == "ing" && hasVowel(b[:n-3]):
		b = b[:n-3]
	default:
		return b
	}
	n = len(b)
	if n > 2 {
		switch string(b[n-2:]) {
		case "at", "bl", "iz":
			return append(b, 'e')
		}
	}
	c := b[n-1]
	switch {
	case !isVowel(c, false) && c != 'l' && c != 's' && c != 'z' && n > 1 && c == b[n-2]:
		return b[:n-1]
	case porterMeasure(b) == 1 && endsCVC(b):
		return append(b, 'e')
	}
	return b
}

// replaceEnding replaces the first ending that fits, if what stands before it
// has at least the measure.
func replaceEnding(b []byte, endings []ending, least int) []byte {
	for _, e := range endings {
		n := len(b) - len(e.suffix)
		if n <= 0 || string(b[n:]) != e.suffix {
			continue
		}
		if e.suffix == "ion" && b[n-1] != 's' && b[n-1] != 't' {
			return b
		}
		if porterMeasure(b[:n]) >= least {
			return append(b[:n], e.to...)
		}
		return b
	}
	return b
}

func isVowel(c byte, yToo bool) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u':
		return true
	case 'y':
		return yToo
	}
	return false
}

// porterMeasure counts the changes from a vowel to a consonant; 2 stands for more.
// A y is a vowel behind a consonant.
func porterMeasure(b []byte) int {
	m, consonant, seenVowel := 0, false, false
	for _, c := range b {
		consonant = !isVowel(c, consonant)
		switch {
		case !consonant:
			seenVowel = true
		case seenVowel:
			m++
			seenVowel = false
			if m == 2 {
				return m
			}
		}
	}
	return m
}

func hasVowel(b []byte) bool {
	for i, c := range b {
		if isVowel(c, i > 0) {
			return true
		}
	}
	return false
}

// endsCVC reports whether b ends in consonant, vowel, consonant, the last of
// which is not w, x or y.
func endsCVC(b []byte) bool {
	n := len(b)
	if n < 3 || b[n-1] == 'w' || b[n-1] == 'x' || b[n-1] == 'y' {
		return false
	}
	consonant, shape := false, 0
	for _, c := range b {
		consonant = !isVowel(c, consonant)
		shape = shape << 1 & 7
		if consonant {
			shape |= 1
		}
	}
	return shape == 5
}
