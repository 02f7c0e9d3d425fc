package attribute

import (
	"strings"

	"onrecord/quotes"
	"onrecord/quotes/mention"
)

const (
	// maxEchoes bounds how many stretches of headings look for their words below.
	maxEchoes = 16
	// crossheadWords is the length up to which a paragraph can be a heading
	// within the text.
	crossheadWords = 9
)

// headings gives a stretch in a heading, which seldom says who speaks, the
// source of the stretch in the text below that has its words.
func (d *decoder) headings() {
	for q, tries := 0, 0; q < len(d.out) && tries < maxEchoes; q++ {
		if !d.heads(q) {
			continue
		}
		tries++
		a, words := &d.out[q], d.plain(q)
		if b := d.crossed(q); b >= 0 {
			d.adopt(q, d.follow(b, Echo))
			a.Source.Score = min(a.Source.Score, crossed)
		}
		for to := q + 1; to < len(d.out); to++ {
			b := &d.out[to]
			if b.Source.Mention < 0 || b.Source.Score < leastScore || d.heads(to) || !echoes(d.plain(to), words) {
				continue
			}
			source := b.Source
			source.Rule = Echo
			d.adopt(q, source)
			break
		}
		if a.Source.Rule != Echo && a.Kind != quotes.KindScare && (a.Source.Mention < 0 || a.Source.Score < resembled) {
			d.remade(q)
		}
	}
}

// longestCut bounds the words that a heading leaves out of what it prints.
const longestCut = 4

// echoes reports whether a speech has the words of a heading: together, or, if they
// are many, with a few more between them.
func echoes(speech, words string) bool {
	if strings.Contains(speech, words) {
		return true
	}
	want := strings.Fields(words)
	if len(want) < leastEchoed {
		return false
	}
	all := strings.Fields(speech)
	for start := range all {
		if all[start] != want[0] {
			continue
		}
		found := 0
		for k := start; k < len(all) && k < start+len(want)+longestCut && found < len(want); k++ {
			if strings.TrimRight(all[k], ".,;:!?…") == want[found] {
				found++
			}
		}
		if found == len(want) {
			return true
		}
	}
	return false
}

// leastEchoed is from how many words on a heading may leave words out.
const leastEchoed = 5

// heads reports whether stretch q stands in a heading, or is one, that does not
// name the person who says it.
func (d *decoder) heads(q int) bool {
	p := d.Quoted[q].Paragraph
	if d.Quoted[q].Depth > 0 || !(p < len(d.Headings) && d.Headings[p]) && !d.crosshead(q) {
		return false
	}
	c := &d.out[q].Source
	if c.Mention < 0 || c.Score < 0.7 {
		return true
	}
	m := &d.Mentions[c.Mention]
	return m.Kind != mention.Name || int(m.Paragraph) != p || m.Being == mention.Organisation || m.Being == mention.Location
}

// crosshead reports whether stretch q can be a heading within the text: a short
// paragraph of its own that does not end as a sentence.
func (d *decoder) crosshead(q int) bool {
	x := &d.Quoted[q]
	end := d.lastChar(q)
	if end == '.' || end == ',' || x.Outer != d.Text.Paragraphs[x.Paragraph] {
		return false
	}
	words, _, _ := d.words(q)
	return words <= crossheadWords
}

// crossed is the stretch whose source a heading within the text, stretch q, is likely
// from where none below has its words: the next below it; -1: it is no such heading.
func (d *decoder) crossed(q int) int {
	x := &d.Quoted[q]
	if !d.crosshead(q) || d.lastChar(q) != 0 || x.Continues >= 0 || x.Paragraph == 0 || q+1 >= len(d.out) {
		return -1
	}
	if words, _, _ := d.words(q); words < leastCrossed {
		return -1
	}
	b := &d.out[q+1]
	if d.Quoted[q+1].Paragraph > x.Paragraph+reachCrossed || b.Source.Mention < 0 || b.Source.Score < leastScore || b.Kind == quotes.KindScare || b.Source.Rule == Carried {
		return -1
	}
	return q + 1
}

const (
	// leastCrossed is from how many words on a heading within the text is speech.
	leastCrossed = 3
	// reachCrossed bounds the paragraphs from it to the speech it is from.
	reachCrossed = 3
	// crossed is how sure that is.
	crossed = 0.7
)

// plain is a stretch's words in small letters without the punctuation at their
// end.
func (d *decoder) plain(q int) string {
	span := d.Quoted[q].Span
	return strings.ToLower(strings.TrimRight(d.Text.Source[span.Start:span.End], ".,;:!?… "))
}
