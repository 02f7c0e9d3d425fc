package attribute

import "onrecord/quotes/mention"

// hostReach bounds the words between "who" and the last name of its clause, and those
// of a role that stands behind a name.
const hostReach = 12

// individual reports whether mention m is the name of somebody, as far as its form tells.
func (l *line) individual(m int) bool {
	x := &l.Mentions[m]
	return x.Kind == mention.Name && !x.Owner && (x.Being == mention.Person || x.Being == mention.Undecided && x.NameLast-x.NameFirst > 1)
}

// apposed is the name between the commas at items i and k, where before them stands a
// role with a complement that ends with mention m: "the head of the union on the
// council, Ann Lee, asked". -1: they hold something else.
func (l *line) apposed(m, i, k int) int {
	n := l.starting(i + 1)
	if n < 0 || !l.Mentions[m].Governed || !l.individual(n) || l.items[k].index != l.Mentions[n].Last {
		return -1
	}
	if role := l.head(m, i-1); role < 0 || l.Mentions[role].Kind != mention.Nominal {
		return -1
	}
	return n
}

// postmodified is the name between the commas at items i and k, where a role stands before them with
// what tells of it: "the judge leading the inquiry, Ann Lee, asked", "the secretary for culture, media
// and sport, Ann Lee,". -1: they hold something else.
func (l *line) postmodified(i, k int) int {
	n := l.starting(i + 1)
	if n < 0 || !l.individual(n) || l.items[k].index != l.Mentions[n].Last {
		return -1
	}
	for j := i - 1; j > 0 && j > i-hostReach && !l.quoteAt(j) && l.tok(j).Sentence == l.Mentions[n].Sentence; j-- {
		if m := l.ending(j); m >= 0 && j < i-1 && l.Mentions[m].Kind == mention.Nominal && !l.Mentions[m].Plural && !l.Mentions[m].Governed {
			if start := l.phraseStart(m, j); l.punct(start-1) == ',' && l.ending(start-2) >= 0 {
				return -1 // "Ann Lee, head of sales, Kent Water, said"
			}
			return n
		}
		if !l.tellsOf(j) {
			return -1
		}
	}
	return -1
}

// tellsOf reports whether the word or mark at item j can stand between a role and the comma behind all
// that tells of it.
func (l *line) tellsOf(j int) bool {
	t := l.tok(j)
	switch {
	case t.Shape == mention.Mark:
		return t.Punct == ',' && l.field(j-1) && l.field(j+1)
	case t.Shape != mention.Lower:
		return true
	case t.Class.Has(mention.Participle):
		return !t.Class.Has(mention.Core)
	}
	return !t.Class.Has(mention.Past|mention.Auxiliary|mention.Who|mention.That|mention.Subject) && (!t.Class.Has(mention.Verb) || t.Class.Has(mention.Noun|mention.Office)) &&
		(!t.Class.Has(mention.Subordinate) || t.Class.Has(mention.Joint))
}

// field reports whether the word at item k is what an office may be for, in small letters or not.
func (l *line) field(k int) bool {
	return k >= 0 && k < len(l.items) && !l.quoteAt(k) && l.tok(k).Shape != mention.Mark && l.Text.Words.Lookup(l.Text.Word(l.token(k)), true).Has(mention.Office)
}

// pastComplement is the comma behind the complement of a role that begins at item k, "of
// the office in the capital,"; k: none follows it.
func (l *line) pastComplement(k int) int {
	for i := k + 1; i < len(l.items) && i < k+hostReach; i++ {
		t := l.tok(i)
		switch {
		case l.punct(i) == ',' && l.field(i-1) && l.field(i+1): // for culture, media and sport
		case l.punct(i) == ',':
			return i
		case l.quoteAt(i), t.Shape == mention.Mark && t.Punct != '\'', t.Shape == mention.Lower && t.Class.Has(mention.Verb|mention.Past|mention.Auxiliary|mention.Who|mention.That) && !t.Class.Has(mention.Noun):
			return k
		}
	}
	return k
}

// unclosed is the name before role m, which ends before item k, where no comma ends the
// apposition: Ann Lee of "Ann Lee, president and chief executive of the bank said"; else m.
func (l *line) unclosed(m, k int) int {
	x := &l.Mentions[m]
	if x.Kind != mention.Nominal || x.Plural || x.Owned || l.Text.Tokens[x.First].Class.Has(mention.Determiner) {
		return m
	}
	start := l.itemOf(x.First, k)
	for i := start - 1; i > 0 && i >= start-hostReach; i-- {
		t := l.tok(i)
		if l.punct(i) == ',' && t.Sentence == x.Sentence {
			if n := l.ending(i - 1); n >= 0 && l.individual(n) && !l.Mentions[n].Governed {
				return n
			}
			return m
		}
		if t.Shape != mention.Lower || t.Class.Has(mention.Verb|mention.Closed) && !t.Class.Has(mention.Conjunction|mention.Noun) {
			return m
		}
	}
	return m
}
