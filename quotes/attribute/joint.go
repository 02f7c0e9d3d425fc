package attribute

import "onrecord/quotes/mention"

// firstOfJoint is the first of those who are together the subject of a verb whose last one is mention m,
// near item k: Lee of "Lee and Kim said", of "mayor Lee, 51, and police chief Kim said". Else it is m.
func (l *line) firstOfJoint(m, k int) int {
	and := l.beforePhrase(l.phraseStart(m, k))
	if role := l.ending(and - 1); and > 1 && l.punct(and) == ',' && role >= 0 && l.Mentions[role].Kind == mention.Nominal && l.Mentions[role].Owned && l.individual(m) {
		and = l.phraseStart(role, and) - 1 // "and her brother, Bo Kim, said"
	}
	if l.Mentions[m].Kind == mention.Several && l.tok(and).Shape == mention.Number {
		and-- // "and 30 others"
	}
	if and < 1 || !l.class(and).Has(mention.Conjunction) || !l.class(and).Has(mention.Joint) || l.Mentions[m].Kind == mention.Pro {
		return m
	}
	first, at := l.ending(and-1), and-1
	if l.punct(at) == ',' {
		first, at = l.apposedTo(at)
	}
	if first >= 0 && l.Mentions[first].Governed {
		first = l.head(first, at)
	}
	if first < 0 || !l.together(first, m) || !l.class(and+1).Has(mention.Definite) && l.inOneRole(first, m) {
		return m
	}
	start := l.phraseStart(first, at)
	if group := l.ending(start - 1); group >= 0 && l.Mentions[group].Kind == mention.Several {
		start = l.itemOf(l.Mentions[group].First, start) // "Senators Ann Lee and Bo Kim"
	}
	if before := l.beforePhrase(start); before >= 0 && !l.begins(before, start) {
		return m // "Park met Lee and Kim said"
	}
	if before := l.ending(start - 2); l.punct(start-1) == ',' && before >= 0 && l.listed(before, first, start) {
		return before // "Park, Lee and Kim said"
	}
	return first
}

// listed reports whether mention a, before the comma that item k is behind, stands in a row with mention b there.
func (l *line) listed(a, b, k int) bool {
	x, y := &l.Mentions[a], &l.Mentions[b]
	return x.Kind == y.Kind && x.Kind != mention.Nominal && l.together(a, b) && (x.Kind != mention.Name || x.Being == y.Being) && l.opens(a, k-2)
}

// together reports whether mentions a and b can be the subject of one verb of speech together: not a body
// beside a person, nor what may be one name.
func (l *line) together(a, b int) bool {
	x, y := &l.Mentions[a], &l.Mentions[b]
	switch {
	case x.Owner || x.Governed || x.Kind == mention.Document || x.Being == mention.Location:
		return false
	case x.Kind == mention.Pro:
		return l.Text.Tokens[x.First].Class.Has(mention.Subject) && !l.Text.Tokens[x.First].Class.Has(mention.It|mention.You|mention.Who)
	case y.Kind == mention.Name && y.Being != mention.Person && y.NameLast-y.NameFirst == 1 && x.Kind == mention.Name && x.Being != mention.Person && x.NameLast-x.NameFirst > 1:
		return false // the Committee on Roads and Bridges
	case l.human(x):
		return true
	case l.human(y):
		return y.Kind == mention.Several
	}
	return y.Kind == mention.Body || l.Text.Tokens[max(y.First-1, 0)].Class.Has(mention.Definite) // not "the Academy of Arts and Letters"
}

// inOneRole reports whether mention a may only be a part of the role before the name of mention b: "the novelist
// and critic Ann Lee".
func (l *line) inOneRole(a, b int) bool {
	x, y := &l.Mentions[a], &l.Mentions[b]
	return y.RoleFirst < y.RoleLast && y.RoleFirst < y.First && (x.Kind != mention.Name || x.Being != mention.Person)
}

// human reports whether mention x is of people, not of a body.
func (l *line) human(x *mention.Mention) bool {
	return x.Kind == mention.Nominal || x.Kind == mention.Several || x.Kind == mention.Name && x.Being != mention.Organisation
}

// begins reports whether a clause can begin behind item k: where its sentence does, behind a mark, behind
// "that" or a verb of speech.
func (l *line) begins(k, start int) bool {
	return l.quoteAt(k) || l.punct(k) != 0 || l.tok(k).Sentence != l.tok(start).Sentence || l.opensClause(k) || l.class(k).Has(mention.That|mention.Core)
}

// apposedTo is the mention, and its last item, before the aside that the comma at item k closes; -1: there
// is none.
func (l *line) apposedTo(k int) (m, at int) {
	for i := k - 1; i > 0 && i > k-hostReach && !l.quoteAt(i) && l.tok(i).Sentence == l.tok(k).Sentence; i-- {
		if l.punct(i) == ',' {
			if m := l.ending(i - 1); m >= 0 && l.opensAside(i+1) {
				return m, i - 1
			}
			return -1, k
		}
		if l.tok(i).Shape == mention.Lower && l.class(i).Has(mention.Core) {
			return -1, k
		}
	}
	return -1, k
}

// example is the only one named of those who are mention m, near item k: Lee of "critics such as Lee said". Else it
// is m.
func (l *line) example(m, k int) int {
	x := &l.Mentions[m]
	if x.Kind != mention.Several {
		return m
	}
	i := l.itemOf(x.Last, k)
	aside := l.punct(i) == ','
	if aside {
		i++
	}
	if l.tok(i).Shape != mention.Lower || !l.Text.Words.Exemplifies(l.Text.Word(l.token(i)), aside) {
		return m
	}
	if i++; l.class(i).Has(mention.As) {
		i++
	}
	n := l.startingNear(i)
	if n < 0 || !l.individual(n) || l.itemOf(l.Mentions[n].Last, i) > k || !aside && l.punct(l.itemOf(l.Mentions[n].Last, i)) == ',' {
		return m // "Critics like Lee, and said"
	}
	return n
}
