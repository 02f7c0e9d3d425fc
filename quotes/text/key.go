package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Key folds a name for every lookup of names: lower case, without diacritics,
// full stops, possessives and quote marks; hyphens and other punctuation part
// words; single letters in a row are one word, so that "J. K. Rowling" and
// "J.K. Rowling" meet. Key of a key is the key itself; a name without letters,
// digits or symbols has the key "".
func Key(name string) string {
	if isKey(name) {
		return name
	}
	if !ASCII(name) {
		name = foldUnicode(name)
	}
	var room [longestPlain]byte // so that most names take no memory but the key's
	f := folder{out: room[:0], run: -1}
	for i := 0; i < len(name); {
		f, i = f.word(name, i)
	}
	out := string(f.out)
	if !ASCII(out) {
		// Shorter, and composed Hangul and kana compare as they are typed.
		out = norm.NFC.String(out)
	}
	return out
}

// longestPlain bounds, in bytes, the keys that are made without memory of their own.
const longestPlain = 64

// isKey reports whether a name is all small letters of ASCII, so that it is its own key.
func isKey(name string) bool {
	for i := range len(name) {
		if name[i] < 'a' || name[i] > 'z' {
			return false
		}
	}
	return true
}

// foldUnicode decomposes s, strips marks, maps what has no decomposition and
// turns punctuation into its ASCII kin, so that folder sees no other.
func foldUnicode(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	// Behind a broken byte norm leaves letters whole.
	for _, r := range norm.NFKD.String(strings.ToValidUTF8(s, "\uFFFD")) {
		switch {
		case r < utf8.RuneSelf:
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Me, r) || unicode.Is(unicode.Cf, r):
		case isApostrophe(r) || isQuoteMark(r):
			b.WriteByte('\'')
		case unicode.IsSpace(r) || unicode.IsPunct(r) || unicode.IsControl(r):
			b.WriteByte(' ')
		default:
			r = lowerRune(r)
			if plain, ok := plainLetters[r]; ok {
				b.WriteString(plain)
				continue
			}
			b.WriteRune(r)
		}
	}
	return b.String()
}

// lowerRune is the one small letter of all that fold together (ς and σ).
func lowerRune(r rune) rune {
	return unicode.ToLower(unicode.ToUpper(r))
}

// plainLetters are letters which NFKD leaves whole.
var plainLetters = map[rune]string{
	'ø': "o", 'ł': "l", 'æ': "ae", 'œ': "oe", 'ß': "ss", 'đ': "d", 'ð': "d", 'þ': "th", 'ħ': "h", 'ı': "i", 'ŧ': "t",
	'ŋ': "ng", 'ĸ': "k", 'ɓ': "b", 'ɗ': "d", 'ƙ': "k", 'ə': "a", 'ǝ': "a", 'ɔ': "o", 'ɛ': "e", 'ʻ': "'", 'ʾ': "'", 'ʿ': "'",
}

// folder writes the key word by word. It is passed by value, so that it may stand where its caller does.
type folder struct {
	out []byte
	run int // where the current run of single letters begins in out, or -1
}

// word adds the word at i, if there is one, and gives the offset after it.
func (f folder) word(s string, i int) (folder, int) {
	for i < len(s) && parts[s[i]] {
		i++
	}
	start := i
	for i < len(s) && !parts[s[i]] {
		i++
	}
	w := strings.TrimRight(s[start:i], "'`\".")
	if n := len(w); n > 2 && w[n-1]|0x20 == 's' && (w[n-2] == '\'' || w[n-2] == '`') {
		w = w[:n-2]
	}
	at := len(f.out)
	f.out = append(f.out, ' ')
	letters := 0
	for j := range len(w) {
		c := w[j]
		switch {
		case c == '.' || c == '\'' || c == '`' || c == '"':
			continue
		case c >= 'A' && c <= 'Z':
			c |= 0x20
		}
		if c&0xC0 != 0x80 {
			letters++
		}
		f.out = append(f.out, c)
	}
	return f.join(at, letters), i
}

// join takes back the space before the word at, where it began the key, was
// empty, or is a single letter after another.
func (f folder) join(at, letters int) folder {
	drop := letters == 0 || at == 0 || letters == 1 && f.run >= 0
	if drop {
		f.out = append(f.out[:at], f.out[at+1:]...)
	}
	switch {
	case letters == 0:
	case letters > 1:
		f.run = -1
	case f.run < 0:
		f.run = at
	}
	return f
}

// parts tells the bytes that stand between words. $ + < = > | ~ ^ are symbols and part of some names; @
// and # begin handles.
var parts = func() (between [256]bool) {
	for c := range utf8.RuneSelf {
		r := rune(c)
		between[c] = !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("$+<=>|~^.'`\"&", r)
	}
	return between
}()
