package attribute

import "onrecord/quotes/mention"

// longestPointer bounds the words between the start of a paragraph that points to
// the speech above it and whose that is.
const longestPointer = 10

// introduced is who paragraph p says that the speech above it was by: the X of
// "That is X, 43,", "So said X", "Those were the words of X", "With these words X
// left"; -1: it says no such thing.
func (d *decoder) introduced(p int) int {
	if p >= len(d.Text.Paragraphs) || d.Text.Heading(int32(p)) {
		return -1
	}
	i, end := int(d.Text.First[p]), int(d.Text.First[p+1])
	governed := i < end && d.Text.Tokens[i].Class.Has(mention.Preposition) && !d.Text.Tokens[i].Class.Has(mention.That)
	if governed {
		i++
	}
	if i >= end || d.Text.Tokens[i].Trait&mention.Points == 0 {
		return -1
	}
	tied := governed // a word for speech stands there
	for k := i + 1; k < end && k <= i+longestPointer; k++ {
		t := &d.Text.Tokens[k]
		m := int(d.startAt[k]) - 1
		switch {
		case t.Quote >= 0 || t.Shape == mention.Mark && t.Punct != ',':
			return -1
		case m >= 0 && d.Mentions[m].Kind == mention.Document:
			tied = true
			k = int(d.Mentions[m].Last) - 1
		case m >= 0 && (tied || k == i+2 && d.Text.Tokens[k-1].Class.Has(mention.Be|mention.Genitive)):
			return d.pointedAt(m)
		case m >= 0:
			return -1
		case t.Class.Has(mention.Core|mention.CueNoun) || t.Class.Has(mention.That) && k == i+2:
			tied = true
		case t.Class.Has(mention.Verb|mention.Past|mention.Negative|mention.Who) && t.Shape == mention.Lower:
			return -1
		}
	}
	return -1
}

// pointedAt is mention m where it can be whose the speech was, -1 otherwise.
func (d *decoder) pointedAt(m int) int {
	x := &d.Mentions[m]
	if x.Kind != mention.Name && x.Kind != mention.Nominal || x.Being == mention.Location || x.Being == mention.Organisation {
		return -1
	}
	if x.Owner && (int(x.Last)+1 >= len(d.Text.Tokens) || !d.Text.Tokens[x.Last+1].Class.Has(mention.CueNoun|mention.Medium)) {
		return -1 // "That is X's third"
	}
	return m
}
