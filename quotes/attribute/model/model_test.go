package model

import (
	"bytes"
	"math"
	"slices"
	"testing"
)

func sample() *Model {
	m := New()
	trees := make([]Tree, 2)
	for i := range trees {
		for k := range trees[i].Tests {
			trees[i].Tests[k] = Test{Fact: uint8(k % 4), Low: uint8(7*k + i), Width: uint8(k % 2 * 200)}
		}
		for k := range trees[i].Leaves {
			trees[i].Leaves[k] = int16(k*k*7 - 9000*i)
		}
	}
	m.Source, m.Speech = NewForest(trees), NewForest(trees[1:])
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
	}
}

func TestSum(t *testing.T) {
	m := sample().Source
	if n := m.Facts(); n != 4 {
		t.Errorf("%d facts, want 4", n)
	}
	for a := range 64 {
		x := Facts{uint8(a), uint8(63 - a), uint8(a * 5), 14}
		want := 0
		by := make([]float64, 4)
		base := 0.0
		for i := range m.trees {
			leaf := 0
			for _, q := range m.trees[i].Tests {
				leaf *= 2
				if v := int(x[q.Fact]); v >= int(q.Low) && v <= int(q.Low)+int(q.Width) {
					leaf++
				}
			}
			want += int(m.trees[i].Leaves[leaf])
			base += mean(m.trees[i].Leaves[:]) / Fine
		}
		if got := m.Sum(x); got != int32(want/8) {
			t.Errorf("%v: sum %d, want %d", x, got, want/8)
		}
		m.Weigh(x, by)
		if got := base + by[0] + by[1] + by[2] + by[3]; math.Abs(got-float64(want)/Fine) > 1e-9 {
			t.Errorf("%v: the facts' shares add up to %v, want %v", x, got, float64(want)/Fine)
		}
	}
}

// TestSums holds the sums of many candidates at once against those of each, of
// trees of all depths.
func TestSums(t *testing.T) {
	trees := slices.Clone(sample().Source.trees)
	for levels := 1; levels < Depth; levels++ {
		tree := trees[0]
		for k := levels; k < Depth; k++ {
			tree.Tests[k] = tree.Tests[levels-1]
		}
		trees = append(trees, tree)
	}
	m := NewForest(trees)
	var b Batch
	for _, n := range []int{1, 7, 8, 9, 33, 2} {
		var list []Facts
		b.Reset()
		for i := range n {
			x := Facts{uint8(i * 37 % 64), uint8(i * 11 % 64), uint8(63 - i%64), uint8(n + i%20)}
			list = append(list, x)
			b.Add(x)
		}
		got := m.Sums(&b, nil)
		if len(got) != n {
			t.Fatalf("%d sums of %d", len(got), n)
		}
		for i, x := range list {
			if want := m.Sum(x); got[i] != want {
				t.Errorf("%d of %d: %d, alone %d", i, n, got[i], want)
			}
		}
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
		if err != nil || again.Source.Len() != m.Source.Len() || again.Speech.Len() != m.Speech.Len() {
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

// BenchmarkSums scores the candidates of a stretch, one by one and together.
func BenchmarkSums(b *testing.B) {
	m := Default().Source
	var batch Batch
	list := make([]Facts, 20)
	for i := range list {
		list[i] = make(Facts, m.Facts())
		for k := range list[i] {
			list[i][k] = uint8((i*37 + k*11) % 64)
		}
		batch.Add(list[i])
	}
	b.Run("alone", func(b *testing.B) {
		for b.Loop() {
			for _, x := range list {
				m.Sum(x)
			}
		}
	})
	b.Run("together", func(b *testing.B) {
		var sums []int32
		for b.Loop() {
			sums = m.Sums(&batch, sums[:0])
		}
	})
}
