// Package model holds what was learned about attribution: five
// forests of boosted trees and the curves that calibrate their probabilities. All
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
	Source     *Forest // ranks the candidate sources of a stretch
	Speech     *Forest // tells quotes from titles, terms and irony
	Antecedent *Forest // ranks the people whom a pronoun may mean
	Role       *Forest // ranks those whom a role phrase or "it" may mean
	Name       *Forest // tells whether the name that a speaker gets is right
	Curves     [curves]Curve
}

// The curves.
const (
	Mention    = iota // from the ranker's probability to that of the right mention
	Antecedent        // from the forest's probability to that of the right antecedent
	Role              // from the forest's probability to that of whom a role phrase means
	Named             // from the name forest's probability to that of the right name
	curves
)

const (
	magic = "onrecord model\n"
	// format changes when the file's layout does or the facts' meaning.
	format = 6
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
func New() *Model {
	return &Model{Source: NewForest(nil), Speech: NewForest(nil), Antecedent: NewForest(nil), Role: NewForest(nil), Name: NewForest(nil)}
}

// Append writes the model to dst in the form that Read reads. The same model
// gives the same bytes.
func (m *Model) Append(dst []byte) []byte {
	dst = append(dst, magic...)
	dst = append(dst, format)
	for _, f := range []*Forest{m.Source, m.Speech, m.Antecedent, m.Role, m.Name} {
		dst = binary.AppendUvarint(dst, uint64(len(f.trees)))
		for i := range f.trees {
			t := &f.trees[i]
			for _, q := range t.Tests {
				dst = append(dst, q.Fact, q.Low, q.Width)
			}
			for _, v := range t.Leaves {
				dst = binary.AppendVarint(dst, int64(v))
			}
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
	m.Source, m.Speech, m.Antecedent, m.Role, m.Name = r.forest(), r.forest(), r.forest(), r.forest(), r.forest()
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

func (r *reader) forest() *Forest {
	var trees []Tree
	for range r.number(min(uint64(len(r.data)), maxTrees)) {
		var t Tree
		if len(r.data) < 3*Depth {
			r.failed, r.data = true, nil
			break
		}
		for i := range t.Tests {
			t.Tests[i] = Test{r.data[0], r.data[1], r.data[2]}
			r.data = r.data[3:]
		}
		for i := range t.Leaves {
			v := r.signed()
			if v != int64(int16(v)) {
				r.failed = true
			}
			t.Leaves[i] = int16(v)
		}
		trees = append(trees, t)
	}
	return NewForest(trees)
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
