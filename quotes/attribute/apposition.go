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
// what its holder does: "the judge leading the inquiry, Ann Lee, asked". -1: they hold something else.
func (l *line) postmodified(i, k int) int {
	n := l.starting(i + 1)
	if n < 0 || !l.individual(n) || l.items[k].index != l.Mentions[n].Last {
		return -1
	}
	for j := i - 1; j > 0 && j > i-hostReach && !l.quoteAt(j) && l.tok(j).Sentence == l.Mentions[n].Sentence && l.tok(j).Shape != mention.Mark; j-- {
		if !l.class(j).Has(mention.Participle) || l.tok(j).Shape != mention.Lower {
			continue
		}
		if m := l.ending(j - 1); m >= 0 && l.Mentions[m].Kind == mention.Nominal && !l.Mentions[m].Plural && !l.Mentions[m].Governed {
			return n
		}
		return -1
	}
	return -1
}

// pastComplement is the comma behind the complement of a role that begins at item k, "of
// the office in the capital,"; k: none follows it.
func (l *line) pastComplement(k int) int {
	for i := k + 1; i < len(l.items) && i < k+hostReach; i++ {
		t := l.tok(i)
		switch {
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
