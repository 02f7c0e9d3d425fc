package attribute

import (
	"onrecord/quotes"
	"onrecord/quotes/marks"
	"onrecord/quotes/mention"
)

// Scene is an article as attribution sees it.
type Scene struct {
	Text     *mention.Text
	Mentions []mention.Mention
	Quoted   []marks.Quoted
	Headings []bool // by paragraph
	// Ranker is what decides; nil for the one in the binary.
	Ranker *Ranker
	// Observe, unless nil, is handed what the ranker sees of each stretch.
	Observe func(Observation)

	// startAt and endAt give the mention that starts at a token, or ends
	// before it, plus one.
	startAt, endAt []int32
	tokenRange     []tokenRange
	doubles        bool // the article has stretches in other than single marks
	marked         bool // and in other than dashes
}

// item is a token outside marks, or a whole stretch.
type item struct {
	index int32
	quote bool
}

// line is a paragraph, or the inside of a stretch, with the stretches in it
// taken as one item each.
type line struct {
	*Scene
	items     []item
	paragraph int
	heading   bool
	inner     bool // of a stretch: somebody tells
}

// prepare indexes the mentions by token.
func (s *Scene) prepare(mem *memory) {
	mem.starts, mem.ends = zeros(mem.starts, len(s.Text.Tokens)+1), zeros(mem.ends, len(s.Text.Tokens)+1)
	s.startAt, s.endAt = mem.starts, mem.ends
	for i := range s.Mentions {
		m := &s.Mentions[i]
		s.startAt[m.First] = int32(i + 1)
		s.endAt[m.Last] = int32(i + 1)
	}
	for i := range s.Quoted {
		if q := &s.Quoted[i]; q.Style != marks.Single && q.Depth == 0 {
			s.doubles = true
			s.marked = s.marked || q.Style != marks.Dash
		}
	}
}

// outerLine is paragraph p with its stretches at depth 0. It uses buf's memory.
func (s *Scene) outerLine(p int, buf []item) line {
	l := line{Scene: s, items: buf[:0], paragraph: p, heading: p < len(s.Headings) && s.Headings[p]}
	last := int32(-1)
	for i := s.Text.First[p]; i < s.Text.First[p+1]; i++ {
		q := s.Text.Tokens[i].Quote
		for q >= 0 && s.Quoted[q].Depth > 0 {
			q = int32(s.Quoted[q].Parent)
		}
		l.push(i, q, &last)
	}
	return l
}

// innerLine is the inside of stretch q.
func (s *Scene) innerLine(q int, first, end int32, buf []item) line {
	l := line{Scene: s, items: buf[:0], paragraph: s.Quoted[q].Paragraph, inner: true}
	last := int32(-1)
	for i := first; i < end; i++ {
		in := s.Text.Tokens[i].Quote
		for in >= 0 && int(in) != q && s.Quoted[in].Parent != q {
			in = int32(s.Quoted[in].Parent)
		}
		if int(in) == q {
			in = -1
		}
		l.push(i, in, &last)
	}
	return l
}

func (l *line) push(i, q int32, last *int32) {
	switch {
	case q < 0:
		l.items = append(l.items, item{index: i})
	case q != *last:
		l.items = append(l.items, item{index: q, quote: true})
	}
	*last = q
}

// tok is the token of item k, or an empty one for a stretch or past the ends.
func (l *line) tok(k int) *mention.Token {
	if k < 0 || k >= len(l.items) || l.items[k].quote {
		return &noToken
	}
	return &l.Text.Tokens[l.items[k].index]
}

var noToken = mention.Token{Sentence: -1, Quote: -1, Shape: mention.Mark, Punct: 0}

func (l *line) quoteAt(k int) bool { return k >= 0 && k < len(l.items) && l.items[k].quote }

func (l *line) class(k int) mention.Class { return l.tok(k).Class }

// punct is the punctuation at item k, 0 for none.
func (l *line) punct(k int) byte {
	t := l.tok(k)
	if t.Shape != mention.Mark {
		return 0
	}
	return t.Punct
}

// starting is the mention that starts at item k, or -1.
func (l *line) starting(k int) int {
	if k < 0 || k >= len(l.items) || l.items[k].quote {
		return -1
	}
	return int(l.startAt[l.items[k].index]) - 1
}

// ending is the mention that ends with item k, or -1.
func (l *line) ending(k int) int {
	if k < 0 || k >= len(l.items) || l.items[k].quote {
		return -1
	}
	return int(l.endAt[l.items[k].index+1]) - 1
}

// itemOf is the item of token i, searched near item k.
func (l *line) itemOf(i int32, k int) int {
	k = max(0, min(k, len(l.items)-1))
	at := func(k int) int32 {
		if l.items[k].quote {
			return l.firstToken(int(l.items[k].index))
		}
		return l.items[k].index
	}
	for k > 0 && at(k) > i {
		k--
	}
	for k+1 < len(l.items) && at(k+1) <= i {
		k++
	}
	return k
}

// Phrase is where mention m is printed: a name with the role to which it stands
// in apposition, and whose that is: "Sato's envoy, Kenji Mori,".
func (s *Scene) Phrase(m int) quotes.Span {
	x := &s.Mentions[m]
	span := x.Span(s.Text)
	if m == 0 || x.Kind != mention.Name || x.Owner || x.Being == mention.Location {
		return span
	}
	role := &s.Mentions[m-1]
	if role.Kind != mention.Nominal || role.Owner || role.Sentence != x.Sentence || role.Quote != x.Quote ||
		max(role.Last, role.PrintLast) != x.First-1 || s.Text.Tokens[x.First-1].Punct != ',' {
		return span
	}
	if int(x.Last) < len(s.Text.Tokens) {
		if next := &s.Text.Tokens[x.Last]; next.Shape != mention.Mark && !next.Class.Has(mention.Verb) {
			return span // not "he told the envoy, Kenji Mori of the port wrote"
		}
	}
	if m > 1 && role.Owned {
		if owner := &s.Mentions[m-2]; owner.Owner && owner.Sentence == x.Sentence && role.First-owner.Last <= ownerReach {
			role = owner
		}
	}
	span.Start = role.Span(s.Text).Start
	return span
}

// ownerReach is how many tokens may stand between an owner and the role owned:
// the genitive and words that no mention holds.
const ownerReach = 4
