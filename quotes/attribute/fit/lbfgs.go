package fit

import "math"

// memory is how many steps L-BFGS remembers.
const memory = 8

// minimise finds the weights at which loss is least, by L-BFGS with a
// backtracking line search (Nocedal and Wright, algorithm 7.5). loss writes its
// gradient to its second argument.
func minimise(n, steps int, loss func(w, g []float64) float64) []float64 {
	w, g := make([]float64, n), make([]float64, n)
	nextW, nextG := make([]float64, n), make([]float64, n)
	var s, y [][]float64
	var rho []float64
	now := loss(w, g)
	for range steps {
		d := direction(g, s, y, rho)
		slope := dot(d, g)
		if slope >= 0 {
			break
		}
		size := 1.0
		if len(s) == 0 {
			size = 1 / math.Sqrt(max(dot(g, g), 1e-12))
		}
		next, ok := now, false
		for range 25 {
			for i := range w {
				nextW[i] = w[i] + float64(size*d[i])
			}
			if next = loss(nextW, nextG); next <= now+float64(1e-4*float64(size*slope)) {
				ok = true
				break
			}
			size /= 2
		}
		if !ok {
			break
		}
		ds, dy := make([]float64, n), make([]float64, n)
		for i := range w {
			ds[i], dy[i] = nextW[i]-w[i], nextG[i]-g[i]
		}
		if c := dot(ds, dy); c > 1e-10 {
			s, y, rho = append(s, ds), append(y, dy), append(rho, 1/c)
			if len(s) > memory {
				s, y, rho = s[1:], y[1:], rho[1:]
			}
		}
		gain := now - next
		now = next
		w, nextW = nextW, w
		g, nextG = nextG, g
		if gain < 1e-6*math.Abs(now) {
			break
		}
	}
	return w
}

// direction is where to go: the gradient turned by the curvature remembered.
func direction(g []float64, s, y [][]float64, rho []float64) []float64 {
	d := make([]float64, len(g))
	for i := range g {
		d[i] = -g[i]
	}
	alpha := make([]float64, len(s))
	for k := len(s) - 1; k >= 0; k-- {
		alpha[k] = float64(rho[k] * dot(s[k], d))
		for i := range d {
			d[i] -= float64(alpha[k] * y[k][i])
		}
	}
	if k := len(s) - 1; k >= 0 {
		scale := 1 / float64(rho[k]*dot(y[k], y[k]))
		for i := range d {
			d[i] = float64(d[i] * scale)
		}
	}
	for k := range s {
		beta := float64(rho[k] * dot(y[k], d))
		for i := range d {
			d[i] += float64((alpha[k] - beta) * s[k][i])
		}
	}
	return d
}
