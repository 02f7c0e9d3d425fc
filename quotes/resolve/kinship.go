package resolve

import (
	"strings"

	"onrecord/quotes"
	"onrecord/quotes/mention"
)

// kinship is that one of two people is the other's relative, or lawyer: Gethin the husband of Ada.
type kinship struct {
	of, relative int // entities
	noun         string
	told         int // the mention of the relative that tells it
}

// notesKin notes whose relative somebody is whom mention i names or describes: "Ada's
// husband, Gethin,", "her son Rhys", "Rhys, Ada's son,".
func (r *resolver) notesKin(i int) {
	m, e := &r.mentions[i], r.out[i].Entity
	if e < 0 || m.Quote >= 0 || r.entities[e].Kind != quotes.SpeakerPerson || len(r.kinships) > maxKinships {
		return
	}
	first, noun := m.First, ""
	switch {
	case m.Kind == mention.Nominal && m.Owned:
		noun = r.noun(m)
	case m.Kind == mention.Name && m.RoleFirst < m.RoleLast && (m.Owned || m.RoleFirst > 0 && r.t.Tokens[m.RoleFirst-1].Class.Has(mention.Who)):
		first, noun = m.RoleFirst, r.t.Words.TitleNoun(r.t.Word(int(m.RoleLast)-1))
	case m.Kind == mention.Name && r.kin(i):
		m = &r.mentions[i-1]
		first, noun = m.First, r.noun(m)
		if x := &r.entities[e]; len(x.roles) == 0 {
			r.hold(e, role{noun: noun}) // "their son, Rhys", whom the text names in full only later
		}
	}
	if noun == "" && m.Kind == mention.Name {
		r.notesMarriage(i)
		return
	}
	if noun == "" {
		return
	}
	if of := r.ofWhom(i, first); of >= 0 && of != e {
		r.kinships = append(r.kinships, kinship{of: of, relative: e, noun: noun, told: i})
	}
}

// notesMarriage notes what a verb tells of its subject and of name i, its object: "Ada
// married Rhys".
func (r *resolver) notesMarriage(i int) {
	v := int(r.mentions[i].First) - 1
	if v < 1 || r.t.Tokens[v].Sentence != r.mentions[i].Sentence || !r.t.Tokens[v].Class.Has(mention.Verb|mention.Past) || r.t.Words.Kinship(r.t.Word(v)) == "" {
		return
	}
	if j := r.subjectOf(i, v); j >= 0 {
		if of := r.personOf(j, mention.Unknown); of >= 0 && of != r.out[i].Entity {
			r.kinships = append(r.kinships, kinship{of: of, relative: r.out[i].Entity, noun: r.t.Word(v), told: i})
		}
	}
}

// maxKinships bounds what is noted.
const maxKinships = 64

// ofWhom is the person whose relative a phrase beginning at token first is; mention i is
// of it or behind it. -1: nobody for sure.
func (r *resolver) ofWhom(i int, first int32) int {
	k := first
	if !r.t.Tokens[k].Class.Has(mention.Possessive) && k > 0 {
		k-- // the role of a name has lost its "his"
	}
	gender := mention.Unknown
	switch trait := r.t.Tokens[k].Trait; {
	case r.t.Tokens[k].Class.Has(mention.Genitive):
		for j := i; j >= 0 && j > i-4; j-- {
			if r.mentions[j].Last == k {
				return r.personOf(j, gender)
			}
		}
		return -1
	case trait&mention.OfHer != 0:
		gender = mention.FemaleGender
	case trait&mention.OfHim != 0:
		gender = mention.MaleGender
	default: // "Ada, whose husband"
		for j := i - 1; j >= 0 && j > i-4 && trait&mention.OfThem == 0; j-- {
			if c := &r.mentions[j]; c.Kind == mention.Name && (c.Last == k || c.Last == k-1 && r.t.Tokens[k-1].Punct == ',') {
				return r.personOf(j, gender)
			}
		}
		return -1
	}
	for j := i - 1; j >= 0 && j > i-reach && r.mentions[i].Paragraph-r.mentions[j].Paragraph <= 1; j-- {
		if c := &r.mentions[j]; c.Last > k || c.Quote >= 0 || c.Kind != mention.Name && c.Kind != mention.Pro && !(c.Kind == mention.Nominal && (r.speaks(j) || c.Definite && r.leads(j))) {
			continue
		}
		if e := r.personOf(j, gender); e >= 0 && e != r.out[i].Entity {
			return e
		}
	}
	return -1
}

// personOf is the person that mention j names, of that gender for all that is known. -1:
// none.
func (r *resolver) personOf(j int, gender mention.Gender) int {
	e, c := r.out[j].Entity, &r.mentions[j]
	if e < 0 || r.entities[e].Kind != quotes.SpeakerPerson || clash(r.entities[e].Gender, gender) {
		return -1
	}
	if x := &r.entities[e]; c.Kind == mention.Name && !x.person && x.Gender == mention.Unknown && c.Being != mention.Person && (c.Governed || r.behindArticle(c)) {
		return -1 // "the 33-year-old from Ostrava and his cousin"
	}
	return e
}

// kinds are what somebody is to whose relative they are, and those to them; of a lawyer, who is no
// relative, there is no reverse.
func (r *resolver) kinds(noun string) (kind, reverse string) {
	if kind, reverse, ok := strings.Cut(r.t.Words.Kinship(noun), "/"); ok {
		return kind, reverse
	}
	return noun, ""
}

// justTold reports whether the relative has done nothing since the text told of k: there they
// are named by the mention that tells it, or right behind it.
func (r *resolver) justTold(k *kinship) bool {
	last := r.entities[k.relative].last
	return last == k.told || last == k.told+1 && r.mentions[k.told].Kind == mention.Nominal && r.mentions[last].Kind == mention.Name
}

// kinsman is whom phrase i, "his brother", means by a kinship noted of whoever he is, in
// either direction: the aunt of whom the text has told the nephew. -1: nobody.
func (r *resolver) kinsman(i int) int {
	m := &r.mentions[i]
	noun := r.noun(m)
	kind, reverse := r.kinds(noun)
	if !m.Owned || m.Quote >= 0 {
		return -1
	}
	of := r.ofWhom(i, m.First)
	if of < 0 {
		return -1
	}
	found := -1
	for _, k := range r.kinships {
		if k.relative == of && k.noun == noun && r.justTold(&k) {
			return of // "Ada and her sister Bea", who has done nothing since
		}
		known, _ := r.kinds(k.noun)
		e := -1
		switch {
		case k.of == of && known == kind:
			e = k.relative
		case k.relative == of && known == reverse:
			e = k.of
		}
		if e < 0 || clash(r.entities[e].Gender, m.Gender) {
			continue
		}
		if found >= 0 && found != e {
			return -1 // he has two
		}
		found = e
	}
	return found
}
