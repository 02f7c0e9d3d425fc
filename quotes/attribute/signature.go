package attribute

import "onrecord/quotes/mention"

// signature is the name that paragraph p, below a quote, consists of behind a dash,
// "— Ann Lee (@annlee) May 4"; -1: none.
func (d *decoder) signature(p int) int {
	if p >= len(d.Text.Paragraphs) {
		return -1
	}
	first, end := d.Text.First[p], d.Text.First[p+1]
	if end-first < 2 || end-first > longestSignature || d.Text.Tokens[first].Punct != '-' {
		return -1
	}
	for k := first; k < end; k++ {
		if d.Text.Tokens[k].Class.Has(mention.Auxiliary | mention.Core) {
			return -1
		}
	}
	m := int(d.startAt[first+1]) - 1
	if m < 0 || d.Mentions[m].Kind != mention.Name {
		return -1
	}
	return m
}

// longestSignature bounds the words and marks of a signature.
const longestSignature = 14

// signed is how sure a signature is.
const signed = 0.95
