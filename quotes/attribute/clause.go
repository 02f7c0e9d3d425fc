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

// beforePhrase is the item before the phrase of the mention at item k: before its article, its
// owner, or those that it is one of.
func (l *line) beforePhrase(k int) int {
	if owner := l.ending(k - 2); owner >= 0 && l.Mentions[owner].Owner {
		k = l.itemOf(l.Mentions[owner].First, k)
	}
	if l.class(k-1).Has(mention.Definite) && l.tok(k-1).Shape != mention.Mark {
		k--
	}
	return l.withOneOf(k) - 1
}

// withOneOf is the item at which the phrase at item k begins with those of whom it tells one, "one of the drivers", or k.
func (l *line) withOneOf(k int) int {
	if l.class(k-1).Has(mention.Preposition) && l.class(k-1).Has(mention.Joint) && l.class(k-2).Has(mention.Determiner) {
		return k - 2
	}
	return k
}

// subordinate reports whether the word at item k opens a clause that is not the main one.
func (l *line) subordinate(k int) bool {
	c := l.class(k)
	if l.tok(k).Shape == mention.Capital {
		c &^= mention.That // "If Lee spoke, Kim", not "asked if Lee spoke"
	}
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

// longestGesture bounds the words of a sentence that only shows who speaks next.
const longestGesture = 9

// takesOver is the candidate that a short sentence between the stretch at item k and the
// one before is about, who is somebody else: "'Now,' said Lee. His neighbour leaned
// over. 'Why?'" -1: there is no such sentence.
func (d *decoder) takesOver(l *line, k int) int {
	if !d.answerable(l, k) {
		return -1
	}
	prev, i := d.near.prev, k-1
	for sentence := l.tok(i).Sentence; i > 0 && !l.quoteAt(i-1) && l.tok(i-1).Sentence == sentence; i-- {
		if k-i > longestGesture {
			return -1
		}
	}
	m := l.starting(i)
	if m < 0 || l.quoteAt(i-1) || l.punct(i-1) != '.' || l.Mentions[m].Owner || !d.personal(m) || !d.stranger(m, d.out[prev].Source.Mention) ||
		l.class(l.itemOf(l.Mentions[m].Last, i)).Has(mention.Preposition|mention.Conjunction|mention.Be) {
		return -1
	}
	return d.proposed(m)
}

// answerable reports whether whole words between the stretch before and the one at item k, which
// nobody says there, may tell that somebody else speaks now.
func (d *decoder) answerable(l *line, k int) bool {
	prev := d.near.prev
	if prev < 0 || d.out[prev].Source.Mention < 0 || d.pool.direct() || l.quoteAt(k-1) || d.startsSmall(int(l.items[k].index)) {
		return false
	}
	_, open := l.openSentence(k)
	return !open
}

// ownClause is the candidate whose clause, behind a word or mark that opens it, says nothing but the
// stretch at item k: the residents of "Lee praised it but residents called it '…'", Park of "Lee left
// after Park told the court that it was '…'". -1: there is none.
func (d *decoder) ownClause(l *line, k int) int {
	for i := range d.pool.list {
		x, m := &d.pool.list[i], &d.Mentions[d.pool.list[i].Mention]
		f := &x.Features
		if x.place != sentenceBefore || f.Passive || f.Infinitive || f.Distance > longestEmbedded || l.class(k+1).Has(mention.By) || x.CueFirst < int(m.PrintLast) {
			continue
		}
		v, ok := l.verbAt(l.itemOf(int32(x.CueFirst), k))
		if !ok || v.participle && v.at != l.itemOf(m.PrintLast, k) || !v.core && (f.Distance > longestCall || l.class(k-1).Has(mention.Be)) || !f.Aside && !l.noMark(l.itemOf(m.PrintLast, k), v.at) {
			continue
		}
		at := l.beforePhrase(l.phraseStart(x.Mention, k))
		if l.joins(at) && l.punct(k-1) != '-' || !v.participle && m.Kind != mention.Pro && !l.minds(v) && l.noMark(v.end, k) && (l.opensClause(at) || l.endsOpening(at)) {
			return i
		}
	}
	return -1
}

// minds reports whether verb v tells what somebody has in mind, not what they say.
func (l *line) minds(v verb) bool { return l.Text.Words.Minds(l.Text.Word(l.token(v.at))) }

// mindOf is the candidate in whose words candidate c only has the stretch at item k in mind: Lee of
// "Lee said Kim, the mayor, wanted to '…'". -1: c speaks.
func (d *decoder) mindOf(l *line, k int, c *Candidate) int {
	if c.CueFirst >= c.CueLast || !c.Features.Weak {
		return -1
	}
	v, ok := l.verbAt(l.itemOf(int32(c.CueFirst), k))
	if !ok || !l.minds(v) || l.opensClause(l.beforePhrase(l.phraseStart(c.Mention, k))) || l.joins(l.beforePhrase(l.phraseStart(c.Mention, k))) {
		return -1
	}
	return d.pool.nearest(func(x *proposal) bool {
		return x.saysBefore() && !x.Features.Weak && x.Mention != c.Mention && x.CueLast <= int(d.Mentions[c.Mention].First)
	})
}

// joins reports whether the word at item k joins a clause to the one before it.
func (l *line) joins(k int) bool {
	c, next := l.class(k), l.class(k+1)
	if c.Has(mention.Joint) && (l.ending(k-1) >= 0 || l.ending(k-2) >= 0) && !(next.Has(mention.Core|mention.Auxiliary) && l.starting(k+1) < 0) {
		return false // "Lee and Kim"
	}
	return c.Has(mention.Conjunction)
}

// opensClause reports whether the word or mark at item k opens a clause within or beside another.
func (l *line) opensClause(k int) bool {
	c := l.class(k)
	return l.punct(k) == ';' || c.Has(mention.Subordinate|mention.As|mention.Who) && !c.Has(mention.That)
}

// endsOpening reports whether the comma at item k ends a clause that opens the sentence and is not the
// main one: "Although Lee said little, the mayor".
func (l *line) endsOpening(k int) bool {
	if l.punct(k) != ',' {
		return false
	}
	sentence, acted := l.tok(k).Sentence, false
	for i := k - 1; i >= 0 && i > k-maxWalk && !l.quoteAt(i) && l.tok(i).Sentence == sentence; i-- {
		t := l.tok(i)
		switch {
		case l.punct(i) == ',':
			return false
		case i == 0 || l.quoteAt(i-1) || l.tok(i-1).Sentence != sentence:
			return acted && l.subordinate(i)
		case t.Shape == mention.Lower && t.Class.Has(mention.Verb|mention.Past|mention.Auxiliary) && !t.Class.Has(mention.Participle|mention.Noun):
			acted = true
		}
	}
	return false
}

// inOpening reports whether item i stands in a clause that opens the sentence, is not the main one and
// ends before item k.
func (l *line) inOpening(i, k int) bool {
	for ; i < k; i++ {
		if l.punct(i) == ',' {
			return l.endsOpening(i)
		}
	}
	return false
}

// noMark reports whether the items from one on to another, which is left out, are words only.
func (l *line) noMark(from, to int) bool {
	for i := from; i < to; i++ {
		if l.quoteAt(i) || l.tok(i).Shape == mention.Mark && l.punct(i) != 0 && !l.beforeState(i) {
			return false
		}
	}
	return true
}

// beforeState reports whether the comma at item k only stands between a town and its state.
func (l *line) beforeState(k int) bool {
	m := l.starting(k + 1)
	return m >= 0 && l.punct(k) == ',' && l.Mentions[m].Being == mention.Location && l.tok(k-1).Shape == mention.Capital && l.class(k-2).Has(mention.Preposition)
}

// hearsay is the candidate from whom somebody has the stretch at item k: the nurse of "Lee said she had
// been told by a nurse that it was '…'", Kim of "Lee agreed with Kim, who said it was '…'". -1: none.
func (d *decoder) hearsay(l *line, k int) int {
	near := d.pool.nearest((*proposal).cuedBefore)
	if near < 0 {
		return -1
	}
	x := &d.pool.list[near]
	if x.Rule != Indirect && x.Rule != Preceding || x.Features.Distance > longestUttered {
		return -1
	}
	v, ok := l.verbAt(l.itemOf(int32(x.CueFirst), k))
	if !ok || v.participle || v.infinitive {
		return -1
	}
	if v.passive {
		if !x.Features.Weak && l.class(v.end).Has(mention.By) && l.noMark(l.pastNamed(x.Mention, v.end), k-1) {
			return near
		}
		return -1
	}
	if (v.core || l.trait(v.at)&mention.Christens != 0 && x.Features.Distance <= longestCall) && l.noMark(v.end, k-1) && l.beyond(v, x.Mention) {
		return near
	}
	if d.tellsOfHost(l, k, v, x) {
		return near
	}
	if x.Features.Weak {
		return -1
	}
	if l.joins(v.at-1) && l.noMark(v.end, k) && l.whoseActs(v.at-1, l.tok(v.at).Sentence) == x.Mention {
		return near
	}
	if v.core && l.joins(v.at-1) && l.noMark(v.end, k) && d.heard(near) {
		return near
	}
	return -1
}

// tellsOfHost reports whether candidate x is the "who" right behind somebody, or they, and its verb v leads to
// the stretch at item k: "Lee argued with Kim, who called it '…'".
func (d *decoder) tellsOfHost(l *line, k int, v verb, x *proposal) bool {
	if !l.class(v.at-1).Has(mention.Who) || !l.noMark(v.end, k) {
		return false
	}
	host := l.ending(v.at - 2)
	if l.punct(v.at-2) == ',' {
		host = l.ending(v.at - 3)
	}
	if host < 0 || !d.speaks(host) {
		return false
	}
	return v.core && (l.Mentions[host].Kind == mention.Name || l.punct(v.at-2) == ',') || l.punct(v.at-2) == ',' && x.Features.Distance <= longestCall
}

// pastNamed is the item behind mention m, near item k, and behind the apposition that tells who that is.
func (l *line) pastNamed(m, k int) int {
	end := l.itemOf(l.Mentions[m].Last, k)
	switch inside := l.punct(l.phraseStart(m, k)-1) == ','; {
	case l.punct(end) != ',':
		return k
	case inside:
		return end + 1
	}
	for i := end + 1; i < end+hostReach && i < len(l.items) && !l.quoteAt(i); i++ {
		if l.punct(i) == ',' {
			return i + 1
		}
	}
	return k
}

// heard reports whether candidate i is who was asked or told something by another before: Lee of "Lee
// was asked by Kim if it was late and said it was '…'".
func (d *decoder) heard(i int) bool {
	if d.Mentions[d.pool.list[i].Mention].Governed {
		return false
	}
	for j := range d.pool.list {
		x := &d.pool.list[j]
		if x.place == sentenceBefore && x.Features.Passive && x.CueFirst < x.CueLast && x.Mention != d.pool.list[i].Mention && d.Mentions[d.pool.list[i].Mention].First < int32(x.CueFirst) {
			return true
		}
	}
	return false
}

// elliptic is the candidate right before the colon of the stretch at item k, whose verb is that of the
// clause before: Kim of "Lee wrote '…,' and Kim: '…'". -1: none.
func (d *decoder) elliptic(l *line, k int) int {
	if l.punct(k-1) != ':' {
		return -1
	}
	m := l.ending(k - 2)
	if m >= 0 {
		m = l.head(m, k-2)
	}
	if m < 0 || l.Mentions[m].Governed || l.Mentions[m].Kind == mention.Document || !d.speaks(m) {
		return -1
	}
	at := l.beforePhrase(l.phraseStart(m, k))
	if at < 1 || !l.class(at).Has(mention.Conjunction) || !l.quoteAt(at-1) && l.punct(at-1) != ',' {
		return -1
	}
	return d.proposed(m)
}

// fronting reports whether the stretch at item k ends a clause that comes before the main one: "Told
// that Lee had called it '…,' Kim smiled".
func (d *decoder) fronting(l *line, k int) bool {
	sentence, open := l.openSentence(k)
	if !open || d.lastChar(int(l.items[k].index)) != ',' && !d.commaBehind(int(l.items[k].index)) {
		return false
	}
	i := k - 1
	for ; i > 0 && !l.quoteAt(i-1) && l.tok(i-1).Sentence == sentence; i-- {
		if k-i > maxWalk/2 || l.punct(i) == ',' {
			return false
		}
	}
	return l.subordinate(i) || l.asked(i, sentence)
}

// interviewer is the candidate who asks the stretch at item k where its sentence tells only whom: the
// paper of "In an interview with the paper, Lee was asked: '…'". -1: none.
func (d *decoder) interviewer(l *line, k int) int {
	v, ok := l.verbAt(k - 2)
	if !ok || !v.passive || l.punct(k-1) != ',' && l.punct(k-1) != ':' || l.trait(v.at)&mention.Asks == 0 {
		return -1
	}
	for i := v.at - 1; i > 0 && i > k-maxWalk/2 && !l.quoteAt(i) && l.tok(i).Sentence == l.tok(v.at).Sentence; i-- {
		if !l.class(i).Has(mention.CueNoun) || !l.class(i+1).Has(mention.Preposition) || l.trait(i+1)&mention.Via != 0 {
			continue
		}
		m := l.startingNear(i + 2)
		if m < 0 {
			continue
		}
		if x := &l.Mentions[m]; x.Kind == mention.Body || x.Being == mention.Organisation || x.Kind == mention.Name && x.Being == mention.Undecided && l.class(i+2).Has(mention.Definite) {
			return d.proposed(m)
		}
	}
	return -1
}

// lastWord is the candidate with whose verb, set off by a comma, the sentence of the stretch at item k
// ends, while nobody says it right there or before: "It was '…' when Lee came, said Park", "Lee's '…' was
// folly, Park said." -1: there is none.
func (d *decoder) lastWord(l *line, k int) int {
	found := -1
	for i := range d.pool.list {
		x := &d.pool.list[i]
		before := x.cuedBefore() && (x.Rule == Preceding || x.Rule == Indirect)
		switch {
		case x.Rule == Following || x.Rule == Inverted || before && (!x.Features.Weak || x.Features.Distance <= longestCall):
			return -1
		case x.place != sentenceAfter || x.Rule != Trailing || x.Features.Weak:
		case x.CueFirst >= int(d.Mentions[x.Mention].Last) && d.lastChar(int(l.items[k].index)) == ',':
		case l.punct(min(l.itemOf(int32(x.CueFirst), k), l.phraseStart(x.Mention, k))-1) == ',':
			found = i
		}
	}
	return found
}

// stranger reports whether mention m is of another person than mention n, by their
// names or by their gender.
func (d *decoder) stranger(m, n int) bool {
	x, y := &d.Mentions[m], &d.Mentions[n]
	if x.Kind == mention.Pro {
		return x.Gender != mention.Unknown && y.Gender != mention.Unknown && x.Gender != y.Gender
	}
	return (x.Kind == mention.Name || x.Kind == mention.Nominal) && d.likeness(m, n) == 7
}

// namer is the candidate right before a verb of calling which the stretch at item k follows, so that what is called
// so stands before them: Kim of "Lee said it was late, a claim Kim called '…'". -1: there is none.
func (d *decoder) namer(l *line, k int) int {
	verb := l.articleless(k)
	if l.trait(verb)&mention.Christens == 0 || l.class(verb).Has(mention.Infinitive|mention.Participle) {
		return -1
	}
	v, ok := l.verbAt(verb)
	m := l.ending(verb - 1)
	if m >= 0 && l.Mentions[m].Governed {
		m = l.head(m, verb-1)
	}
	if !ok || v.passive || v.participle || m < 0 || l.Mentions[m].Governed || l.Mentions[m].Owner || !d.speaks(m) || d.Text.Tokens[d.Mentions[m].First].Class.Has(mention.Who) {
		return -1
	}
	if at := l.beforePhrase(l.phraseStart(m, k)); at < 0 || l.tok(at).Shape != mention.Lower || l.class(at).Has(mention.Closed|mention.Verb) && !l.class(at).Has(mention.CueNoun) {
		return -1
	}
	return d.proposed(m)
}

// parenthesis is the candidate who says, between commas, what the sentence of the stretch at item k tells: Kim of
// "Lee, said Kim, was '…'". -1: there is none, or another verb of speech follows.
func (d *decoder) parenthesis(l *line, k int) int {
	near := d.pool.nearest((*proposal).cuedBefore)
	if near < 0 {
		return -1
	}
	x := &d.pool.list[near]
	if x.Features.Weak || x.Features.Passive || x.CueLast > int(d.Mentions[x.Mention].First) || x.Features.Distance > longestUttered {
		return -1
	}
	v, ok := l.verbAt(l.itemOf(int32(x.CueFirst), k))
	if !ok || l.parenthetic(v) != x.Mention || l.punct(l.itemOf(d.Mentions[x.Mention].PrintLast, k)) != ',' || l.apposes(x.Mention, v.end) {
		return -1
	}
	return near
}
