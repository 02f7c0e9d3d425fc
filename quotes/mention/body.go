package mention

// longestBody bounds the words by which the name of a body goes on behind a joint.
const longestBody = 5

// ofBody reports whether token i, no capital, holds the name of a body together that
// began at first: Growers’ Council, Fire and Rescue Service, Department for Culture,
// Media and Sport, Society for the Protection of Birds.
func (f *finder) ofBody(first, i int) bool {
	t := f.t
	if i == first || i+1 >= len(t.Tokens) || !f.capital(i-1) && !t.Tokens[i-1].Class.Has(Genitive) {
		return false
	}
	switch tok := &t.Tokens[i]; {
	case tok.Class.Has(Genitive):
		return f.membersOf(first, i) || f.saintOf(i)
	case tok.Punct == ',':
		return f.charged(first, i) && f.field(i+1) && f.listed(first, i+1)
	case tok.Class.Has(To):
		return i-2 > first && f.deed(i-3) && f.charged(first, i) // Prevention of Cruelty to Animals
	case tok.Shape != Lower || !tok.Class.Has(Joint):
		return false
	case tok.Class.Has(Conjunction):
		return f.charged(first, i) && (f.fields(i) || f.causes(first, i)) || f.twofold(first, i) || f.members(first, i) || f.areas(first, i) || f.purposed(first, i) && f.fields(i) && !f.entitles(i+1)
	case tok.Class.Has(Preposition):
		if f.several(i-1) && f.manned(first, i) && !t.Tokens[i+1].Class.Has(Male|Female|Title) {
			return f.capital(i + 1) // Association of Directors of Social Services
		}
		return f.charged(first, i) && f.capital(i+1) && (f.deed(i-1) || f.field(i-1) && f.field(i+1)) // of State for Health
	}
	return false
}

// bodyEnd is the end of the capitals from i on where they make the end of a body's
// name: General Workers’ Union. 0: they do not.
func (f *finder) bodyEnd(i int) int {
	t, k, whole := f.t, i, 0
	for ; k < len(t.Tokens) && k < i+longestBody && t.Tokens[k].Sentence == t.Tokens[i].Sentence && t.Tokens[k].Quote == t.Tokens[i].Quote; k++ {
		c := t.Tokens[k].Class
		switch {
		case c.Has(Genitive) && k > i && f.membersOf(i, k):
		case !f.capital(k) || c.Has(Date):
			return whole
		case c.Has(OrgName):
			whole = k + 1
		}
	}
	return whole
}

// membersOf reports whether the genitive at i is of those for whom a body is: the
// Small Growers’ Council, the Prime Minister’s Office, but not Ann Baker’s Council.
func (f *finder) membersOf(first, i int) bool {
	t := f.t
	word := t.Word(i - 1)
	c := t.Words.Lookup(word, true)
	if !f.capital(i-1) || c.Has(Place|Demonym|National|Date) || f.surname(i-1) || f.bodyEnd(i+1) == 0 {
		return false
	}
	if c.Has(Role) && i-2 > first && t.Tokens[i-2].Class.Has(OrgName) {
		return true // the Tarn County Sheriff's Office
	}
	if c.Has(Group) || t.Tokens[i].Shape == Mark && t.Words.Plural(word) && !c.Has(Male|Female) {
		return true
	}
	if c.Has(Role) && c.Has(Title) && i-2 >= first && t.Tokens[i].Shape != Mark {
		return true // the Selwick District Attorney's Office
	}
	for k := first; k < i; k++ {
		if t.Tokens[k].Class.Has(Male|Female) && !t.Tokens[k].Class.Has(Title) || t.Tokens[k].Class&^Common == 0 {
			return false
		}
	}
	return c.Has(Role | Title)
}

// saintOf reports whether the genitive at i is of a saint to whom a body is
// dedicated: St Mary’s Hospital.
func (f *finder) saintOf(i int) bool {
	return i > 1 && f.capital(i-2) && f.t.Tokens[i-2].Trait&Saint != 0 && f.bodyEnd(i+1) > 0
}

// field reports whether token i is what a body or an office may be for: Health.
func (f *finder) field(i int) bool {
	return i < len(f.t.Tokens) && f.capital(i) && f.t.Tokens[i].Class.Has(Office)
}

// charged reports whether the name from first on has said before token i that it is
// of a body or an office for something: Ministry of Health, Minister of Sport.
func (f *finder) charged(first, i int) bool {
	t := f.t
	for k := max(first, i-longestChain); k+1 < i; k++ {
		if t.Tokens[k].Class.Has(OrgName|Title) && t.Tokens[k+1].Shape == Lower && t.Tokens[k+1].Class.Has(Joint) {
			return true
		}
	}
	return false
}

// longestChain bounds the words of a body's name, with all that it is for or of.
const longestChain = 4 * longestBody

// fields reports whether the conjunction at i stands between two of the things that
// a body is for, one of which at least is known as such.
func (f *finder) fields(i int) bool {
	t := f.t
	next := &t.Tokens[i+1]
	if !f.capital(i+1) || next.Sentence != t.Tokens[i].Sentence || next.Quote != t.Tokens[i].Quote || !f.field(i-1) && !f.field(i+1) {
		return false
	}
	end := f.bodyEnd(i + 1)
	return !next.Class.Has(Male|Female) && (!next.Class.Has(Title) || f.field(i+1)) && (end == 0 || f.field(end-1))
}

// causes reports whether the conjunction at i stands between two words that a body, whose name begins at
// first, may be for, the first of them an ordinary one: the Alliance for Progress and Renewal.
func (f *finder) causes(first, i int) bool {
	before, next := &f.t.Tokens[i-1], &f.t.Tokens[i+1]
	const others = Male | Female | Title | Role | Group | Org | OrgName | Place | Demonym | Closed | Determiner | Pronoun | Date
	if !f.joins(i-1, i+1) || before.Shape != Capital || next.Shape != Capital || !before.Class.Has(Common) || before.Class.Has(others) || next.Class.Has(others) || f.surname(i+1) {
		return false
	}
	return next.Class.Has(Common) || f.withArticle(first) < first && !f.nextCapital(i+1)
}

// listed reports whether the words from i on, with commas between, end with a
// conjunction and one more thing that the body is for.
func (f *finder) listed(first, i int) bool {
	t := f.t
	for k := i; k+1 < len(t.Tokens) && k < i+2*longestBody; k++ {
		switch {
		case t.Tokens[k].Class.Has(Conjunction) && t.Tokens[k].Shape == Lower:
			return f.charged(first, k) && f.fields(k)
		case t.Tokens[k].Punct == ',' && !f.field(k+1) || t.Tokens[k].Punct != ',' && !f.capital(k):
			return false
		}
	}
	return false
}

// deed reports whether token i is what a body does to whatever follows: Protection of
// Birds.
func (f *finder) deed(i int) bool { return f.t.Tokens[i].Trait&Deed != 0 }

// twofold reports whether the conjunction at i stands between the two things before
// the noun of one body: the Food and Drug Administration. Of two bodies, the first is
// no ordinary word.
func (f *finder) twofold(first, i int) bool {
	t := f.t
	before, next := &t.Tokens[i-1], &t.Tokens[i+1]
	if next.Sentence != before.Sentence || next.Quote != before.Quote || !f.capital(i+1) || before.Class.Has(Org|Place|Demonym) {
		return false
	}
	end := f.bodyEnd(i + 1)
	whole := end > 0 && (end == len(t.Tokens) || !f.capital(end))
	if f.field(i-1) && f.field(i+1) && (whole || !f.entitles(i+1)) {
		return true
	}
	if definite := first > 0 && t.Tokens[first-1].Class.Has(Definite) && t.Tokens[first-1].Sentence == before.Sentence; !definite || !whole || end < i+3 {
		return false
	}
	return before.Class.Has(Office) || before.Class.Has(Common) && !before.Class.Has(OrgName) ||
		first == i-1 && before.Class.Has(Male|Female) && next.Class.Has(Male|Female) // the Ann and Ben Lee Foundation
}

// ofHead reports whether the run [first, last) is the name of a body by a word inside
// it: the Staff Union of Universities, King’s College London.
func (f *finder) ofHead(first, last int) bool {
	t, joint := f.t, false
	for k := first; k < last; k++ {
		c := t.Tokens[k].Class
		switch {
		case k > first && f.without(k), k > first && (f.cause(first, k) || f.purpose(first, k)):
			joint = true
		case c.Has(Genitive) && k > first:
			joint = joint || f.bodyEnd(k+1) > 0
		case k > first && c.Has(Joint) && t.Tokens[k].Shape == Lower:
			of := t.Tokens[k-1].Class
			joint = joint || of.Has(OrgName) && !of.Has(Title|Role)
		case joint && c.Has(Title|Male|Female) && !c.Has(OrgName|Place|Office):
			return false // the name of somebody of that body
		}
	}
	return joint
}

// without reports whether token i, a preposition with a capital in running text, goes
// on the name of a body: Reporters Without Borders.
func (f *finder) without(i int) bool {
	t := f.t
	return i > 0 && i+1 < len(t.Tokens) && t.Tokens[i].Shape == Capital && t.Tokens[i].Trait&Sans != 0 &&
		!t.Heading(t.Tokens[i].Paragraph) && f.joins(i-1, i+1) && f.capital(i-1) && !t.Tokens[i+1].Class.Has(Date|Closed|Determiner)
}

// brand is the end of a name of one word that ends at i and has a genitive of its own,
// which stands before a verb of speech: Moody’s said. Else i. No text has such a name
// without the genitive.
func (f *finder) brand(first, i int) int {
	t := f.t
	if i != first+1 || i+1 >= len(t.Tokens) || !t.Tokens[i].Class.Has(Genitive) || t.Tokens[i].Shape == Mark || t.Tokens[first].Shape != Capital {
		return i
	}
	verb := &t.Tokens[i+1]
	said := verb.Class.Has(Core) && !verb.Class.Has(Present) || verb.Class.Has(Past) && verb.Class.Has(Report)
	if !said || verb.Shape != Lower || verb.Class.Has(Participle|Noun|CueNoun|Infinitive) || verb.Sentence != t.Tokens[first].Sentence || verb.Quote != t.Tokens[first].Quote ||
		i+2 < len(t.Tokens) && t.Tokens[i+2].Class.Has(To) || f.alone(t.Word(first)) {
		return i
	}
	return i + 1
}

// alone reports whether the text has a word with a capital without a genitive.
func (f *finder) alone(word string) bool {
	if f.bare == nil {
		f.bare = map[string]bool{}
		for i := range f.t.Tokens {
			if f.capital(i) && (i+1 == len(f.t.Tokens) || !f.t.Tokens[i+1].Class.Has(Genitive)) {
				f.bare[f.t.Word(i)] = true
			}
		}
	}
	return f.bare[word]
}

// entitles reports whether a title stands in the capitals from i on: the Trade and
// Industry Minister.
func (f *finder) entitles(i int) bool {
	for ; i < len(f.t.Tokens) && f.capital(i); i++ {
		if c := f.t.Tokens[i].Class; c.Has(Title) && !c.Has(Office) {
			return true
		}
	}
	return false
}
