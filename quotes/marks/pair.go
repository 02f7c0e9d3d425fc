package marks

import (
	"slices"

	"onrecord/quotes"
)

// What pairing costs beyond the reading of each mark, in the unit of cost.
const (
	costMissing     = 40 // a mark that must have been there
	costNowhere     = 15 // the same, where nothing shows where it was
	costNestSame    = 60 // a mark of the same sort inside its own sort, straight
	costNestCurly   = 15 // the same, where a curly mark says so
	costNestOther   = 3  // another sort of mark inside
	costOtherCloser = 40 // a stretch closed by another sort than opened it
	costMixed       = 3  // straight closes curly or the other way round
	costImplicit    = 30 // the paragraph ends inside, the next does not open
	costContinued   = 5  // the paragraph ends inside, the next opens
	costLateOpener  = 10 // the same, but the opener does not begin its paragraph
)

// maxDepth is how many stretches of sure marks nest; deeper marks are skipped.
const maxDepth = 3

// reading is what a mark was taken for.
type reading uint8

const (
	readSkip   reading = iota
	readOpen           // a stretch begins
	readClose          // the stretch ends
	readReopen         // a stretch begins, and the one before lost its closer
	readStray          // a closer whose opener was lost
)

// rules say what a paragraph's pairing may cost.
type rules struct {
	depth     int  // stretches that may nest
	lossy     bool // marks may be missing
	continues cost // what it costs to end inside
	// places are where a lost closer may have stood, once they were looked
	// for.
	places []int
	looked bool
}

// missing is what it costs that the stretch which outer opened lost its closer
// before m.
func (r *rules) missing(outer, m *mark) cost {
	if r.looked {
		if _, ok := firstIn(r.places, quotes.Span{Start: outer.End, End: m.Start}); !ok {
			return costMissing + costNowhere
		}
	}
	return costMissing
}

// step is how the cheapest way reached a depth after one mark.
type step struct {
	from uint8
	read reading
}

// path is the cheapest way to a depth.
type path struct {
	cost  cost
	stack [maxDepth]int32 // the marks that are open
}

// pairer finds the cheapest reading of a row of marks. Its slices are reused.
type pairer struct {
	steps [][maxDepth + 1]step
}

// pair gives each mark its reading, in out. It is a shortest path over
// (mark, depth): linear in the marks.
func (p *pairer) pair(marks []*mark, weights []weight, r rules, out []reading) []reading {
	p.steps = slices.Grow(p.steps[:0], len(marks))
	now := unreached()
	now[0].cost = 0
	for i := range marks {
		next := unreached()
		p.steps = append(p.steps, [maxDepth + 1]step{})
		for d := 0; d <= r.depth; d++ {
			if now[d].cost < never {
				p.extend(marks, i, weights[i], &r, d, &now[d], &next)
			}
		}
		now = next
	}
	depth, least := 0, now[0].cost
	for d := 1; d <= r.depth && r.lossy; d++ {
		if now[d].cost >= never {
			continue
		}
		c := now[d].cost + r.continues + cost(d-1)*costMissing
		if marks[now[d].stack[0]].left != edge {
			c += costLateOpener
		}
		if c < least {
			depth, least = d, c
		}
	}
	out = append(out[:0], make([]reading, len(marks))...)
	for i := len(marks) - 1; i >= 0; i-- {
		s := p.steps[i][depth]
		out[i] = s.read
		depth = int(s.from)
	}
	return out
}

func unreached() (paths [maxDepth + 1]path) {
	for d := range paths {
		paths[d].cost = never
	}
	return paths
}

// extend tries every reading of mark i on the way that has reached depth d.
func (p *pairer) extend(marks []*mark, i int, w weight, r *rules, d int, way *path, next *[maxDepth + 1]path) {
	relax := func(to int, c cost, read reading) {
		c += way.cost
		if c >= next[to].cost {
			return
		}
		next[to] = path{cost: c, stack: way.stack}
		if read == readOpen || read == readReopen {
			next[to].stack[to-1] = int32(i)
		}
		p.steps[i][to] = step{uint8(d), read}
	}
	relax(d, w.skip, readSkip)
	if d == 0 {
		relax(1, w.open, readOpen)
		if r.lossy {
			relax(0, w.close+costMissing, readStray)
		}
		return
	}
	top := marks[way.stack[d-1]]
	relax(d-1, w.close+closing(top, marks[i]), readClose)
	if d < r.depth {
		relax(d+1, w.open+nesting(top, marks[i]), readOpen)
	}
	if r.lossy {
		relax(d, w.open+r.missing(top, marks[i]), readReopen)
	}
}

// nesting is what it costs that m opens inside the stretch that outer opened.
func nesting(outer, m *mark) cost {
	switch {
	case outer.glyph.style != m.glyph.style:
		return costNestOther
	case m.glyph.prior == opens && outer.glyph.prior == opens:
		return costNestCurly
	}
	return costNestSame
}

// closing is what it costs that m closes what opener opened.
func closing(opener, m *mark) cost {
	switch {
	case opener.glyph.style != m.glyph.style:
		return costOtherCloser
	case (opener.glyph.prior == neither) != (m.glyph.prior == neither):
		return costMixed
	}
	return 0
}
