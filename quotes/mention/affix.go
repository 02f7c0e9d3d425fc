package mention

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// misread is the end of what belongs to the Ã, Â, Ä or Å before i, composed or
// not, where somebody read UTF-8 as Latin-1: "SÃ©golÃ¨ne", and "SÃ ̈ne" where its second
// half was taken apart. It is i where nothing does.
func misread(s string, i int) int {
	if !misreadLead(s[:i]) {
		return i
	}
	rest := s[i:]
	r, n := utf8.DecodeRuneInString(rest)
	switch {
	case r == ' ' && strings.HasPrefix(rest[1:], "\u0308"):
		return i + 3
	case r >= 0x80 && r < 0xA0: // a control character: no word ends with one
		if i+n+1 < len(s) && s[i+n] == ' ' && 'a' <= s[i+n+1] && s[i+n+1] <= 'z' {
			n++
		}
		return i + n
	case r > 0xA0 && r < 0xC0 && r != '«' && r != '»':
		return i + n
	}
	return i
}

// misreadLead reports whether s ends with a letter that the first byte of
// another letter in UTF-8 is in Latin-1.
func misreadLead(s string) bool {
	r, n := utf8.DecodeLastRuneInString(s)
	switch r {
	case 'Ã', 'Â', 'Ä', 'Å':
		return true
	case 0x302, 0x303, 0x308, 0x30A:
		return n < len(s) && s[len(s)-n-1] == 'A'
	}
	return false
}

// compoundTitle is the classes of a title of two, Secretary-Treasurer, or of one that an adverb
// dates, Then-Governor.
func (t *Text) compoundTitle(word string) Class {
	before, behind, ok := strings.Cut(word, "-")
	if !ok || behind == "" || !unicode.IsUpper(rune(behind[0])) {
		return 0
	}
	a, b := t.Words.Lookup(before, true), t.Words.Lookup(behind, true)
	switch {
	case a.Has(Male|Female) || b.Has(Male|Female):
		return 0
	case a.Has(Adverb):
		return b & (Title | Role | TitleMale | TitleFemale) // Then-Governor
	}
	return a & b & (Title | Role | OrgName)
}

// ordinal reports whether token i is a number before a title, 1st Lt., or in one: 1st Class.
func (f *finder) ordinal(i int) bool {
	t := f.t
	w := t.Word(i)
	return t.Tokens[i].Shape == Lower && w[0] >= '1' && w[0] <= '9' && i+1 < len(t.Tokens) && f.capital(i+1) && (t.Tokens[i+1].Class.Has(Title) || t.Tokens[i].Trait&HonourLead != 0 && t.Tokens[i+1].Trait&HonourTail != 0)
}

// ends reports whether the name that began at first is whole at the title or
// the word of a body i, though "of" follows: King in "Ann T. King of Ohio".
func (f *finder) ends(first, i int) bool {
	if i <= first {
		return false
	}
	if t := &f.t.Tokens[i]; t.Class.Has(OrgName) {
		return t.Trait&Business != 0 && !t.Class.Has(Org) // "Voltan Energy of Oslo", but "National Bank of Kenya"
	}
	before := &f.t.Tokens[i-1]
	return before.Shape == Initial || before.Class.Has(Male|Female) && !before.Class.Has(Title)
}

// apposed reports whether the word at i and the one behind it are the name that
// opens a sentence, though the first is a common word: "Win Htein, a member".
func (f *finder) apposed(i int) bool {
	t := f.t
	if i+3 >= len(t.Tokens) || t.Tokens[i].Class.Has(Noun|Participle|Past|Closed|Adverb|Determiner) || t.Tokens[i].Shape != Capital || t.Heading(t.Tokens[i].Paragraph) {
		return false
	}
	name, comma, lead := &t.Tokens[i+1], &t.Tokens[i+2], &t.Tokens[i+3]
	return name.Class == 0 && name.Shape == Capital && name.Quote == t.Tokens[i].Quote && comma.Punct == ',' &&
		(lead.Class.Has(Determiner) && lead.Shape == Lower || lead.Shape == Number)
}

// learn notes the surname of a person's name, and the first name that is a title, too: Hafiz.
func (f *finder) learn(m *Mention) {
	first, last := f.t.Tokens[m.NameFirst].Class, f.t.Tokens[m.Head].Class
	switch surname := f.t.Word(int(m.Head)); {
	case m.Being == Person && m.NameLast > m.NameFirst+1:
		f.surnames[surname] = f.surnames[surname] || first.Has(Male|Female) && !first.Has(Title)
		if first.Has(Male|Female) && first.Has(Title) && !first.Has(Role|Noun) {
			f.surnames[f.t.Word(int(m.NameFirst))] = true
		}
	case m.First < m.NameFirst, m.Being == Undecided && m.NameLast == m.NameFirst+2 && first == 0 && last.Has(Role) && !last.Has(Title):
		if !f.surnames[surname] { // "Teal Baker"
			f.surnames[surname] = false
		}
	}
}

// bears reports whether the title at i, alone and behind no article, is the
// surname of somebody named before: "said Baron", of Martin Baron.
func (f *finder) bears(i, last int) bool {
	return last == i+1 && f.surnames[f.t.Word(i)] && (i == 0 || f.opens(i) || !f.t.Tokens[i-1].Class.Has(Determiner|Possessive|Genitive))
}

// modifier reports whether token i, which may be a verb, only goes before the
// role or the medium behind it: the state of "Virginia state director", "Norland state media".
func (f *finder) modifier(i int) bool {
	t := f.t
	if i == 0 || i+1 >= len(t.Tokens) {
		return false
	}
	verb, noun := &t.Tokens[i], &t.Tokens[i+1]
	if verb.Shape != Lower || !verb.Class.Has(Infinitive) || verb.Class.Has(PastBase|Past|Noun) || noun.Shape != Lower && noun.Shape != AllCaps || noun.Sentence != verb.Sentence || noun.Quote != verb.Quote {
		return false
	}
	if noun.Trait&Press != 0 || noun.Class.Has(Group) && noun.Trait&Business != 0 {
		return true
	}
	return noun.Shape == Lower && noun.Class.Has(Role) && !noun.Class.Has(Verb) && t.Tokens[i-1].Sentence == verb.Sentence && t.Tokens[i-1].Quote == verb.Quote
}

// contracted is the end of the article in a Dutch name which starts at i, "in 't
// Veld"; i if none does.
func contracted(s string, i int) int {
	n := 1
	if strings.HasPrefix(s[i:], "’") {
		n = len("’")
	}
	if k := i + n; strings.HasPrefix(s[k:], "t ") && k+2 < len(s) && 'A' <= s[k+2] && s[k+2] <= 'Z' && i > 0 && s[i-1] == ' ' {
		return k + 1
	}
	return i
}

// article reports whether token i is a contracted article.
func (f *finder) article(i int) bool {
	return i < len(f.t.Tokens) && f.t.Tokens[i].Class.Has(Particle) && !isLetterByte(f.t.Word(i)[0])
}
