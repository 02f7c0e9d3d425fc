package attribute

import "onrecord/quotes/mention"

// maxWalk bounds how many items a search goes from a verb to its subject, so
// that a paragraph of any length stays linear.
const maxWalk = 80

// maxShared bounds how many verbs in a row share a subject.
const maxShared = 4

// subject finds the mention that is the subject of the verb at item k, or -1,
// and whether an aside stands between them. Of several it is the first.
func (l *line) subject(v verb) (m int, aside bool) {
	if by := l.author(v); by >= 0 {
		return by, false
	}
	if caller := max(l.purposeful(v), l.fallsTo(v)); caller >= 0 {
		return caller, false
	}
	if seen := l.introducedObject(v.at); seen >= 0 && (v.participle || v.infinitive) {
		return seen, true
	}
	m, aside = l.subjectWithin(v, maxShared)
	if first := l.agreeing(m, v); first >= 0 {
		return first, true
	}
	if m >= 0 && l.itemOf(l.Mentions[m].First, v.at) < v.at {
		m = l.example(l.firstOfJoint(m, v.at), v.at)
	}
	return m, aside
}

// subjectWithin is subject, following at most depth verbs that share theirs.
func (l *line) subjectWithin(v verb, depth int) (m int, aside bool) {
	k := v.at - 1
	if m := l.answersFor(k); m >= 0 && v.participle {
		return m, false
	}
	sentence := l.tok(v.at).Sentence
	for steps := 0; k >= 0 && steps < maxWalk; steps++ {
		t := l.tok(k)
		if l.items[k].quote {
			if v.participle && l.lastChar(int(l.items[k].index)) == ',' {
				return l.sharedSubject(k, sentence, depth), false // "they praised '…,' adding that"
			}
			return l.clauseSubject(k, sentence), false
		}
		if t.Sentence != sentence {
			return -1, false
		}
		if m := l.ending(k); m >= 0 {
			if x := &l.Mentions[m]; x.Kind == mention.Pro && v.infinitive && k < v.at-1 && !x.Governed {
				return m, aside // "led her to declare"
			}
			if v.participle && k == v.at-1 && l.placed(m, k) {
				return l.clauseSubject(k, sentence), false // "marched on the ministry chanting"
			}
			if v.participle && k == v.at-1 && depth > 0 && !l.observedAt(m, k+1) {
				if u, ok := l.hears(m, k); ok {
					return l.subjectWithin(u, depth-1) // "emailed supporters saying"
				}
				if u, ok := l.issuing(m, k); ok {
					return l.subjectWithin(u, depth-1) // "issued a statement saying"
				}
				if at := l.writing(m, k); at >= 0 {
					return l.clauseSubject(at, sentence), false // "sent Lee a letter saying"
				}
			}
			if v.participle && k == v.at-1 {
				return l.heldBy(m, v.at), aside // "with Lee calling it …"
			}
			if at := l.itemOf(l.Mentions[m].First, k) - 1; l.Mentions[m].Being == mention.Location && l.behindPlace(at) {
				k = at - 1 // "Lee of Columbia, South Carolina says"
				continue
			}
			if host := l.unheard(m, k, v); host >= 0 {
				return host, true
			}
			if host := l.relativeObject(m, k); host >= 0 && !v.participle {
				return host, aside
			}
			if got := l.head(m, k); got >= 0 {
				return l.unclosed(got, k), aside
			}
			return l.innerSubject(k, sentence), aside
		}
		c := t.Class
		switch {
		case t.Shape == mention.Mark && (t.Punct == ',' || t.Punct == ')' || t.Punct == '-'):
			if m := l.contrasted(k); m >= 0 && v.participle && t.Punct == ',' {
				return m, false
			}
			if open := l.interjected(k); open >= 0 && !v.participle {
				k = open - 1 // "The clerk, he said, had called"
				continue
			}
			if m := l.there(k); m >= 0 && v.participle {
				return m, false
			}
			if m := l.accompanies(k, sentence); m >= 0 && v.participle {
				return m, true
			}
			if v.participle {
				return l.sharedSubject(k, sentence, depth), false
			}
			if m := l.beforeAside(k, sentence); m >= 0 {
				return m, true
			}
			return l.clauseSubject(k, sentence), true
		case c.Has(mention.That) && l.ending(k-1) >= 0 && k == v.at-1:
			k-- // "a message that said"
		case c.Has(mention.Conjunction):
			if m := l.whoseActs(k, sentence); m >= 0 && !v.participle && l.class(v.at).Has(mention.Verb) {
				return m, false
			}
			return l.sharedSubject(k, sentence, depth), false
		case v.participle && k == v.at-1 && c.Has(mention.As) && l.free(k-1):
			k-- // "the agency quoted Lee as saying"
		case v.participle && k == v.at-1 && c.Has(mention.As) && l.class(k-1).Has(mention.Past|mention.Verb) && l.class(k-2).Has(mention.Be):
			k -= 2 // "Lee was quoted as saying"
		case v.participle && k == v.at-1 && c.Has(mention.As) && l.punct(k-1) == ',' && l.beforeAside(k-1, sentence) >= 0:
			return l.beforeAside(k-1, sentence), true // "the agency quoted Lee, who waited, as saying"
		case k == v.at-1 && c.Has(mention.Adverb) && c.Has(mention.Subordinate) && !c.Has(mention.That|mention.Who):
			k-- // "who once said"
		case v.participle && k == v.at-1 && c.Has(mention.As) && l.quotedBefore(k) >= 0:
			return l.quotedBefore(k), true // "quoted a man in the car with Lee as saying"
		case l.trait(k)&mention.OfThing != 0 && l.punct(k-1) == ',' && !v.participle && l.body(l.ending(k-2)):
			return l.ending(k - 2), false // "sued the Post, which had called it"
		case c.Has(mention.That), c.Has(mention.Subordinate) && !c.Has(mention.Who):
			return l.clauseSubject(k, sentence), false
		case c.Has(mention.Adverb|mention.Auxiliary|mention.Negative|mention.To) || t.Shape == mention.Lower && c.Has(mention.Verb) || t.Shape == mention.Number:
			k--
		case t.Shape == mention.Mark:
			return l.clauseSubject(k, sentence), false
		case l.manner(k), k == v.at-2 && l.really(v.at):
			k-- // "had derisively called", "used to call"
		default:
			if k == v.at-1 && t.Shape == mention.Lower && !c.Has(mention.Preposition) && l.person(k-1) {
				return l.ending(k - 1), aside // "one person present called it"
			}
			if m := l.beforeRelative(k, sentence); m >= 0 {
				return m, true
			}
			if v.participle {
				return l.clauseSubject(k, sentence), false
			}
			return l.innerSubject(k, sentence), false
		}
	}
	return -1, false
}

// body reports whether mention m, -1 for none, is a body.
func (l *line) body(m int) bool {
	return m >= 0 && (l.Mentions[m].Kind == mention.Body || l.Mentions[m].Kind == mention.Name && l.Mentions[m].Being != mention.Person && l.Mentions[m].Being != mention.People)
}

// agreeing is the name that opens the sentence of verb v where mention m, the last of what an aside behind that
// lists, cannot be the verb's subject by its number: Lee of "Lee, a collector of cards and books says". -1: m can.
func (l *line) agreeing(m int, v verb) int {
	if m < 0 || !l.class(v.at).Has(mention.Present) || l.Mentions[m].Kind != mention.Document || l.Mentions[m].Last != l.Mentions[m].First+1 || !l.Text.Words.Plural(l.Text.Word(int(l.Mentions[m].Head))) {
		return -1
	}
	first := -1
	for i := v.at - 1; i >= 0 && i > v.at-maxWalk && !l.quoteAt(i) && l.tok(i).Sentence == l.tok(v.at).Sentence; i-- {
		if n := l.starting(i); n >= 0 {
			first = n
		}
	}
	if first < 0 || !l.individual(first) || l.punct(l.itemOf(l.Mentions[first].Last, v.at)) != ',' {
		return -1
	}
	return first
}

// behindPlace reports whether the comma at item k stands behind a place that a preposition leads to,
// "of Columbia,".
func (l *line) behindPlace(k int) bool {
	return l.punct(k) == ',' && l.tok(k-1).Shape == mention.Capital && l.class(k-2).Has(mention.Preposition) && l.ending(k-3) >= 0
}

// quotedBefore is whom a verb of hearing before item k has as its object, -1 for nobody.
func (l *line) quotedBefore(k int) int {
	for i := k - 1; i > 0 && i > k-longestQuoted && !l.quoteAt(i) && l.punct(i) == 0; i-- {
		if l.tok(i).Shape == mention.Lower && l.class(i).Has(mention.Verb) && l.Text.Words.Observes(l.Text.Word(l.token(i))) {
			return l.opener(i, k)
		}
	}
	return -1
}

// unheard is the role or name whose clause without "who" begins with pronoun m, which ends at item k,
// before verb v: the man of "a man she did not know told her"; -1: there is none.
func (l *line) unheard(m, k int, v verb) int {
	x := &l.Mentions[m]
	if x.Kind != mention.Pro || v.participle || v.infinitive {
		return -1
	}
	host := l.ending(l.itemOf(x.First, k) - 1)
	if host < 0 || l.Mentions[host].Governed || l.Mentions[host].Owner || l.Mentions[host].Kind != mention.Nominal {
		return -1
	}
	for i := k + 1; i < v.at; i++ {
		if l.tok(i).Shape == mention.Lower && l.class(i).Has(mention.Verb|mention.Past) && !l.class(i).Has(mention.Auxiliary) {
			return host
		}
	}
	return -1
}

// heldBy is whoever does what the participle at item k tells, behind mention m: m, or, where that only
// belongs to them, whom a verb of hearing or "with" stands before: the man of "with a man from Ely calling".
func (l *line) heldBy(m, k int) int {
	if !l.Mentions[m].Governed {
		return m
	}
	if host := l.quotedBefore(k); host >= 0 {
		return host
	}
	for i := k - 1; i > 0 && i > k-longestQuoted && !l.quoteAt(i) && l.punct(i) == 0; i-- {
		if l.tok(i).Shape != mention.Lower || !l.class(i).Has(mention.Preposition) || !l.Text.Words.Beside(l.Text.Word(l.token(i))) {
			continue
		}
		if host := l.opener(i, k); host >= 0 && l.punct(i-1) == ',' {
			return host
		}
	}
	return m
}

// really reports whether the infinitive at item k tells what somebody does, not what they want to do:
// "used to say".
func (l *line) really(k int) bool {
	return l.class(k-1).Has(mention.To) && l.tok(k-2).Shape == mention.Lower && l.Text.Words.Habit(l.Text.Word(l.token(k-2)))
}

// manner reports whether the word at item k, which the tables do not have, is an adverb by its ending.
func (l *line) manner(k int) bool {
	t := l.tok(k)
	return t.Shape == mention.Lower && t.Class&^mention.Common == 0 && l.Text.Words.Ending(l.Text.Word(l.token(k))) == "manner"
}

// accompanies is the mention behind a comma and "with" whose aside the comma at item k ends:
// Lee of "Kim resigned, with Lee, who waited, calling it"; -1: there is none.
func (l *line) accompanies(k int, sentence int32) int {
	if l.punct(k) != ',' {
		return -1
	}
	for i := k - 1; i > 2 && i > k-maxWalk/3 && !l.quoteAt(i) && l.tok(i).Sentence == sentence; i-- {
		if l.punct(i) != ',' {
			continue
		}
		m := l.ending(i - 1)
		if m < 0 {
			return -1
		}
		at := l.beforePhrase(l.phraseStart(m, i))
		if at > 0 && l.punct(at-1) == ',' && l.Text.Words.Beside(l.Text.Word(l.token(at))) {
			return m
		}
		return -1
	}
	return -1
}

// there is whoever acts in the clause about a place which the comma at item k ends: the crowd of "spoke
// outside, where the crowd waited, chanting"; -1: there is no such clause.
func (l *line) there(k int) int {
	i := k - 1
	for i > 0 && i > k-maxWalk/3 && !l.quoteAt(i) && l.punct(i) == 0 {
		i--
	}
	if l.punct(i) != ',' && l.punct(i) != '-' {
		return -1
	}
	at := i + 1
	if l.class(at).Has(mention.Preposition) && l.trait(at+1)&mention.OfThing != 0 {
		at++
	} else if !l.Text.Words.Place(l.Text.Word(l.token(at))) {
		return -1
	}
	if l.starting(at+1) < 0 && l.class(at+1).Has(mention.Adverb|mention.Preposition) && l.tok(at+2).Shape == mention.Number {
		at++ // "where about 50 people"
	}
	return l.actor(at + 1)
}

// hears finds the verb of speech whose object mention m is, which ends at item k: the
// supporters of "emailed supporters", who are not the ones to say what follows.
func (l *line) hears(m, k int) (verb, bool) {
	if x := &l.Mentions[m]; x.Kind == mention.Document {
		return verb{}, false
	}
	v, ok := l.verbAt(l.itemOf(l.Mentions[m].First, k) - 1)
	return v, ok && v.speech && !v.participle && !v.passive && !v.infinitive
}

// placed reports whether a preposition of place stands before mention m, which ends at item k.
func (l *line) placed(m, k int) bool {
	at := l.beforePhrase(l.phraseStart(m, k))
	if at < 0 || l.quoteAt(at) {
		return false
	}
	if l.class(at).Has(mention.To) { // "sent an email to supporters saying"
		return !l.reacts(at - 1)
	}
	return l.trait(at)&mention.Where != 0
}

// reacts reports whether the word at item k, before "to", tells that somebody hears or takes ill what follows does:
// objected of "objected to Lee calling it".
func (l *line) reacts(k int) bool {
	return k >= 0 && l.tok(k).Shape == mention.Lower && !l.quoteAt(k) && l.Text.Words.Hears(l.Text.Word(l.token(k)))
}

// free reports whether a mention that nothing governs ends at item k.
func (l *line) free(k int) bool {
	m := l.ending(k)
	return m >= 0 && !l.Mentions[m].Governed
}

// sharedSubject is the subject that a second verb has from the first: of the
// speech verb before it in the sentence ("X said …, adding"), or the clause's.
func (l *line) sharedSubject(k int, sentence int32, depth int) int {
	if depth == 0 {
		return l.clauseSubject(k, sentence)
	}
	for i, steps := k, 0; i >= 0 && steps < maxWalk/2; i, steps = i-1, steps+1 {
		if l.quoteAt(i) {
			continue
		}
		if l.tok(i).Sentence != sentence {
			break
		}
		if m := l.starting(i); m >= 0 && l.class(i-1).Has(mention.Clause) && l.class(i).Has(mention.Subject) {
			return m // "…, but she … and added"
		}
		if v, ok := l.verbAt(i); ok && v.speech && !v.participle && !v.passive && (!v.infinitive || v.core) && !l.class(i-1).Has(mention.To) {
			if l.class(i - 1).Has(mention.Conjunction) {
				continue
			}
			if l.inOpening(i, k) {
				break // "When Kim asked, Lee rose and said"
			}
			if i+1 < k && l.interjected(i+1) >= 0 {
				continue // "On Monday, he said, Lee rose and said"
			}
			m, _ := l.subjectWithin(v, depth-1)
			if other := l.otherTeller(m, v, k, depth); other >= 0 {
				return other
			}
			if m >= 0 {
				return m
			}
			break
		}
	}
	return l.clauseSubject(k, sentence)
}

// whoseActs is the who of the clause that the conjunction at item k goes on with, and no other: "a man
// who saw it and said". -1: there is no such clause.
func (l *line) whoseActs(k int, sentence int32) int {
	verbs := 0
	for i := k - 1; i > 0 && i > k-maxWalk/3 && !l.quoteAt(i) && l.tok(i).Sentence == sentence && l.punct(i) == 0; i-- {
		c := l.class(i)
		if m := l.starting(i); m >= 0 && c.Has(mention.Who) {
			return m
		}
		if l.tok(i).Shape == mention.Lower && c.Has(mention.Verb|mention.Past|mention.Auxiliary) && !c.Has(mention.Participle|mention.Noun) && !l.class(i-1).Has(mention.Auxiliary) {
			verbs++
		}
		if v, ok := l.verbAt(i); ok && v.speech || verbs > 1 {
			return -1
		}
	}
	return -1
}

// opens reports whether mention m, before item k, opens its sentence.
func (l *line) opens(m, k int) bool {
	if m < 0 {
		return false
	}
	i := l.itemOf(l.Mentions[m].First, k)
	return i == 0 || !l.quoteAt(i-1) && l.tok(i-1).Sentence != l.tok(i).Sentence
}

// head goes from a mention in a complement to the phrase it completes: from
// the bank to the spokesman in "a spokesman for the bank".
func (l *line) head(m, k int) int {
	sentence := l.tok(k).Sentence
	for range 4 {
		x := &l.Mentions[m]
		if x.Kind == mention.Pro && !l.class(l.itemOf(x.First, k)).Has(mention.Subject) && l.class(l.itemOf(x.First, k)).Has(mention.He|mention.She|mention.They) {
			return -1
		}
		if !x.Governed || x.Kind == mention.Pro {
			return m
		}
		k = l.phraseStart(m, k) - 2
		if k < 0 || l.tok(k).Sentence != sentence {
			return -1
		}
		// "head of the office of X": any noun before the preposition.
		if up := l.ending(k); up >= 0 {
			if l.branch(up, m) {
				return m
			}
			m = up
			continue
		}
		if up := l.complemented(m); up >= 0 && (l.trait(k)&mention.Bound != 0 || l.class(k+1).Has(mention.Genitive)) {
			m = up
			continue
		}
		return -1
	}
	return m
}

// branch reports whether the preposition between body up and the name of mention m governs only the
// first word of the role before it: "ACLU of Texas staff attorney Ann Lee".
func (l *line) branch(up, m int) bool {
	x, y := &l.Mentions[up], &l.Mentions[m]
	if x.Kind != mention.Name || x.Being != mention.Organisation && x.Being != mention.Undecided || !l.individual(m) || y.RoleFirst >= y.RoleLast || y.RoleFirst >= y.First {
		return false
	}
	first, last := &l.Text.Tokens[y.RoleFirst], &l.Text.Tokens[y.RoleLast-1]
	return first.Shape != mention.Lower && !first.Class.Has(mention.Title) && last.Shape == mention.Lower && last.Class.Has(mention.Role)
}

// complemented is the mention of whose complement mention m is the end, "a source" of "a source
// close to Lee"; -1: there is none.
func (l *line) complemented(m int) int {
	x := &l.Mentions[m]
	for up := m - 1; up >= 0 && up > m-3 && l.Mentions[up].Sentence == x.Sentence; up-- {
		if y := &l.Mentions[up]; y.PrintLast == x.Last && y.Last < x.First && y.Quote == x.Quote {
			return up
		}
	}
	return -1
}

// names reports whether name n only tells who mention m is, whom somebody else speaks for: the
// Crane Homes of "a spokesman for the landlord, Crane Homes, said".
func (l *line) names(m, n int) bool {
	x, y := &l.Mentions[m], &l.Mentions[n]
	return x.Governed && (x.Kind == mention.Nominal && y.Being != mention.Person || x.Kind == mention.Body && y.Being == mention.Organisation)
}
