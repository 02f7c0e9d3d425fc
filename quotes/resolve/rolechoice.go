package resolve

import (
	"slices"

	"onrecord/quotes/attribute/model"
	"onrecord/quotes/mention"
)

// chooses reports whether the forest chooses whom mention i, which speaks outside quotes, means: a role phrase of
// one person, or it, where the rules know nobody, or are not sure. What they are sure of the forest knows no better, nor bodies and
// texts; of labels training has few.
func (r *resolver) chooses(i int) bool {
	m, picked := &r.mentions[i], &r.out[i]
	if r.model.Role.Len() == 0 && r.observe == nil || m.Quote >= 0 || !r.speaks(i) || picked.Entity >= 0 && picked.Confidence >= sureRole {
		return false
	}
	return r.isIt(m) || m.Kind == mention.Nominal && m.Definite && !m.Plural && m.Being == mention.Person && !r.labels(m)
}

// choose resolves mention i to whom the forest finds likeliest to be meant, by the rules' choice and all that speaks for
// others.
func (r *resolver) choose(i int) {
	s := r.gatherBearers(i)
	nobody := r.weighRole(s)
	best, second := r.topClaims()
	if r.model.Role.Len() == 0 || best.none() {
		return
	}
	if nobody > best.odds && s.picked.Entity < 0 {
		if best.entity >= 0 {
			r.out[i].Second = best.entity
		}
		return
	}
	if best.entity < 0 {
		if best.mention == i || r.isIt(&r.mentions[i]) {
			r.asWritten(best.mention)
		} else {
			r.strangerAs(best.mention)
		}
		best.entity = r.out[best.mention].Entity
	}
	r.out[i] = Resolution{
		Entity: best.entity, Confidence: r.model.Curves[model.Role].At(best.odds).Float(), Second: second.entity,
		Claims: len(r.traces), Rival: second.odds,
	}
}

// gatherBearers finds who may be meant by mention i: those before it, whom the rules choose, whom the text gives the
// role, who wrote what it may be, and of a phrase nobody but itself.
func (r *resolver) gatherBearers(i int) *roleScene {
	m := &r.mentions[i]
	s := &roleScene{holders: holders{noun: r.noun(m), best: -1, second: -1}, phrase: i, picked: r.out[i], mates: r.sentenceMates(i)}
	r.strangers = [...]int{-1, -1}
	if !r.isIt(m) {
		s.holders, s.gender, s.bids = r.holders(m), r.ownGender(i), r.bids(i)
		r.strangers = [...]int{r.introducedHere(i), r.introducedAbove(i)}
	}
	r.gather(i, s.gender, false)
	if !r.isIt(m) {
		standsIn := r.deputy(r.fold(m.First, m.Head)) != ""
		r.traces = slices.DeleteFunc(r.traces, func(x trace) bool {
			return x.entity >= 0 && x.entity != s.picked.Entity && (r.ruledOut(m, x.entity, s.noun, standsIn) || r.withOther(m, x.entity, s.of))
		})
	}
	others := []int{s.picked.Entity, s.best, s.second}
	for k := range r.traces {
		others = append(others, r.madeBy(r.traces[k].mention))
	}
	for _, e := range others {
		if e < 0 || len(r.traces) == maxClaims || slices.ContainsFunc(r.traces, func(x trace) bool { return x.entity == e }) {
			continue
		}
		if j := r.nearestOf(e); j >= 0 {
			r.traces = append(r.traces, emptyTrace(e, j))
		}
	}
	s.fits = make([]float64, len(r.traces))
	for k := range r.traces {
		if e := r.traces[k].entity; e >= 0 {
			s.fits[k] = r.roleScore(&r.entities[e], s.noun, s.words)
			s.bestFit = max(s.bestFit, s.fits[k])
		}
	}
	if !r.isIt(m) {
		r.traces = append(r.traces, emptyTrace(-1, i))
	}
	return s
}

// nearestOf is the last mention of entity e so far, or else the first name to come. -1: none.
func (r *resolver) nearestOf(e int) int {
	if last := r.entities[e].last; last >= 0 {
		return last
	}
	if r.toCome == nil {
		r.toCome = map[int]int{}
		for j := len(r.out) - 1; j >= 0; j-- {
			if r.mentions[j].Kind == mention.Name {
				r.toCome[r.out[j].Entity] = j
			}
		}
	}
	if j, ok := r.toCome[e]; ok {
		return j
	}
	return -1
}

// weighRole gives the odds of each trace to be whom the mention means, and those of nobody.
func (r *resolver) weighRole(s *roleScene) (nobody model.Probability) {
	i := s.phrase
	var own factList
	r.startWeighing(&own, i, s.gender)
	var shared roleFactList
	r.phraseFacts(&shared, s)
	for k := range r.traces {
		f, of := shared, own
		if r.traces[k].mention != i {
			r.traceFacts(&of, i, k, s.gender)
		}
		copy(f[:], of[:])
		r.bearerFacts(&f, s, k)
		r.weighs(f[:])
	}
	defer r.show(i)
	return r.judge(r.model.Role)
}
