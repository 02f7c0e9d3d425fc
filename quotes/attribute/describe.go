package attribute

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"onrecord/quotes/attribute/model"
)

// Evidence is a feature that spoke for one candidate against another.
type Evidence struct {
	Text string
	Nats float64 // how much: e to this power is the factor on the odds
}

// Compare gives the n heaviest features that tell candidate a from b, by what
// they add to the odds of a. Both are as in an Observation.
func (r *Ranker) Compare(a, b []model.Feature, n int) []Evidence {
	var list []Evidence
	for i, f := range a {
		if i >= len(b) || f == b[i] {
			continue
		}
		if w := r.Model.Source.Weight(f) - r.Model.Source.Weight(b[i]); w != 0 {
			list = append(list, Evidence{Text: describe(f, templates), Nats: float64(w) / model.Scale})
		}
	}
	slices.SortStableFunc(list, func(x, y Evidence) int { return cmp.Compare(y.Nats, x.Nats) })
	return list[:min(n, len(list))]
}

// describe puts a feature into words: the atoms of its template and their values.
func describe(f model.Feature, by [][]atom) string {
	parts := by[f>>24]
	words := make([]string, len(parts))
	for i, a := range parts {
		words[i] = atomNames[a] + " " + a.value(uint8(f>>(6*i)&63))
	}
	return strings.Join(words, ", ")
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
	case aRule, aAlso, aTop:
		if int(v) < len(ruleNames) {
			name = ruleNames[v]
		} else if v == nobody {
			name = "nobody"
		}
	case aPlace:
		name = nameOf(placeNames[:], v)
	case aKind:
		name = nameOf(kindNames[:], v)
	case aPrev, aNext, aBefore, aAfter, aCue:
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
