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
	words [][]uint64 // by eight candidates, then by fact
}

// Reset empties the batch and keeps its memory.
func (b *Batch) Reset() { b.n = 0 }

// Add appends a candidate. All candidates have as many facts.
func (b *Batch) Add(x Facts) {
	group, lane := b.n/lanes, b.n%lanes
	if group == len(b.words) {
		b.words = append(b.words, make([]uint64, len(x)))
	}
	words := b.words[group]
	if lane == 0 {
		clear(words)
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
			t := &f.trees[i]
			leaves := uint64(0)
			for _, q := range t.Tests {
				// A byte's highest bit tells whether the fact reaches the range, and
				// whether it goes beyond.
				x := words[q.Fact]
				reaches := x + uint64(128-q.Low)*ones
				beyond := uint64(0)
				if end := int(q.Low) + int(q.Width) + 1; end < 128 {
					beyond = x + uint64(128-end)*ones
				}
				leaves = leaves<<1 | (reaches&^beyond&highs)>>7
			}
			for lane := range sums {
				sums[lane] += int32(t.Leaves[leaves>>(8*lane)&(1<<Depth-1)])
			}
		}
		for lane := range min(lanes, b.n-group*lanes) {
			dst = append(dst, sums[lane]/(Fine/Scale))
		}
	}
	return dst
}
