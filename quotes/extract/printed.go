package extract

import (
	"sort"
	"strings"
	"unicode/utf8"

	"onrecord/quotes"
	"onrecord/quotes/text"
)

// printed is an article's text by offsets into the text that is read: the same without the characters
// that show nothing, which would part "Wal-cott" into two names and a word from its mark, and with spaces
// for control characters.
type printed struct {
	text  string
	index *text.RuneIndex
	cuts  []cut // in order
}

// cut is where characters of the text as printed are left out in the text that is read, in bytes.
type cut struct {
	at      int // in the text that is read
	through int // how many bytes are left out up to here, and here
}

// readable is s without the characters that show nothing (text.Unseen) and with spaces for control characters
// (text.Control), and s by offsets into that, in bytes.
func readable(s string) (string, *printed) {
	p := &printed{text: s, index: text.NewRuneIndex(s)}
	var out strings.Builder
	kept := 0 // what s holds before is in out, but for what is left out
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if text.Control(c) {
				out.WriteString(s[kept:i])
				out.WriteByte(' ')
				kept = i + 1
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if text.Unseen(r) {
			out.WriteString(s[kept:i])
			kept = i + n
			p.cuts = append(p.cuts, cut{out.Len(), kept - out.Len()})
		}
		i += n
	}
	if kept == 0 {
		return s, p
	}
	out.WriteString(s[kept:])
	return out.String(), p
}

// begin is where what begins at b begins in the text as printed, in bytes.
func (p *printed) begin(b int) int { return b + p.before(b+1) }

// end is where what ends at b ends.
func (p *printed) end(b int) int { return b + p.before(b) }

// before is how many bytes are left out before offset b of the text that is read.
func (p *printed) before(b int) int {
	n := sort.Search(len(p.cuts), func(i int) bool { return p.cuts[i].at >= b })
	if n == 0 {
		return 0
	}
	return p.cuts[n-1].through
}

// span is a stretch of the text that is read, in bytes, as it is printed.
func (p *printed) span(s quotes.Span) quotes.Span {
	if len(p.cuts) == 0 {
		return s
	}
	begin := p.begin(s.Start)
	return quotes.Span{Start: begin, End: max(begin, p.end(s.End))}
}

// passage is s as a passage in code points.
func (p *printed) passage(s quotes.Span) *quotes.Passage {
	s = p.span(s)
	r := p.index.ToRunes(s)
	return &quotes.Passage{Text: p.text[s.Start:s.End], Start: r.Start, End: r.End}
}

// parts are the parts of one quote in code points, and its text.
func (p *printed) parts(read []quotes.Span) (spans []quotes.Span, joined string) {
	spans = make([]quotes.Span, len(read))
	for i, part := range read {
		spans[i] = p.span(part)
	}
	joined = quotes.JoinSpans(p.text, spans)
	for i := range spans {
		spans[i] = p.index.ToRunes(spans[i])
	}
	return spans, joined
}
