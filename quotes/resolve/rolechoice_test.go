package resolve

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"onrecord/quotes/attribute/model"
	"onrecord/quotes/mention"
)

// weighed is what was weighed of the mention that speaks, "… said it rained", and the result.
func weighed(t *testing.T, text string, m *model.Model) (Observation, Result, int) {
	t.Helper()
	cut := mention.Cut(text, paragraphs(text), nil, nil, mention.English())
	mentions := mention.Find(cut)
	said := make([][]int, len(mentions))
	speaks := -1
	for i := range mentions {
		if strings.HasPrefix(text[mentions[i].Span(cut).End:], " said it rained") {
			speaks = i
		}
	}
	if speaks < 0 {
		t.Fatalf("%s: nobody speaks", text)
	}
	said[speaks] = []int{0}
	var seen Observation
	result := Resolve(&Scene{Text: cut, Mentions: mentions, Said: said, Model: m, Observe: func(o Observation) {
		if o.Mention == speaks {
			seen = o
		}
	}})
	return seen, result, speaks
}

// Those before a role phrase, or it, and nobody but the phrase, are weighed by what the rules make of it.
func TestRoleFacts(t *testing.T) {
	for _, c := range []struct {
		text string
		fact fact
		want string // of the claimants, the nearest first, and of the phrase itself
	}{
		{"Bo Ek, a baker, met Ulf Dahl, a baker. The baker said it rained.", rFit, "[20 20 0]"},
		{"Bo Ek, a baker, met Ulf Dahl, a baker. The baker said it rained.", rHolder, "[2 1 0]"},
		{"Bo Ek, a baker, met Ulf Dahl, a nurse. The driver said it rained.", rHoldsOther, "[1 1 0]"},
		{"Bo Ek met Ulf Dahl. The baker said it rained.", rItself, "[0 0 1]"},
		{"Bo Ek met Ulf Dahl. The baker said it rained.", rEntityKind, "[0 0 4]"},
		{"Bo Ek met Ulf Dahl. A nurse was asked in. The nurse said it rained.", rSameNoun, "[1 0 0 0]"},
		{"Bo Ek met Ulf Dahl. A nurse was asked in. The nurse said it rained.", rSeen, "[1 1 1 1]"},
		{"Bo Ek met Ann Dahl. The woman said it rained.", rGendered, "[1 1]"},
		{"Bo Ek, 34, met Ulf Dahl and Nils Moe. The 51-year-old said it rained.", rItself, "[0 0 1]"},
	} {
		seen, _, _ := weighed(t, c.text, model.New())
		var got []int
		for _, x := range seen.Claimants {
			got = append(got, int(x.Facts[c.fact]))
		}
		if fmt.Sprint(got) != c.want {
			t.Errorf("%s: fact %d is %v, want %s", c.text, c.fact, got, c.want)
		}
	}
}

// The rules' choice is marked where they are not sure, and stands where no forest is. Where they are sure none is asked.
func TestRolePick(t *testing.T) {
	for _, text := range []string{
		"Bo Ek came home. The thief said it rained.",
		"A man came. The passer-by said it rained.",
	} {
		seen, result, speaks := weighed(t, text, model.New())
		picked := slices.DeleteFunc(slices.Clone(seen.Claimants), func(c Claimant) bool { return c.Facts[rPick] == 0 })
		e := result.Mentions[speaks].Entity
		if e < 0 || len(picked) != 1 {
			t.Errorf("%s: entity %d, %d of %d picked", text, e, len(picked), len(seen.Claimants))
			continue
		}
		name := picked[0].Phrase
		if picked[0].Entity >= 0 {
			name = result.Entities[picked[0].Entity].Name
		}
		if name != result.Entities[e].Name {
			t.Errorf("%s: picked %s, resolved to %s", text, name, result.Entities[e].Name)
		}
	}

	if seen, _, _ := weighed(t, "Bo Ek, a baker, met Ulf Dahl, a nurse. The baker said it rained.", model.New()); len(seen.Claimants) > 0 {
		t.Errorf("the rules are sure, and yet %v is weighed", seen)
	}
}

// A forest that knows only one thing decides by it: here, that nobody but the phrase is meant.
func TestRoleChosen(t *testing.T) {
	itself := func(weight int16) *model.Model {
		var tree model.Tree
		for i := range tree.Tests {
			tree.Tests[i] = model.Test{Fact: uint8(rItself), Low: 1}
		}
		tree.Leaves[len(tree.Leaves)-1] = weight
		m := model.New()
		m.Role = model.NewForest([]model.Tree{tree})
		m.Curves[model.Role] = model.Curve{{Raw: 0, Right: 0}, {Raw: model.Certain, Right: model.Certain}}
		return m
	}
	const text = "Bo Ek came home. The thief said it rained."
	for weight, want := range map[int16]string{30000: "the thief", -30000: "Bo Ek"} {
		_, result, speaks := weighed(t, text, itself(weight))
		if r := result.Mentions[speaks]; r.Entity < 0 || result.Entities[r.Entity].Name != want || r.Claims != 2 {
			t.Errorf("weight %d: %+v, want %s", weight, r, want)
		}
	}
}
