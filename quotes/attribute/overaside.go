package attribute

import "onrecord/quotes/mention"

// longestPassive bounds the words of an aside that tells by whom something was seen, and longestHeaded those before it.
const (
	longestPassive = 10
	longestHeaded  = 12
)

// overAside is the subject of the last verb v before the stretch at item k where an aside stands between that tells by
// whom it was done to: the letter of "The letter, a copy of which was seen by the Courier, calls it '…'". -1: there is none.
func (d *decoder) overAside(l *line, v, k int) int {
	if v < 4 || l.punct(v-1) != ',' {
		return -1
	}
	by := l.byBefore(v-2, k)
	if by < 0 || l.tok(by-1).Shape != mention.Lower || l.class(by-1).Has(mention.Closed|mention.Preposition|mention.Determiner|mention.Adverb) {
		return -1
	}
	comma := by - 2
	for comma > 0 && comma > by-longestPassive && l.punct(comma) == 0 && !l.quoteAt(comma) {
		comma--
	}
	if l.punct(comma) != ',' {
		return -1
	}
	for i := comma - 1; i >= 0 && i > comma-longestHeaded && !l.quoteAt(i) && l.punct(i) == 0; i-- {
		if m := l.ending(i); m >= 0 && !d.Mentions[m].Governed && !d.Mentions[m].Owner {
			return d.proposed(m)
		}
	}
	return -1
}

// rejects is whoever says what they think of another's words as the stretch at item k: the Lee of "Lee rejected a claim
// by Ek as '…'". -1: nobody.
func (d *decoder) rejects(l *line, k int) int {
	if !l.class(k - 1).Has(mention.As) {
		return -1
	}
	by := l.byBefore(k-2, k)
	for i := by - 1; i > 0 && i > by-longestHeaded && !l.quoteAt(i) && l.punct(i) == 0; i-- {
		v, ok := l.verbAt(i)
		if !ok {
			continue
		}
		if v.participle || v.passive {
			return -1
		}
		m, _ := l.subject(v)
		return d.proposed(m)
	}
	return -1
}

// byBefore is the "by" before the mention that ends at an item, which stands before item k. -1: there is none.
func (l *line) byBefore(end, k int) int {
	agent := l.ending(end)
	if agent < 0 {
		return -1
	}
	by := l.itemOf(l.Mentions[agent].First, k) - 1
	if l.class(by).Has(mention.Definite) {
		by--
	}
	if !l.class(by).Has(mention.By) {
		return -1
	}
	return by
}
