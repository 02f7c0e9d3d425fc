package attribute

import (
	"strings"

	"onrecord/quotes"
	"onrecord/quotes/mention"
)

const (
	// nameWords is the length up to which a stretch is the name of something where
	// people in general call it that.
	nameWords = 4
	// longestAs bounds the words between "known" and "as".
	longestAs = 4
	// longestCalled bounds those between a stretch and "is the word".
	longestCalled = 4
)

// termed reports whether the words around the stretch at item k tell that it is what
// something is called, or a word of which they tell: a statement titled "…", known
// locally as "…", the word "…", what bakers call "…", "…" is the word for it.
func (d *decoder) termed(l *line, k, words int) bool {
	if d.letter(int(l.items[k].index)) || words <= titleWords && (d.borne(l, k) || d.glossed(l, k)) || words <= termWords && l.amongWords(k) {
		return true
	}
	i := k - 1
	if l.punct(i) == ',' {
		i--
	}
	for l.class(i).Has(mention.Determiner) && i == k-1 {
		i--
	}
	switch {
	case l.trait(i)&mention.Titles != 0:
		return words <= titleWords
	case l.class(i).Has(mention.As) && i < k && words <= titleWords:
		return l.aliasAt(i)
	case words <= termWords && i == k-1 && l.trait(i)&mention.AnyWord != 0:
		return l.class(i - 1).Has(mention.Determiner)
	case words > nameWords:
		return false
	}
	for ; i >= k-longestCalled && l.tok(i).Shape == mention.Lower || l.class(i).Has(mention.Genitive); i-- {
		if l.trait(i)&mention.Christens != 0 && l.class(i).Has(mention.Infinitive) {
			return l.generally(i)
		}
	}
	return l.calledBehind(k, words)
}

// longestRow bounds the items of a row of words before the stretch.
const longestRow = 24

// amongWords reports whether the stretch at item k is in a row of words by which something is told apart, "identified by
// words such as “will” and “may”", and not of those that somebody used.
func (l *line) amongWords(k int) bool {
	i := k - 1
	for i > 1 && i > k-longestRow && (l.quoteAt(i) || l.punct(i) == ',' || l.class(i).Has(mention.Conjunction)) {
		i--
	}
	switch c := l.class(i); {
	case i > 1 && c.Has(mention.As) && l.trait(i-1)&mention.Points != 0:
		i -= 2 // words such as
	case i > 0 && c.Has(mention.Preposition) && !c.Has(mention.As|mention.Joint):
		i-- // words like
	default:
		return false
	}
	if l.tok(i).Shape != mention.Lower || l.quoteAt(i) || !l.class(i-1).Has(mention.By) {
		return false
	}
	one, several := strings.CutSuffix(l.Text.Word(l.token(i)), "s")
	return several && l.Text.Words.Trait(one)&mention.AnyWord != 0
}

// borne reports whether the stretch at item k stands before the thing that bears it or is called
// so: a “keep out” sign, the “Lanterns” director.
func (d *decoder) borne(l *line, k int) bool {
	q := int(l.items[k].index)
	if d.lastChar(q) != 0 || !l.plainWord(k+1) {
		return false
	}
	kind := l.told(k + 1)
	return kind == kindSurface || kind == kindWork && !d.startsSmall(q)
}

// glossed reports whether the stretch at item k says in other words what the term before it
// means: “papillon”, or “the butterfly”.
func (d *decoder) glossed(l *line, k int) bool {
	if !l.plainWord(k-1) || l.told(k-1) != kindGloss {
		return false
	}
	i := k - 2
	if l.punct(i) == ',' {
		i--
	}
	return l.quoteAt(i) && d.out[int(l.items[i].index)].Kind == quotes.KindScare
}

// letter reports whether a stretch is a mere letter or digit.
func (d *decoder) letter(q int) bool {
	span := d.Quoted[q].Span
	return span.End-span.Start == 1 && d.Text.Source[span.Start] != 'I'
}

// trait is the traits of the word at item k, none for a mark or a stretch.
func (l *line) trait(k int) mention.Trait {
	if k < 0 || k >= len(l.items) || l.items[k].quote || l.tok(k).Shape != mention.Lower {
		return 0
	}
	return l.Text.Tokens[l.items[k].index].Trait
}

// aliasAt reports whether the "as" at item k stands behind "known" or "referred to", but not where
// somebody says so of something: "she referred to it as".
func (l *line) aliasAt(k int) bool {
	for i := k - 1; i >= k-longestAs; i-- {
		if l.trait(i)&mention.Alias != 0 {
			return i+2 >= k || !l.class(i+1).Has(mention.To) || l.class(i-1).Has(mention.Be)
		}
		if !l.class(i).Has(mention.Adverb|mention.To|mention.It|mention.They) && l.tok(i).Shape != mention.Lower {
			return false
		}
	}
	return false
}

// generally reports whether the subject of the verb at item k is people in general,
// who always call it that: "what bakers call".
func (l *line) generally(k int) bool {
	if c := l.class(k); !c.Has(mention.Infinitive) || c.Has(mention.PastBase) {
		return false
	}
	k--
	for l.class(k).Has(mention.Adverb) {
		k--
	}
	if l.class(k).Has(mention.Determiner | mention.Possessive) {
		return false // "a call handler"
	}
	m := l.ending(k)
	if m < 0 { // only of several who are not in the tables can the base form be
		return l.tok(k).Shape == mention.Lower && !l.class(k).Has(mention.Closed|mention.To|mention.Verb)
	}
	x := &l.Mentions[m]
	return x.Kind == mention.Several && !x.Definite || x.Kind == mention.Pro && l.class(k).Has(mention.We)
}

// calledBehind reports whether behind the stretch at item k stands that it is a word,
// or what people in general call something: "…", as bakers call it.
func (l *line) calledBehind(k, words int) bool {
	i := k + 1
	if l.punct(i) == ',' {
		i++
	}
	as := l.class(i).Has(mention.As)
	if !as && (words > termWords || !l.class(k+1).Has(mention.Be) || !l.class(k+2).Has(mention.Determiner)) {
		return false
	}
	for end := i + longestCalled; i <= end; i++ {
		switch {
		case as && l.trait(i)&(mention.Christens|mention.Alias) != 0 && l.class(i-1).Has(mention.Be):
			return !l.class(i + 1).Has(mention.By) // "…", as the rule is called
		case as && l.trait(i)&mention.Christens != 0:
			return l.generally(i)
		case !as && l.trait(i)&mention.AnyWord != 0:
			return true
		}
	}
	return false
}
