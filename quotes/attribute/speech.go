package attribute

import (
	"onrecord/quotes/attribute/model"
	"onrecord/quotes/marks"
	"onrecord/quotes/mention"
)

// The atoms of the choice between quote and term, beside those of the stretch
// and of its best candidate. They take the places of atoms which that choice
// does not use.
const (
	sOdds   = aReach    // the ranker's probability of the best candidate
	sNobody = aPassed   // and of nobody
	sMarks  = aNamed    // the sort of marks
	sWords  = aTokens   // how many words, exactly
	sBefore = aMentions // the word two before
	sAfter  = aCommas   // the word two behind
	sCase   = aNumber   // capitals and small letters
	sCount  = aAlso     // how many stretches the paragraph has
	sRules  = aSame     // what the rules make of it, by the patterns' choice
)

// speechTemplates are the conjunctions that tell quotes from titles, terms and
// irony. Their number is their place: changing one changes the model's format.
var speechTemplates = [][]atom{
	{sWords},
	{sWords, aEnd},
	{sWords, sCase},
	{sWords, aBefore},
	{sWords, aRule},
	{sWords, sOdds},
	{sWords, sMarks},
	{sWords, aShape},
	{aLength},
	{aEnd},
	{aBefore},
	{aAfter},
	{aBefore, aAfter},
	{sBefore, aBefore},
	{sAfter, aAfter},
	{aShape},
	{aRule},
	{aRule, sOdds},
	{aRule, aFlags},
	{aRule, sCase},
	{aRule, aLength},
	{aRule, aCue},
	{aRule, aCueAt},
	{sOdds},
	{sNobody},
	{sNobody, sWords},
	{sMarks, aRule},
	{sMarks, aLength},
	{sCase},
	{sCase, aEnd},
	{sCase, aBefore},
	{sCase, aShape},
	{sCase, aLength},
	{sCase, aAfter},
	{aPlace},
	{aPlace, aVerbs},
	{aKind},
	{aKind, aRule},
	{aBetween, aPlace},
	{sCount},
	{sCount, sWords},
	{aTurn, aShape},
	{aBefore, sCase, sWords},
	{aAfter, aEnd},
	{aBefore, aEnd},
	{aEnd, sCase, sWords},
	{sCount, aShape},
	{sRules},
	{sRules, sWords},
	{sRules, sOdds},
	{sRules, aBefore},
	{sRules, aRule},
	{sRules, sCase},
	{sRules, aKind},
}

// speechFacts sets the atoms for the stretch at item k of l, whose best
// candidate is x, nil for none.
func (d *decoder) speechFacts(f *facts, l *line, k int, x *proposal, odds, none model.Probability) {
	if x != nil {
		d.candidateFacts(f, l, x)
	}
	f[sRules] = uint8(d.scare(l, k, &d.best))
	q := int(l.items[k].index)
	words, capitals, lowers := d.words(q)
	f[sOdds], f[sNobody] = uint8(odds*15/model.Certain), uint8(none*15/model.Certain)
	f[sMarks] = bit(d.Quoted[q].Style == marks.Single, 1) | bit(d.doubles, 2) | bit(d.commaBehind(q), 4) | bit(l.heading, 8)
	f[sWords] = uint8(min(words, 12))
	f[sBefore], f[sAfter] = l.wordCode(k-2), l.wordCode(k+2)
	f[sCase] = caseCode(words, capitals, lowers)
	n := uint8(0)
	for i := range l.items {
		if l.items[i].quote {
			if n++; n == 7 {
				break
			}
		}
	}
	f[sCount] = n
	if next := l.tok(k + 1); next.Shape == mention.Lower {
		f[sCount] += 8
	}
}

// caseCode tells how a stretch's words are written: as a title, as a sentence.
func caseCode(words, capitals, lowers int) uint8 {
	switch {
	case words == 0:
		return 0
	case capitals == 0:
		return 1
	case lowers == 0 && capitals == 1:
		return 2
	case lowers == 0:
		return 3
	case capitals == 1:
		return 4
	case capitals > lowers:
		return 5
	}
	return 6
}
