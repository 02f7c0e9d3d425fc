package marks

import (
	"unicode"
	"unicode/utf8"

	"onrecord/quotes"
)

// prior is which way a glyph points where it is set as its makers meant.
type prior int8

const (
	neither prior = iota
	opens
	closes
)

// glyph is one way to write a mark.
type glyph struct {
	text  string
	style Style
	prior prior
	// firm is what it costs to read the glyph against its prior.
	firm int
}

// glyphs are the marks the scanner knows; of those with a common beginning
// the longer ones come first. Doubled single marks are double marks.
//
// “ closes in German („…“) and ” opens in Swedish (”…”), and word processors
// set both the wrong way round; guillemets point outwards in French and
// inwards in German.
var glyphs = []glyph{
	{`"`, Double, neither, 0},
	{`“`, Double, opens, 20},
	{`”`, Double, closes, 20},
	{`„`, Double, opens, 60},
	{`‟`, Double, opens, 30},
	{`＂`, Double, neither, 0},
	{"``", Double, opens, 40},
	{`''`, Double, closes, 5},
	{`‘‘`, Double, opens, 20},
	{`’’`, Double, closes, 20},
	{`‚‚`, Double, opens, 60},
	{`'`, Single, neither, 0},
	{"`", Single, opens, 20},
	{`‘`, Single, opens, 20},
	{`’`, Single, closes, 20},
	{`‚`, Single, opens, 40},
	{`‛`, Single, opens, 20},
	{`«`, Guillemet, opens, 15},
	{`»`, Guillemet, closes, 15},
	{`‹`, Angle, opens, 15},
	{`›`, Angle, closes, 15},
	{`「`, Corner, opens, 200},
	{`」`, Corner, closes, 200},
	{`『`, WhiteCorner, opens, 200},
	{`』`, WhiteCorner, closes, 200},
}

// glyphsByLead are the glyphs by their first byte, longest first.
var glyphsByLead = func() (t [256][]glyph) {
	for _, doubled := range []bool{true, false} {
		for _, g := range glyphs {
			if isDoubled(g) == doubled {
				t[g.text[0]] = append(t[g.text[0]], g)
			}
		}
	}
	return t
}()

// isDoubled reports whether the glyph is a single mark set twice.
func isDoubled(g glyph) bool {
	half := len(g.text) / 2
	return g.text[:half] == g.text[half:]
}

// mark is a mark in the text.
type mark struct {
	quotes.Span
	glyph       *glyph
	left, right flank
}

// glyphAt is the glyph that starts at i, or nil.
func glyphAt(s string, i int) *glyph {
	candidates := glyphsByLead[s[i]]
	for k := range candidates {
		if g := &candidates[k]; len(s)-i >= len(g.text) && s[i:i+len(g.text)] == g.text {
			return g
		}
	}
	return nil
}

// collect appends the marks of a paragraph to dst, in order. Apostrophes
// inside words are left out.
func collect(dst []mark, s string, p quotes.Span) []mark {
	first := len(dst)
	s = s[:p.End]
	for i := p.Start; i < len(s); {
		if glyphsByLead[s[i]] == nil {
			i++
			continue
		}
		g := glyphAt(s, i)
		if g == nil {
			i++
			continue
		}
		end := i + len(g.text)
		if g.style != Single || !inWord(s, p.Start, i, end) {
			dst = append(dst, mark{Span: quotes.Span{Start: i, End: end}, glyph: g})
		}
		i = end
	}
	flanks(s, p.Start, dst[first:])
	return dst
}

// inWord reports whether letters stand right on both sides, as in don't.
func inWord(s string, from, start, end int) bool {
	if start <= from || end >= len(s) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[from:start])
	after, _ := utf8.DecodeRuneInString(s[end:])
	return alphanumeric(before) && alphanumeric(after)
}

func alphanumeric(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= '0' && r <= '9' || r|0x20 >= 'a' && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}
