package attribute

import "onrecord/quotes/mention"

// contrasted is the subject of the clause that ends with the comma at item k, where a word sets
// that against the main one, in which nobody speaks: Lee of "The council was pleased, although
// Lee was not, writing"; -1: there is no such clause.
func (l *line) contrasted(k int) int {
	sentence, found := l.tok(k).Sentence, -1
	for i := k - 1; i > 0 && i > k-maxWalk && !l.quoteAt(i) && l.tok(i).Sentence == sentence; i-- {
		switch {
		case found >= 0:
			if v, ok := l.verbAt(i); ok && v.speech && !v.participle {
				return -1 // "Kim said it was late, though Lee was there, adding"
			}
		case l.contrasts(i):
			found = l.actor(i + 1)
		}
	}
	return found
}

// contrasts reports whether the word at item i sets a clause against the one before it: behind a
// comma, but for "but".
func (l *line) contrasts(i int) bool {
	c := l.class(i)
	if !c.Has(mention.Clause) || c.Has(mention.As|mention.Joint) || l.tok(i).Shape != mention.Lower {
		return false
	}
	return l.punct(i-1) == ',' || c.Has(mention.Conjunction) && l.class(i-1)&mention.Closed == 0
}

// actor is somebody with whom the clause at item i begins and who does something in it, -1 for
// none.
func (l *line) actor(i int) int {
	m := l.startingNear(i)
	if m < 0 {
		return -1
	}
	m = l.named(m, i)
	x := &l.Mentions[m]
	first := l.Text.Tokens[x.First].Class
	if x.Owner || x.Governed || x.Kind == mention.Document || x.Being == mention.Location || x.Kind == mention.Pro && (!first.Has(mention.Subject) || first.Has(mention.It|mention.Who)) {
		return -1
	}
	end := l.itemOf(x.Last, i)
	if l.punct(end) == ',' {
		return m // "Lee, her deputy, was less happy"
	}
	for k := end; k < end+longestActs && !l.quoteAt(k); k++ {
		t := l.tok(k)
		switch {
		case t.Shape == mention.Mark || t.Class.Has(mention.Conjunction):
			return -1
		case t.Shape == mention.Lower && t.Class.Has(mention.Verb|mention.Past|mention.Auxiliary), t.Shape == mention.Lower && t.Class&^mention.Common == 0:
			return m
		}
	}
	return -1
}

// contrasting reports whether candidate c is whose participle leads to the stretch at item k, as
// the subject of such a clause, or of one about a place.
func (l *line) contrasting(k int, c *Candidate) bool {
	cue := l.nearCue(k, c)
	return cue >= 0 && l.class(cue).Has(mention.Participle) && l.punct(cue-1) == ',' && (l.contrasted(cue-1) == c.Mention || l.there(cue-1) == c.Mention)
}
