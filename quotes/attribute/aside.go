package attribute

import "onrecord/quotes/mention"

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

// pastAside reports whether the clause with "who", mention m, or with "which" before it, whose verb
// is v ends before the stretch at item p: "the man, who asked not to be named, was '…'", "the plan,
// which Lee supports, was '…'".
func (l *line) pastAside(m int, v verb, p int) bool {
	who := l.itemOf(l.Mentions[m].First, v.at)
	if !l.class(who).Has(mention.Who) {
		if who = l.beforePhrase(l.phraseStart(m, v.at)); who < 0 || !l.class(who).Has(mention.Who) && l.trait(who)&mention.OfThing == 0 {
			return l.conceded(who, v, p)
		}
	}
	if l.punct(who-1) != ',' {
		return l.conceded(who, v, p)
	}
	for i := v.end; i < p-1; i++ {
		if l.punct(i) == ',' && l.tok(i+1).Shape == mention.Lower && l.class(i+1).Has(mention.Auxiliary|mention.Past|mention.Verb) && !l.class(i+1).Has(mention.Participle) {
			return true
		}
	}
	return false
}

// conceded reports whether verb v stands in a clause that the word at item k opens within another, and
// that one goes on behind it: "said that although Lee had apologised, the plan was '…'".
func (l *line) conceded(k int, v verb, p int) bool {
	if c := l.class(k); !c.Has(mention.Subordinate) || c.Has(mention.That|mention.As|mention.Preposition) {
		return false
	}
	comma := -1
	for i := v.end; i < p; i++ {
		switch {
		case l.quoteAt(i), l.class(i).Has(mention.That), l.punct(i) == ',' && comma >= 0:
			return false
		case l.punct(i) == ',':
			comma = i
		case comma >= 0 && i > comma+1 && l.class(i).Has(mention.Be):
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

// interjected is the comma that opens what only tells from whom the sentence is known, where the comma
// at item k closes it: "The clerk, he said, had called". -1: it closes something else.
func (l *line) interjected(k int) int {
	if l.punct(k) != ',' || !l.class(k-1).Has(mention.Core) {
		return -1
	}
	m := l.ending(k - 2)
	if v, ok := l.verbAt(k - 1); m < 0 || !ok || v.participle || v.passive {
		return -1
	}
	if at := l.beforePhrase(l.phraseStart(m, k)); at > 0 && l.punct(at) == ',' {
		return at
	}
	return -1
}

// beyond reports whether verb v stands behind such an interjection of somebody else than mention m.
func (l *line) beyond(v verb, m int) bool {
	sentence := l.tok(v.at).Sentence
	for i := v.at - 1; i > 0 && i > v.at-maxWalk/2 && !l.quoteAt(i) && l.tok(i).Sentence == sentence; i-- {
		if l.interjected(i) >= 0 {
			return l.ending(i-2) != m
		}
	}
	return false
}
