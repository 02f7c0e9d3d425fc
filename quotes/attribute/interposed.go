package attribute

import "onrecord/quotes/mention"

// longestInterposed bounds the words of a clause between the halves of a quotation.
const longestInterposed = 10

// interposed is who tells both halves of a quotation by the clause that the comma at item end
// closes between them, "'…,' as Lee put it, '…'"; -1: no such clause stands there.
func (l *line) interposed(end int) int {
	if l.punct(end) != ',' || !l.quoteAt(end+1) {
		return -1
	}
	for i := end - 1; i > 0 && i > end-longestInterposed && !l.quoteAt(i); i-- {
		if !l.class(i).Has(mention.As) || !l.quoteAt(i-1) && !(l.punct(i-1) == ',' && l.quoteAt(i-2)) {
			continue
		}
		m := l.startingNear(i + 1)
		if m < 0 || l.Mentions[m].Owner {
			return -1
		}
		v, aside, ok := l.verbOf(m, i+1)
		if !ok || aside || v.passive || v.end > end {
			return -1
		}
		for k := v.end; k < end; k++ {
			if l.tok(k).Shape == mention.Mark || l.class(k).Has(mention.Verb|mention.That|mention.Subject) && !l.class(k).Has(mention.It) {
				return -1
			}
		}
		return l.named(m, i+1)
	}
	return -1
}

// halfOf is the candidate who tells the stretch at item k as half of such a quotation, -1 for
// none.
func (d *decoder) halfOf(l *line, k int) int {
	m := l.interposed(k - 1)
	for end := k + 2; m < 0 && end <= k+longestInterposed && end < len(l.items) && !l.quoteAt(end); end++ {
		m = l.interposed(end)
	}
	return d.proposed(m)
}

// goesOn is the candidate whose sentence the stretch at item k goes on with, though a clause about
// what they did meanwhile has a verb of speech: Lee of "'…,' Lee said as she closed her plea, '…'".
// -1: it does not.
func (d *decoder) goesOn(l *line, k int) int {
	prev := d.near.prev
	if prev < 0 || l.punct(k-1) != ',' || !d.startsSmall(int(l.items[k].index)) || d.lastChar(prev) != ',' && !d.commaBehind(prev) {
		return -1
	}
	source := &d.out[prev].Source
	if source.Mention < 0 || source.Rule != Inverted && source.Rule != Following || source.CueFirst < int(d.tokenRange[prev].last) {
		return -1
	}
	best := d.best.Mention
	if best < 0 || best == source.Mention || d.best.Rule != Preceding && d.best.Rule != Indirect || d.Mentions[best].Kind != mention.Pro || d.Mentions[best].First < int32(source.CueLast) {
		return -1
	}
	if at := l.itemOf(d.Mentions[best].First, k) - 1; !l.class(at).Has(mention.Subordinate) || l.class(at).Has(mention.That) || d.Mentions[best].Sentence != d.Mentions[source.Mention].Sentence {
		return -1
	}
	return d.proposed(source.Mention)
}

// proposed is the candidate with mention m, -1 for none.
func (d *decoder) proposed(m int) int {
	for i := range d.pool.list {
		if m >= 0 && d.pool.list[i].Mention == m {
			return i
		}
	}
	return -1
}
