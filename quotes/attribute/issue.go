package attribute

import "onrecord/quotes/mention"

// longestStatement bounds the words from the verb of issuing a statement to its words.
const longestStatement = 24

// issues is the candidate who issued the statement whose words the stretch at item k is, "the airline
// put out a statement that said it was '…'"; -1: none did, or somebody in it says so.
func (d *decoder) issues(l *line, k int) int {
	inner := int32(-1)
	for i := k - 1; i > 0 && i >= k-longestStatement && !l.quoteAt(i) && l.punct(i) != '.'; i-- {
		v, ok := l.verbAt(i)
		if !ok {
			continue
		}
		m, _ := l.subject(v)
		if l.Text.Issues(int(l.items[i].index)) {
			if inner >= l.items[i].index {
				return -1
			}
			return d.proposed(m)
		}
		if (v.speech || !v.participle) && m >= 0 && d.personal(m) {
			inner = max(inner, d.Mentions[m].First)
		}
	}
	return -1
}

// issuing finds the verb by which the text of mention m, which ends at item k, is issued.
func (l *line) issuing(m, k int) (verb, bool) {
	x := &l.Mentions[m]
	at := l.itemOf(x.First, k) - 1
	if x.Kind != mention.Document || !l.Text.Words.Issued(l.Text.Word(int(x.Head))) {
		return verb{}, false
	}
	v, ok := l.verbAt(at)
	if !ok && l.class(at).Has(mention.Tail) {
		v, ok = l.verbAt(at - 1) // "put out a statement"
	}
	return v, ok && l.trait(v.at)&mention.Issues != 0 && !v.passive
}

// writing is the item of the verb by which the text of mention m, which ends at item k, is written to
// somebody: sent of "sent Lee a letter". -1: there is none.
func (l *line) writing(m, k int) int {
	x := &l.Mentions[m]
	at := l.itemOf(x.First, k) - 1
	hearer := l.ending(at)
	if x.Kind != mention.Document || hearer < 0 {
		return -1
	}
	if at = l.beforePhrase(l.phraseStart(hearer, at)); at < 1 || l.tok(at).Shape != mention.Lower || l.trait(at)&mention.Writes == 0 && !l.Text.Words.Hands(l.Text.Word(l.token(at))) {
		return -1
	}
	return at
}

// author is by whom a text is whose verb v stands behind "that", or which somebody tells of: Lee of "a report by
// Lee that called it", of "Kim said a letter by Lee called it". -1: there is no such text.
func (l *line) author(v verb) int {
	that := v.at - 1
	for l.class(that).Has(mention.Auxiliary | mention.Adverb) {
		that--
	}
	if v.participle {
		return -1
	}
	relative := l.class(that).Has(mention.That) || l.trait(that)&mention.OfThing != 0
	if !relative {
		that++
	}
	if relative && l.punct(that-1) == ',' {
		that-- // "a study by Lee, which found"
	}
	host := l.ending(that - 1)
	if relative && host >= 0 {
		if at := l.writing(host, that-1); at >= 0 {
			return l.clauseSubject(at, l.tok(v.at).Sentence) // "sent Kim a text that said"
		}
	}
	if host < 0 || !l.Mentions[host].Governed {
		return -1
	}
	by := l.beforePhrase(l.phraseStart(host, that))
	if by < 1 || !l.class(by).Has(mention.By) && l.trait(by)&mention.Source == 0 {
		return -1
	}
	text := l.ending(by - 1)
	if text < 0 || l.Mentions[text].Kind != mention.Document || !relative && !l.within(l.beforePhrase(l.phraseStart(text, by))) {
		return -1
	}
	return host
}
