package resolve

import (
	"onrecord/quotes"
	"onrecord/quotes/mention"
)

// told resolves anew each he and she to whom somebody's speech ascribes words:
// "It was Lee's call. He came to me and said, '…'," said the captain. They mean
// whom the speech tells of, or the text before it, and never who speaks.
func (r *resolver) told() {
	speakers := map[int]int{} // entities by the stretches that they speak
	for i, list := range r.said {
		for _, q := range list {
			speakers[q] = r.out[i].Entity
		}
	}
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.Quote < 0 || m.Kind != mention.Pro || !r.speaks(i) || !r.t.Tokens[m.First].Class.Has(mention.He|mention.She) {
			continue
		}
		outer, ok := speakers[int(m.Quote)]
		if !ok {
			continue
		}
		if j := r.toldOf(i, outer); j >= 0 {
			r.out[i] = Resolution{Entity: r.out[j].Entity, Confidence: sureTold, Second: -1}
		} else {
			r.out[i] = Resolution{Entity: -1, Second: -1, Reason: "somebody whom the speaker of the outer quote tells of"}
		}
	}
}

// toldOf is the nearest mention of whom pronoun i can mean, in the speech of
// entity outer or else in the sentences before it; -1: none.
func (r *resolver) toldOf(i, outer int) int {
	m := &r.mentions[i]
	for j := i - 1; j >= 0 && j > i-reach; j-- {
		c := &r.mentions[j]
		inside := c.Quote == m.Quote
		if !inside && (c.Quote >= 0 || m.Paragraph != c.Paragraph || r.prose[m.Sentence]-r.prose[c.Sentence] > toldReach) {
			if c.Quote >= 0 {
				continue
			}
			return -1
		}
		if c.Plural || clash(c.Gender, m.Gender) || inside && c.Kind == mention.Pro {
			continue
		}
		e := r.out[j].Entity
		if e >= 0 {
			if x := &r.entities[e]; e != outer && x.Kind != quotes.SpeakerGroup && !clash(x.Gender, m.Gender) && r.personlike(x, c) {
				return j
			}
			continue
		}
		if c.Kind == mention.Nominal && c.Being == mention.Person && r.out[j].Reason == "" && !r.mine(c) {
			r.asWritten(j)
			return j
		}
	}
	return -1
}

// toldReach is how many sentences before a speech may name whom it tells of.
const toldReach = 1

// mine reports whether a phrase is tied to who speaks: whose "my mother" is
// cannot be read outside the quote.
func (r *resolver) mine(c *mention.Mention) bool {
	return c.Quote >= 0 && c.First > 0 && (r.t.Tokens[c.First].Class.Has(mention.Possessive) || r.t.Tokens[c.First-1].Class.Has(mention.Possessive))
}
