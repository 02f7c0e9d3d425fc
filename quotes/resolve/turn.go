package resolve

import (
	"onrecord/quotes"
	"onrecord/quotes/mention"
)

// opensTurn reports whether the words ascribed to pronoun i open its paragraph, as another's turn in an
// exchange does.
func (r *resolver) opensTurn(i int) bool {
	m := &r.mentions[i]
	return r.opensWithSpeech(i) && r.t.Tokens[r.t.First[m.Paragraph]].Quote == int32(r.said[i][0])
}

// spokenTo is to whom somebody speaks in the sentence before pronoun i, which reacts to it: the Ek of
// "Lee told Ek to leave. She refused". -1: nobody.
func (r *resolver) spokenTo(i int) int {
	m := &r.mentions[i]
	v := r.verb(m)
	if v < 0 || m.Quote >= 0 || !r.replies(m) && !r.t.Words.Reacts(r.word(v)) {
		return -1
	}
	for j, c := range r.sentenceBefore(i) {
		if e := r.out[j].Entity; c.Kind == mention.Name && e >= 0 && r.place(j) == told && !r.endsSpeech(int(r.printed(c))-2) && !clash(r.entities[e].Gender, m.Gender) && r.ledByAnother(j) {
			return j
		}
	}
	return -1
}

// whoAnswers is whom phrase i, which replies to somebody's question, means: the last who said anything
// before that question, "Ann Lee said she ran. “Why?” asked Ek. …, the witness replied". -1: nobody.
func (r *resolver) whoAnswers(i int) int {
	m := &r.mentions[i]
	if !r.replies(m) || m.Owned || m.Quote >= 0 {
		return -1
	}
	asker, noun := r.asker(i), r.noun(m)
	if asker < 0 || r.out[asker].Entity < 0 {
		return -1
	}
	for j := asker - 1; j >= 0 && j > i-reach && m.Paragraph-r.mentions[j].Paragraph <= 3; j-- {
		c, e := &r.mentions[j], r.out[j].Entity
		if c.Quote >= 0 || e < 0 || e == r.out[asker].Entity || !r.personlike(&r.entities[e], c) || !r.subject(j) || !r.speaks(j) && !r.reports(c) {
			continue
		}
		if clash(r.entities[e].Gender, m.Gender) || r.excluded(e, noun) {
			return -1
		}
		return e
	}
	return -1
}

// ledByAnother reports whether somebody else leads the sentence of mention j, whose verb stands before it.
func (r *resolver) ledByAnother(j int) bool {
	for k := j - 1; k >= 0 && k > j-8 && r.mentions[k].Sentence == r.mentions[j].Sentence; k-- {
		if r.leads(k) && r.mentions[k].Quote < 0 {
			return r.verb(&r.mentions[k]) == int(r.printed(&r.mentions[j]))-1 && (r.out[k].Entity < 0 || r.out[k].Entity != r.out[j].Entity)
		}
	}
	return false
}

// writerTo is from whom a text in the sentence before pronoun i is, which writes it: the Ek of "Lee
// received a letter from Ek. …, she wrote". -1: nobody.
func (r *resolver) writerTo(i int) int {
	m := &r.mentions[i]
	v := r.verb(m)
	if v < 0 || !r.speaks(i) || r.t.Tokens[v].Trait&mention.Writes == 0 {
		return -1
	}
	for j, c := range r.sentenceBefore(i) {
		if j == 0 || c.Kind != mention.Name || r.out[j].Entity < 0 || r.entities[r.out[j].Entity].Kind != quotes.SpeakerPerson || r.mentions[j-1].Kind != mention.Document {
			continue
		}
		if k := int(r.printed(c)) - 1; k == int(r.mentions[j-1].Last) && r.t.Tokens[k].Trait&mention.Source != 0 && r.ledBefore(j-1) {
			return j
		}
	}
	return -1
}

// ledBefore reports whether a mention before mention j leads its sentence.
func (r *resolver) ledBefore(j int) bool {
	for k := j - 1; k >= 0 && k > j-8 && r.mentions[k].Sentence == r.mentions[j].Sentence; k-- {
		if r.leads(k) {
			return true
		}
	}
	return false
}

// contrasted are those from whom the sentence right before the speech of pronoun i tells somebody else
// apart with whom it ends: the Lee of "Lee likes it, but Ek does not. …, she says".
func (r *resolver) contrasted(i int) []int {
	m := &r.mentions[i]
	if !r.opensWithSpeech(i) {
		return nil
	}
	for j, c := range r.sentenceBefore(i) {
		if c.Kind != mention.Name || r.out[j].Entity < 0 || r.entities[r.out[j].Entity].Kind != quotes.SpeakerPerson {
			continue
		}
		k := int(r.printed(c)) - 1
		if k < 1 || c.Owner || r.t.Tokens[k-1].Punct != ',' || !r.t.Tokens[k].Class.Has(mention.Conjunction) || r.t.Tokens[k].Class.Has(mention.Joint) || r.verb(c) < 0 || clash(r.entities[r.out[j].Entity].Gender, m.Gender) {
			return nil
		}
		return r.namedAhead(j)
	}
	return nil
}
