package attribute

import "onrecord/quotes/mention"

const (
	// longestStatement bounds the words from the verb of issuing a statement to its words.
	longestStatement = 24
	// longestText bounds those to the word for the text, "put out a short statement".
	longestText = 4
)

// issues is the candidate who issued the statement whose words the stretch at item k is, "the airline
// put out a statement that said it was '…'"; -1: none did, or somebody in it says so.
func (d *decoder) issues(l *line, k int) int {
	inner := int32(-1)
	for i := k - 1; i > 0 && i >= k-longestStatement && !l.quoteAt(i) && l.punct(i) != '.'; i-- {
		v, ok := l.verbAt(i)
		if !ok {
			continue
		}
		m, _ := l.subject(v)
		if l.trait(i)&mention.Issues != 0 && l.statement(v.end, k) {
			if inner >= l.items[i].index {
				return -1
			}
			return d.proposed(m)
		}
		if (v.speech || !v.participle) && m >= 0 && d.personal(m) {
			inner = max(inner, d.Mentions[m].First)
		}
	}
	return -1
}

// statement reports whether a text that bodies issue is the object before item k whose verb ends at item i.
func (l *line) statement(i, k int) bool {
	for j := i; j < k && j < i+longestText && l.tok(j).Shape == mention.Lower; j++ {
		if l.Text.Words.Issued(l.Text.Word(int(l.items[j].index))) {
			return true
		}
	}
	return false
}

// issuing finds the verb by which the text of mention m, which ends at item k, is issued.
func (l *line) issuing(m, k int) (verb, bool) {
	x := &l.Mentions[m]
	at := l.itemOf(x.First, k) - 1
	if x.Kind != mention.Document || !l.Text.Words.Issued(l.Text.Word(int(x.Head))) {
		return verb{}, false
	}
	v, ok := l.verbAt(at)
	if !ok && l.class(at).Has(mention.Tail) {
		v, ok = l.verbAt(at - 1) // "put out a statement"
	}
	return v, ok && l.trait(v.at)&mention.Issues != 0 && !v.passive
}
