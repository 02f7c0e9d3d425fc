package resolve

import (
	"onrecord/quotes"
	"onrecord/quotes/mention"
	"onrecord/quotes/text"
)

// longestModifier bounds the words between the name of a body and the text that bears it: "a Harbour
// Trust inquiry report".
const longestModifier = 2

// brandOf is the body whose text "the report", mention i, is where the mention of it before, -1 for none,
// bears the body's name, or means such a text. -1: there is none.
func (r *resolver) brandOf(i, before int) int {
	m := &r.mentions[i]
	if before < 0 || !m.Definite || m.Owned || m.Head != m.First+1 || m.PrintLast > m.Last {
		return -1
	}
	e, ok := r.brands[before]
	if !ok {
		if e = -1; r.out[before].Entity < 0 {
			e = r.branded(&r.mentions[before])
		}
	}
	if e >= 0 {
		r.brands[i] = e
	}
	return e
}

// branded is the body whose name stands before the noun of m, a text not known yet: "a Harbour Trust report".
// A body that is named nowhere else is one by its last word or its letters. -1: there is none.
func (r *resolver) branded(m *mention.Mention) int {
	if m.Definite || m.Owned {
		return -1
	}
	last := m.Head
	for last > m.First && m.Head-last < longestModifier && r.t.Tokens[last-1].Shape == mention.Lower {
		last--
	}
	first := last
	for first > m.First && (r.t.Tokens[first-1].Shape == mention.Capital || r.t.Tokens[first-1].Shape == mention.AllCaps) && !r.t.Tokens[first-1].Class.Has(mention.Determiner) {
		first--
	}
	if first == last {
		return -1
	}
	name := r.print(first, last)
	if e, ok := r.full[text.Key(name)]; ok {
		if r.entities[e].Kind != quotes.SpeakerOrganisation {
			return -1
		}
		return e
	}
	end := &r.t.Tokens[last-1]
	letters := last == first+1 && end.Shape == mention.AllCaps && end.End-end.Start >= leastLetters && !end.Class.Has(mention.Place|mention.Demonym)
	if !letters && (last == first+1 || !end.Class.Has(mention.OrgName)) {
		return -1
	}
	e := r.add(Entity{Name: name, Kind: quotes.SpeakerOrganisation, parts: r.fold(first, last)})
	r.full[text.Key(name)] = e
	return e
}

// leastLetters is the length of the shortest abbreviation that can be a body's alone.
const leastLetters = 3
