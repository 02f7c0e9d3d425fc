package resolve

import (
	"onrecord/quotes"
	"onrecord/quotes/mention"
	"onrecord/quotes/text"
)

// fits reports whether mention j of entity e may be whom m means.
func (r *resolver) fits(m *mention.Mention, j, e int, g mention.Gender) bool {
	c, x := &r.mentions[j], &r.entities[e]
	if !r.personlike(x, c) || clash(x.Gender, g) || c.Kind == mention.Pro && clash(c.Gender, g) {
		return false
	}
	if m.Quote >= 0 && c.Governed && !x.person && x.Gender == mention.Unknown {
		return false // "a school in Abuloma": mostly a place
	}
	// Named inside a quote only: hardly whom the reporter means.
	return m.Quote >= 0 || c.Quote < 0 || r.speaks(j) || x.count == 0 || x.last == j
}

// barred is the entity that the pronoun i cannot be: of "Lee told him" and of "Lee, he said, was
// late" Lee. -1: none.
func (r *resolver) barred(i int) int {
	m := &r.mentions[i]
	if m.Kind != mention.Pro {
		return -1
	}
	if r.t.Tokens[m.First].Class.Has(mention.Subject) {
		return r.interrupted(i)
	}
	asked := r.asked(m) && r.mainVerb(int(m.First)-1)
	for j := i - 1; j >= 0 && j > i-8 && r.mentions[j].Sentence == m.Sentence && r.mentions[j].Quote == m.Quote; j-- {
		if asked && r.leads(j) {
			return r.out[j].Entity // "Lee, prosecuting, asked him"
		}
		for k := r.mentions[j].Last; k < m.First; k++ {
			if t := &r.t.Tokens[k]; t.Shape == mention.Mark && !asked || t.Class.Has(mention.To|mention.Who|mention.That|mention.Subordinate|mention.Conjunction) {
				return -1
			}
		}
		if c := &r.mentions[j]; !c.Governed && !c.Owner {
			return r.out[j].Entity
		}
	}
	return -1
}

// longestByWay bounds the words behind a pronoun up to the comma of "Lee, he said in May, was".
const longestByWay = 5

// interrupted is the entity of the name whose clause the pronoun i tells by the way, between
// commas right behind it. -1: none.
func (r *resolver) interrupted(i int) int {
	m := &r.mentions[i]
	comma := m.First - 1
	if i == 0 || comma < 1 || r.t.Tokens[comma].Punct != ',' || !r.speaks(i) && !r.reports(m) {
		return -1
	}
	c := &r.mentions[i-1]
	if c.Kind != mention.Name || c.PrintLast != comma || c.Sentence != m.Sentence || c.Governed || c.Owner {
		return -1
	}
	for k := m.Last; int(k) < len(r.t.Tokens) && k < m.Last+longestByWay && r.t.Tokens[k].Sentence == m.Sentence; k++ {
		if r.t.Tokens[k].Punct == ',' {
			return r.out[i-1].Entity
		}
	}
	return -1
}

// namedBy reports whether the words ascribed to mention i name entity e: few
// speak of themselves by name.
func (r *resolver) namedBy(i, e int) bool {
	if e < 0 {
		return false
	}
	for _, q := range r.said[i] {
		for _, k := range r.inside[q] {
			if r.names(k, e) {
				return true
			}
		}
	}
	return false
}

// addresses reports whether the words ascribed to mention i begin with a name of entity e, or speak to
// them by it: "Thank you, Lee, for coming".
func (r *resolver) addresses(i, e int) bool {
	if e < 0 {
		return false
	}
	for _, q := range r.said[i] {
		for n, k := range r.inside[q] {
			if r.names(k, e) && r.behindMark(k) && (n == 0 || r.beforeMark(k)) {
				return true
			}
		}
	}
	return false
}

// behindMark reports whether mention k opens its words, or a mark stands before it.
func (r *resolver) behindMark(k int) bool {
	first := r.printed(&r.mentions[k])
	return first == 0 || r.t.Tokens[first-1].Shape == mention.Mark
}

// beforeMark reports whether mention k ends its words, or a mark stands behind it.
func (r *resolver) beforeMark(k int) bool {
	last := int(r.mentions[k].Last)
	return last >= len(r.t.Tokens) || r.t.Tokens[last].Shape == mention.Mark
}

func (r *resolver) personlike(x *Entity, c *mention.Mention) bool {
	if x.Kind == quotes.SpeakerGroup || r.bodyInFull(x, c) {
		return false
	}
	if x.person || x.Gender != mention.Unknown || c.Being == mention.Person {
		return true
	}
	if c.Kind != mention.Name || c.Being != mention.Undecided || !r.acting[r.head(c)] || r.behindArticle(c) {
		return false
	}
	// A capital that opens a sentence tells little.
	return (x.count > 1 || len(x.parts) > 1 || !r.opens(c) || r.verb(c) >= 0) && !(len(r.things) > 0 && r.things[text.Key(x.Name)])
}

// bodyInFull reports whether name c is the beginning of entity x's, which ends as a body's does: Sandy Brook
// of the Sandy Brook Elementary School.
func (r *resolver) bodyInFull(x *Entity, c *mention.Mention) bool {
	n := len(x.parts)
	return c.Kind == mention.Name && n > 2 && int(c.NameLast-c.NameFirst) < n && r.word(int(c.NameFirst)) == x.parts[0] && r.t.Words.Lookup(x.parts[n-1], true).Has(mention.OrgName)
}

// behindArticle reports whether an article stands right before name c, as before no person's but a
// title's: the Keys.
func (r *resolver) behindArticle(c *mention.Mention) bool {
	return c.First == c.NameFirst && c.First > 0 && r.t.Tokens[c.First-1].Class.Has(mention.Definite) && r.t.Tokens[c.First-1].Sentence == c.Sentence
}

// noun is a mention's noun as roles are compared.
func (r *resolver) noun(c *mention.Mention) string {
	return r.t.Words.TitleNoun(r.t.Word(int(c.Head)))
}

// traits are those of a mention's last word, or its noun.
func (r *resolver) traits(c *mention.Mention) mention.Trait {
	return r.t.Tokens[c.Head].Trait
}

// head is the folded last word of a mention's name, or its noun.
func (r *resolver) head(c *mention.Mention) string { return r.word(int(c.Head)) }

// actors notes the last words of the names that do something somewhere, speak or
// bear a title: a name of which every mention stands behind a preposition, or
// before a noun, is hardly a person's.
func (r *resolver) actors() {
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.Kind == mention.Name && (m.First < m.NameFirst || m.RoleFirst < m.RoleLast || r.speaks(i) || !m.Governed && !m.Owner && r.verb(m) >= 0) {
			r.acting[r.head(m)] = true
		}
	}
}

// opens reports whether the mention begins its sentence.
func (r *resolver) opens(c *mention.Mention) bool {
	return c.First == 0 || r.t.Tokens[c.First-1].Sentence != c.Sentence || r.t.Tokens[c.First-1].Shape == mention.Mark
}
