package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/quotes"
)

// Sentences are the sentences of one paragraph.
//
// What stands between double quote marks belongs to the sentence around it,
// however many sentences it holds; for those, ask again with the span inside
// the marks. A quote that never closes is read as if its mark were not there.
func Sentences(s string, p quotes.Span) []quotes.Span {
	b := breaker{s: s[:p.End], trust: len(s) + 1}
	p = Trim(s, p)
	if p.Empty() {
		return nil
	}
	var out []quotes.Span
	for start := p.Start; start < p.End; {
		end := b.sentence(start)
		span := Trim(b.s, quotes.Span{Start: start, End: end})
		if !span.Empty() {
			out = append(out, span)
		}
		start = end
	}
	return out
}

// breaker looks for the ends of sentences in s.
type breaker struct {
	s string
	// trust is where the marks stop being read as marks: at a mark that was
	// found not to close before the paragraph ends.
	trust int
}

// sentence is the end of the sentence that starts at start.
func (b *breaker) sentence(start int) int {
	open := -1 // the mark that opened the quote, if inside one
	for i := start; i < len(b.s); {
		c := b.s[i]
		if !breakBytes[c] {
			i++
			continue
		}
		r, n := decode(b.s, i)
		switch {
		case isDoubleMark(r):
			if i >= b.trust {
				break
			}
			if open < 0 && !b.closesAt(i, r) {
				open = i
				break
			}
			open = -1
			if end, ok := b.endsAfterQuote(i, i+n); ok {
				return end
			}
		case open < 0 && isTerminal(r):
			end, ok := b.ends(start, i)
			if ok {
				return end
			}
			i = max(end, i+n)
			continue
		}
		i += n
		if i >= len(b.s) && open >= 0 {
			b.trust, i, open = open, open, -1
		}
	}
	if open >= 0 {
		// Read the rest again without the mark that does not close.
		b.trust = open
		return b.sentence(start)
	}
	return len(b.s)
}

// breakBytes are the bytes at which terminals and double marks begin.
var breakBytes = func() (t [256]bool) {
	for _, c := range []byte(".!?\"\u00ab") {
		t[c] = true
	}
	for c := 0xC2; c < 0xF0; c++ {
		t[c] = true
	}
	return t
}()

func isDoubleMark(r rune) bool {
	switch r {
	case '"', '“', '”', '„', '‟', '«', '»', '「', '」', '『', '』', '＂':
		return true
	}
	return false
}

// closesAt reports whether the mark at i, outside any quote, can only close
// one, so that it opens none.
func (b *breaker) closesAt(i int, r rune) bool {
	if r == '”' || r == '」' || r == '』' {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(b.s[:i])
	if i == 0 || IsSpace(before) || before == '(' || before == '[' || isDash(before) {
		return false
	}
	after, n := utf8.DecodeRuneInString(b.s[i+utf8.RuneLen(r):])
	return r == '"' && (n == 0 || IsSpace(after))
}

// endsAfterQuote reports whether the quote whose closing mark stands at i
// ended the sentence, with the full stop inside the marks. next is the offset
// after the mark.
func (b *breaker) endsAfterQuote(i, next int) (int, bool) {
	last := b.terminalBefore(i)
	if last == 0 {
		return 0, false
	}
	closed := next
	next = b.closers(next)
	after, word, ok := b.following(next)
	switch {
	case !ok:
		// Chinese sets no space; Japanese goes on after its bracket.
		return next, isWide(last) && !strings.HasSuffix(b.s[:closed], "」")
	case after < 0:
		return next, true
	case unicode.IsLower(after) || after == '-' || after == '–' || after == '—' || after == ',':
		return 0, false
	case (last == '!' || last == '?') && b.attributes(word):
		return 0, false
	}
	return next, true
}

// terminalBefore is the terminal before the mark at i, inner marks skipped, or 0.
func (b *breaker) terminalBefore(i int) rune {
	for range 3 {
		r, n := utf8.DecodeLastRuneInString(b.s[:i])
		if isTerminal(r) {
			return r
		}
		if n == 0 || !isQuoteMark(r) && r != ')' {
			return 0
		}
		i -= n
	}
	return 0
}

// ends reports whether the terminal at i ends the sentence, and after what
// offset to go on.
func (b *breaker) ends(start, i int) (int, bool) {
	next, dots, hard, cjk := b.terminals(i)
	if cjk {
		return b.closers(next), true
	}
	afterTerminals := next
	next = b.closers(next)
	r, word, ok := b.following(next)
	switch {
	case !ok: // glued to what follows: a decimal, a web address, U.S.
		return afterTerminals, false
	case r < 0:
		return next, true
	case unicode.IsLower(r) || r == ',' || r == ';':
		return afterTerminals, false
	case hard || dots > 1:
		return next, true
	}
	return next, b.stopEnds(start, i, r, word)
}

// terminals goes over the terminals from i on, those parted by single spaces
// (". . .") included: how many full stops, whether any other, whether any
// that needs no space after it.
func (b *breaker) terminals(i int) (next, dots int, hard, cjk bool) {
	for i < len(b.s) {
		r, n := decode(b.s, i)
		switch {
		case r == '.':
			dots++
		case r == '…':
			dots += 3
		case isWide(r):
			cjk = true
		case isTerminal(r):
			hard = true
		case r == ' ' && dots > 0 && i+1 < len(b.s) && b.s[i+1] == '.' && (i+2 == len(b.s) || b.s[i+2] == ' ' || b.s[i+2] == '.'):
		default:
			return i, dots, hard, cjk
		}
		i += n
	}
	return i, dots, hard, cjk
}

// closers goes over closing brackets and marks.
func (b *breaker) closers(i int) int {
	for i < len(b.s) {
		r, n := decode(b.s, i)
		if r != ')' && r != ']' && r != '}' && !isQuoteMark(r) {
			break
		}
		if isDoubleMark(r) && r != '"' && r != '”' && r != '»' && r != '」' && r != '』' {
			break
		}
		i += n
	}
	return i
}

// following is the first letter or digit after the space at i, past opening
// marks, and where its word starts; r is -1 at the end of the paragraph, ok is
// false if there is no space.
func (b *breaker) following(i int) (r rune, word int, ok bool) {
	if i >= len(b.s) {
		return -1, i, true
	}
	first, n := decode(b.s, i)
	if !IsSpace(first) {
		return 0, i, false
	}
	for i += n; i < len(b.s); i += n {
		r, n = decode(b.s, i)
		if !IsSpace(r) && !isQuoteMark(r) && r != '(' && r != '[' {
			return r, i, true
		}
	}
	return -1, i, true
}

// stopEnds decides on one full stop at i, before a word that starts with r.
func (b *breaker) stopEnds(start, i int, r rune, word int) bool {
	from := i
	for from > start && i-from <= longestAbbreviation && !isGap(b.s[from-1]) {
		from--
	}
	last := b.s[from:i]
	if last == "" {
		return true
	}
	if singleLetter(b.s, from, i) && isUpperOrDotted(last) {
		if last == "I" && from > start {
			return true
		}
		return starts(b.wordAt(word))
	}
	return !Abbreviated(last, isDigit(r)) && (abbreviation(last) != maybeLast || starts(b.wordAt(word)))
}

// isUpperOrDotted tells initials (J) and dotted letters (U.S, p.m) from a
// small letter that happens to stand alone.
func isUpperOrDotted(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) || len(w) > n
}

// isGap reports whether c parts words, for looking up abbreviations.
func isGap(c byte) bool {
	return c <= ' ' || c == '(' || c == '[' || c == '"' || c == '\'' || c == '-' || c == '/' || c == ','
}

// wordAt is the ASCII word at i.
func (b *breaker) wordAt(i int) string {
	end := i
	for end < len(b.s) && b.s[end]|0x20 >= 'a' && b.s[end]|0x20 <= 'z' {
		end++
	}
	return b.s[i:end]
}

// attributes reports whether the words at i say who spoke, as in
// "Why?" Ms. Lee asked: a verb of saying within a few capitalised words.
func (b *breaker) attributes(i int) bool {
	for range 5 {
		w := b.wordAt(i)
		if w == "" {
			return false
		}
		if IsSpeechVerb(w) {
			return true
		}
		i += len(w)
		for i < len(b.s) && (b.s[i] == ' ' || b.s[i] == '.' || b.s[i] == '-') {
			i++
		}
	}
	return false
}
