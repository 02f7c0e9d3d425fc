package main

import (
	"fmt"
	"slices"

	"onrecord/quotes/attribute"
	"onrecord/quotes/attribute/fit"
	"onrecord/quotes/attribute/model"
	"onrecord/quotes/extract"
	"onrecord/quotes/mention"
	"onrecord/quotes/resolve"
	"onrecord/quotes/text"
)

// reference is what a pronoun or a role phrase teaches: whom it means. The last candidate, without facts, is nobody of
// those that were weighed.
type reference struct {
	fit.Example
	odds  model.Probability // of the best
	right bool              // the best is
	mute  bool              // it does not speak: for learning only
}

var (
	antecedentSettings = fit.Settings{Trees: 200, Rate: 16, Penalty: 4, Columns: 40, Rows: 70, Levels: 5, Bags: 4}
	roleSettings       = fit.Settings{Trees: 200, Rate: 8, Penalty: 4, Columns: 40, Rows: 70, Levels: 5, Bags: 4}
)

// references resolves a document by ranker r, and gives what its pronouns and its role phrases, with "it", teach:
// those that are rightly taken for a speaker of known name, and pronouns that do not
// speak but are known to mean somebody.
func (d *document) references(r *attribute.Ranker) (pronouns, roles []reference) {
	scene := extract.Scene(d.Text)
	if scene == nil {
		return nil, nil
	}
	scene.Ranker = r
	said := extract.Said(scene, attribute.Attribute(scene))
	var seen []resolve.Observation
	resolved := resolve.Resolve(&resolve.Scene{
		Text: scene.Text, Mentions: scene.Mentions, Said: said, Model: r.Model,
		Observe: func(o resolve.Observation) { seen = append(seen, o) },
	})
	runes := text.NewRuneIndex(d.Text)
	for _, o := range seen {
		m := &scene.Mentions[o.Mention]
		it := m.Kind == mention.Pro && scene.Text.Tokens[m.First].Class.Has(mention.It)
		personal := m.Kind == mention.Pro && !it
		list := &roles
		if personal {
			list = &pronouns
		}
		for _, q := range said[o.Mention] {
			l, g := d.match(runes.ToRunes(scene.Quoted[q].Span))
			if l != spoken || !g.tells() || !d.hits(runes.ToRunes(m.Span(scene.Text)), d.head(g.Source)) {
				continue
			}
			*list = append(*list, g.teach(o, resolved.Entities, it))
			break
		}
		if x, ok := d.pronouns[runes.ToRunes(m.Span(scene.Text)).Start]; ok && personal && len(said[o.Mention]) == 0 && !x.open {
			var g goldSpan
			x.tell(&g)
			a := g.teach(o, resolved.Entities, false)
			a.mute = true
			pronouns = append(pronouns, a)
		}
	}
	return pronouns, roles
}

// tells reports whether gold knows both the words that name the speaker and the
// speaker.
func (g *goldSpan) tells() bool {
	return g.Source != nil && g.Speaker != nil && *g.Speaker != "" && !g.Open && !g.Nested && !g.GoldError
}

// teach marks who of those that were weighed is the speaker: by name, else by a
// part of it, as not every name is found whole. A phrase is right where no name is, as one of the
// speaker's may be "the judge", or where either will do.
func (g *goldSpan) teach(o resolve.Observation, entities []resolve.Entity, either bool) reference {
	var x reference
	x.Right = make([]bool, len(o.Claimants)+1)
	mark := func(same func(string) bool, named bool) bool {
		for i, c := range o.Claimants {
			if (c.Entity >= 0) != named {
				continue
			}
			name := c.Phrase
			if named {
				name = entities[c.Entity].Name
			}
			x.Right[i] = same(name)
		}
		return slices.Contains(x.Right, true)
	}
	found := mark(g.names, true) && !either || mark(g.names, false) || mark(g.resembles, true) || mark(g.resembles, false)
	x.Right[len(o.Claimants)] = !found
	for i, c := range o.Claimants {
		x.Candidates = append(x.Candidates, c.Facts)
		if i == 0 || c.Odds > x.odds {
			x.odds, x.right = c.Odds, x.Right[i]
		}
	}
	x.Candidates = append(x.Candidates, nil)
	return x
}

// resembles reports whether a name has the last part of the speaker's, or is
// the other way round part of it.
func (g *goldSpan) resembles(name string) bool {
	p := nameWords(name)
	for _, answer := range append([]string{*g.Speaker}, g.Aliases...) {
		n := nameWords(answer)
		if len(p) > 0 && len(n) > 0 && (slices.Contains(n, p[len(p)-1]) || slices.Contains(p, n[len(n)-1])) {
			return true
		}
	}
	return false
}

// trainReferences learns whom pronouns and role phrases mean, in rounds, as each sees whom those
// before it were taken for.
func (t *trainer) trainReferences() {
	t.pronouns, t.roles = make([][]reference, len(t.docs)), make([][]reference, len(t.docs))
	for range rounds {
		t.lookBack()
		each(len(t.folds), func(f int) {
			t.models[f].Antecedent = t.learnReferences(t.pronouns, t.folds[f], antecedentSettings)
			t.models[f].Role = t.learnReferences(t.roles, t.folds[f], roleSettings)
		})
	}
	t.lookBack()
	for f, p := range t.folds {
		t.models[f].Curves[model.Antecedent] = t.calibrateReferences(t.pronouns, p)
		t.models[f].Curves[model.Role] = t.calibrateReferences(t.roles, p)
	}
}

// lookBack observes every document, and prints how often the folds' forests find whom is meant.
func (t *trainer) lookBack() {
	t.eachDocument(func(i int, r *attribute.Ranker) { t.pronouns[i], t.roles[i] = t.docs[i].references(r) })
	t.gradeReferences("antecedents of", "pronouns", t.pronouns)
	t.gradeReferences("those meant by", "role phrases", t.roles)
}

func (t *trainer) learnReferences(lists [][]reference, without string, s fit.Settings) *model.Forest {
	var examples []fit.Example
	for _, x := range others(t.docs, lists, without) {
		examples = append(examples, x.Example)
	}
	return fit.Boost(examples, s)
}

// leastReferences is how many references make a point of a curve.
const leastReferences = 60

func (t *trainer) calibrateReferences(lists [][]reference, without string) model.Curve {
	o := outcomesOf(t.docs, lists, without, func(x reference) (fit.Outcome, bool) {
		return fit.Outcome{Raw: x.odds, Right: x.right}, !x.mute
	})
	return o.curve(leastReferences)
}

// gradeReferences prints how often the folds' forests find whom is meant.
func (t *trainer) gradeReferences(before, behind string, lists [][]reference) {
	all, right := map[string]int{}, map[string]int{}
	for i, d := range t.docs {
		for _, x := range lists[i] {
			if x.mute {
				continue
			}
			for _, p := range []string{"", d.publisher()} {
				all[p]++
				if x.right {
					right[p]++
				}
			}
		}
	}
	for _, p := range t.folds {
		fmt.Fprintf(t.out, "  without %-14s %5d %s: %.2f%%\n", p, all[p], behind, 100*float64(right[p])/float64(max(all[p], 1)))
	}
	fmt.Fprintf(t.out, "%s %d %s: %.2f%% right\n", before, all[""], behind, 100*float64(right[""])/float64(max(all[""], 1)))
}
