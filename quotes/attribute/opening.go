package attribute

import "onrecord/quotes/mention"

// longestOpening bounds the words and marks of a participle's clause that opens a sentence.
const longestOpening = 16

// openingOf is whose words a participle brings that reports speech and opens the sentence in which the stretch at
// item p stands before its subject, Lee of "Calling it '…', Lee resigned", and the item of the participle; -1: there
// is none.
func (l *line) openingOf(p int) (m, participle int) {
	first := p - 1
	for first > 0 && p-first < longestOpening && !l.quoteAt(first-1) && l.tok(first-1).Sentence == l.tok(first).Sentence {
		first--
	}
	if first < 0 || l.quoteAt(first) {
		return -1, -1
	}
	t := l.tok(first)
	if t.Shape != mention.Capital || !t.Class.Has(mention.Participle) || !t.Class.Has(mention.Verb) || first > 0 && !l.quoteAt(first-1) && l.tok(first-1).Sentence == t.Sentence {
		return -1, -1
	}
	comma := l.commaBehind(first, p)
	if comma < 0 {
		return -1, -1
	}
	m = l.namedNear(comma + 1)
	if m < 0 || l.Mentions[m].Kind == mention.Document || l.Mentions[m].Owner {
		return -1, -1
	}
	end := l.itemOf(l.Mentions[m].PrintLast, comma)
	if !l.class(end).Has(mention.Verb|mention.Past|mention.PastBase|mention.Present|mention.Auxiliary|mention.Adverb) && l.punct(end) != ',' {
		return -1, -1
	}
	return m, first
}

// commaBehind is the item before the main clause, where only one comma, behind the stretch at item p or within its
// marks, parts that from the clause that opens at item first; -1: another mark does.
func (l *line) commaBehind(first, p int) int {
	for i := first; i < p; i++ {
		if l.quoteAt(i) || l.tok(i).Shape == mention.Mark {
			return -1
		}
	}
	if l.lastChar(int(l.items[p].index)) == ',' {
		return p
	}
	for i := p + 1; i < len(l.items) && i < p+longestOpening && !l.quoteAt(i); i++ {
		if l.tok(i).Shape == mention.Mark {
			if l.punct(i) == ',' {
				return i
			}
			return -1
		}
	}
	return -1
}

// opens is the candidate whose words a participle before the stretch at item k brings, which opens the
// sentence; -1: there is none.
func (d *decoder) opens(l *line, k int) int {
	m, _ := l.openingOf(k)
	return d.proposed(m)
}

// opened reports whether candidate c is who says in an opening clause what stands between the marks of item k.
func (l *line) opened(k int, c *Candidate) bool {
	m, _ := l.openingOf(k)
	return m >= 0 && m == c.Mention
}
