package mention

import (
	"slices"
	"strings"
)

// maxPhrase is how many words a noun phrase may have before its noun.
const maxPhrase = 7

// noun reads the noun phrase whose noun is at or behind i, when no capitalised
// run claims it: "the spokeswoman", "a senior police official".
func (f *finder) noun(i int) int {
	t := f.t
	last := i
	// The last noun of a row is the head: "campaign manager".
	for f.compound(last, last+1) {
		last++
	}
	if f.deputy(last) {
		last += 2
	} else {
		last = f.unlistedRole(f.aged(f.spread(last)))
	}
	head := &t.Tokens[last]
	if f.onlyModifies(last) {
		return last + 1
	}
	if last+1 < len(t.Tokens) {
		next := &t.Tokens[last+1]
		if next.Shape == Lower && next.Sentence == head.Sentence && (next.Class.Has(Thing) && !next.Class.Has(Core) && !f.governing(last+1) ||
			head.Class.Has(Determiner) && !next.Class.Has(Closed|Verb|Adverb|Phrasal)) {
			return last + 1 // "a press conference", "a few days"
		}
		if next.Shape == Capital && next.Class.Has(Title|Role) && next.Sentence == head.Sentence && next.Quote == head.Quote {
			return last + 1 // "party Chairman Ann Lee"
		}
		if head.Class.Has(Org) && next.Shape == Capital && next.Sentence == head.Sentence && next.Quote == head.Quote &&
			!next.Class.Has(Date|Closed|Determiner) && f.startsName(last+1) {
			return last + 1 // "the opposition Progress Party"
		}
	}
	first := f.phraseStart(i)
	m := Mention{First: int32(first), Last: int32(last + 1), Head: int32(last), NameFirst: int32(first), NameLast: int32(last + 1)}
	f.kind(&m, head.Class|t.Tokens[i].Class&Age)
	lead := &t.Tokens[first]
	m.Definite = lead.Class.Has(Definite) || lead.Class.Has(Possessive) || f.entitled(first)
	if f.ownedAt(first) {
		m.Owned, m.Definite = true, true
	}
	if lead.Class.Has(Possessive) {
		m.Owned = true
	}
	if m.Owned && m.Kind == Body && head.Class.Has(Medium) {
		m.Kind, m.Being = Document, Undecided // "its website": of somebody
	}
	if lead.Class.Has(Preposition) {
		m.Governed = true
	}
	m.PrintLast = int32(f.complement(last + 1))
	if m.Kind == Document && first == last && last+1 < len(t.Tokens) && t.Tokens[last+1].Shape == Number && t.Tokens[last+1].Sentence == lead.Sentence {
		m.PrintLast = int32(last + 2) // Article 33
	}
	if end := f.officeEnd(last); end > 0 && int(m.PrintLast) > last+2 {
		m.Last = m.PrintLast // "the secretary of state"
		last = int(m.Last) - 1
	}
	f.add(m)
	return last + 1
}

// governing reports whether token i, a noun or a verb, is a verb before its object:
// calls in "the petition calls the closure".
func (f *finder) governing(i int) bool {
	t := f.t
	if !t.Tokens[i].Class.Has(Verb|Present) || i+1 >= len(t.Tokens) || t.Tokens[i+1].Sentence != t.Tokens[i].Sentence {
		return false
	}
	next := &t.Tokens[i+1]
	return next.Shape != Mark && next.Class.Has(Determiner|Possessive|Pronoun|That) || next.Quote != t.Tokens[i].Quote
}

// officeEnd is the token behind the office of the role at i, "secretary of
// state"; 0 if there is none, as in "brother of Lands Minister Ann Lee" and "a
// spokesman for Heritage Watch".
func (f *finder) officeEnd(i int) int {
	t, k := f.t, i+2
	for k < len(t.Tokens) && t.Tokens[k].Class.Has(Office) && t.Tokens[k].Sentence == t.Tokens[i].Sentence {
		k++
	}
	if k == i+2 || k < len(t.Tokens) && f.capital(k) && t.Tokens[k].Class.Has(Title|OrgName) && t.Tokens[k].Sentence == t.Tokens[i].Sentence {
		return 0
	}
	return k
}

// deputy reports whether the role at i goes on over an adjective: the deputy
// prime minister.
func (f *finder) deputy(i int) bool {
	t := f.t
	if i+2 >= len(t.Tokens) || !t.Tokens[i].Class.Has(Role) || t.Tokens[i+2].Sentence != t.Tokens[i].Sentence || t.Tokens[i+2].Quote != t.Tokens[i].Quote {
		return false
	}
	a, b := &t.Tokens[i+1], &t.Tokens[i+2]
	return a.Shape == Lower && a.Class&^Common == 0 && b.Shape == Lower && b.Class.Has(Role) && !b.Class.Has(Verb|Determiner)
}

// longestSpread bounds the words between two nouns of one phrase.
const longestSpread = 2

// spread is the noun that a phrase with the noun at i ends with, where words that
// the tables do not know stand between: a law enforcement official. A single person
// or body needs an article of its own, so that none begins there. i: there is none.
func (f *finder) spread(i int) int {
	t := f.t
	for j := i + 1; j < len(t.Tokens) && j <= i+1+longestSpread; j++ {
		tok := &t.Tokens[j]
		if tok.Shape != Lower || tok.Sentence != t.Tokens[i].Sentence || tok.Quote != t.Tokens[i].Quote {
			return i
		}
		if j > i+1 && tok.Class.Has(Role|Org) && !tok.Class.Has(Verb|Determiner|Group|Medium) {
			for f.compound(j, j+1) {
				j++
			}
			return j
		}
		if tok.Class&^(Common|Thing|Office|Past) != 0 {
			return i
		}
	}
	return i
}

// aged is the noun that follows the age at i, which the tables need not have, where
// what stands behind shows it to be one: "a 24-year-old parcel sorter who". i: there
// is none.
func (f *finder) aged(i int) int {
	t := f.t
	last := i
	for t.Tokens[i].Class.Has(Age) && last+1 < len(t.Tokens) && last < i+longestSpread && f.unknown(last+1, i) {
		last++
	}
	if last == i || last+1 == len(t.Tokens) || t.Tokens[last+1].Sentence != t.Tokens[i].Sentence {
		return i
	}
	behind := &t.Tokens[last+1]
	if behind.Punct == ',' || behind.Class.Has(Who|Verb|Past|Auxiliary) || behind.Class.Has(Preposition) && last > i+1 {
		return last
	}
	return i // "the 43-year-old swam"
}

// unlistedRole is the noun behind that of a body at i which the tables need not have, where
// a name in apposition shows that somebody is called so: "the harbour lampwright, Ann
// Lee". i: there is none.
func (f *finder) unlistedRole(i int) int {
	t := f.t
	if t.Tokens[i].Class.Has(Org) && i+3 < len(t.Tokens) && f.unknown(i+1, i) && t.Tokens[i+2].Punct == ',' && f.capital(i+3) && t.Tokens[i+3].Sentence == t.Tokens[i].Sentence {
		return i + 1
	}
	return i
}

// unknown reports whether token k, of the sentence of token i, is a word in lower case
// that no table has.
func (f *finder) unknown(k, i int) bool {
	x := &f.t.Tokens[k]
	return x.Shape == Lower && x.Class == 0 && x.Sentence == f.t.Tokens[i].Sentence && x.Quote == f.t.Tokens[i].Quote
}

// compound reports whether the noun at j belongs to the phrase that the noun
// at i belongs to.
func (f *finder) compound(i, j int) bool {
	if j >= len(f.t.Tokens) {
		return false
	}
	a, b := &f.t.Tokens[i], &f.t.Tokens[j]
	if b.Class.Has(Present) && (j+1 >= len(f.t.Tokens) || !f.t.Tokens[j+1].Class.Has(Verb|Auxiliary)) {
		return false // "the group reports that"
	}
	return b.Class.Has(Noun) && b.Shape == Lower && a.Sentence == b.Sentence && a.Quote == b.Quote &&
		!b.Class.Has(Core|Determiner) && !(b.Class.Has(Verb) && a.Class.Has(Role|Group))
}

// national is the token behind "the Croat", of which it makes a mention where no
// noun goes on the phrase, and i is its first capital; i if there is none.
func (f *finder) national(i int) int {
	t := f.t
	if i == 0 || !t.Tokens[i-1].Class.Has(Determiner) || t.Tokens[i-1].Sentence != t.Tokens[i].Sentence {
		return i
	}
	last := i
	for f.joins(i, last+1) && (t.Tokens[last].Class.Has(Place|Demonym) || t.Words.Party(strings.ToLower(t.Word(last+1))) != "" && t.Tokens[last].Class.Has(Common)) {
		last++ // "the South African", "the Nebraska Republican", "the Social Democrat"
	}
	if !t.Tokens[last].Class.Has(National) || last+1 >= len(t.Tokens) {
		return i
	}
	next := &t.Tokens[last+1]
	if next.Shape != Mark && (next.Shape != Lower || next.Class.Has(Noun) || !next.Class.Has(Verb|Past|Auxiliary|Who|Adverb)) || next.Punct == '-' {
		return i
	}
	f.add(Mention{
		First: int32(i - 1), Last: int32(last + 1), Head: int32(last), NameFirst: int32(i - 1), NameLast: int32(last + 1),
		Kind: Nominal, Being: Person, Definite: t.Tokens[i-1].Class.Has(Definite),
	})
	return last + 1
}

// kind sets what the noun names.
func (f *finder) kind(m *Mention, c Class) {
	switch {
	case f.t.Words.Trait(f.t.Word(int(m.Head)))&SeldomText != 0 && c&Noun == 0:
		m.Kind = Document
	case c&(Noun|Age) == 0:
		m.Kind, m.Being = Nominal, Person // a voice
	case c.Has(Role|Age) && !(c.Has(Medium|Org) && !c.Has(Age)) || c.Has(Role) && !c.Has(Medium):
		m.Kind, m.Being = Nominal, Person
		switch {
		case c.Has(RoleMale):
			m.Gender = MaleGender
		case c.Has(RoleFemale):
			m.Gender = FemaleGender
		}
	case c.Has(Group):
		m.Kind, m.Being, m.Plural = Several, People, true
	case c.Has(Org):
		m.Kind, m.Being = Body, Organisation
	default:
		m.Kind = Document
	}
}

// phraseStart walks from a noun to the start of its phrase.
func (f *finder) phraseStart(i int) int {
	t := f.t
	head := &t.Tokens[i]
	floor := max(0, i-maxPhrase)
	if n := len(f.out); n > 0 {
		floor = max(floor, int(f.out[n-1].Last))
	}
	first := i
	for j := i - 1; j >= floor; j-- {
		if j == f.runLast-1 && j > f.runFirst && f.runFirst >= floor {
			first, j = f.runFirst, f.runFirst // "Department of Health spokesman"
			continue
		}
		tok := &t.Tokens[j]
		if tok.Shape == Mark || tok.Sentence != head.Sentence || tok.Quote != head.Quote || tok.Class.Has(Genitive) {
			break
		}
		if tok.Class.Has(Determiner | Possessive) {
			first = j
			if j > floor && tok.Class.Has(Determiner) && t.Tokens[j-1].Class.Has(Determiner) && t.Tokens[j-1].Sentence == head.Sentence &&
				t.Tokens[j-1].Shape != Mark {
				continue // "the two", "one of"
			}
			break
		}
		if tok.Class.Has(Participle) && tok.Shape == Lower && !tok.Class.Has(Verb) && j > floor && t.Tokens[j-1].Class.Has(Determiner|Possessive|Genitive) {
			first = j
			continue // "the acting chairwoman"
		}
		if f.trade(j, i, floor) {
			first = j
			continue
		}
		if tok.Class.Has(Adverb) && tok.Shape == Lower && !tok.Class.Has(Closed|Verb|Negative) && j > floor &&
			(t.Tokens[j-1].Class.Has(Definite) || t.Words.Trait(t.Word(j-1))&Former != 0) && t.Tokens[j-1].Shape != Mark {
			first = j
			continue // "the second official", "the openly gay mayor"
		}
		if tok.Shape == Lower && tok.Class.Has(Verb) && j > floor && t.Tokens[j-1].Class.Has(Determiner) && t.Tokens[j-1].Shape != Mark && !tok.Class.Has(Closed|Past|PastBase) && f.noVerb(j) {
			first = j
			continue // "a state inspector"
		}
		if j == i-1 && f.modifier(j) {
			first = j
			continue
		}
		if tok.Class.Has(Closed|Adverb|Negative) || tok.Class.Has(Core|Participle|Present) && tok.Shape == Lower {
			break
		}
		if tok.Class.Has(Verb) && tok.Shape == Lower && !tok.Class.Has(Noun|Common) {
			break
		}
		first = j
	}
	// A phrase without a determiner keeps only what surely modifies the noun.
	if !t.Tokens[first].Class.Has(Determiner | Possessive) {
		for first < i && t.Tokens[first].Shape == Lower && t.Tokens[first].Class.Has(Verb) {
			first++
		}
		if n := len(f.out); n > 0 && first < i && int(f.out[n-1].Last) == first && t.Tokens[first].Shape == Lower {
			first++ // "the relatives held signs"
		}
		for j := i - 1; j >= first; j-- {
			if t.Tokens[j].Class.Has(Past) && !t.Tokens[max(j-1, 0)].Class.Has(Genitive) {
				first = j + 1 // "Lee rallied supporters"
				break
			}
		}
	}
	return first
}

// complement is the end of "for the bank" behind a noun that ends at i, or i.
func (f *finder) complement(i int) int {
	t := f.t
	if i+1 >= len(t.Tokens) {
		return i
	}
	if t.Words.Trait(t.Word(i))&Bound != 0 && t.Tokens[i].Shape == Lower && i+2 < len(t.Tokens) && t.Tokens[i].Sentence == t.Tokens[i-1].Sentence {
		if end := f.governs(i + 1); end > i+1 {
			return end // "a person familiar with the plan"
		}
		return i
	}
	if f.t.Tokens[i].Class.Has(As) {
		return i // "the prosecution as the supplier"
	}
	return f.placeBehind(f.governs(i), i)
}

// governs is the end of what the preposition at i, behind a noun or its
// adjective, governs; i if there is nothing.
func (f *finder) governs(i int) int {
	t := f.t
	prep := &t.Tokens[i]
	if !prep.Class.Has(Preposition) || prep.Shape != Lower || prep.Sentence != t.Tokens[i-1].Sentence || prep.Quote != t.Tokens[i-1].Quote {
		return i
	}
	end, named, j := i, false, i+1
	for ; j < len(t.Tokens) && j < i+9; j++ {
		tok := &t.Tokens[j]
		if tok.Sentence != prep.Sentence || tok.Quote != prep.Quote {
			break
		}
		if tok.Class.Has(Genitive) || tok.Punct == '&' && f.capital(j-1) {
			continue
		}
		if tok.Shape == Mark || tok.Class.Has(Subject|Auxiliary|Subordinate|Date|PastBase) || tok.Class.Has(Verb) && tok.Shape == Lower && !tok.Class.Has(Noun|Office) && !f.possessed(j) && !(t.Tokens[j-1].Class.Has(Definite) && f.noVerb(j)) {
			break
		}
		if tok.Class.Has(Preposition|Conjunction) && (!tok.Class.Has(Joint) || named && !f.capital(j-1)) {
			break
		}
		if f.capital(j) && t.Tokens[j-1].Class.Has(Office) && t.Tokens[j-1].Shape == Lower {
			break // "secretary of state Ann Lee"
		}
		if j == i+2 && f.named(j) && prep.Class.Has(Joint) && !t.Tokens[j-1].Class.Has(Org|Group|Role|Closed|Determiner) {
			return j // "director of competitions Ann Lee"
		}
		if f.capital(j) || tok.Class.Has(Noun|Office) || f.possessed(j) || end == j && named && (tok.Class.Has(Thing) || f.goesOn(j)) || j == i+1 && tok.Class.Has(Pronoun) && t.Words.Trait(t.Word(i-1))&Bound != 0 { // "close to him"
			end, named = j+1, true
		}
		if tok.Class.Has(Medium) && !tok.Class.Has(Role|Org) && t.Words.Trait(t.Word(i))&Via != 0 && !t.Tokens[i-1].Class.Has(Medium) {
			return i // "her lawyers in a court filing"
		}
	}
	if f.lastNoun(end, j, end == i && !prep.Class.Has(To|As)) {
		return j
	}
	return end
}

// goesOn reports whether the word at j, which no table has as anything but a word, goes
// on a noun phrase behind an adjective of a place or a possessed noun: "a European
// pension plan", "the town's affairs division".
func (f *finder) goesOn(j int) bool {
	before, tok := &f.t.Tokens[j-1], &f.t.Tokens[j]
	return tok.Shape == Lower && tok.Class&^(Common|Thing|Office) == 0 && (before.Class.Has(National) || before.Class.Has(Demonym) && !before.Class.Has(Place) || f.possessed(j-1))
}

// lastNoun reports whether the words from end on, before a verb at k, end with the
// noun of what a preposition governs, which the tables do not have: "a group of 14
// ticket holders said", "the commission of inquiry said". Where there is no other noun
// yet, a mark may stand at k.
func (f *finder) lastNoun(end, k int, only bool) bool {
	t := f.t
	if k <= end || k >= len(t.Tokens) {
		return false
	}
	next, noun := &t.Tokens[k], &t.Tokens[k-1]
	if noun.Shape != Lower || noun.Class&^(Common|Thing|Office) != 0 || next.Sentence != noun.Sentence {
		return false
	}
	return next.Shape == Lower && next.Class.Has(Verb|Auxiliary|Past) && !next.Class.Has(Participle|Noun) && next.Quote == noun.Quote ||
		only && next.Shape == Mark && next.Punct != '-' && next.Punct != '\''
}

// possessed reports whether the word at j, which the tables do not know, is what
// somebody has, or what a name modifies: "the governor's dilemma", "the Blue Cross
// plans,".
func (f *finder) possessed(j int) bool {
	t := f.t
	tok := &t.Tokens[j]
	switch {
	case tok.Shape != Lower:
		return false
	case t.Tokens[j-1].Class.Has(Definite) && t.Tokens[j-1].Shape == Lower && t.Words.Trait(t.Word(j-2))&Via == 0:
		return tok.Class&^(Common|Thing) == 0 && !tok.Class.Has(Closed) && j+1 < len(t.Tokens) && t.Tokens[j+1].Class.Has(Core) && !t.Tokens[j+1].Class.Has(Participle)
	case t.Tokens[j-1].Class.Has(Genitive):
		if j > 1 && !f.capital(j-2) && !t.Tokens[j-2].Class.Has(Noun) {
			return false // "five months' probation"
		}
		return tok.Class&^(Common|Thing) == 0 || tok.Class.Has(Participle) && !tok.Class.Has(Closed)
	}
	return tok.Class&^(Common|Thing) == 0 && f.capital(j-1) && (j+1 >= len(t.Tokens) || t.Tokens[j+1].Shape == Mark && t.Tokens[j+1].Punct != '-')
}

// bareNoun makes a mention of the noun phrase which is a verb's subject and has
// a noun that the tables do not know: "the heckler" in "the heckler shouted".
func (f *finder) bareNoun(verb int) {
	t := f.t
	v := &t.Tokens[verb]
	if v.Class.Has(Participle|CueNoun) || !v.Class.Has(Core|Speech) || v.Class.Has(Present) && !v.Class.Has(Core) {
		return
	}
	i := verb - 1
	for i > 0 && t.Tokens[i].Class.Has(Adverb) && t.Tokens[i].Shape == Lower {
		i--
	}
	f.unlisted(i, v)
}

// unlisted makes a mention of the phrase that ends with the noun at i, which
// the tables do not have, before v: a verb, or "who".
func (f *finder) unlisted(i int, v *Token) {
	t := f.t
	head := &t.Tokens[i]
	seldom := t.Words.Trait(t.Word(i)) & (SeldomBody | SeldomText)
	if head.Shape != Lower && head.Shape != Number && !head.Class.Has(Determiner) || head.Sentence != v.Sentence || head.Quote != v.Quote ||
		head.Class.Has(Closed|Pronoun|Possessive|Genitive|Negative|Adverb|Thing) || head.Class.Has(Verb) && seldom == 0 {
		return
	}
	if n := len(f.out); n > 0 && int(f.out[n-1].Last) > i || f.onlyModifies(i) {
		return
	}
	if head.Class.Has(Determiner) && (head.Class.Has(Definite) || f.noVerb(i+1)) {
		return
	}
	first := i
	if !head.Class.Has(Determiner) {
		first = f.phraseStart(i)
		if !t.Tokens[first].Class.Has(Determiner|Possessive) && (seldom == 0 || !f.ownedAt(first)) {
			return
		}
	}
	lead := t.Tokens[first].Class
	m := Mention{
		First: int32(first), Last: int32(i + 1), Head: int32(i), NameFirst: int32(first), NameLast: int32(i + 1),
		Kind: Nominal, Definite: lead.Has(Definite | Possessive), Plural: t.Words.Plural(t.Word(i)),
	}
	switch {
	case seldom&SeldomBody != 0 && !v.Class.Has(Who):
		m.Kind, m.Being, m.Plural = Body, Organisation, false
	case seldom&SeldomText != 0 && !v.Class.Has(Who):
		m.Kind, m.Plural = Document, false
	}
	m.Owned = f.ownedAt(first) || lead.Has(Possessive)
	m.Definite = m.Definite || m.Owned
	f.add(m)
}

// ownedAt reports whether the possessor of a phrase that begins at i stands before it.
func (f *finder) ownedAt(i int) bool {
	return i > 0 && f.t.Tokens[i-1].Class.Has(Genitive) && f.t.Tokens[i-1].Sentence == f.t.Tokens[i].Sentence && f.possessive(i-1)
}

// saidNoun makes a mention of the noun phrase right behind a verb that follows a
// speech, where the tables have no noun of it, "averred the don", "cried a voice
// from the back", and returns the token behind it, or that behind the verb.
func (f *finder) saidNoun(verb int) int {
	if !f.behindSpeech(verb) {
		return verb + 1
	}
	return f.nounBehind(verb)
}

// nounBehind is saidNoun for a word behind which somebody is named in any case, as the
// "to" of "according to".
func (f *finder) nounBehind(verb int) int {
	t := f.t
	first := verb + 1
	if first+1 >= len(t.Tokens) || !t.Tokens[first].Class.Has(Determiner|Possessive) || t.Tokens[first].Shape != Lower {
		return first
	}
	end := first + 1
	for ; end < len(t.Tokens) && end <= first+maxPhrase; end++ {
		tok := &t.Tokens[end]
		if tok.Class.Has(Noun) {
			return first
		}
		if tok.Shape == Mark || tok.Quote != t.Tokens[verb].Quote || tok.Sentence != t.Tokens[verb].Sentence ||
			tok.Class.Has(Closed|Pronoun|Adverb|Age|As|Date|Genitive|Participle) {
			break
		}
	}
	head := &t.Tokens[end-1]
	if end == first+1 || head.Shape != Lower || head.Class.Has(Thing) {
		return first
	}
	f.add(Mention{
		First: int32(first), Last: int32(end), Head: int32(end - 1), NameFirst: int32(first), NameLast: int32(end),
		PrintLast: int32(f.complement(end)), Kind: Nominal, Definite: t.Tokens[first].Class.Has(Definite | Possessive),
	})
	return end
}

// behindSpeech reports whether token i stands right behind a quoted stretch, but for
// a comma.
func (f *finder) behindSpeech(i int) bool {
	t := f.t
	k := i - 1
	if k > 0 && t.Tokens[k].Punct == ',' && t.Tokens[k].Quote == t.Tokens[i].Quote {
		k--
	}
	return k >= 0 && t.Tokens[k].Quote >= 0 && t.Tokens[k].Quote != t.Tokens[i].Quote && t.Tokens[k].Paragraph == t.Tokens[i].Paragraph
}

// noVerb reports whether the word at i, which can be a verb, stands before a noun:
// "a state inspector".
func (f *finder) noVerb(i int) bool {
	if i+1 >= len(f.t.Tokens) {
		return false
	}
	next := &f.t.Tokens[i+1]
	return next.Shape == Lower && next.Sentence == f.t.Tokens[i].Sentence && !next.Class.Has(Closed|Determiner|Possessive|Adverb|Pronoun|Negative|That|As)
}

// capitalRole is a title without a name, "the President", "the Foreign
// Minister": a role.
func (f *finder) capitalRole(first, end int) int {
	t := f.t
	start := first
	if start > 0 && t.Tokens[start-1].Class.Has(Determiner|Possessive) && t.Tokens[start-1].Sentence == t.Tokens[start].Sentence {
		start--
	}
	role := end
	if joint := slices.IndexFunc(t.Tokens[first:end], func(t Token) bool { return t.Shape == Lower && t.Class.Has(Joint) }); joint > 0 && !t.Tokens[end-1].Class.Has(Role|Title) {
		role = first + joint // the Minister for Roads
	}
	m := Mention{
		First: int32(start), Last: int32(role), Head: int32(role - 1), NameFirst: int32(start), NameLast: int32(role),
		Kind: Nominal, Being: Person, Definite: true,
	}
	if lead := t.Tokens[start].Class; start < first && lead.Has(Determiner) && !lead.Has(Definite) {
		m.Definite = false // "One Minister"
	}
	c := t.Tokens[role-1].Class
	switch {
	case c.Has(TitleMale | RoleMale):
		m.Gender = MaleGender
	case c.Has(TitleFemale | RoleFemale):
		m.Gender = FemaleGender
	case !c.Has(Role | Title):
		return end
	}
	if c.Has(Org) && !c.Has(Role) {
		m.Kind, m.Being = Body, Organisation // the Crown
	}
	if m.PrintLast = int32(end); role == end {
		m.PrintLast = int32(f.complement(end))
	}
	f.add(m)
	return end
}
