// Package model holds what was learned about attribution: the weights of two
// log-linear models and the curves that calibrate their probabilities. All
// sums are of integers, so that every machine gives the same results.
// MODEL_CARD.md says what it was learned from and how well it does.
package model

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"sync"
)

// Model is read-only once made.
type Model struct {
	Source *Linear // ranks the candidate sources of a stretch
	Speech *Linear // tells quotes from titles, terms and irony
	Curves [curves]Curve
}

// The curves.
const (
	Mention = iota // from the ranker's probability to that of the right mention
	curves
)

const (
	magic = "onrecord model\n"
	// format changes when the file's layout does or the templates' meaning.
	format = 1
)

//go:embed weights.bin
var embedded []byte

// Default is the model in the binary. Reading it takes about a millisecond, so
// that it is read when first asked for.
var Default = sync.OnceValue(func() *Model {
	m, err := Read(embedded)
	if err != nil {
		panic("model: the embedded weights: " + err.Error()) // a binary that was tested has good ones
	}
	return m
})

// New is a model that has learned nothing.
func New() *Model { return &Model{Source: NewLinear(nil), Speech: NewLinear(nil)} }

// Append writes the model to dst in the form that Read reads. The same model
// gives the same bytes.
func (m *Model) Append(dst []byte) []byte {
	dst = append(dst, magic...)
	dst = append(dst, format)
	for _, l := range []*Linear{m.Source, m.Speech} {
		dst = binary.AppendUvarint(dst, uint64(len(l.features)))
		last := Feature(0)
		for i, f := range l.features {
			dst = binary.AppendUvarint(dst, uint64(f-last))
			dst = binary.AppendVarint(dst, int64(l.weights[i]))
			last = f
		}
	}
	for _, c := range m.Curves {
		dst = binary.AppendUvarint(dst, uint64(len(c)))
		for _, p := range c {
			dst = binary.AppendUvarint(dst, uint64(p.Raw))
			dst = binary.AppendUvarint(dst, uint64(p.Right))
		}
	}
	return dst
}

var errDamaged = errors.New("the file is damaged")

// Read reads what Append wrote.
func Read(data []byte) (*Model, error) {
	if len(data) <= len(magic) || string(data[:len(magic)]) != magic {
		return nil, errors.New("no onrecord model")
	}
	if v := data[len(magic)]; v != format {
		return nil, fmt.Errorf("a model of format %d, not %d: train it anew", v, format)
	}
	r := reader{data: data[len(magic)+1:]}
	m := New()
	m.Source, m.Speech = r.linear(), r.linear()
	for i := range m.Curves {
		m.Curves[i] = r.curve()
	}
	if r.failed || len(r.data) > 0 {
		return nil, errDamaged
	}
	return m, nil
}

// reader reads numbers; after one that is cut off or too big it has failed and
// gives zeros.
type reader struct {
	data   []byte
	failed bool
}

func (r *reader) number(most uint64) uint64 {
	v, n := binary.Uvarint(r.data)
	if n <= 0 || v > most {
		r.failed, r.data = true, nil
		return 0
	}
	r.data = r.data[n:]
	return v
}

func (r *reader) signed() int64 {
	v, n := binary.Varint(r.data)
	if n <= 0 {
		r.failed, r.data = true, nil
		return 0
	}
	r.data = r.data[n:]
	return v
}

func (r *reader) linear() *Linear {
	l := &Linear{}
	last := uint64(0)
	for range r.number(uint64(len(r.data))) {
		step := r.number(1<<32 - 1)
		w := r.signed()
		if last += step; last >= 1<<32 || w == 0 || w != int64(int16(w)) || step == 0 && len(l.features) > 0 {
			r.failed = true
			break
		}
		l.features = append(l.features, Feature(last))
		l.weights = append(l.weights, int16(w))
	}
	return l
}

func (r *reader) curve() Curve {
	var c Curve
	for range r.number(uint64(len(r.data))) {
		c = append(c, Point{Probability(r.number(uint64(Certain))), Probability(r.number(uint64(Certain)))})
	}
	if !c.rising() {
		r.failed = true
	}
	return c
}
