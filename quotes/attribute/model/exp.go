package model

import "math/bits"

// Probability is a probability in units of 1/65536.
type Probability int32

// Scale is how many units of a score make one nat.
const Scale = 512

// Certain is the probability 1.
const Certain Probability = 1 << 16

// Float is p from 0 to 1; exact, as it divides by a power of two.
func (p Probability) Float() float64 { return float64(p) / float64(Certain) }

// unit and nat hold e^(-i/Scale) for i < Scale and e^-i, times 2^31. They are
// made by integer steps, as machines differ in the last bit of math.Exp.
var unit, nat = func() (unit [Scale]uint64, nat [24]uint64) {
	const (
		oneStep = 18410750438167364678 // e^(-1/512) times 2^64
		oneNat  = 6786177901268885275  // e^-1 times 2^64
		one     = 1 << 31
	)
	x := uint64(one) << 32
	for i := range unit {
		unit[i] = x >> 32
		x, _ = bits.Mul64(x, oneStep)
	}
	x = uint64(one) << 32
	for i := range nat {
		nat[i] = x >> 32
		x, _ = bits.Mul64(x, oneNat)
	}
	return unit, nat
}()

// exp is e^(-d/Scale) times 2^31, for d of 0 or more.
func exp(d int32) uint64 {
	n := d / Scale
	if int(n) >= len(nat) {
		return 0
	}
	return unit[d%Scale] * nat[n] >> 31
}

// Softmax turns scores in units of 1/Scale into probabilities, which it
// writes to out.
func Softmax(scores []int32, out []Probability) {
	if len(scores) == 0 {
		return
	}
	top := scores[0]
	for _, s := range scores {
		top = max(top, s)
	}
	total := uint64(0)
	for _, s := range scores {
		total += exp(top - s)
	}
	for i, s := range scores {
		out[i] = Probability((exp(top-s)<<16 + total/2) / total)
	}
}
