package fit

import (
	"math"
	"testing"

	"onrecord/quotes/attribute/model"
)

func TestMaths(t *testing.T) {
	for x := -690.0; x < 1; x += 0.37 {
		if got, want := exp(x), math.Exp(x); math.Abs(got-want) > 1e-12*want {
			t.Errorf("exp(%v) = %v, want %v", x, got, want)
		}
	}
	for x := 1e-300; x < 1e300; x *= 7.3 {
		if got, want := log(x), math.Log(x); math.Abs(got-want) > 1e-12*max(1, math.Abs(want)) {
			t.Errorf("log(%v) = %v, want %v", x, got, want)
		}
	}
}

func TestMinimise(t *testing.T) {
	// Rosenbrock's valley: its floor is at 1, 1.
	w := minimise(2, 200, func(w, g []float64) float64 {
		a, b := 1-w[0], w[1]-w[0]*w[0]
		g[0], g[1] = -2*a-400*w[0]*b, 200*b
		return a*a + 100*b*b
	})
	if math.Abs(w[0]-1) > 0.01 || math.Abs(w[1]-1) > 0.01 {
		t.Errorf("ended at %v", w)
	}
}

// TestGradient compares the gradient with differences of the loss.
func TestGradient(t *testing.T) {
	list := examples()
	d := number(list[:len(list)-1], 1) // the last has no right candidate: Fit leaves it out
	w, g, no := make([]float64, len(d.features)), make([]float64, len(d.features)), make([]float64, len(d.features))
	for i := range w {
		w[i] = 0.3 * float64(i%5-2)
	}
	d.loss(w, g, 0.7)
	for i := range w {
		const h = 1e-6
		w[i] += h
		up := d.loss(w, no, 0.7)
		w[i] -= 2 * h
		down := d.loss(w, no, 0.7)
		w[i] += h
		if want := (up - down) / (2 * h); math.Abs(g[i]-want) > 1e-5 {
			t.Errorf("gradient of weight %d: %v, want %v", i, g[i], want)
		}
	}
}

func examples() []Example {
	var list []Example
	for i := range 40 {
		f := func(n int) model.Feature { return model.Feature(n) }
		list = append(list, Example{
			Candidates: [][]model.Feature{{f(1), f(10 + i%3)}, {f(2), f(20 + i%4)}, {f(3)}},
			Right:      []bool{i%4 != 0, i%4 == 0, i%8 == 0},
		})
	}
	return append(list, Example{Candidates: [][]model.Feature{{99}}, Right: []bool{false}})
}

func TestFit(t *testing.T) {
	m := Fit(examples(), Settings{Penalty: 0.1, Steps: 100, Least: 2})
	if m.Weight(1) <= m.Weight(3) {
		t.Errorf("the usual winner has weight %d, the loser %d", m.Weight(1), m.Weight(3))
	}
	if m.Weight(99) != 0 {
		t.Error("an example without a right candidate taught something")
	}
	if m.Weight(20) <= m.Weight(21) {
		t.Errorf("the feature of the exceptions has weight %d, the others' %d", m.Weight(20), m.Weight(21))
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
