package mention

import (
	"slices"
	"strings"
)

// bareGiven reports whether the run [i, last) is a first name that is a title, too,
// and no article makes it one: Dean.
func (f *finder) bareGiven(i, last int) bool {
	t := f.t
	return last == i+1 && t.Tokens[i].Class.Has(Male|Female) && t.Tokens[i].Class.Has(Role) && t.Tokens[i].Shape == Capital &&
		(i == 0 || t.Tokens[i-1].Sentence != t.Tokens[i].Sentence || !t.Tokens[i-1].Class.Has(Determiner|Possessive|Genitive))
}

// titleEnd is the token behind the titles and roles that a run begins with:
// behind Sen. in "Texas Sen. Ann Lee", behind State in "Secretary of State Ann
// Lee", behind the party in "Republican Ann Lee".
func (f *finder) titleEnd(first, last int) int {
	end := f.titles(first, last)
	for k := first + 1; k < end; k++ {
		if f.t.Tokens[k].Shape == Lower && f.t.Tokens[k].Trait&Topic != 0 && !f.names(end, last) && !slices.ContainsFunc(f.t.Tokens[end:last], func(t Token) bool { return t.Class.Has(Male | Female) }) {
			return first // Committee on Foreign Affairs
		}
	}
	if t := &f.t.Tokens[min(end, last-1)]; end > first && end < last && t.Shape == Lower && t.Class.Has(Joint) {
		return first // the Observer of Lagos
	}
	return end
}

func (f *finder) titles(first, last int) int {
	t := f.t
	if f.titleOnly(first, last) || f.officeAlone(first, last) {
		return last
	}
	if f.ofHead(first, last) || last == first+2 && t.Tokens[first].Class.Has(Org) && !t.Tokens[first].Class.Has(Title) && t.Tokens[first+1].Class.Has(Place) && !t.Tokens[first+1].Class.Has(Male|Female) {
		return first // Police Scotland
	}
	if k := max(f.holder(first, last), f.executive(first, last), f.veteran(first, last), f.townsOffice(first, last)); k > first {
		return k
	}
	if last > first+2 && t.Tokens[first].Class.Has(Title) && t.Tokens[first+1].Class.Has(OrgName) && !t.Tokens[first+1].Class.Has(Title|Male|Female) && t.Tokens[last-1].Class.Has(OrgName) {
		return first // King County Fire Department
	}
	if t.Tokens[last-1].Class.Has(OrgName) && !t.Tokens[first].Class.Has(TitleMale|TitleFemale) && (last > first+1 || !t.Tokens[first].Class.Has(Title)) &&
		!(last-first > 2 && t.Tokens[last-2].Class.Has(Male|Female) && t.Tokens[last-3].Class.Has(Title|Role)) {
		return first // but Mayor Don Guardian is a person
	}
	end := first
	for k := first; k < last; k++ {
		c := t.Tokens[k].Class
		if k > first && f.nickname(k) > k && f.aside(k) == k {
			return end // Ann “Sister” Lee
		}
		if n := max(f.aside(k), f.honoured(k, first, end, last)); n > k {
			k, end = n-1, n
			continue
		}
		if k == last-1 && k > first && t.Tokens[first].Class.Has(Male|Female) {
			return end // Amy Pope
		}
		if last == first+2 && k > first && t.Tokens[first].Class == 0 && t.Tokens[first].Shape == Capital && (c.Has(TitleMale|TitleFemale) || f.undotted(k)) {
			return end // Nkechi King, Nilay Sen
		}
		if k > first && f.undotted(k) && f.givenOnly(first, k) {
			return end // Ashok Sen Gupta
		}
		switch {
		case k > first && k+1 < last && f.inCharge(k):
			k++
			end = k + 1
		case c.Has(Joint) && t.Tokens[k].Shape == Lower && end == k && f.office(k+1, last):
			for k+1 < last && (t.Tokens[k+1].Class.Has(Office|Definite) || f.amongOffices(k+1, last)) {
				k++
			}
			end = k + 1
			if t := &t.Tokens[min(end, last-1)]; t.Class != 0 && !t.Class.Has(Male|Female|Title) {
				end = max(end, f.givenWithin(end+1, last)) // the Supply of "Minister for Rural Supply Ann Lee"
				k = end - 1
			}
		case c.Has(Joint) && t.Tokens[k].Shape == Lower && end == k && f.givenWithin(k+2, last) > 0:
			return f.givenWithin(k+2, last)
		case c.Has(Joint) && t.Tokens[k].Shape == Lower && end == k && end > first && f.behindSeat(f.behindArticle(k+1), last) > f.behindArticle(k+1):
			return f.behindSeat(f.behindArticle(k+1), last)
		case c.Has(Joint) && t.Tokens[k].Shape == Lower:
			return end
		case k > first && (c.Has(Male|Female) && !f.dotted(k) || t.Tokens[k].Shape == Initial || k-1 > first && t.Tokens[k-1].Class == Particle && end < k):
			return end
		case c.Has(Title) && end > first && end < k && !c.Has(Role) && !t.Tokens[end-1].Class.Has(Role) && t.Tokens[end].Class == 0:
			return end // Dr Cassiel Ato Lee
		case c.Has(Title) && !(c.Has(Male|Female) && k+1 < last && !t.Tokens[k+1].Class.Has(Title) && k == first && !c.Has(TitleMale|TitleFemale) && !f.held(k, last)):
			end = k + 1
		case c.Has(Group) && k > first && k+2 == last && t.Tokens[k+1].Class.Has(Common) && t.Words.Plural(t.Word(k+1)):
			return first // Selwick Public Schools
		case k == first && k+2 < last && c.Has(Role) && c.Has(Male|Female) && t.Tokens[k+1].Class.Has(Male|Female):
			end = k + 1 // Miller Noel Lee
		case c.Has(Role|Group) && k+1 < last && !c.Has(Male|Female) && !(c.Has(Demonym) && t.Tokens[k+1].Class.Has(Demonym)): // the Liberal Democrats
			end = k + 1
		case k == first && k+1 < last && c.Has(Office) && !c.Has(Male|Female) && t.Tokens[k+1].Shape == AllCaps && f.honoured(k+1, first, k+1, last) > k+1:
			end = k + 1 // Health CS Ann Lee
		case k == first && k+2 < last && (c.Has(Age) && t.Tokens[k].Shape == Capital || f.lettersOf(k)):
			end = k + 1 // Seventeen-year-old Ann Lee, DEO M. Lee
		case k == first && f.seatOf(first, last) > first:
			return f.seatOf(first, last)
		case k == first && f.glued(first, last) > first:
			return f.glued(first, last)
		case k == first && f.plain(first, last) > first:
			return f.plain(first, last)
		case k == first && c.Has(Demonym|National) && k+1 < last && t.Tokens[k+1].Class.Has(Male|Female):
			end = k + 1
		case k == first+1 && c.Has(Demonym|National) && k+1 < last && t.Tokens[k+1].Class.Has(Male|Female) && !c.Has(Male|Female) && !t.Tokens[first].Class.Has(Male|Female|Title|OrgName):
			end = k + 1 // New Zealander Ann Lee
		case k == first && f.compatriot(first, last):
			return first + 1
		}
	}
	return end
}

// lettersOf reports whether the word at k is the letters of an office before somebody's initial, and no initials
// of theirs, of which there hardly are as many: the DEO of "DEO M. Lee".
func (f *finder) lettersOf(k int) bool {
	t := f.t
	return t.Tokens[k].Shape == AllCaps && len(t.Word(k)) >= fewestLetters && t.Tokens[k+1].Shape == Initial && !strings.ContainsAny(t.Word(k), ".-’'")
}

// fewestLetters is the length of the shortest such letters.
const fewestLetters = 3

// veteran is the first name behind a word that tells what somebody is though it could be one itself:
// John of "the former Marine John Lee", where "former" tells it, and of "Marine John Lee", where he
// can have no woman's name. first: none.
func (f *finder) veteran(first, last int) int {
	t := f.t
	if last <= first+2 || t.Tokens[first].Shape != Capital || !t.Tokens[first+1].Class.Has(Male|Female) || t.Tokens[first].Class.Has(Title|Office) {
		return first
	}
	former := first > 0 && t.Tokens[first-1].Trait&Former != 0 && t.Tokens[first-1].Sentence == t.Tokens[first].Sentence
	if own, next := t.Tokens[first].Class, t.Tokens[first+1].Class; former || own.Has(Role) && own.Has(Female) && !own.Has(Male) && !next.Has(Female) {
		return first + 1
	}
	return first
}

// dotted reports whether the word at k is a title that is cut short: Del. is no first name.
func (f *finder) dotted(k int) bool {
	return f.t.Tokens[k].Class.Has(Title) && strings.HasSuffix(f.t.Word(k), ".")
}

// undotted reports whether the word at k is that of a title cut short, without its stop: Sen, which
// is a name, too.
func (f *finder) undotted(k int) bool {
	t := f.t
	return t.Tokens[k].Class.Has(Title) && t.Tokens[k].Shape == Capital && !strings.HasSuffix(t.Word(k), ".") && t.Words.TitleNoun(t.Word(k)) != strings.ToLower(t.Word(k))
}

// givenOnly reports whether the tokens [first, k) are first names and no place.
func (f *finder) givenOnly(first, k int) bool {
	return !slices.ContainsFunc(f.t.Tokens[first:k], func(t Token) bool {
		return !t.Class.Has(Male|Female) || t.Class.Has(Place|OrgName|Demonym|Title)
	})
}

// officeOf is the preposition behind the office that the run [i, end) is, with nobody's
// name: for in "the Minister for Roads". i: it is none.
func (f *finder) officeOf(i, end int) int {
	t, k := f.t, i
	if k := f.membership(i, end); k > i {
		return k
	}
	named := f.nameBehind(f.shortBehind(end))
	chief := f.chiefOf(i, end)
	if f.withArticle(i) == i && !f.opens(i) && !named && !chief {
		return i
	}
	if named {
		k = f.officeFrom(i, end) // the Labour MP for Ely, the Anglican Bishop of Ely
	}
	lead := k
	for k < end && t.Tokens[k].Class.Has(Title) && (named || chief || t.Tokens[k].Class.Has(Role) && !t.Tokens[k].Class.Has(TitleMale|TitleFemale)) {
		k++
	}
	if k == lead {
		return i
	}
	if k == i || k+1 >= end || t.Tokens[k].Shape != Lower || !t.Tokens[k].Class.Has(Preposition) {
		return i
	}
	for j := k + 1; j < end; j++ {
		c := t.Tokens[j].Class
		held := named && !c.Has(Title) && (c.Has(OrgName) || j == end-1 && j > k+1) // Governor of Kent State, Ann Lee
		if c.Has(Title|OrgName|Office) && !chief && !held || c.Has(Male|Female) && !named && !chief {
			return i
		}
	}
	return k
}

// chiefOf reports whether the run [i, end) is the office of somebody at a body, which ends it, behind
// a name or another office: "Ann Lee, president and CEO of Kent Growers Association".
func (f *finder) chiefOf(i, end int) bool {
	t := f.t
	if !t.Tokens[end-1].Class.Has(OrgName) || t.Tokens[i].Class.Has(Male|Female|OrgName|TitleMale|TitleFemale) || !t.Tokens[i].Class.Has(Role) && (t.Tokens[i].Shape != AllCaps || !t.Tokens[i].Class.Has(Title)) {
		return false
	}
	return i > 0 && (t.Tokens[i-1].Punct == ',' || t.Tokens[i-1].Class.Has(Conjunction)) && t.Tokens[i-1].Sentence == t.Tokens[i].Sentence
}

// nameBehind reports whether a comma at token k leads to a name, "…, Sir Julian Ray": who
// holds the office before it.
func (f *finder) nameBehind(k int) bool {
	t := f.t
	if k+2 >= len(t.Tokens) || t.Tokens[k].Punct != ',' || t.Tokens[k].Shape != Mark {
		return false
	}
	k++
	if t.Tokens[k].Class.Has(Definite) {
		k++ // the Most Rev
	}
	return k+1 < len(t.Tokens) && t.Tokens[k+1].Sentence == t.Tokens[k-1].Sentence && f.capital(k) && f.capital(k+1) && !t.Tokens[k].Class.Has(Place|OrgName|Demonym)
}

// withArticle is the definite article before token i, or i.
func (f *finder) withArticle(i int) int {
	if i > 0 && f.t.Tokens[i-1].Class.Has(Definite) && f.t.Tokens[i-1].Sentence == f.t.Tokens[i].Sentence {
		return i - 1
	}
	return i
}

// officePhrase makes a mention of the office at [i, k), with what it is of up to end.
func (f *finder) officePhrase(i, k, end int) int {
	first := int32(f.withArticle(i))
	indefinite := i > 0 && int(first) == i && f.t.Words.Article(f.t.Word(i-1)) && f.t.Tokens[i-1].Sentence == f.t.Tokens[i].Sentence
	if indefinite {
		first--
	}
	short := f.shortBehind(end)
	f.add(Mention{
		First: first, Last: int32(k), Head: int32(k - 1), NameFirst: first, NameLast: int32(k), PrintLast: int32(short),
		Kind: Nominal, Being: Person, Definite: !indefinite,
	})
	if short > end {
		return k + 1 // the body, which the text goes on to call by its letters
	}
	return end
}

// shortBehind is the token behind the letters in brackets that stand for the body that ends at k, "(NUKW)"; k: there are
// none.
func (f *finder) shortBehind(k int) int {
	t := f.t.Tokens
	if k+2 < len(t) && t[k].Punct == '(' && t[k+1].Shape == AllCaps && t[k+2].Punct == ')' && t[k+2].Sentence == t[k-1].Sentence {
		return k + 3
	}
	return k
}

// held reports whether the title at k, a first name elsewhere, is one of somebody named
// before, whose surname ends the run: Dean Amar, of Vikram Amar.
func (f *finder) held(k, last int) bool {
	if k > 1 && f.t.Tokens[k-1].Punct == ',' && f.t.Tokens[k-2].Trait&Kin != 0 {
		return false // her father, Dean Lee
	}
	return last == k+2 && f.surnames[f.t.Word(k+1)] && f.t.Tokens[k].Class.Has(Role)
}

// titleOnly reports whether the run [first, last) behind an article is a title that
// ends with a role, and nobody's name: the Chief Whip.
func (f *finder) titleOnly(first, last int) bool {
	t := f.t
	if first == 0 || last-first < 2 || !t.Tokens[first-1].Class.Has(Determiner) || t.Tokens[first-1].Sentence != t.Tokens[first].Sentence || f.surname(last-1) ||
		!t.Tokens[last-1].Class.Has(Role) || t.Tokens[last-1].Class.Has(Male|Female|OrgName) {
		return false
	}
	for k := first; k < last-1; k++ {
		if c := t.Tokens[k].Class; !c.Has(Title|Role) || c.Has(TitleMale|TitleFemale|Male|Female) || t.Tokens[k].Shape != Capital || t.Word(k)[len(t.Word(k))-1] == '.' {
			return false
		}
	}
	return true
}

// honoured is the token behind the one at k of the run [first, last), whose titles end
// at end, where that is a title by what stands beside it: either word of "Tan Sri",
// and the SP of "SP Ann Lee". Else it is k.
func (f *finder) honoured(k, first, end, last int) int {
	trait := f.t.Tokens[k].Trait
	switch {
	case k != end || k+1 >= last:
		return k
	case trait&HonourLead != 0 && f.t.Tokens[k+1].Trait&HonourTail != 0,
		trait&HonourTail != 0 && k > first && f.t.Tokens[k-1].Trait&HonourLead != 0:
		return k + 1
	case trait&Courtesy == 0 || f.t.Tokens[k].Shape != AllCaps && f.t.Words.Lookup(f.t.Word(k), false).Has(Pronoun) || f.t.Tokens[last-1].Class.Has(OrgName|Place) || f.t.Tokens[k+1].Class.Has(OrgName|Place):
		return k
	case last-k > 2 && f.capital(k+2) && !f.plainGiven(k, last), f.surname(last - 1):
		return k + 1
	}
	return k
}

// plainGiven reports whether the title at k, which begins a run up to last, is a first name, as it is but where a
// number tells that somebody bears an old one: Nana of "Nana Ama Lee", but not of "Nana Osei Lee II".
func (f *finder) plainGiven(k, last int) bool {
	t := f.t.Tokens
	numbered := last < len(t) && t[last].Shape == AllCaps && t[last].Class.Has(Suffix)
	return t[k].Class.Has(Male) && t[k].Class.Has(Female) && !numbered
}

// aside is the token behind words in brackets between a title and the name, (retd),
// (Dr), which the bracket at i opens; i if none does.
func (f *finder) aside(i int) int {
	t := f.t
	if i == 0 || t.Tokens[i].Punct != '(' || t.Tokens[i].Shape != Mark || !f.capital(i-1) || !t.Tokens[i-1].Class.Has(Title|Role) && t.Tokens[i-1].Trait&Courtesy == 0 {
		return i
	}
	for k := i + 1; k < i+longestBracket && k+1 < len(t.Tokens); k++ {
		switch tok := &t.Tokens[k]; {
		case tok.Punct == ')' && k > i+1 && f.capital(k+1):
			return k + 1
		case tok.Shape == Mark && tok.Punct != '.' || tok.Shape == Number || f.party(k):
			return i
		}
	}
	return i
}

// longestBracket bounds the words of such an aside, with its brackets.
const longestBracket = 5

// holder is the token behind the office that a run of capitals ends with before the
// names of whoever holds it, where a body and what it is for stand before: "Council on
// Harbour Relations Executive Director Ann Lee". first: it does not.
func (f *finder) holder(first, last int) int {
	t, joint := f.t, false
	for k := first + 1; k < last-2; k++ {
		joint = joint || t.Tokens[k].Shape == Lower && t.Tokens[k].Class.Has(Joint|Preposition)
		if c := t.Tokens[k].Class; joint && t.Tokens[k].Shape == Capital && c.Has(Title|Office) && !c.Has(Male|Female) && f.names(k+1, last) && (!c.Has(Office) || t.Tokens[k+1].Class.Has(Male|Female)) {
			return k + 1
		}
	}
	return first
}

// townsOffice is the token behind an office that stands between a town, in whose name is a first name, and whoever
// holds it: "San Francisco Mayor Ann Lee". first: there is none.
func (f *finder) townsOffice(first, last int) int {
	t := f.t
	if last-first < 4 || t.Tokens[last-1].Class.Has(OrgName) || !t.Words.LeadsTown(t.Word(first)) {
		return first
	}
	end := first
	for k := first + 2; k < last-1 && k < first+longestOffice; k++ {
		switch c := t.Tokens[k].Class; {
		case c.Has(Title) && !c.Has(Male|Female) && (c.Has(Role) || !c.Has(TitleMale|TitleFemale)):
			end = k + 1
		case end > first:
			k = last
		}
	}
	if end == first || end < last-1 && !f.names(end, last) {
		return first
	}
	return end
}

// longestOffice bounds the words of a town and an office there.
const longestOffice = 7

// names reports whether the tokens [first, last) can be nothing but two names or three of
// a person, with particles between.
func (f *finder) names(first, last int) bool {
	n := 0
	for k := first; k < last; k++ {
		t := &f.t.Tokens[k]
		if t.Shape == Lower && t.Class&^Common == Particle && k > first && k+1 < last {
			continue
		}
		if t.Shape != Capital && t.Shape != Initial || t.Class&^(Male|Female|Particle) != 0 {
			return false
		}
		n++
	}
	return n == 2 || n == 3
}

// longestField bounds the words that tell what an office is for, or where.
const longestField = 16

// givenWithin is the first name with a surname behind it that a run goes on with from
// k on: Ann of "Minister for Arctic Affairs Ann Lee". One that the tables do not have is taken for one if the
// surname ends the run. 0: none.
func (f *finder) givenWithin(k, last int) int {
	for end := min(last-1, k+longestField); k > 0 && k < end; k++ {
		c := f.t.Tokens[k].Class
		given := c.Has(Male|Female) && !c.Has(Place|OrgName) || c == 0 && k+2 == last && givenGender(f.t.Word(k)) != Unknown
		if given && !f.t.Tokens[k-1].Class.Has(Particle|Title|Joint) &&
			!f.t.Tokens[last-1].Class.Has(OrgName|Joint) && f.capital(k+1) {
			return k
		}
	}
	return 0
}

// glued is the token behind the words that only stand before a name of two
// words or more: "Texas-based Ann Lee", "Fox News Ann Lee", and "Rapper Ann Lee"
// where they open the sentence. It is first where there are none.
func (f *finder) glued(first, last int) int {
	const part = Male | Female | Particle | TitleMale | TitleFemale
	adjective, k := false, first
	for ; k < last-2 && !f.t.Tokens[k].Class.Has(part) && f.t.Tokens[k].Shape == Capital; k++ {
		hyphen := strings.IndexByte(f.t.Word(k), '-')
		adjective = hyphen > 0 && hyphen+1 < len(f.t.Word(k)) && 'a' <= f.t.Word(k)[hyphen+1] && f.t.Word(k)[hyphen+1] <= 'z'
	}
	if k == first || !f.t.Tokens[k].Class.Has(Male|Female) || f.dotted(k) {
		return first
	}
	before := f.t.Tokens[k-1].Class
	if adjective || before.Has(OrgName|Demonym) || before.Has(Place) && f.underPreposition(first) || k == first+1 && f.opens(first) && (before != 0 || f.inSmall(strings.ToLower(f.t.Word(first)))) {
		return k
	}
	return first
}

// underPreposition reports whether a preposition stands before token i: of a place and a name it
// governs the place.
func (f *finder) underPreposition(i int) bool {
	t := &f.t.Tokens[max(i-1, 0)]
	return i > 0 && t.Shape == Lower && t.Class.Has(Preposition) && t.Sentence == f.t.Tokens[i].Sentence
}

// plain is the token behind the word at first where it opens the sentence, two names
// or more follow it, and the text has it in small letters elsewhere: "Campaigner Ann
// Lee"; else first.
func (f *finder) plain(first, last int) int {
	t := f.t
	if last-first < 3 || !f.opens(first) || t.Tokens[first].Shape != Capital || t.Tokens[first].Class.Has(Male|Female|Particle|Place|OrgName) || t.Heading(t.Tokens[first].Paragraph) {
		return first
	}
	for k := first + 1; k < last; k++ {
		if t.Tokens[k].Shape != Capital && t.Tokens[k].Shape != Initial || t.Tokens[k].Class&^(Male|Female) != 0 {
			return first
		}
	}
	if !f.inSmall(strings.ToLower(t.Word(first))) {
		return first
	}
	return first + 1
}

// behindArticle is the token behind the definite article at k, or k.
func (f *finder) behindArticle(k int) int {
	if f.t.Tokens[k].Class.Has(Definite) {
		return k + 1
	}
	return k
}

// office reports whether what a title is of stands at k, perhaps behind "the".
func (f *finder) office(k, last int) bool {
	if k < last && f.t.Tokens[k].Class.Has(Definite) {
		k++
	}
	return k < last && f.t.Tokens[k].Class.Has(Office)
}

// amongOffices reports whether what stands at k goes on what a title is of: the comma and
// the "and" of "Minister of Sport, Arts and Culture", and a second "for".
func (f *finder) amongOffices(k, last int) bool {
	t := &f.t.Tokens[k]
	return k+1 < last && f.t.Tokens[k-1].Class.Has(Office) && (t.Punct == ',' && t.Shape == Mark || t.Shape == Lower && t.Class.Has(Joint)) && f.office(k+1, last)
}

// entitled reports whether a title between marks stands between the article of a phrase
// and its word at i: the “Night Train” director.
func (f *finder) entitled(i int) bool {
	t, k := f.t, i-1
	if t.Tokens[i].Shape != Lower || t.Tokens[i].Class.Has(Closed|Determiner) {
		return false
	}
	for k >= 0 && k > i-longestTitle && t.Tokens[k].Sentence == t.Tokens[i].Sentence && t.Tokens[k].Quote >= 0 && t.Tokens[k].Quote != t.Tokens[i].Quote {
		k--
	}
	return k >= 0 && k < i-1 && t.Tokens[k].Class.Has(Definite) && t.Tokens[k].Quote == t.Tokens[i].Quote && t.Tokens[k].Sentence == t.Tokens[i].Sentence
}

// longestTitle bounds the words of such a title.
const longestTitle = 8

// named reports whether a name of two words or more begins at token j, behind a word
// in small letters.
func (f *finder) named(j int) bool {
	t := f.t
	return j+1 < len(t.Tokens) && f.capital(j) && f.capital(j+1) && t.Tokens[j+1].Sentence == t.Tokens[j].Sentence && t.Tokens[j-1].Shape == Lower &&
		!t.Tokens[j].Class.Has(OrgName|Place|Demonym)
}
