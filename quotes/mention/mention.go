package mention

import (
	"strings"

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
	// small holds the words that running text has in small letters, and those
	// that it has with a capital where no sentence begins, once asked for.
	small, proper map[string]bool
	// bare holds the words with a capital that stand somewhere without a genitive;
	// nil until asked for.
	bare map[string]bool
	// unplaced holds those that stand somewhere as a place hardly does; nil until asked for.
	unplaced map[string]bool
}

// Find is every mention of the text, in order, none overlapping another.
func Find(t *Text) []Mention {
	f := &finder{t: t, out: make([]Mention, 0, len(t.Tokens)/8+4), surnames: map[string]bool{}, headed: headed(t)}
	f.surnamed()
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
	case tok.Class.Has(Possessive) && f.ownsNext(i):
		return i + 1 // "her lawyer" belongs to the lawyer
	case tok.Class.Has(Pronoun):
		return f.pronoun(i)
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
	return !next.Class.Has(Determiner|Participle|Negative) && next.Shape != Mark || f.heldRole(i+1)
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

// standsAlone reports whether a determiner is a source by itself: read one,
// another said.
func (f *finder) standsAlone(i int) bool {
	t := f.t
	if i == 0 || i+1 >= len(t.Tokens) || t.Tokens[i].Class.Has(Definite|Negative) {
		return false
	}
	next := &t.Tokens[i+1]
	if t.Tokens[i].Trait&Single != 0 && next.Shape == Lower && next.Class.Has(Core|Speech) && next.Sentence == t.Tokens[i].Sentence && next.Quote == t.Tokens[i].Quote {
		return !next.Class.Has(Noun | CueNoun)
	}
	if f.setApart(i) {
		return true
	}
	if !t.Tokens[i-1].Class.Has(Core) || t.Tokens[i-1].Shape != Lower {
		return false
	}
	return next.Shape == Mark || next.Class.Has(Preposition) && !next.Class.Has(Joint) && f.behindSpeech(i-1)
}

// setApart reports whether the determiner at i opens a sentence in which one out of several
// says something behind an aside: "Another, in Ohio, said".
func (f *finder) setApart(i int) bool {
	t := f.t
	if !f.opens(i) || t.Tokens[i].Trait&Single == 0 || t.Tokens[i+1].Punct != ',' {
		return false
	}
	for k := i + 2; k+1 < len(t.Tokens) && k < i+longestSetApart && t.Tokens[k].Sentence == t.Tokens[i].Sentence && t.Tokens[k].Quote == t.Tokens[i].Quote; k++ {
		if t.Tokens[k].Punct == ',' && t.Tokens[k+1].Shape == Lower && t.Tokens[k+1].Class.Has(Core|Speech) && !t.Tokens[k+1].Class.Has(Participle|Noun) {
			return true
		}
	}
	return false
}

// longestSetApart bounds the words of such an aside.
const longestSetApart = 16

// ownsNext tells the her of "her lawyer" from that of "told her to go": a word
// of running text that is a noun, or none of those that follow an object,
// stands behind it.
func (f *finder) ownsNext(i int) bool {
	if i+1 >= len(f.t.Tokens) {
		return false
	}
	tok, next := &f.t.Tokens[i], &f.t.Tokens[i+1]
	return next.Sentence == tok.Sentence && next.Quote == tok.Quote && next.Shape == Lower &&
		!next.Class.Has(Closed|Determiner|Possessive|Pronoun|Preposition|Adverb|Negative|Core) &&
		(next.Class.Has(Noun) || !next.Class.Has(Verb))
}

func (f *finder) pronoun(i int) int {
	tok := &f.t.Tokens[i]
	c := tok.Class
	if c.Has(Who) && i > 1 {
		f.whoever(i)
	}
	m := Mention{First: int32(i), Last: int32(i + 1), Head: int32(i), Kind: Pro, Definite: true}
	m.NameFirst, m.NameLast = m.First, m.Last
	switch {
	case c.Has(They) && f.oneOf(i):
		m.First, m.Kind, m.Definite = int32(i-2), Nominal, false // "one of them"
		m.Head, m.NameFirst = m.First, m.First
	case c.Has(He):
		m.Gender = MaleGender
	case c.Has(She):
		m.Gender = FemaleGender
	case c.Has(They | We):
		m.Plural = true
	}
	f.add(m)
	return i + 1
}

// whoever makes a person of the noun phrase before the "who" at i, whose noun the
// tables may not have: "a tea picker who", "a juror, who".
func (f *finder) whoever(i int) {
	k := i - 1
	if f.t.Tokens[k].Punct == ',' {
		k--
	}
	if !f.belongs(k) {
		f.unlisted(k, &f.t.Tokens[i])
	}
	if n := len(f.out); n > 0 && int(f.out[n-1].PrintLast) == k+1 && (f.out[n-1].Kind == Nominal || f.out[n-1].Kind == Body && !f.out[n-1].Plural && !f.ofPerson(n-1)) {
		f.out[n-1].Kind, f.out[n-1].Being = Nominal, Person // "an operator who"
	}
}

// ofPerson reports whether mention j, a body, is of the phrase for a person before it: the
// harbour of "an old man at the harbour who".
func (f *finder) ofPerson(j int) bool {
	return j > 0 && f.out[j-1].Kind == Nominal && f.out[j-1].Being == Person && f.out[j-1].PrintLast == f.out[j].PrintLast
}

// belongs reports whether the noun at i is of a phrase that goes on the last
// mention behind a preposition: the capital of "a juror in the capital".
func (f *finder) belongs(i int) bool {
	n, prep := len(f.out), f.phraseStart(i)-1
	return n > 0 && prep >= 0 && f.t.Tokens[prep].Class.Has(Preposition) && (int(f.out[n-1].PrintLast) == prep || int(f.out[n-1].PrintLast) == i+1)
}

// oneOf reports whether "one of" stands before token i.
func (f *finder) oneOf(i int) bool {
	t := f.t
	if i < 2 || t.Tokens[i-2].Sentence != t.Tokens[i].Sentence || t.Tokens[i-2].Quote != t.Tokens[i].Quote {
		return false
	}
	of, one := &t.Tokens[i-1], &t.Tokens[i-2]
	return of.Shape == Lower && of.Class.Has(Preposition) && of.Class.Has(Joint) && one.Class.Has(Determiner) && !one.Class.Has(Definite)
}

// capital reports whether token i can be part of a name.
func (f *finder) capital(i int) bool {
	tok := &f.t.Tokens[i]
	return tok.Shape == Capital || tok.Shape == AllCaps || tok.Shape == Initial
}

// startsName reports whether a name, perhaps after its title, starts at i.
func (f *finder) startsName(i int) bool {
	tok := &f.t.Tokens[i]
	if !f.capital(i) || tok.Class.Has(Genitive) || f.dated(i) {
		return false
	}
	if f.dateline(i) || f.zone(i) || f.party(i) || f.adjective(i) || f.shouted(i) || f.thing(i) {
		return false
	}
	if (tok.Class == 0 || tok.Class&^(OrgName|Place) == 0 && f.t.Heading(tok.Paragraph)) && tok.Shape == Capital && f.opens(i) && !f.surname(i) && !f.nextCapital(i) && f.inSmall(strings.ToLower(f.t.Word(i))) && !f.proper[f.t.Word(i)] {
		return false // "Goats were", where the text speaks of goats
	}
	if tok.Class.Has(Title | Male | Female | OrgName | Place | Demonym) {
		return !tok.Class.Has(Preposition|Determiner|Subordinate) &&
			(!tok.Class.Has(Auxiliary) || i+1 < len(f.t.Tokens) && f.capital(i+1) || f.surname(i) || f.acts(i+1) || f.inset(i))
	}
	if tok.Class.Has(Closed | Determiner | Possessive | Adverb | Negative) {
		return tok.Class.Has(Date) || f.closedGiven(i) || tok.Class.Has(Determiner) && f.all(i)
	}
	if tok.Shape == Initial {
		return i+1 < len(f.t.Tokens) && f.capital(i+1)
	}
	if f.opens(i) && tok.Class.Has(Common|Verb|Noun|CueNoun|Participle|Past) {
		if f.surname(i) || f.apposed(i) || f.without(i+1) || f.cause(i, i+1) || f.properPair(i) {
			return true
		}
		// "Police said": a noun that opens the sentence; "Analysts".
		return i+1 < len(f.t.Tokens) && f.capital(i+1) && (f.t.Tokens[i+1].Class.Has(OrgName|Place) || f.field(i) && f.t.Tokens[i+1].Class.Has(Role) || f.t.Tokens[i+1].Shape == Capital && f.bodyEnd(i+1) > 0 && !f.t.Heading(tok.Paragraph)) &&
			!tok.Class.Has(Verb|Noun|Participle|Past)
	}
	return true
}

// closedGiven reports whether token i is a first name though it has the form of a
// preposition or a conjunction: "the seller Nor Hayati", "said Per Lund".
func (f *finder) closedGiven(i int) bool {
	t := f.t
	return i > 0 && t.Tokens[i].Shape == Capital && !t.Tokens[i].Class.Has(Determiner|Possessive|Subject|Who|Negative) && !t.Heading(t.Tokens[i].Paragraph) &&
		t.Tokens[i-1].Shape == Lower && t.Tokens[i-1].Sentence == t.Tokens[i].Sentence && t.Tokens[i-1].Quote == t.Tokens[i].Quote &&
		f.nextCapital(i) && t.Tokens[i+1].Class&^(Male|Female) == 0
}

// nextCapital reports whether a word with a capital stands behind token i in its
// sentence.
func (f *finder) nextCapital(i int) bool {
	return i+1 < len(f.t.Tokens) && f.capital(i+1) && f.t.Tokens[i+1].Sentence == f.t.Tokens[i].Sentence && f.t.Tokens[i+1].Quote == f.t.Tokens[i].Quote
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

// all reports whether token i, a determiner with a capital behind an article, begins a
// name: the All Progressives Congress.
func (f *finder) all(i int) bool {
	t := f.t
	return i > 0 && i+1 < len(t.Tokens) && t.Tokens[i].Shape == Capital && t.Tokens[i-1].Class.Has(Definite) && t.Tokens[i-1].End+1 == t.Tokens[i].Start &&
		f.joins(i, i+1) && !t.Tokens[i+1].Class.Has(Title) && !t.Heading(t.Tokens[i].Paragraph)
}

// opens reports whether token i is the first word of its sentence.
func (f *finder) opens(i int) bool {
	for i > 0 {
		prev := &f.t.Tokens[i-1]
		if prev.Sentence != f.t.Tokens[i].Sentence {
			return true
		}
		if prev.Quote != f.t.Tokens[i].Quote {
			return i < 2 || f.t.Tokens[i-2].Punct != ',' // behind "…," goes the sentence on
		}
		if prev.Shape != Mark {
			return false
		}
		if prev.Punct == '"' || prev.Punct == '\'' || prev.Punct == ':' || prev.Punct == '-' || prev.Punct == '*' {
			return true
		}
		i--
	}
	return true
}

// adjective reports whether token i is a word like "Slovenia-born", which is of no name.
func (f *finder) adjective(i int) bool {
	if !f.hyphened(i) || i+1 >= len(f.t.Tokens) {
		return false
	}
	return f.t.Tokens[i+1].Shape != Mark || f.t.Tokens[i+1].Punct == ',' && i+2 < len(f.t.Tokens) && f.hyphened(i+2) // Oslo-born, Paris-based
}

// hyphened reports whether the word at i ends as "Slovenia-born" does.
func (f *finder) hyphened(i int) bool {
	word := f.t.Word(i)
	hyphen := strings.LastIndexByte(word, '-')
	return hyphen > 0 && f.t.Words.Trait(word[hyphen+1:])&Hyphened != 0 && 'a' <= word[hyphen+1] && word[hyphen+1] <= 'z'
}

// shouted reports whether token i is one of several words in capitals that make a
// sentence, as on a sign: "ANN ASKED FOR HELP", and no name.
func (f *finder) shouted(i int) bool {
	t := f.t
	if t.Tokens[i].Shape != AllCaps || t.Heading(t.Tokens[i].Paragraph) {
		return false
	}
	first, last, small := i, i, false
	for first > 0 && f.goesOnIn(first-1, i) {
		first--
	}
	for last < len(t.Tokens) && f.goesOnIn(last, i) {
		last++
	}
	for k := first; k < last; k++ {
		small = small || t.Tokens[k].Class.Has(Closed|Determiner) && !t.Tokens[k].Class.Has(Male|Female|OrgName|Particle)
	}
	return small && last-first >= leastShouted
}

// leastShouted is how many words in capitals make a sentence.
const leastShouted = 4

// goesOnIn reports whether token k is in capitals and near token i in its sentence.
func (f *finder) goesOnIn(k, i int) bool {
	a, b := &f.t.Tokens[k], &f.t.Tokens[i]
	return (a.Shape == AllCaps || a.Shape == Initial) && a.Sentence == b.Sentence && a.Quote == b.Quote && k > i-longestShout && k < i+longestShout
}

// longestShout bounds the words looked at.
const longestShout = 8

// labels reports whether token i opens its paragraph and speech follows it, at
// most behind a colon.
func (f *finder) labels(i int) bool {
	t := f.t
	if i != int(t.First[t.Tokens[i].Paragraph]) || t.Tokens[i].Quote >= 0 || i+2 >= len(t.Tokens) {
		return false
	}
	return t.Tokens[i+1].Quote >= 0 || t.Tokens[i+1].Punct == ':' && t.Tokens[i+2].Quote >= 0
}

// surname reports whether a person named before has token i as the surname.
func (f *finder) surname(i int) bool {
	_, known := f.surnames[f.t.Word(i)]
	return known
}

// acts reports whether token i is a finite verb of speech that no auxiliary can
// stand before: "Will wrote".
func (f *finder) acts(i int) bool {
	if i >= len(f.t.Tokens) {
		return false
	}
	t := &f.t.Tokens[i]
	return t.Shape == Lower && t.Class.Has(Verb) && !t.Class.Has(Infinitive|Participle)
}

// inset reports whether token i stands in running text between a comma and another mark:
// Will of "his brother, Will, said".
func (f *finder) inset(i int) bool {
	t := f.t
	return i > 0 && i+1 < len(t.Tokens) && t.Tokens[i].Shape == Capital && t.Tokens[i-1].Punct == ',' && t.Tokens[i+1].Shape == Mark && !t.Heading(t.Tokens[i].Paragraph)
}

// party reports whether token i is a party and a state in brackets: (I-Vt.)
func (f *finder) party(i int) bool {
	w := f.t.Word(i)
	return i > 0 && len(w) > 1 && w[1] == '-' && f.t.Tokens[i-1].Punct == '('
}

// given reports whether token i, which may be a date, is the first name before
// a surname: April Mellody.
func (f *finder) given(i int) bool {
	return f.t.Tokens[i].Class.Has(Male|Female) && i+1 < len(f.t.Tokens) && f.capital(i+1) && !f.t.Tokens[i+1].Class.Has(Date|Closed|Title)
}
