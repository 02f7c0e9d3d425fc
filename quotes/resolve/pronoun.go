package resolve

import "onrecord/quotes/mention"

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
		for j := i - 1; j >= 0 && j > i-5 && r.mentions[j].Sentence == m.Sentence; j-- {
			c := &r.mentions[j]
			adjacent := c.Last >= m.First-1
			if !adjacent && (c.Governed || c.Owner || c.Kind != mention.Nominal || c.Definite) {
				continue
			}
			if r.out[j].Entity < 0 && r.speaks[i] && c.Kind == mention.Nominal && !c.Definite {
				r.asWritten(j)
			}
			if e := r.out[j].Entity; e >= 0 {
				r.out[i] = Resolution{Entity: e, Confidence: surePronounName, Second: -1}
				return
			}
		}
		r.out[i].Reason = "nobody stands before the pronoun"
	case c.Has(mention.They):
		r.plural(i)
	case c.Has(mention.It):
		r.body(i)
	default:
		r.out[i].Reason = "the pronoun names no third person"
	}
}

// weight is an entity's claim to a pronoun.
type claim struct {
	entity int
	score  float64
}

func (r *resolver) personal(i int) {
	best, second := r.claims(i, r.mentions[i].Gender, false)
	if best.entity < 0 {
		r.out[i].Reason = "no person before the pronoun fits it"
		return
	}
	margin := best.score - second.score
	if second.entity < 0 {
		margin = 1
	}
	conf := leastPronoun + (mostPronoun-leastPronoun)*min(margin, 0.8)/0.8
	if best.score < 0.1 {
		conf -= 0.2
	}
	r.out[i] = Resolution{Entity: best.entity, Confidence: conf, Second: second.entity}
	x := &r.entities[best.entity]
	if x.Gender == mention.Unknown && margin > 0.3 {
		x.Gender = r.mentions[i].Gender
	}
}

// salient is the person that the text before mention i is about, or -1.
func (r *resolver) salient(i int, g mention.Gender, nearby bool) int {
	best, second := r.claims(i, g, nearby)
	if best.entity < 0 || second.entity >= 0 && best.score-second.score < 0.3 {
		return -1
	}
	return best.entity
}

// claims weighs the people named before mention i, by how near and how
// prominent they stand.
func (r *resolver) claims(i int, g mention.Gender, nearby bool) (best, second claim) {
	m := &r.mentions[i]
	best.entity, second.entity = -1, -1
	var seen [16]claim
	n := 0
	for j := i - 1; j >= 0 && j > i-reach; j-- {
		c := &r.mentions[j]
		e := r.out[j].Entity
		if e < 0 || nearby && m.Paragraph-c.Paragraph > 2 {
			continue
		}
		x := &r.entities[e]
		if !r.personlike(x, c) || clash(x.Gender, g) {
			continue
		}
		if m.Quote < 0 && c.Quote >= 0 && !r.speaks[j] {
			// Named inside a quote only: hardly whom the reporter means.
			if x.count > 0 && x.last != j {
				continue
			}
		}
		s := r.prominence(j, m, x, g)
		k := 0
		for k < n && seen[k].entity != e {
			k++
		}
		switch {
		case k < n:
			seen[k].score = max(seen[k].score, s) + 0.01
		case n < len(seen):
			seen[n] = claim{e, s}
			n++
		}
	}
	for _, c := range seen[:n] {
		switch {
		case best.entity < 0 || c.score > best.score:
			second, best = best, c
		case second.entity < 0 || c.score > second.score:
			second = c
		}
	}
	return best, second
}

func (r *resolver) personlike(x *Entity, c *mention.Mention) bool {
	return x.person || x.Gender != mention.Unknown || c.Being == mention.Person || c.Kind == mention.Name && c.Being == mention.Undecided
}

// prominence is the claim of mention j of entity x to pronoun m.
func (r *resolver) prominence(j int, m *mention.Mention, x *Entity, g mention.Gender) float64 {
	c := &r.mentions[j]
	sentences := float64(m.Sentence - c.Sentence)
	s := 1 - 0.18*min(sentences, 6) - 0.03*max(0, sentences-6)
	s -= 0.12 * float64(min(m.Paragraph-c.Paragraph, 5))
	if r.subject(j) {
		s += 0.25
	}
	if r.speaks[j] || r.reports(c) {
		s += 0.25
	}
	if c.Kind == mention.Pro {
		s += 0.05
	}
	if c.Owner {
		s -= 0.1
	}
	if c.Governed {
		s -= 0.15
	}
	if c.Quote >= 0 {
		s -= 0.5
	}
	switch {
	case x.Gender == g && g != mention.Unknown:
		s += 0.25
	case !x.person:
		s -= 0.4
	default:
		s -= 0.1
	}
	return s
}

// reports reports whether a verb of speech follows the mention: what the
// sentence says is then its words.
func (r *resolver) reports(c *mention.Mention) bool {
	k := int(c.Last)
	for k < len(r.t.Tokens) && r.t.Tokens[k].Class.Has(mention.Auxiliary|mention.Adverb) && r.t.Tokens[k].Sentence == c.Sentence {
		k++
	}
	return k < len(r.t.Tokens) && r.t.Tokens[k].Class.Has(mention.Core|mention.Speech) && r.t.Tokens[k].Sentence == c.Sentence && c.Quote < 0
}

// subject reports whether mention j is the first free one of its sentence.
func (r *resolver) subject(j int) bool {
	c := &r.mentions[j]
	if c.Governed || c.Owner {
		return false
	}
	for k := j - 1; k >= 0 && k > j-8; k-- {
		p := &r.mentions[k]
		if p.Sentence != c.Sentence {
			return true
		}
		if !p.Governed && !p.Owner && p.Quote == c.Quote {
			return false
		}
	}
	return true
}

// plural resolves "they" to the last group or pair of people that speaks.
func (r *resolver) plural(i int) {
	m := &r.mentions[i]
	for j := i - 1; j >= 0 && j > i-reach/2 && m.Paragraph-r.mentions[j].Paragraph <= 2; j-- {
		c := &r.mentions[j]
		if c.Plural && c.Kind != mention.Pro && c.Quote < 0 && !c.Governed && !c.Owner {
			if r.out[j].Entity < 0 {
				if !r.speaks[i] {
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

// body resolves "it" to the last body or document that was a subject.
func (r *resolver) body(i int) {
	m := &r.mentions[i]
	if !r.speaks[i] {
		return
	}
	for j := i - 1; j >= 0 && j > i-reach/2 && m.Paragraph-r.mentions[j].Paragraph <= 1; j-- {
		c := &r.mentions[j]
		bodily := c.Kind == mention.Body || c.Kind == mention.Document || c.Kind == mention.Name && c.Being == mention.Organisation
		if bodily && c.Quote < 0 && !c.Governed && !c.Owner {
			if r.out[j].Entity < 0 {
				r.asWritten(j)
			}
			r.out[i] = Resolution{Entity: r.out[j].Entity, Confidence: surePlural, Second: -1}
			return
		}
	}
	r.out[i].Reason = "no body before the pronoun fits it"
}
