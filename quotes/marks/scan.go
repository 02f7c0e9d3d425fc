package marks

import (
	"cmp"
	"slices"

	"onrecord/quotes"
	"onrecord/quotes/text"
)

// Scan finds every stretch between quote marks, in the order in which they
// begin, a stretch before those inside it. Time and memory are linear in s,
// whatever its marks.
func Scan(s string, paragraphs []text.Paragraph) []Quoted {
	sc := &scanner{s: s, paragraphs: paragraphs}
	sc.collect()
	for i := range paragraphs {
		sc.pairDoubles(i)
	}
	sc.singles = sc.singlesArePrimary()
	var out []Quoted
	for i := range paragraphs {
		found := sc.pairSingles(i)
		if len(found) == 0 {
			found = dialogue(s, i, paragraphs[i].Span)
		}
		for k := range found {
			q := &found[k]
			q.Primary = q.Style != Dash && (q.Style != Single || sc.singles || paragraphs[i].Heading)
		}
		out = place(out, found)
	}
	link(out, paragraphs)
	return out
}

// scanner holds what the passes over one article share.
type scanner struct {
	s          string
	paragraphs []text.Paragraph
	marks      []mark
	first      []int      // of each paragraph's marks, and of those after the last
	doubles    [][]Quoted // of each paragraph, in order
	singles    bool       // single marks are the article's first choice

	pairer   pairer
	row      []*mark
	weights  []weight
	readings []reading
}

func (sc *scanner) collect() {
	sc.first = make([]int, 0, len(sc.paragraphs)+1)
	sc.doubles = make([][]Quoted, len(sc.paragraphs))
	for _, p := range sc.paragraphs {
		sc.first = append(sc.first, len(sc.marks))
		sc.marks = collect(sc.marks, sc.s, p.Span)
	}
	sc.first = append(sc.first, len(sc.marks))
}

// of are the marks of paragraph i.
func (sc *scanner) of(i int) []mark { return sc.marks[sc.first[i]:sc.first[i+1]] }

// opensWith reports whether paragraph i begins with an opener of the style.
func (sc *scanner) opensWith(i int, style func(Style) bool) bool {
	if i >= len(sc.paragraphs) {
		return false
	}
	marks := sc.of(i)
	if len(marks) == 0 {
		return false
	}
	m := &marks[0]
	if !style(m.glyph.style) || text.Trim(sc.s, quotes.Span{Start: sc.paragraphs[i].Start, End: m.Start}).Len() > 0 {
		return false
	}
	w := weighDouble(sc.s, m)
	if m.glyph.style == Single {
		w = weighSingle(sc.s, m)
	}
	return w.open <= w.close && w.open <= w.skip
}

func isSingle(s Style) bool { return s == Single }
func isSure(s Style) bool   { return s != Single }

// pairDoubles pairs the sure marks of paragraph i.
func (sc *scanner) pairDoubles(i int) {
	sc.row, sc.weights = sc.row[:0], sc.weights[:0]
	marks := sc.of(i)
	sc.row, sc.weights = slices.Grow(sc.row, len(marks)), slices.Grow(sc.weights, len(marks))
	for k := range marks {
		if m := &marks[k]; m.glyph.style != Single {
			sc.row = append(sc.row, m)
			sc.weights = append(sc.weights, weighDouble(sc.s, m))
		}
	}
	if len(sc.row) == 0 {
		return
	}
	r := rules{depth: maxDepth, lossy: true, continues: costImplicit}
	if sc.opensWith(i+1, isSure) {
		r.continues = costContinued
	}
	sc.doubles[i] = sc.read(nil, i, sc.paragraphs[i].Span, r)
}

// read pairs the current row within bounds and appends the stretches to dst,
// in order.
func (sc *scanner) read(dst []Quoted, paragraph int, bounds quotes.Span, r rules) []Quoted {
	sc.readings = sc.pairer.pair(sc.row, sc.weights, r, sc.readings)
	if r.lossy && damaged(sc.readings) {
		r.places, r.looked = attributions(sc.s, bounds), true
		sc.readings = sc.pairer.pair(sc.row, sc.weights, r, sc.readings)
	}
	b := builder{
		s: sc.s, paragraph: paragraph, bounds: bounds, row: sc.row, readings: sc.readings, out: dst,
		places: r.places, goesOn: r.continues == costContinued, floor: bounds.Start,
	}
	from := len(dst)
	out := b.build()
	sortStretches(out[from:])
	return out
}

// damaged reports whether marks are missing: openers and closers do not match.
func damaged(readings []reading) bool {
	depth := 0
	for _, r := range readings {
		switch r {
		case readOpen:
			depth++
		case readClose:
			depth--
		case readReopen, readStray:
			return true
		}
	}
	return depth > 0
}

func sortStretches(q []Quoted) {
	slices.SortFunc(q, func(a, b Quoted) int {
		return cmp.Or(cmp.Compare(a.Outer.Start, b.Outer.Start), cmp.Compare(b.Outer.End, a.Outer.End))
	})
}

// place appends a paragraph's stretches, in order, and says which stands in
// which.
func place(out, found []Quoted) []Quoted {
	var around []int
	for _, q := range found {
		for len(around) > 0 && out[around[len(around)-1]].Outer.End < q.Outer.End {
			around = around[:len(around)-1]
		}
		for len(around) > 0 && !out[around[len(around)-1]].Span.Contains(q.Outer) {
			around = around[:len(around)-1]
		}
		q.Depth, q.Parent, q.Continues = len(around), -1, -1
		if len(around) > 0 {
			q.Parent = around[len(around)-1]
		}
		around = append(around, len(out))
		out = append(out, q)
	}
	return out
}

// link joins a stretch that its paragraph leaves open to the one which opens
// the next paragraph with the same sort of mark.
func link(out []Quoted, paragraphs []text.Paragraph) {
	last := -1 // outermost stretch that its paragraph left open
	for i := range out {
		q := &out[i]
		if q.Depth > 0 {
			continue
		}
		if last >= 0 && out[last].Paragraph+1 == q.Paragraph && q.Outer.Start == paragraphs[q.Paragraph].Start &&
			q.Style == out[last].Style {
			out[last].Ending, q.Continues = Continued, last
		}
		last = -1
		if q.Ending == Implicit && q.Style != Dash {
			last = i
		}
	}
}
