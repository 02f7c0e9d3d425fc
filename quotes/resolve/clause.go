package resolve

import "onrecord/quotes/mention"

// reports reports whether the mention's verb is one of speech: what the sentence
// says is then its words.
func (r *resolver) reports(c *mention.Mention) bool {
	v := r.verb(c)
	return v >= 0 && r.t.Tokens[v].Class.Has(mention.Core|mention.Speech) && c.Quote < 0
}

// subject reports whether mention j is the first free one of its sentence, or a
// verb follows it, perhaps behind an aside.
func (r *resolver) subject(j int) bool {
	c := &r.mentions[j]
	return !r.governed(j) && !c.Owner && (r.leads(j) || r.verb(c) >= 0)
}

// leads reports whether mention j is the first free one of its sentence.
func (r *resolver) leads(j int) bool {
	c := &r.mentions[j]
	if r.governed(j) || c.Owner {
		return false
	}
	for k := j - 1; k >= 0 && k > j-8; k-- {
		p := &r.mentions[k]
		if p.Sentence != c.Sentence {
			return true
		}
		if p.Governed || p.Owner || p.Quote != c.Quote || r.out[k].Entity >= 0 && r.out[k].Entity == r.out[j].Entity {
			continue
		}
		if p.Last != c.First-1 || !r.t.Tokens[p.Last].Class.Has(mention.Conjunction) {
			return false
		}
	}
	return true
}

// longestAside bounds the words between a subject and its verb.
const longestAside = 30

// verb is the finite verb that follows the mention, perhaps behind asides
// between commas, dashes or brackets; -1: none.
func (r *resolver) verb(c *mention.Mention) int {
	k, limit := int(c.PrintLast), min(len(r.t.Tokens), int(c.PrintLast)+longestAside)
	for k < limit && r.t.Tokens[k].Sentence == c.Sentence {
		t := &r.t.Tokens[k]
		switch {
		case t.Shape == mention.Mark:
			if k = r.asideEnd(k, limit); k < 0 || r.objectOf(c) {
				return -1
			}
		case t.Class.Has(mention.Adverb):
			k++
		case t.Class.Has(mention.Auxiliary) && !t.Class.Has(mention.Genitive) && k+1 < limit && r.t.Tokens[k+1].Class.Has(mention.Core|mention.Speech):
			k++ // "has said"
		case t.Shape == mention.Lower && t.Class.Has(mention.Auxiliary|mention.Verb|mention.Past) && !t.Class.Has(mention.Participle|mention.Genitive):
			return k
		default:
			return -1
		}
	}
	return -1
}

// objectOf reports whether mention c stands right behind a participle that describes somebody else: the
// Lee of "a lawyer representing Lee, Ann Ek, said".
func (r *resolver) objectOf(c *mention.Mention) bool {
	k := int(c.First) - 1
	return k > 0 && r.t.Tokens[k].Shape == mention.Lower && r.t.Tokens[k].Sentence == c.Sentence && r.t.Tokens[k].Class.Has(mention.Participle) && !r.t.Tokens[k].Class.Has(mention.Preposition)
}

// asideEnd is the token behind the aside that the mark at k opens, -1 if it
// opens none.
func (r *resolver) asideEnd(k, limit int) int {
	closing := r.t.Tokens[k].Punct
	switch closing {
	case '(':
		closing = ')'
	case ',', '-':
	default:
		return -1
	}
	for j := k + 1; j < limit && r.t.Tokens[j].Sentence == r.t.Tokens[k].Sentence; j++ {
		if r.t.Tokens[j].Shape == mention.Mark && r.t.Tokens[j].Punct == closing {
			return j + 1
		}
	}
	return -1
}

// governed reports whether a preposition stands before mention j, or before the
// one that "and" joins it to.
func (r *resolver) governed(j int) bool {
	c := &r.mentions[j]
	if c.Governed || j == 0 {
		return c.Governed
	}
	p := &r.mentions[j-1]
	return p.Governed && p.Last == c.First-1 && r.t.Tokens[p.Last].Class.Has(mention.Conjunction)
}

// endsSpeech reports whether token k is between quotation marks, so that what follows it tells whose
// it is: "…?" asked Lee.
func (r *resolver) endsSpeech(k int) bool { return k >= 0 && r.t.Tokens[k].Quote >= 0 }

// byline reports whether the mention stands in a line like "By Ann Lee, health
// editor", which names who writes and not whom the article is about.
func (r *resolver) byline(c *mention.Mention) bool {
	first, end := int(r.t.First[c.Paragraph]), int(r.t.First[c.Paragraph+1])
	return end-first <= longestByline && r.t.Tokens[first].Class.Has(mention.By) &&
		r.t.Tokens[end-1].Punct != '.'
}

// longestByline bounds the words of a byline.
const longestByline = 16
