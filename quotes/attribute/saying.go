package attribute

import "onrecord/quotes/mention"

// saying is the candidate who is told right before the stretch at item k to have a way of saying it, whoever
// recalls that: his father of "Lee said it was what his father used to say: '…'". -1: there is none.
func (d *decoder) saying(l *line, k int) int {
	if mark := l.punct(k - 1); k < 5 || mark != ':' && mark != ',' || l.quoteAt(k-2) || !l.class(k-2).Has(mention.Core|mention.Speech) || !l.class(k-2).Has(mention.Infinitive) || !l.really(k-2) {
		return -1
	}
	m := l.ending(k - 5) // before "used to say"
	if m < 0 || !d.speaks(m) {
		return -1
	}
	return d.pool.nearest(func(x *proposal) bool { return x.Mention == m })
}
