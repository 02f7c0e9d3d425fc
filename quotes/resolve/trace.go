package resolve

import (
	"onrecord/quotes"
	"onrecord/quotes/attribute/model"
	"onrecord/quotes/mention"
)

// trace is what the text before a pronoun has of somebody who may be meant: the
// nearest mention, the nearest subject, name, speaker and pronoun; -1: none.
type trace struct {
	claim
	subject, name, spoke, pronoun int
	outside                       int // the nearest outside quotes
	cost                          int // see the method
	// Of others: how many stand nearer, as subjects, with the pronoun's gender,
	// and how many spoke since.
	rivals, actors, alike, voices uint8
	// How often it stands there: at all, as a subject, in the two paragraphs
	// nearest, in the sentence.
	mentions, subjects, recent, beside uint8
	// Behind the pronoun: sentences to where the text names it, and whether it names
	// another who may be meant sooner. In the whole article: how often it is named.
	next      uint8
	nextRival bool
	total     int
	inQuote   bool  // the words ascribed to the pronoun name it
	relation  uint8 // by whom it was brought in
}

// maxClaims bounds the people compared for one pronoun.
const maxClaims = 16

// gather finds who may be meant by mention i, and their traces.
func (r *resolver) gather(i int, g mention.Gender, nearby bool) {
	m := &r.mentions[i]
	r.traces = r.traces[:0]
	barred := r.barred(i)
	r.sentenceNames(i)
	question := r.questionBefore(i)
	var voices, actors uint8
	for j := i - 1; j >= 0 && j > i-reach; j-- {
		c := &r.mentions[j]
		e := r.out[j].Entity
		if nearby && m.Paragraph-c.Paragraph > 2 || e >= 0 && e == barred || r.unmeant(e) || question && c.Sentence == m.Sentence && c.Kind == mention.Name || r.byline(c) || r.narrates(c) {
			continue
		}
		if !r.mayMean(i, j, e, g) {
			continue
		}
		x := r.trace(e, j, g)
		if x == nil {
			continue
		}
		place := r.place(j)
		if x.subject < 0 && place.acts() {
			x.subject, x.actors = j, actors
			actors = min(actors+1, maxClaims)
		}
		if x.outside < 0 && c.Quote < 0 {
			x.outside = j
		}
		if x.name < 0 && c.Kind == mention.Name {
			x.name = j
		}
		if x.pronoun < 0 && c.Kind == mention.Pro && c.Quote < 0 && !r.t.Tokens[c.First].Class.Has(mention.Who) {
			x.pronoun = j
		}
		if r.speaks(j) {
			if x.spoke < 0 {
				x.spoke, x.voices = j, voices
			}
			voices = min(voices+1, maxClaims)
		}
		x.count(m, c, place)
		x.cost = min(x.cost, r.cost(m, j))
	}
}

// mayMean reports whether mention i may mean whom mention j, of entity e or none yet, means.
func (r *resolver) mayMean(i, j, e int, g mention.Gender) bool {
	switch m := &r.mentions[i]; {
	case r.isIt(m):
		return r.mayBeIt(i, j, e)
	case e < 0:
		return r.newcomer(i, j, g)
	default:
		return r.fits(m, j, e, g)
	}
}

// lookAhead finds whom of the traces the text names behind mention i, and in the words
// ascribed to it.
func (r *resolver) lookAhead(i int) {
	for n := range r.traces {
		x := &r.traces[n]
		x.next, x.inQuote = never, r.namedBy(i, x.entity)
		if x.entity >= 0 {
			if p := r.entities[x.entity].parts; len(p) > 0 {
				x.total = r.totals[p[len(p)-1]]
			}
		}
	}
	for k := i + 1; k < len(r.mentions) && k < i+reach/2; k++ {
		c := &r.mentions[k]
		if c.Kind != mention.Name || c.Quote >= 0 {
			continue
		}
		named := -1
		for n := range r.traces {
			x := &r.traces[n]
			if x.entity < 0 || !r.names(k, x.entity) {
				continue
			}
			if named = n; x.next == never {
				x.next = model.UpTo(r.prose[c.Sentence]-r.prose[r.mentions[i].Sentence], never-1)
			}
		}
		for n := range r.traces {
			if x := &r.traces[n]; named >= 0 && x.next == never {
				x.nextRival = true
			}
		}
	}
}

// trace is that of entity e, or of the newcomer of mention j; nil where there
// are too many.
func (r *resolver) trace(e, j int, g mention.Gender) *trace {
	alike := uint8(0)
	for k := range r.traces {
		x := &r.traces[k]
		if e >= 0 && x.entity == e {
			return x
		}
		if r.agrees(x, g) {
			alike++
		}
	}
	if len(r.traces) == maxClaims {
		return nil
	}
	n := uint8(len(r.traces))
	x := emptyTrace(e, j)
	x.rivals, x.alike = n, alike
	r.traces = append(r.traces, x)
	return &r.traces[n]
}

// emptyTrace is one of which only the nearest mention is known.
func emptyTrace(e, j int) trace {
	return trace{claim: claim{entity: e, mention: j}, subject: -1, name: -1, outside: -1, spoke: -1, pronoun: -1, cost: maxCost}
}

// agrees reports whether the text tells that x is of the gender; one without a
// name is a person for sure, and of any.
func (r *resolver) agrees(x *trace, g mention.Gender) bool {
	if x.entity < 0 {
		return true
	}
	e := &r.entities[x.entity]
	return e.Gender == g || e.Gender == mention.Unknown && e.Kind == quotes.SpeakerUnnamed
}

// count counts mention c, which stands at a place, as one before m.
func (x *trace) count(m, c *mention.Mention, at place) {
	x.mentions++
	if at.acts() {
		x.subjects++
	}
	if m.Paragraph-c.Paragraph <= 1 && c.Quote < 0 {
		x.recent++
	}
	if m.Sentence == c.Sentence {
		x.beside++
	}
}

// cost is a plain measure of how far mention j is from m, and how little its
// sentence is about it: what decides without a model.
func (r *resolver) cost(m *mention.Mention, j int) int {
	c := &r.mentions[j]
	cost := 4*int(r.prose[m.Sentence]-r.prose[c.Sentence]) + 3*int(min(m.Paragraph-c.Paragraph, 5))
	switch r.place(j) &^ reporting {
	case leading:
	case acting:
		cost += 2
	case possessor, governed:
		cost += 8
	default:
		cost += 6
	}
	if c.Quote >= 0 {
		cost += 10
	}
	if r.asked(c) && (c.Sentence == m.Sentence || r.replies(m)) {
		cost -= 8 // whoever is asked answers
	}
	return max(0, min(cost, maxCost))
}

const maxCost = 60
