package model

// Point says that a raw probability of Raw is right in Right of all cases.
type Point struct{ Raw, Right Probability }

// Curve turns a raw probability into a calibrated one: straight lines through
// points that rise in both. It never falls.
type Curve []Point

// At is the calibrated probability of a raw one. An empty curve changes nothing.
func (c Curve) At(raw Probability) Probability {
	if len(c) == 0 {
		return raw
	}
	if raw <= c[0].Raw {
		return c[0].Right
	}
	for i := 1; i < len(c); i++ {
		a, b := c[i-1], c[i]
		if raw <= b.Raw {
			return a.Right + Probability(int64(b.Right-a.Right)*int64(raw-a.Raw)/int64(b.Raw-a.Raw))
		}
	}
	return c[len(c)-1].Right
}

// rising reports whether the points rise, as a curve's must.
func (c Curve) rising() bool {
	for i, p := range c {
		if p.Raw < 0 || p.Raw > Certain || p.Right < 0 || p.Right > Certain {
			return false
		}
		if i > 0 && (p.Raw <= c[i-1].Raw || p.Right < c[i-1].Right) {
			return false
		}
	}
	return true
}
