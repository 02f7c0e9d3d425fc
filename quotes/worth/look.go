package worth

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word of the statement.
type token struct {
	word       string // in small letters, with a simple apostrophe
	start, end int    // in bytes
	shape      shape
	opens      bool // begins a sentence
}

type shape uint8

const (
	small   shape = iota
	capital       // begins with a capital letter
	digits        // begins with a digit
	year          // 1500 to 2099
)

// shortest is how many words a statement needs to say something by itself.
const shortest = 4

// look finds the classes of a statement's words.
func look(s string) hits {
	t := english()
	var found hits
	var room [64]token
	tokens := tokensOf(room[:0], s)
	for i := range tokens {
		if !t.phrasesAt(tokens[i:], &found) {
			t.shapeOf(tokens[i:], &found)
		}
	}
	if end := strings.TrimRightFunc(s, isClosing); strings.HasSuffix(end, "?") {
		found[t.question].found = true
	}
	if len(tokens) < shortest {
		found[t.fragment].found = true
	}
	return found
}

// isClosing is what may stand behind the last sign of a sentence.
func isClosing(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(`"'”’»)…`, r) }

// phrasesAt finds the phrases that begin with the first token, and tells
// whether it begins one that is none of any class.
func (t *words) phrasesAt(ahead []token, found *hits) (skip bool) {
	first := &ahead[0]
	some := t.phrases[first.word]
	for i := range some {
		if some[i].class == skipped && some[i].begins(ahead) {
			return true
		}
	}
	for i := range some {
		if some[i].class != skipped {
			t.try(&some[i], ahead, found)
		}
	}
	if len(ahead) > 1 && ahead[1].word == t.than {
		for i := range t.endings {
			t.try(&t.endings[i], ahead, found)
		}
	}
	return false
}

// try finds one phrase. The first of a class is told, the longest of those
// that begin at one place. A name in the middle of a sentence speaks against
// nothing: "in May".
func (t *words) try(p *phrase, ahead []token, found *hits) {
	first, h := &ahead[0], &found[p.class]
	named := first.shape == capital && !first.opens && !isPronounI(first.word)
	if h.found && h.start != first.start || named && t.classes[p.class].points < 0 || !p.begins(ahead) {
		return
	}
	end := ahead[len(p.words)-1].end
	if p.class == t.number {
		end = t.endOfNumber(ahead)
	}
	if end > h.end {
		*h = hit{true, first.start, end}
	}
}

// begins reports whether the tokens begin with the phrase.
func (p *phrase) begins(ahead []token) bool {
	if len(p.words) > len(ahead) {
		return false
	}
	for i, w := range p.words {
		if !fits(w, ahead[i].word) {
			return false
		}
	}
	return true
}

// shapeOf finds numbers in digits, years and names.
func (t *words) shapeOf(ahead []token, found *hits) {
	first := &ahead[0]
	class, end := -1, first.end
	switch {
	case first.shape == digits:
		class, end = t.number, t.endOfNumber(ahead)
	case first.shape == year:
		class = t.year
	case first.shape == capital && !first.opens && end-first.start > 1 && !isPronounI(first.word):
		class = t.name
	}
	if class >= 0 && !found[class].found {
		found[class] = hit{true, first.start, end}
	}
}

func isPronounI(word string) bool { return word == "i" || strings.HasPrefix(word, "i'") }

// endOfNumber is where a number ends: with further words of it, and what it
// counts.
func (t *words) endOfNumber(ahead []token) int {
	i := 1
	for i < len(ahead) && t.isNumber(&ahead[i]) {
		i++
	}
	if i < len(ahead) && ahead[i].shape == small && !ahead[i].opens {
		i++
	}
	return ahead[i-1].end
}

func (t *words) isNumber(tok *token) bool {
	if tok.shape == digits {
		return true
	}
	for _, p := range t.phrases[tok.word] {
		if p.class == t.number && len(p.words) == 1 {
			return true
		}
	}
	return false
}

// tokensOf cuts words: letters and digits with the apostrophes, points and
// hyphens between them, and signs of percentage.
func tokensOf(out []token, s string) []token {
	opens := true
	for at := 0; at < len(s); {
		c := s[at]
		if c < utf8.RuneSelf && kinds[c] != letter && kinds[c] != digit {
			switch c {
			case '%':
				out = append(out, token{word: s[at : at+1], start: at, end: at + 1})
			case '.', '!', '?', ':':
				opens = true
			}
			at++
			continue
		}
		r := rune(c)
		if c >= utf8.RuneSelf {
			var n int
			if r, n = utf8.DecodeRuneInString(s[at:]); !isWordRune(r) {
				opens = opens || r == '…'
				at += n
				continue
			}
		}
		tok := wordAt(s, at, r)
		tok.opens, opens = opens, false
		out = append(out, tok)
		at = tok.end
	}
	return out
}

// wordAt cuts the word that begins with the rune at.
func wordAt(s string, at int, first rune) token {
	tok := token{start: at}
	numeric := unicode.IsDigit(first)
	plain, i := true, at // plain: small ASCII letters only
	for i < len(s) {
		c := s[i]
		if c < utf8.RuneSelf {
			switch kind := kinds[c]; {
			case kind == letter || kind == digit:
				plain = plain && (c > 'Z' || c < 'A')
				i++
				continue
			case kind != joiner || numeric != (c == '.' || c == ',') && c != '-' && c != '\'':
			case i+1 < len(s) && isWordAt(s, i+1):
				i++
				continue
			}
			break
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if !isWordRune(r) && (r != '’' || !isWordAt(s, i+n)) {
			break
		}
		plain = false
		i += n
	}
	tok.end, tok.word = i, s[at:i]
	if !plain {
		tok.word = strings.ReplaceAll(strings.ToLower(tok.word), "’", "'")
	}
	switch {
	case numeric && i-at == 4 && (s[at] == '1' && s[at+1] >= '5' || s[at] == '2' && s[at+1] == '0'):
		tok.shape = year
	case numeric:
		tok.shape = digits
	case unicode.IsUpper(first):
		tok.shape = capital
	}
	return tok
}

// kind is what an ASCII sign does in a word.
type kind uint8

const (
	letter kind = iota + 1
	digit
	joiner // inside words, or inside numbers
)

var kinds = func() (k [utf8.RuneSelf]kind) {
	for c := range k {
		switch {
		case 'a' <= c|0x20 && c|0x20 <= 'z':
			k[c] = letter
		case '0' <= c && c <= '9':
			k[c] = digit
		case strings.ContainsRune("'-.,", rune(c)):
			k[c] = joiner
		}
	}
	return k
}()

func isWordAt(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return isWordRune(r)
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return kinds[r] == letter || kinds[r] == digit
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}
