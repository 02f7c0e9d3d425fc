package resolve

import (
	"slices"

	"onrecord/quotes"
	"onrecord/quotes/mention"
)

// introduced is the phrase that phrase i takes up again, "a diplomat" of "the
// diplomat", where none who holds the role was named since; -1: none.
func (r *resolver) introduced(i, holder int) int {
	m := &r.mentions[i]
	last := r.anonymous(i)
	j, ok := r.phrases[r.head(m)]
	if last >= 0 && (!ok || j < last) {
		return last
	}
	if !ok || !r.speaks(i) || !r.again(m, &r.mentions[j]) || holder >= 0 && r.entities[holder].last >= j {
		return -1
	}
	return j
}

// anonymous is the mention of whoever without a name spoke last before mention i,
// "the person" or "the source", or of whom their paragraph only tells what they said;
// -1: none.
func (r *resolver) anonymous(i int) int {
	m := &r.mentions[i]
	if r.traits(m)&mention.AnyPerson == 0 || r.specified(m) || m.PrintLast > m.Last || !r.speaks(i) {
		return -1
	}
	for j := i - 1; j >= 0 && j > i-reach && m.Paragraph-r.mentions[j].Paragraph <= 2; j-- {
		if c, e := &r.mentions[j], r.out[j].Entity; r.speaks(j) && e >= 0 && c.Quote < 0 {
			if r.entities[e].Kind == quotes.SpeakerUnnamed && !clash(m.Gender, r.entities[e].Gender) {
				return j
			}
			return -1
		} else if r.bringsIn(j) && r.prior(i, j) {
			return j
		} else if e < 0 && r.newlyTold(j) && c.Paragraph == m.Paragraph && !clash(m.Gender, c.Gender) {
			return j
		}
	}
	return -1
}

// asBefore resolves phrase i to whomever phrase j means, who else is known by that
// phrase alone.
func (r *resolver) asBefore(i, j, second int) {
	if r.out[j].Entity < 0 {
		r.asWritten(j)
	}
	r.out[i] = Resolution{Entity: r.out[j].Entity, Confidence: sureAgain, Second: second}
}

// takesUp reports whether role phrase i can mean stranger j, of whom the sentence
// before is, by another noun: "A farmer was turned away. … said the man, who gave no
// name". An office is nobody's of whom the text does not say so.
func (r *resolver) takesUp(i, j int) bool {
	m := &r.mentions[i]
	if j < 0 || !r.fresh(j) && !r.pickedOut(&r.mentions[j]) && !r.fromOthers(j) || !r.stranger(j) || m.PrintLast > m.Last && r.t.Tokens[m.Last].Punct != ',' {
		return false
	}
	noun, known := r.t.Word(int(m.Head)), r.noun(&r.mentions[j])
	return !r.office(noun) || r.kindred(known, r.t.Words.TitleNoun(noun)) > 0
}

// again reports whether phrase m says nothing of its noun that the earlier
// phrase does not: "the old diplomat" is not "one diplomat".
func (r *resolver) again(m, earlier *mention.Mention) bool {
	if of, held := r.realmOf(m.First, m.PrintLast), r.realmOf(earlier.First, earlier.PrintLast); len(of) > 0 && len(held) > 0 && !r.holdsAll(of, held) && !r.holdsAll(held, of) {
		return false // another's
	}
	known := r.fold(earlier.First, earlier.PrintLast)
	for k := m.First; k < m.Head; k++ {
		if t := &r.t.Tokens[k]; t.Shape != mention.Mark && !t.Class.Has(mention.Determiner|mention.Possessive|mention.Adverb) && !slices.Contains(known, r.word(int(k))) {
			return false
		}
	}
	return true
}

// newerStranger reports whether phrase i, "the officer", takes up a stranger who came in after
// the last mention of entity e, which holds the role: "an officer".
func (r *resolver) newerStranger(i, e int) bool {
	j, ok := r.phrases[r.head(&r.mentions[i])]
	return ok && !r.mentions[j].Definite && r.stranger(j) && r.entities[e].last >= 0 && r.entities[e].last < j && r.again(&r.mentions[i], &r.mentions[j])
}
