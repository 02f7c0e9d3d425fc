package mention

import (
	"strings"
)

// Where a name starts.

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
	if (tok.Class == 0 || tok.Class&^(OrgName|Place) == 0 && f.t.Heading(tok.Paragraph)) && tok.Shape == Capital && f.opens(i) && !f.surname(i) && !f.nextCapital(i) && f.startsSmall(i) {
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
		return i+1 < len(f.t.Tokens) && (f.capital(i+1) || f.letterAlone(i))
	}
	if f.opens(i) && tok.Class.Has(Common|Verb|Noun|CueNoun|Participle|Past) {
		if f.surname(i) || f.apposed(i) || f.without(i+1) || f.cause(i, i+1) || f.properPair(i) || f.leadsSubject(i) {
			return true
		}
		// "Police said": a noun that opens the sentence; "Analysts".
		return i+1 < len(f.t.Tokens) && f.capital(i+1) && (f.t.Tokens[i+1].Class.Has(OrgName|Place) || f.field(i) && f.t.Tokens[i+1].Class.Has(Role) || f.t.Tokens[i+1].Shape == Capital && f.bodyEnd(i+1) > 0 && !f.t.Heading(tok.Paragraph)) &&
			!tok.Class.Has(Verb|Noun|Participle|Past)
	}
	return true
}

// letterAlone reports whether the letter at i, with its full stop, is somebody's whole name, whose court or paper
// prints no more of it: it speaks or does something, and is no species, "E. coli".
func (f *finder) letterAlone(i int) bool {
	t := f.t
	if !strings.HasSuffix(t.Word(i), ".") {
		return false
	}
	next := &t.Tokens[i+1]
	said := i > 0 && t.Tokens[i-1].Sentence == t.Tokens[i].Sentence && t.Tokens[i-1].Class.Has(Core)
	return said || next.Shape == Lower && next.Class.Has(Core|Auxiliary|Past) || next.Punct == ',' && i+2 < len(t.Tokens) && (t.Tokens[i+2].Class.Has(Determiner) || t.Tokens[i+2].Shape == Number)
}

// leadsSubject reports whether the ordinary word at i, which opens its sentence, goes before other
// ordinary words with capitals, or no table has it, and all of them are the subject of a verb of
// speech: "Extinction Rebellion said", "Boeing said". A name would begin with it or be one of those.
func (f *finder) leadsSubject(i int) bool {
	t := f.t
	tok := &t.Tokens[i]
	if tok.Shape != Capital || i+1 >= len(t.Tokens) || t.Heading(tok.Paragraph) {
		return false
	}
	if next := &t.Tokens[i+1]; next.Shape != Capital && !next.Class.Has(Core|Auxiliary) {
		return false
	}
	word, end := t.Word(i), i+1
	listed, deed := t.Words.Lists(word), t.Words.Ending(word) == "deed"
	for end < len(t.Tokens) && end <= i+longestBody && t.Tokens[end].Shape == Capital && f.joins(i, end) && (!listed || f.ordinary(end) || deed && t.Tokens[end].Class == 0) {
		end++
	}
	if end == i+1 && listed || end >= len(t.Tokens) {
		return false
	}
	verb := &t.Tokens[end]
	return verb.Shape == Lower && verb.Class.Has(Core|Auxiliary) && verb.Sentence == tok.Sentence && verb.Quote == tok.Quote
}

// ordinary reports whether the word at i is one of every text or ends the names of bodies, and no part of
// a person's name nor a noun for people.
func (f *finder) ordinary(i int) bool {
	c := f.t.Tokens[i].Class
	return c.Has(OrgName) || c.Has(Common) && !c.Has(Male|Female|Title|Role|Group|Demonym|Date|Closed|Determiner)
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
