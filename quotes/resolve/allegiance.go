package resolve

import (
	"slices"

	"onrecord/quotes"
	"onrecord/quotes/mention"
)

// allegiance is what the text puts a person with, no matter as what: a club, a firm, a town.
type allegiance struct {
	words  []string // the folded words of its name
	beside bool     // right beside the person's name: "Selwick's Ann Lee", "Ann Lee of Selwick"
}

// longestRelative bounds the tokens behind a name that are searched for whom its bearer is with.
const longestRelative = 12

// allegiances notes whom the person of mention i is with: "Selwick's Ann Lee", "Ann Lee of Selwick", "Ann
// Lee, who manages Selwick,", "Ann Lee's Selwick side".
func (r *resolver) allegiances(i int) {
	m := &r.mentions[i]
	if !r.isPerson(i) || m.Quote >= 0 {
		return
	}
	if j := i - 1; j >= 0 && r.mentions[j].Owner && r.mentions[j].Last == m.First-1 {
		r.putWith(i, j, true)
	}
	k, tokens := m.Last, r.t.Tokens
	if int(k)+1 >= len(tokens) || tokens[k].Sentence != m.Sentence {
		return
	}
	j := i + 1
	if c := tokens[k].Class; c.Has(mention.Joint) && c.Has(mention.Preposition) && j < len(r.mentions) && r.mentions[j].First <= k+2 {
		r.putWith(i, j, true)
		return
	}
	if m.Owner && j < len(r.mentions) && r.mentions[j].First == k+1 {
		r.putWith(i, j, false)
		return
	}
	if tokens[k].Punct == '(' && tokens[k].Shape == mention.Mark {
		for ; j < len(r.mentions) && r.mentions[j].First < k+longestSeat && r.bracketed(k, r.mentions[j].First); j++ {
			r.putWith(i, j, true) // "Ann Lee (Labour, Ely)"
		}
		return
	}
	if tokens[k].Punct == ',' {
		k++
	}
	if !tokens[k].Class.Has(mention.Who | mention.Preposition) {
		return
	}
	end := k
	for int(end) < len(tokens) && end < k+longestRelative && (tokens[end].Shape != mention.Mark || tokens[end].Punct == '\'') && tokens[end].Sentence == m.Sentence {
		end++
	}
	for ; j < len(r.mentions) && r.mentions[j].First < end; j++ {
		r.putWith(i, j, false)
	}
}

// longestSeat bounds the tokens in brackets behind a name that are searched for whom its bearer is with.
const longestSeat = 8

// bracketed reports whether no bracket closes between the one at k and token end.
func (r *resolver) bracketed(k, end int32) bool {
	return !slices.ContainsFunc(r.t.Tokens[k:end], func(t mention.Token) bool { return t.Punct == ')' })
}

// putWith notes that the person of mention i is with what mention j names, if that is no person for all that its name shows.
func (r *resolver) putWith(i, j int, beside bool) {
	m, c, x := &r.mentions[i], &r.mentions[j], &r.entities[r.out[i].Entity]
	if c.Kind != mention.Name || c.Being == mention.People && r.t.Words.Party(r.head(c)) == "" || c.Gender != mention.Unknown || c.First < c.NameFirst || c.Sentence != m.Sentence || c.Quote >= 0 || len(x.with) == maxAllegiances {
		return
	}
	words := r.fold(c.NameFirst, c.NameLast)
	if len(words) > 0 && !r.surnamed(words) {
		x.with = append(x.with, allegiance{words, beside})
	}
}

// maxAllegiances bounds what one person is with.
const maxAllegiances = 8

// surnamed reports whether the words are somebody's last name.
func (r *resolver) surnamed(words []string) bool {
	return len(words) == 1 && slices.ContainsFunc(r.byLast[words[0]], func(e int) bool { return r.entities[e].person })
}

// holderOf is the folded name of whom or what the holder of phrase m is of, Selwick of "the Selwick
// manager". nil: the phrase tells none, or a person.
func (r *resolver) holderOf(m *mention.Mention) []string {
	of := r.realmOf(m.First, m.Head)
	if len(of) == 0 {
		of = r.realm(m.Head+1, m.PrintLast)
	}
	if len(of) == 0 {
		of = r.party(m)
	}
	if r.surnamed(of) {
		return nil
	}
	return of
}

// party is the folded party, or the body by its letters, of which the one word before the noun of phrase m tells: BJP of
// "the BJP leader". nil: it tells none.
func (r *resolver) party(m *mention.Mention) []string {
	k := m.Head - 1
	if k < m.First || k > m.First && !r.t.Tokens[k-1].Class.Has(mention.Determiner) {
		return nil
	}
	t := &r.t.Tokens[k]
	if t.Shape == mention.AllCaps && !t.Class.Has(mention.Demonym|mention.Place|mention.Title) || t.Shape == mention.Capital && r.t.Words.Party(r.word(int(k))) != "" {
		return r.fold(k, k+1)
	}
	return nil
}

// isWith reports whether the text puts entity e with what is called so.
func (r *resolver) isWith(e int, of []string) bool {
	x := &r.entities[e]
	return slices.ContainsFunc(x.with, func(s allegiance) bool { return r.holdsAll(s.words, of) || r.holdsAll(of, s.words) }) ||
		slices.ContainsFunc(x.roles, func(held role) bool { return r.heldWith(&held, of) })
}

// heldWith reports whether a role is held with what is called so.
func (r *resolver) heldWith(held *role, of []string) bool {
	return r.holdsAll(held.words, of) || len(held.realm) > 0 && r.holdsAll(of, held.realm)
}

// withOther reports whether the text puts entity e beside another name than what phrase m is of, and
// has named that before: "the Westmeath senator" may well be a Green of whom the text tells no more.
func (r *resolver) withOther(m *mention.Mention, e int, of []string) bool {
	return len(of) > 0 && slices.ContainsFunc(r.entities[e].with, func(s allegiance) bool { return s.beside }) && !r.isWith(e, of) && r.namedAbove(m, of)
}

// namedAbove reports whether one of the names shortly before mention m is so called.
func (r *resolver) namedAbove(m *mention.Mention, words []string) bool {
	i := r.indexOf(m)
	return slices.ContainsFunc(r.mentions[max(0, i-maxNamesAbove):i], func(c mention.Mention) bool {
		return c.Kind == mention.Name && c.NameLast-c.NameFirst == int32(len(words)) && r.holdsAll(words, r.fold(c.NameFirst, c.NameLast))
	})
}

// maxNamesAbove bounds the mentions that are searched for a name.
const maxNamesAbove = 128

// allied is whom phrase m means where the likeliest holder of its role is not with what it is of; -1:
// nobody.
func (r *resolver) allied(m *mention.Mention, h holders) int {
	of := h.of
	switch {
	case h.best >= 0 && r.isWith(h.best, of):
		return -1
	case h.best < 0 && len(of) == 0:
		of = r.ofBody(m)
	}
	return r.ally(m, h.noun, of)
}

// ally is the one person whom the text puts with what phrase m is of, and gives no role there that the
// phrase's noun cannot mean: who manages Selwick is "the Selwick boss", and its striker is not. -1: none, or several.
func (r *resolver) ally(m *mention.Mention, noun string, of []string) int {
	if len(of) == 0 {
		return -1
	}
	return r.onlyPerson(m, func(e int, x *Entity) bool { return r.isWith(e, of) && r.mayBe(x, noun, of) })
}

// onlyPerson is the one of the last people named so far whom phrase m may mean by its gender, and who fits;
// -1: none, or several.
func (r *resolver) onlyPerson(m *mention.Mention, fits func(e int, x *Entity) bool) int {
	return r.onlyEntity(func(e int, x *Entity) bool {
		return x.first >= 0 && x.Kind == quotes.SpeakerPerson && !clash(x.Gender, m.Gender) && fits(e, x)
	})
}

// mayBe reports whether entity x, which is with what is called so, may be there what the noun says.
func (r *resolver) mayBe(x *Entity, noun string, of []string) bool {
	there := false
	for _, held := range x.roles {
		if r.akin(held.noun, noun) || r.t.Words.Trait(noun)&mention.Loose != 0 {
			return true
		}
		there = there || r.heldWith(&held, of)
	}
	return !there
}

// ofBody is the folded noun for a body that phrase m has before its own: the union of "the union
// leader". nil: there is none.
func (r *resolver) ofBody(m *mention.Mention) []string {
	k := m.Head - 1
	if k < m.First || r.t.Tokens[k].Shape != mention.Lower || !r.t.Tokens[k].Class.Has(mention.Org) {
		return nil
	}
	return r.fold(k, k+1)
}
