package mention

// members reports whether the conjunction at i goes on the name of a body that began at first
// with more of those whom it is of: the Union of Bakers and Allied Workers, the Alliance of
// Stage and Screen Producers. Of two bodies the second would end with no noun for people.
func (f *finder) members(first, i int) bool {
	t, k := f.t, i+1
	if !f.manned(first, i) {
		return false
	}
	for ; k < len(t.Tokens) && k <= i+longestBody && f.joins(i, k); k++ {
		if t.Tokens[k].Class.Has(Male | Female | Title | Place | Demonym | Date | Closed | Determiner) {
			return false
		}
	}
	return k > i+1 && f.several(k-1)
}

// manned reports whether the name from first on has said before token i that it is of a body
// of or for somebody: Association of Directors.
func (f *finder) manned(first, i int) bool {
	t, of := f.t, false
	for k := max(first, i-longestChain); k < i; k++ {
		switch c := t.Tokens[k].Class; {
		case of && c.Has(Male|Female|Title):
			return false
		case k+2 < i && c.Has(OrgName) && !c.Has(Title|Place) && f.preposed(k+1):
			of = true
		}
	}
	return of
}

// preposed reports whether a preposition of the names of bodies stands at k: of, for.
func (f *finder) preposed(k int) bool {
	return f.t.Tokens[k].Shape == Lower && f.t.Tokens[k].Class.Has(Joint) && f.t.Tokens[k].Class.Has(Preposition)
}

// several reports whether token k is a noun for people with a capital: Producers.
func (f *finder) several(k int) bool {
	word := f.t.Word(k)
	return f.t.Tokens[k].Shape == Capital && (f.t.Words.Lookup(word, false).Has(Group) || f.t.Words.Plural(word) && (f.t.Words.Singular(word) != "" || f.t.Tokens[k].Class&^Common == 0))
}

// cause reports whether the preposition at i stands between those who make up a body and what
// they are for: Doctors for Human Rights, Ohio Doctors for Human Rights. Where the noun opens the
// sentence, what follows has to be a field, so that nobody is for somebody.
func (f *finder) cause(first, i int) bool {
	t, next := f.t, i+1
	if i == first || i >= len(t.Tokens) || !f.preposed(i) && t.Tokens[i].Trait&Sans == 0 || !f.nextCapital(i) || t.Heading(t.Tokens[first].Paragraph) || !f.several(i-1) || !f.regional(first, i-1) {
		return false
	}
	one := f.t.Words.Lookup(f.t.Words.Singular(t.Word(i-1)), true)
	if one.Has(Title) || t.Tokens[i-1].Class.Has(Demonym) && !f.preposed(i) {
		return false // Ministers of Finance; Democrats against a bill
	}
	field := false
	for ; next < len(t.Tokens) && f.joins(i, next); next++ {
		if t.Tokens[next].Class.Has(Male | Female | Title | Place | Demonym | OrgName | Date | Closed | Determiner) {
			return false
		}
		field = field || f.field(next)
	}
	return field && next > i+2 || !f.opens(first)
}

// purpose reports whether the preposition at i goes on the name from first on of a body, which
// the noun before it tells to be one: Medical Help of "the charity Medical Help for Orphans".
func (f *finder) purpose(first, i int) bool {
	t := f.t
	if first == 0 || t.Tokens[first-1].Shape != Lower || !t.Tokens[first-1].Class.Has(Org) || t.Tokens[first-1].Trait&Civic == 0 || t.Tokens[first-1].Sentence != t.Tokens[first].Sentence {
		return false
	}
	return (f.preposed(i) || t.Tokens[i].Shape == Lower && t.Tokens[i].Trait&(Sans|Topic) != 0 && !t.Tokens[i].Class.Has(To)) &&
		f.nextCapital(i) && !t.Tokens[i+1].Class.Has(Male|Female|Title|Place|Date|Closed|Determiner)
}

// purposed reports whether the name [first, last) goes on as such a body's does.
func (f *finder) purposed(first, last int) bool {
	for k := max(first+1, last-longestChain); k < last; k++ {
		if f.purpose(first, k) {
			return true
		}
	}
	return false
}

// regional reports whether the tokens [first, last) are nothing but places and peoples.
func (f *finder) regional(first, last int) bool {
	for k := first; k < last; k++ {
		if t := &f.t.Tokens[k]; t.Shape != Capital || !t.Class.Has(Place|Demonym|National) {
			return false
		}
	}
	return true
}

// caused reports whether the name [first, last) goes on as that of those who are for something.
func (f *finder) caused(first, last int) bool {
	for k := max(first+1, last-longestChain); k < last; k++ {
		if f.cause(first, k) {
			return true
		}
	}
	return false
}
