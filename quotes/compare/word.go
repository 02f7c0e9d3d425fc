package compare

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/quotes/text"
)

// Word is a word of a wording, or half of a short form: "don't" is do and not.
type Word struct {
	Key        string // folded: equal words have equal keys
	Start, End int    // in bytes
	class      class
	flags      flag
}

type flag uint8

const (
	capital   flag = 1 << iota // begins with a capital letter
	opens                      // begins a sentence
	bracketed                  // stands in square brackets: not the speaker's
	gap                        // behind a sign of omission
)

// Words cuts a text into words.
func Words(s string) []Word { return appendWords(nil, s) }

func appendWords(out []Word, s string) []Word {
	c := cutter{out: out, s: s, lexicon: english(), next: opens}
	for at := 0; at < len(s); {
		r, n := rune(s[at]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[at:])
		}
		if isWordRune(r) {
			end := wordEnd(s, at)
			c.word(at, end)
			at = end
			continue
		}
		c.sign(r, at, at+n)
		at += n
	}
	return c.out
}

// cutter cuts one text.
type cutter struct {
	*lexicon
	out    []Word
	s      string
	next   flag // of the next word
	inside flag // bracketed, between brackets
}

func (c *cutter) sign(r rune, at, end int) {
	switch r {
	case '[':
		c.inside = bracketed
	case ']':
		c.inside = 0
	case '…':
		c.next |= gap
	case '.', '!', '?', ':':
		if strings.HasPrefix(c.s[at:], "...") {
			c.next |= gap
		}
		c.next |= opens
	case '%':
		c.add("per", at, end, 0)
		c.add("cent", end, end, 0)
	case '$', '€', '£', '¥':
		c.add(string(r), at, end, 0)
		c.out[len(c.out)-1].class |= number
	}
}

// word adds the word, or two for a short form.
func (c *cutter) word(at, end int) {
	printed := c.s[at:end]
	first, _ := utf8.DecodeRuneInString(printed)
	key := text.Fold(printed)
	if !text.ASCII(key) {
		key = strings.ReplaceAll(key, "’", "'")
	}
	if key == "" { // marks alone
		key = printed
	}
	f := flag(0)
	if unicode.IsUpper(first) {
		f = capital
	}
	switch n := len(key); {
	case '0' <= key[0] && key[0] <= '9':
		c.add(ungrouped(key), at, end, f)
		c.out[len(c.out)-1].class |= number
	case n > 3 && key[n-3:] == "n't":
		stem := key[:n-3]
		if whole, ok := c.short[stem]; ok {
			stem = whole
		}
		tail := len(printed) - len("n't")
		if printed[len(printed)-2] != '\'' { // the curly apostrophe is longer
			tail = len(printed) - len("n’t")
		}
		c.add(stem, at, at+tail, f)
		c.add("not", at+tail, end, 0)
	case key == "cannot":
		c.add("can", at, at+3, f)
		c.add("not", at+3, end, 0)
	case key == "percent":
		c.add("per", at, at+3, f)
		c.add("cent", at+3, end, 0)
	default:
		c.add(key, at, end, f)
	}
}

func (c *cutter) add(key string, at, end int, f flag) {
	c.out = append(c.out, Word{Key: key, Start: at, End: end, class: c.classes[key], flags: f | c.next | c.inside})
	c.next = 0
}

// ungrouped is a number without the commas between its thousands.
func ungrouped(key string) string {
	if !strings.Contains(key, ",") {
		return key
	}
	parts := strings.Split(key, ",")
	for _, p := range parts[1:] {
		if len(p) != 3 && !(len(p) > 4 && p[3] == '.') {
			return key
		}
	}
	return strings.Join(parts, "")
}

// wordEnd is where the word at ends: an apostrophe between letters, and a point
// or comma between digits, is inside it.
func wordEnd(s string, at int) int {
	last := rune(0)
	for at < len(s) {
		r, n := rune(s[at]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[at:])
		}
		if !isWordRune(r) {
			next, _ := utf8.DecodeRuneInString(s[at+n:])
			inNumber := (r == '.' || r == ',') && isDigit(last) && isDigit(next)
			if !inNumber && (r != '\'' && r != '’' || !isWordRune(next)) {
				break
			}
		}
		last = r
		at += n
	}
	return at
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z' || isDigit(r)
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// Function reports whether the word says nothing by itself.
func (w Word) Function() bool { return w.class&function != 0 && w.class&number == 0 }

// Negates reports whether the word turns a statement round.
func (w Word) Negates() bool { return w.class&negation != 0 }

// Number reports whether the word is a number or a sign of money or of a share.
func (w Word) Number() bool { return w.class&number != 0 }

// Name reports whether the word is printed as a name: with a capital letter
// amid a sentence.
func (w Word) Name() bool { return isName(w) }

// Value is the key of all words that stand for the same: four is 4.
func (w Word) Value() string {
	if v, ok := english().values[w.Key]; ok {
		return v
	}
	return w.Key
}
