package main

import (
	"slices"

	"onrecord/quotes"
	"onrecord/quotes/attribute"
	"onrecord/quotes/attribute/fit"
	"onrecord/quotes/attribute/model"
	"onrecord/quotes/extract"
	"onrecord/quotes/text"
)

// lesson is what one stretch teaches.
type lesson struct {
	fit.Example
	hits    []bool // by candidate: right by the scorer's rule
	pattern bool   // the patterns alone choose a right mention
	sourced bool   // gold names a source
	ranked  bool   // it teaches who speaks

	speech fit.Example // whether it is a quote
	said   bool
	odds   model.Probability
	right  bool // the candidate chosen is right
}

// label is what gold says of a stretch.
type label uint8

const (
	unknown label = iota // gold leaves it open
	spoken
	unspoken
)

// match finds the gold that a stretch of the text is.
func (d *document) match(s quotes.Span) (label, *goldSpan) {
	s = d.trim(s)
	find := func(list []goldSpan) *goldSpan {
		for i := range list {
			for _, g := range d.segments(list[i].pieces()) {
				if iou(g, s) >= 0.8 {
					return &list[i]
				}
			}
		}
		return nil
	}
	if g := find(d.Quotes); g != nil {
		if g.Optional {
			return unknown, nil
		}
		return spoken, g
	}
	if g := find(d.Unattributed); g != nil && !g.Single && g.Kind != "full" {
		return unspoken, g
	}
	return unknown, nil
}

// observe runs the extractor over a document by ranker r, and gives what its
// stretches teach of mentions, and what of names.
func (d *document) observe(r *attribute.Ranker) (lessons []lesson, names []fit.Example) {
	scene := extract.Scene(d.Text)
	if scene == nil {
		return nil, nil
	}
	runes := text.NewRuneIndex(d.Text)
	scene.Observe = func(o attribute.Observation) {
		l, g := d.match(runes.ToRunes(scene.Quoted[o.Stretch].Span))
		if l == unknown {
			return
		}
		x := lesson{said: l == spoken}
		x.speech = fit.Example{Candidates: []model.Facts{o.Speech, nil}, Right: []bool{x.said, !x.said}}
		if l != spoken || g.Nested || g.GoldError {
			lessons = append(lessons, x)
			return
		}
		x.ranked, x.sourced, x.odds = true, g.Source != nil, o.Odds
		x.Candidates = o.Facts
		x.hits = make([]bool, len(o.Mentions))
		for i, m := range o.Mentions {
			x.hits[i] = x.sourced && m >= 0 && d.hits(runes.ToRunes(scene.Phrase(m)), d.head(g.Source))
		}
		if g.outer(scene, o.Mentions, x.hits) {
			g.Outer = true
			if x.hits = g.inner(scene, o.Mentions); !slices.Contains(x.hits, true) {
				x.ranked = false
			}
		}
		for i, m := range o.Mentions {
			x.pattern = x.pattern || x.hits[i] && m == o.Pattern
		}
		x.Right = learn(scene, o.Mentions, x.hits)
		if !slices.Contains(x.Right, true) {
			x.Right[len(x.Right)-1] = true
		}
		x.right = o.Chosen >= 0 && x.Right[o.Chosen] && x.sourced
		lessons = append(lessons, x)
	}
	extract.Study(r, &quotes.Article{Text: d.Text}, scene, func(o extract.NameObservation) {
		l, g := d.match(runes.ToRunes(scene.Quoted[o.Stretch].Span))
		if l != spoken || g.GoldError || g.Speaker == nil || g.Open {
			return
		}
		right := g.names(o.Name)
		names = append(names, fit.Example{Candidates: []model.Facts{o.Facts, nil}, Right: []bool{right, !right}, Start: o.Start})
	})
	return lessons, names
}
