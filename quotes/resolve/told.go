package resolve

import "onrecord/quotes/mention"

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
		outer, ok := speakers[int(m.Quote)]
		if m.Quote < 0 || !ok || !r.speaks(i) {
			continue
		}
		if m.Kind == mention.Nominal && r.out[i].Entity == outer && outer >= 0 {
			r.asWritten(i) // "the boss said, '…'," said Lee: another's role
			continue
		}
		if m.Kind != mention.Pro || !r.t.Tokens[m.First].Class.Has(mention.He|mention.She) {
			continue
		}
		if j := r.toldOf(i, outer); j >= 0 {
			r.out[i] = Resolution{Entity: r.out[j].Entity, Confidence: sureTold, Second: -1}
		} else if e := r.toldBefore(i, outer); e >= 0 {
			r.out[i] = Resolution{Entity: e, Confidence: sureToldOf, Second: -1}
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
		if !inside && c.Quote >= 0 {
			continue
		}
		if !inside && (m.Paragraph != c.Paragraph || r.prose[m.Sentence]-r.prose[c.Sentence] > toldReach) {
			return -1
		}
		if c.Plural || clash(c.Gender, m.Gender) || inside && c.Kind == mention.Pro || r.narrates(c) {
			continue
		}
		e := r.out[j].Entity
		if e >= 0 {
			if e != outer && r.fits(m, j, e, m.Gender) {
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

// toldBefore is whom of the people named before pronoun i, in somebody's speech, the
// text is most about, beside entity outer, who speaks; -1: nobody.
func (r *resolver) toldBefore(i, outer int) int {
	m := &r.mentions[i]
	for j := i - 1; j >= 0 && r.mentions[j].Paragraph == m.Paragraph; j-- {
		if r.labels(&r.mentions[j]) {
			return -1 // a hearing: of somebody who is not there
		}
	}
	best, second := r.claims(i)
	for _, c := range []claim{best, second} {
		if c.entity >= 0 && c.entity != outer {
			return c.entity
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
