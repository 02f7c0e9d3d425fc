package resolve

import (
	"slices"

	"onrecord/quotes"
	"onrecord/quotes/mention"
)

// nominal resolves "the North Korean leader" by the roles that the text ties to
// names, and makes a speaker of "a senior official".
func (r *resolver) nominal(i int) {
	m := &r.mentions[i]
	if m.Definite || m.Owned {
		if e := r.aideOf(m); e >= 0 {
			r.out[i] = Resolution{Entity: e, Confidence: sureRole, Second: -1}
			return
		}
	}
	if !m.Definite {
		if r.speaks(i) {
			r.indefinite(i)
		}
		return
	}
	if e := r.nameApposed(i); e >= 0 {
		r.out[i] = Resolution{Entity: e, Confidence: sureBeside, Second: -1}
		r.gains(e, m)
		return
	}
	if m.Quote >= 0 && r.speaks(i) && r.traits(m)&mention.Kin != 0 {
		r.asWritten(i) // "Father said" in somebody's words: whose cannot be read here
		return
	}
	if e := r.aged(i); e >= 0 {
		r.out[i] = Resolution{Entity: e, Confidence: sureAge, Second: -1}
		return
	}
	if e := max(r.ofTwo(i), r.kinsman(i)); e >= 0 {
		r.out[i] = Resolution{Entity: e, Confidence: sureRole, Second: -1}
		return
	}
	if e := r.abbreviated(i); e >= 0 {
		r.out[i] = Resolution{Entity: e, Confidence: sureRole, Second: -1}
		return
	}
	if e := max(r.bodyLetters(m), r.besideBefore(m)); e >= 0 { // the tech giant, of "tech giant Brightwater"
		r.out[i] = Resolution{Entity: e, Confidence: sureBody, Second: -1}
		return
	}
	h, of := r.holders(m), r.holderOf(m)
	if e := r.allied(m, h, of); e >= 0 {
		r.out[i] = Resolution{Entity: e, Confidence: sureRole, Second: h.best}
		return
	}
	if j := r.questioned(i); j >= 0 && (h.best < 0 || r.passing(h.noun)) && r.out[j].Entity >= 0 && !m.Owned && !clash(r.entities[r.out[j].Entity].Gender, m.Gender) {
		r.out[i] = Resolution{Entity: r.out[j].Entity, Confidence: sureSalient, Second: -1} // "Lee asked Ek if it rained. …, the witness said"
		return
	}
	if r.traits(m)&mention.AnyPerson != 0 && r.whoBehind(i) || r.wantsNoName(i) {
		h = holders{noun: h.noun, best: -1, second: -1} // "the man, who declined to be named" is not the last man
	}
	best := h.best
	near := referent{best: -1, second: -1, stranger: -1}
	if r.speaks(i) {
		near = r.about(i)
	}
	if near.best >= 0 && (r.withOther(m, near.best, of) || len(of) > 0 && r.t.Words.Party(h.noun) != "" && r.outOfOffice(m, near.best)) {
		near = referent{best: -1, second: -1, stranger: -1}
	}
	if j := r.introduced(i, best); j >= 0 && !near.clear(m.Paragraph-r.mentions[j].Paragraph > 1) {
		r.asBefore(i, j, best)
		return
	}
	if !r.speaks(i) && best >= 0 && r.newerStranger(i, best) {
		return
	}
	if best >= 0 && near.best != best && !r.heldInTurn(best) && r.nearer(m, h, near) {
		r.out[i] = Resolution{Entity: near.best, Confidence: sureSalient, Second: best}
		return
	}
	if !h.clear && near.best >= 0 && near.lead >= 2*leastLead && (near.best == best || near.best == h.second) {
		r.out[i] = Resolution{Entity: near.best, Confidence: sureSalient, Second: best}
		return
	}
	if e := r.bodyOfRole(i, best); e >= 0 {
		r.out[i] = Resolution{Entity: e, Confidence: sureBody, Second: near.best}
		return
	}
	if best >= 0 && h.clear && !r.othersOwn(m, best, h) {
		r.out[i] = Resolution{Entity: best, Confidence: sureRole, Second: h.second}
		return
	}
	if e := r.countryman(m); best < 0 && e >= 0 {
		r.out[i] = Resolution{Entity: e, Confidence: sureRole, Second: -1}
		return
	}
	if !r.speaks(i) {
		r.onlyOne(i, best)
		return
	}
	if m.Owned || best < 0 && (r.labels(m) || r.traits(m)&mention.Nameless != 0 && m.PrintLast == m.Last) {
		r.asWritten(i)
		return
	}
	reason := "several people have this role"
	if best < 0 {
		if r.unholding(i, near) {
			return
		}
		if r.eitherNoun(m) {
			r.asWritten(i) // the state broadcaster: hardly a person
			return
		}
		reason = "no name is tied to this role"
	}
	r.out[i] = Resolution{Entity: -1, Second: best, Reason: reason}
}

// indefinite resolves the indefinite phrase i, which speaks: to whom the next paragraph names, or to
// nobody but itself.
func (r *resolver) indefinite(i int) {
	if e := r.namedNext(i); e >= 0 && !r.wantsNoName(i) {
		r.out[i] = Resolution{Entity: e, Confidence: sureAhead, Second: -1}
	} else if !r.joined(i) {
		r.asWritten(i)
	}
}

// joined resolves the second of two roles that one person has, "the front-runner and
// former minister said", by the first, and reports whether it is one.
func (r *resolver) joined(i int) bool {
	if i == 0 {
		return false
	}
	m, p := &r.mentions[i], &r.mentions[i-1]
	and := int(m.First) - 1
	if p.Kind != mention.Nominal || p.Being != mention.Person || !p.Definite || p.Plural || int(p.Last) != and || p.Sentence != m.Sentence ||
		!r.t.Tokens[and].Class.Has(mention.Conjunction) || r.t.Tokens[m.First].Class.Has(mention.Determiner) {
		return false
	}
	if r.out[i-1].Entity < 0 {
		near := r.about(i - 1)
		if near.best < 0 || near.lead < leastLead {
			return false
		}
		r.out[i-1] = Resolution{Entity: near.best, Confidence: sureSalient, Second: near.second}
	}
	r.out[i] = r.out[i-1]
	return true
}

// nameApposed is the person whose short name stands right before phrase i, which only says
// who that is: "Lee, the senator from Ohio,". -1: none.
func (r *resolver) nameApposed(i int) int {
	m := &r.mentions[i]
	if i == 0 || m.Owned || m.Plural || m.Being != mention.Person {
		return -1
	}
	p, e := &r.mentions[i-1], r.out[i-1].Entity
	if r.out[i-1].Second >= 0 || p.Kind != mention.Name || p.Owner || p.Last != m.First-1 || p.Sentence != m.Sentence || p.Quote != m.Quote || r.t.Tokens[p.Last].Punct != ',' || e < 0 ||
		r.entities[e].Kind != quotes.SpeakerPerson || clash(r.entities[e].Gender, m.Gender) {
		return -1
	}
	k := int(m.PrintLast)
	for n := 0; n < longestComplement && k < len(r.t.Tokens) && r.t.Tokens[k].Sentence == m.Sentence && !(r.t.Tokens[k].Punct == ','); n, k = n+1, k+1 {
		if t := &r.t.Tokens[k]; t.Shape == mention.Mark || t.Shape == mention.Lower && t.Class.Has(mention.Auxiliary|mention.Verb|mention.Past) && !t.Class.Has(mention.Noun) {
			return -1 // "Said Lee, the senator left"
		}
	}
	if k >= len(r.t.Tokens) || r.t.Tokens[k].Punct != ',' {
		return -1
	}
	return e
}

// othersOwn reports whether phrase m, "his childhood friend", says more of its role
// than the text says of the holder's, who was named longer ago: another's friend.
func (r *resolver) othersOwn(m *mention.Mention, holder int, h holders) bool {
	last := r.entities[holder].last
	return m.Owned && r.specified(m) && r.roleScore(&r.entities[holder], h.noun, h.words) <= 1 && (last < 0 || m.Paragraph-r.mentions[last].Paragraph > 2)
}

// holders are the people to whom the text gives the role of a phrase.
type holders struct {
	noun         string   // of the phrase, as roles are compared
	words        []string // the folded words before it
	best, second int      // entities, -1 for none
	clear        bool     // whether the best is surely ahead of the next
}

// holders weighs whose role phrase m is: by its words, then by who was named last.
func (r *resolver) holders(m *mention.Mention) holders {
	h := holders{noun: r.noun(m), words: slices.Concat(r.ownerNoun(m.First), r.fold(m.First, m.Head), r.ofWhich(m), r.fold(m.Last, m.PrintLast)), best: -1, second: -1}
	placed, former, of, party := r.placed(m.First, m.Head), r.former(h.words), r.holderOf(m), r.partyIn(h.words)
	var bestScore, secondScore float64
	list := r.byRole[h.noun]
	if word := r.deputy(h.words); word != "" && len(r.byRole[word]) > 0 && !slices.ContainsFunc(list, func(e int) bool { return !r.stoodInFor(h.words, &r.entities[e], h.noun) }) {
		list, h.noun = r.byRole[word], word // "the deputy mayor", of "his deputy, X"
	}
	for n := len(list) - 1; n >= 0 && n > len(list)-1-maxHolders; n-- {
		e := list[n]
		x := &r.entities[e]
		if clash(x.Gender, m.Gender) || r.otherSide(m, e) || r.withOther(m, e, of) || r.opposed(m, e) || r.elsewhere(m, e, h.noun) {
			continue
		}
		if r.passing(h.noun) && x.last >= 0 && m.Paragraph-r.mentions[x.last].Paragraph > longestTurn {
			continue // another may be the witness now
		}
		if r.stoodInFor(h.words, x, h.noun) {
			continue
		}
		s := r.roleScore(x, h.noun, h.words)
		switch once := r.onceHeld(x, h.noun); {
		case former && !once && s <= 1.5:
			continue // "the former president" is not the president
		case once && !former:
			s -= 0.6 // "the chief" is hardly the former one
		}
		if r.deputy(h.words) == "" && r.onlyDeputy(x, h.noun) {
			s -= 0.6 // nor the deputy chief
		}
		if s <= 1 && r.numbered(m) {
			continue // "the third baker" is not the first
		}
		if s > 0 && s <= 1 && placed && (r.otherPlace(x, h.noun) || r.t.Words.Party(h.noun) != "") {
			continue // "the Ohio governor" is not another state's, nor "the Ohio Republican" any Republican
		}
		if s <= 0 || x.last < 0 && s <= 1 && r.specified(m) {
			continue // "the health secretary" is not the regional secretary of whom only a later sentence speaks
		}
		switch held := r.partyOf(x); {
		case party == "" || held == "":
		case party == held:
			s = max(s, min(s+0.5, 1.5)) // "the Democratic senator" is the one who is a Democrat
		default:
			continue
		}
		if x.last >= 0 {
			s += 1 / (1 + float64(m.Sentence-r.mentions[x.last].Sentence)*0.3)
		} else {
			s -= 0.5
		}
		switch {
		case h.best < 0 || s > bestScore:
			h.second, secondScore = h.best, bestScore
			h.best, bestScore = e, s
		case e != h.best && (h.second < 0 || s > secondScore):
			h.second, secondScore = e, s
		}
	}
	if e := r.inTurn(m, former); h.best < 0 && e >= 0 {
		return holders{noun: h.noun, words: h.words, best: e, second: -1, clear: true}
	}
	unplaced := h.second >= 0 && bestScore < 1.5+1 && placed && r.roleScore(&r.entities[h.best], h.noun, h.words) <= 1
	h.clear = !unplaced && (h.second < 0 || bestScore-secondScore > 0.1)
	return h
}

// partyIn is the party that one of the words of a phrase names; "": none.
func (r *resolver) partyIn(words []string) string {
	for _, w := range words {
		if party := r.t.Words.Party(w); party != "" {
			return party
		}
	}
	return ""
}

// partyOf is the party that the text gives entity x; "": none.
func (r *resolver) partyOf(x *Entity) string {
	for _, held := range x.roles {
		if party := r.t.Words.Party(held.noun); party != "" {
			return party
		}
		if party := r.partyIn(held.words); party != "" {
			return party
		}
	}
	return ""
}

// former reports whether the words of a role phrase say that it is over.
func (r *resolver) former(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return r.t.Words.Trait(w)&mention.Former != 0 })
}

// onceHeld reports whether the text says of entity x, too, that the role is over.
func (r *resolver) onceHeld(x *Entity, noun string) bool {
	return slices.ContainsFunc(x.roles, func(role role) bool { return r.kindred(role.noun, noun) > 0 && r.former(role.words) })
}

// maxHolders bounds the people of one role that are compared.
const maxHolders = 16

// unholding resolves a role phrase that speaks and whose role the text gives to
// nobody: to the person whom it is about, or whom the next sentence names.
func (r *resolver) unholding(i int, near referent) bool {
	m := &r.mentions[i]
	c := r.t.Tokens[m.Head].Class
	if r.numbered(m) && c.Has(mention.Role) {
		r.asWritten(i)
		return true
	}
	if !c.Has(mention.Role | mention.Age | mention.National | mention.Title) {
		return false
	}
	if r.takesUp(i, near.stranger) && near.lead >= leastLead {
		r.asBefore(i, near.stranger, -1)
		return true
	}
	if c.Has(mention.Generic | mention.Age) {
		if j := r.without(i, near.best); j >= 0 {
			r.asBefore(i, j, near.best)
			return true
		}
	}
	if c.Has(mention.Generic) {
		return r.variation(i, near)
	}
	if j := r.titledLater(i); j >= 0 {
		r.out[i] = Resolution{Entity: r.single(j, r.key(&r.mentions[j]), r.print(r.mentions[j].NameFirst, r.nameEnd(&r.mentions[j]))), Confidence: sureAhead, Second: near.best}
		return true
	}
	least := leastLead
	if c.Has(mention.Age) || r.ageIn(m.First, m.Last) != "" {
		least = ageLead
	} else if noun := r.t.Word(int(m.Head)); r.office(noun) && !r.former(r.fold(m.First, m.Head)) && !(near.best >= 0 && r.kindredRole(near.best, r.t.Words.TitleNoun(noun))) {
		least = officeLead
	}
	if near.best >= 0 && near.lead >= least && !(c.Has(mention.National) && (r.otherPeople(near.best, r.head(m)) || r.ofPeople(m) && r.without(i, near.best) >= 0)) {
		r.out[i] = Resolution{Entity: near.best, Confidence: sureSalient, Second: near.second}
		r.gains(near.best, m)
		return true
	}
	if e := r.ahead(i); e >= 0 && !r.otherOffice(e, r.noun(m)) && !slices.Contains(r.sentenceMates(i), e) && (m.PrintLast == m.Last || !r.peopled(i)) && near.best < 0 && m.Quote < 0 && !c.Has(mention.National) {
		r.out[i] = Resolution{Entity: e, Confidence: sureAhead, Second: -1}
		return true
	}
	return false
}

// peopled reports whether the text names a person shortly before mention i.
func (r *resolver) peopled(i int) bool {
	for j := i - 1; j >= 0 && j > i-reach; j-- {
		if e := r.out[j].Entity; e >= 0 && r.mentions[j].Kind == mention.Name && r.entities[e].person && !r.byline(&r.mentions[j]) {
			return true
		}
	}
	return false
}

// variation resolves a phrase with a noun that seldom means somebody named but tells
// of the past, "the former Treasury official", or of the gender, "the girl", to the
// person whom its paragraph is about.
func (r *resolver) variation(i int, near referent) bool {
	m := &r.mentions[i]
	if near.best < 0 || m.PrintLast > m.Last || r.mentions[r.entities[near.best].last].Paragraph < m.Paragraph-1 {
		return false
	}
	switch {
	case r.former(r.fold(m.First, m.Head)) && near.lead >= 2*leastLead:
	case m.Gender != mention.Unknown && m.Gender == r.entities[near.best].Gender && near.lead >= genderLead && near.second < 0:
	case m.Definite && !m.Owned && !r.specified(m) && near.lead >= 2*leastLead && r.alreadySpeaks(i, near.best):
	default:
		return false
	}
	r.out[i] = Resolution{Entity: near.best, Confidence: sureSalient, Second: near.second}
	return true
}

// alreadySpeaks reports whether the paragraph of phrase i, "the official", names nobody
// before it but entity e, who says something there, and no stranger was called so.
func (r *resolver) alreadySpeaks(i, e int) bool {
	m := &r.mentions[i]
	if _, called := r.phrases[r.head(m)]; called || !r.t.Tokens[m.Head].Class.Has(mention.Role) {
		return false
	}
	says := false
	for j := i - 1; j >= 0 && j > i-reach && r.mentions[j].Paragraph == m.Paragraph; j-- {
		c := &r.mentions[j]
		if c.Quote >= 0 || c.Being == mention.Organisation || c.Being == mention.Location || c.Kind == mention.Body || c.Kind == mention.Document {
			continue
		}
		if o := r.out[j].Entity; o >= 0 && o != e || o < 0 && c.Being == mention.Person {
			return false
		}
		says = says || r.out[j].Entity == e && (r.speaks(j) || r.reports(c))
	}
	return says
}

// gains notes that phrase m gives entity e its role, which the text does not say
// in so many words.
func (r *resolver) gains(e int, m *mention.Mention) {
	first := m.First
	if r.t.Tokens[first].Class.Has(mention.Determiner|mention.Possessive) && first+1 < m.Last {
		first++
	}
	printed := r.entities[e].Role
	r.role(e, first, m.PrintLast)
	r.entities[e].Role = printed
}

// onlyOne takes the role phrase that a sentence begins with, of which nothing is
// quoted, for the only person around: "Ann Lee won. The teenager was first", but not
// "the watchman, who", who is introduced there.
func (r *resolver) onlyOne(i, best int) {
	c := r.t.Tokens[r.mentions[i].Head].Class
	if best >= 0 || !c.Has(mention.Role|mention.Age|mention.National) || c.Has(mention.Generic) || r.mentions[i].Owned || !r.leads(i) || r.whoBehind(i) || r.numbered(&r.mentions[i]) {
		return
	}
	if e := r.only(i); e >= 0 && !(r.office(r.t.Word(int(r.mentions[i].Head))) && r.holdsOther(e, r.noun(&r.mentions[i]))) {
		r.out[i] = Resolution{Entity: e, Confidence: sureSalient, Second: -1}
		if c.Has(mention.Age | mention.National) {
			r.role(e, r.mentions[i].Head, r.mentions[i].Last)
		}
	}
}

// specified reports whether a noun phrase says of which kind its noun is: "the
// health secretary", and not "the secretary".
func (r *resolver) specified(m *mention.Mention) bool {
	for k := m.First; k < m.Head; k++ {
		if t := &r.t.Tokens[k]; t.Shape != mention.Mark && !t.Class.Has(mention.Determiner|mention.Possessive|mention.Adverb) {
			return true
		}
	}
	return false
}

// longestHold is how many paragraphs after the last mention of the only driver the driver is no owner
// whom the paragraph does not name.
const longestHold = 6

// nearer reports whether a bare phrase, "the senator", or one that says what the
// text does not say of the holder means the person whom its paragraph is about,
// and not the holder of the role who was named longer ago or will only be named
// later: not every senator is introduced as one.
func (r *resolver) nearer(m *mention.Mention, h holders, near referent) bool {
	holder := h.best
	wide := r.roleScore(&r.entities[holder], h.noun, h.words) < 1 // a minister for a politician
	bare := len(h.words) == 0 || len(h.words) == 1 && r.t.Tokens[m.First].Class.Has(mention.Determiner) || wide
	if near.best < 0 || near.lead < leastLead || !bare || m.PrintLast > m.Last {
		return false
	}
	if last := r.entities[holder].last; r.passing(h.noun) && h.second < 0 && last >= 0 && m.Paragraph-r.mentions[last].Paragraph <= 1 && !r.kindredRole(near.best, h.noun) {
		return false // who gives evidence, and not whom it is about
	}
	last, off := r.entities[holder].last, m.Paragraph-r.mentions[r.entities[near.best].last].Paragraph
	only := h.second < 0 && r.office(h.noun) // the only Speaker there is, and not the whip
	hold := int32(longAgo)
	if off > 0 {
		hold = longestHold
	}
	recent := h.clear && last >= 0 && m.Paragraph-r.mentions[last].Paragraph <= hold && r.hasPart(near.best) // the chief, and not the owner
	only, recent = only && !r.kindredRole(near.best, h.noun), recent && r.roleScore(&r.entities[near.best], h.noun, nil) == 0
	if last >= 0 && !wide && (only || recent) && (r.holdsOther(near.best, h.noun) || !r.entities[near.best].person) {
		return false
	}
	if off > 0 {
		return off == 1 && near.lead >= 2*leastLead && (last < 0 || m.Paragraph-r.mentions[last].Paragraph > 2)
	}
	return last < 0 || m.Paragraph-r.mentions[last].Paragraph >= 2 || (wide || near.lead >= 2*leastLead) && r.mentions[last].Paragraph != m.Paragraph
}

// labels reports whether the mention is the label of a speech: "THE CLERK: …".
func (r *resolver) labels(m *mention.Mention) bool {
	return m.First == r.t.First[m.Paragraph] && int(m.Last) < len(r.t.Tokens) && r.t.Tokens[m.Last].Punct == ':'
}

// holdsOther reports whether the text has given entity e a role, and none that
// the noun can mean.
func (r *resolver) holdsOther(e int, noun string) bool {
	x := &r.entities[e]
	return r.hasPart(e) && r.roleScore(x, noun, nil) == 0
}

// hasPart reports whether the text has told what entity e is, or does: the driver, who drove the van.
func (r *resolver) hasPart(e int) bool {
	x := &r.entities[e]
	return len(x.roles)+len(x.does) > 0
}

// otherPeople reports whether the text has called entity e one of a people: not the one of
// the noun, for all that it tells.
func (r *resolver) otherPeople(e int, noun string) bool {
	for _, held := range r.entities[e].roles {
		if r.t.Words.Lookup(held.noun, true).Has(mention.National) {
			return true
		}
		for _, w := range held.words {
			if r.t.Words.Lookup(w, true).Has(mention.Demonym) && !r.related(w, noun) {
				return true
			}
		}
	}
	return false
}

// ofPeople reports whether phrase m is of one of a people, the Croat, and of no party.
func (r *resolver) ofPeople(m *mention.Mention) bool {
	return r.t.Tokens[m.Head].Class.Has(mention.National) && r.t.Words.Party(r.head(m)) == ""
}

// roleScore weighs how well a role phrase fits an entity's roles.
func (r *resolver) roleScore(x *Entity, noun string, words []string) float64 {
	best := 0.0
	for _, held := range x.roles {
		best = max(best, r.fit(&held, noun, words))
	}
	for _, done := range x.does {
		best = max(best, r.fit(&done, noun, words))
	}
	return best
}

// fit weighs how well a role phrase fits one role.
func (r *resolver) fit(held *role, noun string, words []string) float64 {
	s := r.kindred(held.noun, noun)
	if s == 0 {
		return 0
	}
	for k := range words {
		for n := range held.words {
			if r.relatedAt(words, k, held.words, n) {
				s += 0.5
			}
		}
	}
	return s
}

// kindredStep is how much less kindred a role is with each step to what it also is.
const kindredStep = 0.1

// kindred is 1 for the same role, less for one that a role also is, else 0.
func (r *resolver) kindred(role, noun string) float64 {
	for n, s := 0, 1.0; role != "" && n < maxBroader; n, s = n+1, s-kindredStep {
		if role == noun {
			return s
		}
		role = r.t.Words.Broader(role)
	}
	return 0
}
