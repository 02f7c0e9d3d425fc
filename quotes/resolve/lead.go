package resolve

import (
	"slices"

	"onrecord/quotes/mention"
)

const (
	// deepestLead bounds the sentences up to one that opens an article.
	deepestLead = 6
	// longestLead bounds those between the phrase there and the name.
	longestLead = 3
	// longestOther bounds the words of "Another parent" before a name.
	longestOther = 6
	// shortestShared is the length, in bytes, from which a word of a phrase and of a title tells
	// that both are of one person.
	shortestShared = 4
)

// namedNext is whom an article leaves unnamed where it opens and names where its next paragraph
// begins: "A mother was “left in the dark”. … Ann Lee, 34, said". -1: nobody.
func (r *resolver) namedNext(i int) int {
	m := &r.mentions[i]
	if m.Plural || m.Quote >= 0 || m.Owned || r.prose[m.Sentence] > deepestLead || r.t.Tokens[m.Head].Class&(mention.Role|mention.Generic|mention.Age|mention.National) == 0 || r.numbered(m) || r.traits(m)&mention.Nameless != 0 || !r.leads(i) {
		return -1
	}
	for j := max(0, i-reach); j < i; j++ {
		if c := &r.mentions[j]; r.namesOne(j) && !r.t.Heading(c.Paragraph) && !r.byline(c) {
			return -1
		}
	}
	anyone := r.traits(m)&mention.AnyPerson != 0
	if e := r.titledAlike(i); e >= 0 && !anyone {
		return e
	}
	apart := r.toldApart(i)
	for j := i + 1; j < len(r.mentions) && r.prose[r.mentions[j].Sentence]-r.prose[m.Sentence] <= longestLead; j++ {
		c := &r.mentions[j]
		if c.Quote >= 0 || r.t.Heading(c.Paragraph) || c.Sentence == m.Sentence && c.Governed && !r.speaks(j) || !r.namesOne(j) && !(r.speaks(j) && c.Kind != mention.Pro) {
			continue
		}
		if !r.namesOne(j) {
			return -1 // another speaks first
		}
		if c.Paragraph == m.Paragraph || !r.leads(j) || r.t.Tokens[r.t.First[c.Paragraph]].Sentence != c.Sentence || !r.canBe(m, j) {
			return -1
		}
		speaks := r.speaks(j) || r.goesOnToSay(c) || apart && r.whoComma(c)
		if aged := r.ageBehind(j) != ""; anyone && (!aged || r.speaks(j) || !apart) || !speaks && !aged {
			return -1
		}
		return r.out[j].Entity
	}
	return -1
}

// whoComma reports whether a clause about whom name c is of stands right behind it: "Lee, who runs the mill".
func (r *resolver) whoComma(c *mention.Mention) bool {
	k := int(c.Last)
	return k+1 < len(r.t.Tokens) && r.t.Tokens[k].Punct == ',' && r.t.Tokens[k+1].Class.Has(mention.Who)
}

// toldApart reports whether the words behind phrase i tell which one it is of: "a man accused of arson",
// "a woman who fell".
func (r *resolver) toldApart(i int) bool {
	k := int(r.mentions[i].Last)
	if r.whoBehind(i) {
		return true
	}
	if k+1 >= len(r.t.Tokens) || r.t.Tokens[k].Shape != mention.Lower || !r.t.Tokens[k].Class.Has(mention.Past|mention.Verb) {
		return false
	}
	next := r.t.Tokens[k+1].Class
	return next.Has(mention.Preposition) && (next.Has(mention.Joint) || !r.t.Tokens[k].Class.Has(mention.Core)) // not "shouted at"
}

// titledAlike is the only person of the paragraphs that follow who comes in with every word of phrase
// i, two at least, in the title: of "a Green councillor" Green Wick councillor X. -1: nobody, or
// several.
func (r *resolver) titledAlike(i int) int {
	m := &r.mentions[i]
	own := r.fold(m.First, m.PrintLast)
	if r.t.Tokens[m.First].Class.Has(mention.Determiner) {
		own = own[1:]
	}
	if len(own) < 2 {
		return -1
	}
	found := -1
	for j := i + 1; j < len(r.mentions) && j < i+reach && r.prose[r.mentions[j].Sentence]-r.prose[m.Sentence] <= 4*longestLead; j++ {
		c := &r.mentions[j]
		if !r.namesOne(j) || c.Quote >= 0 || c.RoleFirst >= c.RoleLast || !containsAll(r.fold(c.RoleFirst, c.RoleLast), own) {
			continue
		}
		if e := r.out[j].Entity; found >= 0 && found != e || !r.canBe(m, j) {
			return -1
		}
		found = r.out[j].Entity
	}
	return found
}

// containsAll reports whether list has all of the words.
func containsAll(list, words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(list, w) })
}

// goesOnToSay reports whether a verb of speech follows mention c in its sentence, behind whatever asides.
func (r *resolver) goesOnToSay(c *mention.Mention) bool {
	for k := int(c.Last); k < len(r.t.Tokens) && k < int(c.Last)+longestSay && r.t.Tokens[k].Sentence == c.Sentence; k++ {
		if t := &r.t.Tokens[k]; t.Shape == mention.Lower && t.Class.Has(mention.Core) && t.Quote < 0 {
			return true
		}
	}
	return false
}

// longestSay bounds the words between a name and that verb.
const longestSay = 24

// namesOne reports whether mention j is the name of a person.
func (r *resolver) namesOne(j int) bool {
	c := &r.mentions[j]
	return c.Kind == mention.Name && r.out[j].Entity >= 0 && r.personlike(&r.entities[r.out[j].Entity], c)
}

// canBe reports whether phrase m, which opens the article, can be of whom name j introduces: with
// a title only if that has a word of the phrase or is of a kind with its noun.
func (r *resolver) canBe(m *mention.Mention, j int) bool {
	c, e, noun := &r.mentions[j], r.out[j].Entity, r.noun(m)
	x := &r.entities[e]
	if len(x.parts) < 2 || clash(m.Gender, x.Gender) || r.excluded(e, noun) || r.otherAge(m, e) || r.another(c) {
		return false
	}
	if r.kindredRole(e, noun) && !r.t.Tokens[m.Head].Class.Has(mention.Generic) {
		return true
	}
	if c.First == c.NameFirst && c.RoleFirst >= c.RoleLast {
		return !slices.ContainsFunc(x.roles, func(held role) bool { return r.office(held.noun) })
	}
	own := r.fold(m.First, m.PrintLast)
	return slices.ContainsFunc(r.fold(r.printed(c), c.NameFirst), func(w string) bool {
		return len(w) >= shortestShared && slices.Contains(own, w)
	})
}

// another reports whether name c stands behind a phrase for one besides those before, which its
// paragraph opens with: "Another parent, X".
func (r *resolver) another(c *mention.Mention) bool {
	first := r.t.First[c.Paragraph]
	return first < c.First && c.First-first <= longestOther && r.t.Tokens[first].Trait&mention.Single != 0
}
