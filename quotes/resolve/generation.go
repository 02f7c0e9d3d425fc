package resolve

import (
	"slices"
	"strconv"
	"strings"

	"onrecord/quotes"
	"onrecord/quotes/mention"
)

// side is +1 for the name of "elder Lee" and "Lee senior", -1 for "younger Lee" and "Lee
// junior", else 0.
func (r *resolver) side(i int) float64 {
	m := &r.mentions[i]
	if k := int(m.Last); k+1 < len(r.t.Tokens) && r.t.Tokens[k].Shape == mention.Lower && r.t.Tokens[k].Sentence == m.Sentence && r.t.Tokens[k].Quote == m.Quote &&
		(r.t.Tokens[k+1].Shape == mention.Mark || r.t.Tokens[k+1].Class.Has(mention.Core|mention.Auxiliary|mention.Past|mention.Present)) {
		switch trait := r.t.Tokens[k].Trait; {
		case trait&mention.Elder != 0:
			return 1
		case trait&mention.Younger != 0:
			return -1
		}
	}
	k := int(m.First) - 1
	if m.RoleFirst < m.RoleLast {
		k = min(k, int(m.RoleFirst))
	}
	if k < 0 || r.t.Tokens[k].Sentence != m.Sentence {
		return 0
	}
	switch trait := r.t.Tokens[k].Trait; {
	case trait&mention.Elder != 0:
		return 1
	case trait&mention.Younger != 0:
		return -1
	}
	return 0
}

// seniority is +1 for the elder of a family, -1 for the younger, 0 where the
// text does not tell.
func (r *resolver) seniority(x *Entity, list []int) float64 {
	switch x.suffix {
	case "jr", "jr.":
		return -1
	case "sr", "sr.":
		return 1
	}
	for _, e := range list {
		if y := &r.entities[e]; y != x && (y.suffix == "jr" || y.suffix == "jr.") {
			return 1
		}
	}
	if older := r.olderThanOthers(x, list); older != 0 {
		return older
	}
	for _, role := range x.roles {
		trait := r.t.Words.Trait(role.noun)
		for _, w := range role.words {
			trait |= r.t.Words.Trait(w) & (mention.Elder | mention.Younger)
		}
		switch {
		case trait&(mention.Parent|mention.Elder) != 0:
			return 1
		case trait&(mention.Child|mention.Younger) != 0:
			return -1
		}
	}
	return 0
}

// olderThanOthers is +1 where the text gives x an age and the others of the list whose
// age it gives are younger, -1 where they are older, else 0.
func (r *resolver) olderThanOthers(x *Entity, list []int) float64 {
	own, err := strconv.Atoi(x.age)
	if err != nil {
		return 0
	}
	older, younger := false, false
	for _, e := range list {
		age, err := strconv.Atoi(r.entities[e].age)
		if err != nil || &r.entities[e] == x {
			continue
		}
		older, younger = older || own > age, younger || own < age
	}
	switch {
	case older && !younger:
		return 1
	case younger && !older:
		return -1
	}
	return 0
}

// unlikeNamed makes a speaker of "the elder Lee" where the text has named only another Lee
// and told of a relative of that generation: "Lee took over from his uncle". It
// reports whether it did.
func (r *resolver) unlikeNamed(i int, list []int, side float64) bool {
	m := &r.mentions[i]
	if side == 0 || len(list) != 1 || r.seniority(&r.entities[list[0]], list)*side > 0 {
		return false
	}
	generation := mention.Parent
	if side < 0 {
		generation = mention.Child
	}
	for j := i - 1; j >= 0 && j > i-2*reach; j-- {
		c := &r.mentions[j]
		if c.Kind != mention.Nominal || c.Quote >= 0 || !c.Owned || r.traits(c)&generation == 0 || r.out[j].Entity >= 0 {
			continue
		}
		first := min(m.First-1, m.RoleFirst)
		phrase := strings.ToLower(r.print(first, first+1)) + " " + r.print(first+1, m.Last)
		if first > 0 && r.t.Tokens[first-1].Class.Has(mention.Definite) {
			phrase = strings.ToLower(r.print(first-1, first)) + " " + phrase
		}
		e, ok := r.unnamed[phrase]
		if !ok {
			e = r.add(Entity{Name: phrase, Kind: quotes.SpeakerUnnamed, Gender: c.Gender})
			r.unnamed[phrase] = e
		}
		r.out[i] = Resolution{Entity: e, Confidence: sureAsWritten, Second: list[0]}
		return true
	}
	return false
}

// ofGeneration is whom of the two of the list "the elder Lee" means where the text has told
// that one of them has a relative, by no name: "Bo Lee's father was late. Ed Lee had hurried."
// -1: nobody.
func (r *resolver) ofGeneration(i int, list []int) int {
	side := r.side(i)
	if side == 0 || len(list) != 2 || r.seniority(&r.entities[list[0]], list) != 0 || r.seniority(&r.entities[list[1]], list) != 0 {
		return -1
	}
	for j := i - 1; j >= 0 && j > i-2*reach; j-- {
		c := &r.mentions[j]
		generation := r.traits(c) & (mention.Parent | mention.Child)
		if c.Kind != mention.Nominal || c.Quote >= 0 || !c.Owned || generation == 0 {
			continue
		}
		of := slices.Index(list, r.ofWhom(j, c.First))
		switch {
		case of < 0:
		case (generation == mention.Parent) == (side > 0):
			return list[1-of]
		default:
			return list[of]
		}
	}
	return -1
}

// ofTwo is whom "the older man" or "the younger" means of a family of two just named.
// -1: nobody.
func (r *resolver) ofTwo(i int) int {
	m := &r.mentions[i]
	side := r.generation(m)
	if side == 0 || !m.Definite || m.Owned || m.PrintLast > m.Last && !r.t.Tokens[m.Last].Class.Has(mention.Preposition) {
		return -1
	}
	for j := i - 1; j >= 0 && j > i-reach && m.Paragraph-r.mentions[j].Paragraph <= longAgo; j-- {
		e := r.out[j].Entity
		if e < 0 || r.mentions[j].Kind != mention.Name || r.entities[e].Kind != quotes.SpeakerPerson {
			continue
		}
		x := &r.entities[e]
		list := r.byLast[x.parts[len(x.parts)-1]]
		if len(list) != 2 {
			continue
		}
		a, b := &r.entities[list[0]], &r.entities[list[1]]
		switch lead := (r.seniority(a, list) - r.seniority(b, list)) * side; {
		case lead > 0 && !clash(a.Gender, m.Gender):
			return list[0]
		case lead < 0 && !clash(b.Gender, m.Gender):
			return list[1]
		}
	}
	return r.byAges(i, side)
}

// byAges is whom phrase i, "the younger woman", means of the only two of its gender whom the
// text has just named, where it gives both an age. -1: nobody.
func (r *resolver) byAges(i int, side float64) int {
	m := &r.mentions[i]
	var two []int
	for j := i - 1; j >= 0 && j > i-reach && m.Paragraph-r.mentions[j].Paragraph <= longAgo; j-- {
		e := r.out[j].Entity
		if e < 0 || r.mentions[j].Kind != mention.Name || r.mentions[j].Quote >= 0 || r.entities[e].Kind != quotes.SpeakerPerson || !r.entities[e].person || clash(r.entities[e].Gender, m.Gender) || slices.Contains(two, e) {
			continue
		}
		if two = append(two, e); len(two) > 2 {
			return -1
		}
	}
	if len(two) < 2 || r.entities[two[0]].age == "" || r.entities[two[1]].age == "" {
		return -1
	}
	for _, e := range two {
		if r.olderThanOthers(&r.entities[e], two)*side > 0 {
			return e
		}
	}
	return -1
}

// mutual reports whether both of two relatives are what the noun says: sisters.
func (r *resolver) mutual(noun string) bool {
	kind, reverse, ok := strings.Cut(r.t.Words.Kinship(noun), "/")
	return ok && kind == reverse
}

// generation is +1 for "the older man" and "the elder", -1 for "the younger", else 0.
func (r *resolver) generation(m *mention.Mention) float64 {
	if noun := r.traits(m); noun&mention.AnyPerson == 0 && noun&(mention.Elder|mention.Younger) == 0 && !r.t.Tokens[m.Head].Class.Has(mention.Generic) && !r.mutual(r.noun(m)) {
		return 0
	}
	for k := m.First; k < m.Last; k++ {
		switch trait := r.t.Tokens[k].Trait; {
		case trait&mention.Elder != 0:
			return 1
		case trait&mention.Younger != 0:
			return -1
		}
	}
	return 0
}
