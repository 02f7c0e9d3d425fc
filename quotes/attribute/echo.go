package attribute

import (
	"strings"
	"unicode/utf8"

	"onrecord/quotes"
	"onrecord/quotes/mention"
)

const (
	// leastAnchor is how many letters the word has at least by which a heading's words are sought.
	leastAnchor = 5
	// leastMatched is how many words a heading shares with those that it is made of, and three fifths
	// of its own.
	leastMatched = 3
	// longestSlip bounds the words that stand between two of them.
	longestSlip = 3
	// mostAnchors bounds the places that are compared for one heading.
	mostAnchors = 24
	// resembled is how sure the source of words is that a heading cuts or changes.
	resembled = 0.7
)

// resembling is where the words of heading stretch q stand in the text below, not quite the same: of
// "They sent me the wrong boots" "you have sent me the wrong boots", and its token there; -1: nowhere.
// Editors cut what people say for a headline, and put between marks there what the text only reports.
func (d *decoder) resembling(q int) int32 {
	words := d.wordTokens(q, nil)
	anchor, longest := -1, leastAnchor-1
	for n, k := range words {
		if size := utf8.RuneCountInString(d.Text.Word(int(k))); size > longest {
			anchor, longest = n, size
		}
	}
	if anchor < 0 || len(words) < leastMatched || len(words) > mostRepeated {
		return -1
	}
	found, best, tries := int32(-1), max(leastMatched, (3*len(words)+4)/5)-1, 0
	for k := d.tokenRange[q].last; int(k) < len(d.Text.Tokens) && tries < mostAnchors; k++ {
		if !d.sameWord(words[anchor], k) || d.Text.Heading(d.Text.Tokens[k].Paragraph) {
			continue
		}
		tries++
		if n := 1 + d.matched(words[:anchor], k, -1) + d.matched(words[anchor+1:], k, +1); n > best {
			found, best = k, n
		}
	}
	return found
}

// matched is how many of the words stand, in their order, behind token k, or before it, with few others
// between them.
func (d *decoder) matched(words []int32, k int32, step int32) int {
	n := 0
	for i := range words {
		w := words[i]
		if step < 0 {
			w = words[len(words)-1-i]
		}
		for slip, at := 0, k+step; slip <= longestSlip && at >= 0 && int(at) < len(d.Text.Tokens) && d.Text.Tokens[at].Paragraph == d.Text.Tokens[k].Paragraph; at += step {
			if d.Text.Tokens[at].Shape == mention.Mark {
				continue
			}
			if d.sameWord(w, at) {
				n, k = n+1, at
				break
			}
			slip++
		}
	}
	return n
}

// sameWord reports whether two tokens are one word, capital letters as small ones.
func (d *decoder) sameWord(a, b int32) bool {
	return strings.EqualFold(d.Text.Word(int(a)), d.Text.Word(int(b)))
}

// remade gives heading stretch q the source of the words in the text below that it is made of: of the quotation that
// they stand in, or of the sentence that reports them.
func (d *decoder) remade(q int) {
	k := d.resembling(q)
	if k < 0 {
		return
	}
	c := Candidate{Mention: -1}
	if d.Text.Tokens[k].Quote >= 0 {
		b := d.outermost(k)
		if a := &d.out[b]; b <= q || a.Kind == quotes.KindScare || a.Source.Score < leastScore {
			return
		}
		c = d.out[b].Source
	} else {
		l := d.outerLine(int(d.Text.Tokens[k].Paragraph), d.above)
		d.above = l.items
		if told, ok := l.narrated(l.itemOf(k, 0)); ok && d.third(told.Mention) {
			c, c.Score = told, resembled
		}
	}
	if c.Mention < 0 {
		return
	}
	c.Rule, c.Features, c.Score = Echo, Features{}, min(c.Score, resembled)
	d.adopt(q, c)
}

// third reports whether mention m can be whom a report of somebody's words tells of.
func (d *decoder) third(m int) bool {
	x := &d.Mentions[m]
	return x.Kind != mention.Pro || d.Text.Tokens[x.First].Class.Has(mention.He|mention.She|mention.They|mention.It)
}
