package attribute

import (
	"onrecord/quotes/attribute/model"
	"onrecord/quotes/marks"
	"onrecord/quotes/mention"
)

// speechFacts sets the atoms for the stretch at item k of l, whose best
// candidate is x, nil for none.
func (d *decoder) speechFacts(f *facts, l *line, k int, x *proposal, odds, none model.Probability) {
	if x != nil {
		d.candidateFacts(f, l, x)
	}
	f[sRules] = uint8(d.scare(l, k, &d.best))
	q := int(l.items[k].index)
	words, capitals, lowers := d.words(q)
	f[sOdds], f[sNobody] = uint8(odds*63/model.Certain), uint8(none*63/model.Certain)
	f[sMarks] = model.Bit(d.Quoted[q].Style == marks.Single, 1) | model.Bit(d.doubles, 2) | model.Bit(d.commaBehind(q), 4) | model.Bit(l.heading, 8)
	f[sWords] = uint8(min(words, 40))
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
	d.wordingFacts(f, l, k)
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
