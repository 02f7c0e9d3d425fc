package attribute

import "onrecord/quotes/mention"

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

// absolute reports whether mention x, which starts at item k, has a participle of its own
// behind a preposition: "…, with Lee taking to the stage to call it".
func (l *line) absolute(x *mention.Mention, k int) bool {
	end := l.itemOf(x.Last, k)
	return x.Governed && !x.Owner && l.class(k-1).Has(mention.Preposition) && l.punct(k-2) == ',' && l.class(end).Has(mention.Participle) && !l.class(end).Has(mention.Past)
}

// longestIntroductory bounds the words between a preposition and the noun it governs.
const longestIntroductory = 4

// introductory reports whether mention x, which starts at item k, ends the phrase with a
// preposition that opens its sentence: "In their long reply, they said".
func (l *line) introductory(x *mention.Mention, k int) bool {
	if x.Kind == mention.Pro || l.punct(l.itemOf(x.Last, k)) != ',' {
		return false
	}
	for i := k - 1; i >= 0 && i >= k-longestIntroductory && !l.quoteAt(i); i-- {
		t := l.tok(i)
		switch {
		case t.Sentence != x.Sentence || t.Shape == mention.Mark:
			return false
		case t.Class.Has(mention.Preposition) && !t.Class.Has(mention.Subordinate):
			return i == 0 || l.tok(i-1).Sentence != x.Sentence
		case t.Shape != mention.Lower:
			return false
		}
	}
	return false
}
