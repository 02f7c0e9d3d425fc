package attribute

import (
	"sync"

	"onrecord/quotes/attribute/model"
)

// templates are the conjunctions of atoms that the ranker weighs. A template's
// number is its place here: changing one changes the model's format.
var templates = [][]atom{
	{aRule},
	{aRule, aAlso},
	{aRule, aScore},
	{aRule, aRank},
	{aRule, aFlags},
	{aRule, aReach},
	{aRule, aPassed},
	{aRule, aKind},
	{aRule, aTokens},
	{aRule, aMentions},
	{aRule, aBetween},
	{aRule, aVerbs},
	{aRule, aPrev},
	{aRule, aNext},
	{aRule, aGrammar},
	{aRule, aSame},
	{aRule, aNamed},
	{aRule, aEnd},
	{aRule, aLength},
	{aRule, aBefore},
	{aRule, aAfter},
	{aRule, aShape},
	{aRule, aTop},
	{aRule, aTop, aTopScore},
	{aRule, aTurn},
	{aRule, aCue},
	{aRule, aCueAt},
	{aRule, aCue, aFlags},
	{aRule, aCueAt, aReach},
	{aRule, aPlace},
	{aRank, aTop},
	{aRank, aScore},
	{aRank, aScore, aTopScore},
	{aPlace},
	{aPlace, aTokens},
	{aPlace, aKind},
	{aPlace, aMentions},
	{aPlace, aMentions, aBetween},
	{aPlace, aPrev},
	{aPlace, aNext},
	{aPlace, aPrev, aNext},
	{aPlace, aGrammar},
	{aPlace, aVerbs},
	{aPlace, aVerbs, aCommas},
	{aPlace, aEnd},
	{aPlace, aShape},
	{aPlace, aBefore},
	{aPlace, aAfter},
	{aPlace, aSame},
	{aPlace, aNamed},
	{aPlace, aTurn, aSame},
	{aPlace, aLength},
	{aKind},
	{aKind, aNext},
	{aKind, aPrev},
	{aKind, aGrammar},
	{aKind, aNamed},
	{aKind, aCue},
	{aKind, aSame},
	{aNext, aTokens, aPlace},
	{aNext, aGrammar, aPlace},
	{aSame},
	{aSame, aShape},
	{aSame, aEnd},
	{aSame, aTurn},
	{aGrammar},
	{aNumber},
	{aNumber, aCue},
	{aNext, aVerbs, aPlace},
	{aTop, aPlace, aGrammar},
	{aShape, aPlace, aMentions},
	{aCueAt, aGrammar, aRule},
	{aRule, aVerbs, aCommas},
	{aRule, aOwn},
	{aRule, aRivals},
	{aRule, aTurns},
	{aPlace, aOwn},
	{aPlace, aRivals},
	{aPlace, aTurns},
	{aPlace, aOwn, aRivals},
	{aPlace, aOwn, aGrammar},
	{aPlace, aOwn, aTurns},
	{aPlace, aOwn, aMentions},
	{aKind, aOwn},
	{aPlace, aPrev, aOwn},
	{aPlace, aOwn, aBefore},
	{aRule, aOwn, aRivals},
	{aTop, aOwn, aPlace},
}

// size is how many values an atom has: all are under it.
func (a atom) size() int { return int(sizes[a]) }

var sizes = [atoms]uint8{
	aRule: 32, aAlso: 32, aScore: 32, aRank: 5, aFlags: 32, aReach: 16, aPassed: 16, aKind: 32, aPlace: 10, aTokens: 13,
	aMentions: 40, aBetween: 16, aVerbs: 16, aCommas: 40, aPrev: 40, aNext: 40, aGrammar: 16, aSame: 48, aNamed: 16,
	aNumber: 16, aOwn: 32, aRivals: 16, aTurns: 16, aEnd: 16, aLength: 64, aBefore: 40, aAfter: 40, aShape: 64,
	aTop: 32, aTopScore: 32, aTurn: 20, aCue: 40, aCueAt: 16,
}

// feature is the number of a template's conjunction in these facts.
func (f *facts) feature(template int, parts []atom) model.Feature {
	v := model.Feature(template) << 24
	for i, a := range parts {
		v |= model.Feature(f[a]) << (6 * i)
	}
	return v
}

// features lists the facts' features by the templates.
func (f *facts) features(by [][]atom) []model.Feature {
	list := make([]model.Feature, 0, len(by))
	for t, parts := range by {
		list = append(list, f.feature(t, parts))
	}
	return list
}

// table holds a model's weights by templates and the values of their atoms, so
// that summing them takes no search.
type table struct {
	rows    []row
	weights []int16
}

// row is a template: where its weights begin, and its atoms, of which those
// beyond its own have a stride of 0.
type row struct {
	base    int32
	atoms   [3]atom
	strides [3]int32
}

func newTable(w *model.Linear, by [][]atom) table {
	var t table
	base := 0
	for _, parts := range by {
		r := row{base: int32(base)}
		n := 1
		for i, a := range parts {
			r.atoms[i], r.strides[i] = a, int32(n)
			n *= a.size()
		}
		base += n
		t.rows = append(t.rows, r)
	}
	t.weights = make([]int16, base)
	for f, weight := range w.All() {
		number := int(f >> 24)
		if number >= len(by) {
			continue
		}
		at, fits := int(t.rows[number].base), true
		for i, a := range by[number] {
			v := int(f >> (6 * i) & 63)
			fits = fits && v < a.size()
			at += v * int(t.rows[number].strides[i])
		}
		if fits {
			t.weights[at] = weight
		}
	}
	return t
}

// sum adds the weights of the facts' features, in units of 1/model.Scale:
// integers, so that every machine gets the same.
func (t *table) sum(f *facts) int32 {
	sum := int32(0)
	for i := range t.rows {
		r := &t.rows[i]
		at := r.base + int32(f[r.atoms[0]])*r.strides[0] + int32(f[r.atoms[1]])*r.strides[1] + int32(f[r.atoms[2]])*r.strides[2]
		sum += int32(t.weights[at])
	}
	return sum
}

// Ranker is a model made ready for use. It is read-only.
type Ranker struct {
	Model          *model.Model
	source, speech table
}

// NewRanker makes a model ready.
func NewRanker(m *model.Model) *Ranker {
	return &Ranker{Model: m, source: newTable(m.Source, templates), speech: newTable(m.Speech, speechTemplates)}
}

// defaultRanker is the ranker of the model in the binary.
var defaultRanker = sync.OnceValue(func() *Ranker { return NewRanker(model.Default()) })
