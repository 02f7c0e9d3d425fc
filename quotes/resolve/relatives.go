package resolve

import (
	"strings"

	"onrecord/quotes"
	"onrecord/quotes/mention"
)

// ownKin is what the words ascribed to mention i tell of who says them: of which gender
// they are, who speaks of "my wife", and whether of the elder (+1) or the younger
// generation (-1), who speaks of "my son" or "my father".
func (r *resolver) ownKin(i int) (gender mention.Gender, side float64) {
	for _, q := range r.said[i] {
		for _, k := range r.inside[q] {
			c := &r.mentions[k]
			if c.Kind != mention.Nominal || c.Plural || !r.t.Words.OfSpeaker(r.t.Word(int(c.First))) || c.Last-c.First > longestOwn {
				continue
			}
			switch kind, _, _ := strings.Cut(r.t.Words.Kinship(r.noun(c)), "/"); kind {
			case "spouse":
				gender = opposite(c.Gender)
			case "parent":
				side = -1
			case "child":
				side = 1
			}
		}
	}
	return gender, side
}

// longestOwn bounds the words of "my late elder brother".
const longestOwn = 4

func opposite(g mention.Gender) mention.Gender {
	switch g {
	case mention.FemaleGender:
		return mention.MaleGender
	case mention.MaleGender:
		return mention.FemaleGender
	}
	return mention.Unknown
}

// callsByFirst is whom of the list, people of one surname, the words ascribed to mention i call
// by the first name, as few call themselves. -1: nobody, or several.
func (r *resolver) callsByFirst(i int, list []int) int {
	found := -1
	for _, q := range r.said[i] {
		for _, k := range r.inside[q] {
			c := &r.mentions[k]
			if len(list) < 2 || c.Kind != mention.Name || c.NameLast-c.NameFirst != 1 {
				continue
			}
			for _, e := range list[:min(len(list), maxNamesakes)] {
				if parts := r.entities[e].parts; e == found || len(parts) == 0 || r.word(int(c.NameFirst)) != parts[0] || r.out[k].Entity >= 0 && r.out[k].Entity != e {
					continue
				}
				if found >= 0 {
					return -1
				}
				found = e
			}
		}
	}
	return found
}

// kinAbove is the relative of somebody whom a sentence was about and whom name i, of the same
// surname, names where the next begins: "The widow of Bo Lee took the stand. Ann Lee wept."
// -1: none.
func (r *resolver) kinAbove(i int) int {
	m, e := &r.mentions[i], r.out[i].Entity
	if e < 0 || m.Quote >= 0 || m.NameLast-m.NameFirst < 2 || r.entities[e].Kind != quotes.SpeakerPerson || !r.leads(i) {
		return -1
	}
	for j := i - 1; j >= 0 && j > i-reach/2 && m.Paragraph-r.mentions[j].Paragraph <= 1 && r.prose[m.Sentence]-r.prose[r.mentions[j].Sentence] <= 1; j-- {
		c := &r.mentions[j]
		if c.Sentence == m.Sentence || c.Quote >= 0 || c.Kind != mention.Nominal || c.Plural || !c.Definite || r.out[j].Entity >= 0 || r.traits(c)&mention.Kin == 0 || clash(c.Gender, r.entities[e].Gender) || r.governed(j) {
			continue
		}
		if r.kinOf(j, e) && (r.leads(j) || r.verb(c) >= 0) {
			return j
		}
	}
	return -1
}

// kinOf reports whether phrase j tells that somebody is the relative of a namesake of entity e:
// "the widow of Bo Lee", "Bo Lee's widow".
func (r *resolver) kinOf(j, e int) bool {
	c, x := &r.mentions[j], &r.entities[e]
	for k := max(0, j-1); k < len(r.mentions) && k < j+3; k++ {
		p, o := &r.mentions[k], r.out[k].Entity
		inside := p.First >= c.Last && p.Last <= c.PrintLast || p.Owner && p.Last+1 == c.First
		if p.Kind == mention.Name && inside && o >= 0 && o != e && len(r.entities[o].parts) > 1 && r.entities[o].parts[len(r.entities[o].parts)-1] == x.parts[len(x.parts)-1] {
			return true
		}
	}
	return false
}
