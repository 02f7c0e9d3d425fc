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
