package resolve

import (
	"onrecord/quotes"
	"onrecord/quotes/attribute/model"
	"onrecord/quotes/mention"
)

// reach is how many mentions a pronoun looks back over.
const reach = 60

// pronoun resolves he, she, they, it and who.
func (r *resolver) pronoun(i int) {
	m := &r.mentions[i]
	c := r.t.Tokens[m.First].Class
	switch {
	case c.Has(mention.He | mention.She):
		r.personal(i)
	case c.Has(mention.Who):
		r.relative(i)
	case c.Has(mention.They):
		r.plural(i)
	case c.Has(mention.It):
		r.body(i)
	case c.Has(mention.I):
		r.reporter(i)
	default:
		r.out[i].Reason = "the pronoun names no third person"
	}
}

func (r *resolver) personal(i int) {
	best, second := r.claims(i)
	if best.none() {
		r.out[i].Reason = "no person before the pronoun fits it"
		if e := r.ahead(i); e >= 0 {
			r.out[i] = Resolution{Entity: e, Confidence: sureAhead, Second: -1}
		} else if j := r.roleBefore(i); j >= 0 {
			r.asWritten(j)
			r.out[i] = Resolution{Entity: r.out[j].Entity, Confidence: sureAgain, Second: -1}
		}
		return
	}
	if best.entity < 0 {
		r.asWritten(best.mention)
		best.entity = r.out[best.mention].Entity
		r.entities[best.entity].person = true
	}
	sure := r.model.Curves[model.Antecedent].At(best.odds).Float()
	r.out[i] = Resolution{Entity: best.entity, Confidence: sure, Second: second.entity, Claims: len(r.traces), Rival: second.odds, Settled: best.settled}
	x := &r.entities[best.entity]
	vouches := best.odds > surely && r.mentions[i].Quote < 0 && (r.speaks(i) || !best.settled) // "a baker, who asked what she would pay"
	if x.Gender == mention.Unknown && (vouches || r.speaks(i) && x.Kind == quotes.SpeakerUnnamed) {
		x.Gender, x.vouched = r.mentions[i].Gender, true
	}
}

// roleBefore is the role phrase that the sentence before a pronoun i that speaks
// is about, where nobody named fits: "The driver had slept. … he said". -1: none.
func (r *resolver) roleBefore(i int) int {
	m := &r.mentions[i]
	for j := i - 1; j >= 0 && j > i-reach && r.speaks(i) && r.prose[m.Sentence]-r.prose[r.mentions[j].Sentence] <= 1; j-- {
		c := &r.mentions[j]
		if c.Kind == mention.Nominal && c.Being == mention.Person && c.Quote < 0 && !c.Plural && !clash(c.Gender, m.Gender) &&
			r.out[j].Entity < 0 && m.Paragraph-c.Paragraph <= 1 && r.traits(c)&mention.Whoever == 0 && r.leads(j) {
			return j
		}
	}
	return -1
}

// ahead is the person whom the next sentence names first, where nobody before
// pronoun i can be meant; -1: none.
func (r *resolver) ahead(i int) int {
	m := &r.mentions[i]
	for j := i + 1; j < len(r.mentions) && j < i+reach && r.prose[r.mentions[j].Sentence]-r.prose[m.Sentence] <= 1; j++ {
		c, e := &r.mentions[j], r.out[j].Entity
		if c.Quote >= 0 || c.Kind == mention.Pro || c.Sentence == m.Sentence && !r.subject(j) {
			continue
		}
		if e < 0 || c.Kind != mention.Name || !r.subject(j) || !r.personlike(&r.entities[e], c) || clash(r.entities[e].Gender, m.Gender) {
			return -1
		}
		return e
	}
	return -1
}

// plural resolves "they" to the last group or pair of people that speaks.
func (r *resolver) plural(i int) {
	m := &r.mentions[i]
	if r.partOf(m, m.First) < m.First {
		if r.speaks(i) {
			r.asWritten(i) // "one of them"
		}
		return
	}
	j := r.people(i)
	if j < 0 {
		r.out[i].Reason = "no group before the pronoun fits it"
		return
	}
	if r.out[j].Entity < 0 {
		if !r.speaks(i) {
			return
		}
		r.asWritten(j)
	}
	r.out[i] = Resolution{Entity: r.out[j].Entity, Confidence: r.sureOf(j), Second: -1}
}

// longestDenial bounds the words between a denial and the phrase that there is nobody of.
const longestDenial = 5

// denied reports whether the text says that there is nobody of phrase c: "there won't be any
// visitors", "no visitors".
func (r *resolver) denied(c *mention.Mention) bool {
	for k := int(c.First); k >= 0 && k > int(c.First)-longestDenial && r.t.Tokens[k].Sentence == c.Sentence; k-- {
		if r.t.Tokens[k].Class.Has(mention.Negative) {
			return true
		}
	}
	return false
}

// people is the group that "they" or "their" of mention i means, as thing tells the
// body. -1: none.
func (r *resolver) people(i int) int {
	m := &r.mentions[i]
	found, best := -1, none
	for j := i - 1; j >= 0 && j > i-reach/2 && m.Paragraph-r.mentions[j].Paragraph <= 2; j-- {
		c := &r.mentions[j]
		if found >= 0 && c.Sentence != r.mentions[found].Sentence {
			break
		}
		if !c.Plural || c.Kind == mention.Pro || c.Quote >= 0 || r.denied(c) || c.Governed || c.Owner || c.Kind == mention.Name && r.verb(c) < 0 { // "American jobs"
			continue
		}
		if part := r.part(j); part > best {
			found, best = j, part
		}
	}
	return found
}
