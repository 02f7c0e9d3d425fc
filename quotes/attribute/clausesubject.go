package attribute

import "onrecord/quotes/mention"

// clauseSubject finds the subject of the clause that item k stands in: the
// first free mention of the sentence, or of the last clause that "and", "but"
// or "while" opens before k.
func (l *line) clauseSubject(k int, sentence int32) int {
	first, clause, main := -1, -1, -1
	whole := true // no comma between the mention and item k
	for i, steps := k, 0; i >= 0 && steps < 2*maxWalk; i, steps = i-1, steps+1 {
		if l.quoteAt(i) {
			continue
		}
		whole = whole && (l.punct(i) != ',' || i == k)
		t := l.tok(i)
		if t.Sentence != sentence {
			break
		}
		m := l.starting(i)
		if m < 0 {
			continue
		}
		x := &l.Mentions[m]
		if first < 0 && l.absolute(x, i) && x.First > 0 && x.Last < l.items[min(k, len(l.items)-1)].index {
			return m
		}
		if x.Owner || x.Governed || l.introductory(x, i) || l.fronted(m, i) || x.Last > l.items[min(k, len(l.items)-1)].index+1 && !l.quoteAt(k) {
			continue
		}
		if x.Kind == mention.Pro && (!t.Class.Has(mention.Subject) || t.Class.Has(mention.Who) || l.cleft(i)) {
			continue
		}
		if x.Being == mention.Location && !l.followedByVerb(x, i) || main >= 0 && l.interjected(l.itemOf(x.Last, i)+1) >= 0 {
			continue
		}
		first = m
		if at := l.beforePhrase(l.phraseStart(m, i)); l.punct(at) == ',' && (whole && i < k || l.acts(x, i) || l.endsOpening(at)) {
			main = m
		}
		if clause < 0 && l.class(i-1).Has(mention.Clause) && l.tok(i-1).Sentence == sentence && l.followedByVerb(x, i) &&
			(l.punct(i-2) != 0 || l.class(i-1).Has(mention.Subordinate)) {
			clause = m
		}
	}
	if clause >= 0 && l.class(l.itemOf(l.Mentions[clause].First, k)-1).Has(mention.Conjunction) {
		return clause
	}
	if main >= 0 && first != main && (l.subordinate(l.phraseStart(first, k)-1) || l.asked(l.itemOf(l.Mentions[first].First, k), sentence)) {
		return main // "After Lee spoke, Kim walked out, calling it"
	}
	return first
}

// asked reports whether the sentence of item k opens with what somebody was asked or told, who comes
// behind it: "Asked if Lee would stay, Kim", "When told Lee had left, Kim".
func (l *line) asked(k int, sentence int32) bool {
	for steps := 0; k > 0 && !l.quoteAt(k-1) && l.tok(k-1).Sentence == sentence; k-- {
		if steps++; steps > maxWalk {
			return false
		}
	}
	if l.subordinate(k) && l.tok(k).Shape == mention.Capital {
		k++ // "When told"
	} else if l.tok(k).Shape != mention.Capital {
		return false
	}
	c := l.class(k)
	return c.Has(mention.Past|mention.Participle|mention.Verb) && l.starting(k) < 0 && c&mention.Closed == 0
}

// innerSubject is the subject of the clause within or beside another that a word like "that" or "but"
// opens before item k, with no mark between: the mayor of "Lee wrote that the mayor of the old town".
// Else it is clauseSubject.
func (l *line) innerSubject(k int, sentence int32) int {
	for i := k; i > 0 && i > k-maxWalk && !l.quoteAt(i) && l.tok(i).Sentence == sentence; i-- {
		if l.tok(i).Shape == mention.Mark && l.punct(i) != 0 {
			if m := l.opener(i, k); m >= 0 && l.endsOpening(i) {
				return m
			}
			break
		}
		if l.joins(i) || l.class(i).Has(mention.That|mention.Subordinate|mention.Clause|mention.Who) && !l.class(i).Has(mention.Conjunction|mention.As) {
			if m := l.opener(i, k); m >= 0 {
				return m
			}
		}
	}
	return l.clauseSubject(k, sentence)
}

// opener is the mention right behind item i, before item k, with which a clause can begin, -1 for none.
func (l *line) opener(i, k int) int {
	if l.class(i+1).Has(mention.Determiner) && l.starting(i+1) < 0 {
		i++
	}
	m := l.starting(i + 1)
	if m < 0 {
		m = l.holder(i + 1) // "police chief Ann Lee"
	}
	if m >= 0 && l.Mentions[m].Owner {
		m = l.ownedBy(m, i+1)
	}
	if m < 0 || int(l.Mentions[m].First) > l.token(k) || l.Mentions[m].Being == mention.Location || l.class(l.itemOf(l.Mentions[m].First, k)).Has(mention.Who) {
		return -1
	}
	return m
}

// phraseStart is the item at which the phrase of mention m, near item k, begins: with the role
// before a name, "police chief Ann Lee".
func (l *line) phraseStart(m, k int) int {
	x := &l.Mentions[m]
	if x.RoleFirst < x.RoleLast && x.RoleFirst < x.First {
		return l.itemOf(x.RoleFirst, k)
	}
	return l.itemOf(x.First, k)
}

// followedByVerb reports whether what follows the mention looks like its verb.
func (l *line) followedByVerb(x *mention.Mention, k int) bool {
	i := l.itemOf(x.Last, k)
	c := l.class(i)
	return c.Has(mention.Auxiliary|mention.Verb|mention.Adverb) || l.tok(i).Shape == mention.Lower && !c.Has(mention.Conjunction|mention.Preposition)
}
