package model

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

// wideTree is a tree as a batch asks it. A test that a tree asks again and again at
// its end, as it has no better, is asked once.
type wideTree struct {
	tests  [Depth]wide
	levels int
	leaves [1 << Depth]int16 // by the answers to the tests asked, then zeros
}

// wide is a test as a batch asks it: of a byte of x, x+from has the highest bit
// set where the fact reaches the range, and x+over where it goes beyond.
type wide struct {
	from, over uint64
	fact       uint8
}

func (w *wideTree) widen(t *Tree) {
	w.levels, w.leaves = Depth, t.Leaves
	for w.levels > 1 && t.Tests[w.levels-1] == t.Tests[w.levels-2] {
		w.levels--
	}
	for k, q := range t.Tests {
		w.tests[k] = widen(q)
	}
	again := 1<<(Depth-w.levels) - 1 // the bits of the answers that are left out
	for i := 0; i < len(w.leaves); i += again + 1 {
		if i&(again+1) != 0 {
			w.leaves[i] = t.Leaves[i|again]
		}
	}
}

func widen(q Test) wide {
	w := wide{fact: q.Fact, from: uint64(128-min(q.Low, 128)) * ones}
	if end := int(q.Low) + int(q.Width) + 1; end < 128 {
		w.over = uint64(128-end) * ones
	}
	return w
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
	for group := range (b.n + lanes - 1) / lanes {
		words := b.words[group]
		var sums [lanes]int32
		for i := range f.wide {
			t := &f.wide[i]
			leaves := uint64(0)
			for k := range t.levels {
				q := &t.tests[k]
				x := words[q.fact]
				leaves = leaves<<1 | ((x+q.from)&^(x+q.over)&highs)>>7
			}
			leaves <<= Depth - t.levels
			for lane := range sums {
				sums[lane] += int32(t.leaves[leaves>>(8*lane)&(1<<Depth-1)])
			}
		}
		for lane := range min(lanes, b.n-group*lanes) {
			dst = append(dst, sums[lane]/(Fine/Scale))
		}
	}
	return dst
}
