package model

import (
	"iter"
	"slices"
)

// Feature names a weight: a template in the upper byte, below it the values of
// its atoms, six bits each.
type Feature uint32

// Scale is how many units of a weight make one nat.
const Scale = 512

// Linear is a linear model's weights by feature, in units of 1/Scale. It is
// read-only once made.
type Linear struct {
	features []Feature // rising
	weights  []int16
}

// NewLinear makes a model of weights in nats. Those that round to 0 are
// left out, those beyond ±63 are cut.
func NewLinear(weights map[Feature]float64) *Linear {
	l := &Linear{}
	for f := range weights {
		l.features = append(l.features, f)
	}
	slices.Sort(l.features)
	kept := l.features[:0]
	for _, f := range l.features {
		if w := quantise(weights[f]); w != 0 {
			kept = append(kept, f)
			l.weights = append(l.weights, w)
		}
	}
	l.features = kept
	return l
}

func quantise(w float64) int16 {
	const most = 63 * Scale
	w *= Scale
	switch {
	case w > most:
		return most
	case w < -most:
		return -most
	case w < 0:
		return -int16(-w + 0.5)
	}
	return int16(w + 0.5)
}

// All are the weights in units of 1/Scale, by rising feature.
func (l *Linear) All() iter.Seq2[Feature, int16] {
	return func(yield func(Feature, int16) bool) {
		for i, f := range l.features {
			if !yield(f, l.weights[i]) {
				return
			}
		}
	}
}

// Weight is a feature's weight in units of 1/Scale, 0 for one never learned.
func (l *Linear) Weight(f Feature) int32 {
	if i, ok := slices.BinarySearch(l.features, f); ok {
		return int32(l.weights[i])
	}
	return 0
}

// Sum adds the weights of features. Integers, so that every machine gets the
// same whatever the order.
func (l *Linear) Sum(features []Feature) int32 {
	sum := int32(0)
	for _, f := range features {
		sum += l.Weight(f)
	}
	return sum
}

// Len is the number of weights.
func (l *Linear) Len() int { return len(l.features) }
