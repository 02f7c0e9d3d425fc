package marks

import (
	"unicode"
	"unicode/utf8"

	"onrecord/quotes"
	"onrecord/quotes/text"
)

// builder turns a row's readings into stretches.
type builder struct {
	s         string
	paragraph int
	bounds    quotes.Span
	row       []*mark
	readings  []reading
	out       []Quoted
	stack     []int // rows of the open marks
	places    []int // where a lost closer may have stood
	goesOn    bool  // the next paragraph opens again
	reach     int   // how far the stretches added so far go
	floor     int   // where the last stretch outside all others ended
}

func (b *builder) build() []Quoted {
	for i, r := range b.readings {
		m := b.row[i]
		switch r {
		case readOpen:
			b.stack = append(b.stack, i)
		case readClose:
			b.add(b.pop(), i, m.Start, m.End, Closed)
		case readReopen:
			end, _ := firstIn(b.places, quotes.Span{Start: b.row[b.stack[len(b.stack)-1]].End, End: m.Start})
			b.add(b.pop(), i, end, end, Damaged)
			b.stack = append(b.stack, i)
		case readStray:
			b.addStray(i)
		}
	}
	for len(b.stack) > 0 {
		end, ending := b.lostEnd()
		b.add(b.pop(), len(b.row), end, end, ending)
	}
	return b.out
}

// lostEnd is where the stretch ends that is open when the paragraph ends: with
// the paragraph, or before the words that say who spoke. Where the next
// paragraph opens again those words have to be the paragraph's last: what is
// quoted may well hold such words too.
func (b *builder) lostEnd() (int, Ending) {
	opened := b.row[b.stack[len(b.stack)-1]].End
	last := b.row[len(b.row)-1].End // inner stretches stay whole
	end, ok := firstIn(b.places, quotes.Span{Start: max(opened, last), End: b.bounds.End})
	if ok && len(b.stack) == 1 && (!b.goesOn || b.bounds.End-end <= lastWords) {
		return end, Damaged
	}
	if len(b.stack) == 1 && !b.goesOn && last <= opened && isPartial(b.s, b.bounds.Start, opened) {
		if sentences := text.Sentences(b.s[:b.bounds.End], quotes.Span{Start: opened, End: b.bounds.End}); len(sentences) > 0 {
			return sentences[0].End, Damaged
		}
	}
	return b.bounds.End, Implicit
}

// isPartial reports whether what a mark opens at i is a piece of a sentence:
// it begins with a small letter, after a word.
func isPartial(s string, start, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return i > start+1 && unicode.IsLower(r)
}

// lastWords is how long the words that say who spoke may be at the end of a
// paragraph.
const lastWords = 60

func (b *builder) pop() int {
	top := b.stack[len(b.stack)-1]
	b.stack = b.stack[:len(b.stack)-1]
	return top
}

// add adds the stretch which the mark at row opened, unless nothing is in it.
func (b *builder) add(row, next, end, outerEnd int, ending Ending) {
	o := b.row[row]
	if len(b.stack) == 0 {
		b.floor = outerEnd
	}
	span := quotes.Span{Start: o.End, End: end}
	// Marks of its own sort that were skipped do not belong to the words.
	for k := row + 1; k < next && b.skippable(k, o) && b.blank(span.Start, b.row[k].Start); k++ {
		span.Start = b.row[k].End
	}
	for k := next - 1; k > row && b.row[k].Start >= max(span.Start, b.reach) && b.row[k].End <= span.End && b.skippable(k, o) && b.blank(b.row[k].End, span.End); k-- {
		span.End = b.row[k].Start
	}
	b.append(span, quotes.Span{Start: o.Start, End: outerEnd}, o.glyph.style, ending)
}

// addStray adds the stretch before a closer whose opener was lost.
func (b *builder) addStray(i int) {
	m := b.row[i]
	if b.floor > m.Start {
		return
	}
	start, ok := lostOpener(b.s, quotes.Span{Start: b.floor, End: m.Start}, b.bounds.Start)
	if !ok {
		b.floor = m.End
		return
	}
	span := text.Trim(b.s, quotes.Span{Start: start, End: m.Start})
	for k := i - 1; k >= 0 && b.row[k].Start >= span.Start && b.row[k].End <= span.End && b.skippable(k, m) && b.blank(b.row[k].End, span.End); k-- {
		span.End = b.row[k].Start
	}
	for k := i - 1; k >= 0 && b.row[k].End > span.Start; k-- {
		if b.row[k].Start <= span.Start && b.readings[k] == readSkip && b.row[k].glyph.style == m.glyph.style {
			span.Start = b.row[k].End
		}
	}
	b.floor = m.End
	b.append(span, quotes.Span{Start: span.Start, End: m.End}, m.glyph.style, Damaged)
}

func (b *builder) skippable(k int, o *mark) bool {
	return b.readings[k] == readSkip && b.row[k].glyph.style == o.glyph.style && o.glyph.style != Single
}

func (b *builder) blank(from, to int) bool {
	return from >= to || text.Trim(b.s, quotes.Span{Start: from, End: to}).Empty()
}

func (b *builder) append(span, outer quotes.Span, style Style, ending Ending) {
	if span.Start > span.End {
		return
	}
	span = text.Trim(b.s, span)
	if !says(b.s, span) || isAttribute(b.s, outer) {
		return
	}
	b.reach = max(b.reach, outer.End)
	b.out = append(b.out, Quoted{Span: span, Outer: outer, Style: style, Ending: ending, Paragraph: b.paragraph})
}

// isAttribute reports whether the marks follow an equals sign, as those around
// the attributes of markup do (href="…").
func isAttribute(s string, outer quotes.Span) bool {
	return outer.Start >= 2 && s[outer.Start-1] == '=' && asciiLetter(s[outer.Start-2])
}

func asciiLetter(c byte) bool { return (c|0x20)-'a' < 26 }

// says reports whether anything but marks and space is in the span.
func says(s string, span quotes.Span) bool {
	for i := span.Start; i < span.End; {
		if g := glyphAt(s, i); g != nil && i+len(g.text) <= span.End {
			i += len(g.text)
			continue
		}
		switch c := classAfter(s, i, span.End); c {
		case space, invisible, edge:
			_, n := utf8.DecodeRuneInString(s[i:])
			i += n
		default:
			return true
		}
	}
	return false
}
