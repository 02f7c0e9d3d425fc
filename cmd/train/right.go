package main

import "onrecord/quotes/attribute"

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
