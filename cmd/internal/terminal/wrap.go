package terminal

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"github.com/olekukonko/tablewriter/pkg/twwidth"

	"onrecord/quotes"
)

// line is one line of wrapped text: its bytes in the text.
type line = quotes.Span

// narrowest is the least width to wrap to: that of the widest code point.
const narrowest = 2

// width is how many columns of a terminal text takes. It is the measure of
// tablewriter, which pads with it: the sum over code points, so that a family
// emoji counts for all its members, as terminals without such emoji show it.
func width(text string) int {
	if isASCII(text) {
		return len(text)
	}
	return twwidth.WidthNoCache(text)
}

// isASCII reports whether text is printable ASCII only, a column each byte.
func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] < 0x20 || text[i] >= 0x7f {
			return false
		}
	}
	return true
}

// wrap breaks neutralised text into lines of at most limit columns: at line
// feeds, else between words, else between graphemes. Spaces at the ends of
// lines are left out, nothing else. A grapheme wider than the limit, which
// only a chain of emoji can be, is broken between its code points.
func wrap(text string, limit int) []line {
	w := wrapper{text: text, limit: max(limit, narrowest)}
	for start := 0; ; {
		end := strings.IndexByte(text[start:], '\n')
		if end < 0 {
			w.paragraph(start, len(text))
			return w.lines
		}
		w.paragraph(start, start+end)
		start += end + 1
	}
}

// wrapper is the state of wrap.
type wrapper struct {
	text  string
	limit int
	lines []line

	start   int // of the line
	columns int // of the line so far
	// The last place to break the line between words: what comes before ends
	// at wordEnd, what comes after begins at next, nextColumns into the line.
	// next is start if there is none yet.
	wordEnd, next, nextColumns int
}

// begin starts a line at byte at, with so many columns already on it.
func (w *wrapper) begin(at, columns int) {
	w.start, w.columns = at, columns
	w.wordEnd, w.next, w.nextColumns = at, at, 0
}

// paragraph wraps text[start:end], which holds no line feed.
func (w *wrapper) paragraph(start, end int) {
	for end > start && w.text[end-1] == ' ' {
		end--
	}
	w.begin(start, 0)
	if part := w.text[start:end]; len(part) <= w.limit && isASCII(part) {
		w.begin(start+len(part)-len(strings.TrimLeft(part, " ")), 0)
		w.lines = append(w.lines, line{Start: w.start, End: end})
		return
	}
	before := ""
	segments := graphemes.FromString(w.text[start:end])
	for at := start; segments.Next(); {
		g := segments.Value()
		if g == " " {
			w.space(at, before)
		} else {
			w.add(at, g, before)
		}
		at += len(g)
		before = g
	}
	w.lines = append(w.lines, line{Start: w.start, End: end})
}

// space counts the space at byte at as a place to break; one which begins a
// line is left out.
func (w *wrapper) space(at int, before string) {
	if w.start == at {
		w.begin(at+1, 0)
		return
	}
	if before != " " {
		w.wordEnd = at
	}
	w.columns++
	w.next, w.nextColumns = at+1, w.columns
}

// add puts the grapheme g, which stands at byte at after the grapheme before,
// on the line, or on another one.
func (w *wrapper) add(at int, g, before string) {
	if w.start < at && before != " " && w.mayPart(at, before, g) {
		w.wordEnd, w.next, w.nextColumns = at, at, w.columns
	}
	columns := width(g)
	for w.columns+columns > w.limit && w.start < at {
		w.breakLine(at)
	}
	if columns > w.limit {
		w.shred(at, g)
		return
	}
	w.columns += columns
}

// breakLine ends the line at its last place between words, else at byte at,
// which is as far as it has come.
func (w *wrapper) breakLine(at int) {
	if w.next == w.start {
		w.lines = append(w.lines, line{Start: w.start, End: at})
		w.begin(at, 0)
		return
	}
	w.lines = append(w.lines, line{Start: w.start, End: w.wordEnd})
	w.begin(w.next, w.columns-w.nextColumns)
}

// shred spreads a grapheme wider than a line, which begins one, over lines.
func (w *wrapper) shred(at int, g string) {
	for i, r := range g {
		columns := width(string(r))
		if w.columns+columns > w.limit {
			w.lines = append(w.lines, line{Start: w.start, End: at + i})
			w.begin(at+i, 0)
		}
		w.columns += columns
	}
}

// noStart are signs which stand at no line's start, noEnd at no line's end
// (W3C, Requirements for Japanese Text Layout, 3.1.7 and 3.1.8, those of news
// text).
const (
	noStart = "、。，．：；！？）」』】》〉］｝ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ…‥”’»›.,:;!?)]}"
	noEnd   = "（「『【《〈［｛“‘«‹([{"
)

// mayPart reports whether a line may be broken between two graphemes without
// a space: after a hyphen, dash or slash inside a word, and around ideographs.
func (w *wrapper) mayPart(at int, before, g string) bool {
	first, _ := utf8.DecodeRuneInString(g)
	last, _ := utf8.DecodeLastRuneInString(before)
	switch {
	case strings.ContainsRune(noStart, first), strings.ContainsRune(noEnd, last):
		return false
	case strings.ContainsRune("-‐–—/", last):
		// Not the sign of a number, not an option's dashes.
		inside := at-len(before) > w.next && w.text[at-len(before)-1] != '-'
		return inside && (unicode.IsLetter(first) || unicode.IsDigit(first) && last != '-')
	}
	return isIdeographic(first) && last > ' ' || isIdeographic(last)
}

// isIdeographic reports whether r is of a script written without spaces.
func isIdeographic(r rune) bool {
	return r >= 0x2e80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) ||
		r >= 0x3000 && r <= 0x303f || r >= 0xff01 && r <= 0xff60
}

// widest is the width of the widest line of text, and of the widest piece that
// wrap would rather not break.
func widest(text string) (lineWidth, word int) {
	for rest, more := text, true; more; {
		var part string
		part, rest, more = strings.Cut(rest, "\n")
		part = strings.Trim(part, " ")
		lineWidth = max(lineWidth, width(part))
		for _, w := range strings.FieldsFunc(part, func(r rune) bool { return r == ' ' || isIdeographic(r) }) {
			word = max(word, width(w))
		}
	}
	if word == 0 && lineWidth > 0 {
		word = narrowest
	}
	return lineWidth, word
}
