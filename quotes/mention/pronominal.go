package mention

// pronominal are the pronouns that are also surnames: He Yichen, You Si-kun.
const pronominal = He | She | You

// surnamed takes the pronouns that are surnames for names, in the whole text and
// before anything is read: those that a given name follows, those behind a title,
// and, where one of them stands, each like it inside a sentence: "the elder He".
func (f *finder) surnamed() {
	known := map[string]bool{}
	for i := range f.t.Tokens {
		if f.writtenAsName(i) && (f.leadsGiven(i) || f.behindTitle(i)) {
			known[f.t.Word(i)] = true
			f.t.Tokens[i].Class = 0
		}
	}
	for i := range f.t.Tokens {
		if known[f.t.Word(i)] && f.writtenAsName(i) && !f.opens(i) {
			f.t.Tokens[i].Class = 0
		}
	}
}

// writtenAsName reports whether token i is a pronoun in the form of a subject that
// has a capital in running text.
func (f *finder) writtenAsName(i int) bool {
	tok := &f.t.Tokens[i]
	return tok.Shape == Capital && tok.Class.Has(pronominal) && tok.Class.Has(Subject) && !f.t.Heading(tok.Paragraph)
}

// leadsGiven reports whether a given name follows the pronoun at i. One that opens
// its sentence is followed by what a name is followed by too, a verb or an apposition:
// "He Shouren, 82", but not "He Googled the town".
func (f *finder) leadsGiven(i int) bool {
	t := f.t
	if !f.nextCapital(i) || t.Tokens[i+1].Shape != Capital {
		return false
	}
	if !f.opens(i) {
		return t.Tokens[i+1].Class&^(Male|Female|Place|Common) == 0
	}
	if t.Tokens[i+1].Class != 0 || i+3 >= len(t.Tokens) {
		return false
	}
	next, lead := &t.Tokens[i+2], &t.Tokens[i+3]
	return next.Shape == Lower && next.Class.Has(Verb|Auxiliary|Past) && !next.Class.Has(Preposition|Adverb|Determiner|Participle) ||
		next.Class.Has(Genitive) ||
		next.Punct == ',' && (lead.Shape == Number || lead.Shape == Lower && lead.Class.Has(Determiner|Who))
}

// behindTitle reports whether a title stands before the pronoun at i: "Mr. He".
func (f *finder) behindTitle(i int) bool {
	return !f.opens(i) && f.capital(i-1) && f.t.Tokens[i-1].Class.Has(TitleMale|TitleFemale) && !f.t.Tokens[i-1].Class.Has(Noun)
}
