package attribute

import "onrecord/quotes/mention"

const (
	// longestBreakIn bounds the words of how somebody breaks in, "cut him off there".
	longestBreakIn = 4
	// longestBreaker bounds the words of who does, "a man at the back of the hall".
	longestBreaker = 12
)

// breaksIn is the candidate who breaks in on the source of the stretch before, with a verb of speech
// that ends the words between, and so says the one at item k: her husband of "'…,' Lee said, and her
// husband cut in. '…'". -1: nobody does.
func (d *decoder) breaksIn(l *line, k int) int {
	if !d.answerable(l, k) || l.punct(k-1) != '.' {
		return -1
	}
	for i := k - 2; i > 0 && i >= k-1-longestBreakIn && !l.quoteAt(i) && l.tok(i).Shape == mention.Lower; i-- {
		v, ok := l.verbAt(i)
		if !ok {
			continue
		}
		if !v.speech || v.passive || v.participle || v.infinitive {
			return -1
		}
		return d.proposed(d.breaker(l, i))
	}
	return -1
}

// breaker is somebody else than the source of the stretch before, whom the clause or the sentence
// of the verb at item k starts with; -1: nobody.
func (d *decoder) breaker(l *line, k int) int {
	for i := k - 1; i > 0 && i >= k-longestBreaker && !l.quoteAt(i-1); i-- {
		before := l.tok(i - 1)
		whole := before.Sentence != l.tok(k).Sentence
		if !whole && !(before.Class.Has(mention.Joint) && before.Class.Has(mention.Clause) && l.punct(i-2) == ',') {
			if before.Class.Has(mention.Subordinate | mention.Who) {
				return -1
			}
			continue
		}
		m := l.startingNear(i)
		if m < 0 || l.Mentions[m].Owner || !d.personal(m) || !d.stranger(m, d.out[d.near.prev].Source.Mention) {
			return -1
		}
		return m
	}
	return -1
}
