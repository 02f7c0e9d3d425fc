package resolve

import (
	"slices"
	"strings"

	"onrecord/quotes/mention"
)

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
	if e := r.ahead(i); e >= 0 && !r.otherOffice(e, r.noun(m)) && (r.deputy(r.fold(m.First, m.Head)) != "" || !r.onlyDeputy(&r.entities[e], r.noun(m))) && !slices.Contains(r.sentenceMates(i), e) && (m.PrintLast == m.Last || !r.peopled(i)) && near.best < 0 && m.Quote < 0 && !c.Has(mention.National) {
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
	case m.Definite && !m.Owned && r.parentOfSome(m) && near.lead >= leastLead:
	case m.Gender != mention.Unknown && m.Gender == r.entities[near.best].Gender && near.lead >= genderLead && near.second < 0:
	case m.Definite && !m.Owned && !r.specified(m) && near.lead >= 2*leastLead && r.alreadySpeaks(i, near.best):
	default:
		return false
	}
	r.out[i] = Resolution{Entity: near.best, Confidence: sureSalient, Second: near.second}
	return true
}

// parentOfSome reports whether phrase m tells how many children somebody has whom the text has named: the
// mother-of-two.
func (r *resolver) parentOfSome(m *mention.Mention) bool {
	noun, some, _ := strings.Cut(r.head(m), "-")
	return some != "" && r.t.Words.Trait(noun)&mention.Parent != 0
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
