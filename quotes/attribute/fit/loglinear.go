// Package fit learns log-linear models and calibration curves. It is
// deterministic: the same examples in the same order give the same weights, on
// every machine, as no sum is left to the compiler to fuse.
package fit

import "onrecord/quotes/attribute/model"

// Example is one choice among candidates of which some are right. For a yes or
// no, give one candidate and one without features.
type Example struct {
	Candidates [][]model.Feature
	Right      []bool
}

// data is the examples with their features numbered densely.
type data struct {
	features []model.Feature // by number
	examples []example
}

type example struct {
	first []int32 // of each candidate in ids, and one more
	ids   []int32
	right []bool
}

// number interns the features that occur at least `least` times.
func number(examples []Example, least int) *data {
	counts := map[model.Feature]int{}
	for _, e := range examples {
		for _, c := range e.Candidates {
			for _, f := range c {
				counts[f]++
			}
		}
	}
	d := &data{}
	ids := map[model.Feature]int32{}
	for _, e := range examples {
		x := example{right: e.Right}
		for _, c := range e.Candidates {
			x.first = append(x.first, int32(len(x.ids)))
			for _, f := range c {
				if counts[f] < least {
					continue
				}
				id, ok := ids[f]
				if !ok {
					id = int32(len(d.features))
					ids[f] = id
					d.features = append(d.features, f)
				}
				x.ids = append(x.ids, id)
			}
		}
		x.first = append(x.first, int32(len(x.ids)))
		d.examples = append(d.examples, x)
	}
	return d
}

// loss is the negative log likelihood of the right candidates, summed, with an
// L2 penalty; its gradient goes to g.
func (d *data) loss(w, g []float64, penalty float64) float64 {
	total := 0.0
	for i := range g {
		g[i] = float64(penalty * w[i])
		total += float64(float64(0.5*penalty) * float64(w[i]*w[i]))
	}
	var scores []float64
	for i := range d.examples {
		x := &d.examples[i]
		scores = scores[:0]
		top := 0.0
		for c := range x.right {
			s := 0.0
			for _, id := range x.ids[x.first[c]:x.first[c+1]] {
				s += w[id]
			}
			if c == 0 || s > top {
				top = s
			}
			scores = append(scores, s)
		}
		all, right := 0.0, 0.0
		for c, s := range scores {
			e := exp(s - top)
			scores[c] = e
			all += e
			if x.right[c] {
				right += e
			}
		}
		total += log(all) - log(right)
		for c, e := range scores {
			p := e / all
			if x.right[c] {
				p -= e / right
			}
			if p > -1e-9 && p < 1e-9 {
				continue
			}
			for _, id := range x.ids[x.first[c]:x.first[c+1]] {
				g[id] += p
			}
		}
	}
	return total
}

// Settings are how hard to learn.
type Settings struct {
	Penalty float64 // of the squared weights
	Steps   int
	Least   int // how often a feature must occur
}

// Fit learns weights. Examples without a right candidate teach nothing.
func Fit(examples []Example, s Settings) *model.Linear {
	useful := make([]Example, 0, len(examples))
	for _, e := range examples {
		for _, right := range e.Right {
			if right {
				useful = append(useful, e)
				break
			}
		}
	}
	d := number(useful, s.Least)
	w := minimise(len(d.features), s.Steps, func(w, g []float64) float64 { return d.loss(w, g, s.Penalty) })
	weights := make(map[model.Feature]float64, len(w))
	for i, f := range d.features {
		weights[f] = w[i]
	}
	return model.NewLinear(weights)
}
