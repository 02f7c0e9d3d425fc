package resolve

import (
	"slices"

	"onrecord/quotes"
	"onrecord/quotes/mention"
	"onrecord/quotes/text"
)

// theBody is the body that mention i, "the union" or "the ministry", means: of
// which the text has said that it is one, whose name has the words, which was
// introduced by the noun, or, where it speaks, of which the text has just spoken.
// -1: none, or several.
func (r *resolver) theBody(i int) int { return r.bodyMeant(i, r.speaks(i)) }

// bodyMeant is theBody of mention i, whether it speaks or another of it does.
func (r *resolver) bodyMeant(i int, speaks bool) int {
	m := &r.mentions[i]
	if m.Kind == mention.Several && m.Plural && m.Definite && !m.Owned && m.PrintLast == m.Last && m.Head == m.First+1 && speaks && r.traits(m)&mention.State != 0 {
		return r.bearing(m, r.head(m)) // the police, of the Harbour Police
	}
	if m.Kind != mention.Body || m.Plural || m.PrintLast > m.Last {
		return -1
	}
	if e := max(r.besideBefore(m), r.appended(m)); e >= 0 {
		return e
	}
	noun := r.head(m)
	if m.Owned {
		return r.membersBody(m, noun)
	}
	if !m.Definite {
		return -1
	}
	if e := r.tiedTo(noun); e >= 0 && !r.specified(m) {
		return e
	}
	named := r.bearing(m, noun)
	if r.traits(m)&mention.AnyBody != 0 && r.outspoken(m, named) {
		named = -1
	}
	if j, ok := r.bodyPhrases[noun]; ok && j != i && speaks && r.again(m, &r.mentions[j]) && m.Paragraph-r.mentions[j].Paragraph <= 1 && (named < 0 || r.entities[named].last < j) {
		if r.out[j].Entity < 0 {
			r.asWritten(j)
		}
		return r.out[j].Entity
	}
	if named >= 0 || !speaks {
		return named
	}
	seated := r.capitals(m)
	if seated && !r.onlySeated(m) {
		return r.onlyPhrase(i, noun)
	}
	stands := func(e int) bool { return e >= 0 && (!seated || r.lastThing(i) == e) }
	if e := max(r.doing(m, noun), r.spokenOf(i)); stands(e) {
		return e
	}
	if e := r.onlyBody(i, noun); stands(e) {
		return e
	}
	return r.onlyPhrase(i, noun)
}

// appended is the body that the text has named by the words before the noun of phrase m, which only
// says what it is: "the Brightwater group". -1: none.
func (r *resolver) appended(m *mention.Mention) int {
	first := m.First
	if r.t.Tokens[first].Class.Has(mention.Definite) {
		first++
	}
	if first >= m.Head || m.PrintLast > m.Last || !r.t.Words.Appended(r.word(int(m.Head))) {
		return -1
	}
	e, ok := r.full[text.Key(r.print(first, m.Head))]
	if !ok || r.entities[e].Kind != quotes.SpeakerOrganisation {
		return -1
	}
	return e
}

// onlyBody is the body of the noun's kind that the text has named, where it is the only
// one and no other has been spoken of without a name; -1: none, or several.
func (r *resolver) onlyBody(i int, noun string) int {
	m := &r.mentions[i]
	trait := r.traits(m)
	if _, ok := r.bodyPhrases[noun]; ok || trait&mention.AnyBody == 0 {
		return -1
	}
	fits := func(e int, x *Entity) bool {
		return x.last >= 0 && x.count > 0 && r.ofKind(e, &r.mentions[x.last], trait&mention.BodyKinds) && (r.hasWords(x.parts, m) || r.onlySeated(m)) && !r.otherwise(x.parts, noun)
	}
	e := r.onlyEntity(func(e int, x *Entity) bool { return x.Kind == quotes.SpeakerOrganisation && fits(e, x) })
	if e < 0 {
		e = r.onlyEntity(func(e int, x *Entity) bool { return r.nouned[text.Key(x.Name)] && fits(e, x) })
	}
	if e < 0 || !r.things[text.Key(r.entities[e].Name)] && !r.tellsKind(&r.entities[e], trait) && !r.specified(m) {
		return -1 // nothing tells that it is one
	}
	return e
}

// onlyEntity is the one of the last entities that fits; -1: none does, or several.
func (r *resolver) onlyEntity(fits func(e int, x *Entity) bool) int {
	found := -1
	for e := max(0, len(r.entities)-maxBodies); e < len(r.entities); e++ {
		if !fits(e, &r.entities[e]) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = e
	}
	return found
}

// tellsKind reports whether a word of the name of body x tells that it is of a kind.
func (r *resolver) tellsKind(x *Entity, kind mention.Trait) bool {
	return slices.ContainsFunc(x.parts, func(part string) bool { return r.t.Words.Trait(part)&kind&mention.BodyKinds != 0 })
}

// bearing is the one body whose name has the words of phrase m; -1: none, or
// several.
func (r *resolver) bearing(m *mention.Mention, noun string) int {
	return r.onlyEntity(func(_ int, x *Entity) bool {
		return x.Kind == quotes.SpeakerOrganisation && x.last >= 0 && len(x.parts) >= 2 && r.calledBy(x.parts, noun) && r.hasWords(x.parts, m)
	})
}

// calledBy reports whether the parts of a body's name have a noun, or a word for which it stands:
// the force, of the Harbour Police.
func (r *resolver) calledBy(parts []string, noun string) bool {
	return slices.ContainsFunc(parts, func(part string) bool {
		own := r.t.Words.BodyNoun(part)
		return part == noun || own == noun || own != "" && r.t.Words.BodyNoun(own) == noun
	})
}

// otherwise reports whether the parts of a body's name tell that it is called by another noun of the kind:
// a newspaper is no broadcaster.
func (r *resolver) otherwise(parts []string, noun string) bool {
	own := r.t.Words.BodyNoun(noun)
	if own == "" {
		own = noun
	}
	press := r.t.Words.Trait(own) & mention.Press
	return press != 0 && slices.ContainsFunc(parts, func(part string) bool {
		called := r.t.Words.BodyNoun(part)
		return called != "" && called != own && r.t.Words.BodyNoun(called) != own && r.t.Words.Trait(called)&press != 0 && r.t.Words.PaperNoun(own)
	})
}

// outspoken reports whether phrase m, "the company", comes long after body e, which has the word in
// its name, while the text has gone on with another body, more often named.
func (r *resolver) outspoken(m *mention.Mention, e int) bool {
	if e < 0 || m.Paragraph-r.mentions[r.entities[e].last].Paragraph <= longestRecall {
		return false
	}
	x := &r.entities[e]
	for other := max(0, len(r.entities)-maxBodies); other < len(r.entities); other++ {
		if y := &r.entities[other]; y.last > x.last && y.count > x.count && r.aThing(other) {
			return true
		}
	}
	return false
}

// hasWords reports whether all words between the article and the noun of phrase
// m are among the parts.
func (r *resolver) hasWords(parts []string, m *mention.Mention) bool {
	for k := m.First; k < m.Head; k++ {
		if t := &r.t.Tokens[k]; t.Shape != mention.Mark && !t.Class.Has(mention.Determiner) && !slices.Contains(parts, r.word(int(k))) {
			return false
		}
	}
	return true
}

// capitals reports whether a name stands in phrase m: the Lee campaign.
func (r *resolver) capitals(m *mention.Mention) bool {
	for k := m.First + 1; k < m.Last; k++ {
		if r.t.Tokens[k].Shape != mention.Lower {
			return true
		}
	}
	return false
}

// onlySeated reports whether the capitals in phrase m only tell where a body of any kind has its seat or its
// owners: the Oslo-based company, the Italian firm.
func (r *resolver) onlySeated(m *mention.Mention) bool {
	if !r.capitals(m) || !r.t.Words.AnyKind(r.head(m)) {
		return false
	}
	seat := false
	for k := m.Head - 1; k > m.First; k-- {
		switch t := &r.t.Tokens[k]; {
		case t.Shape == mention.Lower, r.seated(int(k)), t.Class.Has(mention.Demonym) && !seat:
		case t.Shape != mention.Capital || !seat:
			return false
		}
		seat = seat || r.seated(int(k)) // the New York-based
	}
	return true
}

// lastThing is the entity named last before mention i that may be a body; -1: none.
func (r *resolver) lastThing(i int) int {
	for j := i - 1; j >= 0 && j > i-reach; j-- {
		if c := &r.mentions[j]; c.Kind == mention.Name && (c.Being == mention.Organisation || c.Being == mention.Undecided) && c.Quote < 0 {
			return r.out[j].Entity
		}
	}
	return -1
}

// maxBodies bounds the bodies that "the ministry" is compared with.
const maxBodies = 64

// introduces notes the phrase of mention i as that of a body which only its
// noun may mean later: "the trade group for bakers", of "the group".
func (r *resolver) introduces(i int) {
	m := &r.mentions[i]
	if m.Kind == mention.Body && m.Quote < 0 && (!m.Owned && (r.specified(m) && (!m.Definite || r.capitals(m) || r.leads(i)) || m.PrintLast > m.Last) || r.ofState(i)) {
		noun := r.head(m)
		if j, ok := r.bodyPhrases[noun]; ok && !r.again(m, &r.mentions[j]) {
			if r.rivalPhrases == nil {
				r.rivalPhrases = map[string]bool{}
			}
			r.rivalPhrases[noun] = true
		}
		r.bodyPhrases[noun] = i
	}
}

// ofState reports whether body i is a country's: "Fernia's army".
func (r *resolver) ofState(i int) bool {
	m := &r.mentions[i]
	if i == 0 || !m.Owned {
		return false
	}
	p := &r.mentions[i-1]
	return p.Kind == mention.Name && p.Being == mention.Location && p.Owner && p.Last == m.First-1 && p.Quote == m.Quote
}

// spokenOf is the body of the noun's kind that the sentence before mention i is
// about; -1: none.
func (r *resolver) spokenOf(i int) int {
	m := &r.mentions[i]
	trait := r.traits(m)
	found := -1
	for j := i - 1; trait&mention.AnyBody != 0 && j >= 0 && j > i-reach && m.Paragraph-r.mentions[j].Paragraph <= 1 && r.prose[m.Sentence]-r.prose[r.mentions[j].Sentence] <= 1; j-- {
		c, e := &r.mentions[j], r.out[j].Entity
		if r.goesOn(m, j) {
			return e
		}
		if c.Kind != mention.Name || c.Quote >= 0 || c.Sentence == m.Sentence || e < 0 || r.otherwise(r.entities[e].parts, r.head(m)) || !r.ofKind(e, c, trait&mention.BodyKinds) && !r.saysIt(j, e) && !(trait&mention.BodyKinds&^(mention.Business|mention.Civic) == 0 && r.brandLike(j, e)) {
			continue
		}
		switch {
		case r.subject(j) && !c.Owner || r.withNoun[j] || r.spokenFor(j):
			return e
		case found < 0 && r.which(c):
			found = e
		case found < 0:
			return -1 // it may be the one named by the way
		}
	}
	return found
}

// goesOn reports whether mention j is a phrase for a named body that a sentence before phrase m is about, and m
// another word for it: "The paper said the drill failed. “…,” the newspaper said."
func (r *resolver) goesOn(m *mention.Mention, j int) bool {
	c, e := &r.mentions[j], r.out[j].Entity
	return (c.Kind == mention.Body || c.Kind == mention.Document) && c.Definite && !c.Owned && c.Quote < 0 && c.Sentence != m.Sentence && e >= 0 && r.entities[e].count > 0 && r.subject(j) &&
		(r.alsoCalled(r.head(c), r.head(m)) || r.alsoCalled(r.head(m), r.head(c)))
}

// spokenFor reports whether mention j is whom a subject that speaks or a text belongs
// to: "analysts at Brightwater said", "a poll by Brightwater found".
func (r *resolver) spokenFor(j int) bool {
	c := &r.mentions[j]
	for k := j - 1; k >= 0 && k > j-4 && r.mentions[k].Sentence == c.Sentence; k-- {
		p := &r.mentions[k]
		if p.Kind != mention.Name && p.PrintLast >= c.Last && p.Last <= c.First && (r.speaks(k) || r.reports(p) || p.Kind == mention.Document && r.leads(k)) {
			return true
		}
	}
	return false
}

// bodyOfRole is the body that role phrase i means where no person holds the role: the one
// whose name ends with the noun, "the forum" of the Wallets Forum, else the one just
// spoken of where the noun may be a body's, too, "the regulator"; -1: none.
func (r *resolver) bodyOfRole(i, holder int) int {
	m := &r.mentions[i]
	if holder >= 0 || !r.speaks(i) || m.Plural || m.Owned || m.PrintLast > m.Last {
		return -1
	}
	noun := r.head(m)
	if e, ok := r.called[noun]; ok && r.entities[e].last >= 0 && !r.specified(m) {
		return e // "the developer", of "the developer, Harbour Lines,"
	}
	if e := r.bearing(m, noun); e >= 0 && m.Being != mention.Person && slices.Index(r.entities[e].parts, noun) == len(r.entities[e].parts)-1 {
		return e
	}
	either := m.Definite && r.eitherNoun(m) && !r.specified(m)
	if e := r.bearing(m, noun); e >= 0 && either {
		return e // the broadcaster, of Harbour Television
	}
	if e := r.spokenOf(i); e >= 0 || !either {
		return e
	}
	return r.onlyBody(i, noun)
}

// ofKind reports whether entity e, named by mention c, is surely a body and may
// be of that kind.
func (r *resolver) ofKind(e int, c *mention.Mention, kind mention.Trait) bool {
	x := &r.entities[e]
	if x.Kind != quotes.SpeakerOrganisation && !r.things[text.Key(x.Name)] || x.person || c.Being == mention.Location || len(x.parts) == 1 && r.t.Words.Lookup(x.parts[0], false).Has(mention.Org) {
		return false
	}
	of := mention.Trait(0)
	for _, part := range x.parts {
		of |= r.t.Words.Trait(part) & mention.BodyKinds
	}
	if of == 0 {
		if slices.ContainsFunc(x.parts, func(part string) bool {
			noun := r.t.Words.BodyNoun(part)
			return noun != "" && r.t.Words.Trait(noun)&kind == 0
		}) {
			return false // a university is no company
		}
		if tied := r.tiedKinds(e); tied != 0 && kind != 0 {
			return tied&kind != 0
		}
		return kind&mention.State == 0 || kind&^mention.State != 0 || r.t.Tokens[c.Head].Shape == mention.AllCaps
	}
	return of&kind != 0
}

// saysIt reports whether mention j of entity e, which may be anybody, is a body by what
// follows: "Youth Forward issued a statement saying it".
func (r *resolver) saysIt(j, e int) bool {
	c, x := &r.mentions[j], &r.entities[e]
	if c.Being == mention.Person && r.given(x.parts[0]) || x.person && x.titled || x.Gender != mention.Unknown || len(x.parts) < 2 && (c.First < c.NameFirst || r.t.Tokens[c.Head].Class != 0) || len(x.roles) > 0 || x.Role != "" || !r.subject(j) {
		return false
	}
	for k := int(c.Last); k+1 < len(r.t.Tokens) && k < int(c.Last)+ownReach && r.t.Tokens[k].Sentence == c.Sentence; k++ {
		if t := &r.t.Tokens[k]; t.Shape == mention.Capital {
			return false
		} else if t.Class.Has(mention.Core) && r.t.Tokens[k+1].Class.Has(mention.It) || t.Class.Has(mention.That) && r.t.Tokens[k+1].Class.Has(mention.It) {
			return true
		}
	}
	return false
}

// brandLike reports whether mention j of entity e, which may be anybody, is one word that no
// person is known to bear and that its sentence is about: "Skyways cut jobs", before the airline.
func (r *resolver) brandLike(j, e int) bool {
	c, x := &r.mentions[j], &r.entities[e]
	return len(x.parts) == 1 && !x.person && !x.titled && x.Gender == mention.Unknown && len(x.roles) == 0 && x.Role == "" && c.First == c.NameFirst &&
		c.Being == mention.Undecided && r.t.Tokens[c.Head].Class == 0 && r.leads(j)
}

// aThing reports whether entity e is surely no person.
func (r *resolver) aThing(e int) bool {
	if e < 0 {
		return false
	}
	x := &r.entities[e]
	return x.Kind == quotes.SpeakerOrganisation || !x.person && x.Gender == mention.Unknown && r.things[text.Key(x.Name)]
}

// which reports whether "which" or "whose" goes on behind mention c: ", which".
func (r *resolver) which(c *mention.Mention) bool {
	k := int(c.Last)
	if k < len(r.t.Tokens) && r.t.Tokens[k].Punct == ',' {
		k++
	}
	return k < len(r.t.Tokens) && r.t.Tokens[k].Sentence == c.Sentence && r.t.Tokens[k].Trait&mention.OfThing != 0
}

// inThings notes the names that stand as only those of things do: "on Chirp",
// "Fernwick, which", "Fernwick opened its". A capital alone does not tell a firm
// from a person.
func (r *resolver) inThings() {
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.Kind != mention.Name || m.Quote >= 0 || m.First < m.NameFirst || m.Being == mention.Person && m.NameLast-m.NameFirst == 2 && r.given(r.word(int(m.NameFirst))) {
			continue
		}
		if r.which(m) || r.venue(m) && !m.Owner || r.itsOwn(i) {
			r.things[r.key(m)] = true
		}
	}
}

// had reports whether a verb stands right before name m of what is done to things only: founded.
func (r *resolver) had(m *mention.Mention) bool {
	k := int(m.First) - 1
	return k >= 0 && r.t.Tokens[k].Sentence == m.Sentence && r.t.Tokens[k].Shape == mention.Lower && r.t.Words.Has(r.word(k))
}

// calledThing reports whether name m is what something is called for which the article has a noun that
// is nobody's: "a boat called Marlin".
func (r *resolver) calledThing(m *mention.Mention) bool {
	k := int(m.First) - 1
	if k < 2 || r.t.Tokens[k].Trait&mention.Calls == 0 || r.t.Tokens[k-2].Sentence != m.Sentence {
		return false
	}
	noun := &r.t.Tokens[k-1]
	return noun.Shape == mention.Lower && !noun.Class.Has(mention.Role|mention.Generic|mention.Group|mention.Age|mention.National|mention.Closed|mention.Be|mention.Verb|mention.Adverb|mention.Determiner|mention.Pronoun) &&
		noun.Trait&(mention.Kin|mention.AnyPerson) == 0 && r.t.Words.Article(r.word(k-2))
}

// venue reports whether a word stands before mention m that only stands before
// things.
func (r *resolver) venue(m *mention.Mention) bool {
	k := int(m.First) - 1
	return k >= 0 && r.t.Tokens[k].Sentence == m.Sentence && r.t.Tokens[k].Trait&mention.Venue != 0
}

// itsOwn reports whether "its" or "itself" follows mention i in its sentence
// before anything else that it could be of.
func (r *resolver) itsOwn(i int) bool {
	m := &r.mentions[i]
	if r.verb(m) < 0 || m.Governed {
		return false
	}
	for k := int(m.Last); k < len(r.t.Tokens) && k < int(m.Last)+ownReach && r.t.Tokens[k].Sentence == m.Sentence; k++ {
		if r.t.Tokens[k].Shape == mention.Lower && r.t.Tokens[k].Trait&mention.OfIt != 0 {
			return true
		}
		if i+1 < len(r.mentions) && k >= int(r.mentions[i+1].First) && !r.t.Tokens[r.mentions[i+1].First].Class.Has(mention.It) {
			return false
		}
	}
	return false
}
