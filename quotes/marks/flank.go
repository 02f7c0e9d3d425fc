package marks

import (
	"unicode"
	"unicode/utf8"

	"onrecord/quotes/text"
)

// flank is what stands beside a mark, other marks and invisible characters
// skipped.
type flank uint8

const (
	edge   flank = iota // the paragraph's start or end
	space               // white space
	opener              // ( [ { / and the like
	dash
	stop // . , ! ? ; ) ] } and other punctuation that follows a word
	colon
	ellipsis
	word // a letter or symbol
	digit
	invisible // skipped
)

var asciiFlanks = func() (t [utf8.RuneSelf]flank) {
	for c := range t {
		switch r := rune(c); {
		case r <= ' ' || r == 0x7f:
			t[c] = space
		case r >= '0' && r <= '9':
			t[c] = digit
		default:
			t[c] = word
		}
	}
	for _, c := range "([{/<=" {
		t[c] = opener
	}
	for _, c := range ".,!?;)]}>" {
		t[c] = stop
	}
	t[':'], t['-'] = colon, dash
	return t
}()

func classOf(r rune) flank {
	if r < utf8.RuneSelf {
		return asciiFlanks[r]
	}
	switch {
	case r == '…':
		return ellipsis
	case r >= '‐' && r <= '―' || r == '−':
		return dash
	case unicode.IsSpace(r):
		return space
	case text.IsSpace(r):
		return invisible
	case unicode.Is(unicode.Ps, r):
		return opener
	case unicode.IsPunct(r) && r != '¿' && r != '¡':
		return stop
	case unicode.IsDigit(r):
		return digit
	}
	return word
}

// classAfter is what stands at i, before limit; edge at the end of s,
// invisible if nothing visible stands before a limit that is a mark.
func classAfter(s string, i, limit int) flank {
	for i < limit {
		r, n := utf8.DecodeRuneInString(s[i:])
		c := classOf(r)
		if c == stop && r == '.' && i+1 < len(s) && s[i+1] == '.' {
			return ellipsis
		}
		if c != invisible {
			return c
		}
		i += n
	}
	if i >= len(s) {
		return edge
	}
	return invisible
}

// classBefore is what stands before i, from limit on; edge at limit.
func classBefore(s string, limit, i int) flank {
	for i > limit {
		r, n := utf8.DecodeLastRuneInString(s[limit:i])
		c := classOf(r)
		if c == stop && r == '.' && i-2 >= limit && s[i-2] == '.' {
			return ellipsis
		}
		if c != invisible {
			return c
		}
		i -= n
	}
	return edge
}

// flanks fills in what stands beside each of a paragraph's marks; s ends with
// the paragraph. Marks set side by side share the flanks of their row.
func flanks(s string, start int, marks []mark) {
	for i := range marks {
		from := start
		if i > 0 {
			from = marks[i-1].End
		}
		c := classBefore(s, from, marks[i].Start)
		if c == edge && i > 0 {
			c = marks[i-1].left
		}
		marks[i].left = c
	}
	for i := len(marks) - 1; i >= 0; i-- {
		to := len(s)
		if i+1 < len(marks) {
			to = marks[i+1].Start
		}
		c := classAfter(s, marks[i].End, to)
		if c == invisible {
			c = marks[i+1].right
		}
		marks[i].right = c
	}
}
