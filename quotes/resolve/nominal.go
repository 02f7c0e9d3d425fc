package resolve

import (
	"strings"

	"onrecord/quotes/mention"
	"onrecord/quotes/text"
)

// appositions ties role phrases to the names beside them: "X, the leader of
// Y", "the leader, X,", "X (…), a baker". The two mentions are then one.
func (r *resolver) appositions() {
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.Kind != mention.Name || r.out[i].Entity < 0 && m.Being != mention.Person || m.Owner {
			continue
		}
		if m.Being != mention.Person && m.Being != mention.Undecided {
			continue
		}
		if next := r.afterComma(i); next >= 0 && r.mentions[next].Kind == mention.Nominal && r.out[next].Entity < 0 {
			r.tie(i, next)
		}
		if p := r.beforeComma(i); p >= 0 {
			r.tie(i, p)
		}
		if p := r.predicate(i); p >= 0 {
			r.tie(i, p)
		}
	}
}

// beforeComma is the role phrase that ends, with its complement, at the comma
// before mention i: "its chairman, retired judge X,", "a juror, X,". -1: none.
func (r *resolver) beforeComma(i int) int {
	m := &r.mentions[i]
	first := m.First
	if m.RoleFirst < m.RoleLast {
		first = min(first, m.RoleFirst)
	}
	comma := first - 1
	for comma > 0 && comma > first-4 && r.t.Tokens[comma].Shape != mention.Mark && r.t.Tokens[comma].Sentence == m.Sentence &&
		!r.t.Tokens[comma].Class.Has(mention.Verb|mention.Closed) {
		comma-- // "the Very Rev Dr X", "retired judge X"
	}
	if comma < 0 || r.t.Tokens[comma].Punct != ',' || r.t.Tokens[comma].Sentence != m.Sentence || !r.endsApposition(m) {
		return -1
	}
	for j := i - 1; j >= 0 && j > i-4; j-- {
		p := &r.mentions[j]
		if p.Sentence != m.Sentence {
			return -1
		}
		if p.Last == comma || p.PrintLast == comma {
			if p.Kind == mention.Nominal && r.out[j].Entity < 0 {
				return j
			}
			if p.Kind == mention.Nominal || j > 0 && r.mentions[j-1].PrintLast < comma {
				return -1
			}
		}
	}
	return -1
}

// predicate is the role that a sentence gives mention i: "X is the mayor", "X took
// over as acting chairwoman". -1: none.
func (r *resolver) predicate(i int) int {
	m := &r.mentions[i]
	v := r.verb(m)
	if v < 0 || i+1 >= len(r.mentions) || m.Quote >= 0 {
		return -1
	}
	j := i + 1
	for j < len(r.mentions) && int(r.mentions[j].First) < v {
		j++ // those of an aside
	}
	if j >= len(r.mentions) {
		return -1
	}
	n := &r.mentions[j]
	if n.Kind != mention.Nominal || n.Sentence != m.Sentence || n.Quote >= 0 || r.out[j].Entity >= 0 || int(n.First)-v > 6 {
		return -1
	}
	k := int(n.First) - 1
	for k > v && r.t.Tokens[k].Class.Has(mention.Participle|mention.Adverb) && !r.t.Tokens[k].Class.Has(mention.Negative) {
		k--
	}
	before := r.t.Tokens[k].Class
	if r.t.Tokens[n.First].Class.Has(mention.Negative) || !before.Has(mention.Be|mention.As) || before.Has(mention.Negative|mention.Genitive) {
		return -1
	}
	return j
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
		if n.Kind != mention.Nominal || int(n.First) > k+1 {
			return -1
		}
		if end := int(n.PrintLast); end < len(r.t.Tokens) && r.t.Tokens[end].Shape == mention.Lower &&
			r.t.Tokens[end].Class.Has(mention.Auxiliary|mention.Verb|mention.Past) && !r.t.Tokens[end].Class.Has(mention.Participle) && m.Governed {
			return -1 // "In the village of X, her brother was"
		}
		return j
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
	if r.out[i].Entity < 0 {
		word, key := r.print(r.mentions[i].NameFirst, r.mentions[i].Last), r.key(&r.mentions[i])
		if len(r.byLast[key]) > 0 || len(r.byFirst[key]) > 0 {
			return // a short name: whose will be seen later
		}
		r.name(i, r.single(i, key, word))
	}
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
		if r.speaks(i) {
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
	if j, ok := r.phrases[text.Key(r.t.Word(int(m.Head)))]; ok && r.speaks(i) && (best < 0 || r.entities[best].last < j) {
		if r.out[j].Entity < 0 {
			r.asWritten(j)
		}
		r.out[i] = Resolution{Entity: r.out[j].Entity, Confidence: sureAgain, Second: best}
		return
	}
	if best >= 0 && !unplaced && (second < 0 || bestScore-secondScore > 0.1) {
		r.out[i] = Resolution{Entity: best, Confidence: sureRole, Second: second}
		return
	}
	if !r.speaks(i) {
		return
	}
	if best < 0 && (m.Owned || r.labels(m)) {
		r.asWritten(i)
		return
	}
	reason := "no name is tied to this role"
	if best >= 0 {
		reason = "several people have this role"
	} else if c := r.t.Tokens[m.Head].Class; c.Has(mention.Role|mention.Age|mention.National|mention.Title) && !c.Has(mention.Generic) {
		if e := r.salient(i, m.Gender, true); e >= 0 && !(c.Has(mention.National) && r.otherPeople(e)) {
			r.out[i] = Resolution{Entity: e, Confidence: sureSalient, Second: -1}
			if c.Has(mention.National) {
				r.role(e, m.Head, m.Last)
			}
			return
		}
	}
	r.out[i] = Resolution{Entity: -1, Second: best, Reason: reason}
}

// labels reports whether the mention is the label of a speech: "THE CLERK: …".
func (r *resolver) labels(m *mention.Mention) bool {
	return m.First == r.t.First[m.Paragraph] && int(m.Last) < len(r.t.Tokens) && r.t.Tokens[m.Last].Punct == ':'
}

// otherPeople reports whether the text has called entity e one of a people.
func (r *resolver) otherPeople(e int) bool {
	for _, role := range r.entities[e].roles {
		if r.t.Words.Lookup(role.noun, true).Has(mention.National) {
			return true
		}
	}
	return false
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
