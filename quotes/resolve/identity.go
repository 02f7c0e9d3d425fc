package resolve

import (
	"onrecord/quotes"
	"onrecord/quotes/mention"
)

// longestWay bounds the words between whoever is identified and the name: "later
// identified by the Lagos State police command (LSPC) as".
const longestWay = 14

// identified is the phrase of whom mention i is the name that became known: "a man
// later identified as X", "a neighbour who asked to be named only as X",
// "the driver, named by the police as X". -1: none.
func (r *resolver) identified(i int) int {
	m := &r.mentions[i]
	as := int(m.First) - 1
	if as < 2 || !r.t.Tokens[as].Class.Has(mention.As) || r.t.Tokens[as].Sentence != m.Sentence {
		return -1
	}
	verb := r.identifies(as)
	if verb < 0 {
		return -1
	}
	for j := i - 1; j >= 0 && j > i-8 && r.mentions[j].Sentence == m.Sentence; j-- {
		p := &r.mentions[j]
		if p.Kind != mention.Nominal || p.Plural || p.Quote != m.Quote || r.out[j].Entity >= 0 || int(p.Last) > verb {
			continue
		}
		behind := &r.t.Tokens[p.PrintLast]
		if behind.Punct == ',' {
			behind = &r.t.Tokens[p.PrintLast+1]
		}
		if p.Definite && !r.asideAt(p, verb) && !behind.Class.Has(mention.Who) {
			continue
		}
		if behind.Class.Has(mention.Who) || int(p.PrintLast) >= verb-2 {
			return j
		}
	}
	return -1
}

// identifies is the verb that tells by whom somebody is identified with the "as" at
// token as: "named by the news agency as". -1: none.
func (r *resolver) identifies(as int) int {
	for k := as - 1; k >= 0 && k > as-longestWay && r.t.Tokens[k].Sentence == r.t.Tokens[as].Sentence; k-- {
		t := &r.t.Tokens[k]
		if r.t.Tokens[k].Trait&mention.Identifies != 0 {
			return k
		}
		if t.Quote != r.t.Tokens[as].Quote || t.Shape == mention.Mark && t.Punct != '(' && t.Punct != ')' {
			return -1
		}
	}
	return -1
}

// asideAt reports whether the verb opens an aside on mention p: "The officer, named".
func (r *resolver) asideAt(p *mention.Mention, verb int) bool {
	return int(p.PrintLast)+1 == verb && r.t.Tokens[p.PrintLast].Punct == ','
}

// asideEnds reports whether a comma and a verb stand at token k.
func (r *resolver) asideEnds(k int) bool {
	return k+1 < len(r.t.Tokens) && r.t.Tokens[k].Punct == ',' && r.t.Tokens[k+1].Shape == mention.Lower &&
		r.t.Tokens[k+1].Class.Has(mention.Verb|mention.Auxiliary|mention.Past)
}

// longestNaming bounds the words between a noun for a name and the name.
const longestNaming = 4

// namesThemselves is the phrase of whoever gives, before mention i, that as their name:
// "a neighbour, who gave her name only as X", "a user going by the handle X", "the boy,
// who said his name was X", "a worker who asked to be called X". -1: none.
func (r *resolver) namesThemselves(i int) int {
	m := &r.mentions[i]
	k := r.appellation(m)
	if k < 0 {
		return -1
	}
	for j := i - 1; j >= 0 && j > i-6 && r.mentions[j].Sentence == m.Sentence; j-- {
		p := &r.mentions[j]
		if p.Kind != mention.Nominal || p.Being != mention.Person || p.Plural || p.Quote != m.Quote || int(p.Last) > k {
			continue
		}
		if r.out[j].Entity >= 0 {
			return -1
		}
		behind := int(p.PrintLast)
		if behind < k && r.t.Tokens[behind].Punct == ',' {
			behind++
		}
		if c := r.t.Tokens[behind].Class; !c.Has(mention.Who) && (r.t.Tokens[behind].Shape != mention.Lower || p.Definite || c.Has(mention.Past|mention.Auxiliary)) {
			return -1 // "The man gave his name" tells of whom the text has told
		}
		return j
	}
	return -1
}

// takesName ties the phrase of whoever names themselves with mention i to that name, which
// is theirs though others have it.
func (r *resolver) takesName(i int) {
	p := r.namesThemselves(i)
	if p < 0 || r.out[p].Entity >= 0 {
		return
	}
	if m := &r.mentions[i]; r.out[i].Entity < 0 && (len(r.byLast[r.key(m)]) > 0 || len(r.byFirst[r.key(m)]) > 0) {
		r.name(i, r.add(Entity{Name: r.print(m.NameFirst, r.nameEnd(m)), Kind: quotes.SpeakerPerson, Gender: m.Gender, parts: []string{r.key(m)}}))
	}
	r.tie(i, p)
}

// appellation is the token that begins the telling of a name right before mention m, the
// "her" of "her name only as X", the "called" of "to be called X". -1: there is none.
func (r *resolver) appellation(m *mention.Mention) int {
	k := int(m.First) - 1
	if k < 3 {
		return -1
	}
	if r.t.Tokens[k].Trait&mention.Calls != 0 && r.t.Tokens[k-1].Class.Has(mention.Be) && r.t.Tokens[k-2].Class.Has(mention.To) {
		return k - 2
	}
	for n := k; n > 1 && n > k-longestNaming && r.t.Tokens[n].Sentence == m.Sentence; n-- {
		if !r.t.Words.Appellation(r.t.Word(n)) {
			if c := r.t.Tokens[n].Class; !c.Has(mention.As|mention.Be|mention.Adverb) && !(r.t.Tokens[n].Punct == ',' && n == k) {
				return -1
			}
			continue
		}
		for own := n - 1; own > 0 && own > n-3; own-- {
			if c := r.t.Tokens[own].Class; c.Has(mention.Genitive) {
				return -1 // his brother's name
			} else if c.Has(mention.Possessive|mention.Definite) || r.t.Tokens[own].Trait&mention.OfThing != 0 {
				return own
			}
		}
		return -1
	}
	return -1
}
