package resolve

import "onrecord/quotes/mention"

// longestWay bounds the words between whoever is identified and the name: "later
// identified by the police as".
const longestWay = 6

// identified is the phrase of whom mention i is the name that became known: "a man
// later identified as X", "a neighbour who asked to be named only as X". -1: none.
func (r *resolver) identified(i int) int {
	m := &r.mentions[i]
	as := int(m.First) - 1
	if as < 2 || !r.t.Tokens[as].Class.Has(mention.As) || r.t.Tokens[as].Sentence != m.Sentence {
		return -1
	}
	verb := as - 1
	for verb > as-longestWay && verb > 0 && r.t.Tokens[verb].Shape == mention.Lower && r.t.Words.Trait(r.t.Word(verb))&mention.Identifies == 0 {
		verb--
	}
	if r.t.Words.Trait(r.t.Word(verb))&mention.Identifies == 0 {
		return -1
	}
	for j := i - 1; j >= 0 && j > i-8 && r.mentions[j].Sentence == m.Sentence; j-- {
		p := &r.mentions[j]
		if p.Kind != mention.Nominal || p.Definite || p.Plural || p.Quote != m.Quote || r.out[j].Entity >= 0 || int(p.Last) > verb {
			continue
		}
		behind := &r.t.Tokens[p.PrintLast]
		if behind.Punct == ',' {
			behind = &r.t.Tokens[p.PrintLast+1]
		}
		if behind.Class.Has(mention.Who) || int(p.PrintLast) >= verb-2 {
			return j
		}
	}
	return -1
}

// asideEnds reports whether a comma and a verb stand at token k.
func (r *resolver) asideEnds(k int) bool {
	return k+1 < len(r.t.Tokens) && r.t.Tokens[k].Punct == ',' && r.t.Tokens[k+1].Shape == mention.Lower &&
		r.t.Tokens[k+1].Class.Has(mention.Verb|mention.Auxiliary|mention.Past)
}
