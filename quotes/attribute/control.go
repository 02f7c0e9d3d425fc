package attribute

import "onrecord/quotes/mention"

// longestObject bounds the words of an object before its name.
const longestObject = 3

// answersFor is who does what the participle behind the preposition at item k tells, the
// object of a verb that praises or blames: Lee of "thanked Lee for calling"; -1: nobody.
func (l *line) answersFor(k int) int {
	m := l.ending(k - 1)
	if m < 0 || !l.class(k).Has(mention.Preposition) || !l.Text.Words.Cause(l.Text.Word(l.token(k))) {
		return -1
	}
	x := &l.Mentions[m]
	first := l.Text.Tokens[x.First].Class
	if x.Governed || x.Owner || x.Kind == mention.Document || x.Being == mention.Location || x.Kind == mention.Pro && first.Has(mention.Subject|mention.Who) && !first.Has(mention.You) {
		return -1
	}
	start := l.phraseStart(m, k)
	for i := start - 1; i > 0 && i >= start-longestObject && !l.quoteAt(i); i-- {
		t := l.tok(i)
		switch {
		case t.Shape == mention.Mark || t.Sentence != l.tok(k).Sentence:
			return -1
		case l.transitive(i):
			return m
		case t.Class.Has(mention.Closed):
			return -1
		}
	}
	return -1
}

// transitive reports whether the word at item i, before an object, can be a verb: one of the
// tables, or one that they do not have behind a subject, "Kim lauds".
func (l *line) transitive(i int) bool {
	t := l.tok(i)
	if t.Shape != mention.Lower || t.Class.Has(mention.Auxiliary|mention.Determiner|mention.Possessive) {
		return false
	}
	if t.Class.Has(mention.Verb | mention.Past) {
		return true
	}
	return t.Class&^mention.Common == 0 && (l.ending(i-1) >= 0 || l.class(i-1).Has(mention.Auxiliary|mention.To|mention.Conjunction|mention.Adverb|mention.Who))
}

// answering reports whether candidate c is who is praised or blamed for saying the stretch at
// item k.
func (l *line) answering(k int, c *Candidate) bool {
	if c.CueFirst >= c.CueLast || c.Features.Distance > longestEmbedded {
		return false
	}
	cue := l.itemOf(int32(c.CueFirst), k)
	return l.class(cue).Has(mention.Participle) && l.answersFor(cue-1) == c.Mention
}
