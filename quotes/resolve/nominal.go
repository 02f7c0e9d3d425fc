package resolve

import (
	"strings"

	"onrecord/quotes/mention"
	"onrecord/quotes/text"
)

// appositions ties role phrases to the names beside them: "X, the leader of
// Y", "the leader, X,", "X (…), a baker". The two mentions are then one.
func (r *resolver) appositions() {
	tokens := r.t.Tokens
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.Kind != mention.Name || r.out[i].Entity < 0 || m.Owner {
			continue
		}
		if m.Being != mention.Person && m.Being != mention.Undecided {
			continue
		}
		next := r.afterComma(i)
		if next >= 0 && r.mentions[next].Kind == mention.Nominal && r.out[next].Entity < 0 {
			n := &r.mentions[next]
			r.tie(i, next)
			_ = n
		}
		if i > 0 {
			p := &r.mentions[i-1]
			comma := int(p.PrintLast) < len(tokens) && (p.PrintLast == m.First-1 || p.Last == m.First-1) && tokens[m.First-1].Punct == ','
			if p.Kind == mention.Nominal && p.Definite && comma && p.Sentence == m.Sentence && r.out[i-1].Entity < 0 && r.endsApposition(m) {
				r.tie(i, i-1)
			}
		}
	}
}

// afterComma is the mention that an aside right behind mention i begins with,
// or the first noun phrase of it behind an age or a possessor.
func (r *resolver) afterComma(i int) int {
	m := &r.mentions[i]
	k := int(m.Last)
	if k >= len(r.t.Tokens) || r.t.Tokens[k].Punct != ',' || r.t.Tokens[k].Sentence != m.Sentence {
		return -1
	}
	k++
	if k+1 < len(r.t.Tokens) && r.t.Tokens[k].Shape == mention.Number && r.t.Tokens[k+1].Punct == ',' {
		k += 2
	}
	for j := i + 1; j < len(r.mentions) && j < i+4; j++ {
		n := &r.mentions[j]
		if n.Sentence != m.Sentence || n.Quote != m.Quote || int(n.First) > k+1 && !n.Owned {
			return -1
		}
		if n.Owner {
			k = int(n.Last) + 1
			continue
		}
		if n.Kind == mention.Nominal && int(n.First) <= k+1 {
			return j
		}
		return -1
	}
	return -1
}

// endsApposition reports whether behind the name the aside or the sentence ends
// or the verb follows.
func (r *resolver) endsApposition(m *mention.Mention) bool {
	k := int(m.Last)
	return k >= len(r.t.Tokens) || r.t.Tokens[k].Shape == mention.Mark || r.t.Tokens[k].Class.Has(mention.Verb)
}

// tie makes the phrase of mention p name the entity of mention i.
func (r *resolver) tie(i, p int) {
	e := r.out[i].Entity
	n := &r.mentions[p]
	first := n.First
	if first+1 < n.Last && r.t.Tokens[first].Class.Has(mention.Determiner|mention.Possessive) {
		first++
	}
	x := &r.entities[e]
	if clash(x.Gender, n.Gender) {
		return
	}
	r.out[p] = Resolution{Entity: e, Confidence: sureBeside, Second: -1}
	if x.Gender == mention.Unknown {
		x.Gender = n.Gender
	}
	had := x.Role
	r.role(e, first, n.Last)
	if had == "" && n.PrintLast > n.Last {
		x.Role = r.t.Slice(int(first), int(n.PrintLast))
	}
}

// nominal resolves "the North Korean leader" by the roles that the text ties to
// names, and makes a speaker of "a senior official".
func (r *resolver) nominal(i int) {
	m := &r.mentions[i]
	if !m.Definite {
		if r.speaks[i] {
			r.asWritten(i)
		}
		return
	}
	noun := r.t.Words.TitleNoun(r.t.Word(int(m.Head)))
	words := r.fold(m.First, m.Head)
	best, second := -1, -1
	var bestScore, secondScore float64
	list := r.byRole[noun]
	for n := len(list) - 1; n >= 0 && n > len(list)-17; n-- {
		e := list[n]
		x := &r.entities[e]
		if clash(x.Gender, m.Gender) {
			continue
		}
		s := r.roleScore(x, noun, words)
		if s == 1 && r.placed(m.First, m.Head) && r.otherPlace(x, noun) {
			continue // "the Ohio governor" is not another state's
		}
		if s <= 0 {
			continue
		}
		if x.last >= 0 {
			s += 1 / (1 + float64(m.Sentence-r.mentions[x.last].Sentence)*0.3)
		} else {
			s -= 0.5
		}
		switch {
		case best < 0 || s > bestScore:
			second, secondScore = best, bestScore
			best, bestScore = e, s
		case e != best && (second < 0 || s > secondScore):
			second, secondScore = e, s
		}
	}
	unplaced := second >= 0 && bestScore < 1.5+1 && r.placed(m.First, m.Head) && r.roleScore(&r.entities[best], noun, words) == 1
	if best >= 0 && !unplaced && (second < 0 || bestScore-secondScore > 0.1) {
		r.out[i] = Resolution{Entity: best, Confidence: sureRole, Second: second}
		return
	}
	if !r.speaks[i] {
		return
	}
	if e, ok := r.unnamed["\x00"+text.Key(r.t.Word(int(m.Head)))]; ok {
		r.out[i] = Resolution{Entity: e, Confidence: sureAgain, Second: best}
		return
	}
	if best < 0 && m.Owned {
		r.asWritten(i)
		return
	}
	reason := "no name is tied to this role"
	if best >= 0 {
		reason = "several people have this role"
	} else if c := r.t.Tokens[m.Head].Class; c.Has(mention.Role|mention.Age) && !c.Has(mention.Generic) {
		if e := r.salient(i, m.Gender, true); e >= 0 {
			r.out[i] = Resolution{Entity: e, Confidence: sureSalient, Second: -1}
			return
		}
	}
	r.out[i] = Resolution{Entity: -1, Second: best, Reason: reason}
}

// roleScore weighs how well a role phrase fits an entity's roles.
func (r *resolver) roleScore(x *Entity, noun string, words []string) float64 {
	best := 0.0
	for _, role := range x.roles {
		if role.noun != noun {
			continue
		}
		s := 1.0
		for _, w := range words {
			for _, o := range role.words {
				if related(w, o) {
					s += 0.5
				}
			}
		}
		best = max(best, s)
	}
	return best
}

// placed reports whether the phrase names a place or a people.
func (r *resolver) placed(first, last int32) bool {
	for i := first; i < last; i++ {
		if r.t.Tokens[i].Class.Has(mention.Place | mention.Demonym) {
			return true
		}
	}
	return false
}

// otherPlace reports whether the entity's role of that noun has words of its own.
func (r *resolver) otherPlace(x *Entity, noun string) bool {
	for _, role := range x.roles {
		if role.noun == noun && len(role.words) > 0 {
			return true
		}
	}
	return false
}

// related reports whether two folded words share a stem: korea, korean.
func related(a, b string) bool {
	n := min(len(a), len(b))
	if n < 4 {
		return a == b
	}
	n = min(n, 5)
	return strings.EqualFold(a[:n], b[:n])
}
