package resolve

import (
	"onrecord/quotes"
	"onrecord/quotes/mention"
)

// teller is who goes on in the speech of pronoun i, since the sentence before is theirs by
// what it ends with or says by the way: the Lee of "The rain will stop, Lee said. …, he
// said". -1: nobody.
func (r *resolver) teller(i int) int {
	m := &r.mentions[i]
	if !r.opensWithSpeech(i) && !(r.speaks(i) && m.Quote < 0 && r.t.Tokens[m.First].Class.Has(mention.Subject) && r.fromStart(m) == 0 && r.reports(m)) {
		return -1
	}
	for j := i - 1; j >= 0 && j > i-reach && m.Paragraph-r.mentions[j].Paragraph <= 1 && r.apart(m, j) <= 1; j-- {
		if c := &r.mentions[j]; c.Quote < 0 && r.toldByTheWay(j) {
			return j
		}
	}
	return -1
}

// opensWithSpeech reports whether pronoun i, a subject outside quotes, speaks in a sentence
// that opens with what it says.
func (r *resolver) opensWithSpeech(i int) bool {
	return r.t.Tokens[r.mentions[i].First].Class.Has(mention.Subject) && r.behindSpeech(i)
}

// behindSpeech reports whether mention i stands right behind words of its own.
func (r *resolver) behindSpeech(i int) bool {
	m := &r.mentions[i]
	if !r.speaks(i) || m.Quote >= 0 {
		return false
	}
	k := int(m.First) - 1
	for k >= 0 && r.t.Tokens[k].Quote < 0 && r.t.Tokens[k].Shape == mention.Mark && r.t.Tokens[k].Sentence == m.Sentence {
		k--
	}
	return k >= 0 && r.t.Tokens[k].Quote >= 0 && r.t.Tokens[k].Quote == int32(r.said[i][0])
}

// toldByTheWay reports whether a comma sets off that person j said what the sentence is:
// "…, Lee said." and "…, said Lee, a guard." The sentence has no quote.
func (r *resolver) toldByTheWay(j int) bool {
	c, e := &r.mentions[j], r.out[j].Entity
	if c.Kind != mention.Name || c.Owner || e < 0 || r.entities[e].Kind != quotes.SpeakerPerson || r.entities[e].Gender == mention.Unknown && !r.personlike(&r.entities[e], c) {
		return false
	}
	first := int(r.printed(c))
	if first > 0 && r.t.Tokens[first-1].Class.Has(mention.Core) && r.t.Tokens[first-1].Shape == mention.Lower {
		if k := int(c.Last); k < len(r.t.Tokens) && r.t.Tokens[k].Sentence == c.Sentence && r.t.Tokens[k].Shape != mention.Mark {
			return false // "said Lee was late"
		}
		first-- // said Lee
	} else if v := r.verb(c); v != int(c.PrintLast) || !r.t.Tokens[v].Class.Has(mention.Core) || !r.closes(v+1, c.Sentence) {
		return false
	}
	return r.setsOffTeller(first, c)
}

// setsOffTeller reports whether a comma ends, right before token first of the sentence of name c, what
// the reporter tells in words that are not, or only here and there, between quotation marks.
func (r *resolver) setsOffTeller(first int, c *mention.Mention) bool {
	comma := first - 1
	if comma < 1 || r.t.Tokens[comma].Sentence != c.Sentence {
		return false
	}
	if r.t.Tokens[comma].Punct == ',' && r.t.Tokens[comma].Quote < 0 && r.t.Tokens[comma-1].Quote < 0 {
		return true
	}
	for comma > 0 && r.t.Tokens[comma].Shape == mention.Mark && r.t.Tokens[comma].Punct != ',' {
		comma--
	}
	start := int(c.First) - r.fromStart(c)
	return r.t.Tokens[comma].Punct == ',' && r.t.Tokens[start].Quote < 0
}

// closes reports whether the sentence or the clause ends before token k.
func (r *resolver) closes(k int, sentence int32) bool {
	return k >= len(r.t.Tokens) || r.t.Tokens[k].Sentence != sentence || r.t.Tokens[k].Shape == mention.Mark || r.t.Tokens[k].Class.Has(mention.Date|mention.Preposition)
}
