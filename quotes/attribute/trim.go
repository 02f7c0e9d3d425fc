package attribute

import "slices"

// maxCandidates is how many candidates are ranked: with nobody they fill the
// lanes of one batch. Of the training articles' sources one in a thousand is
// lost so.
const maxCandidates = 7

// trim leaves the candidates that are likeliest to be right: those that
// patterns propose, then the nearest.
func (p *pool) trim() {
	if len(p.list) <= maxCandidates {
		return
	}
	slices.SortStableFunc(p.list, func(a, b proposal) int { return a.off() - b.off() })
	p.list = p.list[:maxCandidates]
}

// off is how far a candidate stands from the stretch: of those that no pattern
// proposes, in mentions, and farther in other sentences and paragraphs.
func (x *proposal) off() int {
	if x.Rule != NoRule {
		return -1
	}
	return x.between.mentions + placeCosts[x.place]
}

// placeCosts are in mentions of the stretch's own sentence.
var placeCosts = [...]int{
	sentenceBefore: 0, sentenceAfter: 0, earlier: 2, later: 2,
	paragraphBefore: 4, paragraphsBefore: 6, paragraphAfter: 5, farOff: 9, inside: 9,
}
