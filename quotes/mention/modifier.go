package mention

// onlyModifies reports whether the word at i, which may be a noun, goes before another
// here and is none: the age of "a 29-year-old Berlin woman", the general of "a general
// rule".
func (f *finder) onlyModifies(i int) bool {
	t := f.t
	if i+2 >= len(t.Tokens) {
		return false
	}
	tok, next := &t.Tokens[i], &t.Tokens[i+1]
	if next.Sentence != tok.Sentence || next.Quote != tok.Quote {
		return false
	}
	if (tok.Class.Has(Age) || tok.Trait&Adjectival != 0) && f.capital(i+1) {
		end := f.run(i+1, i+1)
		return end > i+1 && f.attributive(i+1, end)
	}
	if f.beforePaper(i) {
		return true
	}
	return next.Shape == Lower && t.Tokens[i].Trait&Adjectival != 0 &&
		(!next.Class.Has(Verb) || next.Class.Has(Infinitive)) && !next.Class.Has(Closed|Determiner|Pronoun|Adverb|Negative|Past|PastBase|Present|Auxiliary|Preposition|Conjunction|Participle|Noun)
}

// longestLead bounds the words between the name of a body behind a verb and the role there
// of whoever speaks.
const longestLead = 5

// beforeRole reports whether the run [first, last) behind the verb of a speech is of the body
// whose role goes before a name: “…,” said Oversight ranking member Ann Lee.
func (f *finder) beforeRole(first, last int) bool {
	t := f.t
	if first == 0 || t.Tokens[first].Class.Has(Male|Female|Title) || !t.Tokens[first-1].Class.Has(Core) || t.Tokens[first-1].Shape != Lower || !f.behindSpeech(first-1) {
		return false
	}
	for k := last; k < last+longestLead && k+1 < len(t.Tokens); k++ {
		tok, next := &t.Tokens[k], &t.Tokens[k+1]
		if tok.Sentence != t.Tokens[first].Sentence || tok.Quote != t.Tokens[first].Quote || next.Sentence != tok.Sentence || next.Quote != tok.Quote ||
			tok.Shape == Mark && tok.Punct != '$' || tok.Class.Has(Determiner|Possessive|Pronoun|Auxiliary|Subordinate|Conjunction|Adverb|Preposition) {
			return false
		}
		if tok.Class.Has(Role|Title) && f.capital(k+1) && k > last && !next.Class.Has(Date|Place) {
			return true
		}
	}
	return false
}

// ofSide reports whether the run [first, last) behind an article goes before a noun that is
// a body only where it says something: the Harbour side of "the Harbour side claimed".
func (f *finder) ofSide(first, last int) bool {
	t := f.t
	if first == 0 || last+1 >= len(t.Tokens) || !t.Tokens[first-1].Class.Has(Definite) || t.Tokens[first-1].Sentence != t.Tokens[first].Sentence {
		return false
	}
	noun, verb := &t.Tokens[last], &t.Tokens[last+1]
	return noun.Shape == Lower && t.Tokens[last].Trait&SeldomBody != 0 && verb.Shape == Lower && verb.Class.Has(Core|Speech) && !verb.Class.Has(Noun|Participle|Infinitive) &&
		verb.Sentence == t.Tokens[first].Sentence && verb.Quote == t.Tokens[first].Quote
}

// trade reports whether the word at j, a participle by its form, is what the person at noun
// i does: the nursing of "a veterinary nursing student".
func (f *finder) trade(j, i, floor int) bool {
	t := f.t
	if j != i-1 || t.Tokens[j].Shape != Lower || !t.Tokens[j].Class.Has(Participle) || t.Tokens[j].Class.Has(Verb) || !t.Tokens[i].Class.Has(Role) || t.Tokens[i].Class.Has(Group) ||
		i+1 < len(t.Tokens) && f.capital(i+1) {
		return false
	}
	k := j - 1
	for k > floor && t.Tokens[k].Shape == Lower && t.Tokens[k].Class&^(Common|Past|ScareCue) == 0 {
		k--
	}
	return k >= floor && k < j-1 && t.Tokens[k].Shape != Mark && t.Tokens[k].Class.Has(Determiner) && t.Tokens[k].Sentence == t.Tokens[i].Sentence
}

// longestRank bounds the words between a people and the name of one of it.
const longestRank = 3

// nationality reports whether the word at i, of a people, only tells where somebody is from whose name follows a number or
// a rank that the tables need not have: British of "British number one Ann Lee".
func (f *finder) nationality(i, end int) bool {
	t := f.t
	if end != i+1 || !t.Tokens[i].Class.Has(Demonym) || t.Tokens[i].Class.Has(Male|Female) || t.Words.Plural(t.Word(i)) {
		return false
	}
	for k := end; k+1 < len(t.Tokens) && k < end+longestRank; k++ {
		tok := &t.Tokens[k]
		if tok.Shape != Lower && tok.Shape != Number || tok.Class.Has(Core|Auxiliary|Past|Present|Conjunction|Preposition|Who|That|Genitive|Possessive) || tok.Sentence != t.Tokens[i].Sentence {
			return false
		}
		if f.capital(k + 1) {
			return k > end || tok.Shape == Number
		}
	}
	return false
}

// ofRecords reports whether the noun at i, which opens its sentence with a capital that could be a body's, only tells of what
// the things behind it are: "Campaign records reviewed by Lee show".
func (f *finder) ofRecords(i, end int) bool {
	t := f.t
	if end != i+1 || end+1 >= len(t.Tokens) || !t.Tokens[i].Class.Has(OrgName) || t.Tokens[i].Shape != Capital || !f.opens(i) || f.surname(i) {
		return false
	}
	things, verb := &t.Tokens[end], &t.Tokens[end+1]
	return things.Shape == Lower && verb.Shape == Lower && verb.Sentence == t.Tokens[i].Sentence && !things.Class.Has(Closed|Auxiliary|Past|Core|Adverb|Preposition) &&
		t.Words.Plural(t.Word(end)) && verb.Class.Has(Past|Participle|Core|Auxiliary|Verb)
}

// basedIn is the end of where the body is whose noun follows, behind an article: of Boise, Idaho-based in "the Boise,
// Idaho-based chain". end: the run [i, end) is no such place.
func (f *finder) basedIn(i, end int) int {
	t := f.t
	if end+2 < len(t.Tokens) && t.Tokens[end].Punct == ',' && f.hyphened(end+1) && f.withArticle(i) < i && t.Tokens[end+2].Shape == Lower && t.Tokens[end+2].Sentence == t.Tokens[i].Sentence {
		return end + 2
	}
	return end
}
