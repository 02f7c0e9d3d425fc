package fit

import "math"

// exp and log are series of their own: math.Exp and math.Log are assembly on
// some machines and differ in the last bit. Every product is rounded by a
// conversion, which forbids the compiler to fuse it with a sum.

const ln2 = 0.693147180559945309417232121458

// exp is e^x for x from -700 to 0 or little more.
func exp(x float64) float64 {
	if x < -700 {
		return 0
	}
	n := math.Floor(x/ln2 + 0.5)
	r := x - float64(n*ln2)
	sum := 1.0
	for i := 13; i > 0; i-- {
		sum = 1 + float64(float64(r*sum)/float64(i))
	}
	return math.Ldexp(sum, int(n))
}

// log is the natural logarithm of x > 0.
func log(x float64) float64 {
	if x <= 0 {
		return -745
	}
	m, e := math.Frexp(x) // m from 0.5 to 1
	z := (m - 1) / (m + 1)
	z2 := float64(z * z)
	sum := 0.0
	for i := 35; i > 0; i -= 2 {
		sum = float64(z2*sum) + 1/float64(i)
	}
	return float64(float64(2*z)*sum) + float64(float64(e)*ln2)
}

func dot(a, b []float64) float64 {
	s := 0.0
	for i := range a {
		s += float64(a[i] * b[i])
	}
	return s
}
