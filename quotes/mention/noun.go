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
		if head.Class.Has(Determiner) && f.joins(last, last+1) {
			return last + 1 // "two U.S. officials"
		}
		if next.Shape == Capital && next.Class.Has(Title|Role) && next.Sentence == head.Sentence && next.Quote == head.Quote {
			return last + 1 // "party Chairman Ann Lee"
		}
		if head.Class.Has(Org) && !(head.Class.Has(Role) && next.Class.Has(Male|Female) && f.nextCapital(last+1)) && next.Shape == Capital && next.Sentence == head.Sentence && next.Quote == head.Quote &&
			!next.Class.Has(Date|Closed|Determiner) && f.startsName(last+1) {
			return last + 1 // "the opposition Progress Party"
		}
		if f.rules(last) {
			return last + 1
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
	if m.Kind == Body && int(m.PrintLast) > last+1 && t.Words.AttendsBodies(t.Word(last+1)) {
		m.PrintLast = int32(last + 1)
	}
	if m.Kind == Document && first == last && last+1 < len(t.Tokens) && t.Tokens[last+1].Shape == Number && t.Tokens[last+1].Sentence == lead.Sentence {
		m.PrintLast = int32(last + 2) // Article 33
	}
	if end := f.officeEnd(last); end > 0 && int(m.PrintLast) > last+2 {
		m.Last = m.PrintLast // "the secretary of state"
		last = int(m.Last) - 1
	}
	f.appended(&m)
	f.add(m)
	return last + 1
}

// rules reports whether the noun at i, which could be a text, only tells what the party behind it does: "the ruling
// Progress Party".
func (f *finder) rules(i int) bool {
	t := f.t
	next := &t.Tokens[i+1]
	return i > 0 && t.Tokens[i-1].Class.Has(Definite) && t.Words.Ending(t.Word(i)) == "doing" && next.Sentence == t.Tokens[i].Sentence && next.Quote == t.Tokens[i].Quote &&
		f.startsName(i+1) && !next.Class.Has(Male|Female|Title) && (next.Shape == AllCaps || f.nextCapital(i+1))
}

// appended makes a name of phrase m where capitals that end as the name of a body does stand
// before a noun which only says what it is: "the United Mill Workers union".
func (f *finder) appended(m *Mention) {
	t := f.t
	first, last := int(m.Head), int(m.Head)-1
	if m.Kind != Body || m.Owned || last <= int(m.First) || !t.Tokens[last].Class.Has(Group|OrgName) || !t.Words.Appended(t.Word(int(m.Head))) {
		return
	}
	for first > int(m.First) && f.capital(first-1) && (first-1 > int(m.First) || !t.Tokens[first-1].Class.Has(Definite)) {
		first--
	}
	if first >= last {
		return
	}
	m.Kind, m.NameFirst, m.NameLast, m.Head = Name, int32(first), int32(last+1), int32(last)
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
	plain := a.Shape == Lower && (a.Class&^Common == 0 || a.Trait&HonourLead != 0) || a.Shape != Mark && a.Shape != Lower && a.Class.Has(Place|Demonym) // the chief U.S. economist
	return plain && b.Shape == Lower && b.Class.Has(Role) && !b.Class.Has(Verb|Determiner)
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
		if tok.Class&^(Common|Thing|Office|Past) != 0 || tok.Class.Has(Past) && t.Tokens[i].Class.Has(Role|Group) {
			return i // "the mayor ousted union leader Ann Lee"
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
	for t.Tokens[i].Class.Has(Age) && last+1 < len(t.Tokens) && last < i+longestSpread && f.plainNoun(last+1, i) {
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

// plainNoun reports whether token k, of the sentence of token i, is a plain word, which can be a noun.
func (f *finder) plainNoun(k, i int) bool {
	x := &f.t.Tokens[k]
	return x.plain() && x.Sentence == f.t.Tokens[i].Sentence && x.Quote == f.t.Tokens[i].Quote
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
		!b.Class.Has(Core|Determiner) && (!(b.Class.Has(Verb) && a.Class.Has(Role|Group)) || a.Class.Has(Group) && f.one(i-1) || // "a police report"
		b.Class.Has(Role) && b.Class.Has(Infinitive) && !b.Class.Has(Past|PastBase|Present) && !a.Class.Has(Group)) // "its general counsel"
}

// national is the token behind "the Croat", of which it makes a mention where no
// noun goes on the phrase, and i is its first capital; i if there is none.
func (f *finder) national(i int) int {
	t := f.t
	if i == 0 || !t.Tokens[i-1].Class.Has(Determiner) || t.Tokens[i-1].Sentence != t.Tokens[i].Sentence {
		return i
	}
	last := i
	if t.Tokens[i].Trait&PlaceLead != 0 && f.joins(i, i+1) && t.Tokens[i+1].Class.Has(Place) {
		last++ // New York
	}
	for f.joins(i, last+1) && (t.Tokens[last].Class.Has(Place|Demonym) || t.Words.Party(strings.ToLower(t.Word(last+1))) != "" && t.Tokens[last].Class.Has(Common)) {
		last++ // "the South African", "the Nebraska Republican", "the Social Democrat"
	}
	if !t.Tokens[last].Class.Has(National) || last+1 >= len(t.Tokens) {
		return i
	}
	next := &t.Tokens[last+1]
	if next.Shape != Mark && (next.Shape != Lower || next.Class.Has(Noun) || !next.Class.Has(Verb|Past|Auxiliary|Who|Adverb) && (t.Tokens[i-1].Class.Has(Definite) || !next.Class.Has(Preposition))) || next.Punct == '-' {
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
	case c.Has(Role) && f.bodyOfTwo(m):
		m.Kind, m.Being = Body, Organisation
	case f.t.Tokens[m.Head].Trait&SeldomText != 0 && c&Noun == 0:
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

// bodyOfTwo reports whether the last two words of phrase m are the noun for a body: the coast
// guard is no guard.
func (f *finder) bodyOfTwo(m *Mention) bool {
	return m.Head > m.First && f.t.Tokens[m.Head-1].Shape == Lower && f.t.Words.Lookup(f.t.Word(int(m.Head)-1)+"-"+f.t.Word(int(m.Head)), false).Has(Org)
}

// betweenAdjectives reports whether the comma at j stands between two adjectives behind an article: "the
// bespectacled, grey-haired diplomat".
func (f *finder) betweenAdjectives(j int) bool {
	t := f.t
	article, adjective, next := &t.Tokens[j-2], &t.Tokens[j-1], &t.Tokens[j+1]
	return t.Tokens[j].Punct == ',' && t.Tokens[j].Sentence == article.Sentence && t.Tokens[j].Quote == article.Quote &&
		article.Class.Has(Determiner|Possessive) && article.Shape != Mark &&
		adjective.Shape == Lower && !adjective.Class.Has(Noun|Age|Closed|Adverb|Determiner|Possessive|Negative) && (next.Shape == Lower || next.Class.Has(Age))
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
		if j-2 >= floor && (j < i-1 || head.Class.Has(Age) && f.compound(i, i+1)) && f.betweenAdjectives(j) {
			first = j - 2
			break // "the bespectacled, 71-year-old diplomat"
		}
		if tok.Shape == Mark || tok.Sentence != head.Sentence || tok.Quote != head.Quote || tok.Class.Has(Genitive) || f.timed(j) {
			break
		}
		if tok.Class.Has(Date) && tok.Shape == Capital && head.Class.Has(Role|Group) && (j == 0 || !t.Tokens[j-1].Class.Has(Determiner|Possessive|Genitive)) {
			break // "On Monday neighbours said"
		}
		if j > floor && (t.Tokens[j-1].Class.Has(Who) || t.Tokens[j-1].Trait&OfThing != 0) && !tok.Class.Has(Determiner|Possessive) {
			break // "which starts dinner service"
		}
		if head.Class.Has(Determiner) && tok.Class.Has(Thing) {
			break // "Last week two neighbours said"
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
			(t.Tokens[j-1].Class.Has(Determiner|Possessive) || t.Tokens[j-1].Trait&Former != 0) && t.Tokens[j-1].Shape != Mark {
			first = j
			continue // "a second official", "the openly gay mayor"
		}
		if tok.Shape == Lower && tok.Class.Has(Verb) && j > floor && t.Tokens[j-1].Class.Has(Determiner) && t.Tokens[j-1].Shape != Mark && !tok.Class.Has(Closed|Past|PastBase) && f.noVerb(j) {
			first = j
			continue // "a state inspector"
		}
		if tok.Trait&Former != 0 && j > floor && t.Tokens[j-1].Class.Has(Determiner|Possessive) && t.Tokens[j-1].Shape != Mark {
			first = j
			continue // "one past champion"
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
		for first < i && t.Tokens[first].Shape == Lower && (t.Tokens[first].Class.Has(Verb) || t.Words.Observes(t.Word(first))) && !(first == i-1 && f.modifier(first)) {
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

// ownedAt reports whether the possessor of a phrase that begins at i stands before it.
func (f *finder) ownedAt(i int) bool {
	return i > 0 && f.t.Tokens[i-1].Class.Has(Genitive) && f.t.Tokens[i-1].Sentence == f.t.Tokens[i].Sentence && f.possessive(i-1)
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

// adjectives is the determiner before the plain adjectives that stand before the token at i: the one of
// "one senior Labour MP". i: none stands there.
func (f *finder) adjectives(i int) int {
	t, k := f.t, i-1
	for k > 0 && k > i-longestAdjectives && t.Tokens[k].Shape == Lower && t.Tokens[k].Class&^(Common|Role|ScareCue) == 0 && t.Tokens[k].Sentence == t.Tokens[i].Sentence && t.Tokens[k].Quote == t.Tokens[i].Quote &&
		(!t.Tokens[k].Class.Has(Role) || t.Tokens[k].Trait&Adjectival != 0) {
		k--
	}
	if k < 0 || k == i-1 || t.Tokens[k].Shape == Mark || !t.Tokens[k].Class.Has(Determiner) || t.Tokens[k].Sentence != t.Tokens[i].Sentence || t.Tokens[k].Quote != t.Tokens[i].Quote {
		return i
	}
	return k
}

// longestAdjectives bounds those adjectives, with the determiner.
const longestAdjectives = 4

// capitalRole is a title without a name, "the President", "the Foreign
// Minister": a role.
func (f *finder) capitalRole(first, end int) int {
	t := f.t
	start := first
	if start > 0 && t.Tokens[start-1].Class.Has(Determiner|Possessive) && t.Tokens[start-1].Sentence == t.Tokens[start].Sentence {
		start--
	}
	if start == first {
		start = f.adjectives(first)
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
	case !c.Has(Role) && start == role-1 && t.Tokens[start].Shape == Capital:
		return end // "First, she rose": what only goes before an office or a name
	}
	if c.Has(Org) && !c.Has(Role) {
		m.Kind, m.Being = Body, Organisation // the Crown
	}
	next := f.lettered(end)
	if m.PrintLast = int32(next); role == end || next > end {
		m.PrintLast = int32(f.complement(next)) // the Chief Executive Officer (CEO) of the board
	}
	f.add(m)
	return next
}
