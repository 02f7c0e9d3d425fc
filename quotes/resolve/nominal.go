package resolve

import (
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
	if r.besideName(i) {
		return
	}
	if !m.Definite {
		if r.speaks(i) {
			r.indefinite(i)
		}
		return
	}
	if m.Quote >= 0 && r.speaks(i) && r.traits(m)&mention.Kin != 0 {
		r.asWritten(i) // "Father said" in somebody's words: whose cannot be read here
		return
	}
	if e, sure := r.byWords(i); e >= 0 {
		r.out[i] = Resolution{Entity: e, Confidence: sure, Second: -1}
		return
	}
	h := r.holders(m)
	of := h.of
	if h.best < 0 && r.ofSomebody(m) && !r.speaks(i) {
		return // "the mother of a victim" comes in with the victim
	}
	if e := r.allied(m, h); e >= 0 {
		r.out[i] = Resolution{Entity: e, Confidence: sureRole, Second: h.best}
		return
	}
	asked, _ := r.inquiry(i)
	if j := max(asked, r.questioned(i)); j >= 0 && (h.best < 0 || r.passing(h.noun)) && r.out[j].Entity >= 0 && !m.Owned && !clash(r.entities[r.out[j].Entity].Gender, m.Gender) {
		r.out[i] = Resolution{Entity: r.out[j].Entity, Confidence: sureSalient, Second: -1} // "Lee asked Ek if it rained. …, the witness said"
		return
	}
	nameless := !r.t.Tokens[m.Head].Class.Has(mention.Age) && r.wantsNoName(i)
	if r.traits(m)&mention.AnyPerson != 0 && r.whoBehind(i) || nameless {
		h = holders{noun: h.noun, best: -1, second: -1} // "the man, who declined to be named" is not the last man
	}
	best := h.best
	near := referent{best: -1, second: -1, stranger: -1}
	if r.speaks(i) && !nameless {
		near = r.about(i)
	}
	if near.best >= 0 && (r.withOther(m, near.best, of) || len(of) > 0 && r.t.Words.Party(h.noun) != "" && r.outOfOffice(m, near.best)) {
		near = referent{best: -1, second: -1, stranger: -1}
	}
	if j := r.introduced(i, best); j >= 0 && !near.clear(m.Paragraph-r.mentions[j].Paragraph > 1) {
		r.asBefore(i, j, best)
		return
	}
	if j := r.introducedAbove(i); j >= 0 && r.wantsNoName(j) && r.takesUp(i, j) {
		r.asBefore(i, j, best) // "A detective, who asked not to be named, was sure. …, the officer said"
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
	if best < 0 && r.byAllegiance(i, h) {
		return
	}
	if !r.speaks(i) {
		r.onlyOne(i, best)
		return
	}
	if m.Owned || best < 0 && (nameless || r.labels(m) || r.traits(m)&mention.Nameless != 0 && m.PrintLast == m.Last) {
		r.asWritten(i)
		return
	}
	reason := "several people have this role"
	if best < 0 {
		if e := r.namedNext(i); e >= 0 && r.ofSomebody(m) && r.traits(m)&mention.Kin != 0 {
			r.out[i] = Resolution{Entity: e, Confidence: sureAhead, Second: -1}
			return
		}
		if e := r.whoAnswers(i); e >= 0 {
			r.out[i] = Resolution{Entity: e, Confidence: sureSalient, Second: near.best}
			return
		}
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

// byAllegiance resolves phrase i, whose role h nobody holds, to the only one of the party or the country that
// it tells, and reports whether there is one.
func (r *resolver) byAllegiance(i int, h holders) bool {
	m := &r.mentions[i]
	e := r.ofSide(m, h)
	if e < 0 {
		if e = r.partisan(m, h.noun); e >= 0 {
			r.gains(e, m)
		} else {
			e = r.countryman(m)
		}
	}
	if e < 0 {
		return false
	}
	r.out[i] = Resolution{Entity: e, Confidence: sureRole, Second: -1}
	return true
}

// byWords is whom the words of phrase i tell, whoever else holds its role: the 43-year-old, the older
// brother, the DRM, the tech giant of "tech giant Brightwater"; and how sure that is. -1: nobody.
func (r *resolver) byWords(i int) (e int, sure float64) {
	m := &r.mentions[i]
	if e = r.aged(i); e >= 0 {
		return e, sureAge
	}
	if e = max(r.ofTwo(i), r.kinsman(i)); e >= 0 {
		return e, sureRole
	}
	if e = r.abbreviated(i); e >= 0 {
		return e, sureRole
	}
	return max(r.bodyLetters(m), r.besideBefore(m)), sureBody
}

// indefinite resolves the indefinite phrase i, which speaks: to whom the next paragraph names, or to
// nobody but itself.
func (r *resolver) indefinite(i int) {
	if e := r.headlined(i); e >= 0 {
		r.out[i] = Resolution{Entity: e, Confidence: sureRole, Second: -1}
	} else if e := r.namedNext(i); e >= 0 && !r.wantsNoName(i) {
		r.out[i] = Resolution{Entity: e, Confidence: sureAhead, Second: -1}
	} else if !r.joined(i) {
		r.asWritten(i)
	}
}

// headlined is the only holder of the role that stands without an article in heading i, as headings leave them
// out: "Port must close, says mayor". -1: none.
func (r *resolver) headlined(i int) int {
	m := &r.mentions[i]
	if !r.t.Heading(m.Paragraph) || m.Kind != mention.Nominal || m.Plural || r.t.Tokens[m.First].Class.Has(mention.Determiner|mention.Possessive) {
		return -1
	}
	return r.holder(m)
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

// besideName resolves phrase i to the person whose short name it stands beside, and reports whether it does.
func (r *resolver) besideName(i int) bool {
	e := r.nameApposed(i)
	if e < 0 {
		return false
	}
	r.out[i] = Resolution{Entity: e, Confidence: sureBeside, Second: -1}
	r.gains(e, &r.mentions[i])
	return true
}

// nameApposed is the person whose short name stands right before phrase i, which only says
// who that is: "Lee, the senator from Ohio,", "Lee, a senator,". -1: none.
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
	if !m.Definite && (p.Governed || len(r.entities[e].parts) < 2 || k+1 < len(r.t.Tokens) && r.t.Tokens[k+1].Class.Has(mention.Conjunction)) {
		return -1 // "In Kent, a baker, Lee, said", "Lee, a baker, and a nurse"
	}
	return e
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
	if best >= 0 || !c.Has(mention.Role|mention.Age|mention.National) || c.Has(mention.Generic) || r.mentions[i].Owned || !r.leads(i) || r.whoBehind(i) && !r.ageOpens(&r.mentions[i]) || r.numbered(&r.mentions[i]) {
		return
	}
	if e := r.only(i); e >= 0 && !(r.office(r.t.Word(int(r.mentions[i].Head))) && r.holdsOther(e, r.noun(&r.mentions[i]))) {
		r.out[i] = Resolution{Entity: e, Confidence: sureSalient, Second: -1}
		if c.Has(mention.Age | mention.National) {
			r.role(e, r.mentions[i].Head, r.mentions[i].Last)
		}
	}
}

// ageOpens reports whether phrase m, which tells an age, opens its paragraph: "The 33-year-old, who was born there,"
// goes on about whom the one before was about.
func (r *resolver) ageOpens(m *mention.Mention) bool {
	return m.First == r.t.First[m.Paragraph] && r.ageIn(m.First, m.Last) != ""
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
	if near.best < 0 || near.lead < leastLead || !bare || m.PrintLast > m.Last || r.inLine(m) {
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

// inLine reports whether phrase m opens, without an article, a line that ends as no sentence does: "Coroner calls
// it a missed chance", among the points above an article, of whom only the article names.
func (r *resolver) inLine(m *mention.Mention) bool {
	first, end := r.t.First[m.Paragraph], r.t.First[m.Paragraph+1]
	for first < m.First && r.t.Tokens[first].Shape == mention.Mark {
		first++
	}
	last := end - 1
	for last > first && r.t.Tokens[last].Shape == mention.Mark && r.t.Tokens[last].Punct != '.' && r.t.Tokens[last].Punct != '?' && r.t.Tokens[last].Punct != '!' {
		last--
	}
	return m.First == first && !r.t.Tokens[first].Class.Has(mention.Determiner|mention.Possessive) && r.t.Tokens[last].Shape != mention.Mark
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
