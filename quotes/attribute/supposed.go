package attribute

import "onrecord/quotes/mention"

// supposed is the candidate in whose words somebody only may say or do what the stretch at item k is part
// of: Lee of "Lee warned that the talks would end unless Kim offered a '…'". -1: nobody only may.
func (d *decoder) supposed(l *line, k int) int {
	near := d.pool.nearest((*proposal).cuedBefore)
	if near < 0 {
		return -1
	}
	x := &d.pool.list[near]
	at := l.beforePhrase(l.phraseStart(x.Mention, k))
	if at < 1 || l.tok(at).Shape != mention.Lower || !l.Text.Words.Condition(l.Text.Word(l.token(at))) || l.trait(at-1)&mention.Asks != 0 || !l.noMark(at, k) {
		return -1
	}
	return d.pool.nearest(func(y *proposal) bool {
		return y.saysBefore() && !y.Features.Weak && y.Mention != x.Mention && y.CueLast <= l.token(at) && d.speaks(y.Mention)
	})
}
