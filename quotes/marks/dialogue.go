package marks

import (
	"unicode"
	"unicode/utf8"

	"onrecord/quotes"
	"onrecord/quotes/text"
)

// dialogue finds what is said in a paragraph that begins with a dash, as
// dialogue does in French, Spanish, Russian and others: up to an aside
// ("—Vengo —dijo él—. Mañana."), and from there on. A line that does not end
// as a sentence does is a signature or an item of a list.
func dialogue(s string, paragraph int, p quotes.Span) []Quoted {
	r, n := utf8.DecodeRuneInString(s[p.Start:p.End])
	if r != '—' && r != '―' && r != '–' {
		return nil
	}
	if !endsSpeech(s[p.Start:p.End]) {
		return nil
	}
	var out []Quoted
	start, aside := p.Start, false
	add := func(end, outerEnd int, ending Ending) {
		span := quotes.Span{Start: start + n, End: end}
		if start > p.Start && span.Start < end && (s[span.Start] == '.' || s[span.Start] == ',') {
			span.Start++ // Spanish ends the aside's sentence after its dash
		}
		span = text.Trim(s, span)
		if !aside && hasLetter(s[span.Start:max(span.Start, span.End)]) {
			out = append(out, Quoted{Span: span, Outer: quotes.Span{Start: start, End: outerEnd}, Style: Dash, Ending: ending, Paragraph: paragraph})
		}
	}
	for i := p.Start + n; i < p.End; {
		c, size := utf8.DecodeRuneInString(s[i:p.End])
		if c == r && turns(s[:p.End], i, size, aside) {
			add(i, i, Closed)
			start, aside = i, !aside
		}
		i += size
	}
	add(p.End, p.End, Implicit)
	return out
}

// turns reports whether the dash at i begins an aside, or ends one.
func turns(s string, i, size int, aside bool) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, n := utf8.DecodeRuneInString(s[i+size:])
	spaceBefore, spaceAfter := text.IsSpace(before), n == 0 || text.IsSpace(after)
	switch {
	case spaceBefore && !spaceAfter:
		return !aside
	case !spaceBefore:
		return aside
	}
	// Spaced on both sides: Russian sets a comma or a full stop before it.
	trimmed := text.Trim(s, quotes.Span{Start: max(0, i-8), End: i})
	last, _ := utf8.DecodeLastRuneInString(s[:trimmed.End])
	return aside || last == ',' || last == '.' || last == '!' || last == '?' || last == '…'
}

func endsSpeech(p string) bool {
	for {
		r, n := utf8.DecodeLastRuneInString(p)
		switch {
		case n == 0:
			return false
		case r == ')' || r == ']' || r == '»' || r == '”' || r == '"':
			p = p[:len(p)-n]
		default:
			return r == '.' || r == '!' || r == '?' || r == '…' || r == '—' || r == '。'
		}
	}
}

func hasLetter(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return true
		}
	}
	return false
}
