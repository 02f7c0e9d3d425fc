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

// wide is a test as a batch asks it: of a byte of x, x+from has the highest bit
// set where the fact reaches the range, and x+over where it goes beyond.
type wide struct {
	from, over uint64
	fact       uint8
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
		for i := range f.trees {
			leaves := uint64(0)
			for k := range f.wide[i] {
				q := &f.wide[i][k]
				x := words[q.fact]
				leaves = leaves<<1 | ((x+q.from)&^(x+q.over)&highs)>>7
			}
			t := &f.trees[i].Leaves
			for lane := range sums {
				sums[lane] += int32(t[leaves>>(8*lane)&(1<<Depth-1)])
			}
		}
		for lane := range min(lanes, b.n-group*lanes) {
			dst = append(dst, sums[lane]/(Fine/Scale))
		}
	}
	return dst
}
