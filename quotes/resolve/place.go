package resolve

import (
	"slices"
	"strings"

	"onrecord/quotes"
	"onrecord/quotes/mention"
	"onrecord/quotes/text"
)

// countryman is the one person to whose role the text gives the place or people
// of the phrase: of "the French leader" the French president. -1: none, or several.
func (r *resolver) countryman(m *mention.Mention) int {
	found, party := -1, r.t.Words.Party(r.head(m)) != ""
	for k := m.First; k <= m.Head; k++ {
		if c := r.t.Tokens[k].Class; !c.Has(mention.Place|mention.Demonym) || k == m.Head && (!c.Has(mention.National) || r.t.Words.Party(r.word(int(k))) != "") {
			continue
		}
		word := r.word(int(k))
		for e := range r.entities[max(0, len(r.entities)-maxCountrymen):] {
			e += max(0, len(r.entities)-maxCountrymen)
			x := &r.entities[e]
			if x.first < 0 || x.Kind != quotes.SpeakerPerson || k == m.Head && !x.person && x.Gender == mention.Unknown || clash(x.Gender, m.Gender) || !r.hasRelated(x.roles, word) && !r.related(x.home, word) || party && r.outOfOffice(m, e) {
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

// partisan is the one politician named so far to whom the text gives no party, of a phrase for a
// party's member: "Sen. Lee met Ek. …, the Ohio Republican said". -1: none, or several.
func (r *resolver) partisan(m *mention.Mention, noun string) int {
	if r.t.Words.Party(noun) == "" || !m.Definite || m.Plural || !r.placed(m.First, m.Head) {
		return -1
	}
	return r.onlyEntity(func(e int, x *Entity) bool {
		return x.Kind == quotes.SpeakerPerson && x.last >= 0 && !clash(x.Gender, m.Gender) && r.partyOf(x) == "" && !r.elsewhere(m, e, noun) &&
			slices.ContainsFunc(x.roles, func(held role) bool { return r.t.Words.OfParty(held.noun) })
	})
}

// ofSide is the one person of the party that phrase m tells, named so far: "the Democrat", of a Democratic
// candidate, and "the Republican nominee", of whom the text calls their party's candidate. -1: none, or several.
func (r *resolver) ofSide(m *mention.Mention, h holders) int {
	party := r.t.Words.Party(h.noun)
	runs := party == "" && r.t.Words.Runs(h.noun)
	if runs {
		party = r.sides(h.words)
	}
	if party == "" || !m.Definite || m.Plural || m.Owned {
		return -1
	}
	return r.onlyEntity(func(e int, x *Entity) bool {
		return x.Kind == quotes.SpeakerPerson && x.last >= 0 && !clash(x.Gender, m.Gender) && r.partyOf(x) == party && !r.elsewhere(m, e, h.noun) &&
			(!runs || slices.ContainsFunc(x.roles, func(held role) bool { return r.t.Words.Runs(held.noun) || r.t.Words.Party(held.noun) != "" }))
	})
}

// inOffice reports whether the text gives entity x an office or a party.
func (r *resolver) inOffice(x *Entity) bool {
	return slices.ContainsFunc(x.roles, func(held role) bool { return r.office(held.noun) || r.t.Words.Party(held.noun) != "" })
}

// outOfOffice reports whether the text gives entity e neither an office nor a party, but one to somebody
// else in the paragraph of phrase m: "the Ohio Republican" is hardly the baker then.
func (r *resolver) outOfOffice(m *mention.Mention, e int) bool {
	if len(r.entities[e].roles) == 0 || r.inOffice(&r.entities[e]) {
		return false
	}
	for o := max(0, len(r.entities)-maxCountrymen); o < len(r.entities); o++ {
		if x := &r.entities[o]; x.last >= 0 && r.mentions[x.last].Paragraph == m.Paragraph && r.inOffice(x) {
			return true
		}
	}
	return false
}

// maxCountrymen bounds the people that one phrase is compared with.
const maxCountrymen = 64

func (r *resolver) hasRelated(roles []role, word string) bool {
	for _, role := range roles {
		for _, w := range role.words {
			if r.related(w, word) {
				return true
			}
		}
	}
	return false
}

// homes notes the country of whoever mention i names that stands beside the name: "Kenya's Ann
// Lee", "Ann Lee of Kenya".
func (r *resolver) homes(i int) {
	m := &r.mentions[i]
	if !r.isPerson(i) || m.Quote >= 0 {
		return
	}
	for _, j := range []int{i - 1, i + 1} {
		if j < 0 || j >= len(r.mentions) {
			continue
		}
		c := &r.mentions[j]
		if c.Kind != mention.Name || c.Being != mention.Location || c.Sentence != m.Sentence || c.Last-c.First > 1 {
			continue
		}
		if k := m.Last; c.Owner && c.Last == m.First-1 || c.First == k+1 && r.t.Tokens[k].Class.Has(mention.Joint) && r.t.Tokens[k].Class.Has(mention.Preposition) {
			r.entities[r.out[i].Entity].home = r.word(int(c.Head))
		}
	}
}

// related reports whether two folded words share a stem, korea and korean, or are of one country:
// swede and swedish.
func (r *resolver) related(a, b string) bool {
	switch one, other := r.t.Words.Country(a), r.t.Words.Country(b); {
	case one != "":
		return one == b || one == other || a == b
	case other != "":
		return other == a || a == b
	}
	n := min(len(a), len(b))
	if n < 4 {
		return a == b
	}
	n = min(n, 5)
	return strings.EqualFold(a[:n], b[:n])
}

// placed reports whether the phrase names a place or a people.
func (r *resolver) placed(first, last int32) bool {
	for i := first; i < last; i++ {
		if r.t.Tokens[i].Class.Has(mention.Place | mention.Demonym) {
			return true
		}
	}
	return false
}

// otherPlace reports whether the entity's role of that noun has words of its own.
func (r *resolver) otherPlace(x *Entity, noun string) bool {
	for _, role := range x.roles {
		if role.noun == noun && len(role.words) > 0 {
			return true
		}
	}
	return false
}

// relatedAt reports whether word k of a and word n of b share a stem, and, where it only
// begins the name of a place, the words behind them, too: New York, New Jersey.
func (r *resolver) relatedAt(a []string, k int, b []string, n int) bool {
	if !r.related(a[k], b[n]) || r.t.Words.Lookup(a[k], false).Has(mention.Determiner|mention.Preposition|mention.Possessive) {
		return false
	}
	return r.t.Words.Trait(a[k])&mention.PlaceLead == 0 || k+1 < len(a) && n+1 < len(b) && r.related(a[k+1], b[n+1])
}

// seat gives whoever mention i names the place that a label behind the name tells: Iowa of
// "Sen. Ann Lee (R-Iowa)", "Ann Lee, D-N.Y.," and "Rep. Ann Lee (Tex.)".
func (r *resolver) seat(i int) {
	m := &r.mentions[i]
	k := int(m.Last)
	if !r.isPerson(i) || k+1 >= len(r.t.Tokens) || r.t.Tokens[k].Punct != '(' && r.t.Tokens[k].Punct != ',' || r.t.Tokens[k].Sentence != m.Sentence {
		return
	}
	word, party := r.t.Word(k+1), ""
	if len(word) > 2 && word[1] == '-' {
		party, word = r.t.Words.Party(text.Key(word[:1])), word[2:]
	}
	if party == "" && r.t.Tokens[k].Punct == ',' {
		return // "Sen. Ann Lee, Ohio"
	}
	words := r.stateOf(word, k+2)
	if len(words) == 0 {
		return
	}
	e := r.out[i].Entity
	if m.RoleFirst < m.RoleLast && r.t.Tokens[m.RoleLast-1].Class.Has(mention.Title) {
		r.hold(e, role{noun: r.t.Words.TitleNoun(r.t.Word(int(m.RoleLast) - 1)), words: words})
	}
	if party != "" {
		r.hold(e, role{noun: party, words: words})
	}
}

// stateOf is the folded words of the place that word, before token k, abbreviates or
// begins: of "N.C." and "New" before "Jersey". nil: it is none.
func (r *resolver) stateOf(word string, k int) []string {
	if full := r.t.Words.State(word); full != "" {
		return strings.Split(full, "-")
	}
	if !r.t.Words.Lookup(word, true).Has(mention.Place) && r.t.Words.Trait(word)&mention.PlaceLead == 0 {
		return nil
	}
	words := []string{text.Key(word)}
	for ; k < len(r.t.Tokens) && r.t.Tokens[k].Shape == mention.Capital && r.t.Tokens[k].Class.Has(mention.Place); k++ {
		words = append(words, r.word(k))
	}
	return words
}

// elsewhere reports whether phrase m is of a holder of an office of one place and the text
// says of entity e that it holds a like one of another: "the Florida senator".
func (r *resolver) elsewhere(m *mention.Mention, e int, noun string) bool {
	if r.otherRealm(m, e, noun) || r.foreign(m, e, noun) {
		return true
	}
	var places []string
	for k := m.First; k < m.Head; k++ {
		if t := &r.t.Tokens[k]; t.Class.Has(mention.Place) && !t.Class.Has(mention.Demonym) && t.Shape == mention.Capital && t.End-t.Start >= leastPlace {
			places = append(places, r.word(int(k)))
		}
	}
	other := false
	for _, held := range r.entities[e].roles {
		if len(places) == 0 || r.kindred(held.noun, noun) == 0 && !r.office(held.noun) {
			continue
		}
		for _, w := range held.words {
			if c := r.t.Words.Lookup(w, true); !c.Has(mention.Place) || c.Has(mention.Demonym) || len(w) < leastPlace {
				continue
			}
			other = true
			if slices.ContainsFunc(places, func(p string) bool { return r.related(p, w) }) {
				return false
			}
		}
	}
	return other
}

// leastPlace is the length in bytes of the shortest word that tells a place by itself: Sri does not.
const leastPlace = 4

// foreign reports whether phrase m, "the French leader", is of another people than entity e's
// role of that kind: the German chancellor's.
func (r *resolver) foreign(m *mention.Mention, e int, noun string) bool {
	if !r.office(noun) && r.t.Words.Trait(noun)&mention.Loose == 0 {
		return false
	}
	people := ""
	for k := m.First; k < m.Head; k++ {
		if t := &r.t.Tokens[k]; t.Class.Has(mention.Demonym) && t.Shape == mention.Capital && r.t.Words.Party(r.word(int(k))) == "" {
			people = r.word(int(k))
		}
	}
	other := false
	for _, held := range r.entities[e].roles {
		if people == "" || r.kindred(held.noun, noun) == 0 && !r.office(held.noun) {
			continue
		}
		for _, w := range held.words {
			if r.related(w, people) {
				return false
			}
			other = other || r.t.Words.Lookup(w, true).Has(mention.Demonym) && r.t.Words.Party(w) == ""
		}
	}
	return other
}

// ofWhich is the folded words of the body that the holder of phrase m is of: the Rovers of
// "the Rovers' coach" and of "Rovers rest, which their coach". nil: none is told.
func (r *resolver) ofWhich(m *mention.Mention) []string {
	if !m.Owned {
		return nil
	}
	i := r.indexOf(m)
	own := r.t.Tokens[m.First].Trait
	for j := i - 1; j >= 0 && j > i-longestOwner && r.mentions[j].Sentence == m.Sentence; j-- {
		c := &r.mentions[j]
		if c.Kind != mention.Name || c.Quote != m.Quote {
			continue
		}
		if c.Owner && c.Last == m.First-1 || own&(mention.OfThem|mention.OfIt) != 0 && !c.Owner && !c.Governed {
			return r.fold(c.NameFirst, c.NameLast)
		}
	}
	return nil
}

// realm is the folded names of what the role of tokens [first, last) is of: Kano State of
// "governor of Kano State". nil: there are none, or others may be put for them, as for
// abbreviations and words for peoples.
func (r *resolver) realm(first, last int32) []string {
	var names []string
	for k := first; k < last; k++ {
		t := &r.t.Tokens[k]
		if t.Shape == mention.AllCaps || t.Shape == mention.Initial || t.Class.Has(mention.Demonym) && t.Shape == mention.Capital {
			return nil
		}
		if t.Shape == mention.Capital && (k > first || !r.opensAt(k)) && !t.Class.Has(mention.Title|mention.Role|mention.Determiner|mention.Possessive|mention.OrgName) {
			names = append(names, r.word(int(k)))
		}
	}
	return names
}

// realmOf is the realm of a phrase, or the folded name of whoever has the role's holder: Lee of
// "Lee's spokeswoman".
func (r *resolver) realmOf(first, last int32) []string {
	if of := r.realm(first, last); len(of) > 0 {
		return of
	}
	k := first - 1
	if k < 1 || !r.t.Tokens[k].Class.Has(mention.Genitive) || r.t.Tokens[k].Sentence != r.t.Tokens[first].Sentence {
		return nil
	}
	start := k
	for start > 0 && r.t.Tokens[start-1].Shape == mention.Capital && r.t.Tokens[start-1].Sentence == r.t.Tokens[k].Sentence {
		start--
	}
	names := r.realm(start, k)
	if r.opensAt(start) && start < k && r.namesOwner(start, k) {
		names = append([]string{r.word(int(start))}, names...)
	}
	return names
}

// namesOwner reports whether the token that opens a sentence belongs to the owner's name [start, end).
func (r *resolver) namesOwner(start, end int32) bool {
	const others = mention.Closed | mention.Determiner | mention.Possessive | mention.Adverb | mention.Title | mention.Role | mention.OrgName | mention.Demonym
	c := r.t.Tokens[start].Class
	return end-start == 1 && (c == 0 || r.surnamed(r.fold(start, end))) || end-start > 1 && !c.Has(others)
}

// opensAt reports whether token k is the first of its sentence.
func (r *resolver) opensAt(k int32) bool {
	return k == 0 || r.t.Tokens[k-1].Sentence != r.t.Tokens[k].Sentence
}

// otherRealm reports whether entity e holds the role of phrase m of something else, by all
// that the text tells: "the governor of Lagos State" is not that of Kano State.
func (r *resolver) otherRealm(m *mention.Mention, e int, noun string) bool {
	if m.PrintLast == m.Last && !m.Owned && !r.capitals(m) {
		return false
	}
	of := r.realmOf(m.First, m.PrintLast)
	if len(of) == 0 {
		return false
	}
	other := false
	for _, held := range r.entities[e].roles {
		if !r.akin(held.noun, noun) {
			continue
		}
		if len(held.realm) == 0 && len(held.words) == 0 {
			continue // "Governor Lee" says no more
		}
		if len(held.realm) == 0 || r.holdsAll(of, held.realm) || r.holdsAll(held.realm, of) {
			return false
		}
		other = true
	}
	return other
}

// holdsAll reports whether a word like each of few is among the many.
func (r *resolver) holdsAll(many, few []string) bool {
	for _, w := range few {
		if !slices.ContainsFunc(many, func(o string) bool { return r.related(o, w) }) {
			return false
		}
	}
	return true
}

// halfOf is the only country named before that name m, "the North", is short for: North Korea. -1:
// none, or several.
func (r *resolver) halfOf(m *mention.Mention, key string) int {
	if r.t.Words.Trait(key)&mention.PlaceLead == 0 || !r.behindArticle(m) {
		return -1
	}
	return r.onlyEntity(func(_ int, x *Entity) bool {
		return x.first >= 0 && len(x.parts) == 2 && x.parts[0] == key && x.Kind == quotes.SpeakerOrganisation
	})
}
