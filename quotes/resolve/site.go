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
