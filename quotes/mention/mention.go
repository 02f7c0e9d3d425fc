package mention

import (
	"onrecord/quotes"
)

// Kind is what sort of phrase a mention is.
type Kind uint8

// The kinds.
const (
	Name     Kind = iota // of a person, a body or a place
	Nominal              // one person by role: the spokeswoman
	Several              // officials, analysts
	Body                 // the ministry, the company
	Document             // the statement, a report
	Pro                  // a pronoun
	Label                // NAME: before a speech
)

// Gender is what the text tells of a person's gender.
type Gender uint8

// The genders.
const (
	Unknown Gender = iota
	MaleGender
	FemaleGender
)

// Clashes reports whether both are known and nobody has both.
func (g Gender) Clashes(other Gender) bool { return g != Unknown && other != Unknown && g != other }

// Being is what a name names, as far as its form tells.
type Being uint8

// What a name can name.
const (
	Undecided Being = iota
	Person
	Organisation
	Location
	People // Republicans, Russians
)

// Mention is a phrase that names a possible speaker. First to Last are its
// tokens, half open: a name with its title, a noun phrase with its determiner.
type Mention struct {
	First, Last int32
	// NameFirst and NameLast are a name's tokens without title and suffix.
	NameFirst, NameLast int32
	// PrintLast ends the phrase with its complement: "a spokesman for the bank".
	PrintLast int32
	// Head is the last word of the name, or the noun.
	Head int32
	// RoleFirst and RoleLast are the role printed with a name, if there is one.
	RoleFirst, RoleLast int32

	Sentence, Paragraph, Quote int32

	Kind   Kind
	Being  Being
	Gender Gender
	Plural bool
	// Definite: "the minister"; otherwise "a minister", "one minister".
	Definite bool
	// Owner: the mention is a possessor, as Kim in "Kim's envoy".
	Owner bool
	// Owned: it has a possessor before it, as the envoy there.
	Owned bool
	// Governed: a preposition stands before it.
	Governed bool
}

// Span is where the mention stands, in bytes.
func (m *Mention) Span(t *Text) quotes.Span { return t.Span(int(m.First), int(m.Last)) }

// FirstPerson reports whether mention m is an I, or a me.
func (t *Text) FirstPerson(m *Mention) bool {
	return m.Kind == Pro && t.Tokens[m.First].Class.Has(I)
}

// finder walks over the tokens once, from left to right.
type finder struct {
	t   *Text
	out []Mention
	// surnames holds the last words of the people's names found so far: "Small"
	// at the start of a sentence is a name behind "Marty Small". It tells
	// whether a first name stood before, as it does in "Martin Baron".
	surnames map[string]bool
	// runFirst and runLast are the last run of capitals that turned out to
	// modify the noun behind it.
	runFirst, runLast int
	// fieldFirst is where the fields of an office begin whose last one is read at
	// fieldNext: "Health and" before "Human Services Secretary Ann Lee".
	fieldFirst, fieldNext int
	// headed is the paragraph that a place and a colon open, -1 for none.
	headed int32
	// small holds the unknown words that running text has in small letters, and those
	// that it has with a capital where no sentence begins, once asked for.
	small, proper map[string]bool
	// properPairs holds the pairs of words that it has so, of which the first is in a table; nil until
	// asked for.
	properPairs map[[2]string]bool
	// bare holds the words with a capital that stand somewhere without a genitive;
	// nil until asked for.
	bare map[string]bool
	// unplaced holds those that stand somewhere as a place hardly does; nil until asked for.
	unplaced map[string]bool
}

// Find is every mention of the text, in order, none overlapping another.
func Find(t *Text) []Mention {
	f := &finder{t: t, out: make([]Mention, 0, len(t.Tokens)/6+8), surnames: map[string]bool{}, headed: headed(t)}
	f.surnamed()
	f.partDatelines()
	for i := 0; i < len(t.Tokens); {
		next := f.at(i)
		if next <= i {
			next = i + 1
		}
		i = next
	}
	return f.out
}

// at finds the mention that starts at or holds token i, and returns the token
// to go on at.
func (f *finder) at(i int) int {
	t := f.t
	tok := &t.Tokens[i]
	if end, of := f.fixed(i); end > i {
		return f.fixedName(i, end, of)
	}
	switch {
	case tok.Shape == Mark || tok.Class.Has(Genitive):
		return i + 1
	case tok.Class.Has(Question) && tok.Shape == Initial && i == int(t.First[tok.Paragraph]):
		return i + 1 // "Q. When did you see it?"
	case tok.Class.Has(Answer) && f.labels(i):
		f.add(Mention{First: int32(i), Last: int32(i + 1), Head: int32(i), NameFirst: int32(i), NameLast: int32(i + 1), Kind: Label, Being: Person})
		return i + 1
	case tok.Class.Has(Possessive) && f.ownsWords(i):
		return f.pronoun(i)
	case tok.Class.Has(Possessive) && f.ownsNext(i):
		return i + 1 // "her lawyer" belongs to the lawyer
	case tok.Class.Has(Pronoun):
		return f.pronoun(i)
	case tok.Shape == AllCaps && tok.Class.Has(Org) && i > 0 && f.modifier(i-1):
		return f.noun(i) // "Norland state TV"
	case f.startsName(i):
		if end := f.national(i); end > i {
			return end
		}
		return f.name(i)
	case tok.Class.Has(Noun|Age) && (tok.Shape != Capital || f.opens(i)):
		if n := len(f.out); n > 0 && int(f.out[n-1].Last) == i && f.out[n-1].Kind == Name && f.predicate(int(f.out[n-1].NameFirst), i) {
			return i + 1
		}
		return f.noun(i)
	case tok.Class.Has(Determiner) && f.standsAlone(i):
		f.add(Mention{First: int32(i), Last: int32(i + 1), Head: int32(i), NameFirst: int32(i), NameLast: int32(i + 1), PrintLast: int32(f.complement(i + 1)), Kind: Nominal})
		return i + 1
	case tok.Class.Has(According) && i+1 < len(t.Tokens) && t.Tokens[i+1].Class.Has(To):
		return f.nounBehind(i + 1)
	case f.unseen(i) || f.made(i):
		return f.noun(i)
	case f.participial(i):
		f.add(Mention{First: int32(i - 1), Last: int32(i + 1), Head: int32(i), NameFirst: int32(i - 1), NameLast: int32(i + 1), Kind: Nominal, Being: Person, Definite: true})
		return i + 1
	case f.itSays(i):
		f.unlisted(i, &t.Tokens[i+1])
		return i + 1
	case (tok.Class.Has(Verb) || tok.Trait&Issues != 0) && tok.Shape == Lower && i > 0:
		f.bareNoun(i)
		return f.saidNoun(i)
	}
	return i + 1
}

// add takes m for one of the mentions, in the place of those it holds; where it begins
// inside the last, that one stays.
func (f *finder) add(m Mention) {
	tok := &f.t.Tokens[m.First]
	m.Sentence, m.Paragraph, m.Quote = tok.Sentence, tok.Paragraph, tok.Quote
	if m.PrintLast < m.Last {
		m.PrintLast = m.Last
	}
	if int(m.Last) < len(f.t.Tokens) && f.t.Tokens[m.Last].Class.Has(Genitive) && f.possessive(int(m.Last)) {
		m.Owner = true
	}
	m.Governed = m.Governed || f.governed(int(m.First), int(m.PrintLast)) || f.ofGoverned(&m) || f.completes(&m)
	// Some readings look back: "three of them" holds what "said three" gave.
	for n := len(f.out); n > 0 && f.out[n-1].First >= m.First && f.out[n-1].Last <= m.Last; n-- {
		f.out = f.out[:n-1]
	}
	if n := len(f.out); n > 0 && f.out[n-1].Last > m.First {
		return
	}
	f.out = append(f.out, m)
}

// unseen reports whether token i is heard of somebody unseen: "a voice from the gallery",
// "a voice said", but not "in a low voice".
func (f *finder) unseen(i int) bool {
	t := f.t
	if t.Tokens[i].Shape != Lower || t.Tokens[i].Trait&Unseen == 0 || i == 0 || i+1 >= len(t.Tokens) {
		return false
	}
	first, next := f.phraseStart(i), &t.Tokens[i+1]
	lead := t.Tokens[first].Class
	return lead.Has(Determiner) && !lead.Has(Definite) && !f.governed(first, i+1) && next.Sentence == t.Tokens[i].Sentence && next.Class.Has(Preposition|Verb)
}

// participial reports whether token i is a participle for a person: "the accused replied", but not "the accused
// man".
func (f *finder) participial(i int) bool {
	t := f.t
	tok := &t.Tokens[i]
	if tok.Shape != Lower || i == 0 || !t.Tokens[i-1].Class.Has(Definite) || t.Tokens[i-1].Sentence != tok.Sentence || i+1 >= len(t.Tokens) || i > 1 && t.Tokens[i-2].Class.Has(Preposition) || !t.Words.Person(t.Word(i)) {
		return false // "a lawyer for the accused, Ann Lee,"
	}
	next := &t.Tokens[i+1]
	return next.Sentence != tok.Sentence || next.Quote != tok.Quote || next.Shape == Mark || next.Shape == Lower && next.Class.Has(Verb|Auxiliary|Past|Preposition|Adverb|Who|Genitive)
}

// made reports whether token i is a text, though it seldom is one, of which is told who
// made it: "an order issued by the warden".
func (f *finder) made(i int) bool {
	t := f.t
	if t.Tokens[i].Shape != Lower || t.Tokens[i].Trait&SeldomText == 0 || i == 0 || i+1 >= len(t.Tokens) || t.Tokens[i+1].Sentence != t.Tokens[i].Sentence {
		return false
	}
	next := t.Tokens[i+1].Trait
	return t.Tokens[f.phraseStart(i)].Class.Has(Determiner|Possessive) && (next&(Writes|Issues|Source) != 0 || t.Tokens[i+1].Class.Has(By))
}
