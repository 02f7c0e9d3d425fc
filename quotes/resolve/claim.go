package resolve

import (
	"slices"

	"onrecord/quotes/attribute/model"
	"onrecord/quotes/mention"
)

// claim is somebody's claim to a pronoun: of an entity, or of one that is still
// to be made of the phrase of a mention (entity -1).
type claim struct {
	entity  int
	mention int // the nearest that makes it
	odds    model.Probability
	settled bool // by a rule
}

var noClaim = claim{entity: -1, mention: -1}

func (c claim) none() bool { return c.entity < 0 && c.mention < 0 }

// claims ranks the people named before pronoun i, who may be meant by it.
func (r *resolver) claims(i int) (best, second claim) {
	g := r.mentions[i].Gender
	r.strangers = [...]int{r.introducedHere(i), r.introducedAbove(i)}
	if r.strangers[1] < 0 {
		r.strangers[1] = r.introducedBefore(i)
	}
	r.gather(i, g, false)
	if len(r.traces) == 0 {
		return noClaim, noClaim
	}
	if r.mentions[i].Quote >= 0 || r.model.Antecedent.Len() == 0 && r.observe == nil {
		r.byCost() // of those in quotes training has none, and the others do not ask
	} else {
		r.weigh(i, g)
	}
	r.settle(i)
	return r.topClaims()
}

// topClaims are the two claims of the highest odds.
func (r *resolver) topClaims() (best, second claim) {
	best, second = noClaim, noClaim
	for k := range r.traces {
		c := r.traces[k].claim
		switch {
		case best.none() || c.odds > best.odds:
			second, best = best, c
		case second.none() || c.odds > second.odds:
			second = c
		}
	}
	return best, second
}

// weigh gives the odds of each trace to be whom mention i means.
func (r *resolver) weigh(i int, g mention.Gender) {
	var shared factList
	r.startWeighing(&shared, i, g)
	for k := range r.traces {
		f := shared
		r.traceFacts(&f, i, k, g)
		r.weighs(f[:])
	}
	defer r.show(i)
	if r.model.Antecedent.Len() == 0 {
		r.byCost()
		return
	}
	r.judge(r.model.Antecedent)
}

// startWeighing sets the facts of mention i that all traces share, and what those of each rest on.
func (r *resolver) startWeighing(own *factList, i int, g mention.Gender) {
	r.batch.Reset()
	r.observed = r.observed[:0]
	r.ownFacts(own, i, g)
	r.lookAhead(i)
	for k := range r.traces {
		r.traces[k].relation = r.relation(&r.traces[k])
	}
}

// weighs takes the facts of the next trace.
func (r *resolver) weighs(f model.Facts) {
	r.batch.Add(f)
	if r.observe != nil {
		r.observed = append(r.observed, slices.Clone(f))
	}
}

// judge gives the traces, whose facts were taken, their odds by a forest, and gives those of nobody.
func (r *resolver) judge(forest *model.Forest) (nobody model.Probability) {
	n := len(r.traces)
	r.scores = append(forest.Sums(&r.batch, r.scores[:0]), 0) // 0 is nobody's
	r.odds = append(r.odds[:0], make([]model.Probability, n+1)...)
	model.Softmax(r.scores, r.odds)
	for k := range r.traces {
		r.traces[k].odds = r.odds[k]
	}
	return r.odds[n]
}

// byCost gives odds by the plain measure.
func (r *resolver) byCost() {
	rest := model.Certain
	for range r.traces {
		best := -1
		for k := range r.traces {
			if x := &r.traces[k]; x.odds == 0 && (best < 0 || x.cost < r.traces[best].cost) {
				best = k
			}
		}
		r.traces[best].odds = rest * 3 / 4
		rest /= 4
	}
}

// settle decides what training has hardly seen, whatever the forest says: whoever
// is asked replies, whom I asked speaks, whose speech the sentence before is goes on; a
// stranger whom the sentence or the paragraph is about is meant.
func (r *resolver) settle(i int) {
	teller := r.teller(i)
	asked, asker := r.inquiry(i)
	if asked >= 0 && r.mentions[asked].Kind == mention.Pro && r.out[asked].Confidence < sureAsked {
		asked = -1
	}
	if asker >= 0 {
		r.yields(r.out[asker].Entity)
	}
	replier := max(asked, r.questioned(i), r.viewed(i), r.spokenTo(i), r.writerTo(i))
	if replier < 0 {
		if j := r.asker(i); j >= 0 {
			r.yields(r.out[j].Entity)
		}
	}
	for _, j := range r.unlikely(i) {
		r.yields(r.out[j].Entity)
	}
	for k := range r.traces {
		if x := &r.traces[k]; r.addresses(i, x.entity) || r.byTheBy(x) {
			r.yields(x.entity)
		}
	}
	for k := range r.traces {
		x := &r.traces[k]
		asked := replier >= 0 && r.traceOf(x, replier) || r.toldByMe(i, x.mention)
		goesOn := replier < 0 && teller >= 0 && x.entity == r.out[teller].Entity && !r.namedBy(i, x.entity)
		if !asked && !goesOn && !r.stranded(x) {
			continue
		}
		for n := range r.traces {
			r.traces[n].odds = min(r.traces[n].odds, model.Certain-settled)
		}
		x.odds, x.settled = max(x.odds, settled), true
		return
	}
}

// unlikely are the names before pronoun i that English hardly goes on about where they stand.
func (r *resolver) unlikely(i int) []int {
	names := slices.Concat(r.apposedBefore(i), r.contrasted(i), r.byTheWay(i), r.doneToBefore(i))
	for _, j := range [...]int{r.praised(i), r.represented(i), r.topicOf(i), r.agentBefore(i)} {
		if j >= 0 {
			names = append(names, j)
		}
	}
	return names
}

// yields leaves entity e little of its odds and gives the rest to the others.
func (r *resolver) yields(e int) {
	var own, others model.Probability
	for k := range r.traces {
		if x := &r.traces[k]; e >= 0 && x.entity == e {
			x.odds /= 16
			own += x.odds
		} else {
			others += x.odds
		}
	}
	if own == 0 || others == 0 {
		return
	}
	for k := range r.traces {
		if x := &r.traces[k]; x.entity != e {
			x.odds = model.Probability(int64(x.odds) * int64(model.Certain-own) / int64(others))
		}
	}
}

// stranded reports whether x is of a stranger whom the pronoun's sentence is about, or
// else its paragraph.
func (r *resolver) stranded(x *trace) bool {
	j := r.strangers[0]
	if j < 0 {
		j = r.strangers[1]
	}
	return j >= 0 && r.traceOf(x, j)
}

// traceOf reports whether x is the trace of whom mention j is of.
func (r *resolver) traceOf(x *trace, j int) bool {
	return x.mention == j || x.entity >= 0 && x.entity == r.out[j].Entity
}

// settled are the odds of whom a rule settles.
const settled = model.Certain * 9 / 10

// only is the only person named shortly before mention i; -1: none, or several.
func (r *resolver) only(i int) int {
	r.gather(i, r.mentions[i].Gender, true)
	if len(r.traces) != 1 {
		return -1
	}
	return r.traces[0].entity
}

// surely are the odds from which on a pronoun tells somebody's gender.
const surely = model.Certain * 85 / 100

// show hands what was weighed to whoever watches.
func (r *resolver) show(i int) {
	if r.observe == nil {
		return
	}
	o := Observation{Mention: i}
	for k := range r.traces {
		x := &r.traces[k]
		c := Claimant{Entity: x.entity, Facts: r.observed[k], Odds: x.odds}
		if x.entity < 0 {
			c.Phrase = r.phrase(x.mention)
		}
		o.Claimants = append(o.Claimants, c)
	}
	r.observe(o)
}
