package resolve

import (
	"onrecord/quotes"
	"onrecord/quotes/mention"
)

// introducedBefore is the stranger of whom the sentence before pronoun i, which speaks,
// is, "A baker in a blue coat frowned", or whom it ends with, "called a baker, who
// denied"; sentences that name nobody may stand between. -1: nobody, or somebody known is
// named there who may be meant.
func (r *resolver) introducedBefore(i int) int {
	m := &r.mentions[i]
	if !r.speaks(i) || m.Quote >= 0 || !r.t.Tokens[m.First].Class.Has(mention.Subject) {
		return -1
	}
	sentence := int32(-1)
	s := scene{leader: -1, teller: -1}
	for j := i - 1; j >= 0 && j > i-reach && m.Paragraph-r.mentions[j].Paragraph <= 1; j-- {
		c := &r.mentions[j]
		apart := r.prose[m.Sentence] - r.prose[c.Sentence]
		if c.Quote >= 0 || sentence < 0 && (r.noOne(j) || r.t.Tokens[c.First].Class.Has(mention.It|mention.They)) {
			continue
		}
		if apart == 0 || sentence >= 0 && c.Sentence != sentence || apart > 1+longestLull {
			break
		}
		sentence = c.Sentence
		r.stage(&s, j, m.Gender)
	}
	switch {
	case s.teller >= 0 && (!s.rival || r.whoTells(s.teller)):
		return s.teller
	case s.leader < 0 || s.acts || s.rival && !r.reports(&r.mentions[s.leader]):
		return -1
	}
	return s.leader
}

// longestLull bounds the sentences that name nobody between a stranger and what they say.
const longestLull = 1

// scene is whom a sentence is of.
type scene struct {
	leader int  // the stranger whom it is about, -1: none
	teller int  // the one whom it ends with, "called a baker, who denied", -1: none
	rival  bool // somebody known may be meant, too
	acts   bool // and does something there, or is told something
}

// stage puts mention j of a sentence, behind which the others were seen, on its scene.
func (r *resolver) stage(s *scene, j int, g mention.Gender) {
	c := &r.mentions[j]
	at := r.place(j) &^ reporting
	switch {
	case r.bringsIn(j) && !clash(c.Gender, g):
		if at == leading || at == acting && s.leader < 0 && !s.acts && (!r.when(c) || r.there(c)) {
			s.leader = j
		} else if s.leader < 0 && !s.rival && r.whoBehind(j) {
			s.teller = j
		}
	case r.rivals(j, g):
		s.rival = true
		s.acts = s.acts || at.acts() || at == told || at == object
	}
}

// rivals reports whether mention j is of somebody known whom a pronoun of the gender may mean.
func (r *resolver) rivals(j int, g mention.Gender) bool {
	c, e := &r.mentions[j], r.out[j].Entity
	if r.narrates(c) || j > 0 && r.mentions[j-1].Kind == mention.Nominal && c.Last <= r.mentions[j-1].PrintLast && c.Sentence == r.mentions[j-1].Sentence {
		return false // "the nurse from Kadavu"
	}
	if e < 0 {
		return c.Being == mention.Person && c.Kind != mention.Pro && !c.Plural && r.subject(j) && !clash(c.Gender, g)
	}
	return r.entities[e].Kind == quotes.SpeakerPerson && r.personlike(&r.entities[e], c) && !clash(r.entities[e].Gender, g)
}

// there reports whether mention c does something at the place that its sentence ends with: "they met in
// a gym, where a nurse wept".
func (r *resolver) there(c *mention.Mention) bool {
	k := int(c.First) - 1
	return k > 0 && r.t.Words.Place(r.word(k)) && r.t.Tokens[k-1].Punct == ',' && r.t.Tokens[k-1].Sentence == c.Sentence
}
