package attribute

import "onrecord/quotes/mention"

// verb is a cue verb in a line.
type verb struct {
	at         int // item
	end        int // item behind its tail: "went on"
	core       bool
	speech     bool // core too
	participle bool
	infinitive bool
	passive    bool
}

// toldInHeading reports whether the verb at item k, which ends a heading, is what was done to whoever stands before
// it, as nobody else is told anything: "…, court told".
func (l *line) toldInHeading(k int) bool {
	return l.heading && k+1 == len(l.items) && l.trait(k)&mention.Tells != 0 && !l.class(k).Has(mention.Present|mention.Infinitive)
}

// verbAt reads the cue verb at item k, if there is one.
func (l *line) verbAt(k int) (verb, bool) {
	t := l.tok(k)
	c := t.Class
	if !c.Has(mention.Verb|mention.Phrasal) || t.Shape != mention.Lower && !l.capitalVerb(k) {
		return verb{}, false
	}
	if l.toldInHeading(k) {
		return verb{}, false
	}
	v := verb{at: k, end: k + 1, core: c.Has(mention.Core), speech: c.Has(mention.Core | mention.Speech)}
	if !c.Has(mention.Verb) {
		switch {
		case l.class(k + 1).Has(mention.Tail):
			v.end = k + 2
		case l.inner && l.punct(k+1) == ',' && l.quoteAt(k+2): // he goes, '…'
		default:
			return verb{}, false
		}
		v.speech = true
	} else if c.Has(mention.Phrasal) && l.class(k+1).Has(mention.Tail) && !l.class(k+1).Has(mention.It) {
		v.end, v.speech = k+2, true // called out, hit back
	}
	v.participle = c.Has(mention.Participle)
	v.infinitive = c.Has(mention.Infinitive)
	prev := k - 1
	for l.class(prev).Has(mention.Adverb) && !l.class(prev).Has(mention.Determiner) || l.manner(prev) {
		prev--
	}
	if l.class(prev).Has(mention.Subordinate) && l.class(prev-1).Has(mention.Auxiliary) {
		prev-- // "has since called"
	}
	p := l.tok(prev)
	switch {
	case p.Class.Has(mention.Possessive):
		return verb{}, false
	case p.Class.Has(mention.Determiner) && p.Shape == mention.Lower && l.startAtItem(prev) < 0:
		return verb{}, false // "the claim"
	case p.Class.Has(mention.Genitive) && (!c.Has(mention.Participle) || c.Has(mention.CueNoun)) && !l.pronounBefore(prev):
		return verb{}, false // "Kim's call"
	case p.Class.Has(mention.Preposition) && !p.Class.Has(mention.To) && p.Shape == mention.Lower && !v.participle:
		return verb{}, false // "in response"
	case p.Class.Has(mention.Title) && !v.core && !(c.Has(mention.Present) && l.ending(prev) >= 0), l.placesOffice(k):
		return verb{}, false
	}
	if v.infinitive && !c.Has(mention.Participle|mention.PastBase) && t.Trait&mention.SeldomBody != 0 && l.oneName(prev) {
		return verb{}, false // "Shan state"
	}
	if v.infinitive && !c.Has(mention.Participle) && k > 0 && !l.allowsBase(prev) && !l.pastToo(k) && !l.observedAt(l.ending(k-1), k) && l.introducedObject(k) < 0 {
		return verb{}, false
	}
	if !v.core && !v.participle && !c.Has(mention.PastBase) && !l.allowsVerb(prev) && (c.Has(mention.Infinitive|mention.Present) || !l.person(prev-1) && !l.hasObject(k) && !l.doneBy(k)) {
		return verb{}, false // "humanitarian issues"
	}
	if !v.speech && l.asSaying(k) >= 0 {
		return verb{}, false
	}
	if !v.participle && p.Class.Has(mention.Be) && !p.Class.Has(mention.Genitive) {
		v.passive = true
	}
	return v, true
}

// placesOffice reports whether the word at item k, a verb by its form, tells where the office in
// capitals behind it is held: "state Sen. Ann Lee".
func (l *line) placesOffice(k int) bool {
	next := l.tok(k + 1)
	return l.class(k).Has(mention.Infinitive) && l.trait(k)&mention.SeldomBody != 0 && next.Class.Has(mention.Title) && next.Shape == mention.Capital
}

// hasObject reports whether an object follows the past form of a verb at item k: "injured by the
// blast accused Lee". What somebody is called may be a name, too, so that a stretch has to follow there.
func (l *line) hasObject(k int) bool {
	m := l.starting(k + 1)
	if m < 0 {
		return l.class(k+1).Has(mention.Determiner|mention.Possessive) && l.trait(k)&mention.Christens == 0
	}
	x := &l.Mentions[m]
	return x.Kind == mention.Pro || l.trait(k)&mention.Christens == 0 || l.quoteAt(l.itemOf(x.Last, k+1))
}

// capitalVerb reports whether the word with a capital at item k is a verb all the
// same: in a heading, or where its sentence opens with "Described by X" or "Described as '…' by X".
func (l *line) capitalVerb(k int) bool {
	if l.tok(k).Shape != mention.Capital {
		return false
	}
	return l.class(k).Has(mention.Core) && (l.ending(k-1) >= 0 || l.punct(k-1) == ',') ||
		(l.class(k+1).Has(mention.By) || l.doneBy(k)) && l.tok(k-1).Sentence != l.tok(k).Sentence
}

// doneBy reports whether the verb at item k calls something what stands between the marks behind it, and "by" tells
// who does: branded of "a plan branded '…' by Lee".
func (l *line) doneBy(k int) bool {
	if l.class(k + 1).Has(mention.As) {
		k++
	}
	return l.quoteAt(k+1) && l.class(k+2).Has(mention.By)
}

// longestQuoted bounds the words for whom somebody quotes.
const longestQuoted = 12

// asSaying is the item of the "as" where the verb at item k only passes on whom
// another quotes, "the agency quoted Lee as saying"; -1: it does not.
func (l *line) asSaying(k int) int {
	for i := k + 1; i < len(l.items)-1 && i < k+longestQuoted; i++ {
		if l.quoteAt(i) || l.tok(i).Shape == mention.Mark && l.punct(i) != ',' {
			return -1
		}
		if l.class(i).Has(mention.As) {
			next := l.class(i + 1)
			if l.quoteAt(i+1) || !next.Has(mention.Participle) || !next.Has(mention.Core|mention.Speech) {
				return -1
			}
			return i
		}
	}
	return -1
}

// allowsVerb reports whether a verb that may be a noun as well can follow item k.
func (l *line) allowsVerb(k int) bool {
	if k < 0 || l.quoteAt(k) || l.ending(k) >= 0 {
		return true
	}
	t := l.tok(k)
	return t.Shape == mention.Mark || t.Class.Has(mention.Closed|mention.Genitive|mention.Pronoun|mention.Clause) || t.Shape != mention.Lower
}

// person reports whether a role that is a subject ends at item k.
func (l *line) person(k int) bool {
	m := l.ending(k)
	return m >= 0 && l.Mentions[m].Kind == mention.Nominal && !l.Mentions[m].Governed && !l.Mentions[m].Owner
}

// pastToo: "read", "put" and "hit" are the past forms as well.
func (l *line) pastToo(k int) bool {
	return l.class(k).Has(mention.PastBase|mention.Core) && !l.class(k).Has(mention.CueNoun)
}

// oneName reports whether a name of one, and of nobody else beside, ends at item k.
func (l *line) oneName(k int) bool {
	m := l.ending(k)
	if m < 0 || l.Mentions[m].Kind != mention.Name || l.Mentions[m].Plural || l.Mentions[m].Being == mention.Organisation {
		return false
	}
	return !l.class(l.itemOf(l.Mentions[m].First, k) - 1).Has(mention.Conjunction)
}

// allowsBase reports whether a base form may follow item k: to, would, they,
// officials.
func (l *line) allowsBase(k int) bool {
	c := l.class(k)
	if c.Has(mention.To | mention.Auxiliary | mention.I | mention.We | mention.They | mention.You | mention.Who) {
		return true
	}
	if m := l.ending(k); m >= 0 {
		return l.Mentions[m].Plural || l.Mentions[m].Kind == mention.Several
	}
	return false
}

func (l *line) pronounBefore(k int) bool {
	m := l.ending(k - 1)
	return m >= 0 && l.Mentions[m].Kind == mention.Pro
}

func (l *line) startAtItem(k int) int { return l.starting(k) }
