package resolve

import (
	"slices"

	"onrecord/quotes"
	"onrecord/quotes/mention"
)

// newcomer reports whether stranger j may be whom pronoun i, or role phrase i which speaks, means. Where the forest
// weighs it, all strangers of the paragraph and the one before may; elsewhere only whom English readily goes on about.
func (r *resolver) newcomer(i, j int, g mention.Gender) bool {
	m, c := &r.mentions[i], &r.mentions[j]
	if m.Kind != mention.Pro && !r.speaks(i) || m.Paragraph-c.Paragraph > 1 || clash(c.Gender, g) || !r.stranger(j) {
		return false
	}
	return m.Quote < 0 && c.Quote < 0 && c.Being == mention.Person || r.takenUp(i, j)
}

// takenUp reports whether English readily goes on about stranger j by pronoun i.
func (r *resolver) takenUp(i, j int) bool {
	m, c := &r.mentions[i], &r.mentions[j]
	if r.whosObject(i, j) || r.resumes(j) {
		return false
	}
	if r.toldByMe(i, j) || j == r.strangers[0] || j == r.strangers[1] {
		return true
	}
	if c.Kind == mention.Nominal && !c.Plural && c.Definite && !c.Owned && (c.Being != mention.Person || c.Quote >= 0 || !r.whoBehind(j) && !r.described(j) && !r.numbered(c)) {
		return false // not "the watchman", who may have a name, but "the watchman, who"
	}
	if c.Quote >= 0 { // "I asked my mother. She said, '…'"
		return r.speaks(i) && m.Quote-c.Quote <= 1 && m.Quote >= c.Quote
	}
	return (r.speaks(i) || m.Sentence == c.Sentence) && r.subject(j) || r.met(i, j)
}

// resumes reports whether phrase j, with a clause behind a comma, only calls whom the sentence before in its paragraph is
// about something else: "Lee was gracious. The captain, who is 36, stayed".
func (r *resolver) resumes(j int) bool {
	c := &r.mentions[j]
	if c.Kind != mention.Nominal || !c.Definite || c.Owned || c.Quote >= 0 || !r.whoComma(c) || !r.leads(j) || r.numbered(c) {
		return false
	}
	for k, p := range r.sentenceBefore(j) {
		e := r.out[k].Entity
		if e >= 0 && p.Paragraph == c.Paragraph && r.leads(k) && r.personlike(&r.entities[e], p) && !clash(r.entities[e].Gender, c.Gender) {
			return true
		}
	}
	return false
}

// met reports whether the sentence right before pronoun i, which speaks, brings stranger j in as somebody to whom
// something is done: "Lee hugged a woman beside him. She said".
func (r *resolver) met(i, j int) bool {
	m, c := &r.mentions[i], &r.mentions[j]
	return m.Quote < 0 && c.Quote < 0 && r.speaks(i) && c.Being == mention.Person && (r.fresh(j) || c.Owned && r.traits(c)&mention.Kin != 0) && c.Paragraph == m.Paragraph &&
		c.Sentence != m.Sentence && r.prose[m.Sentence]-r.prose[c.Sentence] <= 1 && (c.Gender != mention.Unknown || r.noRival(j, m.Gender))
}

// noRival reports whether nobody beside mention j in its sentence may be of gender g.
func (r *resolver) noRival(j int, g mention.Gender) bool {
	sentence := r.mentions[j].Sentence
	first, last := j, j+1
	for first > 0 && j-first < reach && r.mentions[first-1].Sentence == sentence {
		first--
	}
	for last < len(r.mentions) && last-j < reach && r.mentions[last].Sentence == sentence {
		last++
	}
	for k := first; k < last; k++ {
		c := &r.mentions[k]
		if e := r.out[k].Entity; k != j && c.Being != mention.Location && c.Being != mention.Organisation && !clash(c.Gender, g) && (e < 0 || !clash(r.entities[e].Gender, g)) {
			return false
		}
	}
	return true
}

// toldByMe reports whether mention j is of a person whom the I that tells the article speaks to
// right before pronoun i speaks: "I asked the guard. He said".
func (r *resolver) toldByMe(i, j int) bool {
	m, c := &r.mentions[i], &r.mentions[j]
	return j > 0 && c.Quote < 0 && c.Being == mention.Person && r.speaks(i) && r.prose[m.Sentence]-r.prose[c.Sentence] <= 1 &&
		(r.place(j) == told || r.place(j) == object && !c.Definite) && r.narrates(&r.mentions[j-1]) && r.mentions[j-1].Sentence == c.Sentence
}

// whosObject reports whether the clause behind "who" of mention j is of what j does to pronoun
// i: "a baker, who knew her".
func (r *resolver) whosObject(i, j int) bool {
	m, p := &r.mentions[i], &r.mentions[max(i-1, 0)]
	if i-1 <= j || r.t.Tokens[m.First].Class.Has(mention.Subject) || p.Sentence != m.Sentence || !r.t.Tokens[p.First].Class.Has(mention.Who) || !r.whoBehind(j) {
		return false
	}
	return !slices.ContainsFunc(r.t.Tokens[p.Last:m.First], func(t mention.Token) bool {
		return t.Shape == mention.Mark || t.Class.Has(mention.Conjunction|mention.Subordinate|mention.That)
	})
}

// whoTells reports whether what is told of mention j behind "who" is what they said:
// "a baker, who denied".
func (r *resolver) whoTells(j int) bool {
	v := r.whoVerb(j)
	return v >= 0 && (r.t.Tokens[v].Class.Has(mention.Core|mention.Speech) || r.t.Tokens[v].Class.Has(mention.Report) && v+1 < len(r.t.Tokens) && r.t.Tokens[v+1].Class.Has(mention.That))
}

// bringsIn reports whether mention j brings a stranger in: somebody new, or one whom
// only what stands behind tells from others, "the baker who", and whom nobody named is.
func (r *resolver) bringsIn(j int) bool {
	c := &r.mentions[j]
	if e := r.out[j].Entity; e >= 0 && r.entities[e].Kind != quotes.SpeakerUnnamed || !r.stranger(j) {
		return false
	}
	return r.nounless(c) || r.oneOf(j) || c.Being == mention.Person && (r.fresh(j) || r.whoBehind(j) || r.pickedOut(c))
}

// pickedOut reports whether phrase c has what tells whom of several it is of, "the woman at
// the counter", "the other baker", or a noun of those who seldom have a name, "the driver".
func (r *resolver) pickedOut(c *mention.Mention) bool {
	if !c.Definite || c.Owned {
		return false
	}
	if r.ofSomebody(c) {
		return true
	}
	generic := r.t.Tokens[c.Head].Class.Has(mention.Generic)
	return generic && (c.PrintLast > c.Last || c.Gender == mention.Unknown) || c.First < c.Head && r.t.Tokens[c.First+1].Class.Has(mention.Determiner) || r.numbered(c)
}

// ofSomebody reports whether phrase c is of a person or thing that comes in with it: "the mother of a
// victim", but not "the mother of three".
func (r *resolver) ofSomebody(c *mention.Mention) bool {
	k := int(c.Last)
	if !c.Definite || c.Owned || c.Kind != mention.Nominal || k+2 >= len(r.t.Tokens) || r.t.Tokens[k+2].Sentence != c.Sentence {
		return false
	}
	of := r.t.Tokens[k].Class
	return of.Has(mention.Preposition) && of.Has(mention.Joint) && (r.t.Words.Article(r.word(k+1)) || r.t.Tokens[k+1].Trait&mention.Single != 0) && r.t.Tokens[k+2].Shape == mention.Lower
}

// fromOthers reports whether a clause right behind mention j tells whom of several it is of:
// "the baker who came at noon".
func (r *resolver) fromOthers(j int) bool {
	m := &r.mentions[j]
	return m.Kind == mention.Nominal && m.Being == mention.Person && m.Definite && !m.Plural && m.Quote < 0 && r.subject(j) &&
		int(m.PrintLast) < len(r.t.Tokens) && r.t.Tokens[m.PrintLast].Class.Has(mention.Who)
}
