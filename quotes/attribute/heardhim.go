package attribute

import "onrecord/quotes/mention"

// heardHim is the him or her whom somebody hears or quotes, where the verb nearest before the stretch at item k
// tells what they said: "Lee heard him say it was '…'", "Lee quoted her as saying". -1: there is none.
func (d *decoder) heardHim(l *line, k int) int {
	if _, open := l.openSentence(k); !open {
		return -1
	}
	for i := k - 1; i > 1 && i > k-maxWalk/2 && !l.quoteAt(i); i-- {
		c := l.class(i)
		if !c.Has(mention.Verb) || l.tok(i).Shape != mention.Lower {
			if l.punct(i) != 0 && i < k-1 {
				return -1
			}
			continue
		}
		if !c.Has(mention.Infinitive | mention.Participle) {
			return -1
		}
		object := i - 1
		as := l.class(object).Has(mention.As)
		if as {
			object--
		}
		m := l.ending(object)
		if m < 0 || !l.class(object).Has(mention.He|mention.She|mention.They) || l.class(object).Has(mention.Subject) {
			return -1
		}
		if as && l.quotedBefore(i-1) == m || !as && l.observedAt(m, i) {
			return d.proposed(m)
		}
		return -1
	}
	return -1
}
