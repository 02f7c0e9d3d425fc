package attribute

import (
	"cmp"
	"fmt"
	"slices"

	"onrecord/quotes/attribute/model"
)

// Evidence is a fact that spoke for one candidate against another.
type Evidence struct {
	Text string
	Nats float64 // how much: e to this power is the factor on the odds
}

// Compare gives the n facts that tell candidate a most from b, by what the
// trees that ask about them add to the odds of a. Both are as in an Observation.
func (r *Ranker) Compare(a, b model.Facts, n int) []Evidence {
	var x, y [atoms]float64
	r.Model.Source.Weigh(a, x[:])
	r.Model.Source.Weigh(b, y[:])
	list := make([]Evidence, 0, atoms)
	for i := range atoms {
		if nats := x[i] - y[i]; nats > 0 {
			list = append(list, Evidence{Text: atomNames[i] + " " + i.value(a[i]), Nats: nats})
		}
	}
	slices.SortStableFunc(list, func(x, y Evidence) int { return cmp.Compare(y.Nats, x.Nats) })
	return list[:min(n, len(list))]
}

var atomNames = [atoms]string{
	aRule: "pattern", aAlso: "another pattern", aScore: "pattern's score", aRank: "pattern's rank", aFlags: "cue's flags",
	aReach: "distance", aPassed: "stretches passed", aKind: "mention", aPlace: "place", aTokens: "words between",
	aMentions: "mentions between", aBetween: "stretches and sentence ends between", aVerbs: "verbs between",
	aCommas: "commas between", aPrev: "before the mention", aNext: "behind the mention", aGrammar: "grammar",
	aSame: "likeness to the last speaker", aNamed: "times named", aNumber: "gender and number", aOwn: "its verb",
	aRivals: "others with verbs between", aTurns: "clauses between", aEnd: "the quote's end", aLength: "the quote's length",
	aBefore: "before the quote", aAfter: "behind the quote", aShape: "the quote's place", aTop: "best pattern",
	aTopScore: "best pattern's score", aTurn: "turn", aCue: "cue", aCueAt: "cue's place",
	aPrev2: "two before the mention", aPrev3: "three before the mention", aNext2: "two behind the mention",
	aNext3: "three behind the mention", aVerbReach: "distance of its verb", aVerbPrev: "before its verb",
	aVerbNext: "behind its verb", aVerbNext2: "two behind its verb", aToQuote: "from its verb to the quote",
	aVerbsTo: "verbs behind its verb", aTurnsTo: "clauses behind its verb", aOpener: "opens its clause",
	aOpenerAt: "distance of its clause's opening", aClause: "its clause", aOrdinal: "mentions before it",
	aActors: "subjects before it", aTied: "quotes beside it", aMine: "the verbs nearest to the quote",
	aInside: "the quote speaks of it", aSpoken: "quotes it had so far", aAgain: "named again",
	aPrevTie: "the quote before", aBefore2: "two before the quote", aBefore3: "three before the quote",
	aAfter2: "two behind the quote", aAfter3: "three behind the quote", aVoice: "pronouns in the quote",
	aQuotes: "quotes of the sentence", aPrevRule: "pattern of the quote before", aVerb: "verb before the quote",
	aVerbAt: "distance of that verb", aFirstWord: "first word of the sentence",
	sOdds: "odds of the source", sNobody: "odds of nobody", sMarks: "marks", sWords: "words", sCase: "capitals",
	sCount: "quotes of the paragraph", sRules: "the rules",
	sEnding: "ending", sCommon: "known words", sTold: "told before",
	sModifies: "noun behind", aRow: "its turn among lone quotes",
}

var placeNames = [...]string{
	"nowhere", "same sentence, before", "same sentence, behind", "earlier sentence", "later sentence", "paragraph before",
	"two paragraphs before", "paragraph behind", "far off", "inside marks",
}

var kindNames = [...]string{
	1: "name", 2: "person's name", 3: "body's name", 4: "place", 5: "people", 6: "name with a title", 7: "long name",
	8: "person's full name", 9: "body's long name", 10: "long place", 11: "long people", 13: "role", 14: "definite role",
	15: "group", 16: "body", 17: "document", 18: "label", 20: "who", 22: "him or her", 23: "he or she", 24: "them", 25: "they",
	26: "me", 27: "I", 28: "us", 29: "we", 30: "you", 31: "it",
}

var ownNames = [...]string{"none", "core verb", "speech verb", "report verb", "another verb", "participle", "auxiliary"}

// value puts an atom's value into words; counts and flags stay numbers.
func (a atom) value(v uint8) string {
	name := ""
	switch a {
	case aRule, aAlso, aTop, aPrevRule:
		if int(v) < len(ruleNames) {
			name = ruleNames[v]
		} else if v == nobody {
			name = "nobody"
		}
	case aPlace:
		name = nameOf(placeNames[:], v)
	case aKind:
		name = nameOf(kindNames[:], v)
	case aPrev, aPrev2, aPrev3, aNext, aNext2, aNext3, aVerbPrev, aVerbNext, aVerbNext2, aOpener, aClause, aBefore, aBefore2, aBefore3, aAfter, aAfter2, aAfter3, aVerb, aFirstWord, aCue:
		name = nameOf(codes[:], v)
	case aOwn:
		if name = nameOf(ownNames[:], v&7); v&8 > 0 {
			name += " after a comma"
		}
	}
	if name == "" {
		return fmt.Sprint(v)
	}
	return name
}

func nameOf(names []string, v uint8) string {
	if int(v) < len(names) {
		return names[v]
	}
	return ""
}
