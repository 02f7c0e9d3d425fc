package resolve

import (
	"slices"
	"strings"

	"onrecord/quotes"
	"onrecord/quotes/mention"
)

// What the phrases beside the name of a body say of it.

// bodyBefore is the word for a body right before mention i, which names it: "the
// union CWA", "the operator, Harbour Lines, said". -1: none.
func (r *resolver) bodyBefore(i int) int {
	m := &r.mentions[i]
	if i == 0 || m.First < m.NameFirst || m.Being == mention.Location || m.Being == mention.People {
		return -1
	}
	p := &r.mentions[i-1]
	if p.Sentence != m.Sentence || p.Quote != m.Quote {
		return -1
	}
	for j := i - 2; j >= 0 && j > i-5 && r.mentions[j].Sentence == m.Sentence; j-- {
		if h := &r.mentions[j]; h.Kind == mention.Nominal && (h.PrintLast >= p.Last || r.doneTo(h, p.Last, m)) {
			return -1 // "the head of the dockers' union, Ann Lee,", "a welder hired by the firm, Ann Lee,"
		}
	}
	k := int(m.Last)
	switch {
	case p.Kind == mention.Several && p.Owned && !r.oneOf(i-1) && p.Last == m.First-1 && r.t.Tokens[p.Last].Punct == ',' && r.asideEnds(k):
		return i - 1 // "the park's owners, Seaview Leisure, said"
	case p.Kind != mention.Body && !(r.eitherNoun(p) && m.Being == mention.Organisation) || !p.Definite || p.Plural:
		return -1
	case p.Last == m.First && m.Being == mention.Organisation:
		return i - 1
	case r.t.Tokens[p.Last].Punct == ',' && m.Gender == mention.Unknown && int(p.Last) == r.beforeArticle(m) && k < len(r.t.Tokens) && r.t.Tokens[k].Punct == ',':
		return i - 1
	}
	return -1
}

// bodyAfter is the phrase behind mention i, a name, that tells which body it is of:
// "Elder Care Now, a charity,". -1: none.
func (r *resolver) bodyAfter(i int) int {
	m := &r.mentions[i]
	if i+1 >= len(r.mentions) || m.Being == mention.Person || m.Being == mention.Location || m.Gender != mention.Unknown || m.First < m.NameFirst {
		return -1
	}
	next := i + 1
	n := &r.mentions[next]
	first := n.First
	switch {
	case n.Kind == mention.Name && n.Owner && n.Being == mention.Location && next+1 < len(r.mentions) && r.mentions[next+1].First == n.Last+1:
		next++ // "Brightwater, Fernia's largest bank,"
		n = &r.mentions[next]
	case n.Owned && len(r.ownerNoun(first)) > 0:
		if first -= 2; r.t.Tokens[first-1].Class.Has(mention.Determiner) {
			first-- // "Our Quay, a residents' group,"
		}
	case n.Owned:
		return -1
	}
	if n.Kind != mention.Body || n.Plural || first != m.Last+1 || n.Quote != m.Quote || r.t.Tokens[m.Last].Punct != ',' {
		return -1
	}
	if k := int(n.PrintLast); k < len(r.t.Tokens) && (r.t.Tokens[k].Punct == ',' || r.t.Tokens[k].Punct == '.' || r.t.Tokens[k].Class.Has(mention.That|mention.Who|mention.Past)) {
		return next
	}
	return -1
}

// beforeArticle is the token before name m, its article and the word that tells where it has its
// seat, "the Oslo-based"; -1: none.
func (r *resolver) beforeArticle(m *mention.Mention) int {
	k := int(m.First) - 1
	if k > 0 && r.seated(k) {
		k--
	}
	if k > 0 && r.t.Tokens[k].Class.Has(mention.Definite) {
		k--
	}
	return k
}

// seated reports whether the word at k ends as Oslo-based does.
func (r *resolver) seated(k int) bool {
	word := r.t.Word(k)
	hyphen := strings.LastIndexByte(word, '-')
	return hyphen > 0 && r.t.Words.Trait(word[hyphen+1:])&mention.Hyphened != 0
}

// bodyIntroduced is the phrase that leads the sentence of mention i, a body's name, and
// only says what the name is then: "A group for commuters, the Fernwick Platform,". -1:
// none.
func (r *resolver) bodyIntroduced(i int) int {
	m := &r.mentions[i]
	comma := r.beforeArticle(m)
	if m.Being != mention.Organisation || comma < 1 || r.t.Tokens[comma].Punct != ',' || !r.asideEnds(int(m.Last)) {
		return -1
	}
	for j := i - 1; j >= 0 && j > i-4 && r.mentions[j].Sentence == m.Sentence; j-- {
		p := &r.mentions[j]
		if p.Kind == mention.Body && !p.Plural && r.leads(j) && r.out[j].Entity < 0 && r.onlyTells(int(p.Last), comma) {
			return j
		}
	}
	return -1
}

// onlyTells reports whether no mark and no finite verb stands among tokens [k, end).
func (r *resolver) onlyTells(k, end int) bool {
	return end-k <= longestComplement && !slices.ContainsFunc(r.t.Tokens[k:end], func(t mention.Token) bool {
		return t.Shape == mention.Mark || t.Class.Has(mention.Auxiliary) || t.Class.Has(mention.Core) && !t.Class.Has(mention.Participle)
	})
}

// bodyNoun notes that the noun for a body stands before mention i without being
// a mention of its own: "the advocacy group Elder Care Now".
func (r *resolver) bodyNoun(i int) {
	m := &r.mentions[i]
	k := int(m.First) - 1
	if k < 0 || m.First < m.NameFirst || m.Being == mention.Location || m.Being == mention.People || m.Gender != mention.Unknown {
		return
	}
	if k > 1 && r.t.Tokens[k].Trait&mention.Calls != 0 {
		k-- // "a group called Elder Care Now"
	}
	t := &r.t.Tokens[k]
	if t.Sentence == m.Sentence && t.Quote == m.Quote && (t.Shape == mention.Lower || t.Shape == mention.AllCaps || r.opensAt(int32(k))) && (!t.Class.Has(mention.Role) || r.ofBrand(m, t)) && r.t.Tokens[k].Trait&mention.AnyBody != 0 {
		r.things[r.key(m)], r.nouned[r.key(m)], r.withNoun[i] = true, true, true
		if e := r.out[i].Entity; e >= 0 && !r.entities[e].titled {
			r.entities[e].Kind, r.entities[e].person = quotes.SpeakerOrganisation, false
			r.called[r.word(k)] = e
			r.beside(e, r.nounPhraseBefore(int32(k)), int32(k))
		}
	}
}

// ofBrand reports whether name m, of one word that is no first name, is a body's behind a noun that may be a
// person's, too: "the brewer Brightwater". People come in by two names.
func (r *resolver) ofBrand(m *mention.Mention, noun *mention.Token) bool {
	return noun.Class.Has(mention.Org) && m.NameLast-m.NameFirst == 1 && m.Being != mention.Person && !r.given(r.key(m)) && len(r.byLast[r.key(m)]) == 0
}

// tieBody makes the word for a body of mention p, and the same word later on,
// name the body of mention i.
func (r *resolver) tieBody(i, p int) {
	m := &r.mentions[i]
	if r.out[i].Entity < 0 {
		r.name(i, r.single(i, r.key(m), r.print(m.NameFirst, r.nameEnd(m))))
	}
	e := r.out[i].Entity
	r.entities[e].Kind, r.entities[e].person = quotes.SpeakerOrganisation, false
	r.out[p] = Resolution{Entity: e, Confidence: sureBeside, Second: -1}
	r.called[r.head(&r.mentions[p])] = e
	r.beside(e, r.mentions[p].First, r.mentions[p].Head)
}

// eitherNoun reports whether the noun of phrase n may be a body's as well as a
// person's: the developer, the operator.
func (r *resolver) eitherNoun(n *mention.Mention) bool {
	c := r.t.Tokens[n.Head].Class
	return c.Has(mention.Role) && c.Has(mention.Org)
}
