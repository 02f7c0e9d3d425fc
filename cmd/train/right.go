package main

import (
	"onrecord/quotes/attribute"
	"onrecord/quotes/mention"
)

// learn tells which of the mentions that hit the head of a source, by the
// scorer's rule, are right to learn: possessors and complements only where
// nothing better hits it, so that the model does not take Sato for the speaker
// in "Sato's envoy said".
func learn(scene *attribute.Scene, mentions []int, hits []bool) []bool {
	better := false
	for i, hit := range hits {
		if hit {
			x := &scene.Mentions[mentions[i]]
			better = better || !x.Owner && !x.Governed
		}
	}
	out := make([]bool, len(hits))
	for i, hit := range hits {
		if hit {
			x := &scene.Mentions[mentions[i]]
			out[i] = !better || !x.Owner && !x.Governed
		}
	}
	return out
}

// outer reports whether the source, whose mentions hit, is somebody else than says
// the quote: of "X told Y that Z called it '…'" PolNeAR keeps X, as of "'…,' Z said,
// according to the Times" the Times. A name tells, and so only names are asked.
func (g *goldSpan) outer(scene *attribute.Scene, mentions []int, hits []bool) bool {
	if g.Speaker == nil || *g.Speaker == "" || g.Open {
		return false
	}
	named := false
	for i, hit := range hits {
		if !hit {
			continue
		}
		switch x := &scene.Mentions[mentions[i]]; {
		case x.Kind == mention.Name && g.resembles(scene.Text.Slice(int(x.NameFirst), int(x.NameLast))):
			return false
		case x.Kind == mention.Name && !x.Owner && !x.Governed:
			named = true
		}
	}
	return named
}

// inner tells which of the mentions name the speaker.
func (g *goldSpan) inner(scene *attribute.Scene, mentions []int) []bool {
	out := make([]bool, len(mentions))
	for i, m := range mentions {
		if m >= 0 {
			x := &scene.Mentions[m]
			out[i] = x.Kind == mention.Name && !x.Owner && !x.Governed && g.resembles(scene.Text.Slice(int(x.NameFirst), int(x.NameLast)))
		}
	}
	return out
}
