package resolve

import "onrecord/quotes/mention"

// namedThings makes things of the names that begin as only a thing's do, though a first
// name may end them: "Storm Babet", "El Faro", and "Babet" alone. Where the text gives the
// last word to somebody as a surname they are a person's: Le Pen, of "Marine Le Pen".
func (r *resolver) namedThings() {
	taken, things := map[string]bool{}, map[string]bool{}
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.Kind != mention.Name || r.thingLeads(m) {
			continue
		}
		for k := m.NameFirst; k < m.NameLast && (m.NameLast-m.NameFirst > 1 || m.First < m.NameFirst); k++ {
			taken[r.word(int(k))] = true
		}
	}
	for i := range r.mentions {
		if m := &r.mentions[i]; m.Kind == mention.Name && r.thingLeads(m) && !taken[r.head(m)] {
			things[r.head(m)] = true
		}
	}
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.Kind == mention.Name && things[r.head(m)] && m.Being != mention.Location {
			m.Being, m.Gender = mention.Organisation, mention.Unknown
		}
	}
}

// thingLeads reports whether the word before the last of name m begins the names of things,
// with at most common words before it: "Tropical Storm Babet".
func (r *resolver) thingLeads(m *mention.Mention) bool {
	k := m.Head - 1
	if m.First < m.NameFirst || m.Last > m.NameLast || k < m.NameFirst || !r.t.Words.ThingLead(r.t.Word(int(k))) || r.t.Tokens[k].Shape != mention.Capital {
		return false
	}
	for k--; k >= m.NameFirst; k-- {
		if r.t.Tokens[k].Class&^mention.Place != mention.Common {
			return false
		}
	}
	return true
}
