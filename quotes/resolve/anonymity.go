package resolve

import "onrecord/quotes/mention"

const (
	// longestWish bounds the words up to where is told that somebody wants no name.
	longestWish = 40
	// longestRefusal bounds those from the word that denies a name to the word for it.
	longestRefusal = 8
)

// wantsNoName reports whether the sentence of mention i goes on to tell that whom it means is not to be
// named: "said a teacher, who asked not to be identified", "spoke on condition of anonymity". No name
// near it is theirs then.
func (r *resolver) wantsNoName(i int) bool {
	m := &r.mentions[i]
	denied, named := 0, 0 // words for which a denial, or the word for a name, still holds
	for k := int(m.Last); k < len(r.t.Tokens) && k < int(m.Last)+longestWish && r.t.Tokens[k].Sentence == m.Sentence; k, denied, named = k+1, denied-1, named-1 {
		t := &r.t.Tokens[k]
		if t.Quote != m.Quote || t.Shape != mention.Lower {
			continue
		}
		kind := r.t.Words.Anonymity(r.t.Word(k))
		switch {
		case t.Class.Has(mention.That) && !t.Class.Has(mention.Who) && k+1 < len(r.t.Tokens) && !r.t.Tokens[k+1].Class.Has(mention.Possessive|mention.Pronoun):
			return false // "replied that nobody had been named", but not "asked that her name"
		case kind == "anonymity", kind == "name" && denied > 0, kind == "denial" && named > 0:
			return true
		case kind == "denial", t.Class.Has(mention.Negative):
			denied = longestRefusal
		case kind == "name":
			named = longestRefusal
		}
	}
	return false
}
