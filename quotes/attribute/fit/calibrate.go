package fit

import (
	"slices"

	"onrecord/quotes/attribute/model"
)

// Outcome is a probability that was given out and whether it came true.
type Outcome struct {
	Raw   model.Probability
	Right bool
}

// block is a run of outcomes with one rate.
type block struct {
	n, right int
	raw      int64 // summed
}

func (b block) rate() float64 { return (float64(b.right) + 0.5) / float64(b.n+1) }

// Calibrate makes a curve from outcomes by pooling adjacent violators (isotonic
// regression) over groups of at least `least` outcomes, with lines between
// their means.
func Calibrate(outcomes []Outcome, least int) model.Curve {
	sorted := slices.Clone(outcomes)
	slices.SortStableFunc(sorted, func(a, b Outcome) int { return int(a.Raw) - int(b.Raw) })
	var blocks []block
	var open block
	for i, o := range sorted {
		open.n++
		open.raw += int64(o.Raw)
		if o.Right {
			open.right++
		}
		if last := i+1 == len(sorted); open.n < least && !last || !last && sorted[i+1].Raw == o.Raw {
			continue
		}
		blocks = append(blocks, open)
		open = block{}
		for n := len(blocks); n > 1 && blocks[n-2].rate() >= blocks[n-1].rate(); n-- {
			a, b := blocks[n-2], blocks[n-1]
			blocks = append(blocks[:n-2], block{a.n + b.n, a.right + b.right, a.raw + b.raw})
		}
	}
	var c model.Curve
	for _, b := range blocks {
		p := model.Point{
			Raw:   model.Probability(b.raw / int64(b.n)),
			Right: model.Probability(b.rate()*float64(model.Certain) + 0.5),
		}
		if n := len(c); n > 0 && c[n-1].Raw >= p.Raw {
			continue
		}
		c = append(c, p)
	}
	return c
}
