// Package fit learns forests of boosted trees and calibration curves. It is
// deterministic: the same examples in the same order give the same trees, on
// every machine, as all sums are of integers and chance is a hash.
package fit

import (
	"slices"

	"onrecord/quotes/attribute/model"
)

// Example is one choice among candidates of which some are right. A candidate
// without facts always scores 0: for a yes or no, give one with and one without.
type Example struct {
	Candidates []model.Facts
	Right      []bool
	// Start is the score of the first candidate before the trees, in units of
	// 1/model.Fine nat: what is known without them.
	Start int32
}

// Settings are how hard to learn.
type Settings struct {
	Trees   int
	Rate    int64  // how far to go at each step, in hundredths
	Penalty int64  // of a leaf, in cases
	Columns uint64 // share of the facts that each tree may ask, in hundredths
	Rows    uint64 // share of the examples that choose each tree's tests
	Levels  int    // tests of each tree; 0 for all that a tree has room for
	Bags    int    // forests, each of other chance, that are averaged (Breiman 1996); 0 for one
}

// maxValue is what all facts are under.
const maxValue = 64

// small is the gradient (of model.Certain) under which a case counts only one
// time in thin, but then so many times.
const (
	small = 650
	thin  = 8
)

// booster is the state of learning: one row for each candidate with facts.
type booster struct {
	Settings
	columns  [][]uint8 // by fact, then row
	highest  []int     // value of each fact
	rows     []model.Facts
	first    []int32 // the first row of each example, and one more
	fixed    []bool  // whether an example has a candidate without facts
	fixedIs  []bool  // and whether that is right
	right    []bool  // by row
	scores   []int32 // by row, in 1/model.Fine
	slope    []int64 // by row: the loss's first derivative by the score
	bend     []int64 // and the second
	sampled  []sample
	buckets  []bucket
	scratch  []int32
	odds     []model.Probability
	onlyOdds []model.Probability
}

// sample is a row that helps to choose a tree's tests.
type sample struct {
	row         int32
	leaf        int32
	slope, bend int64
}

// bucket sums what falls in one leaf with one value of a fact.
type bucket struct{ slope, bend int64 }

// Boost learns a forest by gradient boosting of the log likelihood of the right
// candidates together (Friedman 2001; Prokhorenkova et al. 2018 for trees with
// one test a level). Examples without a right candidate teach nothing.
func Boost(examples []Example, s Settings) *model.Forest {
	b := newBooster(examples, s)
	start := slices.Clone(b.scores)
	bags := max(s.Bags, 1)
	var trees []model.Tree
	for n := range bags * s.Trees {
		if n%s.Trees == 0 {
			copy(b.scores, start)
		}
		b.slopes()
		b.sample(uint64(n))
		t, ok := b.grow(uint64(n))
		if !ok {
			continue // none of this tree's facts tells anything
		}
		b.fill(&t)
		for i := range t.Leaves {
			t.Leaves[i] = share(t.Leaves[i], bags)
		}
		trees = append(trees, t)
	}
	return model.NewForest(trees)
}

// share is one of n parts of a leaf, to the nearest unit.
func share(leaf int16, n int) int16 {
	v := 2*int(leaf) + n
	if leaf < 0 {
		v = 2*int(leaf) - n
	}
	return int16(v / (2 * n))
}

func newBooster(examples []Example, s Settings) *booster {
	b := &booster{Settings: s}
	facts := 0
	for _, e := range examples {
		if !slices.Contains(e.Right, true) {
			continue
		}
		fixed, fixedIs := false, false
		b.first = append(b.first, int32(len(b.rows)))
		for i, c := range e.Candidates {
			if c == nil {
				fixed, fixedIs = true, e.Right[i]
				continue
			}
			facts = max(facts, len(c))
			b.rows, b.right, b.scores = append(b.rows, c), append(b.right, e.Right[i]), append(b.scores, 0)
			if i == 0 {
				b.scores[len(b.scores)-1] = e.Start
			}
		}
		b.fixed, b.fixedIs = append(b.fixed, fixed), append(b.fixedIs, fixedIs)
	}
	b.first = append(b.first, int32(len(b.rows)))
	b.columns, b.highest = make([][]uint8, facts), make([]int, facts)
	for f := range b.columns {
		b.columns[f] = make([]uint8, len(b.rows))
		for i, x := range b.rows {
			b.columns[f][i] = min(x[f], maxValue-1)
			b.highest[f] = max(b.highest[f], int(b.columns[f][i]))
		}
	}
	b.slope, b.bend = make([]int64, len(b.rows)), make([]int64, len(b.rows))
	b.buckets = make([]bucket, maxValue<<(model.Depth-1))
	return b
}

// slopes finds the derivatives of the loss at the present scores.
func (b *booster) slopes() {
	for e := range len(b.first) - 1 {
		from, to := int(b.first[e]), int(b.first[e+1])
		all, only := b.scratch[:0], make([]int32, 0, 8)
		for r := from; r < to; r++ {
			s := b.scores[r] / (model.Fine / model.Scale)
			all = append(all, s)
			if b.right[r] {
				only = append(only, s)
			}
		}
		if b.fixed[e] {
			all = append(all, 0)
			if b.fixedIs[e] {
				only = append(only, 0)
			}
		}
		b.scratch = all
		b.odds = slices.Grow(b.odds[:0], len(all))[:len(all)]
		b.onlyOdds = slices.Grow(b.onlyOdds[:0], len(only))[:len(only)]
		model.Softmax(all, b.odds)
		model.Softmax(only, b.onlyOdds)
		next := 0
		for r := from; r < to; r++ {
			p := int64(b.odds[r-from])
			b.bend[r] = p * (int64(model.Certain) - p) / int64(model.Certain)
			if b.right[r] {
				p -= int64(b.onlyOdds[next])
				next++
			}
			b.slope[r] = p
		}
	}
}

// sample picks the rows by which tree n's tests are chosen: some examples, and
// of the rows that hardly matter only some, which then count more.
func (b *booster) sample(n uint64) {
	b.sampled = b.sampled[:0]
	for e := range len(b.first) - 1 {
		if mix(n<<32|uint64(e))%100 >= b.Rows {
			continue
		}
		for r := b.first[e]; r < b.first[e+1]; r++ {
			x := sample{row: r, slope: b.slope[r], bend: b.bend[r]}
			if x.slope > -small && x.slope < small {
				if mix(n<<32|uint64(r)|1<<31)%thin > 0 {
					continue
				}
				x.slope, x.bend = x.slope*thin, x.bend*thin
			}
			b.sampled = append(b.sampled, x)
		}
	}
}

// grow chooses the tests of tree n.
func (b *booster) grow(n uint64) (t model.Tree, ok bool) {
	var facts []int
	for f := range b.columns {
		if mix(n<<32|uint64(f)|1<<30)%100 < b.Columns {
			facts = append(facts, f)
		}
	}
	for level := range t.Tests {
		best, found := model.Test{}, false
		most := 0.0
		for _, f := range facts {
			if b.Levels > 0 && level >= b.Levels {
				break
			}
			test, gain := b.bestTest(f, 1<<level)
			if gain > most {
				best, most, found = test, gain, true
			}
		}
		if !found && level == 0 {
			return t, false
		}
		if !found || b.Levels > 0 && level >= b.Levels {
			best = t.Tests[level-1] // asked again, it changes nothing
		}
		t.Tests[level] = best
		column := b.columns[best.Fact]
		for i := range b.sampled {
			x := &b.sampled[i]
			x.leaf <<= 1
			if column[x.row]-best.Low <= best.Width {
				x.leaf |= 1
			}
		}
	}
	return t, true
}

// bestTest is the best test of fact f for the leaves so far: that it is one
// value, or above one; gain is the score to compare it by.
func (b *booster) bestTest(f, leaves int) (best model.Test, gain float64) {
	buckets := b.buckets[:leaves*maxValue]
	clear(buckets)
	column := b.columns[f]
	for i := range b.sampled {
		x := &b.sampled[i]
		k := &buckets[int(x.leaf)*maxValue+int(column[x.row]&(maxValue-1))]
		k.slope += x.slope
		k.bend += x.bend
	}
	var equal, above [maxValue]float64
	highest := b.highest[f]
	for leaf := range leaves {
		own := buckets[leaf*maxValue : (leaf+1)*maxValue]
		total := bucket{}
		for _, x := range own[:highest+1] {
			total.slope += x.slope
			total.bend += x.bend
		}
		whole := b.worth(total)
		up := bucket{}
		for v := highest; v >= 0; v-- {
			x := own[v]
			rest := bucket{total.slope - x.slope, total.bend - x.bend}
			equal[v] += float64(b.worth(x)+b.worth(rest)) - whole
			under := bucket{total.slope - up.slope, total.bend - up.bend}
			above[v] += float64(b.worth(up)+b.worth(under)) - whole
			up.slope += x.slope
			up.bend += x.bend
		}
	}
	for v := range highest + 1 {
		if equal[v] > gain {
			best, gain = model.Test{Fact: uint8(f), Low: uint8(v)}, equal[v]
		}
		if above[v] > gain && v < highest {
			best, gain = model.Test{Fact: uint8(f), Low: uint8(v + 1), Width: uint8(254 - v)}, above[v]
		}
	}
	return best, gain
}

// worth is how much a leaf of these cases lowers the loss, but for a factor.
func (b *booster) worth(x bucket) float64 {
	s := float64(x.slope)
	return float64(s*s) / float64(x.bend+b.Penalty*int64(model.Certain))
}

// fill sets the leaves of t by all rows and moves their scores.
func (b *booster) fill(t *model.Tree) {
	var sums [len(t.Leaves)]bucket
	leaves := make([]uint8, len(b.rows))
	for r, x := range b.rows {
		leaf := t.Leaf(x)
		leaves[r] = uint8(leaf)
		sums[leaf].slope += b.slope[r]
		sums[leaf].bend += b.bend[r]
	}
	const most = 1<<15 - 1
	for i, x := range sums {
		v := -x.slope * model.Fine * b.Rate / (100 * (x.bend + b.Penalty*int64(model.Certain)))
		t.Leaves[i] = int16(max(-most, min(most, v)))
	}
	for r, leaf := range leaves {
		b.scores[r] += int32(t.Leaves[leaf])
	}
}

// mix is the finaliser of splitmix64: chance that is the same on every run.
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}
