package resolve

import "onrecord/quotes/mention"

// sites takes the names that begin with no known first name for places where the text
// has them behind the prepositions of a place, "was found at Harn Tepe", and nowhere
// as it has a person's: with a title, a role or an age, or as who speaks.
func (r *resolver) sites() {
	behind, people := map[string]bool{}, map[string]bool{}
	for i := range r.mentions {
		switch m := &r.mentions[i]; {
		case m.Kind != mention.Name:
		case m.First < m.NameFirst || m.RoleFirst < m.RoleLast || r.speaks(i) || r.apposes(m):
			people[r.head(m)] = true
		case r.sitelike(m) && r.venue(m) && !m.Owner && m.Quote < 0:
			behind[r.print(m.NameFirst, m.NameLast)] = true
		}
	}
	for i := range r.mentions {
		if m := &r.mentions[i]; m.Kind == mention.Name && r.sitelike(m) && behind[r.print(m.NameFirst, m.NameLast)] && !people[r.head(m)] {
			m.Being = mention.Location
		}
	}
}

// towns takes the names that begin with a first name for places, too, where the text has
// them nowhere but behind those prepositions, and calls nobody by their last word: "in
// Sandy Point".
func (r *resolver) towns() {
	within := map[string]bool{}
	for i := range r.mentions {
		m := &r.mentions[i]
		if r.ofSettlement(m) {
			m.Being, m.Gender = mention.Location, mention.Unknown
		}
		if r.townlike(i) {
			within[r.print(m.NameFirst, m.NameLast)] = true
		}
	}
	if len(within) == 0 {
		return
	}
	elsewhere := map[string]bool{}
	for i := range r.mentions {
		if m := &r.mentions[i]; m.Kind == mention.Name && !r.townlike(i) {
			elsewhere[r.print(m.NameFirst, m.NameLast)], elsewhere[r.head(m)] = true, true
		}
	}
	for i := range r.mentions {
		m := &r.mentions[i]
		if name := r.print(m.NameFirst, m.NameLast); m.Kind == mention.Name && within[name] && !elsewhere[name] && !elsewhere[r.head(m)] {
			m.Being, m.Gender = mention.Location, mention.Unknown
		}
	}
}

// ofSettlement reports whether "of" and the noun for a place stand before name m: "the suburb of Sandy Point".
func (r *resolver) ofSettlement(m *mention.Mention) bool {
	of := int(m.First) - 1
	return m.Kind == mention.Name && m.Being != mention.Organisation && !m.Owner && of > 0 && r.t.Tokens[of-1].Sentence == m.Sentence &&
		r.t.Tokens[of-1].Shape == mention.Lower && r.t.Tokens[of].Class.Has(mention.Preposition) && r.t.Words.Settlement(r.t.Word(of-1)) == r.t.Word(of)
}

// townlike reports whether mention i, a name of a first name and another word or one that no table
// has, stands as a place does: "a factory in Sandy Point, Wexford", "near Sandy Point in May".
func (r *resolver) townlike(i int) bool {
	m := &r.mentions[i]
	k, next := int(m.First)-1, int(m.Last)
	if m.Kind != mention.Name || m.First < m.NameFirst || m.RoleFirst < m.RoleLast || !(r.twoNamed(m) || r.unknownWord(m)) || m.Owner || k < 1 || r.apposes(m) {
		return false
	}
	before := &r.t.Tokens[k-1]
	if r.t.Tokens[k].Trait&mention.Wherein == 0 || before.Sentence != m.Sentence || before.Shape == mention.Lower && before.Class.Has(mention.Core|mention.Speech) {
		return false
	}
	behind := &r.t.Tokens[min(next, len(r.t.Tokens)-1)]
	return (next >= len(r.t.Tokens) || behind.Sentence != m.Sentence || behind.Shape == mention.Mark || behind.Class.Has(mention.Preposition)) && !r.whoBehind(i)
}

// twoNamed reports whether m is the name of somebody, as its two words are, and unknownWord whether it
// is a single word that no table has.
func (r *resolver) twoNamed(m *mention.Mention) bool {
	return m.Being == mention.Person && m.NameLast-m.NameFirst == 2
}

func (r *resolver) unknownWord(m *mention.Mention) bool {
	return m.Being == mention.Undecided && m.NameLast-m.NameFirst == 1 && r.t.Tokens[m.NameFirst].Class == 0
}

// sitelike reports whether name m is held for a person's only because it has several
// words: neither its first word nor a title tells.
func (r *resolver) sitelike(m *mention.Mention) bool {
	return m.Being == mention.Person && m.Gender == mention.Unknown && m.First == m.NameFirst && m.NameLast-m.NameFirst > 1 &&
		!r.t.Tokens[m.NameFirst].Class.Has(mention.Male|mention.Female) && r.t.Tokens[m.NameFirst].Shape != mention.Initial
}

// apposes reports whether an age or a phrase follows name m behind a comma: "Harn
// Tepe, 31", "Harn Tepe, a potter".
func (r *resolver) apposes(m *mention.Mention) bool {
	k := int(m.Last)
	if k+1 >= len(r.t.Tokens) || r.t.Tokens[k].Punct != ',' {
		return false
	}
	next := &r.t.Tokens[k+1]
	return next.Sentence == m.Sentence && (next.Shape == mention.Number || next.Class.Has(mention.Determiner|mention.Who))
}
