package resolve

import (
	"slices"

	"onrecord/quotes"
	"onrecord/quotes/mention"
)

// laterGender is the gender of the pronoun behind mention i in its sentence,
// "Lee said she", or of that to which the quote behind one of
// mention i is attributed, in its paragraph or the next: "Lee said. … she added".
func (r *resolver) laterGender(i int) mention.Gender {
	switch g := r.ownPronoun(i); {
	case g > 0:
		return mention.FemaleGender
	case g < 0:
		return mention.MaleGender
	case !r.speaks(i):
		return mention.Unknown
	}
	for j := i + 1; j < len(r.mentions) && j < i+reach && r.mentions[j].Paragraph <= r.mentions[i].Paragraph+1; j++ {
		switch c := &r.mentions[j]; {
		case !r.speaks(j) && (c.Quote >= 0 || c.Kind != mention.Name):
		case r.speaks(j) && c.Kind == mention.Pro:
			return c.Gender
		default:
			return mention.Unknown
		}
	}
	return mention.Unknown
}

// asTheySay is the gender of the pronoun that tells what else mention i does as it
// speaks: "Lee said as she sat down".
func (r *resolver) asTheySay(i int) mention.Gender {
	m := &r.mentions[i]
	k := int(m.Last)
	if k+2 >= len(r.t.Tokens) || r.t.Tokens[k+2].Sentence != m.Sentence || r.t.Tokens[k+2].Quote != m.Quote ||
		!r.t.Tokens[k].Class.Has(mention.Core) || !r.t.Tokens[k+1].Class.Has(mention.Subordinate|mention.As|mention.Clause) || r.t.Tokens[k+1].Class.Has(mention.That) {
		return mention.Unknown
	}
	switch c := r.t.Tokens[k+2].Class; {
	case !c.Has(mention.Subject):
	case c.Has(mention.He):
		return mention.MaleGender
	case c.Has(mention.She):
		return mention.FemaleGender
	}
	return mention.Unknown
}

// manner is the way in which a short name is said: the surname alone, or behind
// a title of men or women. Newspapers keep to one for the person they write of.
func (r *resolver) manner(m *mention.Mention, key string) string {
	if m.First == m.NameFirst {
		return key
	}
	return string('0'+byte(m.Gender)) + key
}

// named notes that a short name names entity e.
func (r *resolver) named(i, e int, key, word string) {
	m, x := &r.mentions[i], &r.entities[e]
	r.name(i, e)
	switch {
	case x.family == key: // "Mrs Hargraves", of "his wife Deb"
		x.Aliases = appendNew(x.Aliases, x.Name)
		x.Name, x.parts, x.family = x.Name+" "+word, append(x.parts, key), ""
	case !r.t.Heading(m.Paragraph) && len(x.parts) > 1 && x.parts[len(x.parts)-1] == key && r.side(i) == 0:
		r.bare[r.manner(m, key)] = e
	}
	x.Aliases = appendNew(x.Aliases, r.t.Slice(int(m.First), int(m.Last)))
}

// pick chooses whom of the list name i means: by gender and suffix, then whom
// the bare surname key has meant before, who is named nearby and often. tie:
// nothing tells them apart.
func (r *resolver) pick(i int, key string, list []int, gender mention.Gender) (best, second int, tie bool) {
	best, second = -1, -1
	var bestScore, secondScore float64
	m := &r.mentions[i]
	suffix := ""
	if r.nameEnd(m) > m.NameLast {
		suffix = r.word(int(m.Last) - 1)
	}
	side, title, fresh := r.side(i), "", r.justNamed(i, list)
	if m.First < m.NameFirst {
		title = r.titleOf(m)
	}
	behind := r.nounBehind(i)
	if behind == "" && len(list) > 1 {
		behind = r.actsAs(i) // "Lee told the court", of a witness
	}
	_, own := r.ownKin(i)
	calls := r.callsByFirst(i, list)
	for n, e := range list {
		if n > maxNamesakes {
			break
		}
		x := &r.entities[e]
		if clash(x.Gender, gender) || suffix != "" && x.suffix != suffix || x.family != "" && x.family == key && m.First == m.NameFirst && side == 0 && gender == mention.Unknown && calls < 0 {
			continue
		}
		s := r.nearness(x, i)
		if held, ok := r.bare[r.manner(m, key)]; ok && held == e && side == 0 {
			s += 2
		}
		if e == fresh {
			s += 3
		}
		if x.Gender != mention.Unknown && x.Gender == gender {
			s++
		}
		switch kin := x.family != "" && x.family == key; {
		case kin && r.seniority(x, nil) >= 0:
			s += r.familyLead(x, list, gender) // a relative by first name needs the title more than one named in full
		case kin && m.First < m.NameFirst:
			s -= 2 // but their daughter Zoe is not Mrs. Lee
		}
		if title != "" && r.roleScore(x, title, nil) > 0 {
			s++
			if r.onlyTitled(list, e, title) {
				s += 2
			}
		}
		if behind != "" && r.roleScore(x, behind, nil) > 0 && (x.last >= 0 || !r.oneHere(i, list)) {
			s += 3 // "Lee, the town officer,", unless that one comes in only later, and another stands here
		}
		if len(list) > 1 {
			if own != 0 {
				s += 3 * r.seniority(x, list[:min(len(list), maxNamesakes)]) * own
			}
			if e == calls {
				s -= 4
			}
			if r.byFirstName(x) {
				s -= 2
			}
			if own == 0 {
				s += 2 * r.parentTitle(i, e, list)
			}
			if father := r.fatherOf(e); father != "" && !r.given(father) && side == 0 {
				s -= 1.5 // who has two surnames is seldom called by the second
			}
		}
		if side != 0 {
			s += 5 * r.seniority(x, list[:min(len(list), maxNamesakes)]) * side
		}
		switch {
		case best < 0 || s > bestScore:
			second, secondScore = best, bestScore
			best, bestScore = e, s
		case second < 0 || s > secondScore:
			second, secondScore = e, s
		}
	}
	return best, second, second >= 0 && bestScore-secondScore < 0.5
}

// fewestByFirst is how often a text names somebody whom it hardly calls by the surname then.
const fewestByFirst = 3

// byFirstName reports whether the text has brought x in by the first name alone and named them often since:
// Bob, the brother of Mr. Lee.
func (r *resolver) byFirstName(x *Entity) bool {
	if len(x.parts) < 2 || x.first < 0 || x.count < fewestByFirst {
		return false
	}
	c := &r.mentions[x.first]
	return c.NameLast-c.NameFirst == 1 && r.word(int(c.NameFirst)) == x.parts[0]
}

// oneHere reports whether the paragraph of mention i names one of the list before it.
func (r *resolver) oneHere(i int, list []int) bool {
	return slices.ContainsFunc(list[:min(len(list), maxNamesakes)], func(e int) bool {
		last := r.entities[e].last
		return last >= 0 && r.mentions[last].Paragraph == r.mentions[i].Paragraph
	})
}

// parentTitle is +1 where entity e is the parent of one of the list and mention i a title that tells
// the gender and a name, by which none of them was meant before: her mother is Mrs Lee, and she is Ann.
// It is -2 where the title is that of a girl, else 0.
func (r *resolver) parentTitle(i, e int, list []int) float64 {
	m := &r.mentions[i]
	if m.Gender == mention.Unknown || m.First == m.NameFirst {
		return 0
	}
	if !slices.ContainsFunc(r.kinships, func(k kinship) bool {
		return k.relative == e && slices.Contains(list, k.of) && r.t.Words.Trait(k.noun)&mention.Parent != 0
	}) {
		return 0
	}
	if r.t.Tokens[m.First].Trait&mention.Younger != 0 {
		return -2
	}
	if _, held := r.bare[r.manner(m, r.key(m))]; held {
		return 0
	}
	return 1
}

// familyLead weighs that x, a relative known by the first name, needs the surname with a title
// more than those of the list who are named in full: not where one of them came in later, and
// as the subject.
func (r *resolver) familyLead(x *Entity, list []int, gender mention.Gender) float64 {
	for _, e := range list[:min(len(list), maxNamesakes)] {
		if y := &r.entities[e]; y.first > x.first && len(y.parts) > 1 && gender != mention.Unknown && !clash(y.Gender, gender) && r.subject(y.first) {
			return -1
		}
	}
	return 0.75
}

// nounBehind is the noun of the phrase behind the comma of name i, officer of "Lee, the town
// officer,"; "": there is none.
func (r *resolver) nounBehind(i int) string {
	if i+1 >= len(r.mentions) {
		return ""
	}
	m, d := &r.mentions[i], &r.mentions[i+1]
	if d.Kind != mention.Nominal || d.Owned || d.First != m.Last+1 || d.Sentence != m.Sentence || r.t.Tokens[m.Last].Punct != ',' {
		return ""
	}
	return r.noun(d)
}

// justNamed is the only one of the list whom the paragraph of mention i names
// before it, in full and as the subject of an earlier sentence: where Bill Lee
// came in, Lee is Bill. -1: none.
func (r *resolver) justNamed(i int, list []int) int {
	m := &r.mentions[i]
	found := -1
	for j := i - 1; j >= 0 && j > i-reach && r.mentions[j].Paragraph == m.Paragraph; j-- {
		c, e := &r.mentions[j], r.out[j].Entity
		if c.Kind != mention.Name || c.Owner || c.Quote >= 0 || e < 0 || !slices.Contains(list, e) {
			continue
		}
		if found >= 0 && e != found {
			return -1
		}
		if found >= 0 || c.NameLast-c.NameFirst > 1 && c.Sentence < m.Sentence && r.subject(j) {
			found = e
			continue
		}
		return -1
	}
	return found
}

// leadsAbove is the only one of the list whom the paragraph before that of mention i names,
// and in full as its first subject: "Len Lee, 61, said …" and then a speech of Lee's. -1: none.
func (r *resolver) leadsAbove(i int, list []int) int {
	m := &r.mentions[i]
	if len(list) < 2 {
		return -1
	}
	found := -1
	for j := i - 1; j >= 0 && j > i-reach && m.Paragraph-r.mentions[j].Paragraph <= 1; j-- {
		c, e := &r.mentions[j], r.out[j].Entity
		if c.Kind != mention.Name || c.Quote >= 0 || e < 0 || !slices.Contains(list, e) {
			continue
		}
		if found >= 0 && e != found || c.Paragraph == m.Paragraph {
			return -1
		}
		found = -1
		if c.NameLast-c.NameFirst > 1 && !c.Owner && r.leads(j) && c.Sentence == r.t.Tokens[r.t.First[c.Paragraph]].Sentence {
			found = e
		}
	}
	return found
}

// foremost is whom of the list name i means where nothing else tells: in a heading the one
// whom the text names first, else the one whom the paragraph above is about. -1: nobody.
func (r *resolver) foremost(i int, list []int) int {
	m := &r.mentions[i]
	list = list[:min(len(list), maxNamesakes)]
	if !r.t.Heading(m.Paragraph) {
		return r.leadsAbove(i, list)
	}
	for j := i + 1; j < len(r.mentions) && j < i+2*reach && r.mentions[j].Paragraph <= m.Paragraph+headingReach; j++ {
		c := &r.mentions[j]
		if e := r.out[j].Entity; c.Kind == mention.Name && e >= 0 && !r.t.Heading(c.Paragraph) && slices.Contains(list, e) && !clash(r.entities[e].Gender, m.Gender) {
			return e
		}
	}
	return -1
}

// headingReach is how many paragraphs below a heading whoever it names comes in.
const headingReach = 6

// nearness weighs how often and how near before mention i entity x is named.
func (r *resolver) nearness(x *Entity, i int) float64 {
	m := &r.mentions[i]
	s := min(float64(x.count), 6) * 0.25
	if x.first >= 0 {
		s += 2
	}
	if x.headline {
		s -= 3
	}
	if x.last < 0 {
		return s
	}
	last := &r.mentions[x.last]
	switch {
	case last.Sentence == m.Sentence:
		s += 1.5
	case last.Paragraph == m.Paragraph:
		s++
	case m.Paragraph-last.Paragraph <= 2:
		s += 0.5
	}
	switch {
	case last.Governed || last.Owner:
		s -= 0.5
	case r.speaks(x.last) || r.reports(last):
		s++
	case r.leads(x.last):
		s += 0.5
	}
	return s
}

// relate gives a relative known by the first name the surname of whom the text
// relates them to, so that "Mrs Hargraves" can be "his wife Deb".
func (r *resolver) relate(i int) {
	m := &r.mentions[i]
	e := r.out[i].Entity
	x := &r.entities[e]
	if x.Kind != quotes.SpeakerPerson || len(x.parts) != 1 || x.family != "" {
		return
	}
	kin := false
	for _, role := range x.roles {
		kin = kin || r.t.Words.Trait(role.noun)&mention.Kin != 0
	}
	if !kin {
		return
	}
	owner, several := r.owner(m)
	back := int32(1)
	if several {
		back = 3 // "Their mother, Ragna,": of the brothers whom others came between
	}
	for j := i - 1; j >= 0 && j > i-reach && m.Paragraph-r.mentions[j].Paragraph <= back; j-- {
		o, c := r.out[j].Entity, &r.mentions[j]
		if o < 0 || o == e || c.Quote >= 0 || c.Kind != mention.Name || r.entities[o].Kind != quotes.SpeakerPerson || clash(r.entities[o].Gender, owner) ||
			len(r.entities[o].parts) < 2 && c.First == c.NameFirst {
			continue
		}
		family := r.entities[o].parts[len(r.entities[o].parts)-1]
		if several && len(r.byLast[family]) < 2 {
			continue // their mother is of those who share a surname
		}
		x.family = family
		r.byLast[x.family] = append(r.byLast[x.family], e)
		return
	}
}

// owner is what "his wife" or "their mother" around mention m tells of those
// whom it is related to: their gender, and whether they are several.
func (r *resolver) owner(m *mention.Mention) (gender mention.Gender, several bool) {
	for k := int(m.First) - 1; k >= 0 && k > int(m.First)-8 && r.t.Tokens[k].Sentence == m.Sentence; k-- {
		switch trait := r.t.Tokens[k].Trait; {
		case trait&mention.OfHim != 0:
			return mention.MaleGender, false
		case trait&mention.OfHer != 0:
			return mention.FemaleGender, false
		case trait&mention.OfThem != 0:
			return mention.Unknown, true
		}
	}
	return mention.Unknown, false
}

// onlyTitled reports whether nobody else of the list than e has a title: Chief Lee is Ada Lee, the chief, and not her
// uncle Bo Lee.
func (r *resolver) onlyTitled(list []int, e int, title string) bool {
	for _, o := range list[:min(len(list), maxNamesakes)] {
		if o != e && r.roleScore(&r.entities[o], title, nil) > 0 {
			return false
		}
	}
	return len(list) > 1
}
