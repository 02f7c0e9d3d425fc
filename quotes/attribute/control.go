package attribute

import "onrecord/quotes/mention"

// longestObject bounds the words of an object before its name.
const longestObject = 3

// answersFor is who does what the participle behind the preposition at item k tells, the
// object of a verb that praises or blames: Lee of "thanked Lee for calling"; -1: nobody.
func (l *line) answersFor(k int) int {
	if k < 1 || !l.class(k).Has(mention.Preposition) || !l.Text.Words.Cause(l.Text.Word(l.token(k))) {
		return -1
	}
	if m := l.thanked(k - 1); m >= 0 {
		return m
	}
	k = l.beforeDate(k)
	m := l.ending(k - 1)
	if name := l.ending(k - 2); m < 0 && l.punct(k-1) == ',' && name >= 0 && l.individual(name) { // "thanked the envoy, Ann Lee, for"
		if start := l.itemOf(l.Mentions[name].First, k); l.punct(start-1) == ',' && l.free(start-2) {
			if m = l.ending(start - 2); l.objectOf(m, start-1) >= 0 {
				return name
			}
			return -1
		}
	}
	if at := l.target(m, k); at >= 0 {
		return at
	}
	return l.objectOf(m, k)
}

// target is mention m, before item k, where it is at whom or with whom somebody does something: Lee of "laughed at
// Lee", "angry with Lee". Else it is -1.
func (l *line) target(m, k int) int {
	if m < 0 || !l.Mentions[m].Governed || l.Mentions[m].Owner || l.Mentions[m].Being == mention.Location || l.Mentions[m].Kind == mention.Document {
		return -1
	}
	at := l.beforePhrase(l.phraseStart(m, k))
	if at < 1 || l.tok(at).Shape != mention.Lower || !l.Text.Words.Targets(l.Text.Word(l.token(at))) || l.tok(at-1).Shape != mention.Lower || l.class(at-1).Has(mention.Closed|mention.Determiner) {
		return -1
	}
	return m
}

// thanked is who is thanked where the word at item k is "thanked": Lee of "Lee should be thanked" and
// of "wants Lee thanked"; -1: the word is none such.
func (l *line) thanked(k int) int {
	if c := l.class(k); l.tok(k).Shape != mention.Lower || !c.Has(mention.Past) || c.Has(mention.Noun|mention.Core) {
		return -1
	}
	for i := k - 1; i >= 0 && i >= k-longestActs && !l.quoteAt(i); i-- {
		if m := l.ending(i); m >= 0 {
			return l.head(m, i)
		}
		if !l.class(i).Has(mention.Auxiliary | mention.Adverb | mention.Negative | mention.Be) {
			return -1
		}
	}
	return -1
}

// beforeDate is the item behind the object of a verb where a day stands before item k: "thanked Lee on
// Monday for".
func (l *line) beforeDate(k int) int {
	if i := k - 1; i > 0 && l.class(i).Has(mention.Date) && l.ending(i) < 0 {
		if l.class(i - 1).Has(mention.Preposition) {
			i--
		}
		return i
	}
	return k
}

// objectOf is mention m, before item k, where it is the object of a verb; else -1.
func (l *line) objectOf(m, k int) int {
	if m < 0 {
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
		case t.Shape == mention.Mark || t.Sentence != x.Sentence:
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
	cue := l.nearCue(k, c)
	return cue >= 0 && l.class(cue).Has(mention.Participle) && l.answersFor(cue-1) == c.Mention
}

// nearCue is the item of the cue of candidate c where that stands near the stretch at item k; -1:
// there is none.
func (l *line) nearCue(k int, c *Candidate) int {
	if c.CueFirst >= c.CueLast || c.Features.Distance > longestEmbedded {
		return -1
	}
	return l.itemOf(int32(c.CueFirst), k)
}

// caused reports whether candidate c is whom something, not somebody, made say the stretch at item
// k: Lee of "an attack that prompted Lee to say it was '…'".
func (l *line) caused(k int, c *Candidate) bool {
	cue := l.nearCue(k, c)
	if cue < 0 || !l.class(cue).Has(mention.Infinitive) || !l.class(cue-1).Has(mention.To) || l.ending(cue-2) != c.Mention || !l.free(cue-2) {
		return false
	}
	start := l.phraseStart(c.Mention, k)
	for i := start - 1; i > 0 && i >= start-longestObject && !l.quoteAt(i) && l.tok(i).Shape == mention.Lower; i-- {
		if l.class(i).Has(mention.Participle) && !l.class(i).Has(mention.Verb) {
			return l.punct(i-1) == ',' // "Kim resigned, prompting Lee to say"
		}
		if l.transitive(i) {
			return l.thing(i-1) || l.Text.Words.Compels(l.Text.Word(l.token(i)))
		}
	}
	return false
}

// observed reports whether candidate c is whom somebody heard or saw say the stretch at item k: Lee of
// "Kim recalled Lee saying it was '…'", of "quoted Lee as saying".
func (l *line) observed(k int, c *Candidate) bool {
	cue := l.nearCue(k, c)
	if cue >= 0 && l.class(cue).Has(mention.Participle|mention.Infinitive) && l.introducedObject(cue) == c.Mention {
		return true
	}
	if cue < 0 || !l.class(cue).Has(mention.Participle) || l.class(k-1).Has(mention.As) {
		return cue >= 0 && l.class(cue).Has(mention.Infinitive) && l.observedAt(c.Mention, cue) // "heard Lee call it"
	}
	if l.class(cue - 1).Has(mention.As) {
		return l.punct(cue-2) == ',' || l.ending(cue-2) == c.Mention && l.free(cue-2) || l.quotedBefore(cue-1) == c.Mention
	}
	return l.observedAt(c.Mention, cue) || l.quotedBefore(cue) == c.Mention
}

// observedAt reports whether mention m, right before item k, is the object of a verb of hearing or seeing.
func (l *line) observedAt(m, k int) bool {
	if m < 0 || l.ending(k-1) != m {
		return false
	}
	start := l.withOneOf(l.phraseStart(m, k))
	for i := start - 1; i >= 0 && i >= start-longestObject && !l.quoteAt(i) && l.tok(i).Shape == mention.Lower; i-- {
		if l.Text.Words.Observes(l.Text.Word(l.token(i))) {
			return true
		}
		if l.class(i).Has(mention.Verb|mention.Preposition|mention.Participle) && !(l.class(i).Has(mention.To) && l.reacts(i-1)) {
			return false
		}
	}
	return false
}

// beforeTo is the mention right before the "to" of infinitive v; -1: there is none.
func (l *line) beforeTo(v verb) int {
	if !v.infinitive || !l.class(v.at-1).Has(mention.To) {
		return -1
	}
	return l.ending(v.at - 2)
}

// purposeful is who gets in touch with somebody to do what infinitive v tells: Lee of "Lee rang Kim to say". -1: there
// is no such verb.
func (l *line) purposeful(v verb) int {
	m := l.beforeTo(v)
	if m < 0 || l.Mentions[m].Governed {
		return -1
	}
	at := l.beforePhrase(l.phraseStart(m, v.at))
	if at < 1 || l.tok(at).Shape != mention.Lower || !l.Text.Words.Contacts(l.Text.Word(l.token(at))) {
		return -1
	}
	return l.clauseSubject(at, l.tok(v.at).Sentence)
}

// fallsTo is to whom it falls to do what infinitive v tells: Lee of "It fell to Lee to say". -1: there is nobody.
func (l *line) fallsTo(v verb) int {
	m := l.beforeTo(v)
	if m < 0 {
		return -1
	}
	to := l.beforePhrase(l.phraseStart(m, v.at))
	if !l.class(to).Has(mention.To) || l.tok(to-1).Shape != mention.Lower || !l.Text.Words.Falls(l.Text.Word(l.token(to-1))) {
		return -1
	}
	return m
}

// introducedObject is the name, which ends before item k, in apposition to the object of a verb of hearing or
// seeing: Lee of "heard a witness, Lee, call it". -1: there is none.
func (l *line) introducedObject(k int) int {
	if l.punct(k-1) != ',' {
		return -1
	}
	m := l.ending(k - 2)
	if m < 0 || l.Mentions[m].Owner {
		return -1
	}
	role := l.phraseStart(m, k)
	if l.class(role - 1).Has(mention.Definite) {
		role--
	}
	if l.punct(role-1) != ',' {
		return -1
	}
	host := l.ending(role - 2)
	if host >= 0 && l.Mentions[host].Governed {
		host = l.head(host, role-2)
	}
	if host < 0 || l.Mentions[host].Kind != mention.Nominal || !l.observedAt(host, l.itemOf(l.Mentions[host].Last, role)) {
		return -1
	}
	return m
}

// thing reports whether item k is the end of a subject that is nobody: a noun of no mention, that or
// which.
func (l *line) thing(k int) bool {
	c := l.class(k)
	if l.trait(k)&mention.OfThing != 0 || c.Has(mention.That) && l.trait(k)&mention.Points != 0 {
		return true
	}
	return l.tok(k).Shape == mention.Lower && l.ending(k) < 0 && !c.Has(mention.Closed|mention.Conjunction|mention.Adverb|mention.Pronoun|mention.To|mention.Negative|mention.Participle|mention.Past)
}

// quotedHim is the candidate whom somebody quotes before the colon of the stretch at item k: Lee of "Kim
// quoted Lee in full: '…'"; -1: nobody does.
func (d *decoder) quotedHim(l *line, k int) int {
	if l.punct(k-1) != ':' {
		return -1
	}
	for i := k - 2; i > 0 && i > k-longestQuoted && !l.quoteAt(i) && l.punct(i) == 0; i-- {
		if l.class(i).Has(mention.Core) {
			return -1
		}
		if l.tok(i).Shape != mention.Lower || !l.Text.Words.Quotes(l.Text.Word(l.token(i))) {
			continue
		}
		if m := l.opener(i, k); m >= 0 && d.speaks(m) {
			return d.proposed(m)
		}
		return -1
	}
	return -1
}

// punisher is the candidate who did something to somebody for what stands between the marks of item k:
// the league of "was fined by the league for '…'"; -1: nobody did.
func (d *decoder) punisher(l *line, k int) int {
	if !l.Text.Words.Cause(l.Text.Word(l.token(max(k-1, 0)))) {
		return -1
	}
	m := l.ending(k - 2)
	if m < 0 {
		return -1
	}
	at := l.beforePhrase(l.phraseStart(m, k))
	if !l.class(at).Has(mention.By) || !l.class(at-1).Has(mention.Past) && !l.class(at-1).Has(mention.Verb) || !l.class(at-2).Has(mention.Be|mention.Adverb) {
		return -1
	}
	return d.proposed(m)
}
