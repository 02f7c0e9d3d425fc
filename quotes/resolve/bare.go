package resolve

import (
	"slices"

	"onrecord/quotes"
	"onrecord/quotes/mention"
)

// ownThing is the entity of bare name i where it is that of a thing, "on Chirp", which the
// text names before any longer name that has the word, too: not the Chirp of Wing Chirp.
// -1: it is none.
func (r *resolver) ownThing(i int, key string) int {
	m := &r.mentions[i]
	if m.First < m.NameFirst || m.NameLast-m.NameFirst > 1 || m.Being == mention.Person || !r.things[key] || r.given(key) {
		return -1
	}
	if e, ok := r.full[key]; ok {
		if len(r.entities[e].parts) == 1 {
			return e
		}
		return -1
	}
	if r.t.Heading(m.Paragraph) || len(r.byLast[key]) == 0 && len(r.byFirst[key]) == 0 || slices.ContainsFunc(r.byLast[key], r.mayBear) || slices.ContainsFunc(r.byFirst[key], r.mayBear) {
		return -1
	}
	return r.single(i, key, r.print(m.NameFirst, r.nameEnd(m)))
}

// mayBear reports whether entity e can be meant by a part of its name: it has been named
// before, or is surely a person.
func (r *resolver) mayBear(e int) bool {
	x := &r.entities[e]
	return x.first >= 0 || x.Gender != mention.Unknown || x.titled || len(x.roles) > 0
}

// familyFirst is the person just named in full with the family name first, Hsu of Hsu
// Li-fen, where whoever has it last was named long ago; -1: nobody.
func (r *resolver) familyFirst(i int, key string) int {
	m := &r.mentions[i]
	if len(r.byLast[key]) == 0 || r.given(key) {
		return -1
	}
	list := r.byLast[key]
	for _, e := range list[max(0, len(list)-maxNamesakes):] {
		if last := r.entities[e].last; last >= 0 && m.Paragraph-r.mentions[last].Paragraph <= longAgo {
			return -1
		}
	}
	for j := i - 1; j >= 0 && j > i-reach && m.Paragraph-r.mentions[j].Paragraph <= 1; j-- {
		c, e := &r.mentions[j], r.out[j].Entity
		if c.Kind != mention.Name || e < 0 || c.Owner || c.NameLast-c.NameFirst < 2 || len(r.entities[e].parts) < 2 {
			continue
		}
		if x := &r.entities[e]; x.parts[0] == key && x.Kind == quotes.SpeakerPerson && !clash(x.Gender, m.Gender) {
			return e
		}
	}
	return -1
}

// longAgo is how many paragraphs back whoever a bare name meant is out of sight.
const longAgo = 2
