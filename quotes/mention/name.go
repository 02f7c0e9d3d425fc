package mention

import (
	"slices"
	"strings"
)

// name reads a name at i: titles and roles, words with capitals and the
// particles between them, a suffix.
func (f *finder) name(i int) int {
	t := f.t
	end := f.run(i, i)
	if end == i {
		return i + 1
	}
	if f.acronym(i) && end > i+1 && t.Tokens[i+1].Shape == Capital {
		return i + 1 // the NGO Green Harbour
	}
	if f.nationality(i, end) || f.ofRecords(i, end) {
		return end
	}
	if k := f.basedIn(i, end); k > end {
		f.runFirst, f.runLast = i, k
		return k
	}
	end = f.besidePaper(i, end)
	i = f.particles(i)
	if k := f.officeOf(i, end); k > i {
		return f.officePhrase(i, k, end)
	}
	if f.bodysChief(i, end) {
		return f.capitalRole(i, end)
	}
	if k := f.paperNoun(i, end); k > end || f.paperOfRole(i, end) {
		f.add(Mention{
			First: int32(i), Last: int32(k), NameFirst: int32(i), NameLast: int32(end), Head: int32(end - 1),
			Kind: Name, Being: Organisation, Definite: true,
		})
		return k
	}
	if f.attributive(i, end) || f.beforeRole(i, end) {
		f.runFirst, f.runLast = i, f.lettered(end)
		return f.runLast
	}
	if f.verbLeads(i, end) {
		return i + 1 // "Telling Jeb Bush"
	}
	if f.firstField(i, end) {
		f.fieldFirst, f.fieldNext = i, end+1
		return end + 1
	}
	if c := t.Tokens[i].Class; end == i+1 && c.Has(Noun) && !c.Has(Male|Female|Title|Place|Demonym|OrgName) {
		if !f.surname(i) {
			return f.noun(i) // "Woman", in a headline
		}
	}
	if k := f.seatsMember(i, end); k > i {
		return f.capitalRole(i, k)
	}
	nameLast := end
	brand := f.brand(i, end) > end
	for nameLast > i+1 && t.Tokens[nameLast-1].Class.Has(Suffix) &&
		!(nameLast == i+2 && t.Tokens[nameLast-1].Class.Has(Title) && (t.Tokens[i].Class.Has(Demonym|Place|Title) || f.seat(i))) { // the Labour MP, Leeds MP
		nameLast--
	}
	for nameLast > i+1 && t.Tokens[nameLast-1].Shape == Mark {
		nameLast--
		for nameLast > i+2 && t.Tokens[nameLast-1].Class.Has(Suffix) && t.Tokens[nameLast-2].Shape == Mark {
			nameLast-- // "Ann Lee, MD, PhD"
		}
	}
	nameFirst := f.titleEnd(i, nameLast)
	if nameFirst >= nameLast && f.bears(i, nameLast) {
		nameFirst = i
	}
	if nameFirst >= nameLast {
		if c := t.Tokens[i].Class; f.bareGiven(i, nameLast) {
			nameFirst = i
		} else if nameLast == i+1 || !c.Has(TitleMale|TitleFemale) || c.Has(Noun) {
			return f.capitalRole(i, nameLast)
		} else {
			nameFirst = nameLast - 1 // Mr. King
		}
	}
	switch {
	case nameFirst <= i:
	case f.holdsOffice(i, nameFirst):
		f.out[len(f.out)-1].PrintLast = int32(nameFirst) // the body is of the office before
		i = nameFirst
	case nameFirst == f.seatOf(i, nameLast), f.underPreposition(i) && nameFirst == f.glued(i, nameLast):
		i = nameFirst // the place is of the office before
		if c := t.Tokens[i].Class; c.Has(Title) && !c.Has(Male|Female) {
			nameFirst = min(f.titleEnd(i, nameLast), nameLast-1) // MLA from Rampur Shri Ann Lee
		}
	case f.fieldBefore(i, nameFirst):
		i++ // the field is of the office before
	}
	m := Mention{
		First: int32(i), Last: int32(end), NameFirst: int32(nameFirst), NameLast: int32(nameLast),
		Head: int32(nameLast - 1), Kind: Name, Definite: true,
	}
	if i == f.fieldNext && nameFirst > i {
		m.First = int32(f.fieldFirst)
	}
	f.judge(&m)
	m.Governed = f.bodyOfChief(i, end)
	if f.numberedBody(&m) {
		m.First, m.NameFirst = m.First-1, m.NameFirst-1
	}
	if brand {
		m.Last, m.NameLast, m.Being, m.Gender = m.Last+1, m.NameLast+1, Organisation, Unknown
		t.Tokens[end].Class = 0 // no verb, no possessor
		end++
	}
	if i == int(t.First[t.Tokens[i].Paragraph]) && end+1 < len(t.Tokens) && t.Tokens[end].Punct == ':' && t.Tokens[end+1].Quote >= 0 && m.Being != People && !(nameLast == nameFirst+1 && t.Tokens[nameFirst].Class.Has(OrgName)) {
		m.Being = Person // a label
	}
	f.roleBefore(&m)
	f.officeAtBody(&m)
	f.add(m)
	f.learn(&m)
	return end
}

// fieldBefore reports whether the first word of a run under a preposition is what the office before it
// is for, and the others titles: the Health of "Special Assistant on Health Dr Ann Lee".
func (f *finder) fieldBefore(i, nameFirst int) bool {
	return nameFirst > i+1 && f.underPreposition(i) && f.field(i) && !f.t.Tokens[i].Class.Has(Title) && i > 1 && f.t.Tokens[i-2].Class.Has(Role) &&
		!slices.ContainsFunc(f.t.Tokens[i+1:nameFirst], func(t Token) bool { return !t.Class.Has(Title) || t.Class.Has(Role) })
}

// numberedBody reports whether an ordinal number behind an article begins the name of body m: the 9th
// Circuit Court.
func (f *finder) numberedBody(m *Mention) bool {
	i := int(m.First) - 1
	if m.Being != Organisation || m.First != m.NameFirst || i < 1 || f.t.Tokens[i].Shape != Lower || f.t.Tokens[i].Sentence != f.t.Tokens[m.First].Sentence {
		return false
	}
	w := f.t.Word(i)
	return w[0] >= '1' && w[0] <= '9' && f.withArticle(i) < i && f.t.Tokens[m.First].Start == f.t.Tokens[i].End+1
}

// bodysChief reports whether the run [first, end) is an office with a capital behind the name of whose
// it is, before a comma: "Harbour Trust Chief Executive, Ann Lee,".
func (f *finder) bodysChief(first, end int) bool {
	t := f.t.Tokens
	if end-first < 3 || end >= len(t) || t[end].Punct != ',' || t[end].Quote != t[first].Quote {
		return false
	}
	last, chief := t[end-1].Class, t[end-2].Class
	return last.Has(Role) && !last.Has(Male|Female|OrgName) && chief.Has(Title) && !chief.Has(TitleMale|TitleFemale|Male|Female|OrgName) && !f.surname(end-1)
}

// bodyOfChief reports whether the run [first, end) is the body of somebody who comes behind its short
// name in brackets, or that short name: "the Farmers' Party (FP) leader Ann Lee".
func (f *finder) bodyOfChief(first, end int) bool {
	t, short := f.t.Tokens, end+1
	if first > 0 && t[first-1].Punct == '(' {
		short = first
	}
	k := short + 2
	if k+1 >= len(t) || t[short-1].Punct != '(' || t[short].Shape != AllCaps || t[short+1].Punct != ')' {
		return false
	}
	for ; k+1 < len(t) && k < short+2+longestBody && t[k].Shape == Lower && t[k].Sentence == t[first].Sentence && !t[k].Class.Has(Closed|Auxiliary); k++ {
		if t[k].Class.Has(Role) && f.nextCapital(k) && !t[k+1].Class.Has(Date) {
			return true
		}
	}
	return false
}

// officeAtBody gives the office before name m the body between them, where commas alone tell of which
// it is: "The Sector Commander, Rivers Command, Ann Lee, said".
func (f *finder) officeAtBody(m *Mention) {
	t, n := f.t.Tokens, len(f.out)
	if n < 2 || m.Being != Person || int(m.Last) >= len(t) || t[m.Last].Punct != ',' && !t[m.Last].Class.Has(Verb) {
		return
	}
	office, body := &f.out[n-2], &f.out[n-1]
	if office.Kind != Nominal || office.Being != Person || office.Plural || body.Kind != Name || body.Being != Organisation || body.Owner ||
		body.First != office.PrintLast+1 || m.First != body.Last+1 || t[office.PrintLast].Punct != ',' || t[body.Last].Punct != ',' ||
		t[office.First].Sentence != t[m.First].Sentence || t[office.First].Quote != t[m.First].Quote {
		return
	}
	office.PrintLast, body.Governed = body.Last, true
}

// acronym reports whether token i, behind an article, is the noun for a body in
// capitals: the NGO.
func (f *finder) acronym(i int) bool {
	t := f.t
	return i > 0 && t.Tokens[i].Shape == AllCaps && t.Tokens[i].Class.Has(Org) && !t.Tokens[i].Class.Has(OrgName) && (t.Tokens[i-1].Class.Has(Determiner) || f.adjective(i-1))
}

// verbLeads reports whether the run [i, end) is a verb and a name behind it: "Telling Jeb
// Bush". Pan of Pan Jui-lung is none.
func (f *finder) verbLeads(i, end int) bool {
	c := f.t.Tokens[i].Class
	return c.Has(Verb|Participle) && !c.Has(Male|Female|Title|Place|Demonym|OrgName) && end > i+1 && !f.verbal(i) && !f.apposed(i) && !f.leadsSubject(i) && !hyphenated(f.t.Word(i+1)) &&
		(f.opens(i) || f.t.Heading(f.t.Tokens[i].Paragraph))
}

// firstField reports whether the run [i, end) is the first of the fields of an office before a name:
// Health of "Health and Human Services Secretary Ann Lee".
func (f *finder) firstField(i, end int) bool {
	t, next := f.t, end+1
	if next >= len(t.Tokens) || end-i > 2 || t.Tokens[end].Shape != Lower || !t.Tokens[end].Class.Has(Conjunction) || !t.Tokens[end].Class.Has(Joint) ||
		t.Tokens[next].Sentence != t.Tokens[i].Sentence || t.Tokens[next].Quote != t.Tokens[i].Quote || !f.capital(next) || t.Tokens[next].Class.Has(Title) {
		return false
	}
	for k := i; k < end; k++ {
		if c := t.Tokens[k].Class; !c.Has(Office|Thing|Noun|Common) || c.Has(Male|Female|Title|Place|Demonym|OrgName|Date) {
			return false
		}
	}
	last := f.run(next, next)
	office := f.titleEnd(next, last)
	return office > next+1 && office < last && !slices.ContainsFunc(t.Tokens[next:office], func(t Token) bool { return t.Class.Has(Male | Female | Place | Demonym) })
}

// verbal reports whether token i, a form of a verb, begins the name of a body all
// the same: the State Department.
func (f *finder) verbal(i int) bool {
	return !f.t.Tokens[i].Class.Has(Participle) && f.t.Tokens[i+1].Class.Has(OrgName)
}

// particles is the first of the particles that a surname at i has before it,
// "van der Berg said", or i.
func (f *finder) particles(i int) int {
	t := f.t
	for i > 0 {
		p := &t.Tokens[i-1]
		if p.Shape != Lower || p.Class&^Common != Particle || p.Sentence != t.Tokens[i].Sentence || p.Quote != t.Tokens[i].Quote {
			break
		}
		if n := len(f.out); n > 0 && int(f.out[n-1].Last) > i-1 {
			break
		}
		i--
	}
	return i
}

// joins reports whether token i goes on the run of words that began at start.
func (f *finder) joins(start, i int) bool {
	if i >= len(f.t.Tokens) {
		return false
	}
	tok := &f.t.Tokens[i]
	if i == start {
		return true
	}
	first := &f.t.Tokens[start]
	return f.capital(i) && tok.Paragraph == first.Paragraph && tok.Sentence == first.Sentence && tok.Quote == first.Quote
}

// run is the end of the run of name words which starts at i.
func (f *finder) run(start, i int) int {
	t := f.t
	first := i
	for f.joins(start, i) || i < len(t.Tokens) && i > first && (f.inner(start, first, i) || f.beside(i) > i && f.joins(start, f.beside(i))) {
		tok := &t.Tokens[i]
		if tok.Shape == Mark && tok.Punct == ',' {
			i++ // ", Jr."
			continue
		}
		if f.capital(i) && !tok.Class.Has(Male|Female) && f.dated(i) {
			break
		}
		if n := f.beside(i); i > first && n > i && f.joins(start, n) {
			i = n
			continue
		}
		if i > first && f.capital(i) && tok.Class.Has(Closed|Determiner|Possessive) && !tok.Class.Has(Particle|Place|OrgName) && tok.Shape != Initial && !f.will(i) && !f.middleName(i) && !f.without(i) || i > first && f.myself(i) {
			break
		}
		i++
	}
	return i
}

// myself reports whether token i is who tells the article, "First I asked", and no
// initial or number of a name: Elizabeth I.
func (f *finder) myself(i int) bool {
	return f.t.Tokens[i].Class.Has(I) && f.t.Tokens[i].Shape == Initial && !f.t.Tokens[i-1].Class.Has(Male|Female)
}

// will reports whether token i is a surname though it could be an auxiliary or a
// preposition: George Will, Theresa May, Al From. In running text those have no capital.
func (f *finder) will(i int) bool {
	tok, before := &f.t.Tokens[i], f.t.Tokens[i-1].Class
	if !before.Has(Male|Female|TitleMale|TitleFemale) && f.t.Words.ShortName(strings.ToLower(f.t.Word(i-1))) == "" || f.t.Heading(tok.Paragraph) {
		return false
	}
	return tok.Class.Has(Male|Female) || tok.Class.Has(Date) && !f.dated(i) || tok.Shape == Capital && tok.Class.Has(Preposition|Adverb) && !tok.Class.Has(Conjunction|Pronoun|Subject) && !f.nextCapital(i)
}

// middleName reports whether the auxiliary at i, with a capital, stands between two other names, as none does in running
// text: the Be of Dang Thi Be Ngoan.
func (f *finder) middleName(i int) bool {
	tok := &f.t.Tokens[i]
	return tok.Shape == Capital && tok.Class.Has(Auxiliary) && !tok.Class.Has(Pronoun|Determiner|Negative) && f.t.Tokens[i-1].Shape == Capital && f.nextCapital(i) && !f.t.Heading(tok.Paragraph)
}

// inCharge reports whether token i goes on an office in capitals that says what it has: the "in" of
// "Special Agent in Charge Ann Lee".
func (f *finder) inCharge(i int) bool {
	t := f.t
	return i+1 < len(t.Tokens) && t.Tokens[i].Shape == Lower && t.Tokens[i].Class.Has(Preposition) && t.Tokens[i-1].Class.Has(Role) && t.Tokens[i-1].Shape == Capital &&
		t.Tokens[i+1].Shape == Capital && t.Tokens[i+1].Trait&SeldomText != 0 && t.Tokens[i+1].Class.Has(Office) && t.Tokens[i+1].Sentence == t.Tokens[i].Sentence
}

// chamber reports whether token i, with an article behind it, goes on the name of a body that
// has told its field: the "of" before the place in "Chamber of Commerce of the South".
func (f *finder) chamber(first, i int) bool {
	t := f.t
	return i-3 >= first && t.Tokens[i-3].Class.Has(OrgName) && !t.Tokens[i-3].Class.Has(Title) && t.Tokens[i-2].Shape == Lower && t.Tokens[i-2].Class.Has(Joint) && t.Tokens[i-2].Class.Has(Preposition) &&
		i+1 < len(t.Tokens) && t.Tokens[i+1].Class.Has(Definite)
}

// ranked reports whether the run [first, i) is a rank and two names: PC Tom Church.
func (f *finder) ranked(first, i int) bool {
	t := f.t.Tokens
	return i-first > 2 && t[i-3].Class.Has(Title) && !t[i-3].Class.Has(OrgName) && t[i-2].Class.Has(Male|Female) && !t[i-2].Class.Has(Title|OrgName|Place)
}

// attributive reports whether the run only modifies a noun behind it: "North
// Korean leader", "Lee campaign senior adviser". The noun then makes the mention.
func (f *finder) attributive(first, end int) bool {
	t := f.t
	lead := &t.Tokens[first]
	if f.within(first, end) || f.ofSide(first, end) {
		return true
	}
	end = f.lettered(end)
	for k := end; k < len(t.Tokens) && k < end+4; k++ {
		next := &t.Tokens[k]
		if f.modifier(k) {
			return true
		}
		if next.Shape != Lower || next.Sentence != lead.Sentence || next.Quote != lead.Quote ||
			next.Class.Has(Genitive|Closed|Determiner|Pronoun|Adverb|Negative|Past) || next.Class.Has(Verb) && !next.Class.Has(Noun) {
			return false
		}
		if next.Class.Has(Noun) && (!(next.Class.Has(Verb) && k == end && !next.Class.Has(Role|Group)) || f.one(first-1) || f.one(f.adjectives(first)) || f.objects(first, k)) { // "a new Senate report"
			if k == end && f.predicate(first, k) {
				return false
			}
			noun := k
			for f.compound(k, k+1) {
				k++
			}
			return noun == end || f.indefinite(first-1) || f.ofRole(first, end, noun, k) || lead.Shape == AllCaps || lead.Class.Has(Demonym|Place|OrgName|National) || k+1 < len(t.Tokens) && f.capital(k+1)
		}
	}
	return false
}

// objects reports whether the noun at k behind the run at first, which could be a verb's base form, is what a verb or a
// preposition before the article has for its object: "called the BBC report". One body's verb would be another form.
func (f *finder) objects(first, k int) bool {
	t, article := f.t, f.withArticle(first)
	c := t.Tokens[k].Class
	if article == first || article == 0 || !c.Has(Infinitive) || c.Has(PastBase|Present) || t.Tokens[article-1].Sentence != t.Tokens[k].Sentence || t.Tokens[k-1].Shape != AllCaps && t.Words.Plural(t.Word(k-1)) {
		return false
	}
	before := &t.Tokens[article-1]
	return before.Shape == Lower && before.Quote == t.Tokens[k].Quote && before.Class.Has(Verb|Preposition) && !before.Class.Has(Subordinate|That|Auxiliary|Adverb)
}

// predicate reports whether the plural at k behind a full name, which begins at first, is a verb,
// as its object shows: "Ann Lee coaches the team", "Ann Lee reviews a book".
func (f *finder) predicate(first, k int) bool {
	t := f.t
	if k-first < 2 || !t.Tokens[first].Class.Has(Male|Female) || !t.Tokens[k].Class.Has(Group|Medium) || t.Tokens[k].Shape != Lower || k+1 >= len(t.Tokens) {
		return false
	}
	object := &t.Tokens[k+1]
	return strings.HasSuffix(t.Word(k), "s") && object.Shape == Lower && object.Sentence == t.Tokens[k].Sentence && object.Quote == t.Tokens[k].Quote &&
		object.Class.Has(Determiner|Possessive) && !object.Class.Has(That|Preposition)
}

// ofRole reports whether nothing but a plain adjective or noun stands between the run [first, end)
// behind an article and the role or body [noun, head] that it is of: "the Gisborne primary school
// teacher", "the Gisborne city council".
func (f *finder) ofRole(first, end, noun, head int) bool {
	t := f.t
	return noun == end+1 && f.withArticle(first) < first && t.Tokens[end].Class&^(Common|Noun|Office|Org|Thing) == 0 && t.Tokens[head].Class.Has(Role|Org)
}

// within reports whether the run is of a phrase of place that goes on with a noun the
// tables do not have: "from the Harbour benches", "in the Kolbe area".
func (f *finder) within(first, end int) bool {
	t := f.t
	if first < 2 || end+1 >= len(t.Tokens) {
		return false
	}
	before, article, next := &t.Tokens[first-2], &t.Tokens[first-1], &t.Tokens[end]
	return before.Class.Has(Preposition) && article.Class.Has(Definite) && article.Sentence == t.Tokens[first].Sentence && before.Sentence == article.Sentence &&
		next.Shape == Lower && next.Sentence == article.Sentence && next.Quote == article.Quote && next.Class&^(Common|Thing) == 0 &&
		(first < 3 || !t.Tokens[first-3].Class.Has(According))
}

// indefinite reports whether token i is an article of one not known yet, behind which a
// capital only modifies the noun: "a Tashkent research group".
func (f *finder) indefinite(i int) bool {
	return i >= 0 && f.t.Tokens[i].Shape != Mark && f.t.Tokens[i].Class.Has(Determiner) && !f.t.Tokens[i].Class.Has(Definite) && f.t.Tokens[i].Sentence == f.t.Tokens[i+1].Sentence
}

// one reports whether token i is such an article of one thing, and of no several: a, one, another.
func (f *finder) one(i int) bool { return f.indefinite(i) && !f.t.Tokens[i].Class.Has(Group) }

// roleBefore finds the role printed before a name: "navy chief" in "navy chief
// Ann Lee", and takes it as the name's.
func (f *finder) roleBefore(m *Mention) {
	t := f.t
	i := int(m.First) - 1
	if m.First < m.NameFirst {
		m.RoleFirst, m.RoleLast = m.First, m.NameFirst
		for m.RoleFirst < m.RoleLast && t.Tokens[m.RoleFirst].Class.Has(TitleMale|TitleFemale) && !t.Tokens[m.RoleFirst].Class.Has(Noun) {
			m.RoleFirst++ // Mr. is no role
		}
		for k := m.RoleFirst + 1; k < m.RoleLast; k++ {
			if f.aside(int(k)) > int(k) {
				m.RoleLast = k // nor is (retd)
			}
		}
	}
	if i < 0 || t.Tokens[i].Sentence != t.Tokens[m.First].Sentence || t.Tokens[i].Quote != t.Tokens[m.First].Quote {
		return
	}
	// The noun before the name was found as a mention: it is the name's role.
	if len(f.out) == 0 {
		return
	}
	prev := &f.out[len(f.out)-1]
	if prev.Kind != Nominal || prev.Last != m.First && prev.PrintLast != m.First || prev.Plural {
		return
	}
	m.RoleFirst, m.RoleLast = f.withoutArticle(prev.First, prev.Last), max(m.NameFirst, prev.PrintLast)
	if m.Gender == Unknown {
		m.Gender = prev.Gender
	}
	m.Being = Person
	m.Governed = prev.Governed && (f.governed(int(prev.First), int(max(m.Last, m.PrintLast))) || !f.governed(int(prev.First), int(prev.PrintLast))) // but "after police chief Ann Lee said"
	m.Owned = prev.Owned
	f.out = f.out[:len(f.out)-1]
}

// withoutArticle drops a determiner or possessive at the start of a phrase.
func (f *finder) withoutArticle(first, last int32) int32 {
	if first+1 < last && f.t.Tokens[first].Class.Has(Determiner|Possessive) {
		return first + 1
	}
	return first
}

// state reports whether token i is a state behind its town: "Salem, N.H.", "Pasco, Wash."
func (f *finder) state(i int) bool {
	w := f.t.Word(i)
	return i > 1 && len(w) > 3 && (w[1] == '.' || f.t.Words.State(w) != "" || f.t.Words.State(w+".") != "") && f.t.Tokens[i-1].Punct == ',' && f.capital(i-2)
}
