package alike

import (
	"onrecord/quotes/compare"
	"onrecord/quotes/mention"
	"onrecord/quotes/text"
)

// Term is one thing that a statement says: a word, or what stands for it.
type Term struct {
	Key    string   // the stem, or that of its group
	Forms  []string // words to look for in an index
	Number bool
	Name   bool
	prior  float64 // how telling it is, before it is counted
}

// Statement is a text made ready to be held against others.
type Statement struct {
	Terms    []Term // each once, in order
	at       map[string]int
	pairs    map[[2]string]bool // terms that follow one another
	shingles map[uint32]bool
	negated  bool
}

// How telling words are before anybody counts them: a frequent word of news, any
// other, a figure, a name. They are natural logarithms, as idf is.
const (
	priorCommon = 2.5
	priorOther  = 5.0
	priorNumber = 3.5
	priorName   = 3.5
)

// Read makes a text ready. Function words are left out.
func Read(s string) *Statement {
	out := &Statement{at: map[string]int{}, pairs: map[[2]string]bool{}, shingles: map[uint32]bool{}}
	for _, hash := range compare.Shingles(s) {
		out.shingles[hash] = true
	}
	before := ""
	for _, w := range compare.Words(s) {
		if w.Negates() {
			out.negated = !out.negated
		}
		if w.Function() {
			continue
		}
		t := termOf(w)
		if _, seen := out.at[t.Key]; !seen {
			out.at[t.Key] = len(out.Terms)
			out.Terms = append(out.Terms, t)
		}
		if before != "" {
			out.pairs[[2]string{before, t.Key}] = true
		}
		before = t.Key
	}
	return out
}

func termOf(w compare.Word) Term {
	if w.Number() {
		return Term{Key: w.Value(), Forms: formsOf(w), Number: true, prior: priorNumber}
	}
	stem := text.Stem(w.Key)
	t := Term{Key: stem, Forms: []string{w.Key}, prior: priorOther}
	if group, ok := groups()[stem]; ok {
		t.Key, t.Forms = group.key, group.words
	}
	switch {
	case w.Name():
		t.Name, t.prior = true, priorName
	case mention.English().Lookup(w.Key, false).Has(mention.Common):
		t.prior = priorCommon
	}
	return t
}

// formsOf is a number as it may be written.
func formsOf(w compare.Word) []string {
	if v := w.Value(); v != w.Key {
		return []string{w.Key, v}
	}
	return []string{w.Key}
}

// Telling is how telling the term is before anybody counts it; names, of which
// each is rare, most.
func (t *Term) Telling() float64 {
	if t.Name {
		return 2 * t.prior
	}
	return t.prior
}
