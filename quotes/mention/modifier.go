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
	if tok.Class.Has(Age) && f.capital(i+1) {
		end := f.run(i+1, i+1)
		return end > i+1 && f.attributive(i+1, end)
	}
	return next.Shape == Lower && t.Words.Trait(t.Word(i))&Adjectival != 0 &&
		(!next.Class.Has(Verb) || next.Class.Has(Infinitive)) && !next.Class.Has(Closed|Determiner|Pronoun|Adverb|Negative|Past|PastBase|Present|Auxiliary|Preposition|Conjunction|Participle|Noun)
}
