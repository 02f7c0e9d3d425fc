package mention

import (
	"strings"
)

// What a name names, as far as the words around it tell.

// judge tells from a name's words what it names.
func (f *finder) judge(m *Mention) {
	t := f.t
	var all Class
	for i := m.NameFirst; i < m.NameLast; i++ {
		all |= t.Tokens[i].Class
		if t.Tokens[i].Shape == Mark && t.Tokens[i].Punct == '&' {
			m.Being = Organisation
			return
		}
	}
	first, last := &t.Tokens[m.NameFirst], &t.Tokens[m.Head]
	n := m.NameLast - m.NameFirst
	titled := m.First < m.NameFirst
	for i := m.First; i < m.NameFirst; i++ {
		if c := t.Tokens[i].Class; c.Has(TitleMale | RoleMale) {
			m.Gender = MaleGender
		} else if c.Has(TitleFemale | RoleFemale) {
			m.Gender = FemaleGender
		}
	}
	switch {
	case titled && (!all.Has(OrgName) || n == 1 && t.Tokens[m.NameFirst-1].Class.Has(TitleMale|TitleFemale)):
		m.Being = Person // Mr. Law, too
	case m.Last > m.NameLast:
		m.Being = Person
	case !titled && t.KnownBody(m) != "":
		m.Being = Organisation
	case n > 1 && !titled && t.Words.BodyNoun(strings.ToLower(t.Word(int(m.Head)))) != "": // Kent Police
		m.Being = Organisation
	case last.Class.Has(OrgName) && !first.Class.Has(Male|Female) || first.Class.Has(OrgName) && !first.Class.Has(Male|Female) && n > 1 || n > 1 && all.Has(OrgName) && all.Has(Joint):
		m.Being = Organisation
	case n > 1 && !titled && strings.ContainsAny(t.Word(int(m.Head)), "0123456789"): // the Fern H3, which is made by Fern
		m.Being = Organisation
	case n > 1 && f.articled(m):
		m.Being = Organisation
	case n > 1 && first.Class.Has(Male|Female) && !last.Class.Has(OrgName):
		m.Being = Person
	case n > 2 && (f.caused(int(m.NameFirst), int(m.NameLast)) || f.purposed(int(m.NameFirst), int(m.NameLast))):
		m.Being = Organisation
	case last.Class.Has(Demonym) || first.Class.Has(Group) || n == 1 && last.Class.Has(Group):
		m.Being, m.Plural = People, true
	case n == 2 && last.Class.Has(Place) && f.field(int(m.NameFirst)) && !first.Class.Has(Male|Female|Place):
		m.Being = Organisation // Transport Canada
	case last.Class.Has(Place) && (n == 1 || first.Class != 0):
		m.Being = Location
	case last.Class.Has(Place): // Marty West
	case n == 1 && f.state(int(m.Head)):
		m.Being = Location
	case n == 1 && last.Shape == AllCaps:
		m.Being = Organisation
	case f.bearsNoun(m):
		m.Being = Person
	case n > 1 && n <= 4 && !all.Has(OrgName|Joint|Place|Demonym|Common|Noun) && !f.ofThing(m):
		m.Being = Person
	case n == 1 && first.Class.Has(Male|Female):
		m.Being = Person
	}
	if m.Gender == Unknown && m.Being == Person && (n > 1 || !titled) && !(n > 1 && first.Class.Has(Particle) && !first.Class.Has(Male|Female)) {
		given := first.Class
		if given.Has(Male) && given.Has(Female) && n > 2 {
			given = t.Tokens[m.NameFirst+1].Class // Dee Ann Lee
		}
		switch {
		case given.Has(Male) && !given.Has(Female):
			m.Gender = MaleGender
		case given.Has(Female) && !given.Has(Male):
			m.Gender = FemaleGender
		case first.Class == 0 && first.Shape == Capital && f.westernOrder(m):
			m.Gender = givenGender(t.Word(int(m.NameFirst)))
		}
	}
}

// articled reports whether an article stands before a name that does something or has a
// number: "the Jan Shakti Dal has asked" is no person's, nor "the Fern Pro 3".
func (f *finder) articled(m *Mention) bool {
	t, before, behind := f.t, int(m.First)-1, int(m.Last)
	if before < 0 || behind >= len(t.Tokens) || m.First != m.NameFirst || t.Heading(t.Tokens[before+1].Paragraph) {
		return false
	}
	article, next := &t.Tokens[before], &t.Tokens[behind]
	return article.Class.Has(Definite) && article.Class.Has(Determiner) && article.Sentence == t.Tokens[behind-1].Sentence && article.Quote == next.Quote &&
		(next.Shape == Lower && next.Class.Has(Auxiliary|Core|Past|Present) && !next.Class.Has(Genitive|Noun|Preposition) || next.Shape == Number && next.Sentence == article.Sentence)
}

// ofThing reports whether a name behind an article only tells which thing the word behind it is:
// "the Ombra Deep mine".
func (f *finder) ofThing(m *Mention) bool {
	t, behind := f.t, int(m.Last)
	if m.First == 0 || behind >= len(t.Tokens) || f.withArticle(int(m.First)) == int(m.First) {
		return false
	}
	next := &t.Tokens[behind]
	return next.plain() && next.Sentence == t.Tokens[behind-1].Sentence && next.Quote == t.Tokens[behind-1].Quote
}

// bearsNoun reports whether a name outside headings can only be a person's whose
// surname is a noun, too: Tyrell Banks.
func (f *finder) bearsNoun(m *Mention) bool {
	t := f.t
	first, last := &t.Tokens[m.NameFirst], &t.Tokens[m.Head]
	return m.NameLast-m.NameFirst == 2 && first.Class == 0 && first.Shape == Capital && last.Shape == Capital && last.Class.Has(Noun) &&
		!last.Class.Has(OrgName|Title|Role|Demonym|Place) && !t.Heading(m.Paragraph) &&
		(m.NameFirst == 0 || !t.Tokens[m.NameFirst-1].Class.Has(Determiner|Possessive)) && int(m.Last) < len(t.Tokens) && !t.Tokens[m.Last].Class.Has(Genitive)
}
