package resolve

import (
	"strings"

	"onrecord/quotes"
	"onrecord/quotes/mention"
	"onrecord/quotes/text"
)

// countryman is the one person to whose role the text gives the place or people
// of the phrase: of "the French leader" the French president. -1: none, or several.
func (r *resolver) countryman(m *mention.Mention) int {
	found := -1
	for k := m.First; k < m.Head; k++ {
		if !r.t.Tokens[k].Class.Has(mention.Place | mention.Demonym) {
			continue
		}
		word := text.Key(r.t.Word(int(k)))
		for e := range r.entities[max(0, len(r.entities)-maxCountrymen):] {
			e += max(0, len(r.entities)-maxCountrymen)
			x := &r.entities[e]
			if x.first < 0 || x.Kind != quotes.SpeakerPerson || clash(x.Gender, m.Gender) || !hasRelated(x.roles, word) {
				continue
			}
			if found >= 0 && found != e {
				return -1
			}
			found = e
		}
	}
	return found
}

// maxCountrymen bounds the people that one phrase is compared with.
const maxCountrymen = 64

func hasRelated(roles []role, word string) bool {
	for _, role := range roles {
		for _, w := range role.words {
			if related(w, word) {
				return true
			}
		}
	}
	return false
}

// related reports whether two folded words share a stem: korea, korean.
func related(a, b string) bool {
	n := min(len(a), len(b))
	if n < 4 {
		return a == b
	}
	n = min(n, 5)
	return strings.EqualFold(a[:n], b[:n])
}

// placed reports whether the phrase names a place or a people.
func (r *resolver) placed(first, last int32) bool {
	for i := first; i < last; i++ {
		if r.t.Tokens[i].Class.Has(mention.Place | mention.Demonym) {
			return true
		}
	}
	return false
}

// otherPlace reports whether the entity's role of that noun has words of its own.
func (r *resolver) otherPlace(x *Entity, noun string) bool {
	for _, role := range x.roles {
		if role.noun == noun && len(role.words) > 0 {
			return true
		}
	}
	return false
}
