package resolve

import (
	"slices"

	"onrecord/quotes/mention"
)

// opposed reports whether a word of the phrase and one of entity e's roles tell two sides of a
// kind, and none the same: the prosecutor is no defence lawyer, nor the next manager the
// outgoing one. Neither is a deputy minister's minister.
func (r *resolver) opposed(m *mention.Mention, e int) bool {
	own := r.fold(m.First, m.Head+1)
	if m.PrintLast > m.Last {
		own = append(own, r.word(int(m.PrintLast)-1)) // the counsel for the defence
	}
	for k := range own {
		kind, side := r.sideOf(own, k)
		if side == "" {
			continue
		}
		other := false
		for _, held := range r.entities[e].roles {
			if of, on := r.t.Words.Opposed(held.noun); of == kind {
				other = true
				if on == side {
					return false
				}
			}
			for n := range held.words {
				if of, on := r.sideOf(held.words, n); of == kind && on == side {
					return false
				} else if of == kind {
					other = true
				}
			}
		}
		if other {
			return true
		}
	}
	return false
}

// sideOf is the kind of role and the side there that word k of the words tells, but where it
// only begins the name of a place: New York.
func (r *resolver) sideOf(words []string, k int) (kind, side string) {
	if r.t.Words.Trait(words[k])&mention.PlaceLead != 0 && k+1 < len(words) && r.t.Words.Lookup(words[k+1], true).Has(mention.Place) {
		return "", ""
	}
	return r.t.Words.Opposed(words[k])
}

// deputy is the one of the words of a phrase that makes its role that of a deputy, "" for none.
func (r *resolver) deputy(words []string) string {
	if k := slices.IndexFunc(words, r.t.Words.Deputy); k >= 0 {
		return words[k]
	}
	return ""
}

// stoodInFor reports whether the words of a phrase, "the deputy mayor", are of who stands in for entity x: x
// holds the role of the noun, and is no deputy.
func (r *resolver) stoodInFor(words []string, x *Entity, noun string) bool {
	if r.deputy(words) == "" {
		return false
	}
	for _, held := range x.roles {
		if r.kindred(held.noun, noun) > 0 && r.deputy(held.words) != "" || r.t.Words.Deputy(held.noun) {
			return false
		}
	}
	return true
}

// onlyDeputy reports whether entity x holds the role of the noun as a deputy only.
func (r *resolver) onlyDeputy(x *Entity, noun string) bool {
	deputy := false
	for _, held := range x.roles {
		if r.kindred(held.noun, noun) == 0 {
			continue
		}
		if r.deputy(held.words) == "" {
			return false
		}
		deputy = true
	}
	return deputy
}

// onlyRival reports whether all roles of entity x are those of who stands against their holder.
func (r *resolver) onlyRival(x *Entity) bool {
	for _, held := range x.roles {
		if !slices.ContainsFunc(held.words, r.t.Words.Rival) {
			return false
		}
	}
	return len(x.roles) > 0
}

// ownOffice reports whether entity e holds an office, and none as a deputy.
func (r *resolver) ownOffice(e int) bool {
	held := r.entities[e].roles
	return slices.ContainsFunc(held, func(x role) bool { return r.office(x.noun) }) &&
		!slices.ContainsFunc(held, func(x role) bool { return r.t.Words.Deputy(x.noun) || r.deputy(x.words) != "" })
}

// inTurn is the only one of whom the text says that they held an office before somebody, or
// will, where phrase m is of a former or a next holder: "the former mayor", of "her
// predecessor, X". -1: nobody, or several.
func (r *resolver) inTurn(m *mention.Mention, former bool) int {
	turn := "former"
	if !former {
		if m.First+1 >= m.Head {
			return -1
		}
		if _, side := r.t.Words.Opposed(r.word(int(m.First) + 1)); side != "beginning" {
			return -1
		}
		turn = "next"
	}
	if !r.office(r.noun(m)) && r.t.Words.Trait(r.noun(m))&mention.Loose == 0 {
		return -1
	}
	return r.onlyEntity(func(_ int, x *Entity) bool {
		return x.last >= 0 && !clash(x.Gender, m.Gender) && slices.ContainsFunc(x.roles, func(held role) bool { return r.t.Words.Turn(held.noun) == turn })
	})
}

// heldInTurn reports whether the text says of entity e only that they held an office before
// somebody, or will.
func (r *resolver) heldInTurn(e int) bool {
	return slices.ContainsFunc(r.entities[e].roles, func(held role) bool { return r.t.Words.Turn(held.noun) != "" })
}
