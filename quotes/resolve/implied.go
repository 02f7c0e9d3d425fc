package resolve

import (
	"slices"

	"onrecord/quotes/mention"
)

// impliedRole gives whoever mention i names the role that letters behind the name, a participle or a
// verb there tell: the lawyer of "Ann Lee KC" and "Ann Lee, prosecuting,", and the driver of "Ann Lee,
// who drove the van".
func (r *resolver) impliedRole(i int) {
	m := &r.mentions[i]
	if !r.isPerson(i) {
		return
	}
	for k := m.NameLast; k < m.Last; k++ {
		if noun := r.t.Words.Implied(r.t.Word(int(k))); noun != "" {
			r.hold(r.out[i].Entity, role{noun: noun})
			return
		}
	}
	if noun := r.actsAs(i); noun != "" {
		r.hold(r.out[i].Entity, role{noun: noun})
	}
	if v := r.whoDoes(i); v >= 0 {
		if noun := r.t.Words.Agent(r.t.Word(v)); noun != "" {
			e := r.out[i].Entity
			r.entities[e].does = append(r.entities[e].does, role{noun: noun, words: r.object(v)})
			r.list(e, noun)
		}
	}
	k := int(m.Last)
	if k+1 >= len(r.t.Tokens) || r.t.Tokens[k].Punct != ',' || r.t.Tokens[k+1].Sentence != m.Sentence || r.t.Tokens[k+1].Shape != mention.Lower {
		return
	}
	if noun := r.t.Words.Implied(r.t.Word(k + 1)); noun != "" {
		r.hold(r.out[i].Entity, role{noun: noun})
	}
	r.appearsFor(i, k+1)
}

// appearsFor gives whoever mention i names the role of an aside at token k that tells on whose behalf
// they are there: the lawyer of "Ann Lee, for the defence,".
func (r *resolver) appearsFor(i, k int) {
	side := k + 1
	if side+1 < len(r.t.Tokens) && r.t.Tokens[side].Class.Has(mention.Definite) {
		side++
	}
	if side+1 >= len(r.t.Tokens) || !r.t.Tokens[k].Class.Has(mention.Preposition) || r.t.Tokens[side+1].Punct != ',' || r.t.Tokens[side].Sentence != r.t.Tokens[k].Sentence {
		return
	}
	if noun := r.t.Words.Implied(r.t.Word(k) + "-" + r.t.Word(side)); noun != "" {
		r.hold(r.out[i].Entity, role{noun: noun, words: r.fold(int32(side), int32(side)+1)})
	}
}

// whoDoes is the verb of the "who" behind mention i, or the word that can only be one there: coaches.
// -1: none, or one that only helps another.
func (r *resolver) whoDoes(i int) int {
	v := r.whoVerb(i)
	if v < 0 && i+1 < len(r.mentions) && r.mentions[i+1].First <= r.mentions[i].Last+1 && r.t.Tokens[r.mentions[i+1].First].Class.Has(mention.Who) {
		if v = int(r.mentions[i+1].Last); v >= len(r.t.Tokens) || r.t.Tokens[v].Shape != mention.Lower {
			return -1
		}
	}
	if v < 0 || r.t.Tokens[v].Class.Has(mention.Be|mention.Auxiliary) {
		return -1
	}
	return v
}

// object is the folded words of what stands behind the verb at v, up to a mark or a preposition: the
// bakery of "who owns the bakery in Ohio".
func (r *resolver) object(v int) []string {
	k := v + 1
	for k < len(r.t.Tokens) && k <= v+longestComplement && r.t.Tokens[k].Sentence == r.t.Tokens[v].Sentence && r.t.Tokens[k].Shape != mention.Mark && !r.t.Tokens[k].Class.Has(mention.Preposition) {
		k++
	}
	return r.fold(int32(v)+1, int32(k))
}

// passing reports whether one after another has the role of the noun: the witness.
func (r *resolver) passing(noun string) bool { return r.t.Words.Implied(noun) == noun }

// longestTurn is how many paragraphs after the last mention of a witness the witness is
// another.
const longestTurn = 4

// excluded reports whether entity e holds a role beside which nobody has the noun's: no
// lawyer is the witness.
func (r *resolver) excluded(e int, noun string) bool {
	for n := 0; noun != "" && n < maxBroader; n, noun = n+1, r.t.Words.Broader(noun) {
		other := r.t.Words.Excludes(noun)
		if other == "" {
			continue
		}
		held := slices.Concat(r.entities[e].roles, r.entities[e].does)
		if slices.ContainsFunc(held, func(x role) bool { return r.kindred(x.noun, other) > 0 }) {
			return !slices.ContainsFunc(held, func(x role) bool { return r.kindred(x.noun, noun) > 0 })
		}
	}
	return false
}

// longestDeed bounds the words between a name and what shows its bearer's role.
const longestDeed = 8

// actsAs is the role that what name i does tells: the witness of "Ann Lee testified", "Ann
// Lee was giving evidence", "Ann Lee told the jury" and "Giving evidence, Ann Lee". "": none.
func (r *resolver) actsAs(i int) string {
	m := &r.mentions[i]
	if m.Quote >= 0 || m.Owner || m.Governed || !r.subject(i) {
		return ""
	}
	for k := int(m.Last); k < int(m.Last)+longestDeed && k < len(r.t.Tokens) && r.t.Tokens[k].Sentence == m.Sentence && r.t.Tokens[k].Quote < 0; k++ {
		if i+1 < len(r.mentions) && r.mentions[i+1].Kind == mention.Name && k >= int(r.mentions[i+1].First) {
			break
		}
		if noun := r.deed(k); noun != "" {
			return noun
		}
	}
	if v := r.verb(m); v >= 0 && v+1 < len(r.t.Tokens) {
		if noun := r.deed(v); noun != "" {
			return noun
		}
		if r.t.Tokens[v].Class.Has(mention.Be) {
			return r.deed(v + 1) // behind an aside: "Ann Lee, an expert, was asked if"
		}
	}
	first := r.printed(m)
	if start := r.fromStart(m); start > 0 && start < longestStart && int(m.First)-start < int(first) && r.t.Tokens[first-1].Punct == ',' {
		return r.deed(int(m.First) - start)
	}
	return ""
}

// deed is the role that the word at k tells, alone or with the one behind it and its
// article: testified, told the jury. "": none.
func (r *resolver) deed(k int) string {
	if r.t.Tokens[k].Shape == mention.Mark {
		return ""
	}
	next := k + 1
	if next < len(r.t.Tokens) && r.t.Tokens[next].Class.Has(mention.Definite) {
		next++
	}
	word := r.t.Word(k)
	if r.t.Tokens[k].Trait&mention.Asks != 0 && (k == 0 || !r.t.Tokens[k-1].Class.Has(mention.Be)) {
		return "" // who asks whether it rained is none
	}
	if r.t.Tokens[k].Class.Has(mention.Verb) {
		if noun := r.t.Words.Implied(word); noun != "" && !r.t.Tokens[k].Class.Has(mention.Participle) {
			return noun
		}
	}
	if next < len(r.t.Tokens) && r.t.Tokens[next].Sentence == r.t.Tokens[k].Sentence && r.t.Tokens[next].Shape == mention.Lower {
		return r.t.Words.Implied(word + "-" + r.t.Word(next))
	}
	return ""
}
