package resolve

import (
	"slices"

	"onrecord/quotes/mention"
)

// longestGoverned bounds the words of a sentence on either side of a pronoun that tell of whom it means.
const longestGoverned = 80

// sentenceNames notes the names around pronoun i that are never of whom it means: those in what it does
// or says, where it is a subject, and that of who answers in its paragraph.
func (r *resolver) sentenceNames(i int) {
	m := &r.mentions[i]
	r.others, r.answerer = r.others[:0], ""
	if m.Kind != mention.Pro {
		return
	}
	r.answerer = r.answering(m)
	if r.t.Tokens[m.First].Class.Has(mention.Subject) {
		r.namedAfter(i)
		r.namedBefore(i)
		r.namedInOpening(i)
	}
}

// unmeant reports whether one of those names is of entity e.
func (r *resolver) unmeant(e int) bool {
	if e < 0 {
		return false
	}
	if p := r.entities[e].parts; r.answerer != "" && len(p) > 0 && p[len(p)-1] == r.answerer {
		return true
	}
	return slices.ContainsFunc(r.others, func(j int) bool {
		return (r.names(j, e) || r.mentions[j].Kind == mention.Nominal && r.out[j].Entity == e) && !clash(r.entities[e].Gender, r.mentions[j].Gender)
	})
}

const (
	longestLabel = 4   // words of a name before a colon
	longestReply = 200 // words of an answer in which an I is sought
)

// answering is the folded last word of the name that labels the paragraph of m as an answer, "Lee: He came
// and told me": Lee is me there and nobody else. "": it is none.
func (r *resolver) answering(m *mention.Mention) string {
	first := r.t.First[m.Paragraph]
	colon := first
	for r.t.Tokens[colon].Punct != ':' {
		if s := r.t.Tokens[colon].Shape; s != mention.Capital && s != mention.AllCaps || colon-first >= longestLabel || colon+1 >= m.First {
			return ""
		}
		colon++
	}
	if m.Quote >= 0 || colon == first {
		return ""
	}
	for k := colon; k < r.t.First[m.Paragraph+1] && k < first+longestReply; k++ {
		if t := &r.t.Tokens[k]; t.Quote < 0 && t.Class.Has(mention.I|mention.We) {
			return r.word(int(colon) - 1)
		}
	}
	return ""
}

// namedAfter notes those behind pronoun i: the Lee of "he said people like Lee were late", but not of
// "as he left, Lee spoke" nor of "he was late, Lee said".
func (r *resolver) namedAfter(i int) {
	m := &r.mentions[i]
	free, next := r.opensClause(m), i+1
	for k := m.Last; int(k) < len(r.t.Tokens) && k < m.Last+longestGoverned && r.t.Tokens[k].Sentence == m.Sentence; k++ {
		if r.t.Tokens[k].Punct == ',' && (!free || r.opensAnother(int(k)+1)) || r.opensRemark(int(k)) {
			return
		}
		for next < len(r.mentions) && r.mentions[next].First < k {
			next++
		}
		if next == len(r.mentions) {
			return
		}
		if c := &r.mentions[next]; c.First == k && c.Kind == mention.Name && c.Quote == m.Quote && !r.comesIn(m, c) {
			r.others = append(r.others, next)
		}
	}
}

// opensClause reports whether pronoun m opens its sentence, or stands behind a mark or an "and":
// what else stands before it makes its clause part of another.
func (r *resolver) opensClause(m *mention.Mention) bool {
	if m.First == 0 {
		return true
	}
	t := &r.t.Tokens[m.First-1]
	return t.Sentence != m.Sentence || t.Shape == mention.Mark || t.Class.Has(mention.Conjunction)
}

// opensAnother reports whether a clause begins at token k, behind a comma, that has a subject of its
// own: "while Lee", "and Lee", but not "and said".
func (r *resolver) opensAnother(k int) bool {
	if k+1 >= len(r.t.Tokens) || !r.t.Tokens[k].Class.Has(mention.Clause) {
		return false
	}
	return !r.t.Tokens[k].Class.Has(mention.Conjunction) || !r.t.Tokens[k+1].Class.Has(mention.Verb|mention.Past|mention.PastBase|mention.Auxiliary|mention.Adverb)
}

// opensRemark reports whether a bracket, a dash, a "which", the "where" of a place or "according" stands
// at token k: what follows is hardly told as part of the clause before.
func (r *resolver) opensRemark(k int) bool {
	t := &r.t.Tokens[k]
	return t.Punct == '(' || t.Shape == mention.Mark && t.Punct == '-' || t.Trait&mention.OfThing != 0 || t.Class.Has(mention.According) ||
		t.Shape == mention.Lower && !r.t.Tokens[k-1].Class.Has(mention.Verb) && r.t.Words.Place(r.t.Word(k))
}

// comesIn reports whether name c, behind pronoun m, may be of whom m means: what m is, "he is Lee",
// or who tells the sentence, "he was late, Lee said".
func (r *resolver) comesIn(m, c *mention.Mention) bool {
	first := r.printed(c)
	before := &r.t.Tokens[first-1]
	switch {
	case r.inverted(c):
		return true
	case before.Shape == mention.Mark:
		return r.reports(c) || first-1 == m.Last
	}
	return before.Class.Has(mention.Be) && !c.Owner
}

// namedInOpening notes those in the words before pronoun i that tell what it does or hears by the way: the
// Lee of "after meeting Lee, he said" and of "told that Lee had left, he said".
func (r *resolver) namedInOpening(i int) {
	m := &r.mentions[i]
	start := r.fromStart(m)
	k := int(m.First) - start
	if start < 3 || start >= longestStart || r.t.Tokens[m.First-1].Punct != ',' {
		return
	}
	if r.t.Tokens[k].Class.Has(mention.Subordinate) {
		k++
	}
	heard := r.t.Tokens[k].Trait&mention.Tells != 0
	if !heard && (r.t.Words.Ending(r.t.Word(k)) != doing || r.t.Tokens[k].Class.Has(mention.Preposition|mention.According)) {
		return
	}
	for j := i - 1; j >= 0 && j > i-reach/2 && int(r.mentions[j].First) > k; j-- {
		if c := &r.mentions[j]; c.Kind == mention.Name && c.Quote == m.Quote && !c.Owner && (heard || r.verb(c) < 0) {
			r.others = append(r.others, j)
		}
	}
}

// doing is what words do that end as those for what somebody is doing.
const doing = "doing"

// namedBefore notes those in the clause that pronoun i tells behind it, where another told the sentence
// before: the Lee of "Ek was angry, he said. Lee was “a liar”, he added". Without such an Ek a Lee
// whose own words are put so is as likely.
func (r *resolver) namedBefore(i int) {
	m := &r.mentions[i]
	if !r.speaks(i) && !r.reports(m) || !r.toldBehind(m) {
		return
	}
	first, j := len(r.others), i-1
	for ; j >= 0 && j > i-reach/2 && r.mentions[j].Sentence == m.Sentence; j-- {
		if c := &r.mentions[j]; (c.Kind == mention.Name || c.Kind == mention.Nominal && c.Definite && r.out[j].Entity >= 0) && c.Quote == m.Quote {
			r.others = append(r.others, j)
		}
	}
	if e := r.tellerAbove(i, j); e < 0 || r.unmeant(e) {
		r.others = r.others[:first]
	}
}

// tellerAbove is who last told something in the sentence before that of pronoun i, of its paragraph and
// the mentions up to j. -1: nobody.
func (r *resolver) tellerAbove(i, j int) int {
	m := &r.mentions[i]
	for ; j >= 0 && j > i-reach && r.apart(m, j) <= 1 && r.mentions[j].Paragraph == m.Paragraph; j-- {
		c := &r.mentions[j]
		if e := r.out[j].Entity; e >= 0 && c.Quote == m.Quote && (r.speaks(j) || r.reports(c) || r.leads(j)) && !clash(r.entities[e].Gender, m.Gender) {
			return e
		}
	}
	return -1
}

// toldBehind reports whether pronoun m tells behind it the clause that its sentence begins with: that is
// no "when", nobody else tells it, and a quotation only goes on its words, as in "Lee was “a liar”, he said".
func (r *resolver) toldBehind(m *mention.Mention) bool {
	k := int(m.First) - 1
	if k < 1 || r.t.Tokens[k].Shape != mention.Mark {
		return false
	}
	for ; k > 0 && r.t.Tokens[k].Sentence == m.Sentence; k-- {
		t, p := &r.t.Tokens[k], &r.t.Tokens[k-1]
		switch {
		case int(m.First)-k > longestGoverned:
			return false
		case t.Quote != m.Quote:
			if p.Quote == m.Quote && p.Punct == ',' || p.Punct == ':' {
				return false // "Lee paused, “No,” he said"
			}
		case t.Shape == mention.Lower && t.Class.Has(mention.Core), t.Class.Has(mention.Clause) && !t.Class.Has(mention.That), t.Punct == ';':
			return false
		}
	}
	return true
}
