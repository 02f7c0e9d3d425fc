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

// relativeHost is whom the clause with "who" is about that mention m, before item k, is
// the object of: Ann Lee in "Ann Lee, who leads the Water Council, which owns the dams,
// said" and in "Ann Lee, the Liberal who leads". -1: it stands in none.
func (l *line) relativeHost(m, k int) int {
	start := l.itemOf(l.Mentions[m].First, k)
	for i := start - 1; i > 1 && i >= start-hostReach; i-- {
		t := l.tok(i)
		if l.quoteAt(i) || t.Shape == mention.Mark || t.Sentence != l.tok(start).Sentence {
			return -1
		}
		if !t.Class.Has(mention.Who) || i == start-1 {
			continue
		}
		at := i - 1
		if l.punct(at) == ',' {
			at--
		}
		host := l.ending(at)
		if host < 0 {
			return -1
		}
		if role := l.itemOf(l.Mentions[host].First, at); l.Mentions[host].Kind == mention.Nominal && l.punct(role-1) == ',' {
			if n := l.ending(role - 2); n >= 0 && l.individual(n) && !l.Mentions[n].Governed {
				return n
			}
		}
		return l.head(host, at)
	}
	return -1
}

// unclosed is the name before role m, which ends before item k, where no comma ends the
// apposition: Ann Lee of "Ann Lee, president and chief executive of the bank said"; else m.
func (l *line) unclosed(m, k int) int {
	x := &l.Mentions[m]
	if x.Kind != mention.Nominal || x.Plural || x.Definite || x.Owned || l.Text.Tokens[x.First].Class.Has(mention.Determiner) {
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

// longestCleft bounds the words between "it was" and "that".
const longestCleft = 8

// cleft reports whether the "it" at item k only leads to a clause whose subject acts:
// "it was then that Lee rose".
func (l *line) cleft(k int) bool {
	if !l.class(k).Has(mention.It) || !l.class(k+1).Has(mention.Be) {
		return false
	}
	for i := k + 2; i < k+longestCleft && !l.quoteAt(i) && l.tok(i).Shape != mention.Mark; i++ {
		if l.class(i).Has(mention.That) {
			return l.starting(i+1) >= 0
		}
	}
	return false
}

// longestActs bounds the words between a subject and its verb: "the court on Friday freed".
const longestActs = 5

// acts reports whether a verb follows mention x, which starts at item k, before others
// can be its subject.
func (l *line) acts(x *mention.Mention, k int) bool {
	start := l.itemOf(x.Last, k)
	for i := start; i < start+longestActs && !l.quoteAt(i) && l.starting(i) < 0; i++ {
		t := l.tok(i)
		if t.Shape == mention.Mark || t.Class.Has(mention.Who|mention.That|mention.Conjunction|mention.Participle) {
			return false
		}
		if t.Shape == mention.Lower && t.Class.Has(mention.Verb|mention.Past|mention.Auxiliary) {
			return true
		}
	}
	return false
}

// behindComma reports whether a comma stands before item k, or before its article.
func (l *line) behindComma(k int) bool {
	if l.class(k - 1).Has(mention.Definite) {
		k--
	}
	return l.punct(k-1) == ','
}

// subordinate reports whether the word at item k opens a clause that is not the main one.
func (l *line) subordinate(k int) bool {
	c := l.class(k)
	return c.Has(mention.Subordinate) && !c.Has(mention.Conjunction|mention.That|mention.Who)
}

// pastAside reports whether the clause with "who", mention m, whose verb is v ends
// before the stretch at item p: "the man, who asked not to be named, was '…'".
func (l *line) pastAside(m int, v verb, p int) bool {
	who := l.itemOf(l.Mentions[m].First, v.at)
	if !l.class(who).Has(mention.Who) || l.punct(who-1) != ',' {
		return false
	}
	for i := v.end; i < p-1; i++ {
		if l.punct(i) == ',' && l.tok(i+1).Shape == mention.Lower && l.class(i+1).Has(mention.Auxiliary|mention.Past|mention.Verb) && !l.class(i+1).Has(mention.Participle) {
			return true
		}
	}
	return false
}

// closesAside reports whether the stretch at item p ends an aside behind the subject of
// its sentence, so that a verb behind it is that subject's: "Lee, citing '…,' said the
// mayor would go".
func (l *line) closesAside(p int) bool {
	sentence, open := l.openSentence(p)
	if !open || l.lastChar(int(l.items[p].index)) != ',' && l.punct(p+1) != ',' {
		return false
	}
	comma := -1
	for i := p - 1; i >= 0 && i > p-maxWalk && !l.quoteAt(i) && l.tok(i).Sentence == sentence; i-- {
		t := l.tok(i)
		switch {
		case l.punct(i) == ',' && comma >= 0, t.Shape == mention.Mark && t.Punct != ',':
			return false
		case l.punct(i) == ',':
			comma = i
		case comma >= 0 && t.Shape == mention.Lower && t.Class.Has(mention.Verb|mention.Past|mention.Auxiliary) && !t.Class.Has(mention.Noun):
			return false
		}
	}
	if comma < 0 || l.ending(comma-1) < 0 {
		return false
	}
	c := l.class(comma + 1)
	return c.Has(mention.Who|mention.Participle) && !c.Has(mention.Past)
}

// answers reports whether the verb v behind the stretch at item p has a quotation of
// its own, while a clause before the main one holds that stretch: "After Lee said it was
// '…,' Kim said: '…'".
func (l *line) answers(p int, v verb) bool {
	sentence, open := l.openSentence(p)
	if !open || !l.introduces(v) {
		return false
	}
	told := false
	for i := p - 1; i >= 0 && i > p-maxWalk && !l.quoteAt(i); i-- {
		if l.tok(i).Sentence != sentence {
			return told && l.subordinate(i+1)
		}
		if u, ok := l.verbAt(i); ok && u.speech && !u.participle {
			told = true
		}
		if i == 0 {
			return told && l.subordinate(0)
		}
	}
	return false
}
