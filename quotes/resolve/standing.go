package resolve

import "onrecord/quotes/mention"

// place is where in its sentence a mention stands.
type place uint8

// The places.
const (
	unseen    place = iota
	leading         // the first free one of its sentence
	acting          // before a verb
	possessor       // the Kim of "Kim's envoy"
	governed        // behind a preposition
	told            // right behind a verb of speech: "asked Lee"
	object          // right behind another verb
	beside          // behind a comma or the like
	elsewhere
	places
)

// reporting is added to a place where the mention's verb is one of speech.
const reporting = 16

func (p place) acts() bool { return p&^reporting == leading || p&^reporting == acting }

// place is where mention j stands.
func (r *resolver) place(j int) place {
	if r.places[j] == unseen {
		r.places[j] = r.findPlace(j)
	}
	return r.places[j]
}

func (r *resolver) findPlace(j int) place {
	c := &r.mentions[j]
	if r.inverted(c) {
		return acting | reporting
	}
	switch v := r.verb(c); {
	case c.Owner:
		return possessor
	case r.governed(j):
		return governed
	case r.leads(j):
		return leading | r.reporting(v)
	case v >= 0:
		return acting | r.reporting(v)
	}
	if k := int(c.First) - 1; k >= 0 && r.t.Tokens[k].Sentence == c.Sentence {
		switch t := &r.t.Tokens[k]; {
		case t.Shape == mention.Mark:
			return beside
		case t.Class.Has(mention.Verb):
			return told
		case t.Class.Has(mention.Past | mention.PastBase):
			return object
		}
	}
	return elsewhere
}

// reporting is what verb v adds to a place, -1 for none.
func (r *resolver) reporting(v int) place {
	if v >= 0 && r.t.Tokens[v].Class.Has(mention.Core|mention.Speech) {
		return reporting
	}
	return 0
}

// inverted reports whether the mention is the subject of a verb of speech before
// it, behind what is said: "…, said Lee".
func (r *resolver) inverted(c *mention.Mention) bool {
	k := int(c.First) - 1
	if c.RoleFirst < c.RoleLast && c.RoleFirst < c.First {
		k = int(c.RoleFirst) - 1
	}
	if k < 1 || r.t.Tokens[k].Sentence != c.Sentence || !r.t.Tokens[k].Class.Has(mention.Core) || r.t.Tokens[k].Shape != mention.Lower {
		return false
	}
	t := &r.t.Tokens[k-1]
	return t.Shape == mention.Mark && (t.Punct == ',' || t.Punct == '"' || t.Punct == '\'')
}
