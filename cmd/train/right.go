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
		better = better || hit && apt(&scene.Mentions[mentions[i]])
	}
	out := make([]bool, len(hits))
	for i, hit := range hits {
		out[i] = hit && (!better || apt(&scene.Mentions[mentions[i]]))
	}
	return out
}

// apt reports whether mention x can be of who speaks: no possessor and no complement.
func apt(x *mention.Mention) bool { return !x.Owner && !x.Governed }

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
		switch m := mentions[i]; {
		case g.calledSo(scene, m):
			return false
		case scene.Mentions[m].Kind == mention.Name && apt(&scene.Mentions[m]):
			named = true
		}
	}
	return named
}

// inner tells which of the mentions name the speaker.
func (g *goldSpan) inner(scene *attribute.Scene, mentions []int) []bool {
	out := make([]bool, len(mentions))
	for i, m := range mentions {
		out[i] = m >= 0 && apt(&scene.Mentions[m]) && g.calledSo(scene, m)
	}
	return out
}

// calledSo reports whether mention m is a name that can be the speaker's.
func (g *goldSpan) calledSo(scene *attribute.Scene, m int) bool {
	x := &scene.Mentions[m]
	return x.Kind == mention.Name && g.resembles(scene.Text.Slice(int(x.NameFirst), int(x.NameLast)))
}
