package attribute

import (
	"unicode"
	"unicode/utf8"

	"onrecord/quotes/mention"
)

// lastChar is the kind of character that a stretch's words end with: ',', '.',
// '!', '?', '-' for dashes, or 0.
func (s *Scene) lastChar(q int) byte {
	span := s.Quoted[q].Span
	r, n := utf8.DecodeLastRuneInString(s.Text.Source[span.Start:span.End])
	for r == '"' || r == '\'' || r == '’' || r == '”' || r == ')' {
		span.End -= n
		r, n = utf8.DecodeLastRuneInString(s.Text.Source[span.Start:span.End])
	}
	switch r {
	case ',', '.', '!', '?':
		return byte(r)
	case '…', '。':
		return '.'
	case '-', '–', '—':
		return '-'
	}
	return 0
}

// firstChar is the first letter or digit of a stretch's words.
func (s *Scene) firstChar(q int) rune {
	span := s.Quoted[q].Span
	for _, r := range s.Text.Source[span.Start:span.End] {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
	}
	return 0
}

func (s *Scene) startsSmall(q int) bool { return unicode.IsLower(s.firstChar(q)) }

// firstToken is the first token that lies in stretch q or behind its start.
func (s *Scene) firstToken(q int) int32 { return s.tokenRange[q].first }

// tokenRange is the tokens of a stretch with its marks, half open.
type tokenRange struct{ first, last int32 }

// measure finds the tokens of every stretch, in one walk over both.
func (s *Scene) measure() {
	s.tokenRange = make([]tokenRange, len(s.Quoted))
	i := 0
	for q := range s.Quoted {
		span := s.Quoted[q].Outer
		for i > 0 && int(s.Text.Tokens[i-1].Start) >= span.Start {
			i--
		}
		for i < len(s.Text.Tokens) && int(s.Text.Tokens[i].Start) < span.Start {
			i++
		}
		j := i
		for j < len(s.Text.Tokens) && int(s.Text.Tokens[j].Start) < span.End {
			j++
		}
		s.tokenRange[q] = tokenRange{int32(i), int32(j)}
		if q+1 < len(s.Quoted) && s.Quoted[q+1].Depth == 0 {
			i = j
		}
	}
}

// words counts a stretch's words, and those with a capital.
func (s *Scene) words(q int) (words, capitals, lowers int) {
	r := s.tokenRange[q]
	for i := r.first; i < r.last && words < 40; i++ {
		t := &s.Text.Tokens[i]
		if t.Shape == mention.Mark || t.Class.Has(mention.Genitive) {
			continue
		}
		words++
		switch {
		case t.Shape == mention.Capital || t.Shape == mention.AllCaps || t.Shape == mention.Initial:
			capitals++
		case t.Shape == mention.Lower && !t.Class.Has(mention.Preposition|mention.Determiner|mention.Conjunction|mention.To|mention.Genitive):
			lowers++
		}
	}
	return words, capitals, lowers
}

// articleless is the item before the stretch at item k and its articles: the as of "as a '…'".
func (l *line) articleless(k int) int {
	i := k - 1
	for i > k-1-mostArticles && l.class(i).Has(mention.Determiner) {
		i--
	}
	return i
}

// mostArticles bounds the determiners before a stretch: "all the '…'".
const mostArticles = 2
