package attribute

import "onrecord/quotes/mention"

// heardHim is the him or her whom somebody hears or quotes, where the verb nearest before the stretch at item k
// tells what they said: "Lee heard him say it was '…'", "Lee quoted her as saying". -1: there is none.
func (d *decoder) heardHim(l *line, k int) int {
	v := l.lastVerb(k)
	if v < 0 || !l.class(v).Has(mention.Infinitive|mention.Participle) {
		return -1
	}
	object := v - 1
	as := l.class(object).Has(mention.As)
	if as {
		object--
	}
	m := l.ending(object)
	if m < 0 || !l.class(object).Has(mention.He|mention.She|mention.They) || l.class(object).Has(mention.Subject) {
		return -1
	}
	if as && l.quotedBefore(v-1) == m || !as && l.observedAt(m, v) {
		return d.proposed(m)
	}
	return -1
}

// lastVerb is the item of the last verb in small letters before the stretch at item k in its sentence, where no
// mark stands between but right before the stretch; -1: there is none.
func (l *line) lastVerb(k int) int {
	if _, open := l.openSentence(k); !open {
		return -1
	}
	for i := k - 1; i > 1 && i > k-maxWalk/2 && !l.quoteAt(i); i-- {
		if l.class(i).Has(mention.Verb) && l.tok(i).Shape == mention.Lower {
			return i
		}
		if l.punct(i) != 0 && i < k-1 {
			break
		}
	}
	return -1
}

// heardThere is who is heard to say the stretch at item k, where somebody else only plays it: the senator of "Lee
// played a tape in which the senator can be heard saying '…'". -1: nobody.
func (d *decoder) heardThere(l *line, k int) int {
	v := l.lastVerb(k)
	if v < 2 || l.quoteAt(v-1) || !l.class(v).Has(mention.Participle) || !l.Text.Words.Observes(l.Text.Word(l.token(v-1))) || !l.class(v-2).Has(mention.Be) {
		return -1
	}
	subject := v - 3
	for subject > 0 && l.class(subject).Has(mention.Auxiliary|mention.Adverb) {
		subject-- // "can clearly be heard"
	}
	m := l.ending(subject)
	if m < 0 || d.Mentions[m].Governed || d.Mentions[m].Owner {
		return -1
	}
	return d.proposed(m)
}
