package attribute

import "onrecord/quotes/mention"

// otherTeller is who does what the verb behind the conjunction at item k tells, where a pronoun behind it
// shows that this is not mention m, the subject of the verb of speech v before: Lee of "Lee told Kim that
// France warned them and said she was", Kim of "Lee said Kim rang her and told her". -1: it may be.
func (l *line) otherTeller(m int, v verb, k, depth int) int {
	if m < 0 || !l.class(k+1).Has(mention.Core) || !l.noMark(v.end, k) {
		return -1
	}
	next := k + 2
	if l.class(next).Has(mention.That) {
		next++
	}
	pro := l.starting(next)
	if pro < 0 || !l.class(next).Has(mention.He|mention.She) {
		return -1
	}
	if l.trait(k+1)&mention.Tells != 0 && next == k+2 {
		if inner := l.opener(v.end-1, k); inner >= 0 && !l.foreign(m, pro) && l.foreign(inner, pro) {
			return inner
		}
		return -1
	}
	if outer := l.toldThat(m, v.at, depth); outer >= 0 && l.foreign(m, pro) && !l.foreign(outer, pro) {
		return outer
	}
	return -1
}

// foreign reports whether pronoun pro, he or she, cannot mean mention m.
func (l *line) foreign(m, pro int) bool {
	x := &l.Mentions[m]
	return x.Plural || x.Kind == mention.Body || x.Kind == mention.Several || x.Kind == mention.Document || x.Being >= mention.Organisation ||
		x.Gender != mention.Unknown && x.Gender != l.Mentions[pro].Gender
}

// toldThat is who tells somebody, at most depth verbs before, what mention m, the subject of the verb at
// item k, does: Lee of "Lee told Kim that Park warned". -1: nobody does.
func (l *line) toldThat(m, k, depth int) int {
	if l.itemOf(l.Mentions[m].First, k) >= k {
		return -1
	}
	at := l.beforePhrase(l.phraseStart(m, k))
	if !l.within(at) {
		return -1
	}
	for i := at; i >= 0 && i >= at-longestEmbedded && !l.quoteAt(i) && l.tok(i).Sentence == l.tok(k).Sentence; i-- {
		if v, ok := l.verbAt(i); ok && v.core && !v.participle && !v.passive {
			outer, _ := l.subjectWithin(v, depth-1)
			return outer
		}
	}
	return -1
}

// toldHim is the candidate "who" of whom the participle before the stretch at item k tells, where a pronoun as
// its hearer shows that the subject of the sentence only passes it on: "Lee has a friend who wrote, telling
// her". -1: none.
func (d *decoder) toldHim(l *line, k int) int {
	near := d.pool.nearest((*proposal).cuedBefore)
	if near < 0 || d.pool.list[near].Features.Distance > longestEmbedded {
		return -1
	}
	x := &d.pool.list[near]
	cue := l.itemOf(int32(x.CueFirst), k)
	hearer := l.starting(cue + 1)
	if l.trait(cue)&mention.Tells == 0 || l.punct(cue-1) != ',' || hearer < 0 || !l.class(cue+1).Has(mention.He|mention.She) || l.class(cue+1).Has(mention.Subject) || !l.noMark(cue, k-1) {
		return -1
	}
	for i := cue - 1; i > 0 && i > cue-maxWalk/2 && !l.quoteAt(i) && l.tok(i).Sentence == l.tok(cue).Sentence; i-- {
		if m := l.starting(i); m >= 0 && l.class(i).Has(mention.Who) && l.punct(i-1) != ',' {
			return d.proposed(m)
		}
	}
	return -1
}
