package resolve

import (
	"slices"
	"strings"

	"onrecord/quotes"
	"onrecord/quotes/mention"
	"onrecord/quotes/text"
)

// given reports whether a folded word is a first name.
func (r *resolver) given(word string) bool {
	return r.t.Words.Lookup(word, true).Has(mention.Male | mention.Female)
}

// ordinary reports whether a folded word is one of every text, and no name.
func (r *resolver) ordinary(word string) bool {
	c := r.t.Words.Lookup(word, true)
	return c.Has(mention.Common|mention.OrgName|mention.Thing) && !c.Has(mention.Male|mention.Female|mention.Place|mention.Title|mention.Role)
}

// glued reports whether capitals were drawn to a name: the longer of two runs
// ends with the other, whose first word alone is a first name. "Real Ann Lee"
// is Ann Lee, but "Osman Abu Laban" is no Abu Laban.
func (r *resolver) glued(long, short []string) bool {
	n := len(long) - len(short)
	return n > 0 && len(short) > 1 && slices.Equal(long[n:], short) && !r.ordinary(short[len(short)-1]) && r.given(short[0]) && !r.given(long[0]) && len(long[0]) > 1
}

// nameIn is the entity of the name within a longer run by one of whose words a
// text calls it: Ann Lee, later "Lee", of "Ann Lee Show". -1: the run is the
// name, as those which end with no ordinary word are or have a role, and short names of bodies.
func (r *resolver) nameIn(e int, key string) int {
	x := &r.entities[e]
	parts, words := x.parts, strings.Fields(x.Name)
	if len(x.roles) > 0 && !x.headline {
		return -1 // "Ri Chol Gun, a director,"
	}
	k, n := slices.Index(parts, key), len(parts)
	if k < 0 || k == n-1 || r.entities[e].Kind == quotes.SpeakerOrganisation || !r.ordinary(parts[n-1]) || len(words) != n || r.t.Words.Lookup(key, true)&^(mention.Male|mention.Female) != 0 {
		return -1
	}
	first, end, lead := k, k+1, r.t.Words.Lookup(parts[0], true)
	body := r.t.Words.Lookup(parts[n-1], true).Has(mention.OrgName)
	switch {
	case lead.Has(mention.Male | mention.Female):
		first, end = 0, max(k+1, 2)
		if end == n || body && (end < n-1 || lead.Has(mention.Place)) {
			return -1 // Ann Baker, Marion Avenue Baptist Church
		}
	case body:
		return -1
	}
	name := strings.Join(words[first:end], " ")
	if found, ok := r.full[text.Key(name)]; ok {
		return found
	}
	found := r.add(Entity{Name: name, Kind: quotes.SpeakerPerson, parts: parts[first:end]})
	r.full[text.Key(name)] = found
	if end-first > 1 {
		r.byLast[parts[end-1]] = append(r.byLast[parts[end-1]], found)
		r.byFirst[parts[first]] = append(r.byFirst[parts[first]], found)
	}
	return found
}

// modifies reports whether a name only goes before a noun: Lee in "Lee rally".
func (r *resolver) modifies(m *mention.Mention) bool {
	if int(m.Last) >= len(r.t.Tokens) {
		return false
	}
	next := &r.t.Tokens[m.Last]
	return next.Shape == mention.Lower && next.Sentence == m.Sentence && next.Quote == m.Quote &&
		!next.Class.Has(mention.Closed|mention.Verb|mention.Past|mention.Adverb|mention.Determiner|mention.Possessive|mention.Genitive|mention.Negative|mention.Pronoun)
}

// misspelling is the only person of whose surname a rare key is a misspelling:
// a letter more or less, or two that changed places, behind the first. -1: none.
func (r *resolver) misspelling(key string) int {
	if len(key) < 5 {
		return -1
	}
	found := -1
	for e := max(0, len(r.entities)-maxBodies); e < len(r.entities); e++ {
		x := &r.entities[e]
		if x.Kind != quotes.SpeakerPerson || x.first < 0 || len(x.parts) < 2 || !slipped(x.parts[len(x.parts)-1], key) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = e
	}
	return found
}

// misspeltName is the entity of the same first name of whose last name the last of
// parts is a misspelling. -1: none.
func (r *resolver) misspeltName(parts []string) int {
	list := r.byFirst[parts[0]]
	for _, e := range list[max(0, len(list)-maxNamesakes):] {
		if x := r.entities[e].parts; x[0] == parts[0] && slipped(x[len(x)-1], parts[len(parts)-1]) {
			return e
		}
	}
	return -1
}

// slipped reports whether one slip of the hand turns a into b, behind the first
// letter.
func slipped(a, b string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	if len(b) < 5 || len(a) > len(b)+1 || a[0] != b[0] || a == b {
		return false
	}
	i := 1
	for i < len(b) && a[i] == b[i] {
		i++
	}
	if len(a) > len(b) {
		return a[i+1:] == b[i:] && a != b+"s" // the Lees
	}
	return i+1 < len(b) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}
