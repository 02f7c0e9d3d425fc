package mention

// Nouns that no table has are known by their place: as the subject of a verb of speech,
// or right behind one.

// bareNoun makes a mention of the noun phrase which is a verb's subject and has
// a noun that the tables do not know: "the heckler" in "the heckler shouted".
func (f *finder) bareNoun(verb int) {
	t := f.t
	v := &t.Tokens[verb]
	if !f.t.Issues(verb) && (v.Class.Has(Participle|CueNoun) || !v.Class.Has(Core|Speech) || v.Class.Has(Present) && !v.Class.Has(Core)) {
		return
	}
	if v.Class.Has(Infinitive) && verb+1 < len(t.Tokens) && t.Tokens[verb+1].Class.Has(Auxiliary) && t.Tokens[verb+1].Sentence == v.Sentence {
		return // "One reason may be"
	}
	i := verb - 1
	for i > 0 && t.Tokens[i].Class.Has(Adverb) && t.Tokens[i].Shape == Lower {
		i--
	}
	if i >= 0 && v.Class.Has(Infinitive) && !v.Class.Has(PastBase) && !t.Tokens[i].Class.Has(Determiner) && !t.Words.Plural(t.Word(i)) {
		return // "the weak state of the roads"
	}
	f.unlisted(i, v)
}

// itSays reports whether the noun at token i, which is a body only where it says something, is the subject
// of a sentence that goes on to what it says: "the city moved them to what it called".
func (f *finder) itSays(i int) bool {
	t := f.t
	if t.Tokens[i].Trait&SeldomBody == 0 || t.Tokens[i].Shape != Lower || i+1 >= len(t.Tokens) {
		return false
	}
	if v := &t.Tokens[i+1]; v.Shape != Lower || !v.Class.Has(Past|Auxiliary|Verb) {
		return false
	}
	for k := i + 2; k+1 < len(t.Tokens) && k <= i+maxSaying && t.Tokens[k].Sentence == t.Tokens[i].Sentence; k++ {
		if t.Tokens[k].Class.Has(It) && t.Tokens[k].Class.Has(Subject) && t.Tokens[k+1].Class.Has(Core|Speech|Report) && t.Tokens[k].Quote == t.Tokens[i].Quote {
			return true
		}
	}
	return false
}

// maxSaying bounds the words from the subject to what it says.
const maxSaying = 24

// unlisted makes a mention of the phrase that ends with the noun at i, which
// the tables do not have, before v: a verb, or "who".
func (f *finder) unlisted(i int, v *Token) {
	t := f.t
	head := &t.Tokens[i]
	seldom := t.Tokens[i].Trait & (SeldomBody | SeldomText)
	if head.Shape != Lower && head.Shape != Number && !head.Class.Has(Determiner) || head.Sentence != v.Sentence || head.Quote != v.Quote ||
		head.Class.Has(Closed|Pronoun|Possessive|Genitive|Negative|Adverb|Thing) || head.Class.Has(Verb) && seldom == 0 {
		return
	}
	named := -1
	if !v.Class.Has(Who) {
		named = f.nameBefore(i)
	}
	if n := len(f.out); n > 0 && int(f.out[n-1].Last) > i || f.onlyModifies(i) {
		return
	}
	if head.Class.Has(Determiner) && (head.Class.Has(Definite) || f.noVerb(i+1)) {
		return
	}
	first := i
	switch {
	case named >= 0:
		first = named
	case !head.Class.Has(Determiner):
		first = f.phraseStart(i)
		if !t.Tokens[first].Class.Has(Determiner|Possessive) && (seldom == 0 || !f.ownedAt(first)) {
			return
		}
	}
	if first > 1 && t.Tokens[first-1].Shape == Lower && t.Tokens[first-1].Class.Has(Past|Verb) && t.Tokens[first-2].Class.Has(Who) && t.Tokens[first-2].Sentence == t.Tokens[i].Sentence && named < 0 {
		return // "a woman who answered the phone said"
	}
	lead := t.Tokens[first].Class
	m := Mention{
		First: int32(first), Last: int32(i + 1), Head: int32(i), NameFirst: int32(first), NameLast: int32(i + 1),
		Kind: Nominal, Definite: lead.Has(Definite | Possessive), Plural: t.Words.Plural(t.Word(i)),
	}
	switch {
	case named >= 0 && t.Words.Party(t.Word(i)) != "":
		m.Being = Person // the Vermont independent
	case named >= 0 || seldom&SeldomBody != 0 && !v.Class.Has(Who):
		m.Kind, m.Being, m.Plural = Body, Organisation, false
	case seldom&SeldomText != 0 && !v.Class.Has(Who):
		m.Kind, m.Plural = Document, false
	case m.Plural && head.Shape == Lower && !head.Class.Has(Determiner):
		m.Kind, m.Being = Several, People
	}
	m.Owned = f.ownedAt(first) || lead.Has(Possessive)
	m.Definite = m.Definite || m.Owned
	f.add(m)
}

// nameBefore is where the phrase begins that has a name right before its noun at i, which only goes before it:
// "the Selwick branch said", "the union's Selwick branch". -1: there is none.
func (f *finder) nameBefore(i int) int {
	t, n := f.t, len(f.out)
	if n == 0 || f.out[n-1].Kind != Name || int(f.out[n-1].Last) != i || t.Tokens[i].Shape != Lower {
		return -1
	}
	first := int(f.out[n-1].First)
	if first == 0 || t.Tokens[first-1].Sentence != t.Tokens[i].Sentence || t.Tokens[first-1].Quote != t.Tokens[i].Quote {
		return -1
	}
	switch lead := t.Tokens[first-1].Class; {
	case lead.Has(Genitive):
		return first
	case lead.Has(Determiner | Possessive):
		return first - 1
	}
	return -1
}

// saidNoun makes a mention of the noun phrase right behind a verb that follows a
// speech, where the tables have no noun of it, "averred the don", "cried a voice
// from the back", and returns the token behind it, or that behind the verb.
func (f *finder) saidNoun(verb int) int {
	if !f.behindSpeech(verb) {
		return verb + 1
	}
	return f.nounBehind(verb)
}

// nounBehind is saidNoun for a word behind which somebody is named in any case, as the
// "to" of "according to".
func (f *finder) nounBehind(verb int) int {
	t := f.t
	first := verb + 1
	if first+1 >= len(t.Tokens) || !t.Tokens[first].Class.Has(Determiner|Possessive) || t.Tokens[first].Shape != Lower {
		return first
	}
	end := first + 1
	for ; end < len(t.Tokens) && end <= first+maxPhrase; end++ {
		tok := &t.Tokens[end]
		if tok.Class.Has(Noun) {
			return first
		}
		if tok.Shape == Mark || tok.Quote != t.Tokens[verb].Quote || tok.Sentence != t.Tokens[verb].Sentence ||
			tok.Class.Has(Closed|Pronoun|Adverb|Age|As|Date|Genitive|Participle) {
			break
		}
	}
	head := &t.Tokens[end-1]
	if end == first+1 || head.Shape != Lower || head.Class.Has(Thing) {
		return first
	}
	f.add(Mention{
		First: int32(first), Last: int32(end), Head: int32(end - 1), NameFirst: int32(first), NameLast: int32(end),
		PrintLast: int32(f.complement(end)), Kind: Nominal, Definite: t.Tokens[first].Class.Has(Definite | Possessive),
	})
	return end
}

// behindSpeech reports whether token i stands right behind a quoted stretch, but for
// a comma.
func (f *finder) behindSpeech(i int) bool {
	t := f.t
	k := i - 1
	if k > 0 && t.Tokens[k].Punct == ',' && t.Tokens[k].Quote == t.Tokens[i].Quote {
		k--
	}
	return k >= 0 && t.Tokens[k].Quote >= 0 && t.Tokens[k].Quote != t.Tokens[i].Quote && t.Tokens[k].Paragraph == t.Tokens[i].Paragraph
}
