package resolve

import (
	"onrecord/quotes"
	"onrecord/quotes/mention"
)

// body resolves "it" to the body or document that spoke last or was a subject;
// "it read" can only be of a document.
func (r *resolver) body(i int) {
	m := &r.mentions[i]
	if !r.speaks(i) {
		return
	}
	if e := r.itBefore(i); e >= 0 {
		r.out[i] = Resolution{Entity: e, Confidence: surePlural, Second: -1}
		return
	}
	v := r.verb(m)
	j := r.thing(i, v >= 0 && r.t.Tokens[v].Trait&mention.Reads != 0)
	if j < 0 {
		r.out[i].Reason = "no body before the pronoun fits it"
		return
	}
	e := r.out[j].Entity
	if e < 0 {
		if e = max(r.authored(j), r.bodyMeant(j, true)); e < 0 {
			r.asWritten(j)
			e = r.out[j].Entity
		}
	}
	r.out[i] = Resolution{Entity: e, Confidence: r.sureOf(j), Second: -1}
}

// sureOf is how sure it is that "it" or "they" means mention j.
func (r *resolver) sureOf(j int) float64 {
	switch c := &r.mentions[j]; {
	case c.Kind == mention.Document && r.authored(j) >= 0:
		return r.sureAuthored(j)
	case r.part(j) < leads:
		return surePlural
	case c.Kind == mention.Body || c.Being == mention.Organisation:
		return sureBody
	}
	return sureLed
}

// thing is the body or document that "it" or "its" of mention i means: in the nearest
// sentence that has one the one that speaks, else the subject, else the last. -1: none.
func (r *resolver) thing(i int, reads bool) int {
	m := &r.mentions[i]
	found, best := -1, none
	back := int32(1) // paragraphs
	for j := i - 1; j >= 0 && j > i-reach/2 && m.Paragraph-r.mentions[j].Paragraph <= back; j-- {
		c := &r.mentions[j]
		if found >= 0 && c.Sentence != r.mentions[found].Sentence {
			break
		}
		if r.isIt(c) && c.Quote < 0 && r.leads(j) {
			back = m.Paragraph - c.Paragraph + 1 // the same "it"
		}
		if c.Quote >= 0 || c.Owner || !r.bodily(c, j, reads) {
			continue
		}
		if part := r.part(j); part > best {
			found, best = j, part
		}
	}
	return found
}

// part is what a mention does in its sentence.
type part uint8

// The parts, by how likely the next sentence goes on about whoever has them.
const (
	none part = iota
	present
	acts
	leads
	speaks
)

// part is what mention j does in its sentence.
func (r *resolver) part(j int) part {
	switch c := &r.mentions[j]; {
	case r.cited(c):
		return speaks
	case c.Governed:
		return present
	case r.speaks(j) || r.reports(c):
		return speaks
	case r.leads(j):
		return leads
	case r.verb(c) >= 0:
		return acts
	}
	return present
}

// bodily reports whether mention c may be whom "it" means. A text may stand
// behind a preposition: "Lee wrote in the letter. It continued".
func (r *resolver) bodily(c *mention.Mention, j int, reads bool) bool {
	switch {
	case c.Kind == mention.Document:
		author, known := r.authors[j]
		return reads || known && author >= 0 || !c.Governed && (r.speaks(j) || r.leads(j) || r.verb(c) >= 0)
	case reads || c.Governed && !r.which(c) && !r.cited(c):
		return false
	}
	return c.Kind == mention.Body || c.Kind == mention.Name && (c.Being == mention.Organisation || r.aThing(r.out[j].Entity) || r.unplaced(c, r.out[j].Entity))
}

// unplaced reports whether nothing tells of entity e, named by mention c with one word
// and not in a heading, that it is a person: Aemet.
func (r *resolver) unplaced(c *mention.Mention, e int) bool {
	return e >= 0 && !r.t.Heading(c.Paragraph) && c.Being == mention.Undecided && c.First == c.NameFirst && len(r.entities[e].parts) == 1 && !r.entities[e].person && r.entities[e].Gender == mention.Unknown
}

// cited reports whether mention c stands behind "according to".
func (r *resolver) cited(c *mention.Mention) bool {
	k := int(c.First) - 2
	if k > 0 && c.Kind == mention.Name && r.t.Tokens[k+1].Class.Has(mention.Definite) {
		k--
	}
	return k >= 0 && r.t.Tokens[k].Class.Has(mention.According) && r.t.Tokens[k+1].Class.Has(mention.To) && r.t.Tokens[k].Sentence == c.Sentence
}

// itBefore is the entity of the "it" that spoke last, right before mention i;
// -1: none.
func (r *resolver) itBefore(i int) int {
	m := &r.mentions[i]
	for j := i - 1; j >= 0 && j > i-reach/2 && m.Paragraph-r.mentions[j].Paragraph <= 1; j-- {
		c := &r.mentions[j]
		if c.Quote >= 0 {
			continue
		}
		if r.isIt(c) && r.speaks(j) {
			return r.out[j].Entity
		}
		if !c.Governed || r.cited(c) {
			return -1
		}
	}
	return -1
}

// isIt reports whether mention m is "it".
func (r *resolver) isIt(m *mention.Mention) bool {
	return m.Kind == mention.Pro && r.t.Tokens[m.First].Class.Has(mention.It)
}

// longestThing bounds the paragraphs from a body or a text to the "it" that means it.
const longestThing = 8

// mayBeIt reports whether the "it" of mention i may mean what mention j, of entity e or none yet, means.
func (r *resolver) mayBeIt(i, j, e int) bool {
	c := &r.mentions[j]
	if c.Quote >= 0 && !r.speaks(j) || r.mentions[i].Paragraph-c.Paragraph > longestThing {
		return false
	}
	switch c.Kind {
	case mention.Body, mention.Document:
		return true
	case mention.Nominal, mention.Several:
		return r.oneOf(j) || c.Being == mention.Undecided && !c.Plural
	case mention.Name:
		return e >= 0 && (c.Being == mention.Organisation || c.Being == mention.Location && c.Quote < 0 || r.entities[e].Kind == quotes.SpeakerOrganisation || r.aThing(e) || r.unplaced(c, e))
	}
	return e >= 0 && r.isIt(c)
}
