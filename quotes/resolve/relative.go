package resolve

import (
	"onrecord/quotes"
	"onrecord/quotes/mention"
)

// relative resolves "who" to what stands right before it, an aside between them or
// not: "Lee (Lib), who said", "Lee, the head of trade, who said".
func (r *resolver) relative(i int) {
	m := &r.mentions[i]
	if first := r.whoBefore(i); first >= 0 {
		r.out[i] = r.out[first]
		return
	}
	before, body := r.beforeDenied(i, r.beforeAside(m)), -1
	for j := i - 1; j >= 0 && j > i-5 && r.mentions[j].Sentence == m.Sentence; j-- {
		c := &r.mentions[j]
		adjacent := max(c.Last, c.PrintLast) >= before || r.governs(c, before) || r.reaches(c, before)
		if c.First > before || c.First == before && r.t.Tokens[before].Shape == mention.Mark || !adjacent && (c.Governed || c.Owner || c.Kind != mention.Nominal || c.Definite) {
			continue
		}
		if r.out[j].Entity < 0 && r.speaks(i) && (c.Kind == mention.Nominal && !c.Definite || c.Kind == mention.Several) {
			r.asWritten(j)
		}
		if adjacent && r.out[j].Entity < 0 && c.Kind == mention.Nominal && !c.Governed && c.First > 0 && r.t.Tokens[c.First-1].Shape == mention.Lower {
			break // "a lawyer asked the mayor, who said"
		}
		if e := r.out[j].Entity; e >= 0 && (r.entities[e].Kind == quotes.SpeakerOrganisation || r.whence(j)) {
			body = max(body, e) // "Lee of the Harbour Party, who said", "a nurse from Ely, who"
		} else if e >= 0 {
			r.out[i] = Resolution{Entity: e, Confidence: surePronounName, Second: -1}
			return
		}
	}
	if body >= 0 {
		r.out[i] = Resolution{Entity: body, Confidence: surePronounName, Second: -1}
		return
	}
	r.out[i].Reason = "nobody stands before the pronoun"
}

// beforeDenied is before, or the comma before the name that ends there and is not who is meant: "It was Lee,
// not Kim, who".
func (r *resolver) beforeDenied(i int, before int32) int32 {
	for j := i - 1; j >= 0 && j > i-3; j-- {
		c := &r.mentions[j]
		first := r.printed(c)
		if first > 2 && r.t.Tokens[first-1].Class.Has(mention.Definite) {
			first--
		}
		if c.Last == before && first > 1 && r.t.Tokens[first-1].Class.Has(mention.Negative) && r.t.Tokens[first-2].Punct == ',' {
			return first - 2
		}
	}
	return before
}

// whence reports whether mention j, a name of one word, stands where a place does: behind
// "in", or behind what somebody without a name is called, "a nurse from Ely".
func (r *resolver) whence(j int) bool {
	c := &r.mentions[j]
	if c.Kind != mention.Name || c.Being == mention.Person || c.Last != c.First+1 || c.First == 0 {
		return false
	}
	if j > 0 {
		if p := &r.mentions[j-1]; p.Kind == mention.Nominal && !p.Definite && p.Being == mention.Person && p.Last == c.First-1 && r.t.Tokens[p.Last].Class.Has(mention.Preposition) {
			return true
		}
	}
	return r.t.Tokens[c.First-1].Trait&mention.Wherein != 0
}

// whoBefore is the first "who" that mention i, "and who", goes on: "Lee, who comes from
// the port and who said". -1: there is none, or it tells nobody.
func (r *resolver) whoBefore(i int) int {
	m := &r.mentions[i]
	if m.First == 0 || !r.t.Tokens[m.First-1].Class.Has(mention.Conjunction) {
		return -1
	}
	for j := i - 1; j >= 0 && j > i-reach && r.mentions[j].Sentence == m.Sentence; j-- {
		c := &r.mentions[j]
		if c.Kind == mention.Pro && c.Quote == m.Quote && r.t.Tokens[c.First].Class.Has(mention.Who) && r.out[j].Entity >= 0 {
			return j
		}
	}
	return -1
}

// reaches reports whether what name c is of or from goes on up to token before: "Lee
// of the Harbour Party".
func (r *resolver) reaches(c *mention.Mention, before int32) bool {
	k := c.Last
	if c.Kind != mention.Name || k >= before || before-k > longestComplement || !r.t.Tokens[k].Class.Has(mention.Preposition) {
		return false
	}
	for ; k < before; k++ {
		if t := &r.t.Tokens[k]; t.Shape == mention.Mark || t.Shape == mention.Lower && t.Class.Has(mention.Verb|mention.Past|mention.Auxiliary) && !t.Class.Has(mention.Noun) {
			return false
		}
	}
	return true
}

// beforeAside is the token behind the phrase that "who", mention m, goes on, without
// the comma, brackets and age between them.
func (r *resolver) beforeAside(m *mention.Mention) int32 {
	k := m.First - 1
	if k >= 2 && r.t.Tokens[k].Punct == ',' && r.t.Tokens[k-1].Shape == mention.Number && r.t.Tokens[k-2].Punct == ',' {
		k -= 2
	}
	if k < 2 || r.t.Tokens[k].Punct != ',' || r.t.Tokens[k-1].Punct != ')' {
		return k
	}
	for open := k - 2; open > 0 && open > k-longestComplement && r.t.Tokens[open].Sentence == m.Sentence; open-- {
		if r.t.Tokens[open].Punct == '(' {
			return open
		}
	}
	return k
}
