package model

// Facts are what a forest judges by: small numbers by the number of the fact.
type Facts []uint8

// Bit is value where b holds, else 0: facts are sums of such.
func Bit(b bool, value uint8) uint8 {
	if b {
		return value
	}
	return 0
}

// UpTo is n as a fact: at most most, 0 for what is below.
func UpTo[T int | int32 | uint8](n, most T) uint8 { return uint8(max(0, min(n, most))) }

// Test asks whether a fact lies in a range: from Low to Low+Width.
type Test struct{ Fact, Low, Width uint8 }

// Depth is how many tests a tree asks. Its leaves are 1<<Depth.
const Depth = 6

// Tree asks the same tests of everybody and gives, by the answers, a weight.
// The first answer is the highest bit of the leaf's number, set where it holds.
type Tree struct {
	Tests  [Depth]Test
	Leaves [1 << Depth]int16 // in units of 1/Fine nat
}

// Fine is how many units of a leaf make one nat.
const Fine = 8 * Scale

// Leaf is the number of the leaf that x falls in.
func (t *Tree) Leaf(x Facts) int {
	i := 0
	for _, test := range t.Tests {
		// 1 where the test holds: a comparison would be a jump.
		i = i<<1 | int(uint32(int32(x[test.Fact]-test.Low)-int32(test.Width)-1)>>31)
	}
	return i
}

// maxTrees bounds the trees of a forest, so that 16 bits number their tests.
const maxTrees = 1 << 16 / Depth

// Forest is a sum of trees. It is read-only once made.
type Forest struct {
	trees []Tree
	wide  wideForest // as a batch asks it
}

// NewForest makes a forest of trees, which it keeps.
func NewForest(trees []Tree) *Forest { return &Forest{trees: trees, wide: widenForest(trees)} }

// Len is the number of trees.
func (f *Forest) Len() int { return len(f.trees) }

// Facts is how many facts the forest needs.
func (f *Forest) Facts() int {
	n := 0
	for i := range f.trees {
		for _, t := range f.trees[i].Tests {
			n = max(n, int(t.Fact)+1)
		}
	}
	return n
}

// Sum is the forest's score of x in units of 1/Scale nat: integers, so that
// every machine gets the same.
func (f *Forest) Sum(x Facts) int32 {
	sum := int32(0)
	for i := range f.trees {
		t := &f.trees[i]
		sum += int32(t.Leaves[t.Leaf(x)])
	}
	return sum / (Fine / Scale)
}

// Chance is the probability of a yes by the score of a forest that learned yes or no. Start is the
// score before the trees, in units of 1/Fine nat.
func Chance(score, start int32) Probability {
	var odds [2]Probability
	Softmax([]int32{start/(Fine/Scale) + score, 0}, odds[:])
	return odds[0]
}

// Weigh adds to by, at the number of each fact, what the answers about it add to
// the score of x, in nats: at each test, by how much the mean of the leaves that
// remain changes (A. Saabas's way of reading trees).
func (f *Forest) Weigh(x Facts, by []float64) {
	for i := range f.trees {
		t := &f.trees[i]
		leaf := t.Leaf(x)
		first, last := 0, len(t.Leaves)
		before := mean(t.Leaves[:])
		for k, test := range t.Tests {
			half := (last - first) / 2
			if leaf>>(Depth-1-k)&1 == 1 {
				first += half
			} else {
				last -= half
			}
			now := mean(t.Leaves[first:last])
			by[test.Fact] += (now - before) / Fine
			before = now
		}
	}
}

func mean(list []int16) float64 {
	sum := 0
	for _, v := range list {
		sum += int(v)
	}
	return float64(sum) / float64(len(list))
}
