package resolve

import (
	"onrecord/quotes"
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
	default:
		r.out[i].Reason = "the pronoun names no third person"
	}
}

// claim is somebody's claim to a pronoun: of an entity, or of one that is still
// to be made of the phrase of a mention (entity -1).
type claim struct {
	entity  int
	mention int
	score   float64
}

var noClaim = claim{entity: -1, mention: -1}

func (c claim) none() bool { return c.entity < 0 && c.mention < 0 }

func (c claim) same(entity, m int) bool {
	return entity >= 0 && c.entity == entity || entity < 0 && c.entity < 0 && c.mention == m
}

func (r *resolver) personal(i int) {
	m := &r.mentions[i]
	best, second := r.claims(i, r.mentions[i].Gender, false)
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
	margin := best.score - second.score
	if second.none() {
		margin = 1
	}
	conf := leastPronoun + (mostPronoun-leastPronoun)*min(margin, wideMargin)/wideMargin
	if best.score < 0.1 {
		conf -= 0.2
	}
	if best.entity < 0 {
		r.asWritten(best.mention)
		best.entity = r.out[best.mention].Entity
		x := &r.entities[best.entity]
		x.person, x.Gender = true, r.mentions[i].Gender
		conf = min(conf, sureAgain)
	}
	r.out[i] = Resolution{Entity: best.entity, Confidence: conf, Second: second.entity}
	x := &r.entities[best.entity]
	if x.Gender == mention.Unknown && margin > 0.3 && m.Quote < 0 {
		x.Gender = r.mentions[i].Gender
	}
}

// roleBefore is the role phrase that the sentence before a pronoun i that speaks
// is about, where nobody named fits: "The driver had slept. … he said". -1: none.
func (r *resolver) roleBefore(i int) int {
	m := &r.mentions[i]
	for j := i - 1; j >= 0 && j > i-reach && r.speaks(i) && r.prose[m.Sentence]-r.prose[r.mentions[j].Sentence] <= 1; j-- {
		c := &r.mentions[j]
		if c.Kind == mention.Nominal && c.Being == mention.Person && c.Quote < 0 && !c.Plural && !clash(c.Gender, m.Gender) &&
			r.out[j].Entity < 0 && m.Paragraph-c.Paragraph <= 1 && r.t.Words.Trait(r.t.Word(int(c.Head)))&mention.Whoever == 0 && r.leads(j) {
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

// wideMargin is the lead over the next claim from which on a pronoun is as sure
// as it can be.
const wideMargin = 0.8

// leastLead is the lead over the next claim that makes somebody stand out.
const leastLead = 0.2

// claims weighs the people named before mention i, by how near and how
// prominent they stand.
func (r *resolver) claims(i int, g mention.Gender, nearby bool) (best, second claim) {
	m := &r.mentions[i]
	best, second = noClaim, noClaim
	var seen [16]claim
	n := 0
	barred := r.barred(i)
	for j := i - 1; j >= 0 && j > i-reach; j-- {
		c := &r.mentions[j]
		e := r.out[j].Entity
		if nearby && m.Paragraph-c.Paragraph > 2 || e >= 0 && e == barred || r.byline(c) {
			continue
		}
		if e < 0 && !r.newcomer(i, j, g) {
			continue
		}
		if e >= 0 && !r.fits(m, j, e, g) {
			continue
		}
		s := r.prominence(j, m, e, g)
		k := 0
		for k < n && !seen[k].same(e, j) {
			k++
		}
		switch {
		case k < n:
			seen[k].score = max(seen[k].score, s) + 0.01
		case n < len(seen):
			seen[n] = claim{e, j, s}
			n++
		}
	}
	for _, c := range seen[:n] {
		if r.namedBy(i, c.entity) {
			c.score -= 0.5
		}
		switch {
		case best.none() || c.score > best.score:
			second, best = best, c
		case second.none() || c.score > second.score:
			second = c
		}
	}
	return best, second
}

// newcomer reports whether mention j, which names nobody, may be whom mention i
// means all the same: "a pharmacist", about whom a sentence is.
func (r *resolver) newcomer(i, j int, g mention.Gender) bool {
	m, c := &r.mentions[i], &r.mentions[j]
	if c.Kind == mention.Nominal && (r.t.Tokens[c.Head].Class.Has(mention.Determiner) || r.t.Words.Trait(r.t.Word(int(c.Head)))&mention.Whoever != 0) {
		return false // one, nobody
	}
	if first := r.t.Tokens[c.First].Class; c.Kind == mention.Nominal && (first.Has(mention.Negative) || !first.Has(mention.Determiner|mention.Possessive) && !c.Owned) {
		return false // "no mention", "Counsel asked"
	}
	if k := int(c.PrintLast); k+1 < len(r.t.Tokens) && r.t.Tokens[k].Punct == ',' && r.t.Tokens[k+1].Shape == mention.Capital {
		return false // "one voter, Ann Lee"
	}
	if c.Kind != mention.Nominal || c.Definite && !c.Owned || c.Plural || m.Kind != mention.Pro || m.Paragraph-c.Paragraph > 1 ||
		clash(c.Gender, g) || r.out[j].Reason != "" {
		return false
	}
	if c.Quote >= 0 { // "I asked my mother. She said, '…'"
		return r.speaks(i) && m.Quote-c.Quote <= 1 && m.Quote >= c.Quote
	}
	return (r.speaks(i) || m.Sentence == c.Sentence) && r.subject(j)
}

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

// barred is the entity that the pronoun i cannot be: of "Lee told him" Lee.
// -1: none.
func (r *resolver) barred(i int) int {
	m := &r.mentions[i]
	if m.Kind != mention.Pro || r.t.Tokens[m.First].Class.Has(mention.Subject) {
		return -1
	}
	for j := i - 1; j >= 0 && j > i-8 && r.mentions[j].Sentence == m.Sentence && r.mentions[j].Quote == m.Quote; j-- {
		for k := r.mentions[j].Last; k < m.First; k++ {
			if t := &r.t.Tokens[k]; t.Shape == mention.Mark || t.Class.Has(mention.To|mention.Who|mention.That|mention.Subordinate|mention.Conjunction) {
				return -1
			}
		}
		if c := &r.mentions[j]; !c.Governed && !c.Owner {
			return r.out[j].Entity
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
			if r.out[k].Entity == e && r.mentions[k].Kind == mention.Name {
				return true
			}
		}
	}
	return false
}

func (r *resolver) personlike(x *Entity, c *mention.Mention) bool {
	if x.Kind == quotes.SpeakerGroup {
		return false
	}
	if x.person || x.Gender != mention.Unknown || c.Being == mention.Person {
		return true
	}
	// A capital that opens a sentence tells little.
	return c.Kind == mention.Name && c.Being == mention.Undecided && (x.count > 1 || len(x.parts) > 1 || !r.opens(c) || r.reports(c))
}

// opens reports whether the mention begins its sentence.
func (r *resolver) opens(c *mention.Mention) bool {
	return c.First == 0 || r.t.Tokens[c.First-1].Sentence != c.Sentence || r.t.Tokens[c.First-1].Shape == mention.Mark
}

// prominence is the claim of mention j of entity e (-1: none yet) to pronoun m.
func (r *resolver) prominence(j int, m *mention.Mention, e int, g mention.Gender) float64 {
	c := &r.mentions[j]
	sentences := float64(r.prose[m.Sentence] - r.prose[c.Sentence])
	s := 1 - 0.22*min(sentences, 6) - 0.03*max(0, sentences-6)
	s -= 0.16 * float64(min(m.Paragraph-c.Paragraph, 5))
	switch {
	case r.leads(j):
		s += 0.3
	case r.subject(j):
		s += 0.2
	case r.governed(j):
		s -= 0.15
	case c.Owner:
		s -= 0.1
	}
	if r.reports(c) {
		s += 0.1
	}
	if r.asked(c) && (r.replies(m) || c.Sentence == m.Sentence) {
		s += 0.6
	}
	if c.Kind == mention.Pro {
		s += 0.05
	}
	if c.Quote >= 0 {
		s -= 0.5
	}
	gender, person := c.Gender, true
	if e >= 0 {
		gender, person = r.entities[e].Gender, r.entities[e].person
	}
	switch {
	case gender == g && g != mention.Unknown:
		s += 0.2
	case !person:
		s -= 0.4
	default:
		s -= 0.05
	}
	return s
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
	for j := i - 1; j >= 0 && j > i-reach/2 && m.Paragraph-r.mentions[j].Paragraph <= 2; j-- {
		c := &r.mentions[j]
		if c.Kind == mention.Name && r.verb(c) < 0 {
			continue // "American jobs"
		}
		if c.Plural && c.Kind != mention.Pro && c.Quote < 0 && !c.Governed && !c.Owner {
			if r.out[j].Entity < 0 {
				if !r.speaks(i) {
					return
				}
				r.asWritten(j)
			}
			r.out[i] = Resolution{Entity: r.out[j].Entity, Confidence: surePlural, Second: -1}
			return
		}
	}
	r.out[i].Reason = "no group before the pronoun fits it"
}
