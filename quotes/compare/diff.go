package compare

import "slices"

// stretch is a run of words a[AStart:AEnd] of one wording against
// b[BStart:BEnd] of another, which differ; either may be empty.
type stretch struct{ aStart, aEnd, bStart, bEnd int }

// mostCells bounds the table of one exact comparison, and so the memory: up to
// it, about 500 words against 500, the longest common subsequence is found; of
// more, the words that both have once each part the comparison into smaller
// ones (as Bram Cohen's patience diff does), and where there is none, all of it
// counts as differing.
const mostCells = 1 << 18

// diff gives the stretches in which two lists of words differ, in order.
func diff(a, b []Word) []stretch {
	d := &differ{cells: make([]uint16, 0)}
	d.a, d.b = intern(a, b)
	d.compare(0, len(d.a), 0, len(d.b))
	var out []stretch
	i, j := 0, 0
	for _, p := range append(d.pairs, pair{len(a), len(b)}) {
		if i < p.a || j < p.b {
			out = append(out, stretch{i, p.a, j, p.b})
		}
		i, j = p.a+1, p.b+1
	}
	return joined(d.tidied(out, a), a)
}

// tidied moves what was left out, or put in, to where it reads as one piece.
// The longest common subsequence pairs a word with the first that will do; of
// "lightly. [-I know what-] The [-pier … that. The-] rest" this makes
// "lightly. [-I know what the pier … that.-] The rest".
func (d *differ) tidied(list []stretch, a []Word) []stretch {
	var out []stretch
	for _, s := range list {
		for len(out) > 0 {
			whole, ok := d.merged(out[len(out)-1], s)
			if !ok {
				break
			}
			s, out = whole, out[:len(out)-1]
		}
		out = append(out, s)
	}
	for i := range out {
		from, to := pair{}, pair{len(d.a), len(d.b)}
		if i > 0 {
			from = pair{out[i-1].aEnd, out[i-1].bEnd}
		}
		if i+1 < len(out) {
			to = pair{out[i+1].aStart, out[i+1].bStart}
		}
		if s := &out[i]; s.bStart == s.bEnd {
			d.slide(s, from, to, a)
		}
	}
	return out
}

// merged is two stretches left out, or two put in, as one, if the words between
// them are the last of the second again or the first of the first.
func (d *differ) merged(s, t stretch) (stretch, bool) {
	n := t.aStart - s.aEnd
	switch {
	case s.bStart == s.bEnd && t.bStart == t.bEnd:
		if n <= t.aEnd-t.aStart && slices.Equal(d.a[s.aEnd:t.aStart], d.a[t.aEnd-n:t.aEnd]) {
			return stretch{s.aStart, t.aEnd - n, s.bStart, s.bStart}, true
		}
		if n <= s.aEnd-s.aStart && slices.Equal(d.a[s.aEnd:t.aStart], d.a[s.aStart:s.aStart+n]) {
			return stretch{s.aStart + n, t.aEnd, t.bStart, t.bStart}, true
		}
	case s.aStart == s.aEnd && t.aStart == t.aEnd:
		if n <= t.bEnd-t.bStart && slices.Equal(d.b[s.bEnd:t.bStart], d.b[t.bEnd-n:t.bEnd]) {
			return stretch{s.aStart, s.aStart, s.bStart, t.bEnd - n}, true
		}
		if n <= s.bEnd-s.bStart && slices.Equal(d.b[s.bEnd:t.bStart], d.b[s.bStart:s.bStart+n]) {
			return stretch{t.aStart, t.aStart, s.bStart + n, t.bEnd}, true
		}
	}
	return s, false
}

// slide moves what was left out between the words from and to: to the quote's
// beginning or end if it can be there, else to where a sentence begins.
func (d *differ) slide(s *stretch, from, to pair, a []Word) {
	best := *s
	good := func(t stretch) int {
		switch {
		case t.bStart == 0 || t.bStart == len(d.b):
			return 2
		case t.aStart < len(a) && a[t.aStart].flags&opens != 0:
			return 1
		}
		return 0
	}
	try := func(t stretch) {
		if good(t) > good(best) {
			best = t
		}
	}
	for t := *s; t.aStart > from.a && t.bStart > from.b && d.a[t.aStart-1] == d.a[t.aEnd-1]; {
		t = stretch{t.aStart - 1, t.aEnd - 1, t.bStart - 1, t.bEnd - 1}
		try(t)
	}
	for t := *s; t.aEnd < to.a && t.bEnd < to.b && d.a[t.aStart] == d.a[t.aEnd]; {
		t = stretch{t.aStart + 1, t.aEnd + 1, t.bStart + 1, t.bEnd + 1}
		try(t)
	}
	*s = best
}

// intern numbers the words, those of one meaning alike.
func intern(a, b []Word) (x, y []int32) {
	l, ids := english(), map[string]int32{}
	number := func(words []Word) []int32 {
		out := make([]int32, len(words))
		for i := range words {
			key := words[i].Key
			if v, ok := l.values[key]; ok {
				key = v
			}
			id, ok := ids[key]
			if !ok {
				id = int32(len(ids))
				ids[key] = id
			}
			out[i] = id
		}
		return out
	}
	return number(a), number(b)
}

// pair is a word of a which is the same as one of b.
type pair struct{ a, b int }

type differ struct {
	a, b  []int32
	pairs []pair // in order
	cells []uint16
}

// compare pairs the words of a[i:iEnd] with those of b[j:jEnd].
func (d *differ) compare(i, iEnd, j, jEnd int) {
	for i < iEnd && j < jEnd && d.a[i] == d.b[j] {
		d.pairs = append(d.pairs, pair{i, j})
		i, j = i+1, j+1
	}
	tail := 0
	for i < iEnd-tail && j < jEnd-tail && d.a[iEnd-1-tail] == d.b[jEnd-1-tail] {
		tail++
	}
	iEnd, jEnd = iEnd-tail, jEnd-tail
	switch {
	case i == iEnd || j == jEnd:
	case (iEnd-i+1)*(jEnd-j+1) <= mostCells:
		d.exact(i, iEnd, j, jEnd)
	default:
		for _, p := range d.anchors(i, iEnd, j, jEnd) {
			d.compare(i, p.a, j, p.b)
			d.pairs = append(d.pairs, p)
			i, j = p.a+1, p.b+1
		}
		if (iEnd-i+1)*(jEnd-j+1) <= mostCells {
			d.compare(i, iEnd, j, jEnd)
		}
	}
	for k := range tail {
		d.pairs = append(d.pairs, pair{iEnd + k, jEnd + k})
	}
}

// exact finds the longest common subsequence.
func (d *differ) exact(i, iEnd, j, jEnd int) {
	n, m := iEnd-i, jEnd-j
	d.cells = slices.Grow(d.cells[:0], (n+1)*(m+1))[:(n+1)*(m+1)]
	clear(d.cells)
	at := func(x, y int) *uint16 { return &d.cells[x*(m+1)+y] } // of a[i+x:], b[j+y:]
	for x := n - 1; x >= 0; x-- {
		for y := m - 1; y >= 0; y-- {
			if d.a[i+x] == d.b[j+y] {
				*at(x, y) = *at(x+1, y+1) + 1
			} else {
				*at(x, y) = max(*at(x+1, y), *at(x, y+1))
			}
		}
	}
	for x, y := 0, 0; x < n && y < m; {
		switch {
		case d.a[i+x] == d.b[j+y]:
			d.pairs = append(d.pairs, pair{i + x, j + y})
			x, y = x+1, y+1
		case *at(x+1, y) >= *at(x, y+1):
			x++
		default:
			y++
		}
	}
}

// anchors are words that stand once in either stretch, as many of them as are
// in the same order in both.
func (d *differ) anchors(i, iEnd, j, jEnd int) []pair {
	type seen struct{ inA, inB, a, b int }
	words := map[int32]*seen{}
	of := func(id int32) *seen {
		if words[id] == nil {
			words[id] = &seen{}
		}
		return words[id]
	}
	for x := i; x < iEnd; x++ {
		s := of(d.a[x])
		s.inA, s.a = s.inA+1, x
	}
	for y := j; y < jEnd; y++ {
		s := of(d.b[y])
		s.inB, s.b = s.inB+1, y
	}
	var once []pair
	for x := i; x < iEnd; x++ {
		if s := words[d.a[x]]; s.inA == 1 && s.inB == 1 {
			once = append(once, pair{x, s.b})
		}
	}
	return increasing(once)
}

// increasing is the longest subsequence of pairs whose b increases.
func increasing(pairs []pair) []pair {
	var ends []int // ends[k]: the pair that ends the best run of k+1
	before := make([]int, len(pairs))
	for i, p := range pairs {
		k, _ := slices.BinarySearchFunc(ends, p.b, func(e, b int) int { return pairs[e].b - b })
		before[i] = -1
		if k > 0 {
			before[i] = ends[k-1]
		}
		if k == len(ends) {
			ends = append(ends, i)
		} else {
			ends[k] = i
		}
	}
	out := make([]pair, len(ends))
	if len(ends) > 0 {
		for i, k := ends[len(ends)-1], len(ends)-1; k >= 0; i, k = before[i], k-1 {
			out[k] = pairs[i]
		}
	}
	return out
}

// chance is up to how many function words between two replacements are alike
// by chance: "[-in the harbour-]{+at the port+}" reads better than its words.
const chance = 2

// joined makes one of replacements which only function words part.
func joined(list []stretch, a []Word) []stretch {
	var out []stretch
	for _, s := range list {
		if n := len(out); n > 0 && replaces(out[n-1]) && replaces(s) && s.aStart-out[n-1].aEnd <= chance &&
			!slices.ContainsFunc(a[out[n-1].aEnd:s.aStart], func(w Word) bool { return w.class&(function|negation) != function }) {
			out[n-1].aEnd, out[n-1].bEnd = s.aEnd, s.bEnd
			continue
		}
		out = append(out, s)
	}
	return out
}

func replaces(s stretch) bool { return s.aStart < s.aEnd && s.bStart < s.bEnd }
