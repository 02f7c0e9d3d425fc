package resolve

import (
	"slices"

	"onrecord/quotes/mention"
)

// One out of several: "one of them", "another", "the third baker".

// nounless reports whether mention c is one without a noun: "one of them", "another".
func (r *resolver) nounless(c *mention.Mention) bool {
	return c.Kind == mention.Nominal && c.Head == c.First && r.t.Tokens[c.Head].Trait&mention.Single != 0
}

// longestDescription bounds the words that tell who one of several is.
const longestDescription = 8

// whoOneIs is the tokens behind phrase c, "one of them" or "another", and a comma that tell
// who that is: "a former shearer in his 60s". Empty: none do.
func (r *resolver) whoOneIs(c *mention.Mention) (first, last int32) {
	k := c.PrintLast
	if !r.nounless(c) || int(k)+1 >= len(r.t.Tokens) || r.t.Tokens[k].Punct != ',' {
		return 0, 0
	}
	first = k + 1
	if t := &r.t.Tokens[first]; !t.Class.Has(mention.Determiner) || t.Class.Has(mention.Definite) {
		return 0, 0
	}
	for last = first; int(last) < len(r.t.Tokens) && last < first+longestDescription; last++ {
		switch t := &r.t.Tokens[last]; {
		case t.Sentence != c.Sentence || t.Quote != c.Quote:
			return 0, 0
		case t.Punct == ',' || t.Class.Has(mention.Who):
			return first, last
		case t.Shape == mention.Mark && t.Punct != '-' || t.Class.Has(mention.Auxiliary|mention.Subject|mention.That):
			return 0, 0
		}
	}
	return 0, 0
}

// singled reports whether mention j, one without a noun, is a person for all that its
// sentence tells: "one of them said", "another, who", "one of them, a baker,".
func (r *resolver) singled(j int) bool {
	c := &r.mentions[j]
	return r.leads(j) && (r.reports(c) || r.whoBehind(j) || r.calledByRole(c))
}

// calledByRole reports whether what tells who phrase c, "one of them", is has a role in it.
func (r *resolver) calledByRole(c *mention.Mention) bool {
	first, last := r.whoOneIs(c)
	return slices.ContainsFunc(r.t.Tokens[first:last], func(t mention.Token) bool { return t.Class.Has(mention.Role) })
}

// numbered reports whether phrase c counts those of its noun: "the third baker".
func (r *resolver) numbered(c *mention.Mention) bool {
	for k := c.First + 1; k < c.Head && c.Definite; k++ {
		if r.t.Tokens[k].Trait&mention.Single != 0 {
			return true
		}
	}
	return false
}
