package mention

// ofGoverned reports whether a preposition governs the owner of name or body m, and so m: the
// Centre of "a professor at Port University's Centre for Law", the hospital of "a doctor at the
// city's main hospital".
func (f *finder) ofGoverned(m *Mention) bool {
	t, i := f.t, int(m.First)-1
	if m.Kind != Name && m.Kind != Body || i < 2 {
		return false
	}
	if m.Kind == Body && t.Tokens[i].Class.Has(Adverb) {
		i-- // the town's only school
	}
	if !t.Tokens[i].Class.Has(Genitive) || t.Tokens[i].Sentence != t.Tokens[m.First].Sentence {
		return false
	}
	if n := len(f.out); n > 0 && f.out[n-1].Owner && int(f.out[n-1].Last) == i {
		p := &f.out[n-1]
		lead := f.withArticle(int(p.First)) - 1
		return p.Governed && !(lead >= 0 && t.Tokens[lead].Class.Has(As)) // "as the Post's Ann Lee puts it"
	}
	lead := f.withArticle(i-1) - 1
	return m.Kind == Body && lead >= 0 && lead < i-2 && t.Tokens[lead].Shape == Lower && t.Tokens[lead].Class.Has(Preposition) && !t.Tokens[lead].Class.Has(Subordinate|As) && t.Tokens[lead].Sentence == t.Tokens[i].Sentence
}

// completes reports whether m stands in the complement of a phrase before it: the landlord of
// "a spokesman for the town's biggest landlord".
func (f *finder) completes(m *Mention) bool {
	for n := len(f.out) - 1; n >= 0 && n >= len(f.out)-3; n-- {
		if p := &f.out[n]; m.Kind != Name && p.Kind == Nominal && p.Last < m.First && p.PrintLast >= m.Last {
			return true
		}
	}
	return false
}

// possessive tells the 's of "Kim's envoy" from that of "he's".
func (f *finder) possessive(i int) bool {
	if i+1 >= len(f.t.Tokens) {
		return true
	}
	next := &f.t.Tokens[i+1]
	return !next.Class.Has(Determiner|Participle|Negative|Be) && next.Shape != Mark && !f.contractedVerb(i) || f.heldRole(i+1)
}

// contractedVerb reports whether the ending at i is that of a verb, since an adverb and what somebody is
// doing to something go on: "Lee's now making the case", but not "Lee's now failing plan".
func (f *finder) contractedVerb(i int) bool {
	t := f.t
	return i+3 < len(t.Tokens) && t.Tokens[i+1].Class.Has(Adverb) && t.Tokens[i+2].Class.Has(Participle) && t.Tokens[i+2].Shape == Lower && t.Tokens[i+3].Class.Has(Determiner|Possessive|Preposition|That) && t.Tokens[i+3].Sentence == t.Tokens[i].Sentence
}

// heldRole reports whether the participle at i is of a role behind it, "Leeds's acting
// police chief", and not what somebody is doing to one: then an article would lead to it.
func (f *finder) heldRole(i int) bool {
	t := f.t
	if t.Tokens[i].Shape != Lower || !t.Tokens[i].Class.Has(Participle) {
		return false
	}
	for k := i + 1; k < len(t.Tokens) && k < i+4 && t.Tokens[k].Shape == Lower && t.Tokens[k].Sentence == t.Tokens[i].Sentence; k++ {
		if t.Tokens[k].Class.Has(Role) {
			return true
		}
	}
	return false
}

// governed reports whether a preposition stands before the phrase [first, last).
// One that also opens clauses ("after", "as") governs no subject of a verb.
func (f *finder) governed(first, last int) bool {
	i := first - 1
	if i > 0 && f.t.Tokens[i].Class.Has(Definite) && f.t.Tokens[i].Shape != Mark {
		i-- // "of the Observer"
	}
	if i < 0 || f.t.Tokens[i].Sentence != f.t.Tokens[first].Sentence {
		return false
	}
	if k := f.beforeBody(i); k >= 0 {
		i = k // "of the main opposition Observer"
	}
	c := f.t.Tokens[i].Class
	if i > 0 && c.Has(Org) && f.t.Words.Joined(f.t.Word(i)) == f.t.Word(i-1) {
		return true // "on board the ferry"
	}
	if f.sharesGovernor(i, last) {
		return true
	}
	if !c.Has(Preposition) {
		return false
	}
	if one := f.t.Tokens[max(i-1, 0)].Class; c.Has(Joint) && one.Has(Determiner) && !one.Has(Definite) && i > 0 {
		return f.governed(i-1, last) // "one of the organisers told us"
	}
	if c.Has(Subordinate|As) && last < len(f.t.Tokens) {
		next := &f.t.Tokens[last]
		if next.Shape == Lower && !next.Class.Has(Genitive|Preposition|Conjunction|Participle) || next.Class.Has(Auxiliary) && !next.Class.Has(Genitive) {
			return false
		}
		if next.Shape == Mark && next.Punct == ',' && !f.identifiedBy(i) && f.verbBehindAside(last) {
			return false // "as Lee, who waited, told them"
		}
	}
	return true
}

// sharesGovernor reports whether the conjunction at i joins the phrase behind it, which ends before a mark
// at last, to a name that a preposition governs: Wells of "the Bishop of Bath and Wells, Ann Lee,".
func (f *finder) sharesGovernor(i, last int) bool {
	n, and := len(f.out), &f.t.Tokens[i]
	if n == 0 || and.Shape != Lower || !and.Class.Has(Conjunction) || !and.Class.Has(Joint) || last < len(f.t.Tokens) && f.t.Tokens[last].Shape != Mark {
		return false
	}
	p := &f.out[n-1]
	return p.Kind == Name && p.Governed && int(p.Last) == i && p.Sentence == and.Sentence
}

// identifiedBy reports whether a word before token i tells that "as" there stands before a name: "named
// by the agency as Lee".
func (f *finder) identifiedBy(i int) bool {
	t := f.t
	for k := i - 1; k >= 0 && k >= i-longestAside && t.Tokens[k].Sentence == t.Tokens[i].Sentence; k-- {
		if t.Tokens[k].Trait&(Identifies|Calls|Alias) != 0 {
			return true
		}
	}
	return false
}

// longestAside bounds the words of an aside behind a name.
const longestAside = 16

// verbBehindAside reports whether the aside that the comma at token i opens ends before a verb.
func (f *finder) verbBehindAside(i int) bool {
	t := f.t
	for k := i + 2; k+1 < len(t.Tokens) && k < i+longestAside; k++ {
		switch next := &t.Tokens[k+1]; {
		case t.Tokens[k].Sentence != t.Tokens[i].Sentence || t.Tokens[k].Quote >= 0:
			return false
		case t.Tokens[k].Shape == Mark && t.Tokens[k].Punct == ',':
			return next.Shape == Lower && next.Class.Has(Verb|Past|Auxiliary) && !next.Class.Has(Participle|Noun|Preposition)
		}
	}
	return false
}

// beforeBody is the token before the words from "the" to the noun for a body at i,
// behind which its name stands; -1: there are none.
func (f *finder) beforeBody(i int) int {
	t := f.t
	if !t.Tokens[i].Class.Has(Org) || t.Tokens[i].Shape != Lower || !f.capital(i+1) {
		return -1
	}
	for k := i - 1; k > 0 && k > i-4 && t.Tokens[k].Shape == Lower && t.Tokens[k].Sentence == t.Tokens[i].Sentence; k-- {
		if t.Tokens[k].Class.Has(Definite) {
			return k - 1
		}
		if t.Tokens[k].Class.Has(Closed | Verb) {
			return -1
		}
	}
	return -1
}
