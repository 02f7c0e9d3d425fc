package fit

import (
	"slices"

	"onrecord/quotes/attribute/model"
)

// shiftSteps are how often the search for a factor halves what is left; 2^-40 is finer than a curve.
const shiftSteps = 40

// Shift is curve c with the odds of an error multiplied by one factor, from a quarter to four, by which it expects as
// many errors of the outcomes as there are.
func Shift(c model.Curve, outcomes []Outcome) model.Curve {
	if len(outcomes) == 0 {
		return slices.Clone(c)
	}
	wrong := 0.0
	given := make([]float64, len(outcomes))
	for i, o := range outcomes {
		given[i] = c.At(o.Raw).Float()
		if !o.Right {
			wrong++
		}
	}
	low, high := 0.25, 4.0
	for range shiftSteps {
		factor, expected := (low+high)/2, 0.0
		for _, p := range given {
			expected += 1 - shifted(p, factor)
		}
		if expected < wrong {
			low = factor
		} else {
			high = factor
		}
	}
	out := make(model.Curve, len(c))
	for i, p := range c {
		out[i] = model.Point{Raw: p.Raw, Right: model.Probability(float64(shifted(p.Right.Float(), low)*float64(model.Certain)) + 0.5)}
	}
	return out
}

// shifted is probability p with the odds against it multiplied. The conversions keep every step from being fused with
// the next, as some machines do: all get the same.
func shifted(p, factor float64) float64 {
	against := float64(factor * float64(1-p))
	return p / float64(p+against)
}
