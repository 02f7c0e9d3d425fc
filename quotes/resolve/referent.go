package resolve

import (
	"slices"

	"onrecord/quotes"
	"onrecord/quotes/mention"
	"onrecord/quotes/text"
)

// referent is whom the text around a role phrase is about.
type referent struct {
	best, second int     // entities, -1 for none
	stranger     int     // the mention of the best who has no name, -1 for a name
	lead         float64 // of the best
}

// clear reports whether the referent is so much ahead that it goes before an
// introduction of long ago.
func (n referent) clear(long bool) bool { return long && n.best >= 0 && n.lead >= 2*leastLead }

// bid is the claim of an entity, or of the stranger of a mention (entity -1), to be
// whom a role phrase means.
type bid struct {
	entity, mention int
	score           float64
}

// leastLead is the lead over the next bid that makes somebody stand out.
const leastLead = 0.2

// about is whom role phrase i may mean though no one is known to have the role:
// the person whom the text before it is about, unless the phrase's sentence names
// them, too, or they are of another party.
func (r *resolver) about(i int) referent {
	n := referent{best: -1, second: -1, stranger: -1}
	bids := r.bids(i)
	top, next := leastStanding, leastStanding
	if len(bids) == 1 {
		top, next = 0, 0 // there is nobody else
	}
	for _, b := range bids {
		switch {
		case b.score > top:
			n.second, next = n.best, top
			n.best, top, n.stranger = b.entity, b.score, -1
			if b.entity < 0 {
				n.stranger = b.mention
			}
		case b.score > next:
			n.second, next = b.entity, b.score
		}
	}
	n.lead = top - next
	return n
}

// credit reports whether mention c stands in the line that tells who took a picture.
func (r *resolver) credit(c *mention.Mention) bool {
	first, end := int(r.t.First[c.Paragraph]), int(r.t.First[c.Paragraph+1])
	for k := first; k < end && end-first <= longestByline; k++ {
		if r.t.Tokens[k].Quote < 0 && r.t.Tokens[k].Trait&mention.Credit != 0 {
			return true
		}
	}
	return false
}

// prior reports whether mention j is a role phrase that the sentence before
// role phrase i is about, and of nobody named: "the former model gave a speech".
func (r *resolver) prior(i, j int) bool {
	m, c := &r.mentions[i], &r.mentions[j]
	one := c.Kind == mention.Nominal && c.Being == mention.Person && !c.Plural || r.oneOf(j) || r.nounless(c) && r.stranger(j)
	return one && c.Quote < 0 && c.Sentence < m.Sentence &&
		r.prose[m.Sentence]-r.prose[c.Sentence] <= 1 && !clash(c.Gender, m.Gender) && r.leads(j) && r.traits(c)&mention.Whoever == 0
}

// officeLead is the lead that it takes to be the senator or the president of whom
// the text has not said so: those are mostly introduced.
const officeLead = 0.3

// genderLead is the lead that it takes to be the girl or the old man.
const genderLead = 0.6

// ageLead is the lead that it takes to be the 34-year-old, who must be somebody.
const ageLead = 0.05

// leastStanding is what somebody whom a role phrase means is worth at least.
const leastStanding = 0.3

// human reports whether entity e, named by mention j, is a person for all that
// the text shows.
func (r *resolver) human(j, e int) bool {
	x := &r.entities[e]
	switch {
	case x.Kind != quotes.SpeakerPerson || r.t.Tokens[r.mentions[j].First].Class.Has(mention.It):
		return false
	case x.person || x.Gender != mention.Unknown || r.speaks(j) || r.reports(&r.mentions[j]):
		return true
	}
	return !r.things[text.Key(x.Name)] && (len(x.parts) > 1 || x.count > 2)
}

// bids are the people named shortly before role phrase i that it may mean.
func (r *resolver) bids(i int) []bid {
	m := &r.mentions[i]
	noun := r.noun(m)
	kept := make([]bid, 0, 8)
	barred, gender := r.sentenceMates(i), r.ownGender(i)
	now := !r.former(r.fold(m.First, m.Head)) // a president may be "the former minister"
	standsIn := r.deputy(r.fold(m.First, m.Head)) != ""
	office := now && (r.specified(m) || r.t.Tokens[m.Head].Shape == mention.AllCaps) && r.office(r.t.Word(int(m.Head))) // the PM
	for j := i - 1; j >= 0 && j > i-reach && m.Paragraph-r.mentions[j].Paragraph <= 2; j-- {
		c, e := &r.mentions[j], r.out[j].Entity
		if (e < 0 || r.entities[e].Kind == quotes.SpeakerUnnamed) && r.prior(i, j) {
			kept = append(kept, bid{-1, j, r.prominence(j, m, e, m.Gender)})
			continue
		}
		if e < 0 || office && r.otherOffice(e, noun) || r.byline(c) || r.narrates(c) || r.credit(c) || slices.Contains(barred, e) || !r.fits(m, j, e, gender) || !r.human(j, e) || r.ruledOut(m, e, noun, standsIn) {
			continue
		}
		s := r.prominence(j, m, e, gender)
		if last := r.prose[m.Sentence]-r.prose[c.Sentence] <= 1; last && r.speaks(j) {
			s += 0.2 // who was quoted goes on
		} else if last && r.leads(j) {
			s += 0.15
		}
		if k := slices.IndexFunc(kept, func(b bid) bool { return b.entity == e }); k >= 0 {
			kept[k].score = max(kept[k].score, s) + 0.01
		} else {
			kept = append(kept, bid{e, j, s})
		}
	}
	sibling := !r.office(r.t.Word(int(m.Head))) && r.t.Words.Party(noun) == "" && r.t.Words.Broader(noun) != "" // as novelist and author are
	for k := range kept {
		e := kept[k].entity
		if e < 0 {
			continue
		}
		x := &r.entities[e]
		kept[k].score += 0.02 * min(float64(x.count), 6)
		if r.namedBy(i, e) {
			kept[k].score -= 0.5
		}
		kindred := r.kindredRole(e, noun)
		if slices.ContainsFunc(x.roles, func(held role) bool {
			return len(held.words) > 0 && held.words[len(held.words)-1] == noun && !r.t.Tokens[m.Head].Class.Has(mention.Generic|mention.National)
		}) {
			kept[k].score += 0.7 // the trainee, of "a trainee solicitor"
		}
		if sibling && kindred {
			kept[k].score += 0.7 // the author is rather the novelist than whoever was named since
		}
		if now && r.specified(m) && r.holdsOther(e, noun) && !kindred {
			kept[k].score -= 0.3
		}
	}
	return kept
}

// ruledOut reports whether the text tells of entity e what whoever role phrase m means is not: of another party, place
// or age, one against whom or in whose stead they are.
func (r *resolver) ruledOut(m *mention.Mention, e int, noun string, standsIn bool) bool {
	return r.otherSide(m, e) || r.opposed(m, e) || standsIn && r.ownOffice(e) || !standsIn && r.onlyRival(&r.entities[e]) && r.office(r.t.Word(int(m.Head))) ||
		r.otherAge(m, e) || r.elsewhere(m, e, noun) || r.excluded(e, noun)
}

// otherOffice reports whether entity e holds an office that is not of a kind with
// the noun's: a minister is no judge, a senator a congressman.
func (r *resolver) otherOffice(e int, noun string) bool {
	return !r.kindredRole(e, noun) && slices.ContainsFunc(r.entities[e].roles, func(held role) bool { return r.office(held.noun) })
}

// leastKindred is how near two roles of a kind are, by the steps from either to what both are: a
// prosecutor and a barrister by one each; a premier and a member of parliament are farther apart.
const leastKindred = 0.75

// kindredRole reports whether entity e holds a role that is of a kind with the noun's:
// prosecutor and barrister are lawyers.
func (r *resolver) kindredRole(e int, noun string) bool {
	return slices.ContainsFunc(r.entities[e].roles, func(held role) bool { return r.akin(held.noun, noun) })
}

// akin reports whether two roles are of a kind: coach and manager.
func (r *resolver) akin(held, noun string) bool {
	for n, up := 0, noun; up != "" && n < maxBroader; n, up = n+1, r.t.Words.Broader(up) {
		if r.kindred(held, up)-kindredStep*float64(n) >= leastKindred {
			return true
		}
	}
	return false
}

// office reports whether the noun of a role is printed before names, too: the
// senator, but not the tycoon or the leader.
func (r *resolver) office(noun string) bool {
	return r.t.Words.Lookup(noun, true).Has(mention.Title) && r.t.Words.Trait(noun)&(mention.Loose|mention.Kin) == 0
}

// sentenceMates are the entities that the sentence of mention i names beside it:
// whom a phrase means is seldom named in its own sentence.
func (r *resolver) sentenceMates(i int) []int {
	m := &r.mentions[i]
	var mates []int
	for _, step := range []int{-1, 1} {
		for j := i + step; j >= 0 && j < len(r.mentions) && (j-i)*step < reach && r.mentions[j].Sentence == m.Sentence; j += step {
			c := &r.mentions[j]
			if step < 0 && r.announced(c, m) {
				break
			}
			if c.Kind != mention.Name || c.Quote >= 0 {
				continue
			}
			if e := r.bearer(j); e >= 0 {
				mates = append(mates, e)
			}
		}
	}
	return mates
}

// ownGender is the gender of the person whom role phrase i means: of the phrase, or
// of the first pronoun of its sentence where nobody is named before: "reprising her
// favourite line, the former minister said".
func (r *resolver) ownGender(i int) mention.Gender {
	m := &r.mentions[i]
	if m.Gender != mention.Unknown {
		return m.Gender
	}
	for k := int(m.First) - 1; k >= 0 && k > int(m.First)-ownReach && r.t.Tokens[k].Sentence == m.Sentence && r.nameless(k); k-- {
		switch trait := r.t.Tokens[k].Trait; {
		case trait&mention.OfHer != 0:
			return mention.FemaleGender
		case trait&mention.OfHim != 0:
			return mention.MaleGender
		}
	}
	switch g := r.ownPronoun(i); {
	case g > 0:
		return mention.FemaleGender
	case g < 0:
		return mention.MaleGender
	}
	return mention.Unknown
}

// nameless reports whether token k, outside quotes, is of no name: in lower case, a
// mark or the first of its sentence.
func (r *resolver) nameless(k int) bool {
	t := &r.t.Tokens[k]
	return t.Quote < 0 && (t.Shape == mention.Lower || t.Shape == mention.Mark || r.opensAt(int32(k)))
}

// announced reports whether a colon or semicolon stands between mentions c and m:
// "Lee is firm: “…,” the senator says".
func (r *resolver) announced(c, m *mention.Mention) bool {
	return slices.ContainsFunc(r.t.Tokens[c.Last:m.First], func(t mention.Token) bool { return (t.Punct == ':' || t.Punct == ';') && t.Quote < 0 })
}

// otherSide reports whether the phrase names a party or people and the text has
// tied another to entity e: "the Democratic nominee" is no Republican.
func (r *resolver) otherSide(m *mention.Mention, e int) bool {
	side := r.sides(r.fold(m.First, m.Head+1))
	if side == "" {
		return false
	}
	other := false
	for _, role := range r.entities[e].roles {
		switch s := r.sides(append(slices.Clone(role.words), role.noun)); s {
		case side:
			return false
		case "":
		default:
			other = true
		}
	}
	return other
}

// sides is the party that the words name, "" for none.
func (r *resolver) sides(words []string) string {
	for _, w := range words {
		if s := r.t.Words.Party(w); s != "" {
			return s
		}
	}
	return ""
}
