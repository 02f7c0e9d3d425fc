package resolve

import "onrecord/quotes/mention"

// ownReach bounds the words between a name and a pronoun that tells its gender.
const ownReach = 25

// genders finds the gender of people whose first name and titles do not tell
// it: behind the only person of a sentence, its first "he" or "her" is of them.
func (r *resolver) genders() {
	votes := map[int]int{} // positive: female
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.Kind != mention.Name || m.Quote >= 0 || len(r.things) > 0 && r.things[r.key(m)] || m.Being != mention.Person && m.Being != mention.Undecided {
			continue
		}
		e := r.bearer(i)
		if e < 0 || r.entities[e].Gender != mention.Unknown || !r.subject(i) || !r.alone(i) {
			continue
		}
		votes[e] += r.ownPronoun(i)
	}
	for e := range r.entities {
		switch v := votes[e]; {
		case v > 0:
			r.entities[e].Gender, r.entities[e].vouched = mention.FemaleGender, true
		case v < 0:
			r.entities[e].Gender, r.entities[e].vouched = mention.MaleGender, true
		}
	}
}

// bearer is the entity that name i surely names before anything else is
// resolved: by its whole, or by a last name that one person has. -1: none.
func (r *resolver) bearer(i int) int {
	if e := r.out[i].Entity; e >= 0 {
		return e
	}
	m := &r.mentions[i]
	if list := r.byLast[r.key(m)]; len(list) == 1 {
		return list[0]
	}
	return -1
}

// alone reports whether no other person is named before mention i in its sentence.
func (r *resolver) alone(i int) bool {
	first := int(r.mentions[i].First)
	for k := first - 1; k >= 0 && k > first-longestAside && r.t.Tokens[k].Sentence == r.mentions[i].Sentence; k-- {
		if r.t.Tokens[k].Quote < 0 && r.t.Tokens[k].Trait&(mention.OfHim|mention.OfHer) != 0 {
			return false // "his deputy, Ann Lee, said he"
		}
	}
	for j := i - 1; j >= 0 && j > i-reach && r.mentions[j].Sentence == r.mentions[i].Sentence; j-- {
		c := &r.mentions[j]
		if c.Kind == mention.Name && c.Being != mention.Organisation && c.Being != mention.Location && c.Being != mention.People && r.bearer(j) != r.bearer(i) ||
			c.Kind == mention.Nominal && c.Gender != mention.Unknown {
			return false
		}
	}
	return true
}

// ownPronoun is +1 where the first pronoun behind mention i, in its sentence or
// the next and before anybody else, is a woman's, -1 where it is a man's, else 0.
func (r *resolver) ownPronoun(i int) int {
	m := &r.mentions[i]
	next, apart := i+1, false
	for k := int(m.Last); k < len(r.t.Tokens) && k < int(m.Last)+ownReach; k++ {
		t := &r.t.Tokens[k]
		if t.Sentence > m.Sentence+1 || t.Paragraph != m.Paragraph {
			return 0
		}
		for next < len(r.mentions) && int(r.mentions[next].First) < k {
			next++
		}
		if next < len(r.mentions) && int(r.mentions[next].First) == k {
			if c := &r.mentions[next]; c.Kind != mention.Pro && c.Kind != mention.Body && c.Kind != mention.Document &&
				!(c.Kind == mention.Name && (c.Being == mention.Organisation || c.Being == mention.Location)) && c.Quote < 0 && !c.Owned {
				return 0
			}
		}
		apart = apart || t.Sentence > m.Sentence || t.Shape == mention.Mark || t.Class.Has(mention.That|mention.Who|mention.Subordinate|mention.Clause|mention.Conjunction)
		if t.Quote >= 0 || t.Shape != mention.Lower || !apart && t.Class.Has(mention.He|mention.She) && !t.Class.Has(mention.Subject|mention.Possessive) {
			continue // of "Lim paid him" he is another
		}
		switch trait := r.t.Tokens[k].Trait; {
		case trait&mention.OfHer != 0:
			return 1
		case trait&mention.OfHim != 0:
			return -1
		}
	}
	return 0
}
