package attribute

import "onrecord/quotes/mention"

// agent is the mention behind "by" after a passive verb: "was called a … by X".
func (l *line) agent(v verb, p int) int {
	for k := v.end; k < len(l.items) && k < p+12; k++ {
		if l.class(k).Has(mention.By) {
			return l.namedNear(k + 1)
		}
		if l.punct(k) == '.' {
			break
		}
	}
	return -1
}

// agentBeside is who does what a past participle without a form of "be" tells, the
// X of "described by X as '…'" and of "branded '…' by X,"; -1: it is none.
func (l *line) agentBeside(v verb, p int) int {
	if v.participle || v.infinitive || v.core || l.class(v.at).Has(mention.Present) {
		return -1
	}
	k := v.end
	if p-k <= 1 && l.class(p+1).Has(mention.By) {
		k = p + 1
	}
	if !l.class(k).Has(mention.By) {
		return -1
	}
	return l.namedNear(k + 1)
}

// longestAgent bounds the words from "by" to "as" and what somebody is called.
const longestAgent = 14

// calls reports whether candidate c, behind "by", calls somebody or something what stands between
// the marks of item k: X of "described by X as a '…'" and of "was branded '…' by X". What all call
// something is no opinion of theirs: "known by locals as '…'".
func (l *line) calls(k int, c *Candidate) bool {
	if c.Mention < 0 || !c.Features.Passive || c.CueFirst >= c.CueLast {
		return false
	}
	m, cue := &l.Mentions[c.Mention], l.itemOf(int32(c.CueFirst), k)
	if cue >= k || l.trait(cue)&mention.Alias != 0 {
		return false
	}
	as := l.articleless(k)
	if l.class(k + 1).Has(mention.By) {
		return l.namedNear(k+2) == c.Mention && (as == cue || as == cue+1 && l.class(as).Has(mention.As))
	}
	if !l.class(as).Has(mention.As) || as-cue > longestAgent || !l.class(cue+1).Has(mention.By) || l.itemOf(m.First, k) < cue {
		return false
	}
	for i := cue + 2; i < as; i++ {
		if l.tok(i).Shape == mention.Mark || l.quoteAt(i) {
			return false
		}
	}
	return true
}

// caller is the candidate who calls somebody what stands between the marks of item k; -1: none does.
func (d *decoder) caller(l *line, k int) int {
	return d.pool.first(func(x *proposal) bool { return l.calls(k, &x.Candidate) })
}
