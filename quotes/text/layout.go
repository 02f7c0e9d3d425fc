package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/quotes"
)

// line is a line that shows something, without the space around it.
type line struct {
	quotes.Span
	runes    int
	blank    bool // a blank line stands before it
	indented bool
}

// splitLines gives the visible lines of s, and whether a blank line parts any.
func splitLines(s string) (lines []line, blank bool) {
	gap := false
	for start := 0; start < len(s); {
		end, next := lineEnd(s, start)
		span := Trim(s, quotes.Span{Start: start, End: end})
		if span.Empty() {
			gap = len(lines) > 0
		} else {
			lines = append(lines, line{
				Span: span, blank: gap,
				runes:    utf8.RuneCountInString(s[span.Start:span.End]),
				indented: span.Start-start >= 2 || s[start] == '\t',
			})
			blank = blank || gap
			gap = false
		}
		start = next
	}
	return lines, blank
}

// lineEnd finds the end of the line at start and the start of the next one:
// LF, CRLF, CR, form feed and the line and paragraph separators end a line.
func lineEnd(s string, start int) (end, next int) {
	for i := start; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\r' && i+1 < len(s) && s[i+1] == '\n':
			return i, i + 2
		case c == '\n' || c == '\r' || c == '\f' || c == '\v':
			return i, i + 1
		case c == 0xE2 && i+2 < len(s) && s[i+1] == 0x80 && (s[i+2] == 0xA8 || s[i+2] == 0xA9):
			return i, i + 3
		}
	}
	return len(s), len(s)
}

// layout is how a text's lines were broken.
type layout struct {
	blank   bool // blank lines part paragraphs
	wrapped bool // lines were broken at one width, in mid-sentence
	width   int  // of the widest line, in runes
}

const (
	// fullLine is the share of the width that a wrapped line fills, counted
	// with the word that did not fit any more. Hand-made wrapping is ragged.
	fullLine = 0.75
	// wrapWidth is the widest that text is wrapped at; a longer line is a
	// paragraph of its own.
	wrapWidth = 130
)

// measure looks at the breaks between neighbouring lines: a text is wrapped
// if most of its lines are full and many of the lines after begin in
// mid-sentence, with a small letter.
func measure(s string, lines []line, blank bool) layout {
	l := layout{blank: blank}
	for _, x := range lines {
		l.width = max(l.width, x.runes)
	}
	breaks, full, mid := 0, 0, 0
	for i := 1; i < len(lines); i++ {
		if lines[i].blank {
			continue
		}
		breaks++
		if l.full(s, lines[i-1], lines[i]) {
			full++
		}
		if r, _ := utf8.DecodeRuneInString(s[lines[i].Start:]); unicode.IsLower(r) && !endsSentence(s, lines[i-1].Span) {
			mid++
		}
	}
	// A headline and one paragraph are one break: too little to tell from.
	enough := breaks >= 2 || blank && breaks >= 1
	l.wrapped = enough && float64(full) >= 0.6*float64(breaks) && float64(mid) >= 0.4*float64(breaks)
	return l
}

// full reports whether the line before a break had hardly room for the next
// word.
func (l layout) full(s string, before, after line) bool {
	word := s[after.Start:after.End]
	if i := strings.IndexAny(word, " \t"); i >= 0 {
		word = word[:i]
	}
	return float64(before.runes+1+utf8.RuneCountInString(word)) > fullLine*float64(l.width)
}

// parts reports whether the break between two lines parts paragraphs.
func (l layout) parts(s string, before, after line) bool {
	if after.blank {
		return true
	}
	switch full := l.full(s, before, after); {
	case !l.blank && !l.wrapped:
		return true
	case !l.blank && after.indented && !before.indented:
		return true
	case !l.blank:
		// The last line of a paragraph is short.
		return !full && (endsSentence(s, before.Span) || startsSentence(s, after.Span))
	case l.width > wrapWidth:
		// Paragraphs of one long line each: a break within a block is one
		// that somebody put there.
		return endsSentence(s, before.Span) || startsSentence(s, after.Span)
	default:
		// A short line which is no end of a sentence: a headline over its
		// byline, an address, verse.
		return !full && !endsSentence(s, before.Span) && startsSentence(s, after.Span) && !endsOpen(s, before.Span)
	}
}

// endsSentence reports whether the span ends in a full stop or the like,
// before closing marks and brackets.
func endsSentence(s string, span quotes.Span) bool {
	t := s[span.Start:span.End]
	for {
		r, n := utf8.DecodeLastRuneInString(t)
		switch {
		case n == 0:
			return false
		case isQuoteMark(r) || r == ')' || r == ']':
			t = t[:len(t)-n]
		default:
			return isTerminal(r)
		}
	}
}

// endsOpen reports whether the span ends in a comma or a dash, so that the
// sentence goes on.
func endsOpen(s string, span quotes.Span) bool {
	r, _ := utf8.DecodeLastRuneInString(s[span.Start:span.End])
	return r == ',' || r == ';' || isDash(r)
}

// startsSentence reports whether the span begins as a sentence does.
func startsSentence(s string, span quotes.Span) bool {
	r, _ := utf8.DecodeRuneInString(s[span.Start:span.End])
	return unicode.IsUpper(r) || unicode.IsDigit(r) || isQuoteMark(r) || isDash(r) || unicode.Is(unicode.Lo, r)
}
