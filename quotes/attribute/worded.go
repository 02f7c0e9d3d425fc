package attribute

import "onrecord/quotes/mention"

// worded is the candidate whose words the stretch at item k is said to be right beside it, whoever else says
// so: Lee of "Kim said it was, in the words of Lee, '…'" and of "in Lee's words, '…'". -1: nobody's.
func (d *decoder) worded(l *line, k int) int {
	return d.pool.nearest(func(x *proposal) bool {
		if x.Rule != Accorded || x.CueLast != x.CueFirst+1 || l.Text.Tokens[x.CueFirst].Trait&mention.Source != 0 {
			return false
		}
		if at := l.itemOf(int32(x.CueFirst), k); at > k {
			return at == k+1 || at == k+2 && l.punct(k+1) == ','
		}
		if l.punct(k-1) != ',' {
			return false
		}
		return l.itemOf(d.Mentions[x.Mention].PrintLast, k) == k-1 || l.trait(k-2)&mention.Wording != 0
	})
}
