package resolve

import (
	"slices"

	"onrecord/quotes/mention"
)

// document notes who made the text that mention i is, and resolves it, where it
// speaks, to them: "Lee issued a statement. … the statement said". A text of
// which the article does not tell stays as written.
func (r *resolver) document(i int) {
	m := &r.mentions[i]
	_, known := r.texts[r.head(m)]
	before := r.textBefore(m, r.head(m))
	if m.Quote < 0 {
		r.note(i, before)
	}
	brand := r.brandOf(i, before)
	if !r.speaks(i) {
		return
	}
	if e := r.authored(i); e >= 0 {
		r.out[i] = Resolution{Entity: e, Confidence: r.sureAuthored(i), Second: -1}
		return
	}
	if brand >= 0 {
		r.out[i] = Resolution{Entity: brand, Confidence: sureAuthor, Second: -1}
		return
	}
	if e := r.spokenOf(i); e >= 0 && m.Definite && !m.Owned && !r.capitals(m) {
		r.out[i] = Resolution{Entity: e, Confidence: sureBody, Second: -1} // the paper, a newspaper
		return
	}
	if e := r.onlyBody(i, r.head(m)); !known && e >= 0 && m.Definite && !m.Owned && m.Head == m.First+1 {
		r.out[i] = Resolution{Entity: e, Confidence: sureBody, Second: -1}
		return
	}
	r.asWritten(i)
}

// note ties the text of mention i to its author: the one whom its sentence
// tells, or of the same text before, in mention before, -1 for none.
func (r *resolver) note(i, before int) {
	m := &r.mentions[i]
	noun := r.head(m)
	author := r.author(i)
	if author < 0 && m.Definite && !m.Owned {
		if before >= 0 {
			author = r.authors[before]
		}
		if author < 0 && r.speaks(i) {
			author = r.writer(i)
		}
	}
	if author < 0 && !m.Definite && r.speaks(i) {
		if author = r.authorAhead(i); author < 0 {
			author = r.issuer(i)
		}
	}
	r.authors[i], r.texts[noun], r.texts[""] = author, i, i
}

// longestRecall bounds the paragraphs after which "the statement" is another.
const longestRecall = 4

// textBefore is the mention before phrase m of the text that it means: of the
// same noun, or of any where "the passage" will do. -1: none.
func (r *resolver) textBefore(m *mention.Mention, noun string) int {
	old, ok := r.texts[noun]
	ok = ok && m.Paragraph-r.mentions[old].Paragraph <= longestRecall
	if !ok && r.t.Words.Trait(noun)&mention.AnyText != 0 {
		old, ok = r.texts[""]
		ok = ok && m.Paragraph-r.mentions[old].Paragraph <= longestRecall/2
	}
	if !ok || !r.sameText(m, old) {
		return -1
	}
	return old
}

// authored is the entity that made the text of mention i, -1 for nobody known.
func (r *resolver) authored(i int) int {
	a, ok := r.authors[i]
	if !ok || a < 0 {
		return -1
	}
	switch c := &r.mentions[a]; {
	case r.out[a].Entity >= 0 || c.Kind == mention.Pro || r.out[a].Reason != "":
	case c.Kind == mention.Name && r.t.Tokens[c.Head].Trait&mention.Press != 0 && c.NameLast == c.NameFirst+1 && r.bearer(a) < 0:
		r.name(a, r.single(a, r.key(c), r.print(c.NameFirst, c.NameLast))) // "an editorial in The Herald"
	case c.Kind == mention.Name:
		return r.bearer(a) // it may stand behind the text
	case c.Kind == mention.Body && c.Definite && !c.Owned && r.spokenOf(a) >= 0:
		return r.spokenOf(a)
	case c.Kind == mention.Nominal && c.Definite:
		if e := r.holder(c); e >= 0 {
			return e
		}
		r.asWritten(a)
	case c.Kind == mention.Document:
		if e := r.authored(a); e >= 0 {
			return e // its letter: of the union whose report it was
		}
		r.asWritten(a)
	default:
		r.asWritten(a)
	}
	return r.out[a].Entity
}

// sureAuthored is how sure the author of the text of mention i is, no surer than whom a
// pronoun means: "he sent a message".
func (r *resolver) sureAuthored(i int) float64 {
	if a := r.authors[i]; r.mentions[a].Kind == mention.Pro {
		return min(sureAuthor, r.out[a].Confidence)
	}
	return sureAuthor
}

// sameText reports whether phrase m says nothing of its text that the earlier
// phrase or its author's does not: "the staff letter" of the staff's union.
func (r *resolver) sameText(m *mention.Mention, old int) bool {
	earlier := &r.mentions[old]
	known := r.fold(earlier.First, earlier.PrintLast)
	if a := r.authors[old]; a >= 0 {
		a := &r.mentions[a]
		known = append(known, r.fold(a.First, a.PrintLast)...)
	}
	for k := m.First; k < m.Head; k++ {
		if t := &r.t.Tokens[k]; t.Shape != mention.Mark && !t.Class.Has(mention.Determiner) && !slices.Contains(known, r.word(int(k))) {
			return false
		}
	}
	return true
}
