package fit

import (
	"math"
	"testing"

	"onrecord/quotes/attribute/model"
)

// TestSlopes compares the derivatives with differences of the loss.
func TestSlopes(t *testing.T) {
	list := append(examples(), Example{Candidates: []model.Facts{{3, 1, 0}, nil}, Right: []bool{false, true}})
	b := newBooster(list, settings)
	for i := range b.scores {
		b.scores[i] = int32(model.Fine * (i%5 - 2) / 3)
	}
	b.slopes()
	loss := func() float64 {
		total := 0.0
		for e := range len(b.first) - 1 {
			all, right := 0.0, 0.0
			for r := b.first[e]; r < b.first[e+1]; r++ {
				x := math.Exp(float64(b.scores[r]) / model.Fine)
				all += x
				if b.right[r] {
					right += x
				}
			}
			if b.fixed[e] {
				all++
				if b.fixedIs[e] {
					right++
				}
			}
			total += math.Log(all) - math.Log(right)
		}
		return total
	}
	for i := range b.scores {
		const h = 40
		b.scores[i] += h
		up := loss()
		b.scores[i] -= 2 * h
		down := loss()
		b.scores[i] += h
		if got, want := model.Probability(b.slope[i]).Float(), (up-down)*model.Fine/(2*h); math.Abs(got-want) > 1e-3 {
			t.Errorf("slope of row %d: %v, want %v", i, got, want)
		}
	}
	if len(b.first)-1 != len(list)-1 {
		t.Errorf("%d examples teach, want %d: one has no right candidate", len(b.first)-1, len(list)-1)
	}
}

var settings = Settings{Trees: 60, Rate: 20, Penalty: 1, Columns: 100, Rows: 100}

// examples are choices where the candidate with 5 in its first fact is right,
// but for those where its second fact is over 30: there it is the one with 2.
func examples() []Example {
	var list []Example
	for i := range 200 {
		second := uint8(i * 7 % 60)
		list = append(list, Example{
			Candidates: []model.Facts{{5, second, uint8(i % 3)}, {2, second, uint8(i % 5)}, {9, second, 0}},
			Right:      []bool{second <= 30, second > 30, false},
		})
	}
	return append(list, Example{Candidates: []model.Facts{{9, 9, 9}}, Right: []bool{false}})
}

func TestBoost(t *testing.T) {
	list := examples()
	m := Boost(list, settings)
	for i, e := range list[:len(list)-1] {
		best := 0
		for c, x := range e.Candidates {
			if m.Sum(x) > m.Sum(e.Candidates[best]) {
				best = c
			}
		}
		if !e.Right[best] {
			t.Errorf("example %d: chose candidate %d", i, best)
		}
	}
	again := Boost(examples(), settings)
	x := model.Facts{5, 31, 1}
	if m.Len() != again.Len() || m.Sum(x) != again.Sum(x) {
		t.Error("the second run learned another forest")
	}
	if n := Boost(nil, settings).Len(); n != 0 {
		t.Errorf("%d trees of nothing", n)
	}
}

// TestYesNo learns a yes or no against a candidate that always scores 0.
func TestYesNo(t *testing.T) {
	var list []Example
	for i := range 300 {
		yes := i%10 < 7
		list = append(list, Example{Candidates: []model.Facts{{uint8(i % 10)}, nil}, Right: []bool{yes, !yes}})
	}
	m := Boost(list, settings)
	for v := range uint8(10) {
		if s := m.Sum(model.Facts{v}); s > 0 != (v < 7) {
			t.Errorf("%d scores %d", v, s)
		}
	}
}

func TestCalibrate(t *testing.T) {
	var outcomes []Outcome
	for i := range 4000 {
		raw := model.Probability(i * int(model.Certain) / 4000)
		// Too sure: what is given as p comes true in p squared, by a fixed pattern.
		p := raw.Float()
		outcomes = append(outcomes, Outcome{raw, float64(i*7919%1000)/1000 < p*p})
	}
	c := Calibrate(outcomes, 100)
	last := model.Probability(-1)
	for raw := model.Probability(0); raw <= model.Certain; raw += 97 {
		got := c.At(raw)
		if got < last {
			t.Fatalf("the curve falls at %d", raw)
		}
		last = got
		if want := raw.Float() * raw.Float(); math.Abs(got.Float()-want) > 0.08 {
			t.Errorf("%v calibrates to %v, want about %v", raw.Float(), got.Float(), want)
		}
	}
	if c := Calibrate(nil, 10); len(c) != 0 {
		t.Errorf("a curve of nothing: %v", c)
	}
}

// Bags are forests of other chance, of which each has its share of the score.
func TestBags(t *testing.T) {
	list := examples()
	s := settings
	s.Columns, s.Rows, s.Bags = 60, 60, 3
	m := Boost(list, s)
	if m.Len() <= 2*s.Trees || m.Len() > 3*s.Trees {
		t.Errorf("%d trees, want near %d", m.Len(), 3*s.Trees)
	}
	one := s
	one.Bags = 0
	single := Boost(list, one)
	for i, e := range list[:len(list)-1] {
		right, wrong := e.Candidates[0], e.Candidates[1]
		if e.Right[1] {
			right, wrong = wrong, right
		}
		margin, alone := m.Sum(right)-m.Sum(wrong), single.Sum(right)-single.Sum(wrong)
		if margin <= 0 || margin > 2*alone || alone > 2*margin {
			t.Errorf("example %d: margin %d, of one forest %d", i, margin, alone)
		}
		if e.Right[0] && margin == alone {
			t.Errorf("example %d: the bags are the same forest", i)
		}
	}
	for _, c := range []struct {
		leaf int16
		n    int
		want int16
	}{{7, 2, 4}, {-7, 2, -4}, {5, 4, 1}, {-5, 4, -1}, {1, 4, 0}, {6, 1, 6}} {
		if got := share(c.leaf, c.n); got != c.want {
			t.Errorf("share(%d, %d) is %d, want %d", c.leaf, c.n, got, c.want)
		}
	}
}
