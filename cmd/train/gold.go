package main

import (
	"strings"
	"unicode"

	"onrecord/quotes"
)

// The rules by which a stretch counts as found and a mention as right: those
// of the corpus's scorer, its strict ones.

const (
	quoteChars = " \t\r\n\u00a0\u200b\ufeff\"“”„‟«»`'‘’"
	edgeChars  = quoteChars + ".,;:!?…—–-"
)

var stopWords = wordSet("a an the this that these those some any of and or at in on for to by from with 's")

func wordSet(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

// trim takes marks and edge punctuation off a span.
func (d *document) trim(s quotes.Span) quotes.Span {
	s.Start, s.End = max(s.Start, 0), min(s.End, len(d.runes))
	shrink := func(s quotes.Span, chars string) quotes.Span {
		for s.Start < s.End && strings.ContainsRune(chars, d.runes[s.Start]) {
			s.Start++
		}
		for s.End > s.Start && strings.ContainsRune(chars, d.runes[s.End-1]) {
			s.End--
		}
		return s
	}
	s = shrink(s, quoteChars)
	if t := shrink(s, edgeChars); !t.Empty() {
		return t
	}
	return s
}

// segments cuts spans at line ends and trims them.
func (d *document) segments(spans []quotes.Span) []quotes.Span {
	var out []quotes.Span
	for _, s := range spans {
		start := max(s.Start, 0)
		for i := start; i <= min(s.End, len(d.runes)); i++ {
			if i == min(s.End, len(d.runes)) || d.runes[i] == '\n' {
				if t := d.trim(quotes.Span{Start: start, End: i}); !t.Empty() {
					out = append(out, t)
				}
				start = i + 1
			}
		}
	}
	return out
}

func (g *goldSpan) pieces() []quotes.Span {
	if len(g.Spans) == 0 {
		return []quotes.Span{{Start: g.Start, End: g.End}}
	}
	out := make([]quotes.Span, len(g.Spans))
	for i, s := range g.Spans {
		out[i] = quotes.Span{Start: s[0], End: s[1]}
	}
	return out
}

func (s *source) pieces() []quotes.Span {
	g := goldSpan{Start: s.Start, End: s.End, Spans: s.Spans}
	return g.pieces()
}

// iou is the shared part of two spans over their union.
func iou(a, b quotes.Span) float64 {
	shared := min(a.End, b.End) - max(a.Start, b.Start)
	if shared <= 0 {
		return 0
	}
	return float64(shared) / float64(max(a.End, b.End)-min(a.Start, b.Start))
}

// words are the folded words of a text, without 's.
func words(s string) []string {
	s = strings.ReplaceAll(strings.ToLower(s), "’", "'")
	var out []string
	for _, w := range strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' && r != '.' && r != '\'' && r != '-'
	}) {
		if cut, ok := strings.CutSuffix(w, "'s"); ok {
			w = cut
		}
		if w = strings.Trim(w, ".'-"); w != "" {
			out = append(out, w)
		}
	}
	return out
}

func allStop(list []string) bool {
	for _, w := range list {
		if !stopWords[w] {
			return false
		}
	}
	return true
}

// head is a source up to its first comma, bracket or relative clause.
func (d *document) head(s *source) []quotes.Span {
	p := s.pieces()[0]
	for i := p.Start; i < p.End; i++ {
		rest := string(d.runes[i:min(i+6, p.End)])
		r := d.runes[i]
		cut := r == ',' || r == '(' || r == ';' || r == '—' || strings.HasPrefix(rest, " - ")
		if !cut && (i == 0 || !isWord(d.runes[i-1])) {
			for _, w := range []string{"who", "which"} {
				if strings.HasPrefix(rest, w) && (i+len(w) >= len(d.runes) || !isWord(d.runes[i+len(w)])) {
					cut = true
				}
			}
		}
		if cut {
			if !allStop(words(string(d.runes[p.Start:i]))) {
				return []quotes.Span{{Start: p.Start, End: i}}
			}
			break
		}
	}
	return s.pieces()
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' }

// hits reports whether a mention touches a source, or its head, by a word that is
// no determiner.
func (d *document) hits(m quotes.Span, spans []quotes.Span) bool {
	var everything []string
	for _, p := range spans {
		everything = append(everything, words(string(d.runes[p.Start:p.End]))...)
	}
	only := allStop(everything)
	for _, p := range spans {
		for i := p.Start; i < p.End; {
			j := i
			for j < p.End && !unicode.IsSpace(d.runes[j]) && !strings.ContainsRune(",;()\"“”", d.runes[j]) {
				j++
			}
			if j == i {
				i++
				continue
			}
			if min(j, m.End) > max(i, m.Start) && (only || !allStop(words(string(d.runes[i:j])))) {
				return true
			}
			i = j
		}
	}
	return false
}
