package mention

import (
	"slices"
	"strings"
)

// seatOf is the first name that a run goes on with behind the place or the body of the office
// before it: Ann of "the mayor of Salt Creek Ann Lee" and of "Minister in the Ministry of Finance
// Ann Lee". first: there is none.
func (f *finder) seatOf(first, last int) int {
	t := f.t
	if t.Tokens[first].Class.Has(Male | Female | Title) {
		return first
	}
	at := f.officeBefore(first)
	switch {
	case at < 0:
		return first
	case at < first-1 || !t.Tokens[at].Class.Has(Joint): // the professor at the Cedar College Ann Lee
		if k := f.givenWithin(first+1, last); k > first && f.tellsWhere(first, k) {
			return k
		}
		return max(f.courtesyWithin(first, last), f.behindSeat(first, last))
	}
	for k := last - 3; k > first; k-- {
		if t.Tokens[k].Class.Has(Title) && !t.Tokens[k].Class.Has(Role|Male|Female|OrgName) {
			return k // MLA from Rampur Shri Ann Lee
		}
	}
	if k := f.givenWithin(first+1, last); k > first {
		return k
	}
	if place := t.Tokens[first].Class; last == first+3 && (place == 0 || place.Has(Place) || t.Tokens[first].Trait&State != 0) && t.Tokens[first+1].Class&^(Male|Female) == 0 && t.Tokens[first+2].Class&^(Male|Female) == 0 {
		return first + 1 // member for Kooyarra Ann Lee, Member of Parliament Ann Lee
	}
	return first
}

// courtesyWithin is the Mrs that a run goes on with behind the place of the office before it: "head
// teacher at Hill Primary Mrs Ann Lee". first: there is none.
func (f *finder) courtesyWithin(first, last int) int {
	for k := last - 2; k > first; k-- {
		if c := f.t.Tokens[k].Class; c.Has(TitleMale|TitleFemale) && !c.Has(Role|Male|Female|OrgName) {
			return k
		}
	}
	return first
}

// behindSeat is the name of two words or three, which no table need have, that a run ends with behind
// the place or the body it begins with: "Lord Mayor of Dublin Daithí Lee". first: there is none.
func (f *finder) behindSeat(first, last int) int {
	t := f.t
	for k := first; k+2 < last && f.capital(k); k++ {
		seat, next := t.Tokens[k].Class, t.Tokens[k+1].Class
		if (seat.Has(OrgName|Place) || k == first && f.doublePlace(k)) && !seat.Has(Male|Female) && !next.Has(OrgName|Place|Office) && f.names(k+1, last) {
			return k + 1
		}
	}
	return first
}

// doublePlace reports whether the word at k is two places joined by a hyphen, Louth-Meath, if it is a place.
func (f *finder) doublePlace(k int) bool {
	_, second, ok := strings.Cut(f.t.Word(k), "-")
	return ok && second != "" && 'A' <= second[0] && second[0] <= 'Z'
}

// officeBefore is the preposition, which an article may follow, between an office and the run at
// first that tells its place or body: the in of "Minister in the". -1: there is none.
func (f *finder) officeBefore(first int) int {
	t, at := f.t, f.withArticle(first)-1
	if at < 1 || t.Tokens[at].Shape != Lower || !t.Tokens[at].Class.Has(Preposition) || t.Tokens[at-1].Sentence != t.Tokens[first].Sentence ||
		!t.Tokens[at-1].Class.Has(Role) && !f.whatOffice(at-1) || t.Tokens[at-1].Trait&Kin != 0 {
		return -1
	}
	return at
}

// whatOffice reports whether the capital at k is what an office before it is of: the Opposition of
// "Leader of the Opposition in the Senate".
func (f *finder) whatOffice(k int) bool {
	t := f.t
	role := f.withArticle(k) - 2
	return role >= 0 && t.Tokens[k].Shape == Capital && t.Tokens[k].Class.Has(Office) && t.Tokens[role+1].Shape == Lower && t.Tokens[role+1].Class.Has(Preposition) &&
		t.Tokens[role].Shape == Capital && t.Tokens[role].Class.Has(Role) && t.Tokens[role].Sentence == t.Tokens[k].Sentence
}

// holdsOffice reports whether the words from first on tell of which body somebody, whose name
// begins at name, holds the office that was found last: "Minister in the Ministry of Finance" Ann Lee.
func (f *finder) holdsOffice(first, name int) bool {
	at, n := f.officeBefore(first), len(f.out)
	return at >= 0 && n > 0 && f.out[n-1].Kind == Nominal && (int(f.out[n-1].Last) == at || int(f.out[n-1].PrintLast) == at) &&
		f.tellsWhere(first, name) && !f.t.Tokens[name-1].Class.Has(Role)
}

// tellsWhere reports whether the tokens [first, last) name a body or a place.
func (f *finder) tellsWhere(first, last int) bool {
	return slices.ContainsFunc(f.t.Tokens[first:last], func(t Token) bool { return t.Class.Has(OrgName | Place) })
}

// compatriot reports whether the run [first, last) is one of a people and two names that no
// table has: "the Slovenian Žan Kolar".
func (f *finder) compatriot(first, last int) bool {
	t := f.t
	return last == first+3 && f.withArticle(first) < first && t.Tokens[first].Class.Has(National) && t.Tokens[first+1].Class == 0 && t.Tokens[first+2].Class == 0 &&
		t.Tokens[first+1].Shape == Capital && t.Tokens[first+2].Shape == Capital
}
