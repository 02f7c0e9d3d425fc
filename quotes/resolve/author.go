package resolve

import "onrecord/quotes/mention"

// author is the mention that the sentence of mention i, a text, tells to have
// made it: "Lee's letter", "a letter from Lee", "Lee sent a letter", "Lee said in
// a letter". -1: none.
func (r *resolver) author(i int) int {
	for _, find := range [...]func(*resolver, int) int{
		(*resolver).possessor, (*resolver).itsMaker, (*resolver).maker, (*resolver).host, (*resolver).sender, (*resolver).speakerIn, (*resolver).addressee,
	} {
		if a := find(r, i); a >= 0 {
			return a
		}
	}
	return -1
}

// longestWait bounds the sentences between what is written and the reply to it.
const longestWait = 3

// addressee is who was written to before mention i, a reply: "Lee wrote to the ministry.
// In May a reply came". -1: nobody.
func (r *resolver) addressee(i int) int {
	m := &r.mentions[i]
	if r.t.Words.Trait(r.head(m))&mention.Replies == 0 {
		return -1
	}
	for j := i - 1; j >= 0 && j > i-reach/2 && m.Paragraph-r.mentions[j].Paragraph <= 1 && r.prose[m.Sentence]-r.prose[r.mentions[j].Sentence] <= longestWait; j-- {
		if r.writtenTo(j) {
			return j
		}
	}
	return -1
}

// writtenTo reports whether somebody writes to mention j: "wrote to the ministry", "sent
// an email to Lee".
func (r *resolver) writtenTo(j int) bool {
	c := &r.mentions[j]
	if c.Quote >= 0 || c.Owner || !r.makes(c) {
		return false
	}
	k := int(c.First) - 1
	if k > 0 && c.Kind == mention.Name && r.t.Tokens[k].Class.Has(mention.Definite) {
		k--
	}
	if k < 1 || !r.t.Tokens[k].Class.Has(mention.To) {
		return false
	}
	for n := k - 1; n >= 0 && n >= k-longestObject && r.t.Tokens[n].Sentence == c.Sentence && r.t.Tokens[n].Shape != mention.Mark; n-- {
		if r.t.Tokens[n].Trait&mention.Writes != 0 {
			return true
		}
	}
	return false
}

// possessor is the Lee of "Lee's letter"; -1: none.
func (r *resolver) possessor(i int) int {
	m := &r.mentions[i]
	if i == 0 || !m.Owned || r.traits(m)&mention.Worn != 0 {
		return -1
	}
	p := &r.mentions[i-1]
	if !p.Owner || p.Kind == mention.Nominal && !p.Definite || p.Sentence != m.Sentence || p.Last+1 != m.First || !r.makes(p) {
		return -1
	}
	return i - 1
}

// itsMaker is the body or the people of "its letter" and "their letter", and the person of "his
// letter"; -1: none.
func (r *resolver) itsMaker(i int) int {
	m := &r.mentions[i]
	own := r.t.Tokens[m.First].Trait
	if r.traits(m)&mention.Worn != 0 || !r.t.Tokens[m.First].Class.Has(mention.Possessive) {
		return -1
	}
	if own&(mention.OfIt|mention.OfThem) != 0 && r.fromStart(m) == 1 {
		return r.speakerIn(i) // "In its letter, the union said": whoever comes behind it
	}
	switch {
	case own&mention.OfIt != 0:
		return r.thing(i, false)
	case own&mention.OfThem != 0:
		return r.people(i)
	case own&mention.OfHer != 0:
		return r.person(i, mention.FemaleGender)
	case own&mention.OfHim != 0:
		return r.person(i, mention.MaleGender)
	}
	return -1
}

// person is the mention of whom "his" or "her" before the noun of mention i means: in the nearest
// sentence that has somebody of the gender the one who speaks, else the subject, else the only
// one. -1: nobody, or two.
func (r *resolver) person(i int, gender mention.Gender) int {
	m := &r.mentions[i]
	found, best := -1, none
	for j := i - 1; j >= 0 && j > i-reach/2 && m.Paragraph-r.mentions[j].Paragraph <= 1; j-- {
		c := &r.mentions[j]
		if found >= 0 && c.Sentence != r.mentions[found].Sentence {
			break
		}
		if c.Quote >= 0 || c.Kind != mention.Name && c.Kind != mention.Pro || !r.ofGender(r.personOf(j, gender), gender) {
			continue
		}
		switch part := r.part(j); {
		case part > best:
			found, best = j, part
		case part == best && r.out[j].Entity != r.out[found].Entity:
			return -1
		}
	}
	return found
}

// ofGender reports whether entity e, -1 for none, is known to be of the gender, or is named so
// fully that it is a person for sure.
func (r *resolver) ofGender(e int, gender mention.Gender) bool {
	return e >= 0 && (r.entities[e].Gender == gender || len(r.entities[e].parts) > 1)
}

// makes reports whether mention p may make a text.
func (r *resolver) makes(p *mention.Mention) bool {
	switch p.Kind {
	case mention.Name:
		return p.Being != mention.Location && p.Being != mention.People
	case mention.Nominal, mention.Body:
		return !r.t.Tokens[p.Head].Class.Has(mention.Determiner) // "one"
	}
	return false
}

// longestMaking bounds the words between a text and who made it.
const longestMaking = 14

// maker is the Lee of "a letter (written) by Lee" or "from Lee"; -1: none.
func (r *resolver) maker(i int) int {
	m := &r.mentions[i]
	found, verb := -1, mention.Trait(0) // verb: the last participle
	for k := int(m.Last); k < len(r.t.Tokens) && k < int(m.Last)+longestMaking; k++ {
		t := &r.t.Tokens[k]
		if t.Sentence != m.Sentence || t.Quote != m.Quote || t.Shape == mention.Mark && t.Punct != ',' && t.Punct != '-' {
			break
		}
		if t.Shape != mention.Lower {
			continue
		}
		trait := r.t.Tokens[k].Trait
		switch {
		case t.Class.Has(mention.By) && (verb == 0 && k <= int(m.Last)+1 || verb&mention.Writes != 0):
			if a := r.making(i, k+1); a >= 0 {
				return a
			}
		case t.Class.Has(mention.By) && verb != 0 && found < 0 && r.traits(m)&mention.Mail == 0:
			found = r.making(i, k+1)
		case r.t.Tokens[k].Trait&mention.Source != 0 && verb&^mention.Writes == 0:
			return r.making(i, k+1)
		case t.Class.Has(mention.To) && verb&mention.Ascribes != 0:
			return r.making(i, k+1)
		case trait&(mention.Writes|mention.Issues|mention.Ascribes) != 0:
			verb = trait
		case k <= int(m.Last)+1 && t.Class.Has(mention.Subordinate|mention.Who): // ", which was"
		case t.Class.Has(mention.Be):
		case t.Class.Has(mention.Verb | mention.Past | mention.Auxiliary | mention.Who | mention.Subordinate | mention.Participle):
			return found
		}
	}
	return found
}

// making is the mention at token k, without its article, if it may have made the
// text of mention i and stands alone: neither "Lee and Ek" nor "Lee's wife". -1:
// none.
func (r *resolver) making(i, k int) int {
	for j := i + 1; j < len(r.mentions) && j < i+8; j++ {
		p := &r.mentions[j]
		if int(p.First) > k+2 || p.Sentence != r.mentions[i].Sentence {
			return -1
		}
		if int(p.Last) <= k {
			continue
		}
		if p.Owner {
			k = int(p.Last) + 1
			continue
		}
		if !r.makes(p) || r.paired(p) {
			return -1
		}
		return j
	}
	return -1
}

// paired reports whether another stands beside mention p: "Lee and Ek", but not "by Lee and seen by Ek".
func (r *resolver) paired(p *mention.Mention) bool {
	for _, k := range []int{int(p.First) - 1, int(p.PrintLast)} {
		if k >= 0 && k < len(r.t.Tokens) && r.t.Tokens[k].Sentence == p.Sentence && r.t.Tokens[k].Shape == mention.Lower &&
			r.t.Tokens[k].Class.Has(mention.Conjunction) && r.t.Tokens[k].Class.Has(mention.Joint) && !(k == int(p.PrintLast) && r.acts(k+1)) {
			return true
		}
	}
	return false
}

// acts reports whether token k is a verb and no noun.
func (r *resolver) acts(k int) bool {
	return k < len(r.t.Tokens) && r.t.Tokens[k].Shape == mention.Lower && r.t.Tokens[k].Class.Has(mention.Auxiliary|mention.Past|mention.Participle|mention.Verb) && !r.t.Tokens[k].Class.Has(mention.Noun)
}

// longestObject bounds the words between a verb and the text that is its object.
const longestObject = 4

// sender is the Lee of "Lee sent (Ek) a letter"; -1: none.
func (r *resolver) sender(i int) int {
	m := &r.mentions[i]
	for k := int(m.First) - 1; k >= 0 && k >= int(m.First)-longestObject && r.t.Tokens[k].Sentence == m.Sentence; k-- {
		t := &r.t.Tokens[k]
		if t.Shape == mention.Mark || t.Class.Has(mention.Preposition) {
			return -1
		}
		if r.t.Tokens[k].Trait&(mention.Writes|mention.Issues) == 0 || t.Shape != mention.Lower {
			continue
		}
		return r.subjectOf(i, k)
	}
	return -1
}

// subjectOf is the mention before mention i whose verb is token v; -1: none.
func (r *resolver) subjectOf(i, v int) int {
	for j := i - 1; j >= 0 && j > i-8 && r.mentions[j].Sentence == r.mentions[i].Sentence; j-- {
		p := &r.mentions[j]
		if p.Kind != mention.Document && int(p.First) < v && !p.Owner && !r.governed(j) && r.verb(p) == v {
			if !r.makes(p) && p.Kind != mention.Pro || r.paired(p) {
				return -1
			}
			return j
		}
	}
	return -1
}

// speakerIn is the Lee of "Lee said in a letter", "said Lee in a letter" and "In a
// letter, Lee said"; -1: none.
func (r *resolver) speakerIn(i int) int {
	m := &r.mentions[i]
	in := int(m.First) - 1
	if in < 0 || r.t.Tokens[in].Sentence != m.Sentence || r.t.Tokens[in].Trait&mention.Via == 0 {
		return -1
	}
	for j := i - 1; j >= 0 && j > i-8 && r.mentions[j].Sentence == m.Sentence; j-- {
		if r.tells(j) {
			return j
		}
	}
	if in > 0 && r.t.Tokens[in-1].Sentence == m.Sentence && r.t.Tokens[in-1].Shape != mention.Mark {
		return r.actsIn(i)
	}
	for j := i + 1; j < len(r.mentions) && j < i+6 && r.mentions[j].Sentence == m.Sentence; j++ {
		if r.tells(j) {
			return j
		}
	}
	return -1
}

// actsIn is whom the sentence of mention i, a text that bodies issue, is about and who does something by it: "The club
// broke the news in a statement". -1: nobody.
func (r *resolver) actsIn(i int) int {
	m := &r.mentions[i]
	if !r.t.Words.Issued(r.head(m)) {
		return -1
	}
	for j := i - 1; j >= 0 && j > i-8 && r.mentions[j].Sentence == m.Sentence; j-- {
		c := &r.mentions[j]
		if v := r.verb(c); c.Quote < 0 && !c.Plural && (r.makes(c) || c.Kind == mention.Pro) && r.leads(j) && v >= 0 && !r.t.Tokens[v].Class.Has(mention.Be) && !r.paired(c) {
			return j
		}
	}
	return -1
}

// tells reports whether mention j is one person or body that a verb of speech
// or a quote belongs to.
func (r *resolver) tells(j int) bool {
	p := &r.mentions[j]
	if p.Quote >= 0 || p.Owner || p.Plural || r.t.Tokens[p.First].Class.Has(mention.It) || !r.makes(p) && p.Kind != mention.Pro || r.paired(p) {
		return false
	}
	return r.speaks(j) || !r.governed(j) && r.reports(p)
}

// writer is who wrote, by the verb, the last quote before mention i, a text that
// speaks: "“…,” Lee wrote. “…,” the letter continued". -1: none.
func (r *resolver) writer(i int) int {
	m := &r.mentions[i]
	for j := i - 1; j >= 0 && j > i-reach && m.Paragraph-r.mentions[j].Paragraph <= 1; j-- {
		p := &r.mentions[j]
		if !r.speaks(j) || p.Quote >= 0 {
			continue
		}
		v := r.verb(p)
		if v < 0 && p.First > 0 {
			v = int(p.First) - 1
		}
		if !r.makes(p) && p.Kind != mention.Pro || v < 0 || r.t.Tokens[v].Trait&mention.Writes == 0 {
			return -1
		}
		return j
	}
	return -1
}

// issuer is the body that the sentence before is about where a text follows that bodies issue, and
// opens its own: "The club dismissed him. A statement said". -1: none.
func (r *resolver) issuer(i int) int {
	m := &r.mentions[i]
	if !r.t.Words.Issued(r.head(m)) || m.PrintLast > m.Last || m.Head > m.First+1 || r.t.Tokens[max(0, m.First-1)].Sentence == m.Sentence && m.First > 0 {
		return -1
	}
	j := r.thing(i, false)
	if j < 0 || r.mentions[j].Kind == mention.Document || r.part(j) < leads || r.prose[m.Sentence]-r.prose[r.mentions[j].Sentence] > 1 {
		return -1
	}
	return j
}

// longestHost bounds the words of "on the website" behind a text.
const longestHost = 6

// host is on whose page the text of mention i stands: the museum of "a notice on the website of the
// museum", the Herald of "an editorial in The Herald". -1: none.
func (r *resolver) host(i int) int {
	m := &r.mentions[i]
	if k := int(m.Last); r.t.Words.OfPaper(r.head(m)) && k < int(m.PrintLast) && (r.t.Tokens[k].Trait&mention.Via != 0 || r.t.Tokens[k].Class.Has(mention.Joint)) {
		return r.making(i, k+1)
	}
	for k := int(m.Last); k+2 < len(r.t.Tokens) && k < int(m.Last)+longestHost && r.t.Tokens[k].Sentence == m.Sentence; k++ {
		t, next := &r.t.Tokens[k], &r.t.Tokens[k+1]
		switch {
		case t.Quote >= 0 || t.Shape == mention.Mark || k == int(m.Last) && !t.Class.Has(mention.Preposition):
			return -1
		case t.Shape == mention.Lower && t.Class.Has(mention.Medium) && next.Shape == mention.Lower && next.Class.Has(mention.Joint) && !next.Class.Has(mention.Conjunction|mention.Definite):
			return r.making(i, k+2)
		}
	}
	return -1
}

// authorAhead is who made the text that mention i, its first, leaves open, where the article
// comes to it: "says a report. … The report by the council". -1: nobody.
func (r *resolver) authorAhead(i int) int {
	m := &r.mentions[i]
	noun := r.head(m)
	for j := i + 1; j < len(r.mentions) && j < i+reach && r.mentions[j].Paragraph-m.Paragraph <= 1; j++ {
		if c := &r.mentions[j]; c.Kind == mention.Document && c.Quote < 0 && r.head(c) == noun {
			if !c.Definite || c.Owned {
				return -1
			}
			return r.author(j)
		}
	}
	return -1
}
