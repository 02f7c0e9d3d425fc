package resolve

import (
	"onrecord/quotes"
	"onrecord/quotes/mention"
)

// A stranger is somebody whom the text has no name for: "a pharmacist", "her
// mother", "another of the drivers". He and she mean them as they mean the named.

// stranger reports whether mention j is of one person without a name: not nobody,
// and none of several.
func (r *resolver) stranger(j int) bool {
	c := &r.mentions[j]
	if (c.Kind == mention.Several || c.Kind == mention.Nominal && c.Plural) && r.out[j].Entity < 0 && r.oneOf(j) {
		return true
	}
	if c.Kind != mention.Nominal || c.Plural || r.out[j].Reason != "" || r.narrates(c) {
		return false
	}
	first, head := &r.t.Tokens[c.First], &r.t.Tokens[c.Head]
	if r.nounless(c) {
		return r.singled(j)
	}
	if head.Class.Has(mention.Determiner) || r.traits(c)&mention.Whoever != 0 {
		return false // few, nobody
	}
	if first.Class.Has(mention.Negative) || r.t.Tokens[c.First].Trait&mention.Whoever != 0 || !first.Class.Has(mention.Determiner|mention.Possessive) && !c.Owned {
		return false // "no mention", "Counsel asked"
	}
	k := int(c.PrintLast)
	if c.Definite && !c.Owned && head.Class.Has(mention.Age) && k+1 < len(r.t.Tokens) && r.t.Tokens[k].Punct == ',' && r.t.Tokens[k+1].Class.Has(mention.Who) {
		return false // "the 71-year-old, who led it,": somebody named before
	}
	return k+1 >= len(r.t.Tokens) || r.t.Tokens[k].Punct != ',' || r.t.Tokens[k+1].Shape != mention.Capital // "one voter, Ann Lee"
}

// fresh reports whether mention j is of somebody new: "a baker", "one of the bakers",
// "the neighbour, a baker".
func (r *resolver) fresh(j int) bool {
	return !r.mentions[j].Definite || r.oneOf(j) || r.out[j].Entity < 0 && r.traits(&r.mentions[j])&mention.Kin != 0 && r.ofSomebody(&r.mentions[j]) || r.out[j].Entity < 0 && r.described(j)
}

// described reports whether what the text calls "the neighbour" in mention j has no name
// there but a description: "the neighbour, a retired baker".
func (r *resolver) described(j int) bool {
	if j+1 >= len(r.mentions) {
		return false
	}
	c, d := &r.mentions[j], &r.mentions[j+1]
	k := int(d.First) - 1
	return c.Kind == mention.Nominal && c.Definite && c.Being == mention.Person && d.Kind == mention.Nominal && d.Being == mention.Person && !d.Plural && !d.Definite &&
		d.Sentence == c.Sentence && d.Quote == c.Quote && k == int(c.PrintLast) && r.t.Tokens[k].Punct == ',' && r.t.Tokens[d.First].Class.Has(mention.Determiner)
}

// newlyTold reports whether mention j is a stranger who says something: "a friend
// claimed".
func (r *resolver) newlyTold(j int) bool {
	c := &r.mentions[j]
	return r.fresh(j) && c.Quote < 0 && r.stranger(j) && r.subject(j) && r.reports(c)
}

// introducedHere is the stranger who opens the sentence of pronoun i and is told of
// there: "a baker, who"; -1: nobody.
func (r *resolver) introducedHere(i int) int {
	m := &r.mentions[i]
	for j := i - 1; j >= 0 && j > i-reach && r.mentions[j].Sentence == m.Sentence; j-- {
		c := &r.mentions[j]
		if r.fresh(j) && c.Quote == m.Quote && r.stranger(j) && r.place(j)&^reporting == leading && r.whoBehind(j) {
			return j
		}
	}
	return -1
}

// introducedAbove is the stranger whom the paragraph of pronoun i, which speaks, is
// about: the last to open a sentence there, "A baker said" or "A baker, who", and
// nobody else stands behind as a subject; -1: nobody.
func (r *resolver) introducedAbove(i int) int {
	m := &r.mentions[i]
	for j := i - 1; j >= 0 && j > i-reach && r.mentions[j].Paragraph == m.Paragraph && r.speaks(i) && m.Quote < 0; j-- {
		c := &r.mentions[j]
		if c.Quote >= 0 || c.Kind == mention.Pro || !r.subject(j) || r.traits(c)&mention.Whoever != 0 || r.noOne(j) {
			continue
		}
		if !r.fresh(j) && !r.tellersOwn(j) && !r.nobodysRole(j) || !r.stranger(j) || clash(c.Gender, m.Gender) || c.Being != mention.Person || !r.leads(j) || !r.reports(c) && !r.whoBehind(j) || c.Sentence == m.Sentence && r.when(c) {
			return -1
		}
		return j
	}
	return -1
}

// tellersOwn reports whether mention j is of somebody of the I that tells the article, of whom more is
// told: "my mother, who".
func (r *resolver) tellersOwn(j int) bool {
	return r.out[j].Entity < 0 && r.t.Words.OfSpeaker(r.t.Word(int(r.mentions[j].First))) && r.whoBehind(j)
}

// nobodysRole reports whether mention j is of one who presides and says something there, and the text gives
// that role to nobody: "The judge told them to go home".
func (r *resolver) nobodysRole(j int) bool {
	c := &r.mentions[j]
	return c.Definite && !c.Owned && r.out[j].Entity < 0 && r.t.Words.Presides(r.noun(c)) && r.reports(c) && r.holders(c).best < 0
}

// when reports whether a conjunction stands right before phrase c: "when a reporter
// suggested it, he smiled".
func (r *resolver) when(c *mention.Mention) bool {
	k := int(c.First) - 1
	return k >= 0 && r.t.Tokens[k].Sentence == c.Sentence && r.t.Tokens[k].Class.Has(mention.Subordinate|mention.Clause)
}

// noOne reports whether mention j is of nobody whom he or she can mean: of several, a
// body or a text, or of what only acts, as the engine.
func (r *resolver) noOne(j int) bool {
	c := &r.mentions[j]
	switch c.Kind {
	case mention.Several, mention.Body, mention.Document:
		return !r.oneOf(j)
	case mention.Nominal:
		return c.Plural && !r.oneOf(j) || c.Being == mention.Undecided && !r.reports(c)
	}
	return false
}

// whoBehind reports whether "who" goes on behind mention j, perhaps with a word
// for a body or a place between: "a baker in the city, who".
func (r *resolver) whoBehind(j int) bool {
	c := &r.mentions[j]
	for n := j + 1; n < len(r.mentions) && n < j+3; n++ {
		switch x := &r.mentions[n]; {
		case x.Last <= c.PrintLast && x.Being != mention.Person && x.Sentence == c.Sentence: // "a baker for the Alvs, who"
		case x.Sentence != c.Sentence || x.Kind == mention.Nominal && x.Being == mention.Person && !r.t.Tokens[x.Head].Class.Has(mention.Age) || x.Kind == mention.Name && x.Being != mention.Location && x.Being != mention.Organisation:
			return false
		case r.t.Tokens[x.First].Class.Has(mention.Who):
			return true
		}
	}
	return false
}

// without is the stranger whom phrase i, "the man", takes up by another noun: the
// last in this paragraph or the one before, "a farmer", "her mother", "one of the
// drivers", near being who is named there. -1: nobody.
func (r *resolver) without(i, near int) int {
	m := &r.mentions[i]
	noun := r.noun(m)
	age, anyone := r.t.Tokens[m.Head].Class.Has(mention.Age), m.Gender != mention.Unknown || r.t.Words.Trait(noun)&mention.AnyPerson != 0
	if m.Quote >= 0 || m.Owned || r.former(r.fold(m.First, m.Head)) {
		return -1
	}
	for j := i - 1; j >= 0 && j > i-reach && m.Paragraph-r.mentions[j].Paragraph <= 1; j-- {
		c := &r.mentions[j]
		if c.Quote >= 0 || c.Being != mention.Person || clash(c.Gender, m.Gender) || !r.stranger(j) {
			continue
		}
		if e := r.out[j].Entity; e >= 0 && r.entities[e].Kind != quotes.SpeakerUnnamed {
			continue
		}
		if !anyone && r.kindred(r.noun(c), noun) == 0 && !age && !r.ofPeople(m) {
			continue
		}
		if near >= 0 && r.entities[near].last > j && (c.Owned || age && c.Paragraph != m.Paragraph && r.leadsBeside(m, r.entities[near].last)) {
			return -1 // "Her teacher was firm. Lee, 80, agreed"
		}
		if r.leads(j) && (r.fresh(j) || c.Owned && !age) || anyone && r.fresh(j) && r.place(j) != beside {
			return j
		}
	}
	return -1
}

// leadsBeside reports whether mention j leads a sentence of the paragraph of phrase m.
func (r *resolver) leadsBeside(m *mention.Mention, j int) bool {
	return r.mentions[j].Paragraph == m.Paragraph && r.leads(j)
}
