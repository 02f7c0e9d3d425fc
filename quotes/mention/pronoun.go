package mention

// standsAlone reports whether a determiner is a source by itself: read one,
// another said.
func (f *finder) standsAlone(i int) bool {
	t := f.t
	if i == 0 || i+1 >= len(t.Tokens) || t.Tokens[i].Class.Has(Definite|Negative) {
		return false
	}
	next := &t.Tokens[i+1]
	if t.Tokens[i].Trait&Single != 0 && next.Shape == Lower && (next.Class.Has(Core|Speech) || next.Trait&Christens != 0 && i+2 < len(t.Tokens) && t.Tokens[i+2].Class.Has(It|He|She|They)) && next.Sentence == t.Tokens[i].Sentence && next.Quote == t.Tokens[i].Quote {
		verb := !next.Class.Has(Infinitive) || i+2 >= len(t.Tokens) || !t.Tokens[i+2].Class.Has(Auxiliary) // and not "One reason may be"
		return verb && !next.Class.Has(Noun|CueNoun)
	}
	if f.setApart(i) {
		return true
	}
	if !t.Tokens[i-1].Class.Has(Core) || t.Tokens[i-1].Shape != Lower {
		return false
	}
	return next.Shape == Mark || next.Class.Has(Preposition) && !next.Class.Has(Joint) && f.behindSpeech(i-1)
}

// setApart reports whether the determiner at i opens a sentence in which one out of several
// says something behind an aside: "Another, in Ohio, said".
func (f *finder) setApart(i int) bool {
	t := f.t
	if !f.opens(i) || t.Tokens[i].Trait&Single == 0 || t.Tokens[i+1].Punct != ',' {
		return false
	}
	for k := i + 2; k+1 < len(t.Tokens) && k < i+longestSetApart && t.Tokens[k].Sentence == t.Tokens[i].Sentence && t.Tokens[k].Quote == t.Tokens[i].Quote; k++ {
		if t.Tokens[k].Punct == ',' && t.Tokens[k+1].Shape == Lower && t.Tokens[k+1].Class.Has(Core|Speech) && !t.Tokens[k+1].Class.Has(Participle|Noun) {
			return true
		}
	}
	return false
}

// longestSetApart bounds the words of such an aside.
const longestSetApart = 16

// ownsNext tells the her of "her lawyer" from that of "told her to go": a word
// of running text that is a noun, or none of those that follow an object,
// stands behind it.
func (f *finder) ownsNext(i int) bool {
	if i+1 >= len(f.t.Tokens) {
		return false
	}
	tok, next := &f.t.Tokens[i], &f.t.Tokens[i+1]
	return next.Sentence == tok.Sentence && next.Quote == tok.Quote && next.Shape == Lower &&
		!next.Class.Has(Closed|Determiner|Possessive|Pronoun|Preposition|Adverb|Negative|Core) &&
		(next.Class.Has(Noun) || !next.Class.Has(Verb))
}

// ownsWords reports whether the possessive at i tells whose words stand nearby: "in her words", "'…' was his
// motto".
func (f *finder) ownsWords(i int) bool {
	t := f.t
	tok := &t.Tokens[i]
	if i < 2 || i+1 >= len(t.Tokens) || tok.Quote >= 0 || tok.Trait&(OfHim|OfHer) == 0 {
		return false
	}
	before, next := &t.Tokens[i-1], &t.Tokens[i+1]
	if before.Sentence != tok.Sentence || next.Sentence != tok.Sentence || before.Quote >= 0 || next.Shape != Lower {
		return false
	}
	if before.Class.Has(Be) {
		quoted := i - 2
		for quoted > 0 && t.Tokens[quoted].Shape == Mark && t.Tokens[quoted].Quote < 0 {
			quoted--
		}
		return t.Tokens[quoted].Quote >= 0 && next.Class.Has(CueNoun)
	}
	return before.Trait&Wherein != 0 && (next.Trait&Wording != 0 || i+2 < len(t.Tokens) && t.Tokens[i+2].Trait&Wording != 0 && t.Tokens[i+2].Sentence == tok.Sentence)
}

func (f *finder) pronoun(i int) int {
	tok := &f.t.Tokens[i]
	c := tok.Class
	if c.Has(Who) && i > 1 {
		f.whoever(i)
	}
	m := Mention{First: int32(i), Last: int32(i + 1), Head: int32(i), Kind: Pro, Definite: true}
	m.NameFirst, m.NameLast = m.First, m.Last
	switch {
	case c.Has(They) && f.oneOf(i):
		m.First, m.Kind, m.Definite = int32(i-2), Nominal, false // "one of them"
		m.Head, m.NameFirst = m.First, m.First
	case c.Has(He), c.Has(Possessive) && tok.Trait&OfHim != 0:
		m.Gender = MaleGender
	case c.Has(She), c.Has(Possessive) && tok.Trait&OfHer != 0:
		m.Gender = FemaleGender
	case c.Has(They | We):
		m.Plural = true
	}
	f.add(m)
	return i + 1
}

// whoever makes a person of the noun phrase before the "who" at i, whose noun the
// tables may not have: "a tea picker who", "a juror, who".
func (f *finder) whoever(i int) {
	k := i - 1
	if f.t.Tokens[k].Punct == ',' {
		k--
	}
	if !f.belongs(k) {
		f.unlisted(k, &f.t.Tokens[i])
	}
	if n := len(f.out); n > 0 && int(f.out[n-1].PrintLast) == k+1 && (f.out[n-1].Kind == Nominal || f.out[n-1].Kind == Body && !f.out[n-1].Plural && !f.ofPerson(n-1)) {
		f.out[n-1].Kind, f.out[n-1].Being = Nominal, Person // "an operator who"
	}
}

// ofPerson reports whether mention j, a body, is of the phrase for a person before it: the
// harbour of "an old man at the harbour who".
func (f *finder) ofPerson(j int) bool {
	return j > 0 && f.out[j-1].Kind == Nominal && f.out[j-1].Being == Person && f.out[j-1].PrintLast == f.out[j].PrintLast
}

// belongs reports whether the noun at i is of a phrase that goes on the last
// mention behind a preposition: the capital of "a juror in the capital".
func (f *finder) belongs(i int) bool {
	n, prep := len(f.out), f.phraseStart(i)-1
	return n > 0 && prep >= 0 && f.t.Tokens[prep].Class.Has(Preposition) && (int(f.out[n-1].PrintLast) == prep || int(f.out[n-1].PrintLast) == i+1)
}

// oneOf reports whether "one of" stands before token i.
func (f *finder) oneOf(i int) bool {
	t := f.t
	if i < 2 || t.Tokens[i-2].Sentence != t.Tokens[i].Sentence || t.Tokens[i-2].Quote != t.Tokens[i].Quote {
		return false
	}
	of, one := &t.Tokens[i-1], &t.Tokens[i-2]
	return of.Shape == Lower && of.Class.Has(Preposition) && of.Class.Has(Joint) && one.Class.Has(Determiner) && !one.Class.Has(Definite)
}
