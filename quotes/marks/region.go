package marks

// singlesArePrimary decides whether the article sets its quotes between single
// marks, as British papers do, from those that close after a comma or a full
// stop outside all double marks, against the pairs of double marks. Such a
// closer is never an apostrophe.
func (sc *scanner) singlesArePrimary() bool {
	openers, closers, doubles := 0, 0, 0
	for i, p := range sc.paragraphs {
		if p.Heading {
			continue
		}
		doubles += len(sc.doubles[i])
		sc.eachSingle(i, func(m *mark, region int) {
			if region >= 0 {
				return
			}
			w := weighSingle(sc.s, m)
			switch {
			case w.open < w.skip && w.open < w.close:
				openers++
			case m.left == stop && w.close < w.skip && w.close < w.open:
				closers++
			}
		})
	}
	return min(openers, closers) > doubles
}

// eachSingle visits the single marks of paragraph i in order, each with the
// index of the innermost double stretch around it, or -1.
func (sc *scanner) eachSingle(i int, visit func(m *mark, region int)) {
	marks, doubles := sc.of(i), sc.doubles[i]
	var around []int
	next := 0
	for k := range marks {
		m := &marks[k]
		if m.glyph.style != Single {
			continue
		}
		for next < len(doubles) && doubles[next].Outer.Start <= m.Start {
			for len(around) > 0 && doubles[around[len(around)-1]].Outer.End <= doubles[next].Outer.Start {
				around = around[:len(around)-1]
			}
			around = append(around, next)
			next++
		}
		for len(around) > 0 && doubles[around[len(around)-1]].Outer.End <= m.Start {
			around = around[:len(around)-1]
		}
		region := -1
		if len(around) > 0 {
			region = around[len(around)-1]
		}
		visit(m, region)
	}
}

// pairSingles pairs the single marks of paragraph i, inside each double
// stretch and outside all of them apart, and gives all the paragraph's
// stretches in order.
func (sc *scanner) pairSingles(i int) []Quoted {
	doubles := sc.doubles[i]
	var regions []int
	var singles []*mark
	sc.eachSingle(i, func(m *mark, region int) {
		regions, singles = append(regions, region+1), append(singles, m)
	})
	if len(singles) == 0 {
		return doubles
	}
	found := append([]Quoted(nil), doubles...)
	ordered, starts := bucket(singles, regions, len(doubles)+1)
	for region := range len(doubles) + 1 {
		row := ordered[starts[region]:starts[region+1]]
		if len(row) == 0 {
			continue
		}
		found = sc.readSingles(found, i, region-1, row)
	}
	sortStretches(found)
	return found
}

// bucket orders marks by region, stable, and says where each region starts.
func bucket(singles []*mark, regions []int, n int) (ordered []*mark, starts []int) {
	starts = make([]int, n+1)
	for _, r := range regions {
		starts[r+1]++
	}
	for r := range n {
		starts[r+1] += starts[r]
	}
	at := append([]int(nil), starts...)
	ordered = make([]*mark, len(singles))
	for k, r := range regions {
		ordered[at[r]] = singles[k]
		at[r]++
	}
	return ordered, starts
}

// readSingles pairs the single marks of one region: inside a double stretch,
// or outside all (-1). Only where single marks are the article's first choice
// may one be missing; elsewhere one without its fellow is an apostrophe.
func (sc *scanner) readSingles(dst []Quoted, paragraph, region int, row []*mark) []Quoted {
	p := sc.paragraphs[paragraph]
	bounds := p.Span
	if region >= 0 {
		bounds = sc.doubles[paragraph][region].Span
	}
	r := rules{depth: 1, continues: costImplicit}
	if region < 0 && sc.singles && !p.Heading {
		r.lossy = true
		if sc.opensWith(paragraph+1, isSingle) {
			r.continues = costContinued
		}
	}
	sc.row, sc.weights = row, sc.weights[:0]
	for _, m := range row {
		w := weighSingle(sc.s, m)
		if r.lossy && w.open == 0 && w.skip >= apostropheSkip {
			w.skip = 50 // as sure an opener as a double mark
		}
		sc.weights = append(sc.weights, w)
	}
	from := len(dst)
	dst = sc.read(dst, paragraph, bounds, r)
	sc.row = nil
	if region < 0 && r.lossy {
		clearHoles(dst[from:], sc.doubles[paragraph])
	}
	return dst
}

// clearHoles moves guessed ends of single stretches out of the double ones
// that they would cut.
func clearHoles(singles, doubles []Quoted) {
	next := 0
	for i := range singles {
		q := &singles[i]
		for next < len(doubles) && doubles[next].Outer.End <= q.Span.Start {
			next++
		}
		for k := next; k < len(doubles) && doubles[k].Outer.Start < q.Span.End; k++ {
			d := doubles[k].Outer
			if d.Start < q.Span.Start && q.Ending == Damaged {
				move := q.Outer.Start == q.Span.Start
				q.Span.Start = d.Start
				if move {
					q.Outer.Start = d.Start
				}
			}
			if d.End > q.Span.End {
				q.Span.End = d.Start
			}
		}
	}
}
