package attribute

import "onrecord/quotes/mention"

// What may stand between a subject and its verb: asides, brackets, clauses behind "who".

// beforeRelative is the mention whose relative clause ends before the verb
// behind item k: "an official who spoke anonymously … said".
func (l *line) beforeRelative(k int, sentence int32) int {
	for i, steps := k, 0; i > 0 && steps < maxWalk/3; i, steps = i-1, steps+1 {
		t := l.tok(i)
		if l.quoteAt(i) || t.Sentence != sentence || t.Shape == mention.Mark || t.Class.Has(mention.That|mention.Clause) {
			return -1
		}
		if l.trait(i)&mention.OfThing != 0 && l.punct(i-1) == ',' && l.opener(i, k) < 0 {
			return l.ending(i - 2) // "the council, which last week said"
		}
		if t.Class.Has(mention.Who) {
			if m := l.ending(i - 1); m >= 0 {
				return l.head(m, i-1)
			}
			return -1
		}
	}
	return -1
}

// relativeObject is the mention in whose relative clause mention m, which ends at item k, is only
// the object: the man of "a man who knows Lee said". -1: it is the object of none.
func (l *line) relativeObject(m, k int) int {
	sentence, verbs := l.tok(k).Sentence, 0
	if l.Mentions[m].Kind == mention.Pro {
		return -1
	}
	start := l.itemOf(l.Mentions[m].First, k)
	if c := l.class(start - 1); c.Has(mention.Participle) && !c.Has(mention.Noun|mention.Verb|mention.Preposition) && l.ending(start-2) >= 0 && l.free(start-2) {
		return l.head(l.ending(start-2), start-2) // "a man wearing a red coat"
	}
	for i, steps := l.phraseStart(m, k)-1, 0; i > 0 && steps < maxWalk/3; i, steps = i-1, steps+1 {
		t := l.tok(i)
		c := t.Class
		switch {
		case l.quoteAt(i), t.Sentence != sentence, t.Shape == mention.Mark && t.Punct != '\'':
			return -1
		case c.Has(mention.Who | mention.That), c.Has(mention.Possessive) && l.opens(l.ending(i-1), i): // "One mother whose son attends the school"
			host := l.ending(i - 1)
			if verbs == 0 || host < 0 || l.Mentions[host].Kind == mention.Pro {
				return -1
			}
			return l.head(host, i-1)
		case c.Has(mention.Subordinate | mention.Clause), t.Shape == mention.Lower && c.Has(mention.Core|mention.Speech):
			return -1 // "who left after Lee said", "who told reporters Lee said"
		case t.Shape == mention.Lower && !c.Has(mention.Closed|mention.Determiner|mention.Possessive|mention.Adverb|mention.Noun):
			verbs++
		}
	}
	return -1
}

// beforeAside finds, from the comma at item k which ends an aside, the mention
// that the aside is about: "X, who replaced Y, said".
func (l *line) beforeAside(k int, sentence int32) int {
	closing := l.punct(k)
	if closing == ',' && l.punct(k-1) == ')' {
		if m := l.beforeBracket(k - 1); m >= 0 && !l.Mentions[m].Governed && l.Mentions[m].Kind == mention.Name {
			return m // "Ann Lee (Ohio), said"
		}
	}
	best := -1
	for i, steps := k-1, 0; i >= 0 && steps < maxWalk; i, steps = i-1, steps+1 {
		if l.quoteAt(i) {
			break
		}
		t := l.tok(i)
		if t.Sentence != sentence {
			break
		}
		p := l.punct(i)
		opening := p == ',' && closing == ',' || p == '(' && closing == ')' || p == '-' && closing == '-'
		if !opening {
			continue
		}
		if n := l.postmodified(i, k); n >= 0 && best < 0 {
			return n
		}
		m := l.ending(i - 1)
		if m < 0 && l.punct(i-1) == ')' {
			m = l.beforeBracket(i - 1)
		}
		if m < 0 || closing != ')' && !l.opensAside(i+1) {
			if best >= 0 {
				break
			}
			continue
		}
		x := &l.Mentions[m]
		if n := l.apposed(m, i, k); n >= 0 && !l.names(m, n) {
			return n
		}
		if x.Governed || x.Being == mention.Location || l.fronted(m, i) {
			continue
		}
		if host := l.relativeHost(m, i); host >= 0 {
			return host
		}
		if outer := l.whose(m, i); outer >= 0 {
			return outer
		}
		if several := l.severalOf(m, i); several >= 0 {
			return several
		}
		best = m
		if in := l.starting(i + 1); in >= 0 && x.Kind == mention.Nominal && l.Mentions[in].Kind == mention.Name &&
			l.items[k].index == l.Mentions[in].Last {
			return in // "her adviser, X, said"
		}
		if before := l.beforePhrase(l.phraseStart(m, i)); x.Kind == mention.Name || x.Kind == mention.Pro || l.opensClause(before) || l.class(before).Has(mention.Core) {
			break
		}
	}
	return best
}

// severalOf is the several people to whom somebody belongs whom name m, which ends before item k, only names:
// the parents of "the parents of the boy, Ann Lee, 9, said". -1: there are none.
func (l *line) severalOf(m, k int) int {
	if !l.individual(m) {
		return -1
	}
	comma := l.itemOf(l.Mentions[m].First, k) - 1
	of := l.ending(comma - 1)
	if l.punct(comma) != ',' || of < 0 || !l.Mentions[of].Governed || l.Mentions[of].Sentence != l.Mentions[m].Sentence {
		return -1
	}
	if up := l.head(of, comma-1); up >= 0 && (l.Mentions[up].Kind == mention.Several || l.Mentions[up].Kind == mention.Body && l.Mentions[of].Kind != mention.Name) {
		return up
	}
	return -1
}

// fronted reports whether mention m, near item k, is the object of a participle with which the sentence
// opens: Lee of "Citing Lee, the minister said", of "As if answering Lee, the minister said".
func (l *line) fronted(m, k int) bool {
	at := l.beforePhrase(l.phraseStart(m, k))
	if at < 0 || !l.class(at).Has(mention.Participle) {
		return false
	}
	for l.class(at-1).Has(mention.Subordinate|mention.Adverb) && l.tok(at-1).Sentence == l.tok(at).Sentence {
		at--
	}
	return at == 0 || !l.quoteAt(at-1) && l.tok(at-1).Sentence != l.tok(at).Sentence
}

// longestBracket bounds the words and marks of a bracket behind a name.
const longestBracket = 8

// beforeBracket is the mention before the bracket that closes at item k: Ann Lee in
// "Ann Lee (Ohio)", -1 for none.
func (l *line) beforeBracket(k int) int {
	for i := k; i > 0 && i > k-longestBracket; i-- {
		if l.punct(i) == '(' {
			return l.ending(i - 1)
		}
	}
	return -1
}

// whoseReach is how many words may stand between "whose" and a name in its clause.
const whoseReach = 6

// whose is the mention before the clause with "whose" in which mention m is named,
// at or before item k: Ann Lee in "Ann Lee, whose husband, Bo, waited, said". -1:
// there is no such clause.
func (l *line) whose(m, k int) int {
	start := l.itemOf(l.Mentions[m].First, k)
	for i := start - 1; i > 1 && i >= start-whoseReach; i-- {
		t := l.tok(i)
		if l.quoteAt(i) || t.Sentence != l.tok(start).Sentence || t.Class.Has(mention.Verb) && !t.Class.Has(mention.Noun) {
			return -1
		}
		if t.Class.Has(mention.Possessive) && l.punct(i-1) == ',' {
			return l.ending(i - 2)
		}
	}
	return -1
}

// opensAside reports whether an aside about a mention can begin at item k.
func (l *line) opensAside(k int) bool {
	t := l.tok(k)
	c := t.Class
	if t.Shape == mention.Number || c.Has(mention.Determiner|mention.Possessive|mention.Who|mention.Preposition|mention.Participle|mention.Age|mention.Adverb) {
		return true
	}
	if c.Has(mention.Subordinate) && !c.Has(mention.Conjunction) || c.Has(mention.As) {
		return true
	}
	if m := l.starting(k); m >= 0 {
		x := &l.Mentions[m]
		return x.Kind != mention.Pro
	}
	return t.Shape == mention.Lower && !c.Has(mention.Conjunction|mention.Auxiliary)
}
