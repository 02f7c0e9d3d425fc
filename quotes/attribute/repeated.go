package attribute

import (
	"onrecord/quotes/marks"
	"onrecord/quotes/mention"
)

const (
	// leastRepeated is from how many words on a quotation that stands alone and again in
	// another one is that one's.
	leastRepeated = 5
	// mostRepeated bounds the words compared, mostAlike the quotations looked for that begin
	// alike, and mostCompared the comparisons.
	mostRepeated = 60
	mostAlike    = 4
	mostCompared = 4096
	// certainRepeated is how sure the source of the other one has to be.
	certainRepeated = 0.85
)

// pulled is where each quotation that is a paragraph for itself stands again, by its words,
// inside another one: in the stretch in which they begin, the first two such. Papers set
// such words apart as a pull quote.
func (d *decoder) pulled() map[int][]int {
	alone := map[uint32][]int{}
	var words []int32
	for q := range d.Quoted {
		if !d.alone(q) {
			continue
		}
		if words = d.wordTokens(q, words[:0]); len(words) >= leastRepeated {
			if h := d.hashWords(words[:leastRepeated]); len(alone[h]) < mostAlike {
				alone[h] = append(alone[h], q)
			}
		}
	}
	if len(alone) == 0 {
		return nil
	}
	found := map[int][]int{}
	compared := 0
	for q := 0; q < len(d.Quoted); {
		first := q
		words = words[:0]
		for ; q < len(d.Quoted) && d.Quoted[q].Paragraph == d.Quoted[first].Paragraph; q++ {
			if d.Quoted[q].Depth == 0 && !d.alone(q) { // the parts of one paragraph together
				words = d.wordTokens(q, words)
			}
		}
		for i := 0; i+leastRepeated <= len(words) && compared < mostCompared; i++ {
			for _, p := range alone[d.hashWords(words[i:i+leastRepeated])] {
				compared++
				if len(found[p]) < 2 && d.sameWords(p, words[i:]) {
					found[p] = append(found[p], d.outermost(words[i]))
				}
			}
		}
	}
	return found
}

// alone reports whether stretch q is a paragraph of the text and nothing else.
func (d *decoder) alone(q int) bool {
	x := &d.Quoted[q]
	return x.Depth == 0 && x.Continues < 0 && x.Ending != marks.Continued && x.Style != marks.Dash && x.Outer == d.Text.Paragraphs[x.Paragraph] &&
		!d.Text.Heading(int32(x.Paragraph))
}

// wordTokens appends the tokens of stretch q that are words.
func (d *decoder) wordTokens(q int, words []int32) []int32 {
	r := d.tokenRange[q]
	for i := r.first; i < r.last; i++ {
		if d.Text.Tokens[i].Shape != mention.Mark {
			words = append(words, i)
		}
	}
	return words
}

// hashWords is a hash of words, capital letters as small ones.
func (d *decoder) hashWords(words []int32) uint32 {
	h := uint32(2166136261)
	for _, i := range words {
		w := d.Text.Word(int(i))
		for k := range len(w) {
			c := w[k]
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			h = (h ^ uint32(c)) * 16777619
		}
		h = (h ^ ' ') * 16777619
	}
	return h
}

// sameWords reports whether the words begin with those of stretch q.
func (d *decoder) sameWords(q int, words []int32) bool {
	r, n := d.tokenRange[q], 0
	for i := r.first; i < r.last && n < mostRepeated; i++ {
		if d.Text.Tokens[i].Shape == mention.Mark {
			continue
		}
		if n == len(words) || !d.sameWord(i, words[n]) {
			return false
		}
		n++
	}
	return true
}

// outermost is the stretch outside all others that token i stands in.
func (d *decoder) outermost(i int32) int {
	q := int(d.Text.Tokens[i].Quote)
	for d.Quoted[q].Depth > 0 {
		q = d.Quoted[q].Parent
	}
	return q
}

// repeats gives what stands again in another quotation that one's source, where that is
// certain and nobody else has said the same.
func (d *decoder) repeats() {
	for q := range d.out {
		others := d.pulls[q]
		a := &d.out[q]
		if len(others) == 0 || a.Source.Rule == Echo && a.Source.Score > crossed || a.Source.Rule == Signed || a.Source.Rule == Introduced || a.Source.Rule == Labelled {
			continue
		}
		if b := others[0]; d.attributed(b) && (len(others) == 1 || d.attributed(others[1]) && d.sameSource(b, others[1])) {
			d.adopt(q, d.follow(b, Repeated))
		}
	}
}

// attributed reports whether the text itself says whose stretch q is, for certain.
func (d *decoder) attributed(q int) bool {
	c := &d.out[q].Source
	if c.Mention < 0 || c.Score < certainRepeated {
		return false
	}
	switch c.Rule {
	case Carried, Dialogue, Narrated, Reported, Echo:
		return false
	}
	return true
}
