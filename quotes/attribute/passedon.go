package attribute

import "onrecord/quotes/mention"

// passedOn is the candidate whose participle leads to the stretch at item k in a sentence that somebody
// else only passes on behind it: the parties of "The parties voted no, arguing it was '…', the Post
// reports" and of "…, calling it '…', according to the Post". -1: there is none.
func (d *decoder) passedOn(l *line, k int) int {
	if last := d.best.Rule; last != Following && last != Inverted && last != Trailing && last != Accorded {
		return -1
	}
	near := d.pool.nearest((*proposal).cuedBefore)
	if near < 0 {
		return -1
	}
	x := &d.pool.list[near]
	if x.Rule != Participial && x.Rule != Preceding || x.Mention == d.best.Mention || x.Features.Distance > longestEmbedded || !d.speaks(x.Mention) {
		return -1
	}
	v, ok := l.verbAt(l.itemOf(int32(x.CueFirst), k))
	if !ok || !v.participle || l.punct(v.at-1) != ',' || !v.speech && x.Features.Distance > longestCall || !l.noMark(v.end, k) {
		return -1
	}
	if m := &d.Mentions[d.best.Mention]; m.Kind == mention.Pro {
		return -1 // "Lee left, calling it '…', she said"
	}
	return near
}
