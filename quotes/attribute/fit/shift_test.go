package fit

import (
	"math"
	"slices"
	"testing"

	"onrecord/quotes/attribute/model"
)

// TestShift shifts a curve that says 90% to outcomes of which 80% are right, and one that is right already.
func TestShift(t *testing.T) {
	c := model.Curve{{Raw: 0, Right: model.Certain / 2}, {Raw: model.Certain, Right: model.Certain * 9 / 10}}
	outcomes := func(right int) (list []Outcome) {
		for i := range 100 {
			list = append(list, Outcome{Raw: model.Certain, Right: i < right})
		}
		return list
	}
	for _, test := range []struct {
		right      int
		low, first float64 // what the points then say
	}{
		{80, 0.8, 0.5 / (0.5 + 0.5*2.25)},
		{90, 0.9, 0.5},
		{96, 0.96, 0.5 / (0.5 + 0.5*0.375)},
		{20, 0.9 / (0.9 + 4*0.1), 0.2}, // no more than four times the odds
	} {
		got := Shift(c, outcomes(test.right))
		if math.Abs(got[1].Right.Float()-test.low) > 0.001 || math.Abs(got[0].Right.Float()-test.first) > 0.001 {
			t.Errorf("%d of 100 right: %v, want %v and %v", test.right, got, test.first, test.low)
		}
		if got[0].Raw != c[0].Raw || got[1].Raw != c[1].Raw {
			t.Errorf("the raw probabilities moved: %v", got)
		}
	}
	if got := Shift(c, nil); !slices.Equal(got, c) {
		t.Errorf("without outcomes: %v", got)
	}
}
