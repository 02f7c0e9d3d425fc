package attribute

import "onrecord/quotes/mention"

// maker is whose words the noun at item k is, which stands for some: the X of "X's
// claim", of "her claim" and of "the answer from X"; -1: nothing tells.
func (l *line) maker(k int) int {
	if k < 0 {
		return -1
	}
	if m := l.possessor(k); m >= 0 {
		return m
	}
	if by := l.madeBy(k); by > k+1 {
		return l.namedNear(by + 1)
	}
	if l.trait(k+1)&mention.Source == 0 && !l.class(k+1).Has(mention.By) && !(l.trait(k)&mention.Wording != 0 && l.class(k+1).Has(mention.Joint) && !l.Text.Words.Cause(l.Text.Word(l.token(k+1)))) {
		return -1
	}
	return l.namedNear(k + 2)
}

// longestMade bounds the words from a noun for words to who made them.
const longestMade = 6

// madeBy is the "by" behind the noun at item k and a word for what was done to the words that it is for: "a claim
// made last week by Lee", "the claim, made by Lee". k: there is none.
func (l *line) madeBy(k int) int {
	done := k + 1
	if l.punct(done) == ',' {
		done++
	}
	if l.tok(done).Shape != mention.Lower || !l.Text.Words.Made(l.Text.Word(l.token(done))) {
		return k
	}
	for i := done + 1; i <= k+longestMade && !l.quoteAt(i) && l.tok(i).Shape != mention.Mark; i++ {
		if l.class(i).Has(mention.By) {
			return i
		}
		if l.starting(i) >= 0 || l.class(i).Has(mention.Verb|mention.Closed) {
			break
		}
	}
	return k
}

// possessor is the mention that owns the noun at item k: X in "X's claim", and "his
// claim" itself.
func (l *line) possessor(k int) int {
	if doer := l.ending(k - 1); doer >= 0 && l.Mentions[doer].Kind == mention.Nominal && (l.class(k).Has(mention.Participle) || l.Text.Words.Minds(l.Text.Word(l.token(k)))) {
		return -1 // "a letter to Lee's lawyer warning that"
	}
	for i := k - 1; i >= 0 && i > k-5; i-- {
		if l.class(i).Has(mention.Genitive) {
			return l.ending(i - 1)
		}
		if m := l.starting(i); m >= 0 && l.class(i).Has(mention.Possessive) && (l.Mentions[m].Kind == mention.Document || l.Mentions[m].Kind == mention.Pro) {
			return m
		}
		if l.tok(i).Shape == mention.Mark || l.quoteAt(i) || l.class(i).Has(mention.Closed) || l.class(i).Has(mention.Past|mention.Verb) && !l.class(i).Has(mention.Noun|mention.CueNoun) {
			return -1 // "Lee's lawyer issued statements"
		}
	}
	return -1
}

// cried is the X of "shouts of '…' from X" around the stretch at item p, -1 for none.
func (l *line) cried(p int) int {
	if p < 2 || !l.class(p-1).Has(mention.Joint) || l.trait(p+1)&mention.Source == 0 || !l.class(p-2).Has(mention.CueNoun|mention.Core|mention.Speech) && (l.Text.Words.Utterance(l.Text.Word(l.token(p-2))) == "" || l.Text.Words.Cause(l.Text.Word(l.token(p-1)))) {
		return -1
	}
	return l.namedNear(p + 2)
}

// pointsBack is whose the words are before item k, by a noun behind it that stands for
// them: the X of "'…,' came the answer from X", "'…' was X's verdict", "'…' was the
// answer X gave", and k's noun; -1: none does.
func (l *line) pointsBack(k int) (m, noun int) {
	if t := l.tok(k); t.Shape != mention.Lower || !t.Class.Has(mention.Be|mention.Past) && l.trait(k)&mention.Arrives == 0 {
		return -1, -1
	}
	for i := k + 1; i <= k+longestPointer && !l.quoteAt(i) && l.tok(i).Shape != mention.Mark; i++ {
		if !l.class(i).Has(mention.CueNoun) {
			continue
		}
		if m := l.maker(i); m >= 0 {
			return m, i
		}
		if l.class(i+1).Has(mention.Joint) && l.class(i+1).Has(mention.Preposition) {
			return l.namedNear(i + 2), i // "the verdict of X"
		}
		behind := i + 1
		if l.class(behind).Has(mention.That) {
			behind++
		}
		return l.startingNear(behind), i
	}
	return -1, -1
}

// unmade reports whether an answer or the like came behind the stretch at item k from nobody whom a
// mention names: "'…,' came the reply from the floor".
func (l *line) unmade(k int) bool {
	k++
	if l.punct(k) == ',' {
		k++
	}
	if l.trait(k)&mention.Arrives == 0 {
		return false
	}
	m, noun := l.pointsBack(k)
	return noun >= 0 && m < 0 && l.trait(noun+1)&mention.Source != 0
}

// pointed reports whether candidate c is whose words a noun behind the stretch at item k says that they
// are: "'…' was her answer", "her '…' remark".
func (l *line) pointed(k int, c *Candidate) bool {
	return c.Mention >= 0 && (c.Rule == Inverted || c.Rule == Noun) && c.CueFirst < c.CueLast &&
		l.itemOf(int32(c.CueFirst), k) > k && l.Text.Tokens[c.CueFirst].Class.Has(mention.CueNoun)
}

// replied is whose answer the question at item k asks for, "Abe's response?", and the noun for it; -1:
// it asks for none.
func (l *line) replied(k int) (m, noun int) {
	noun = k - 1
	if l.punct(k) != '?' || !l.class(noun).Has(mention.CueNoun) || l.class(noun).Has(mention.Participle) {
		return -1, -1
	}
	return l.possessor(noun), noun
}

// pointsTo is the candidate whose words the stretch at item k is by a noun behind it; -1: none.
func (d *decoder) pointsTo(l *line, k int) int {
	return d.pool.first(func(x *proposal) bool { return l.pointed(k, &x.Candidate) })
}

// ownsBehind is whose the noun of speech behind the stretch at item p is, before which its owner
// stands: Lee of "Lee's '…' remark"; -1: there is none.
func (l *line) ownsBehind(p int) int {
	if t := l.tok(p + 1); t.Shape != mention.Lower || !t.Class.Has(mention.CueNoun) {
		return -1
	}
	if l.class(p - 1).Has(mention.Genitive) {
		m := l.ending(p - 2)
		if m >= 0 && l.Text.Words.Deed(l.Text.Word(l.token(p+1))) && l.within(l.beforePhrase(l.phraseStart(m, p))) {
			return -1 // "Kim said Lee's '…' response was late"
		}
		return m
	}
	if m := l.starting(p - 1); m >= 0 && l.class(p-1).Has(mention.Possessive) && l.Mentions[m].Kind == mention.Pro {
		return m
	}
	return -1
}
