package resolve

import (
	"onrecord/quotes"
	"onrecord/quotes/mention"
)

// longestOpener bounds the words before the conjunction of an aside: "only a few days after Lee left".
const longestOpener = 5

// byTheWay are those of whom the words tell by the way that open the sentence before pronoun i, before
// the name of who does it: the Lee of "Sentencing Lee, Judge Ek was stern. … he said".
func (r *resolver) byTheWay(i int) []int {
	m := &r.mentions[i]
	if !r.speaks(i) {
		return nil
	}
	for j, c := range r.sentenceBefore(i) {
		if j == 0 || c.Kind != mention.Name || r.out[j].Entity < 0 || !r.subject(j) || r.t.Tokens[r.printed(c)-1].Punct != ',' || clash(r.entities[r.out[j].Entity].Gender, m.Gender) {
			continue
		}
		if !r.opensWithAside(c) {
			return nil
		}
		return r.namedAhead(j)
	}
	return nil
}

// namedAhead are the names of others in the sentence of name j before it.
func (r *resolver) namedAhead(j int) []int {
	var names []int
	c := &r.mentions[j]
	for k := j - 1; k >= 0 && k > j-reach/2 && r.mentions[k].Sentence == c.Sentence; k-- {
		if p := &r.mentions[k]; p.Kind == mention.Name && p.Quote < 0 && r.out[k].Entity >= 0 && r.out[k].Entity != r.out[j].Entity {
			names = append(names, k)
		}
	}
	return names
}

// opensWithAside reports whether the sentence of name c opens with a participle or a conjunction, before
// any name or mark: sentencing, when, told that, two days after.
func (r *resolver) opensWithAside(c *mention.Mention) bool {
	first := int(c.First) - r.fromStart(c)
	for k := first; k < int(c.First) && k < first+longestOpener; k++ {
		t := &r.t.Tokens[k]
		switch {
		case t.Shape == mention.Mark || k > first && t.Shape != mention.Lower && t.Shape != mention.Number:
			return false
		case k == first && t.Class.Has(mention.Participle) && !t.Class.Has(mention.Preposition), k == first && t.Trait&(mention.Tells|mention.Asks) != 0:
			return true
		case t.Class.Has(mention.Subordinate|mention.Clause) && !t.Class.Has(mention.That|mention.Conjunction):
			return true
		}
	}
	return false
}

// doneToBefore are the names in the words before pronoun i that tell who did something to whom it means:
// the Lee and the Ek of "Questioned by Lee, for Ek, he agreed".
func (r *resolver) doneToBefore(i int) []int {
	m := &r.mentions[i]
	start := r.fromStart(m)
	k := int(m.First) - start
	if m.Quote >= 0 || start < 3 || start >= longestStart || r.t.Tokens[m.First-1].Punct != ',' || !r.t.Tokens[k].Class.Has(mention.Past|mention.Participle) && r.t.Tokens[k].Trait&(mention.Asks|mention.Tells) == 0 || !r.t.Tokens[k+1].Class.Has(mention.By) {
		return nil
	}
	return r.namedAhead(i)
}

// agentBefore is the name right before pronoun i, behind "by" in the phrase that its sentence begins with: the Ek of
// "In a statement read out by Ek, he said". -1: there is none.
func (r *resolver) agentBefore(i int) int {
	m := &r.mentions[i]
	start := r.fromStart(m)
	if i == 0 || m.Quote >= 0 || start >= longestStart || start < 3 || r.t.Tokens[m.First-1].Punct != ',' {
		return -1
	}
	c := &r.mentions[i-1]
	if c.Kind != mention.Name || c.Last != m.First-1 || !r.t.Tokens[c.First-1].Class.Has(mention.By) || !r.t.Tokens[int(m.First)-start].Class.Has(mention.Preposition) {
		return -1
	}
	return i - 1
}

// viewed is whose view the sentence before pronoun i, which speaks, tells, with nobody else doing
// anything in it: the Lee of "To Lee, the plan was silly. … he said". -1: nobody's.
func (r *resolver) viewed(i int) int {
	if !r.opensWithSpeech(i) {
		return -1
	}
	for j, c := range r.sentenceBefore(i) {
		if r.out[j].Entity < 0 || !r.personlike(&r.entities[r.out[j].Entity], c) {
			continue
		}
		first := r.printed(c)
		if c.Kind == mention.Name && !c.Owner && first > 0 && int(c.First)-r.fromStart(c) == int(first)-1 && r.t.Words.View(r.word(int(first)-1)) {
			return j
		}
		if r.subject(j) {
			return -1
		}
	}
	return -1
}

// apposedBefore are the names that only tell who somebody else is, in the clause before that of pronoun
// i which "and" joins: the Ek of "Lee met the mayor and his deputy, Ek, and she said". She is Lee.
func (r *resolver) apposedBefore(i int) []int {
	m := &r.mentions[i]
	if m.Quote >= 0 || m.First == 0 || !r.t.Tokens[m.First].Class.Has(mention.Subject) || !r.t.Tokens[m.First-1].Class.Has(mention.Conjunction) {
		return nil
	}
	var apposed []int
	for j := i - 1; j >= 0 && j > i-reach/2 && r.mentions[j].Sentence == m.Sentence; j-- {
		switch c := &r.mentions[j]; {
		case c.Quote >= 0:
		case c.Kind == mention.Name && r.out[j].Entity >= 0 && r.place(j) == beside:
			apposed = append(apposed, j)
		case (c.Kind == mention.Name || c.Kind == mention.Nominal || c.Kind == mention.Pro) && c.Being != mention.Organisation && !c.Plural && r.leads(j) && !clash(c.Gender, m.Gender):
			return apposed
		}
	}
	return nil
}

// byTheBy reports whether the text has told of x between brackets only, and done with that.
func (r *resolver) byTheBy(x *trace) bool {
	return r.inBrackets(x.mention) && (x.subject < 0 || r.inBrackets(x.subject)) && x.pronoun < 0 && x.spoke < 0
}

// represented is whom the sentence before pronoun i only has to tell who somebody is that
// said it: the Lee of "A lawyer representing Lee, Ann Ek, said". -1: nobody.
func (r *resolver) represented(i int) int {
	teller := -1
	for j, c := range r.sentenceBefore(i) {
		switch {
		case c.Kind != mention.Name:
		case r.t.Tokens[max(0, r.printed(c)-1)].Punct == ',' && r.goesOnToSay(c):
			teller = r.out[j].Entity
		case teller >= 0 && teller != r.out[j].Entity && r.objectOf(c):
			return j
		}
	}
	return -1
}

// praised is of whom the sentence before pronoun i tells that somebody spoke, where the words ascribed to
// i begin with he or she, or of what is whose: the Lee of "Lee was praised by Ek. “She is the best,” she
// said" and of "Lee's plan was mocked by Ek. …, she said". -1: nobody.
func (r *resolver) praised(i int) int {
	if !r.speaks(i) {
		return -1
	}
	agent, spoken := false, false
	for j, c := range r.sentenceBefore(i) {
		switch {
		case c.Kind != mention.Name || r.out[j].Entity < 0:
		case r.doneBy(c):
			agent, spoken = true, r.t.Tokens[r.printed(c)-2].Class.Has(mention.Verb)
		case agent && (spoken && r.leads(j) && r.ofAnother(i) || c.Owner && r.fromStart(c) == 0):
			return j
		}
	}
	return -1
}

// ofAnother reports whether the words ascribed to pronoun i begin with a pronoun of its gender.
func (r *resolver) ofAnother(i int) bool {
	for _, q := range r.said[i] {
		if in := r.inside[q]; len(in) > 0 {
			c := &r.mentions[in[0]]
			return c.Kind == mention.Pro && c.Gender == r.mentions[i].Gender && r.t.Tokens[c.First].Class.Has(mention.Subject) && r.behindMark(in[0])
		}
	}
	return false
}

// doneBy reports whether mention c is by whom something was done: "was praised by Ek".
func (r *resolver) doneBy(c *mention.Mention) bool {
	k := int(r.printed(c)) - 1
	return k > 1 && r.t.Tokens[k].Class.Has(mention.By) && r.t.Tokens[k].Sentence == r.t.Tokens[k-2].Sentence && r.t.Tokens[k-2].Class.Has(mention.Be|mention.Auxiliary)
}

// comesFrom reports whether a "by" or a "from" stands before mention c: what the sentence tells of is theirs.
func (r *resolver) comesFrom(c *mention.Mention) bool {
	k := int(r.printed(c)) - 1
	return k >= 0 && (r.t.Tokens[k].Class.Has(mention.By) || r.t.Tokens[k].Trait&mention.Source != 0)
}

// topicOf is whom what somebody has is of, where nobody does anything in the sentence before pronoun i:
// the Ek of "Lee's book about Ek is out. … he said". -1: nobody.
func (r *resolver) topicOf(i int) int {
	if !r.speaks(i) {
		return -1
	}
	topic := -1
	for j, c := range r.sentenceBefore(i) {
		if r.out[j].Entity < 0 || r.entities[r.out[j].Entity].Kind != quotes.SpeakerPerson {
			continue
		}
		switch {
		case c.Owner && c.Kind == mention.Name && r.fromStart(c) == 0:
			if topic >= 0 && r.out[topic].Entity != r.out[j].Entity {
				return topic
			}
			return -1
		case c.Kind != mention.Name || !r.governed(j) || topic >= 0 || r.comesFrom(c):
			return -1
		}
		topic = j
	}
	return -1
}

// longestBracket bounds the words behind a bracket that are looked at.
const longestBracket = 20

// inBrackets reports whether mention j stands between brackets that hold more than it: "(Ek was the
// last owner)".
func (r *resolver) inBrackets(j int) bool {
	c := &r.mentions[j]
	for k := int(c.First) - 1; k >= 0 && k > int(c.First)-longestBracket && r.t.Tokens[k].Sentence == c.Sentence; k-- {
		switch r.t.Tokens[k].Punct {
		case ')':
			return false
		case '(':
			return k+1 < int(r.printed(c)) || int(c.Last) < len(r.t.Tokens) && r.t.Tokens[c.Last].Punct != ')'
		}
	}
	return false
}
