package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"sync"
	"time"

	"onrecord/quotes"
	"onrecord/quotes/attribute"
	"onrecord/quotes/attribute/fit"
	"onrecord/quotes/attribute/model"
	"onrecord/quotes/exchange"
	"onrecord/quotes/extract"
)

type trainer struct {
	docs     []*document
	out      io.Writer
	folds    []string // publishers
	models   []*model.Model
	lessons  [][]lesson      // by document
	pronouns [][]reference   // by document
	roles    [][]reference   // by document
	names    [][]fit.Example // by document: whether the names given are right
	start    time.Time
	round    int
}

var (
	sourceSettings = fit.Settings{Trees: 320, Rate: 16, Penalty: 12, Columns: 40, Rows: 70}
	speechSettings = fit.Settings{Trees: 320, Rate: 8, Penalty: 6, Columns: 40, Rows: 70}
)

// rounds is how often the models learn: what the ranker sees of the last speaker
// comes from the patterns in the first round, then from the models themselves.
const rounds = 2

// each runs f for every i below n, on all cores.
func each(n int, f func(i int)) {
	var wait sync.WaitGroup
	limit := make(chan struct{}, 2)
	for i := range n {
		wait.Add(1)
		limit <- struct{}{}
		go func() {
			defer func() { <-limit; wait.Done() }()
			f(i)
		}()
	}
	wait.Wait()
}

func (t *trainer) train() *model.Model {
	t.start = time.Now()
	for _, d := range t.docs {
		if p := d.publisher(); !slices.Contains(t.folds, p) {
			t.folds = append(t.folds, p)
		}
	}
	t.lessons = make([][]lesson, len(t.docs))
	t.names = make([][]fit.Example, len(t.docs))
	t.models = make([]*model.Model, len(t.folds))
	for i := range t.models {
		t.models[i] = model.New()
	}
	for round := range rounds {
		t.round = round
		t.look()
		t.report(fmt.Sprintf("round %d", round))
		each(len(t.folds), func(f int) { t.models[f] = t.learn(t.folds[f]) })
		t.grade()
	}
	t.look()
	t.report("final lessons")
	curve := t.calibrate("")
	for f, p := range t.folds {
		t.models[f].Curves[model.Mention] = t.calibrate(p)
	}
	t.trainReferences()
	t.look() // the names are judged by the curve too
	m := t.learn("")
	m.Antecedent = t.learnReferences(t.pronouns, "", antecedentSettings)
	m.Role = t.learnReferences(t.roles, "", roleSettings)
	m.Curves[model.Mention] = curve
	m.Curves[model.Antecedent] = t.calibrateReferences(t.pronouns, "")
	m.Curves[model.Role] = t.calibrateReferences(t.roles, "")
	t.learnNames(m)
	fmt.Fprintln(t.out, "curve of the mention:", curve)
	fmt.Fprintln(t.out, "curve of the antecedent:", m.Curves[model.Antecedent])
	fmt.Fprintln(t.out, "curve of the role phrase:", m.Curves[model.Role])
	return m
}

// calibrate makes the curve of the mention from what held-out models said of
// all publishers but one.
func (t *trainer) calibrate(without string) model.Curve {
	o := outcomesOf(t.docs, t.lessons, without, func(l lesson) (fit.Outcome, bool) {
		return fit.Outcome{Raw: l.odds, Right: l.right}, l.ranked
	})
	return o.curve(leastGroup)
}

// look observes every document.
func (t *trainer) look() {
	t.eachDocument(func(i int, r *attribute.Ranker) { t.lessons[i], t.names[i] = t.docs[i].observe(r) })
}

// eachDocument runs f for every document, with the ranker that did not learn
// from it.
func (t *trainer) eachDocument(f func(i int, r *attribute.Ranker)) {
	rankers := t.rankers()
	each(len(t.docs), func(i int) { f(i, rankers[slices.Index(t.folds, t.docs[i].publisher())]) })
}

// others gathers what the documents of all publishers but one have in lists.
func others[T any](docs []*document, lists [][]T, without string) []T {
	var all []T
	for i, d := range docs {
		if d.publisher() != without {
			all = append(all, lists[i]...)
		}
	}
	return all
}

// rankers are the models of the folds, ready for use.
func (t *trainer) rankers() []*attribute.Ranker {
	list := make([]*attribute.Ranker, len(t.models))
	for i, m := range t.models {
		list[i] = attribute.NewRanker(m)
	}
	return list
}

// learn fits a model to all documents but those of one publisher.
func (t *trainer) learn(without string) *model.Model {
	var examples, speech []fit.Example
	for _, l := range others(t.docs, t.lessons, without) {
		if l.ranked {
			examples = append(examples, l.Example)
		}
		speech = append(speech, l.speech)
	}
	m := model.New()
	m.Source = fit.Boost(examples, sourceSettings)
	if t.round+1 == rounds {
		m.Speech = fit.Boost(speech, speechSettings)
	}
	return m
}

func (t *trainer) report(what string) {
	n, cands, reach, pattern, sourced := 0, 0, 0, 0, 0
	for _, ls := range t.lessons {
		for _, l := range ls {
			if !l.ranked {
				continue
			}
			n++
			cands += len(l.Candidates)
			if l.sourced {
				sourced++
				if !l.Right[len(l.Right)-1] {
					reach++
				}
				if l.pattern {
					pattern++
				}
			}
		}
	}
	fmt.Fprintf(t.out, "%s: %d stretches, %.1f candidates each; reachable %.2f%%, patterns right %.2f%%  (%.1fs)\n", what, n,
		float64(cands)/float64(n), 100*float64(reach)/float64(sourced), 100*float64(pattern)/float64(sourced), time.Since(t.start).Seconds())
}

// grade prints how often the held-out models choose right.
func (t *trainer) grade() {
	allRight, allRules, all := 0, 0, 0
	missed, extra := 0, 0
	for f, p := range t.folds {
		right, rules, n := 0, 0, 0
		for i, d := range t.docs {
			if d.publisher() != p {
				continue
			}
			for _, l := range t.lessons[i] {
				if s := t.models[f].Speech.Sum(l.speech.Candidates[0]); l.said && s < 0 {
					missed++
				} else if !l.said && s >= 0 {
					extra++
				}
				if !l.ranked || !l.sourced {
					continue
				}
				n++
				best, top := -1, int32(0)
				for c := range l.Candidates[:len(l.Candidates)-1] {
					if s := t.models[f].Source.Sum(l.Candidates[c]); best < 0 || s > top {
						best, top = c, s
					}
				}
				if best >= 0 && l.hits[best] {
					right++
				}
				if l.pattern {
					rules++
				}
			}
		}
		fmt.Fprintf(t.out, "  without %-14s %5d stretches: patterns %.2f%%, ranker %.2f%%\n", p, n, 100*float64(rules)/float64(n), 100*float64(right)/float64(n))
		allRight, allRules, all = allRight+right, allRules+rules, all+n
	}
	fmt.Fprintf(t.out, "  all %d: patterns %.2f%%, ranker %.2f%%; %d trees (%.1fs); quotes called terms %d, terms called quotes %d\n", all, 100*float64(allRules)/float64(all), 100*float64(allRight)/float64(all), t.models[0].Source.Len(), time.Since(t.start).Seconds(), missed, extra)
}

func (t *trainer) writePredictions(path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	w := json.NewEncoder(f)
	rankers := t.rankers()
	for _, d := range t.docs {
		r := rankers[slices.Index(t.folds, d.publisher())]
		x := extract.With(r, &quotes.Article{Text: d.Text})
		for i := range x.Quotes {
			if err := w.Encode(exchange.Extractions.JSON(&exchange.Extracted{Doc: d.Doc, Quote: x.Quotes[i]})); err != nil {
				return err
			}
		}
	}
	return nil
}
