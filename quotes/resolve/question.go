package resolve

import "onrecord/quotes/mention"

// Questions that somebody is told to put to another, and who replies.

// asker is who asked in the sentence before pronoun i, which replies: the Lee of "Lee asked whether
// she came. Yes, she replied", who answers no question of hers. -1: nobody.
func (r *resolver) asker(i int) int {
	m := &r.mentions[i]
	replies, turn, answers := r.replies(m), r.opensTurn(i), r.saysYes(i)
	if !replies && !turn && !answers {
		return -1
	}
	for j := i - 1; j >= 0 && j > i-reach && r.apart(m, j) <= 1; j-- {
		c := &r.mentions[j]
		if c.Sentence != m.Sentence && (replies && r.inquires(c) || (c.Kind == mention.Name || c.Kind == mention.Nominal) && (turn && c.Paragraph+1 == m.Paragraph || answers) && (r.putsQuestion(c) || r.leadsToQuestion(c))) {
			return j
		}
	}
	return -1
}

// leadsToQuestion reports whether mention c asks what stands behind its verb and a colon: "Lee asked: …"
func (r *resolver) leadsToQuestion(c *mention.Mention) bool {
	v := r.verb(c)
	return r.asks(c) && v+1 < len(r.t.Tokens) && r.t.Tokens[v+1].Punct == ':' && c.Quote < 0
}

// saysYes reports whether the words ascribed to mention i, right before it, open as an answer does: "Yes, …".
func (r *resolver) saysYes(i int) bool {
	if !r.opensWithSpeech(i) {
		return false
	}
	k, q := int(r.mentions[i].First)-1, int32(r.said[i][0])
	for r.t.Tokens[k].Quote != q {
		k--
	}
	for n := 0; n < longestYes && k > 0 && r.t.Tokens[k-1].Quote == q; n++ {
		k--
	}
	for r.t.Tokens[k].Shape == mention.Mark && k+1 < len(r.t.Tokens) {
		k++
	}
	return r.t.Words.Answering(r.word(k))
}

// longestYes bounds the words of an answer whose first is looked for.
const longestYes = 80

// sureAsked is the least confidence of a pronoun for whom is asked that settles who replies.
const sureAsked = 0.65

// inquiry is whom the sentence right before pronoun or phrase i, which speaks, asks what it then says, and who asks
// there: the Lee and the Ek of "Ek asked Lee whether she came. …, she said". -1: nobody.
func (r *resolver) inquiry(i int) (asked, asker int) {
	m := &r.mentions[i]
	asked = -1
	if !r.behindSpeech(i) && !(r.opens(m) && r.reports(m)) || m.Kind != mention.Nominal && !r.t.Tokens[m.First].Class.Has(mention.Subject) {
		return -1, -1
	}
	for j, c := range r.sentenceBefore(i) {
		switch {
		case m.Paragraph-c.Paragraph > 1:
			return -1, -1
		case asked >= 0 && r.leads(j):
			return asked, j
		case asked >= 0 || c.Kind != mention.Name && c.Kind != mention.Pro && c.Kind != mention.Nominal || !r.asked(c):
			continue
		}
		k, e := int(max(c.Last, c.PrintLast)), r.out[j].Entity
		if clash(c.Gender, m.Gender) || e >= 0 && clash(r.entities[e].Gender, m.Gender) || r.asksBack(i) {
			return -1, -1
		}
		if k >= len(r.t.Tokens) || r.t.Tokens[k].Sentence != c.Sentence || !r.t.Tokens[k].Class.Has(mention.That|mention.Subordinate) || !r.mainVerb(int(c.First)-1) {
			return -1, -1
		}
		asked = j
	}
	return asked, -1
}

// questioned is whom the sentence right before mention i, which speaks behind its words, tells to have been asked: the
// Lee of "Asked what she knew, Lee smiled. …, she said". -1: nobody.
func (r *resolver) questioned(i int) int {
	m := &r.mentions[i]
	if !r.behindSpeech(i) {
		return -1
	}
	for j, c := range r.sentenceBefore(i) {
		if m.Paragraph-c.Paragraph > 1 {
			return -1
		}
		if before := int(r.printed(c)) - 1; r.subject(j) && before > 0 && r.t.Tokens[before].Punct == ',' && r.opensWithQuestion(int(c.First)-r.fromStart(c)) && !clash(c.Gender, m.Gender) {
			return j
		}
	}
	return -1
}

// opensWithQuestion reports whether the sentence whose first token is k opens with what somebody was asked: "Asked
// whether", "When asked if", but not "Asked by Lee".
func (r *resolver) opensWithQuestion(k int) bool {
	if r.t.Tokens[k].Class.Has(mention.Subordinate) && k+1 < len(r.t.Tokens) {
		k++
	}
	return r.t.Words.Trait(r.t.Word(k))&mention.Asks != 0 && k+1 < len(r.t.Tokens) && !r.t.Tokens[k+1].Class.Has(mention.By)
}

// asksBack reports whether the words ascribed to mention i end with a question.
func (r *resolver) asksBack(i int) bool {
	return r.behindSpeech(i) && r.endsQuestion(int(r.mentions[i].First)-1)
}

// questionBefore reports whether the sentence of pronoun i, which speaks, opens with what it
// was asked: "Asked whether Lee would come, he said". Lee would be "he" there.
func (r *resolver) questionBefore(i int) bool {
	m := &r.mentions[i]
	if !r.speaks(i) || m.Quote >= 0 || !r.t.Tokens[m.First].Class.Has(mention.Subject) {
		return false
	}
	start := r.fromStart(m)
	k := int(m.First) - start
	if start < 3 || start >= longestStart || r.t.Tokens[m.First-1].Punct != ',' {
		return false
	}
	return r.opensWithQuestion(k)
}

// mainVerb reports whether nothing before the verb at k in its sentence opens another clause, as
// in "when Ek asked Lee" and "the man who asked Lee".
func (r *resolver) mainVerb(k int) bool {
	for n := k - 1; n >= 0 && n > k-longestStart && r.t.Tokens[n].Sentence == r.t.Tokens[k].Sentence; n-- {
		if t := &r.t.Tokens[n]; t.Shape == mention.Lower && t.Class.Has(mention.Subordinate|mention.Clause|mention.Who|mention.That|mention.Core) {
			return false
		}
	}
	return true
}

// asked reports whether the mention is whom somebody asks: "asked Lee whether".
func (r *resolver) asked(c *mention.Mention) bool {
	return r.behindAsking(c) && !r.endsSpeech(int(c.First)-2)
}

// behindAsking reports whether a verb of asking stands right before the mention.
func (r *resolver) behindAsking(c *mention.Mention) bool {
	k := int(c.First) - 1
	return k >= 0 && c.Quote < 0 && r.t.Tokens[k].Sentence == c.Sentence && r.t.Tokens[k].Trait&mention.Asks != 0
}

// inquires reports whether the mention is who asks, before or behind the verb.
func (r *resolver) inquires(c *mention.Mention) bool {
	if r.behindAsking(c) {
		return r.endsSpeech(int(c.First) - 2)
	}
	if r.putsQuestion(c) {
		return true
	}
	v := r.verb(c)
	return c.Quote < 0 && v > 0 && r.t.Tokens[v].Trait&mention.Asks != 0 && !r.t.Tokens[v-1].Class.Has(mention.Auxiliary|mention.Be)
}

// putsQuestion reports whether mention c is who says a question right before it: "…?" Judge Lee said.
func (r *resolver) putsQuestion(c *mention.Mention) bool {
	return c.Quote < 0 && (r.reports(c) && r.behindQuestion(c) || r.inverted(c) && r.endsQuestion(int(r.printed(c))-2))
}

// behindQuestion reports whether a question stands between quotation marks right before mention c.
func (r *resolver) behindQuestion(c *mention.Mention) bool {
	return r.endsQuestion(int(r.printed(c)) - 1)
}

// endsQuestion reports whether a question between quotation marks ends with token k.
func (r *resolver) endsQuestion(k int) bool {
	for paragraph := r.t.Tokens[max(k+1, 0)].Paragraph; k >= 0 && r.t.Tokens[k].Shape == mention.Mark && r.t.Tokens[k].Paragraph == paragraph; k-- {
		if r.t.Tokens[k].Punct == '?' && r.t.Tokens[k].Quote >= 0 {
			return true
		}
	}
	return false
}

// asks reports whether the mention's verb is one of asking.
func (r *resolver) asks(c *mention.Mention) bool {
	v := r.verb(c)
	return v >= 0 && r.t.Tokens[v].Trait&mention.Asks != 0
}

// replies reports whether the mention's verb is one of answering.
func (r *resolver) replies(c *mention.Mention) bool {
	v := r.verb(c)
	return v >= 0 && r.t.Tokens[v].Trait&mention.Replies != 0
}
