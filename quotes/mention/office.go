package mention

// officeAlone reports whether the run [first, last) ends with an office of two words and no
// name: Chief Executive of "Port Authority Chief Executive, Ann Lee, said", General Manager of
// "the Water Board General Manager". Who bears the last word as a surname has no name behind.
func (f *finder) officeAlone(first, last int) bool {
	t := f.t
	if last-first < 2 || f.surname(last-1) {
		return false
	}
	rank, noun := &t.Tokens[last-2], &t.Tokens[last-1]
	if f.ordinaryOffice(first, last) {
		return true
	}
	if rank.Shape != Capital || noun.Shape != Capital || !rank.Class.Has(Title) || rank.Class.Has(TitleMale|TitleFemale) || rank.Trait&Adjectival == 0 ||
		!noun.Class.Has(Role) || noun.Class.Has(Male|Female|OrgName|Place) {
		return false
	}
	if f.nameBehind(last) {
		return true
	}
	led := f.withArticle(first) < first || first > 0 && t.Tokens[first-1].Class.Has(Genitive|Possessive) && t.Tokens[first-1].Sentence == rank.Sentence
	return noun.Class.Has(Common) && (led || f.tellsWhere(first, last-2))
}

// ordinaryOffice reports whether the run [first, last) is of ordinary words that end with a role and
// no surname: Special Assistant, Deputy Ranking Member.
func (f *finder) ordinaryOffice(first, last int) bool {
	t := f.t
	if f.nameBehind(last) && f.ordinaryWords(first, last) {
		return true // "Director Media Operations, Ann Lee,"
	}
	if noun := &t.Tokens[last-1]; !noun.Class.Has(Role) || !noun.Class.Has(Common) || noun.Class.Has(Male|Female|OrgName|Place|Title) || t.Heading(noun.Paragraph) {
		return false
	}
	for k := first; k < last-1; k++ {
		c := t.Tokens[k].Class
		if t.Tokens[k].Shape != Capital || !c.Has(Common|Title|Report) || c.Has(Male|Female|OrgName|Place|Demonym|TitleMale|TitleFemale) || c.Has(Title) && k == last-2 {
			return false
		}
	}
	return true
}

// ordinaryWords reports whether the run [first, last) is of a role and two ordinary words or more.
func (f *finder) ordinaryWords(first, last int) bool {
	if c := f.t.Tokens[first].Class; last-first < 3 || !c.Has(Title) || !c.Has(Role) {
		return false
	}
	for k := first; k < last; k++ {
		if c := f.t.Tokens[k].Class; f.t.Tokens[k].Shape != Capital || !c.Has(Common|Title|Office) || c.Has(Male|Female|OrgName|Place|Demonym|TitleMale|TitleFemale) {
			return false
		}
	}
	return true
}

// officeFrom is the first word of the office in the run [i, end), behind the party or the
// body that it is of: MP of "the Labour MP for Ely", Director of "Kent Police Director of
// Assets". i: none stands there.
func (f *finder) officeFrom(i, end int) int {
	t := f.t
	for k := i; k < end && k <= i+longestBody && f.capital(k); k++ {
		c := t.Tokens[k].Class
		switch {
		case k > i && c.Has(Title) && !c.Has(OrgName):
			return k
		case c.Has(Title), c.Has(Male|Female) && !c.Has(Place):
			return i
		}
	}
	return i
}

// executive is the token behind the office that goes before two names or three in the run
// [first, last) of whatever body, though its name may have a first name: Clare of "Blue Marine
// CEO Clare Brook". first: none.
func (f *finder) executive(first, last int) int {
	for k := first + 1; k < last-1; k++ {
		tok := &f.t.Tokens[k]
		switch {
		case !tok.Class.Has(Title) || tok.Class.Has(Male|Female|TitleMale|TitleFemale|OrgName|Suffix):
		case f.dotted(k) && f.names(k+1, last) && f.t.Tokens[k-1].Shape == Capital && !f.t.Tokens[k-1].Class.Has(Male|Female|Title):
			return k + 1 // "Davao del Sur Gov. Marc Cagas"
		case k < last-2 && (tok.Shape == AllCaps || tok.Class.Has(Role)) && f.t.Tokens[k+1].Class.Has(Male|Female) && f.names(k+1, last):
			return k + 1
		}
	}
	return first
}
