package attribute

import "onrecord/quotes/mention"

// heardHim is the him or her whom somebody hears or quotes, where the last verb v tells what they said: "Lee heard him
// say it was '…'", "Lee quoted her as saying". -1: there is none.
func (d *decoder) heardHim(l *line, v int) int {
	if !l.class(v).Has(mention.Infinitive | mention.Participle) {
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

// heardThere is who is heard to say what follows the last verb v, where somebody else only plays it: the senator of
// "Lee played a tape in which the senator can be heard saying '…'". -1: nobody.
func (d *decoder) heardThere(l *line, v int) int {
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
