package model

import (
	"cmp"
	"maps"
	"slices"
	"sync"
)

// lanes is how many candidates a machine word holds, a byte each.
const lanes = 8

// ones has a 1 in every byte, highs the highest bit.
const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

// Batch is the facts of several candidates, turned so that one word holds one
// fact of eight of them: a test then takes a few steps for all eight. All facts
// are under 64.
type Batch struct {
	n     int
	words []*[256]uint64 // by eight candidates, then by fact
}

// answerPool lends the answers by test of eight candidates: a byte is 1 where its candidate passes. They are as
// long as all tests of a forest, and hardly any article would fill their memory again.
var answerPool = sync.Pool{New: func() any { return new([]uint64) }}

// wide is a test as a batch asks it: a byte of x has, with from added, its highest bit set where the
// fact reaches the range, and with over added where it goes beyond.
type wide struct{ fact, from, over uint8 }

func widen(q Test) wide {
	w := wide{fact: q.Fact, from: 128 - min(q.Low, 128)}
	if end := int(q.Low) + int(q.Width) + 1; end < 128 {
		w.over = uint8(128 - end)
	}
	return w
}

// wideForest is a forest as a batch asks it: each test once, whichever trees have it, and the leaves
// apart from the tests, as they then take up no more of the processor's cache than they must.
type wideForest struct {
	tests  []wide
	open   int             // how many of them, the first ones, have no upper end
	trees  [][Depth]uint16 // the numbers of their tests
	leaves [][1 << Depth]int16
}

func widenForest(trees []Tree) wideForest {
	f := wideForest{trees: make([][Depth]uint16, len(trees)), leaves: make([][1 << Depth]int16, len(trees))}
	number := map[Test]uint16{}
	for i := range trees {
		f.leaves[i] = trees[i].Leaves
		for _, q := range trees[i].Tests {
			number[q] = 0
		}
	}
	for i, q := range slices.SortedFunc(maps.Keys(number), byEnd) {
		number[q] = uint16(i)
		f.tests = append(f.tests, widen(q))
		if f.tests[i].over == 0 {
			f.open = i + 1
		}
	}
	for i := range trees {
		for k, q := range trees[i].Tests {
			f.trees[i][k] = number[q]
		}
	}
	return f
}

// byEnd orders the tests without an upper end before the others, and each sort by their facts.
func byEnd(a, b Test) int {
	return cmp.Or(
		cmp.Compare(min(widen(a).over, 1), min(widen(b).over, 1)),
		cmp.Compare(a.Fact, b.Fact), cmp.Compare(a.Low, b.Low), cmp.Compare(a.Width, b.Width),
	)
}

// Reset empties the batch and keeps its memory.
func (b *Batch) Reset() { b.n = 0 }

// Add appends a candidate. All candidates have as many facts.
func (b *Batch) Add(x Facts) {
	group, lane := b.n/lanes, b.n%lanes
	if group == len(b.words) {
		b.words = append(b.words, new([256]uint64))
	}
	words := b.words[group]
	if lane == 0 {
		clear(words[:len(x)])
	}
	for i, v := range x {
		words[i] |= uint64(v) << (8 * lane)
	}
	b.n++
}

// Sums appends the forest's scores of the candidates to dst: each is what Sum gives.
func (f *Forest) Sums(b *Batch, dst []int32) []int32 {
	tests := f.wide.tests
	pooled := answerPool.Get().(*[]uint64)
	defer answerPool.Put(pooled)
	*pooled = slices.Grow((*pooled)[:0], len(tests))[:len(tests)]
	answers := (*pooled)[:len(tests)]
	for group := range (b.n + lanes - 1) / lanes {
		words := b.words[group]
		for i, q := range tests[:f.wide.open] {
			answers[i] = (words[q.fact] + uint64(q.from)*ones) & highs >> 7
		}
		for i, q := range tests[f.wide.open:] {
			x := words[q.fact]
			answers[f.wide.open+i] = (x + uint64(q.from)*ones) &^ (x + uint64(q.over)*ones) & highs >> 7
		}
		var sums [lanes]int32
		f.add(answers, b.n-group*lanes, &sums)
		for lane := range min(lanes, b.n-group*lanes) {
			dst = append(dst, sums[lane]/(Fine/Scale))
		}
	}
	return dst
}

// add adds to sums what the trees give to n candidates by the answers of all tests. Two pronouns of
// three have no more than four people before them, and speech is weighed alone, so that many lanes are
// left out.
func (f *Forest) add(answers []uint64, n int, sums *[lanes]int32) {
	const mask = 1<<Depth - 1
	w := &f.wide
	for i := range w.trees {
		leaves, weights := w.leaf(i, answers), &w.leaves[i]
		// Written out, since a loop over the lanes takes half as long again.
		sums[0] += int32(weights[leaves&mask])
		if n == 1 {
			continue
		}
		sums[1] += int32(weights[leaves>>8&mask])
		if n == 2 {
			continue
		}
		sums[2] += int32(weights[leaves>>16&mask])
		sums[3] += int32(weights[leaves>>24&mask])
		if n <= lanes/2 {
			continue
		}
		sums[4] += int32(weights[leaves>>32&mask])
		sums[5] += int32(weights[leaves>>40&mask])
		sums[6] += int32(weights[leaves>>48&mask])
		sums[7] += int32(weights[leaves>>56&mask])
	}
}

// leaf is the leaf of the tree at i that each lane falls in, a byte each.
func (f *wideForest) leaf(i int, answers []uint64) uint64 {
	asked := &f.trees[i]
	n := answers[asked[0]]
	n = 2*n + answers[asked[1]]
	n = 2*n + answers[asked[2]]
	n = 2*n + answers[asked[3]]
	n = 2*n + answers[asked[4]]
	return 2*n + answers[asked[5]]
}
