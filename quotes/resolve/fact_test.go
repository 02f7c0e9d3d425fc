package resolve

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"onrecord/quotes/mention"
)

// TestFacts holds every fact under 64, as the forest asks: in a text with more
// people and sentences than it counts.
func TestFacts(t *testing.T) {
	var b strings.Builder
	for i := range 90 {
		fmt.Fprintf(&b, "Bo Ek%c and Ulf Dahl%c, who, as he said, knew Ann Lee, asked Carl Moe whether he had slept, told him so, and left. ", 'a'+rune(i%26), 'a'+rune(i/4%26))
		fmt.Fprintf(&b, "The former mayor of Ely%c, a baker, told the council. It wrote letters, and the baker wept. ", 'a'+rune(i%26))
		if i%3 == 0 {
			b.WriteString("\n\n")
		}
	}
	s := b.String()
	text := mention.Cut(s, paragraphs(s), nil, nil, mention.English())
	mentions := mention.Find(text)
	said := make([][]int, len(mentions))
	for i := range said {
		said[i] = []int{i, i + 1, i + 2, i + 3, i + 4}
	}
	seen, roles := 0, 0
	Resolve(&Scene{Text: text, Mentions: mentions, Said: said, Observe: func(o Observation) {
		for _, c := range o.Claimants {
			seen++
			if len(c.Facts) == int(roleFacts) {
				roles++
			}
			for f, v := range c.Facts {
				if v >= 64 {
					t.Fatalf("fact %d is %d", f, v)
				}
			}
		}
	}})
	if seen < 500 || roles < 500 {
		t.Errorf("only %d claimants seen, %d of role phrases", seen, roles)
	}
}

// Facts tell of the one who may be meant and of the others.
func TestAntecedentFacts(t *testing.T) {
	for _, c := range []struct {
		text string
		fact fact
		want []uint8 // of the claimants, the nearest first
	}{
		{"Zorv Quay said he slept. He said it rained.", fGender, []uint8{3}},
		{"Mr. Quay slept. He said it rained.", fGender, []uint8{5}},
		{"Anders Quay slept. He said it rained.", fGender, []uint8{4}},
		{"Zorv Quay slept. He said it rained.", fGender, []uint8{0}},
		{"A baker slept. He said it rained.", fGender, []uint8{1}},
		{"Bo Ek met Ulf Dahl. Bo Ek slept. He said it rained. Ek and Dahl left.", fTotal, []uint8{3, 2}},
		{"Bo Ek met Ulf Dahl. Bo Ek slept. He said it rained. Ek and Dahl left.", fTotalShare, []uint8{8, 5}},
		{"Bo Ek met Ulf Dahl. He said it rained. Dahl left. Ek stayed.", fNext, []uint8{1, 2}},
		{"Bo Ek met Ulf Dahl. He said it rained. Dahl left. Ek stayed.", fNextRival, []uint8{0, 1}},
		{"Bo Ek won. His coach, Ulf Dahl, had left. He said it rained.", fRelation, []uint8{3, 0}},
		{"Bo Ek won. His coach, Ulf Dahl, had left. He said it rained.", fRivalRelation, []uint8{0, 3}},
		{"The boat sank. Its captain, Ulf Dahl, had met Bo Ek. He said it rained.", fRelation, []uint8{0, 2}},
		{"Bo Ek met Ann Lee's driver, Ulf Dahl. He said it rained.", fRelation, []uint8{1, 0}},
		{"Bo Ek met Ulf Dahl. The watchman came. He said it rained.", fTakenUp, []uint8{1, 0, 0}},
		{"Bo Ek met Ulf Dahl. A watchman came. He said it rained.", fTakenUp, []uint8{2, 0, 0}},
		{"Bo Ek met Ulf Dahl. A watchman came. He said it rained.", fNew, []uint8{2, 0, 0}},
		{"As for Bo Ek, he said it rained.", fToldBefore, []uint8{openerCode(t, mention.Preposition)}},
	} {
		o, _, _ := weighed(t, c.text, nil)
		var seen []uint8
		for _, x := range o.Claimants {
			seen = append(seen, x.Facts[c.fact])
		}
		if !slices.Equal(seen, c.want) {
			t.Errorf("%s: fact %d is %v, want %v", c.text, c.fact, seen, c.want)
		}
	}
}

// openerCode is the code of a class of words in the facts.
func openerCode(t *testing.T, class mention.Class) uint8 {
	t.Helper()
	n := slices.Index(openers[:], class)
	if n < 0 {
		t.Fatal("no such class")
	}
	return uint8(n + 4)
}
