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
	case c.Has(mention.He | mention.She), c.Has(mention.Possessive) && m.Gender != mention.Unknown:
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
	if e := r.fronts(i); e >= 0 {
		r.out[i] = Resolution{Entity: e, Confidence: sureFronted, Second: -1, Settled: true}
		return
	}
	best, second := r.claims(i)
	if best.none() {
		r.out[i].Reason = "no person before the pronoun fits it"
		if e := r.ahead(i); e >= 0 && !r.unmeant(e) {
			r.out[i] = Resolution{Entity: e, Confidence: sureAhead, Second: -1}
		} else if j := r.roleBefore(i); j >= 0 {
			r.asWritten(j)
			r.out[i] = Resolution{Entity: r.out[j].Entity, Confidence: sureAgain, Second: -1}
		}
		return
	}
	if best.entity < 0 {
		r.strangerAs(best.mention)
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

// strangerAs makes a speaker of phrase j, which a pronoun means: whom the next paragraph names, or nobody but
// itself.
func (r *resolver) strangerAs(j int) {
	if e := r.namedNext(j); e >= 0 && !r.mentions[j].Definite && !r.wantsNoName(j) {
		r.out[j] = Resolution{Entity: e, Confidence: sureAhead, Second: -1}
		return
	}
	r.asWritten(j)
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
	sure := r.sureOf(j)
	if !r.mentions[j].Plural {
		sure = min(sure, sureLed)
	}
	r.out[i] = Resolution{Entity: r.out[j].Entity, Confidence: sure, Second: -1}
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
// body. A body will do that the sentence before is about, "Lee's family", where no group stands
// there or further back, or only as who it acts on. -1: none.
func (r *resolver) people(i int) int {
	several, body := r.lastOf(i, 2, r.severalPeople), r.lastOf(i, 1, r.actingBody)
	switch {
	case body < 0 || r.prose[r.mentions[i].Sentence]-r.prose[r.mentions[body].Sentence] > 1:
		return several
	case several < 0 || r.mentions[body].Kind == mention.Body && r.mentions[several].Sentence == r.mentions[body].Sentence && r.part(several) < r.part(body):
		return body
	}
	return several
}

// lastOf is the mention before mention i, at most that many paragraphs back, that fits: in the
// nearest sentence that has one the one that speaks, else the subject, else the last. -1: none.
func (r *resolver) lastOf(i int, back int32, fits func(j int) bool) int {
	m := &r.mentions[i]
	found, best := -1, none
	for j := i - 1; j >= 0 && j > i-reach/2 && m.Paragraph-r.mentions[j].Paragraph <= back; j-- {
		if found >= 0 && r.mentions[j].Sentence != r.mentions[found].Sentence {
			break
		}
		if !fits(j) {
			continue
		}
		if part := r.part(j); part > best {
			found, best = j, part
		}
	}
	return found
}

// severalPeople reports whether mention j tells of several people whom "they" may mean.
func (r *resolver) severalPeople(j int) bool {
	c := &r.mentions[j]
	return c.Plural && c.Kind != mention.Pro && c.Quote < 0 && !r.denied(c) && !c.Governed && !c.Owner && (c.Kind != mention.Name || r.verb(c) >= 0) // not "American jobs"
}

// actingBody reports whether mention j is a body that does something.
func (r *resolver) actingBody(j int) bool {
	c := &r.mentions[j]
	body := c.Kind == mention.Body || c.Kind == mention.Name && c.Being == mention.Organisation
	return body && c.Quote < 0 && !c.Owner && r.part(j) >= leads
}
