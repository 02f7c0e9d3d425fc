package attribute

import "onrecord/quotes/mention"

// longestStatement bounds the words from the verb of issuing a statement to its words.
const longestStatement = 24

// issues is the candidate who issued the statement whose words the stretch at item k is, "the airline
// put out a statement that said it was '…'"; -1: none did, or somebody in it says so.
func (d *decoder) issues(l *line, k int) int {
	inner := int32(-1)
	for i := k - 1; i > 0 && i >= k-longestStatement && !l.quoteAt(i) && l.punct(i) != '.'; i-- {
		v, ok := l.verbAt(i)
		if !ok {
			continue
		}
		m, _ := l.subject(v)
		if l.Text.Issues(int(l.items[i].index)) {
			if inner >= l.items[i].index {
				return -1
			}
			return d.proposed(m)
		}
		if (v.speech || !v.participle) && m >= 0 && d.personal(m) {
			inner = max(inner, d.Mentions[m].First)
		}
	}
	return -1
}

// issuing finds the verb by which the text of mention m, which ends at item k, is issued.
func (l *line) issuing(m, k int) (verb, bool) {
	x := &l.Mentions[m]
	at := l.itemOf(x.First, k) - 1
	if x.Kind != mention.Document || !l.Text.Words.Issued(l.Text.Word(int(x.Head))) {
		return verb{}, false
	}
	v, ok := l.verbAt(at)
	if !ok && l.class(at).Has(mention.Tail) {
		v, ok = l.verbAt(at - 1) // "put out a statement"
	}
	return v, ok && l.trait(v.at)&mention.Issues != 0 && !v.passive
}
