package resolve

import (
	"onrecord/quotes"
	"onrecord/quotes/mention"
)

// longestFront bounds the words, quoted or not, between a pronoun in a phrase before the main clause and
// the subject of that.
const longestFront = 40

// fronts is the entity that pronoun i means as the subject of the main clause behind its own, -1 for none.
func (r *resolver) fronts(i int) int {
	j := r.frontedBy(i)
	if j < 0 {
		return -1
	}
	e := r.out[j].Entity
	if known := r.byLast[r.head(&r.mentions[j])]; e < 0 && len(known) == 1 {
		e = known[0] // a short name is not resolved yet
	}
	if e < 0 || r.entities[e].Kind == quotes.SpeakerOrganisation || clash(r.entities[e].Gender, r.mentions[i].Gender) {
		return -1
	}
	return e
}

// frontedBy is the name, or the phrase tied to one, that the main clause is about where pronoun i speaks in a
// phrase before that: Roux of "In what she called a '…', Roux resigned" and of "Although she called it '…', Roux
// resigned". -1: none.
func (r *resolver) frontedBy(i int) int {
	m := &r.mentions[i]
	if m.Quote >= 0 || m.First == 0 || !r.speaks(i) || !r.inFront(m) {
		return -1
	}
	k := r.mainClause(m)
	for j := i + 1; k >= 0 && j < len(r.mentions) && r.mentions[j].First <= k+longestComplement; j++ {
		c := &r.mentions[j]
		if c.Quote >= 0 || r.printed(c) > k || c.Kind != mention.Name && (c.Kind != mention.Nominal || r.out[j].Entity < 0) {
			continue
		}
		if c.Owner || c.Being != mention.Person && c.Being != mention.Undecided || clash(c.Gender, m.Gender) || r.verb(c) < 0 {
			return -1
		}
		return j
	}
	return -1
}

// inFront reports whether pronoun m stands in a phrase or clause before the main one that shares its subject: behind the
// what of "in what she called", or behind an although that opens the sentence.
func (r *resolver) inFront(m *mention.Mention) bool {
	start := int(m.First) - r.fromStart(m)
	if start == int(m.First) {
		return false
	}
	for k := start; k < int(m.First); k++ {
		if t := &r.t.Tokens[k]; t.Shape == mention.Mark || t.Quote >= 0 || k > start && t.Class.Has(mention.Auxiliary|mention.Past) && !t.Class.Has(mention.Participle) {
			return false
		}
	}
	return r.t.Words.Fronts(r.t.Word(int(m.First)-1)) == "free" || start == int(m.First)-1 && r.t.Words.Fronts(r.t.Word(start)) == "conceding"
}

// mainClause is the token behind the first comma that stands behind pronoun m outside quotation marks or ends
// the words between them; -1: none.
func (r *resolver) mainClause(m *mention.Mention) int32 {
	for k := m.Last; int(k)+1 < len(r.t.Tokens) && k < m.Last+longestFront && r.t.Tokens[k].Sentence == m.Sentence; k++ {
		if t := &r.t.Tokens[k]; t.Punct != ',' || t.Shape != mention.Mark {
			continue
		}
		if r.t.Tokens[k].Quote < 0 {
			return k + 1
		}
		next := k + 1 // the closing mark
		for int(next) < len(r.t.Tokens) && r.t.Tokens[next].Shape == mention.Mark && r.t.Tokens[next].Sentence == m.Sentence {
			next++
		}
		if int(next) < len(r.t.Tokens) && r.t.Tokens[next].Quote < 0 {
			return next
		}
	}
	return -1
}
