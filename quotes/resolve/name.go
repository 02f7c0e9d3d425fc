package resolve

import (
	"slices"
	"strings"
	"unicode"

	"onrecord/quotes"
	"onrecord/quotes/mention"
	"onrecord/quotes/text"
)

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
				return r.print(first, i) + " " + r.print(j+1, r.nameEnd(m))
			}
		}
	}
	return r.print(first, r.nameEnd(m))
}

// nameEnd is the token behind a name and what tells it from a namesake's, "Jr.",
// but not behind an honour or an office: "KC", "MP".
func (r *resolver) nameEnd(m *mention.Mention) int32 {
	if m.Last > m.NameLast && r.t.Tokens[m.Last-1].Trait&mention.Generation != 0 {
		return m.Last
	}
	return m.NameLast
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
			r.lettered(m, e)
		}
	}
}

func (r *resolver) plainness(m *mention.Mention) int {
	first := &r.t.Tokens[m.NameFirst]
	switch {
	case r.t.Heading(m.Paragraph):
		return heading
	case m.NameLast-m.NameFirst != 2:
		return plain
	case r.opens(m) && first.Class.Has(mention.Auxiliary|mention.Preposition|mention.Conjunction) && !r.says(m): // "Will Lee run?"
		return doubtful
	case first.Class.Has(mention.Male | mention.Female):
		return plain
	case r.opens(m) && first.Class != 0: // "Painting Lee as"
		return doubtful
	case first.Shape == mention.AllCaps || first.Class.Has(mention.Place|mention.Demonym|mention.OrgName|mention.Common|mention.Noun|mention.Adverb):
		return doubtful
	}
	return plain
}

// says reports whether a finite verb of speech stands right behind a first name and its
// surname: "Will Lee said".
func (r *resolver) says(m *mention.Mention) bool {
	if int(m.Last) >= len(r.t.Tokens) || !r.t.Tokens[m.NameFirst].Class.Has(mention.Male|mention.Female) {
		return false
	}
	verb := &r.t.Tokens[m.Last]
	return verb.Sentence == m.Sentence && verb.Shape == mention.Lower && verb.Class.Has(mention.Core) && !verb.Class.Has(mention.Infinitive|mention.Participle)
}

// within is the entity whose name stands inside a longer run of capitals: Ann
// Lee in "Council Defies Ann Lee". Of a doubtful name the last word is enough,
// where one person has it. -1: none.
func (r *resolver) within(m *mention.Mention, pass int) int {
	parts, first := r.fold(m.NameFirst, m.NameLast), &r.t.Tokens[m.NameFirst]
	for end := len(parts); end >= 2; end-- {
		list := r.byLast[parts[end-1]]
		for _, e := range list[max(0, len(list)-maxNamesakes):] {
			if n := len(r.entities[e].parts); n >= 2 && n < len(parts) && n <= end && slices.Equal(r.entities[e].parts, parts[end-n:end]) {
				return e
			}
		}
	}
	known := first.Class.Has(mention.Demonym|mention.Place) && !r.opens(m) && !r.modifies(m)
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
	if len(r.byLast[r.key(p)]) > 0 {
		return // Marlow and Ann Lee, of a Dan Marlow
	}
	if c := r.t.Tokens[p.NameFirst].Class; !c.Has(mention.Male|mention.Female) && (c != 0 || !r.ofFamily(i)) {
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

// ofFamily reports whether the text speaks of the family of mention i, or of a group whose
// names those before it are: "the Marlows", "the owners, Ebo and Dan Marlow".
func (r *resolver) ofFamily(i int) bool {
	p := &r.mentions[i-1]
	if i > 1 && (r.mentions[i-2].Kind == mention.Several || r.mentions[i-2].Kind == mention.Nominal && r.mentions[i-2].Plural) && p.First-r.mentions[i-2].Last <= 1 && r.mentions[i-2].Sentence == p.Sentence {
		return true
	}
	return r.families()[r.t.Word(int(r.mentions[i].Head))+"s"]
}

// families are the last words of the names behind an article, the Marlows among them.
func (r *resolver) families() map[string]bool {
	if r.articled == nil {
		r.articled = map[string]bool{}
		for i := range r.mentions {
			if c := &r.mentions[i]; c.Kind == mention.Name && c.First > 0 && r.t.Tokens[c.First-1].Class.Has(mention.Definite) {
				r.articled[r.t.Word(int(c.Head))] = true
			}
		}
	}
	return r.articled
}

// nameEntity finds or makes the entity of a name of several words.
func (r *resolver) nameEntity(i int) int {
	m := &r.mentions[i]
	printed := r.print(m.NameFirst, m.Last)
	whole := r.withoutNickname(m)
	key := text.Key(whole)
	if e, ok := r.full[key]; ok && !clash(r.entities[e].Gender, m.Gender) {
		r.spell(e, whole)
		return e
	}
	parts := r.fold(m.NameFirst, m.NameLast)
	suffix := ""
	if r.nameEnd(m) > m.NameLast {
		suffix = r.word(int(m.Last) - 1)
	}
	personal := m.Being == mention.Person || m.Being == mention.Undecided
	if personal {
		list := r.byLast[parts[len(parts)-1]]
		for _, e := range list[max(0, len(list)-maxNamesakes):] {
			x := &r.entities[e]
			if x.suffix != suffix || clash(x.Gender, m.Gender) || !r.sameGiven(x.parts, parts) {
				continue
			}
			r.full[key] = e
			if r.glued(parts, x.parts) {
				return e
			}
			r.rename(x, whole, parts)
			r.spell(e, whole)
			return e
		}
	}
	if e := max(r.middle(parts), r.misspeltName(parts)); personal && e >= 0 && !clash(r.entities[e].Gender, m.Gender) {
		r.full[key] = e
		r.entities[e].Aliases = appendNew(r.entities[e].Aliases, whole)
		return e
	}
	if m.Being != mention.Person || r.ordinary(parts[len(parts)-1]) {
		if e := max(r.longBody(parts), r.turnedBody(parts)); e >= 0 {
			r.full[key] = e
			r.entities[e].Aliases = appendNew(r.entities[e].Aliases, whole)
			return e
		}
	}
	e := r.add(Entity{Name: whole, Kind: kindOf(m), Gender: m.Gender, parts: parts, suffix: suffix})
	r.full[key] = e
	r.spell(e, whole)
	if printed != whole {
		r.entities[e].Aliases = append(r.entities[e].Aliases, printed)
	}
	if personal {
		last := parts[len(parts)-1]
		r.byLast[last] = append(r.byLast[last], e)
		if article, bare, ok := strings.Cut(last, " "); ok && r.t.Words.Lookup(article, false).Has(mention.Particle) {
			r.byLast[bare] = append(r.byLast[bare], e) // Mr. Hashimi for al-Hashimi
		}
		for _, half := range r.halves(last) {
			r.byFirst[half] = append(r.byFirst[half], e)
		}
		own := r.ownNames(parts)
		for k, p := range parts[:len(parts)-1] {
			r.byFirst[p] = append(r.byFirst[p], e)
			if k < own {
				r.byLast[p] = append(r.byLast[p], e)
			}
		}
	} else {
		if m.Being == mention.Organisation {
			last := parts[len(parts)-1]
			r.bodies[last] = append(r.bodies[last], e)
		}
		r.acronyms(m, e)
	}
	return e
}

// halves are the two surnames of a double one: Haas and Berg of Haas-Berg, by either of
// which papers go on. None: it is single, or a first name is joined so, as in Kim
// Jong-un, or an article.
func (r *resolver) halves(last string) []string {
	list := strings.Fields(last)
	if len(list) != 2 || slices.ContainsFunc(list, func(s string) bool { return len(s) < leastHalf || r.t.Words.Lookup(s, false).Has(mention.Particle) }) {
		return nil
	}
	return list
}

// leastHalf is in letters how short half of a double surname may be.
const leastHalf = 3

// ownNames counts the parts of a name before the father's, by each of which whoever
// bears it can be called: Nur of Nur binti Ahmad. 0: the name tells no father.
func (r *resolver) ownNames(parts []string) int {
	return max(0, slices.IndexFunc(parts, func(p string) bool { return r.t.Words.Trait(p)&mention.Lineage != 0 }))
}

// rename gives x the fuller of its name and the one the text prints now, the
// other becomes an alias.
func (r *resolver) rename(x *Entity, whole string, parts []string) {
	switch {
	case r.glued(x.parts, parts):
		x.Name, x.parts, x.spellings = whole, parts, nil
	case len(parts) > len(x.parts) || len(parts) == len(x.parts) && len(x.parts[0]) == 1 && len(parts[0]) > 1:
		x.Aliases = appendNew(x.Aliases, x.Name)
		x.Name, x.parts = whole, parts
	default:
		x.Aliases = appendNew(x.Aliases, whole)
	}
}

// middle is the entity whose name has those parts before its last: da Costa of Luiz
// da Costa Neto, Igor Petrovich of Igor Petrovich Sokol. -1: none, or several.
func (r *resolver) middle(parts []string) int {
	list, found := r.byFirst[parts[len(parts)-1]], -1
	for _, e := range list[max(0, len(list)-maxNamesakes):] {
		all, start := r.entities[e].parts, 1
		if r.surnames(&r.entities[e], len(parts)) || r.forenames(&r.entities[e], len(parts)) {
			start = 0
		}
		for i := start; i+len(parts) < len(all); i++ {
			if !slices.Equal(all[i:i+len(parts)], parts) {
				continue
			}
			if found >= 0 && found != e {
				return -1
			}
			found = e
		}
	}
	return found
}

// forenames reports whether the first n parts of a person's name, of two more at least, can be what
// papers call the person by: Te Rangi of Te Rangi Mary Baker.
func (r *resolver) forenames(x *Entity, n int) bool {
	if n != 2 || len(x.parts) < n+2 || x.Kind != quotes.SpeakerPerson || x.headline || r.t.Words.Lookup(x.parts[n-1], false).Has(mention.Particle) {
		return false
	}
	return !slices.ContainsFunc(x.parts[n:len(x.parts)-1], func(part string) bool {
		return r.t.Words.Lookup(part, true)&^(mention.Male|mention.Female|mention.Particle) != 0
	})
}

// surnames reports whether the parts of a person's name from n on, of three or more,
// can only be surnames: words that the text has nowhere else.
func (r *resolver) surnames(x *Entity, n int) bool {
	if n < 2 || n >= len(x.parts) || x.Kind != quotes.SpeakerPerson || x.headline {
		return false
	}
	rest := x.parts[n:]
	if !r.given(x.parts[0]) {
		rest = x.parts // no word of a name that begins with no known first name may be another
	}
	for _, part := range rest {
		if r.t.Words.Lookup(part, true)&^(mention.Male|mention.Female|mention.Particle|mention.Place) != 0 {
			return false
		}
	}
	return true
}

// spell notes that the text writes the name of entity e so, and names it by the
// spelling that has led so far, of two as frequent by the longer, and not by the one in capitals.
func (r *resolver) spell(e int, whole string) {
	x := &r.entities[e]
	if x.spellings == nil {
		x.spellings = map[string]int{}
	}
	x.spellings[whole]++
	lead := x.spellings[whole] - x.spellings[x.Name]
	leads := lead > 0 || lead == 0 && len(whole) > len(x.Name)
	if shouts := shouted(x.Name); shouts != shouted(whole) && x.Kind == quotes.SpeakerPerson {
		leads = shouts // ANN LEE, the Ann Lee of another sentence
	}
	if leads && len(strings.Fields(whole)) == len(strings.Fields(x.Name)) &&
		strings.HasSuffix(text.Key(whole), x.parts[len(x.parts)-1]) { // and no nickname of two words
		x.Aliases = appendNew(x.Aliases, x.Name)
		x.Name = whole
	}
}

// shouted reports whether a name of several words is all in capitals.
func shouted(name string) bool {
	small := func(r rune) bool { return unicode.ToUpper(r) != r }
	capital := func(r rune) bool { return unicode.ToLower(r) != r }
	return strings.Contains(name, " ") && !strings.ContainsFunc(name, small) && strings.ContainsFunc(name, capital)
}

// sameGiven reports whether two names with one last name can be of one person:
// the first names are equal, or one is the other's initial or short form, or
// they share one.
func (r *resolver) sameGiven(a, b []string) bool {
	x, y := a[0], b[0]
	if len(a) > 2 && len(b) > 2 && x == y && initial(a[1]) != initial(b[1]) {
		return false // George W. Bush, George H. W. Bush
	}
	if x == y || len(x) == 1 && strings.HasPrefix(y, x) || len(y) == 1 && strings.HasPrefix(x, y) {
		return true
	}
	if len(a) > 1 && len(b) > 1 && (r.t.Words.ShortName(x) == y || r.t.Words.ShortName(y) == x || misspelt(x, y)) {
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

// initial is the first byte of a folded word, which may be empty: of "@@" nothing is left.
func initial(word string) string { return word[:min(1, len(word))] }

// misspelt reports whether two longer words differ by one doubled letter, as
// Hilary and Hillary do.
func misspelt(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b) != len(a)+1 || len(a) < 5 {
		return false
	}
	for i := range b {
		if i > 0 && b[i] == b[i-1] && b[:i]+b[i+1:] == a {
			return true
		}
	}
	return false
}
