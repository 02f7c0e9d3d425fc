package resolve

import (
	"slices"
	"strings"

	"onrecord/quotes"
	"onrecord/quotes/mention"
	"onrecord/quotes/text"
)

// resolver holds the article's indexes while its mentions are resolved.
type resolver struct {
	t        *mention.Text
	mentions []mention.Mention
	// said is, by mention, the stretches that are attributed to it.
	said [][]int
	// inside is the mentions in each of those stretches.
	inside map[int][]int
	// prose counts the sentences up to each that have words outside quotes: the
	// distance of two mentions is not that of a long quote between them.
	prose    []int32
	entities []Entity
	out      []Resolution
	full     map[string]int   // whole folded name
	byLast   map[string][]int // entities by last name
	byFirst  map[string][]int // and by any other part
	byRole   map[string][]int // entities by noun of a role
	bare     map[string]int   // whom a surname without a title meant last
	unnamed  map[string]int   // entities never named, by folded phrase
	phrases  map[string]int   // the last mention as "a diplomat", by noun
	// interviewee is the entity whose answers an interview prints.
	interviewee int
}

// Resolve resolves every mention. said is, by mention, the stretches that are
// attributed to it; the entities of mentions without are found as far as they
// help.
func Resolve(t *mention.Text, mentions []mention.Mention, said [][]int) Result {
	r := &resolver{
		t: t, mentions: mentions, said: said, out: make([]Resolution, len(mentions)),
		full: map[string]int{}, byLast: map[string][]int{}, byFirst: map[string][]int{}, byRole: map[string][]int{}, bare: map[string]int{}, unnamed: map[string]int{}, phrases: map[string]int{}, interviewee: unsought,
	}
	for i := range r.out {
		r.out[i] = Resolution{Entity: -1, Second: -1}
	}
	r.survey()
	r.fullNames()
	r.appositions()
	r.genders()
	r.inOrder()
	return Result{Entities: r.entities, Mentions: r.out}
}

// survey notes what the mentions' places tell: those inside the attributed
// stretches, and how far the sentences are apart.
func (r *resolver) survey() {
	attributed := map[int]bool{}
	for _, stretches := range r.said {
		for _, q := range stretches {
			attributed[q] = true
		}
	}
	r.inside = map[int][]int{}
	for i := range r.mentions {
		if q := int(r.mentions[i].Quote); q >= 0 && attributed[q] {
			r.inside[q] = append(r.inside[q], i)
		}
	}
	count, last := int32(0), int32(-1)
	for i := range r.t.Tokens {
		t := &r.t.Tokens[i]
		for int(t.Sentence) >= len(r.prose) {
			r.prose = append(r.prose, count)
		}
		if t.Quote < 0 && t.Shape != mention.Mark && t.Sentence != last {
			count++
			last = t.Sentence
			r.prose[t.Sentence] = count
		}
	}
}

// speaks reports whether a quote is attributed to mention i.
func (r *resolver) speaks(i int) bool { return len(r.said[i]) > 0 }

// print is the text of tokens [first, last) with plain spaces.
func (r *resolver) print(first, last int32) string {
	s := r.t.Slice(int(first), int(last))
	for i := range len(s) {
		if c := s[i]; c == '\n' || c == '\r' || c == '\t' || c >= 0x80 {
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return s
}

// withoutNickname is the name as printed without a nickname between marks: Ann
// Lee of Ann “Red” Lee.
func (r *resolver) withoutNickname(m *mention.Mention) string {
	first := m.NameFirst
	for i := first + 1; i < m.NameLast; i++ {
		if t := &r.t.Tokens[i]; t.Shape != mention.Mark || t.Punct != '"' && t.Punct != '\'' && t.Punct != '(' {
			continue
		}
		for j := i + 1; j < m.NameLast; j++ {
			if r.t.Tokens[j].Shape == mention.Mark {
				return r.print(first, i) + " " + r.print(j+1, m.Last)
			}
		}
	}
	return r.print(first, m.Last)
}

// key is a name of one word, folded.
func (r *resolver) key(m *mention.Mention) string { return text.Key(r.print(m.NameFirst, m.NameLast)) }

// fold is the folded words of tokens [first, last).
func (r *resolver) fold(first, last int32) []string {
	out := make([]string, 0, last-first)
	for i := first; i < last; i++ {
		if r.t.Tokens[i].Shape != mention.Mark {
			out = append(out, strings.TrimSuffix(text.Key(r.t.Word(int(i))), "."))
		}
	}
	return out
}

// fullNames makes an entity of every name with two words or more, and of every
// body: first of the plain ones, then of those which begin with a word that may
// not belong to the name, as in "Wisconsin Lee", then of those in headings,
// whose capitals hide where a name ends.
func (r *resolver) fullNames() {
	for _, pass := range []int{plain, doubtful, heading} {
		for i := range r.mentions {
			m := &r.mentions[i]
			if m.Kind != mention.Name || m.NameLast-m.NameFirst < 2 || r.plainness(m) != pass {
				continue
			}
			if e := r.within(m, pass); pass != plain && e >= 0 {
				r.name(i, e)
				continue
			}
			e := r.nameEntity(i)
			r.name(i, e)
			r.entities[e].headline = r.entities[e].headline || pass == heading && r.entities[e].count == 1
			r.couple(i)
		}
	}
}

// How plain the beginning of a name is.
const (
	plain = iota
	doubtful
	heading
)

func (r *resolver) plainness(m *mention.Mention) int {
	first := &r.t.Tokens[m.NameFirst]
	switch {
	case r.t.Heading(m.Paragraph):
		return heading
	case first.Class.Has(mention.Male|mention.Female) || m.NameLast-m.NameFirst != 2:
		return plain
	case first.Shape == mention.AllCaps || first.Class.Has(mention.Place|mention.Demonym|mention.OrgName|mention.Common|mention.Noun|mention.Adverb):
		return doubtful
	}
	return plain
}

// within is the entity whose name stands inside a longer run of capitals: Ann
// Lee in "Council Defies Ann Lee". Of a doubtful name the last word is enough,
// where one person has it. -1: none.
func (r *resolver) within(m *mention.Mention, pass int) int {
	parts, first := r.fold(m.NameFirst, m.NameLast), &r.t.Tokens[m.NameFirst]
	for end := len(parts); end >= 2; end-- {
		for _, e := range r.byLast[parts[end-1]] {
			if n := len(r.entities[e].parts); n >= 2 && n < len(parts) && n <= end && slices.Equal(r.entities[e].parts, parts[end-n:end]) {
				return e
			}
		}
	}
	known := first.Class.Has(mention.Demonym|mention.Place) && !r.opens(m)
	if list := r.byLast[parts[len(parts)-1]]; pass == doubtful && !known && len(list) == 1 && r.full[text.Key(r.print(m.NameFirst, m.Last))] == 0 {
		return list[0]
	}
	return -1
}

// couple gives the first name before "and" the surname behind it: both of
// "Kirsty and Dan Marlow" are Marlows.
func (r *resolver) couple(i int) {
	if i == 0 {
		return
	}
	m, p := &r.mentions[i], &r.mentions[i-1]
	if p.Kind != mention.Name || p.Last != m.First-1 || p.NameLast-p.NameFirst != 1 || r.out[i-1].Entity >= 0 || m.NameLast-m.NameFirst != 2 ||
		!r.t.Tokens[p.Last].Class.Has(mention.Conjunction) || m.Being != mention.Person {
		return
	}
	if c := r.t.Tokens[p.NameFirst].Class; !c.Has(mention.Male | mention.Female) {
		return
	}
	first, last := r.print(p.NameFirst, p.NameLast), r.print(m.Head, m.Head+1)
	parts := append(r.fold(p.NameFirst, p.NameLast), r.fold(m.Head, m.Head+1)...)
	e, ok := r.full[text.Key(first+" "+last)]
	if !ok {
		e = r.add(Entity{Name: first + " " + last, Kind: quotes.SpeakerPerson, Gender: p.Gender, parts: parts})
		r.full[text.Key(first+" "+last)] = e
		r.byLast[parts[1]] = append(r.byLast[parts[1]], e)
		r.byFirst[parts[0]] = append(r.byFirst[parts[0]], e)
	}
	r.name(i-1, e)
}

// nameEntity finds or makes the entity of a name of several words.
func (r *resolver) nameEntity(i int) int {
	m := &r.mentions[i]
	printed := r.print(m.NameFirst, m.Last)
	whole := r.withoutNickname(m)
	key := text.Key(whole)
	if e, ok := r.full[key]; ok && !clash(r.entities[e].Gender, m.Gender) {
		return e
	}
	parts := r.fold(m.NameFirst, m.NameLast)
	suffix := ""
	if m.Last > m.NameLast {
		suffix = text.Key(r.t.Word(int(m.Last) - 1))
	}
	personal := m.Being == mention.Person || m.Being == mention.Undecided
	if personal {
		list := r.byLast[parts[len(parts)-1]]
		for _, e := range list[max(0, len(list)-maxNamesakes):] {
			x := &r.entities[e]
			if x.suffix != suffix || clash(x.Gender, m.Gender) || !sameGiven(x.parts, parts) {
				continue
			}
			r.full[key] = e
			if len(parts) > len(x.parts) || len(parts) == len(x.parts) && len(whole) > len(x.Name) {
				x.Aliases = appendNew(x.Aliases, x.Name)
				x.Name, x.parts = whole, parts
			} else {
				x.Aliases = appendNew(x.Aliases, whole)
			}
			return e
		}
	}
	e := r.add(Entity{Name: whole, Kind: kindOf(m), Gender: m.Gender, parts: parts, suffix: suffix})
	r.full[key] = e
	if printed != whole {
		r.entities[e].Aliases = append(r.entities[e].Aliases, printed)
	}
	if personal {
		last := parts[len(parts)-1]
		r.byLast[last] = append(r.byLast[last], e)
		for _, p := range parts[:len(parts)-1] {
			r.byFirst[p] = append(r.byFirst[p], e)
		}
	} else {
		acronym := make([]byte, 0, 8)
		for j := m.NameFirst; j < m.NameLast; j++ {
			if t := &r.t.Tokens[j]; t.Shape == mention.Capital {
				acronym = append(acronym, r.t.Word(int(j))[0])
			}
		}
		if key := text.Key(string(acronym)); len(acronym) >= 2 && r.full[key] == 0 {
			r.full[key] = e
		}
	}
	return e
}

func (r *resolver) add(e Entity) int {
	e.first, e.last = -1, -1
	r.entities = append(r.entities, e)
	return len(r.entities) - 1
}

// name notes that mention i names entity e.
func (r *resolver) name(i, e int) {
	m := &r.mentions[i]
	x := &r.entities[e]
	r.out[i] = Resolution{Entity: e, Confidence: sureFull, Second: -1}
	if x.Gender == mention.Unknown {
		x.Gender = m.Gender
	}
	if m.First < m.NameFirst && m.Gender != mention.Unknown {
		x.titled = true
	}
	if m.Being == mention.Person {
		x.person = true
		if m.Kind == mention.Name && x.Kind == quotes.SpeakerOrganisation && m.First < m.NameFirst {
			x.Kind = quotes.SpeakerPerson
		}
	}
	r.seen(i, e)
	if m.Kind == mention.Name && m.RoleFirst < m.RoleLast {
		r.role(e, m.RoleFirst, m.RoleLast)
	}
}

// role ties a role phrase to an entity.
func (r *resolver) role(e int, first, last int32) {
	x := &r.entities[e]
	if x.Role == "" {
		x.Role = r.t.Slice(int(first), int(last))
	}
	if first >= last || len(x.roles) > 8 {
		return
	}
	head := last - 1
	for i := first + 1; i < last; i++ {
		if r.t.Tokens[i].Class.Has(mention.Preposition) && r.t.Tokens[i].Shape == mention.Lower {
			head = i - 1 // the secretary of "secretary of state"
			break
		}
	}
	noun := r.t.Words.TitleNoun(strings.TrimSuffix(r.t.Word(int(head)), "."))
	x.roles = append(x.roles, role{noun: noun, words: append(r.fold(first, head), r.fold(head+1, last)...)})
	if list := r.byRole[noun]; len(list) == 0 || list[len(list)-1] != e {
		r.byRole[noun] = append(list, e)
	}
}

func kindOf(m *mention.Mention) quotes.SpeakerKind {
	switch m.Being {
	case mention.Organisation, mention.Location:
		return quotes.SpeakerOrganisation
	case mention.People:
		return quotes.SpeakerGroup
	}
	return quotes.SpeakerPerson
}

// maxNamesakes bounds how many people of one surname are compared.
const maxNamesakes = 24

func clash(a, b mention.Gender) bool {
	return a != mention.Unknown && b != mention.Unknown && a != b
}

// sameGiven reports whether two names with one last name can be of one person:
// the first names are equal, or one is the other's initial, or they share one.
func sameGiven(a, b []string) bool {
	x, y := a[0], b[0]
	if len(a) > 2 && len(b) > 2 && x == y && a[1][:1] != b[1][:1] {
		return false // George W. Bush, George H. W. Bush
	}
	if x == y || len(x) == 1 && strings.HasPrefix(y, x) || len(y) == 1 && strings.HasPrefix(x, y) {
		return true
	}
	if len(a) > 2 && a[1] == y || len(b) > 2 && b[1] == x {
		return true
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	return slices.Equal(a, b[len(b)-len(a):]) // Álvarez Ruiz
}

func appendNew(list []string, s string) []string {
	for _, x := range list {
		if x == s {
			return list
		}
	}
	return append(list, s)
}
