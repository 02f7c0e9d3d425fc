package resolve

import "onrecord/quotes/mention"

// longestBreed bounds the words that tell what animal a name is of: "a nine-year-old chestnut gelding".
const longestBreed = 5

// animals makes things of the names that the text gives to animals and things: "his cat Bertie", "Bruno, a
// labrador", "a boat called Avalon", "founded Fernwick". A word that is somebody's surname, too, stays a
// person's.
func (r *resolver) animals() {
	var named map[string]bool // nil where there are none, as in most articles
	for i := range r.mentions {
		if m := &r.mentions[i]; m.Kind == mention.Name && r.notPersons(m) {
			if named == nil {
				named = map[string]bool{}
			}
			named[r.key(m)] = true
		}
	}
	if named == nil {
		return
	}
	for i := range r.mentions {
		if m := &r.mentions[i]; m.Kind == mention.Name && (m.NameLast-m.NameFirst > 1 || m.First < m.NameFirst) && !r.notPersons(m) {
			delete(named, r.head(m))
		}
	}
	for i := range r.mentions {
		if m := &r.mentions[i]; m.Kind == mention.Name && named[r.key(m)] {
			if m.Being == mention.Person {
				m.Being = mention.Undecided
			}
			m.Gender = mention.Unknown
			r.things[r.key(m)] = true
		}
	}
}

// notPersons reports whether the words around name m give it to an animal or a thing.
func (r *resolver) notPersons(m *mention.Mention) bool { return r.animalNamed(m) || r.thingNamed(m) }

// animalNamed reports whether the words right before or behind name m tell that it is an animal's.
func (r *resolver) animalNamed(m *mention.Mention) bool {
	if m.First != m.NameFirst || m.NameLast-m.NameFirst > 1 && r.given(r.word(int(m.NameFirst))) {
		return false
	}
	k := int(m.First) - 1
	within := func(k int) bool {
		return k >= 0 && k < len(r.t.Tokens) && r.t.Tokens[k].Sentence == m.Sentence && r.t.Tokens[k].Quote == m.Quote
	}
	if within(k) && r.t.Tokens[k].Trait&mention.Calls != 0 {
		k--
	}
	behind := int(m.Last)
	if within(k) && within(behind) && r.t.Tokens[k].Punct == ',' && r.t.Tokens[behind].Punct == ',' {
		k--
	}
	if within(k) && r.animalNoun(k) {
		return true
	}
	if !within(behind+1) || r.t.Tokens[behind].Punct != ',' || !r.t.Tokens[behind+1].Class.Has(mention.Determiner) {
		return false
	}
	for k = behind + 2; within(k+1) && k < behind+2+longestBreed; k++ {
		if r.t.Tokens[k].Shape == mention.Mark || r.t.Tokens[k].Class.Has(mention.Closed) {
			return false
		}
		if next := &r.t.Tokens[k+1]; r.animalNoun(k) && (next.Shape == mention.Mark || next.Class.Has(mention.Closed)) {
			return true
		}
	}
	return false
}

// thingNamed reports whether the words right before name m tell that it is a thing's.
func (r *resolver) thingNamed(m *mention.Mention) bool {
	given := m.NameLast-m.NameFirst > 1 && r.given(r.word(int(m.NameFirst)))
	return m.First == m.NameFirst && !m.Owner && !given && (r.had(m) || r.calledThing(m))
}

// animalNoun reports whether token k is a noun for an animal, in small letters.
func (r *resolver) animalNoun(k int) bool {
	return r.t.Tokens[k].Shape == mention.Lower && r.t.Words.Animal(r.word(k))
}
