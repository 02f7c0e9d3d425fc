package main

import (
	"fmt"
	"slices"

	"onrecord/quotes/attribute"
	"onrecord/quotes/attribute/fit"
	"onrecord/quotes/attribute/model"
	"onrecord/quotes/extract"
	"onrecord/quotes/resolve"
	"onrecord/quotes/text"
)

// antecedent is what a pronoun teaches: whom it means. The last candidate, without facts, is nobody of those before it.
type antecedent struct {
	fit.Example
	odds  model.Probability // of the best
	right bool              // the best is
	mute  bool              // the pronoun does not speak: for learning only
}

var antecedentSettings = fit.Settings{Trees: 200, Rate: 16, Penalty: 4, Columns: 40, Rows: 70, Levels: 5, Bags: 4}

// antecedents resolves a document by ranker r, and gives what its pronouns teach:
// those that are rightly taken for a speaker of known name, and those that do not
// speak but are known to mean somebody.
func (d *document) antecedents(r *attribute.Ranker) []antecedent {
	scene := extract.Scene(d.Text)
	if scene == nil {
		return nil
	}
	scene.Ranker = r
	said := extract.Said(scene, attribute.Attribute(scene))
	var seen []resolve.Observation
	resolved := resolve.Resolve(&resolve.Scene{
		Text: scene.Text, Mentions: scene.Mentions, Said: said, Model: r.Model,
		Observe: func(o resolve.Observation) { seen = append(seen, o) },
	})
	runes := text.NewRuneIndex(d.Text)
	var list []antecedent
	for _, o := range seen {
		m := &scene.Mentions[o.Mention]
		for _, q := range said[o.Mention] {
			l, g := d.match(runes.ToRunes(scene.Quoted[q].Span))
			if l != spoken || !g.tells() || !d.hits(runes.ToRunes(m.Span(scene.Text)), d.head(g.Source)) {
				continue
			}
			list = append(list, g.teach(o, resolved.Entities))
			break
		}
		if x, ok := d.pronouns[runes.ToRunes(m.Span(scene.Text)).Start]; ok && len(said[o.Mention]) == 0 && !x.open {
			var g goldSpan
			x.tell(&g)
			a := g.teach(o, resolved.Entities)
			a.mute = true
			list = append(list, a)
		}
	}
	return list
}

// tells reports whether gold knows both the words that name the speaker and the
// speaker.
func (g *goldSpan) tells() bool {
	return g.Source != nil && g.Speaker != nil && *g.Speaker != "" && !g.Open && !g.Nested && !g.GoldError
}

// teach marks who of those that were weighed is the speaker: by name, else by a
// part of it, as not every name is found whole.
func (g *goldSpan) teach(o resolve.Observation, entities []resolve.Entity) antecedent {
	var x antecedent
	for _, same := range []func(string) bool{g.names, g.resembles} {
		x.Right = x.Right[:0]
		for _, c := range o.Claimants {
			name := c.Phrase
			if c.Entity >= 0 {
				name = entities[c.Entity].Name
			}
			x.Right = append(x.Right, same(name))
		}
		if slices.Contains(x.Right, true) {
			break
		}
	}
	for i, c := range o.Claimants {
		x.Candidates = append(x.Candidates, c.Facts)
		if i == 0 || c.Odds > x.odds {
			x.odds, x.right = c.Odds, x.Right[i]
		}
	}
	x.Right = append(x.Right, !slices.Contains(x.Right, true))
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

// trainAntecedents learns whom pronouns mean, in rounds, as each sees whom those
// before it were taken for, and gives the forest of all publishers.
func (t *trainer) trainAntecedents() {
	t.antecedents = make([][]antecedent, len(t.docs))
	for range rounds {
		t.lookBack()
		t.gradeAntecedents()
		each(len(t.folds), func(f int) { t.models[f].Antecedent = t.learnAntecedents(t.folds[f]) })
	}
	t.lookBack()
	t.gradeAntecedents()
	for f, p := range t.folds {
		t.models[f].Curves[model.Antecedent] = t.calibrateAntecedents(p)
	}
}

// lookBack observes every document.
func (t *trainer) lookBack() {
	t.eachDocument(func(i int, r *attribute.Ranker) { t.antecedents[i] = t.docs[i].antecedents(r) })
}

func (t *trainer) learnAntecedents(without string) *model.Forest {
	var examples []fit.Example
	for _, a := range others(t.docs, t.antecedents, without) {
		examples = append(examples, a.Example)
	}
	return fit.Boost(examples, antecedentSettings)
}

func (t *trainer) calibrateAntecedents(without string) model.Curve {
	o := outcomesOf(t.docs, t.antecedents, without, func(a antecedent) (fit.Outcome, bool) {
		return fit.Outcome{Raw: a.odds, Right: a.right}, !a.mute
	})
	return o.curve(60)
}

// gradeAntecedents prints how often the folds' forests find them.
func (t *trainer) gradeAntecedents() {
	all, right := map[string]int{}, map[string]int{}
	for i, d := range t.docs {
		for _, a := range t.antecedents[i] {
			if a.mute {
				continue
			}
			for _, p := range []string{"", d.publisher()} {
				all[p]++
				if a.right {
					right[p]++
				}
			}
		}
	}
	for _, p := range t.folds {
		fmt.Fprintf(t.out, "  without %-14s %5d pronouns: %.2f%%\n", p, all[p], 100*float64(right[p])/float64(max(all[p], 1)))
	}
	fmt.Fprintf(t.out, "antecedents of %d pronouns: %.2f%% right\n", all[""], 100*float64(right[""])/float64(max(all[""], 1)))
}
