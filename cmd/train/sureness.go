package main

import (
	"fmt"
	"slices"

	"onrecord/quotes/attribute/fit"
	"onrecord/quotes/attribute/model"
)

// nameSettings: few trees and many cases a leaf, as articles of other kinds than the
// training ones must not be judged by its accidents.
var nameSettings = fit.Settings{Trees: 200, Rate: 3, Penalty: 20, Columns: 40, Rows: 70, Bags: 4}

// learnNames fits the forest that judges names, for the models of the folds and
// for m, and its curve by what the folds' say of publishers that they have not seen.
func (t *trainer) learnNames(m *model.Model) {
	forests := make([]*model.Forest, len(t.folds)+1)
	each(len(forests), func(f int) {
		without := "" // the last is of all
		if f < len(t.folds) {
			without = t.folds[f]
		}
		forests[f] = fit.Boost(others(t.docs, t.names, without), nameSettings)
	})
	judged := make([][]fit.Outcome, len(t.docs))
	for i, d := range t.docs {
		forest := forests[slices.Index(t.folds, d.publisher())]
		for _, l := range t.names[i] {
			judged[i] = append(judged[i], fit.Outcome{Raw: model.Chance(forest.Sum(l.Candidates[0]), l.Start), Right: l.Right[0]})
		}
	}
	itself := func(o fit.Outcome) (fit.Outcome, bool) { return o, true }
	for f, p := range t.folds {
		o := outcomesOf(t.docs, judged, p, itself)
		t.models[f].Name, t.models[f].Curves[model.Named] = forests[f], o.curve(leastGroup)
	}
	all := outcomesOf(t.docs, judged, "", itself)
	m.Name, m.Curves[model.Named] = forests[len(t.folds)], all.curve(leastGroup)
	fmt.Fprintln(t.out, "curve of the name:", m.Curves[model.Named])
	t.gradeNames(all.all)
}

// gradeNames prints how many names are right, and the share that is surest and
// together right in 98 of 100 cases.
func (t *trainer) gradeNames(outcomes []fit.Outcome) {
	slices.SortStableFunc(outcomes, func(a, b fit.Outcome) int { return int(b.Raw) - int(a.Raw) })
	right, sure := 0, 0
	for i, o := range outcomes {
		if o.Right {
			right++
		}
		if 100*right >= 98*(i+1) {
			sure = i + 1
		}
	}
	n := float64(max(1, len(outcomes)))
	fmt.Fprintf(t.out, "names of %d quotes: %.2f%% right; 98%% right of the surest %.1f%%\n", len(outcomes), 100*float64(right)/n, 100*float64(sure)/n)
}
