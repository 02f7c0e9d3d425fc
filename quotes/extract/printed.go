package extract

import (
	"sort"
	"strings"

	"onrecord/quotes"
	"onrecord/quotes/text"
)

// softHyphen shows a browser where a word may be broken; nobody sees it otherwise.
const softHyphen = "\u00ad"

// printed is an article's text by offsets into the text that is read: the same
// without its soft hyphens, which would part "Wal-cott" into two names.
type printed struct {
	text  string
	index *text.RuneIndex
	// cuts are the offsets in the text that is read at which a soft hyphen was left out.
	cuts []int
}

// readable is s without its soft hyphens, and s by offsets into that, in bytes.
func readable(s string) (string, *printed) {
	p := &printed{text: s, index: text.NewRuneIndex(s)}
	if !strings.Contains(s, softHyphen) {
		return s, p
	}
	var out strings.Builder
	out.Grow(len(s))
	for before, after, ok := strings.Cut(s, softHyphen); ; before, after, ok = strings.Cut(after, softHyphen) {
		out.WriteString(before)
		if !ok {
			return out.String(), p
		}
		p.cuts = append(p.cuts, out.Len())
	}
}

// begin is where what begins at b begins in the text as printed, in bytes.
func (p *printed) begin(b int) int {
	return b + len(softHyphen)*sort.Search(len(p.cuts), func(i int) bool { return p.cuts[i] > b })
}

// end is where what ends at b ends.
func (p *printed) end(b int) int { return b + len(softHyphen)*sort.SearchInts(p.cuts, b) }

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
