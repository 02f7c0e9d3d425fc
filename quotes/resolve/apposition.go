package resolve

import (
	"slices"
	"strings"

	"onrecord/quotes"
	"onrecord/quotes/mention"
)

// appositions ties role phrases to the names beside them: "X, the leader of
// Y", "the leader, X,", "X (…), a baker". The two mentions are then one.
func (r *resolver) appositions() {
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.Kind != mention.Name {
			continue
		}
		r.allegiances(i)
		if m.Owner {
			continue
		}
		r.bodyNoun(i)
		r.oneOfSeveral(i)
		r.oneNamed(i)
		r.seat(i)
		r.homes(i)
		r.impliedRole(i)
		r.sharedTitle(i)
		r.takesName(i)
		if p := max(r.bodyBefore(i), r.bodyAfter(i), r.bodyIntroduced(i)); p >= 0 {
			r.tieBody(i, p)
			continue
		}
		if m.Being != mention.Person && (m.Being != mention.Undecided || r.out[i].Entity < 0 && r.opens(m) && !r.kin(i) && !r.setOff(i) && r.namesThemselves(i) < 0) {
			continue
		}
		if next := r.afterComma(i); next >= 0 && r.mentions[next].Kind == mention.Nominal && r.out[next].Entity < 0 && !r.vocative(next) {
			r.tie(i, next)
		}
		r.unlistedRole(i)
		if p := r.beforeComma(i); p >= 0 {
			r.tie(i, p)
			for _, q := range []int{r.joinedTo(p), r.equatedTo(p)} {
				if q >= 0 {
					r.tie(i, q)
				}
			}
		}
		for _, p := range []int{r.namedAs(i), r.joinedRole(i), r.severalBefore(i), r.equated(i), r.appointed(i)} {
			if p >= 0 && r.out[p].Entity < 0 {
				r.tie(i, p)
				if p > 0 && r.out[p-1].Entity < 0 && r.described(p-1) {
					r.tie(i, p-1) // "the witness, a baker named X"
				}
			}
		}
		for _, v := range []int{r.verb(m), r.whoVerb(i), r.worksAs(i)} {
			if p := r.predicate(i, v); p >= 0 {
				r.tie(i, p)
			}
		}
		for _, p := range []int{r.identified(i), r.kinAbove(i)} {
			if p < 0 {
				continue
			}
			r.tie(i, p)
			if p > 0 && r.out[p-1].Entity < 0 && r.described(p-1) {
				r.tie(i, p-1) // "the boy, a student identified as X"
			}
		}
	}
}

// ofNext reports whether phrase j, "whose president" or "her husband", is of the name behind
// its comma and not of the one before it, which owns it.
func (r *resolver) ofNext(j int) bool {
	n := &r.mentions[j]
	if !r.t.Tokens[n.First].Class.Has(mention.Possessive) || j+1 >= len(r.mentions) {
		return false
	}
	next, k := &r.mentions[j+1], n.PrintLast
	return next.Kind == mention.Name && k < next.NameFirst && next.NameFirst-k < 4 && r.t.Tokens[k].Punct == ',' && next.Sentence == n.Sentence
}

// setOff reports whether commas stand around mention i right behind a person's role:
// "a neighbour, X, said".
func (r *resolver) setOff(i int) bool {
	m := &r.mentions[i]
	p := r.beforeComma(i)
	return p >= 0 && r.mentions[p].Kind == mention.Nominal && r.mentions[p].Being == mention.Person && r.mentions[p].Last == m.First-1 &&
		int(m.PrintLast) < len(r.t.Tokens) && r.t.Tokens[m.PrintLast].Punct == ','
}

// vocative reports whether phrase i calls whoever is spoken to: "I was born in Fern
// Bay, Deputy".
func (r *resolver) vocative(i int) bool {
	m := &r.mentions[i]
	return m.Quote >= 0 && m.Last == m.First+1 && r.t.Tokens[m.First].Shape == mention.Capital
}

// oneOfSeveral gives mention i, and the one that "and" joins to it, the role of the
// plural before it: "the hosts Ann Lee and Bo Ek".
func (r *resolver) oneOfSeveral(i int) {
	m := &r.mentions[i]
	if i == 0 || r.mentions[i-1].Kind != mention.Several || r.mentions[i-1].Last != m.First || r.mentions[i-1].Quote != m.Quote {
		return
	}
	p := &r.mentions[i-1]
	noun := r.t.Words.Singular(r.t.Word(int(p.Head)))
	for j := i; noun != "" && j < len(r.mentions) && j < i+2; j++ {
		if j > i && !r.joins(i, j) || !r.isPerson(j) {
			return
		}
		r.hold(r.out[j].Entity, role{noun: noun, words: r.fold(p.First, p.Head)})
		if j > i && r.t.Words.Kinship(noun) != "" && !p.Owned {
			r.kinships = append(r.kinships, kinship{of: r.out[i].Entity, relative: r.out[j].Entity, noun: noun, told: -1}) // "the sisters Ann and Bea Lee"
		}
	}
}

// sharedTitle gives the name that "and" joins to mention i the title of the plural
// before it: "Sens. Ann Lee and Bo Ek".
func (r *resolver) sharedTitle(i int) {
	m := &r.mentions[i]
	if m.RoleFirst >= m.RoleLast {
		return
	}
	word := strings.TrimSuffix(r.t.Word(int(m.RoleLast)-1), ".")
	one, several := strings.CutSuffix(word, "s")
	if !several || r.t.Words.TitleNoun(one) != r.t.Words.TitleNoun(word) {
		return
	}
	for j := i + 1; j < len(r.mentions) && j < i+3; j++ { // a place may stand in the brackets
		if c := &r.mentions[j]; c.First == c.NameFirst && r.joins(i, j) && r.isPerson(j) {
			r.hold(r.out[j].Entity, role{noun: r.t.Words.TitleNoun(word)})
		}
	}
}

// joins reports whether only "and" stands between mentions i and j, or brackets before
// it: "Ann Lee (Ohio) and Bo Ek".
func (r *resolver) joins(i, j int) bool {
	and, next := int(r.mentions[i].Last), int(r.mentions[j].First)
	if and < next && r.t.Tokens[and].Punct == '(' {
		and = r.asideEnd(and, next)
	}
	return and == next-1 && r.t.Tokens[and].Class.Has(mention.Conjunction)
}

// isPerson reports whether mention j is the name of a person.
func (r *resolver) isPerson(j int) bool {
	e := r.out[j].Entity
	return r.mentions[j].Kind == mention.Name && e >= 0 && r.entities[e].Kind == quotes.SpeakerPerson
}

// beforeComma is the role phrase that ends, with its complement, at the comma
// before mention i: "its chairman, retired judge X,", "a juror, X,", "the
// Archbishop of Y, X,". -1: none.
func (r *resolver) beforeComma(i int) int {
	m := &r.mentions[i]
	comma := r.commaBefore(m)
	if comma < 0 || m.Being != mention.Person && r.t.Tokens[m.First-1].Class.Has(mention.Definite) {
		return -1 // "an adviser to the family, the Morans,"
	}
	for j := i - 1; j >= 0 && j > i-4; j-- {
		p := &r.mentions[j]
		if p.Sentence != m.Sentence || p.Last == comma && p.Owned && clash(p.Gender, m.Gender) {
			return -1 // "asked about her husband, Mrs. Lee"
		}
		if p.Last == comma || p.PrintLast == comma || r.governs(p, comma) || r.doneTo(p, comma, m) {
			if r.relativeOf(j, comma, m) || p.Kind == mention.Nominal && p.Being == mention.Organisation && m.Being == mention.Person {
				continue // "the wife of the captain, X,", "a welder hired by the company, X,"
			}
			if p.Kind == mention.Nominal && r.out[j].Entity < 0 || p.Kind == mention.Name && r.holds(p) {
				return j
			}
			if p.Kind == mention.Nominal {
				return -1
			}
		}
	}
	return -1
}

// relativeOf reports whether phrase j, which ends at the comma before name m, is of another than m
// whose relative m is: the boy of "the mother of the boy, X,", and the captain of "the wife of
// the captain, X,".
func (r *resolver) relativeOf(j int, comma int32, m *mention.Mention) bool {
	p := &r.mentions[j]
	if j == 0 || p.Kind != mention.Nominal || !p.Governed || p.Being != mention.Person {
		return false
	}
	h := &r.mentions[j-1]
	if h.Kind != mention.Nominal || h.Sentence != p.Sentence || h.Quote != p.Quote || h.Plural || h.Last != p.First-1 || h.PrintLast != comma || r.out[j-1].Entity >= 0 || clash(h.Gender, m.Gender) {
		return false
	}
	return clash(p.Gender, m.Gender) || p.Gender == mention.Unknown && h.Gender != mention.Unknown && h.Gender == m.Gender && r.traits(h)&mention.Kin != 0
}

// commaBefore is the mark behind which mention m and its role stand in apposition; -1:
// none.
func (r *resolver) commaBefore(m *mention.Mention) int32 {
	first := r.printed(m)
	comma := first - 1
	for comma > 0 && comma > first-4 && r.t.Tokens[comma].Shape != mention.Mark && r.t.Tokens[comma].Sentence == m.Sentence &&
		!r.t.Tokens[comma].Class.Has(mention.Verb|mention.Closed) && !r.actsOn(comma, first) {
		comma-- // "the Very Rev Dr X", "retired judge X"
	}
	if comma < 0 || r.t.Tokens[comma].Punct != ',' && r.t.Tokens[comma].Punct != '-' || r.t.Tokens[comma].Sentence != m.Sentence || !r.endsApposition(m) {
		return -1
	}
	return comma
}

// actsOn reports whether the word at token k, right before the name at first, tells what is done to whoever has that,
// or that they are not meant: "The judge, sentencing X, said", "The judge, not X, said".
func (r *resolver) actsOn(k, first int32) bool {
	t := &r.t.Tokens[k]
	return k == first-1 && t.Shape == mention.Lower && (t.Class.Has(mention.Negative) || t.Class.Has(mention.Participle) && !t.Class.Has(mention.Past|mention.Noun|mention.Title))
}

// longestOwner bounds the words of an owner that is no name: "the film's".
const longestOwner = 4

// longestComplement bounds the words between a role and the name beside it.
const longestComplement = 7

// governs reports whether nothing but a complement stands between role p and
// the comma: "Counsel to the inquiry, X,".
func (r *resolver) governs(p *mention.Mention, comma int32) bool {
	return p.Kind == mention.Nominal && r.complemented(p, comma)
}

// complemented reports whether nothing but a complement stands between phrase p and the
// comma.
func (r *resolver) complemented(p *mention.Mention, comma int32) bool {
	k := p.Last
	if k >= comma || comma-k > longestComplement || !r.t.Tokens[k].Class.Has(mention.Preposition|mention.Who|mention.Subject) {
		return false
	}
	if r.t.Tokens[k].Class.Has(mention.Who | mention.Subject) { // "a man who lives next door, X,"
		return !slices.ContainsFunc(r.t.Tokens[k:comma], func(t mention.Token) bool { return t.Shape == mention.Mark })
	}
	return r.noClause(k, comma)
}

// doneTo reports whether nothing but what was done to whom role p means stands before the comma, and
// another comma behind name m: "a plumber hired by the tenants, X,".
func (r *resolver) doneTo(p *mention.Mention, comma int32, m *mention.Mention) bool {
	k, tokens := p.Last, r.t.Tokens
	return p.Kind == mention.Nominal && !p.Plural && k+1 < comma && comma-k <= longestComplement && int(m.PrintLast) < len(tokens) && tokens[m.PrintLast].Punct == ',' &&
		tokens[k].Shape == mention.Lower && (tokens[k].Class.Has(mention.Past) || r.t.Words.Ending(r.t.Word(int(k))) == "done") && tokens[k+1].Class.Has(mention.Preposition) && r.noClause(k+1, comma)
}

// noClause reports whether no verb and no mark stands in [k, end): what a preposition governs.
func (r *resolver) noClause(k, end int32) bool {
	for ; k < end; k++ {
		if t := &r.t.Tokens[k]; t.Shape == mention.Mark && t.Punct != '\'' || t.Class.Has(mention.Auxiliary|mention.Who) && !t.Class.Has(mention.Genitive) ||
			t.Shape == mention.Lower && t.Class.Has(mention.Verb|mention.Past) && !t.Class.Has(mention.Noun|mention.Infinitive) && !r.t.Tokens[k-1].Class.Has(mention.Definite) { // "for the police command", "for the accused"
			return false
		}
	}
	return true
}

// predicate is the role that a sentence gives mention i by verb v: "X is the mayor",
// "X took over as acting chairwoman", "X, who has been a ship's cook". -1: none.
func (r *resolver) predicate(i, v int) int {
	m := &r.mentions[i]
	if v < 0 || i+1 >= len(r.mentions) || m.Quote >= 0 {
		return -1
	}
	j := i + 1
	for j < len(r.mentions) && int(r.mentions[j].First) < v {
		j++ // those of an aside
	}
	if j+1 < len(r.mentions) && !m.Governed && r.mentions[j].Owner && r.mentions[j].Kind == mention.Name && r.mentions[j+1].Owned && r.mentions[j+1].First == r.mentions[j].Last+1 {
		j++ // "X is Lee's nephew"
	}
	if j >= len(r.mentions) {
		return -1
	}
	n := &r.mentions[j]
	if n.Kind != mention.Nominal || n.Sentence != m.Sentence || n.Quote >= 0 || r.out[j].Entity >= 0 || int(n.First)-v > 6 {
		return -1
	}
	k := int(n.First) - 1
	for own := k - longestOwner; n.Owned && k > max(v, own) && !r.t.Tokens[k].Class.Has(mention.Be|mention.As); {
		k-- // "a ship's cook"
	}
	for k > v && r.t.Tokens[k].Class.Has(mention.Participle|mention.Adverb) && !r.t.Tokens[k].Class.Has(mention.Negative) {
		k--
	}
	before := r.t.Tokens[k].Class
	if before.Has(mention.As) && (r.t.Tokens[k-1].Shape == mention.Mark || r.verb(n) >= 0) {
		return -1 // "X won, as a diplomat put it", "X watched as a diplomat spoke"
	}
	if r.t.Tokens[n.First].Class.Has(mention.Negative) || !before.Has(mention.Be|mention.As) || before.Has(mention.Negative|mention.Genitive) {
		return -1
	}
	return j
}

// longestPost bounds the words between a name and the "as" before what somebody works as.
const longestPost = 4

// worksAs is the token right behind name i where nothing but words that no table has for a verb lead to an "as": the
// works of "Lee works nights as a nurse". -1: they do not.
func (r *resolver) worksAs(i int) int {
	m := &r.mentions[i]
	for k := int(m.Last); k < len(r.t.Tokens) && k <= int(m.Last)+longestPost; k++ {
		switch t := &r.t.Tokens[k]; {
		case t.Sentence != m.Sentence || t.Shape != mention.Lower || t.Class.Has(mention.Verb|mention.Auxiliary|mention.Subordinate) && !t.Class.Has(mention.As):
			return -1
		case t.Class.Has(mention.As):
			if k == int(m.Last) {
				return -1
			}
			return int(m.Last)
		}
	}
	return -1
}

// whoVerb is the verb of the "who" that goes on right behind mention i, -1 for none.
func (r *resolver) whoVerb(i int) int {
	m := &r.mentions[i]
	if i+1 >= len(r.mentions) || r.mentions[i+1].First > m.Last+1 || !r.t.Tokens[r.mentions[i+1].First].Class.Has(mention.Who) {
		return -1
	}
	return r.verb(&r.mentions[i+1])
}

// behindComma is the token behind the comma that follows mention m, and behind an age
// there: the "a" of "Ann Lee, 34, a baker". -1: no comma follows.
func (r *resolver) behindComma(m *mention.Mention) int {
	k := int(m.Last)
	if k+3 < len(r.t.Tokens) && r.t.Tokens[k].Punct == '(' && r.t.Tokens[k+1].Shape == mention.Number && r.t.Tokens[k+2].Punct == ')' {
		k += 3 // "Ann Lee (34), a baker"
	}
	if k >= len(r.t.Tokens) || r.t.Tokens[k].Punct != ',' && !r.dashed(k) || r.t.Tokens[k].Sentence != m.Sentence {
		return -1
	}
	k++
	if k+1 < len(r.t.Tokens) && r.t.Tokens[k].Shape == mention.Number && r.t.Tokens[k+1].Punct == ',' {
		k += 2
	}
	return k
}

// dashed reports whether token k is the first of two dashes around an aside: "Ann Lee – a
// baker – said".
func (r *resolver) dashed(k int) bool {
	if r.t.Tokens[k].Punct != '-' || r.t.Tokens[k].Shape != mention.Mark {
		return false
	}
	for n := k + 1; n < len(r.t.Tokens) && n <= k+longestMaking && r.t.Tokens[n].Sentence == r.t.Tokens[k].Sentence && r.t.Tokens[n].Quote == r.t.Tokens[k].Quote; n++ {
		if r.t.Tokens[n].Punct == '-' && r.t.Tokens[n].Shape == mention.Mark {
			return true
		}
	}
	return false
}

// afterComma is the mention that an aside right behind mention i begins with,
// or the first noun phrase of it behind an age or a possessor.
func (r *resolver) afterComma(i int) int {
	m := &r.mentions[i]
	k := r.behindComma(m)
	if k < 0 {
		return -1
	}
	if r.spoken(k) || k+1 < len(r.t.Tokens) && r.t.Tokens[k].Class.Has(mention.Conjunction) && r.t.Tokens[k+1].Class.Has(mention.Determiner|mention.Possessive) {
		return -1 // "A baker, X, told the clerk", "A baker, X, and her helper"
	}
	if k+1 < len(r.t.Tokens) && r.t.Tokens[k].Class.Has(mention.Auxiliary) && r.t.Tokens[k+1].Shape == mention.Lower && r.t.Tokens[k+1].Class.Has(mention.Participle) {
		return -1 // "One of them, X, was looking for her husband"
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
		if n.Kind != mention.Nominal || r.ofNext(j) || int(n.First) > k+1 && !(n.Owned && int(n.First) <= k+longestOwner) {
			return -1
		}
		if int(n.First) == k+1 && r.t.Tokens[k].Class.Has(mention.Preposition) && !r.t.Tokens[k].Class.Has(mention.As) {
			return -1 // "X won six prizes, including a young writer award"
		}
		if end := int(n.PrintLast); (n.Definite || m.Governed && r.spoken(end)) && end < len(r.t.Tokens) && r.t.Tokens[end].Shape == mention.Lower &&
			r.t.Tokens[end].Class.Has(mention.Auxiliary|mention.Verb|mention.Past) && !r.t.Tokens[end].Class.Has(mention.Participle) {
			return -1 // "In an interview with X, the candidate said"
		}
		if r.fronted(m) && r.doesThere(int(n.PrintLast)) {
			return -1 // "In X, a resident called it"
		}
		if n.Definite && m.Governed && m.Being == mention.Undecided && r.whoBehind(j) {
			return -1 // "In the market of X, the grandmother, who asked"
		}
		return j
	}
	return -1
}

// fronted reports whether a preposition, which an adjective may follow, stands before name m: "In nearby X".
func (r *resolver) fronted(m *mention.Mention) bool {
	k := int(m.First) - 1
	if k > 0 && r.t.Tokens[k].Shape == mention.Lower && r.t.Tokens[k].Class&^mention.Common == 0 {
		k--
	}
	return m.Governed || k >= 0 && r.t.Tokens[k].Class.Has(mention.Preposition) && r.t.Tokens[k].Sentence == m.Sentence
}

// doesThere reports whether a verb in the past stands at token k before its object or before what is said, and so
// is no participle.
func (r *resolver) doesThere(k int) bool {
	t := r.t.Tokens
	if k+1 >= len(t) || t[k].Shape != mention.Lower || !t[k].Class.Has(mention.Verb|mention.Past) || t[k+1].Sentence != t[k].Sentence {
		return false
	}
	return t[k+1].Class.Has(mention.Determiner|mention.Possessive|mention.Pronoun|mention.That|mention.Subject) || t[k+1].Quote != t[k].Quote || t[k].Class.Has(mention.Core) && !t[k].Class.Has(mention.Noun)
}

// spoken reports whether a verb of speech stands at token k.
func (r *resolver) spoken(k int) bool {
	return k < len(r.t.Tokens) && r.t.Tokens[k].Class.Has(mention.Core) && !r.t.Tokens[k].Class.Has(mention.Noun)
}

// kin reports whether a relative stands, before a comma, right before mention i: "her
// husband, Gethin, said".
func (r *resolver) kin(i int) bool {
	if i == 0 {
		return false
	}
	m, p := &r.mentions[i], &r.mentions[i-1]
	return p.Kind == mention.Nominal && p.Owned && p.Last == m.First-1 && p.Sentence == m.Sentence && r.t.Tokens[p.Last].Punct == ',' &&
		r.traits(p)&mention.Kin != 0 && r.endsApposition(m)
}

// endsApposition reports whether behind the name the aside or the sentence ends
// or the verb follows.
func (r *resolver) endsApposition(m *mention.Mention) bool {
	k := int(m.Last)
	return k >= len(r.t.Tokens) || r.t.Tokens[k].Shape == mention.Mark || r.t.Tokens[k].Class.Has(mention.Verb) ||
		r.t.Tokens[k].Class.Has(mention.Preposition) && r.t.Tokens[k].Class.Has(mention.Joint) // X of Ohio
}

// holds reports whether a name is that of an office: Archbishop of Kilmoran.
func (r *resolver) holds(p *mention.Mention) bool {
	first, next := &r.t.Tokens[p.First], p.First+1
	return first.Class.Has(mention.Title|mention.Role) && next < p.Last && r.t.Tokens[next].Class.Has(mention.Joint) && r.t.Tokens[next].Shape == mention.Lower
}

// tie makes the phrase of mention p name the entity of mention i.
func (r *resolver) tie(i, p int) {
	if r.out[i].Entity < 0 {
		word, key := r.print(r.mentions[i].NameFirst, r.nameEnd(&r.mentions[i])), r.key(&r.mentions[i])
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
	if m := &r.mentions[i]; r.eitherNoun(n) && x.Gender == mention.Unknown && !x.titled && !r.t.Tokens[m.NameFirst].Class.Has(mention.Male|mention.Female) {
		x.Kind, x.person = quotes.SpeakerOrganisation, false
	}
	had := x.Role
	r.role(e, first, n.PrintLast)
	if had == "" && n.PrintLast > n.Last {
		x.Role = r.t.Slice(int(first), int(n.PrintLast))
	}
}
