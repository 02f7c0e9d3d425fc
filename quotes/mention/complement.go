package mention

// complement is the end of "for the bank" behind a noun that ends at i, or i.
func (f *finder) complement(i int) int {
	t := f.t
	if i+1 >= len(t.Tokens) {
		return i
	}
	if t.Tokens[i].Trait&Bound != 0 && t.Tokens[i].Shape == Lower && i+2 < len(t.Tokens) && t.Tokens[i].Sentence == t.Tokens[i-1].Sentence {
		if end := f.governs(i + 1); end > i+1 && !(t.Tokens[i].Class.Has(Verb) && f.leadsIn(end)) {
			return end // "a person familiar with the plan", but not "the mayor posted on Chirp: …"
		}
		return i
	}
	if f.t.Tokens[i].Class.Has(As) {
		return i // "the prosecution as the supplier"
	}
	end := f.untilVerb(f.placeBehind(f.governs(i), i), i)
	if end > i && t.Words.Attends(t.Word(i)) {
		return i
	}
	return end
}

// longestUntilVerb bounds the words between a noun and its verb of speech.
const longestUntilVerb = 9

// untilVerb is where the verb of speech stands behind which nothing but prepositions and their nouns stand behind a
// noun that ends at i, with its complement at end: the yelled of "a man in a straw hat yelled". Else it is end.
func (f *finder) untilVerb(end, i int) int {
	t := f.t
	if end >= len(t.Tokens) || !t.Tokens[end].Class.Has(Preposition) || t.Tokens[end].Class.Has(To|As|By) {
		return end
	}
	for k := end; k < len(t.Tokens) && k < end+longestUntilVerb; k++ {
		tok := &t.Tokens[k]
		if tok.Shape == Mark || tok.Sentence != t.Tokens[i-1].Sentence || tok.Quote != t.Tokens[i-1].Quote || tok.Class.Has(Subject|Who|That|Auxiliary|Conjunction|Date) || tok.Class.Has(Medium) && t.Words.Tells(t.Word(k)) != "surface" {
			return end
		}
		if k > end+1 && f.verbOf(k) && !t.Tokens[k-1].Class.Has(Determiner|Possessive|Preposition) {
			return k
		}
	}
	return end
}

// leadsIn reports whether a colon or a comma leads to a quotation at token k, or it begins there.
func (f *finder) leadsIn(k int) bool {
	t := f.t
	if k+1 < len(t.Tokens) && (t.Tokens[k].Punct == ':' || t.Tokens[k].Punct == ',') {
		return t.Tokens[k].Punct == ':' || t.Tokens[k+1].Quote > t.Tokens[k].Quote
	}
	return k > 0 && k < len(t.Tokens) && t.Tokens[k].Quote > t.Tokens[k-1].Quote
}

// holderBehind reports whether the full name at j stands behind what the role before it is of, and not
// behind a noun for whom or for what it names: "counsel to the inquiry Ann Lee".
func (f *finder) holderBehind(j int) bool {
	t := f.t
	noun := &t.Tokens[j-1]
	return f.named(j) && t.Tokens[j].Class.Has(Male|Female) && t.Tokens[j+1].Class&^(Male|Female) == 0 && noun.Trait&AnyBody == 0 &&
		!noun.Class.Has(Role|Group|Closed|Determiner|Possessive|Genitive|Adverb|Verb|Preposition|Conjunction) && noun.Class.Has(Org|Medium|Office)
}

// governs is the end of what the preposition at i, behind a noun or its
// adjective, governs; i if there is nothing.
func (f *finder) governs(i int) int {
	t := f.t
	prep := &t.Tokens[i]
	if !prep.Class.Has(Preposition) || prep.Class.Has(Subordinate) && !prep.Class.Has(As|Joint) || prep.Shape != Lower || prep.Sentence != t.Tokens[i-1].Sentence || prep.Quote != t.Tokens[i-1].Quote {
		return i
	}
	if f.doing(i+1) || prep.Class.Has(To) && f.infinitive(i+1) {
		return i // "stop the judge from taking the keys", "urged the council to name its members"
	}
	if f.besideSomebody(i + 1) {
		return i + 2
	}
	end, named, j := i, false, i+1
	for ; j < len(t.Tokens) && j < i+9; j++ {
		tok := &t.Tokens[j]
		if tok.Sentence != prep.Sentence || tok.Quote != prep.Quote {
			break
		}
		if tok.Class.Has(Genitive) || tok.Punct == '&' && f.capital(j-1) {
			continue
		}
		if tok.Shape == Mark || tok.Class.Has(Subject|Auxiliary|Subordinate|Date|PastBase) || tok.Class.Has(Verb) && tok.Shape == Lower && !tok.Class.Has(Noun|Office) && !f.headAtEnd(j) && !f.pluralDeed(j, i) && !f.possessed(j) && !f.behindDefinite(j) && !f.behindAdjective(j) {
			break
		}
		if f.finite(j) || prep.Trait&Wherein != 0 && f.actsThere(j) {
			break
		}
		if tok.Class.Has(Preposition|Conjunction) && (!tok.Class.Has(Joint) || named && !f.capital(j-1)) {
			break
		}
		if f.capital(j) && t.Tokens[j-1].Class.Has(Office) && t.Tokens[j-1].Shape == Lower {
			break // "secretary of state Ann Lee"
		}
		if j > i+1 && f.holderBehind(j) {
			break // "counsel to the inquiry Ann Lee"
		}
		if j == i+2 && f.named(j) && prep.Class.Has(Joint) && !t.Tokens[j-1].Class.Has(Org|Group|Role|Closed|Determiner) {
			return j // "director of competitions Ann Lee"
		}
		if f.capital(j) || tok.Class.Has(Noun|Office) || f.possessed(j) || f.behindDefinite(j) && !f.noVerb(j) || f.behindAdjective(j) || end == j && named && (tok.Class.Has(Thing) || f.goesOn(j)) || j == i+1 && tok.Class.Has(Pronoun) && t.Tokens[i-1].Trait&Bound != 0 { // "close to him"
			end, named = j+1, true
		}
		if end == j && (f.numbered(j) || f.headAtEnd(j) || f.behindName(j)) || f.pluralDeed(j, i) {
			end = j + 1
		}
		if tok.Class.Has(Medium) && !tok.Class.Has(Role|Org) && t.Tokens[i].Trait&Via != 0 && !t.Tokens[i-1].Class.Has(Medium) {
			return i // "her lawyers in a court filing"
		}
	}
	if f.lastNoun(end, j, end == i && !prep.Class.Has(To|As)) || end == i && f.preposed(i) && f.beforePlace(j) {
		return j
	}
	return end
}

// pluralDeed reports whether the word at j, which may be the verb of one, is what the preposition
// at i governs, behind a plain adjective: the protests of "organisers of recent protests". No verb
// of one is that of several, and none stands before another.
func (f *finder) pluralDeed(j, i int) bool {
	t := f.t
	tok, adjective := &t.Tokens[j], &t.Tokens[j-1]
	if j == i+1 || tok.Shape != Lower || !tok.Class.Has(Present) || tok.Class.Has(Auxiliary) || !adjective.plain() {
		return false
	}
	if t.Tokens[i-1].Class.Has(Group) {
		return true
	}
	return j+1 < len(t.Tokens) && t.Tokens[j+1].Shape == Lower && t.Tokens[j+1].Sentence == tok.Sentence && t.Tokens[j+1].Class.Has(Core|Auxiliary|Past) && !t.Tokens[j+1].Class.Has(Noun|CueNoun|Participle|Preposition)
}

// beforePlace reports whether the preposition of a place stands at k behind a noun of several
// that no table has: the in of "organisers of recent rallies in Ohio".
func (f *finder) beforePlace(k int) bool {
	t := f.t
	if k+1 >= len(t.Tokens) {
		return false
	}
	prep, noun := &t.Tokens[k], &t.Tokens[k-1]
	return prep.Shape == Lower && prep.Class.Has(Preposition) && prep.Trait&(Wherein|Where) != 0 && prep.Sentence == noun.Sentence && prep.Quote == noun.Quote &&
		noun.plain() && t.Words.Plural(t.Word(k-1)) && f.capital(k+1)
}

// doing reports whether the participle at i has an object with its article: what somebody is
// doing describes no noun.
func (f *finder) doing(i int) bool {
	t := f.t
	return i+1 < len(t.Tokens) && t.Tokens[i].Class.Has(Participle) && t.Tokens[i].Shape == Lower && !t.Tokens[i].Class.Has(Noun) && t.Tokens[i+1].Class.Has(Determiner|Possessive) &&
		t.Tokens[i+1].Sentence == t.Tokens[i].Sentence
}

// behindName reports whether the word at j is the noun of an indefinite article with a name between, which only
// tells what it is of: the cap of "a man in a Selwick Rovers cap".
func (f *finder) behindName(j int) bool {
	t, k := f.t, j-1
	if t.Tokens[j].Shape != Lower || t.Tokens[j].Class&^(Common|Thing|Office|Medium) != 0 {
		return false
	}
	for k > j-4 && f.capital(k) {
		k--
	}
	return k < j-1 && t.Tokens[k].Shape == Lower && t.Words.Article(t.Word(k)) && t.Tokens[k].Sentence == t.Tokens[j].Sentence
}

// behindDefinite reports whether the word at j, which may be a verb, stands right behind "the" or "his", where
// only a noun or an adjective can: the talks of "a person close to the talks called".
func (f *finder) behindDefinite(j int) bool {
	lead, tok := &f.t.Tokens[j-1], &f.t.Tokens[j]
	return lead.Shape == Lower && lead.Class.Has(Definite|Possessive) && tok.Shape == Lower && tok.Class.Has(Verb|Present) && !tok.Class.Has(Closed|Adverb|Auxiliary|Past|Participle)
}

// behindAdjective reports whether the word at j, which may be a verb's infinitive, is the noun of an article with an
// adjective: "a woman with a deep voice".
func (f *finder) behindAdjective(j int) bool {
	t := f.t
	if j < 3 || t.Tokens[j].Shape != Lower || !t.Tokens[j-1].plain() || !t.Words.Article(t.Word(j-2)) {
		return false
	}
	tok := &t.Tokens[j]
	return tok.Class.Has(Verb) && tok.Class.Has(Infinitive) && !tok.Class.Has(Past|PastBase|Present|Participle)
}

// besideSomebody reports whether the word at j, behind a preposition, is he or she before the verb of whom the
// preposition is about: "the woman beside her took".
func (f *finder) besideSomebody(j int) bool {
	t := f.t
	if j+1 >= len(t.Tokens) || t.Tokens[j].Shape != Lower || !t.Tokens[j].Class.Has(He|She|They) || t.Tokens[j].Class.Has(Subject) {
		return false
	}
	next := &t.Tokens[j+1]
	return next.Shape == Lower && next.Sentence == t.Tokens[j].Sentence && next.Quote == t.Tokens[j].Quote && next.Class.Has(Past|PastBase|Auxiliary|Core) && !next.Class.Has(Noun|CueNoun|Preposition|Participle)
}

// infinitive reports whether the word at i, which may be a noun, is a verb before its object.
func (f *finder) infinitive(i int) bool {
	t := f.t
	if i+1 >= len(t.Tokens) || t.Tokens[i].Shape != Lower || !t.Tokens[i].Class.Has(Verb) || t.Tokens[i+1].Sentence != t.Tokens[i].Sentence {
		return false
	}
	return t.Tokens[i+1].Class.Has(Determiner|Possessive) || t.Tokens[i+1].Shape == Capital || t.Tokens[i+1].Shape == AllCaps
}

// headAtEnd reports whether the word at j, before a mark, is the noun that the one before it
// only modifies: "at public comment.", "on the police scanner,".
func (f *finder) headAtEnd(j int) bool {
	t := f.t
	tok, before := &t.Tokens[j], &t.Tokens[j-1]
	if j+1 >= len(t.Tokens) || tok.Shape != Lower || before.Shape != Lower || !before.Class.Has(Noun) || t.Tokens[j+1].Shape != Mark || t.Tokens[j+1].Punct == '-' {
		return false
	}
	return tok.plain() || tok.Class.Has(CueNoun) && !tok.Class.Has(Past|Participle)
}

// numbered reports whether token j is the number of the place with a capital before it, and of
// nothing behind it: "a pupil of Room 2".
func (f *finder) numbered(j int) bool {
	t := f.t
	if t.Tokens[j].Shape != Number || t.Tokens[j-1].Shape != Capital || j+1 >= len(t.Tokens) {
		return false
	}
	next := &t.Tokens[j+1]
	return next.Sentence != t.Tokens[j].Sentence || next.Quote != t.Tokens[j].Quote || next.Shape == Mark && next.Punct != '-' || next.Shape == Lower && next.Class.Has(Core|Auxiliary|Past)
}

// finite reports whether the word in -ed at j is the verb behind a noun that the tables need
// not have: "a man with a lantern looked at".
func (f *finder) finite(j int) bool {
	t := f.t
	tok, noun := &t.Tokens[j], &t.Tokens[j-1]
	if !tok.Class.Has(Past) || tok.Shape != Lower || j+1 >= len(t.Tokens) {
		return false
	}
	next := &t.Tokens[j+1]
	if noun.Shape == Capital && !noun.Class.Has(Demonym) && !tok.Class.Has(Noun) {
		return next.Sentence == tok.Sentence && (next.Class.Has(Determiner|Possessive) || next.Shape == Number) // "the mayor of Ely closed the port"
	}
	if !noun.plain() {
		return false
	}
	return next.Sentence == tok.Sentence && next.Class.Has(Preposition|Determiner|Possessive|Pronoun|Adverb|That)
}

// actsThere reports whether the word in -ed at j is the verb between the name of a place and who it
// is done to: "a nurse in Lyon washed Lee".
func (f *finder) actsThere(j int) bool {
	t := f.t
	tok, place := &t.Tokens[j], &t.Tokens[j-1]
	return tok.Class.Has(Past) && tok.Shape == Lower && !tok.Class.Has(Noun) && place.Shape == Capital && !place.Class.Has(Demonym|Genitive) && j+1 < len(t.Tokens) &&
		t.Tokens[j+1].Shape == Capital && t.Tokens[j+1].Sentence == tok.Sentence
}

// onBody reports whether the preposition at k, behind a complement, goes on it with what
// somebody has: the "on her hip" of "a woman with a toddler on her hip,".
func (f *finder) onBody(k int) bool {
	t := f.t
	if k+3 >= len(t.Tokens) || t.Tokens[k].Class.Has(To|As|By|Joint) {
		return false
	}
	own, noun, next := &t.Tokens[k+1], &t.Tokens[k+2], &t.Tokens[k+3]
	return own.Class.Has(Possessive) && own.Shape == Lower && noun.Shape == Lower && noun.Sentence == own.Sentence &&
		!noun.Class.Has(Noun|CueNoun|Closed|Verb|Date|Thing) && (next.Shape == Mark || next.Sentence != noun.Sentence || next.Class.Has(Core))
}

// goesOn reports whether the word at j, which no table has as anything but a word, goes
// on a noun phrase behind an adjective of a place or a possessed noun: "a European
// pension plan", "the town's affairs division".
func (f *finder) goesOn(j int) bool {
	before, tok := &f.t.Tokens[j-1], &f.t.Tokens[j]
	return tok.plain() && (before.Class.Has(National) || before.Class.Has(Demonym) && !before.Class.Has(Place) || f.possessed(j-1))
}

// lastNoun reports whether the words from end on, before a verb at k, end with the
// noun of what a preposition governs, which the tables do not have: "a group of 14
// ticket holders said", "the commission of inquiry said". Where there is no other noun
// yet, a mark or a clause may stand at k.
func (f *finder) lastNoun(end, k int, only bool) bool {
	t := f.t
	if k <= end || k >= len(t.Tokens) {
		return false
	}
	next, noun := &t.Tokens[k], &t.Tokens[k-1]
	if !noun.plain() || next.Sentence != noun.Sentence {
		return false
	}
	return next.Shape == Lower && next.Class.Has(Verb|Auxiliary|Past) && !next.Class.Has(Participle|Noun) && next.Quote == noun.Quote ||
		only && (next.Class.Has(Subordinate) && next.Shape == Lower || next.Shape == Mark) && next.Punct != '-' && next.Punct != '\'' && (next.Punct != '"' || t.Words.Plural(t.Word(k-1)))
}

// possessed reports whether the word at j, which the tables do not know, is what
// somebody has, or what a name modifies: "the governor's dilemma", "the Blue Cross
// plans,".
func (f *finder) possessed(j int) bool {
	t := f.t
	tok := &t.Tokens[j]
	switch {
	case tok.Shape != Lower:
		return false
	case t.Tokens[j-1].Class.Has(Definite) && t.Tokens[j-1].Shape == Lower && t.Tokens[j-2].Trait&Via == 0:
		return (tok.Class&^(Common|Thing) == 0 || tok.Class.Has(CueNoun|Present)) && !tok.Class.Has(Closed) && j+1 < len(t.Tokens) && t.Tokens[j+1].Class.Has(Core) && !t.Tokens[j+1].Class.Has(Participle)
	case t.Tokens[j-1].Class.Has(Genitive):
		if j > 1 && !f.capital(j-2) && !t.Tokens[j-2].Class.Has(Noun) {
			return false // "five months' probation"
		}
		return tok.Class&^(Common|Thing) == 0 || tok.Class.Has(Participle) && !tok.Class.Has(Closed)
	}
	return tok.Class&^(Common|Thing) == 0 && f.capital(j-1) && (j+1 >= len(t.Tokens) || t.Tokens[j+1].Shape == Mark && t.Tokens[j+1].Punct != '-')
}

// placeBehind is the end of the place that the complement [i, end) of a noun goes on with
// before a mark or a verb, "a bank in Tokyo," of "an adviser at a bank in Tokyo,", or of
// an age, "a boy of 12". Else it is end.
func (f *finder) placeBehind(end, i int) int {
	t := f.t
	k := end
	if k+1 >= len(t.Tokens) || t.Tokens[k].Shape != Lower || !t.Tokens[k].Class.Has(Preposition) || t.Tokens[k].Sentence != t.Tokens[i-1].Sentence || t.Tokens[k].Quote != t.Tokens[i-1].Quote {
		return end
	}
	if end > i && f.onBody(k) {
		return k + 3
	}
	last := k + 1
	if end == i && t.Tokens[k].Class.Has(Joint) && t.Tokens[last].Shape == Number {
		last++
	} else if end > i && !t.Tokens[k].Class.Has(To|As|By) {
		for f.joins(k+1, last) && f.capital(last) && t.Tokens[last].Class.Has(Place|OrgName) {
			last++
		}
	}
	if last == k+1 || last < len(t.Tokens) && t.Tokens[last].Sentence == t.Tokens[k].Sentence && t.Tokens[last].Shape != Mark && !f.verbOf(last) {
		return end
	}
	return last
}

// verbOf reports whether token k is a finite verb of speech, behind what the noun before it is of.
func (f *finder) verbOf(k int) bool {
	c := f.t.Tokens[k].Class
	return c.Has(Core) || c.Has(Report) && f.t.Tokens[k].Shape == Lower && !c.Has(Noun|CueNoun|Participle|Infinitive|Preposition)
}
