package model

import (
	"bytes"
	"math"
	"testing"
)

func sample() *Model {
	m := New()
	m.Source = NewLinear(map[Feature]float64{0: 0.5, 7: -1.25, 5<<24 | 3: 2, 84<<24 | 1<<18 - 1: -63.5, 9: 0.0001})
	m.Speech = NewLinear(map[Feature]float64{1<<32 - 1: 0.25})
	m.Curves[Mention] = Curve{{0, 100}, {Certain / 2, Certain / 4}, {Certain, Certain}}
	return m
}

func TestRoundTrip(t *testing.T) {
	for name, m := range map[string]*Model{"sample": sample(), "empty": New(), "embedded": Default()} {
		data := m.Append(nil)
		again, err := Read(data)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if !bytes.Equal(again.Append(nil), data) {
			t.Errorf("%s: read and written again, the file differs", name)
		}
		for f, w := range m.Source.All() {
			if got := again.Source.Weight(f); got != int32(w) {
				t.Errorf("%s: feature %#x has weight %d, not %d", name, f, got, w)
			}
		}
	}
	if n := sample().Source.Len(); n != 4 {
		t.Errorf("%d weights, want 4: one rounds to nothing", n)
	}
	if w := sample().Source.Weight(12345); w != 0 {
		t.Errorf("a feature never learned has weight %d", w)
	}
}

func TestEmbedded(t *testing.T) {
	if !bytes.Equal(Default().Append(nil), embedded) {
		t.Error("the embedded file is not as Append writes it")
	}
	if n := len(embedded); n > 300<<10 {
		t.Errorf("the weights take %d bytes", n)
	}
}

// TestDamaged cuts and changes the file: an error, never a panic.
func TestDamaged(t *testing.T) {
	data := sample().Append(nil)
	for i := range data {
		if _, err := Read(data[:i]); err == nil {
			t.Errorf("cut to %d bytes it reads", i)
		}
	}
	if _, err := Read(append(bytes.Clone(data), 0)); err == nil {
		t.Error("with a byte too many it reads")
	}
	other := bytes.Clone(data)
	other[len(magic)]++
	if _, err := Read(other); err == nil {
		t.Error("a newer format reads")
	}
}

func FuzzRead(f *testing.F) {
	f.Add(sample().Append(nil))
	f.Add(New().Append(nil))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := Read(data)
		if err != nil {
			return
		}
		again, err := Read(m.Append(nil))
		if err != nil || again.Source.Len() != m.Source.Len() {
			t.Errorf("what was read cannot be written and read: %v", err)
		}
	})
}

func TestSoftmax(t *testing.T) {
	scores := []int32{0, Scale, -3 * Scale, Scale + 100, -100 * Scale}
	out := make([]Probability, len(scores))
	Softmax(scores, out)
	total := 0.0
	for _, s := range scores {
		total += math.Exp(float64(s) / Scale)
	}
	for i, s := range scores {
		if want := math.Exp(float64(s)/Scale) / total; math.Abs(out[i].Float()-want) > 1e-4 {
			t.Errorf("score %d has probability %v, want %v", s, out[i].Float(), want)
		}
	}
}

// TestSoftmaxBits pins exact values: they must be the same on every machine.
func TestSoftmaxBits(t *testing.T) {
	out := make([]Probability, 3)
	Softmax([]int32{123, -456, 1789}, out)
	if want := [3]Probability{2408, 777, 62351}; [3]Probability(out) != want {
		t.Errorf("got %v, want %v", out, want)
	}
}

func TestCurve(t *testing.T) {
	c := sample().Curves[Mention]
	last := Probability(-1)
	for p := Probability(0); p <= Certain; p += 64 {
		if got := c.At(p); got < last || got > Certain {
			t.Fatalf("At(%d) = %d after %d: the curve falls or leaves 0 to 1", p, got, last)
		} else {
			last = got
		}
	}
	if c.At(0) != 100 || c.At(Certain/2) != Certain/4 || c.At(Certain) != Certain {
		t.Error("the curve misses its points")
	}
	if Curve(nil).At(77) != 77 {
		t.Error("an empty curve changes something")
	}
	for i, c := range Default().Curves {
		if !c.rising() {
			t.Errorf("embedded curve %d falls", i)
		}
	}
}
