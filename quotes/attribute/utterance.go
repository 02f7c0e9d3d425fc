package attribute

import "onrecord/quotes/mention"

// longestUttered bounds the words between a noun for what somebody says and the stretch, longestOf
// those where a preposition ties the two.
const (
	longestUttered = 16
	longestOf      = 5
)

// uttered is the candidate whose words a noun before the stretch at item k says it is of: Lee of "Kim
// rejected Lee's claim that the dam was '…'", of "Lee's advice to Kim was: '…'". -1: none.
func (d *decoder) uttered(l *line, k int) int {
	sentence, open := l.openSentence(k)
	if !open {
		return -1
	}
	verbs, that, as := 0, false, false
	for i := k - 1; i > 0 && i >= k-longestUttered && !l.quoteAt(i) && l.tok(i).Sentence == sentence; i-- {
		if before := l.interjected(i); before > 0 {
			i = before - 1 // "The answer from Lee, she said, was"
		}
		if l.punct(i) == ')' {
			i = l.openingBracket(i) - 1
		}
		if l.punct(i) == ',' && that {
			i = l.asideMade(i)
		}
		t := l.tok(i)
		c := t.Class
		switch {
		case t.Shape == mention.Mark && t.Punct != 0 && i < k-1:
			return -1
		case l.tells(i-1, i):
		case t.Shape != mention.Lower:
		case c.Has(mention.CueNoun) || l.trait(i)&mention.Points != 0 && l.trait(i+1)&mention.Source != 0 || l.Text.Words.Utterance(l.Text.Word(l.token(i))) != "":
			m := l.maker(i)
			if m < 0 && (that || verbs == 0 && l.punct(k-1) == ':') {
				m = l.ofSpeaker(i)
			}
			if m < 0 || l.Mentions[m].Kind == mention.Document {
				continue
			}
			if !l.holds(i, k, verbs, that, as) || l.punct(k-1) != 0 && !l.leading(m, i) && !l.repeated(i, k) && !l.heads(i) && !(l.by(i) && !l.addressed(i)) || that && l.christened(m, i) {
				return -1
			}
			return d.proposed(m)
		case c.Has(mention.Conjunction) && !c.Has(mention.Joint), c.Has(mention.Participle) && c.Has(mention.Verb):
			return -1
		case c.Has(mention.That):
			that = true
		case c.Has(mention.As):
			as = true
		case c.Has(mention.Genitive) && l.ending(i-1) >= 0 && l.Mentions[l.ending(i-1)].Owner: // "the union's treasurer"
		case c.Has(mention.Verb|mention.Past|mention.Auxiliary) && !c.Has(mention.Participle|mention.Noun) && !l.class(i-1).Has(mention.Auxiliary|mention.To):
			verbs++
		}
	}
	return -1
}

// tells reports whether the word at item i only tells who made the words that the noun at item k is for: made of
// "a claim made by Lee".
func (l *line) tells(k, i int) bool {
	return l.speechNoun(k) && i == k+1 && l.madeBy(k) > k
}

// speechNoun reports whether the word at item i is a noun for what somebody says.
func (l *line) speechNoun(i int) bool {
	return l.tok(i).Shape == mention.Lower && (l.class(i).Has(mention.CueNoun) || l.Text.Words.Utterance(l.Text.Word(l.token(i))) != "")
}

// asideMade is the item of the noun for words behind which the comma at item k closes what tells who made them:
// "the claim, made by Lee,". k: it closes something else.
func (l *line) asideMade(k int) int {
	for i := k - 1; i > 0 && i >= k-hostReach && !l.quoteAt(i); i-- {
		if l.punct(i) != ',' {
			continue
		}
		if l.speechNoun(i-1) && l.madeBy(i-1) > i-1 {
			return i - 1
		}
		return k
	}
	return k
}

// ofSpeaker is whose the noun at item i is by what stands around them: Lee of "the claim of Lee that" and of "the
// verdict of Lee: '…'". -1:
// nobody's.
func (l *line) ofSpeaker(i int) int {
	if c := l.class(i + 1); !c.Has(mention.Joint) || !c.Has(mention.Preposition) {
		return -1
	}
	m := l.startingNear(i + 2)
	if m < 0 || l.Mentions[m].Kind == mention.Document {
		return -1
	}
	if end := l.itemOf(l.Mentions[m].PrintLast, i); !l.class(end).Has(mention.That) && !(l.punct(end) == ':' && l.quoteAt(end+1)) {
		return -1
	}
	return m
}

// heads reports whether a sentence or clause begins with the noun at item i and whose it is: "The verdict of Lee".
func (l *line) heads(i int) bool {
	return l.class(i-1).Has(mention.Definite) && l.ofSpeaker(i) >= 0 && (i < 2 || l.begins(i-2, i-1))
}

// holds reports whether what the noun at item i is for holds the stretch at item k, given the verbs
// between and whether "that" and "as" stand there: "claim that it was '…'", "claim of '…'", "answer
// was: '…'", but not "claim was '…'".
func (l *line) holds(i, k, verbs int, that, as bool) bool {
	switch mark := l.punct(k - 1); {
	case as:
		return !that && verbs == 0 && l.Text.Words.Utterance(l.Text.Word(l.token(i))) == "as" && l.class(k-1).Has(mention.As)
	case mark == ':' && verbs == 0 && (l.by(i) || l.heads(i)):
		return true // "a rebuke from Lee: '…'"
	case mark == ':' && verbs == 0 && l.repeated(i, k):
		return true // "recalled Lee's words: '…'"
	case mark == ':' || mark == ',':
		return verbs == 1 && !that && l.class(k-2).Has(mention.Be)
	case that:
		return verbs <= 1
	}
	if l.by(i) && !as && verbs == 0 {
		last := l.articleless(k)
		return l.class(last).Has(mention.Preposition) && l.ending(last-1) >= 0 // "praise from Lee for '…'"
	}
	next := l.class(i + 1)
	return verbs == 0 && k-i <= longestOf && (next.Has(mention.To) || next.Has(mention.Preposition) && next.Has(mention.Joint))
}

// repeated reports whether somebody recalls or quotes what the noun at item i is for, before the colon that leads to
// the stretch at item k.
func (l *line) repeated(i, k int) bool {
	for j := i - 1; j > 0 && j > i-longestMade && !l.quoteAt(j) && l.punct(j) == 0; j-- {
		if l.tok(j).Shape == mention.Lower && l.Text.Words.Hears(l.Text.Word(l.token(j))) {
			return k-i <= longestUttered
		}
	}
	return false
}

// christened reports whether the phrase of mention m, before item k, is what a verb calls something:
// "called Lee's claim that it was late '…'".
func (l *line) christened(m, k int) bool {
	return l.trait(l.beforePhrase(l.phraseStart(m, k)))&mention.Christens != 0
}

// addressed reports whether somebody speaks of the noun at item i, or in reply: "answered a letter
// from Lee: '…'".
func (l *line) addressed(i int) bool {
	for k := i - 1; k >= 0 && k > i-longestOf && !l.quoteAt(k) && l.tok(k).Shape == mention.Lower; k-- {
		if l.class(k).Has(mention.Core|mention.Speech) && !l.class(k).Has(mention.CueNoun) {
			return true
		}
	}
	return false
}

// by reports whether the noun at item i stands before whoever it is by or from.
func (l *line) by(i int) bool {
	return l.trait(i+1)&mention.Source != 0 || l.class(i+1).Has(mention.By) || l.madeBy(i) > i
}

// leading reports whether the phrase of mention m, before item k, opens its clause.
func (l *line) leading(m, k int) bool {
	at := l.beforePhrase(l.phraseStart(m, k))
	return at < 0 || l.quoteAt(at) || l.punct(at) != 0 || l.tok(at).Sentence != l.tok(at+1).Sentence || l.joins(at) || l.opensClause(at) ||
		l.trait(at)&mention.Source != 0
}

// openingBracket is the item of the bracket that the one at item k closes, k for none near.
func (l *line) openingBracket(k int) int {
	for i := k - 1; i > 0 && i > k-hostReach && !l.quoteAt(i); i-- {
		if l.punct(i) == '(' {
			return i
		}
	}
	return k
}
