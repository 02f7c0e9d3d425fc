package resolve

import (
	"slices"

	"onrecord/quotes/mention"
)

// aideOf is the one person to whom the text gives the role of phrase m with the same person: of "Lee's
// attorney" and "the lawyer for Lee" whom it has called a lawyer for Lee. -1: none, several, or the
// phrase tells nobody.
func (r *resolver) aideOf(m *mention.Mention) int {
	if m.Plural || !m.Owned && m.PrintLast == m.Last {
		return -1
	}
	of := r.realmOf(m.First, m.PrintLast)
	if !r.surnamed(of[max(0, len(of)-1):]) {
		return -1
	}
	of = of[len(of)-1:]
	noun := r.noun(m)
	return r.onlyPerson(m, func(_ int, x *Entity) bool { return r.aides(x, noun, of) })
}

// aides reports whether the text gives entity x a role like the noun's with whoever is called so.
func (r *resolver) aides(x *Entity, noun string, of []string) bool {
	fits := func(held role) bool {
		return (r.akin(held.noun, noun) || r.akin(noun, held.noun)) && (r.holdsAll(held.realm, of) || r.holdsAll(held.words, of))
	}
	return slices.ContainsFunc(x.roles, fits) || slices.ContainsFunc(x.does, fits)
}
