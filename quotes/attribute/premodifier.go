package attribute

import "onrecord/quotes/mention"

// maxPremodifier bounds the words of what stands before a name: firms, sides and roles.
const maxPremodifier = 14

// closing is whose name closes the phrase that mention m opens at item k, behind the
// verb: Ann Lee of "said Lions and Ireland fly-half Ann Lee", of "said Salford Police
// and Crime Commissioner Ann Lee", where the first name is only that of a side or a
// body. m, if it is a person's own name or no other closes the phrase.
func (l *line) closing(m, k int) int {
	x := &l.Mentions[m]
	if x.Kind == mention.Pro || x.Kind == mention.Label || l.individual(m) && x.Being == mention.Person {
		return m
	}
	from, role := l.itemOf(x.Last, k), m
	for i := from; i < len(l.items) && i < from+maxPremodifier; i++ {
		if end := l.beside(i); end > i {
			i = end - 1
			continue
		}
		t := l.tok(i)
		if l.quoteAt(i) || t.Sentence != x.Sentence || t.Shape == mention.Mark && t.Punct != '\'' && t.Punct != '/' && t.Punct != '+' || endsPhrase(t) && !l.honours(i) && !l.placesOffice(i) && !(i == from && l.becomes(i)) {
			return role
		}
		n := l.starting(i)
		if n < 0 {
			continue
		}
		y := &l.Mentions[n]
		if l.individual(n) && l.closes(n, i) {
			return n
		}
		if y.Kind == mention.Pro {
			return role
		}
		if y.Kind == mention.Nominal && x.Kind == mention.Name && role == m && !y.Definite && !l.class(i-1).Has(mention.Closed) {
			role = n // "said Leeds district manager"
		}
		i = max(i, l.itemOf(y.Last, i)-1) // it may end in a stretch
	}
	return role
}

// closingNear is startingNear, or whose name closes the phrase that begins there. -1: none begins.
func (l *line) closingNear(k int) int {
	m := l.startingNear(k)
	if m < 0 {
		return -1
	}
	return l.closing(m, k)
}

// beside is the item behind what only stands between the words before a name at item i: an
// acronym or a party in brackets, the title of a show before its star. i: nothing does.
func (l *line) beside(i int) int {
	if l.quoteAt(i) {
		if next := l.tok(i + 1); i+1 < len(l.items) && !l.quoteAt(i+1) && next.Shape == mention.Lower && next.Class.Has(mention.Role) && l.lastChar(int(l.items[i].index)) == 0 {
			return i + 1 // “Night Train” star Ann Lee
		}
		return i
	}
	if l.punct(i) != '(' {
		return i
	}
	for k := i + 2; k < i+longestBracket && k < len(l.items) && !l.quoteAt(k); k++ {
		if l.punct(k) == ')' {
			return k + 1
		}
	}
	return i
}

// endsPhrase reports whether a word ends a phrase that only leads to a name.
func endsPhrase(t *mention.Token) bool {
	return t.Shape == mention.Lower && t.Class.Has(mention.Verb|mention.Past|mention.Auxiliary|mention.Who|mention.That|mention.Pronoun|mention.Determiner) && !t.Class.Has(mention.Noun|mention.Role|mention.Genitive)
}

// honours reports whether the article at item i is of a title in capitals: the Hon., the Very Rev.
func (l *line) honours(i int) bool {
	if !l.class(i).Has(mention.Definite) || l.tok(i+1).Shape != mention.Capital {
		return false
	}
	return l.class(i+1).Has(mention.Title) || l.class(i+1).Has(mention.Adverb) && l.class(i+2).Has(mention.Title)
}

// becomes reports whether the word at item i tells that the role before it gave way to that behind it:
// "the model turned MP Ann Lee".
func (l *line) becomes(i int) bool {
	return l.trait(i)&mention.Aged != 0 && l.class(i+1).Has(mention.Role|mention.Title)
}

// closes reports whether the person of mention n, at item i, is introduced by the words
// before: by a role right before, or one of the name's own behind "and".
func (l *line) closes(n, i int) bool {
	y, before := &l.Mentions[n], l.tok(i-1)
	if l.honours(i-1) || l.honours(i-2) {
		return true
	}
	if before.Class.Has(mention.Conjunction | mention.Joint) {
		return before.Class.Has(mention.Conjunction) && y.RoleFirst < y.RoleLast
	}
	return !before.Class.Has(mention.Preposition)
}
