package marks

import "strings"

// elided words are hardly ever written without their apostrophe: 'tis, 'em,
// 'n'. Those of perhapsElided are words of their own too.
const (
	elided        = ` em tis twas twere twill twould n tween nother ere ello ol gainst merica nuff scuse fraid s d ll re ve t `
	perhapsElided = ` till til cause cuz cos bout round neath sup im er kay bye un k `
)

// apostropheSkip is what speaks against a mark being an apostrophe where
// nothing shows that it is one.
const apostropheSkip cost = 20

// weighSingle weighs a single mark: quote mark or apostrophe.
func weighSingle(s string, m *mark) weight {
	w := weight{skip: apostropheSkip}
	w.open, w.close = weighFlanks(m.left, m.right)
	switch m.glyph.prior {
	case opens:
		w.close += cost(m.glyph.firm)
		w.skip += 5
	case closes:
		w.open += cost(m.glyph.firm)
	}
	before := m.left == word || m.left == digit
	after := m.right == word || m.right == digit
	switch {
	case before && after:
		w = weight{60, 60, 0}
	case after && elision(s, m.End) > 0:
		w.open += elision(s, m.End)
		w.skip = 0
	case after && m.glyph.prior == closes:
		w.skip = 3
	case m.left == digit:
		w.skip = 5
		w.close += 5
	case m.left == word:
		w.skip, w.close = weighPossessive(s, m, w.close)
	case m.left == space && m.right == space:
		w.skip = 5
	case m.left == stop && (m.right == space || m.right == edge):
		w.skip = 30
	}
	return w
}

// weighPossessive tells the apostrophe of the boys' room, or of goin', from a
// closing mark after a word.
func weighPossessive(s string, m *mark, closer cost) (skip, closed cost) {
	last := s[m.Start-1] | 0x20
	switch {
	case last == 'n' && apostropheBefore(s, m.Start-1): // rock 'n' roll
		return 0, closer + 25
	case (last == 's' || last == 'z' || last == 'x') && m.right == space:
		return 2, closer + 10
	case last == 's':
		return 6, closer + 3
	case last == 'n' && m.Start >= 2 && s[m.Start-2]|0x20 == 'i', last == 'o', last == 'l':
		return 8, closer + 3
	}
	return 15, closer
}

func apostropheBefore(s string, i int) bool {
	g := ""
	switch {
	case i >= 1 && s[i-1] < 0x80:
		g = s[i-1 : i]
	case i >= 3:
		g = s[i-3 : i]
	}
	return g == "'" || g == "’" || g == "‘" || g == "`"
}

// elision is what speaks against an opening mark before the word at i: that it
// is written with an apostrophe in front, or is a year or decade without its
// century.
func elision(s string, i int) cost {
	end := i
	for end < len(s) && end-i < 9 && asciiLetter(s[end]) {
		end++
	}
	if end == i {
		if isShortYear(s, i) {
			return 25
		}
		return 0
	}
	w := " " + strings.ToLower(s[i:end]) + " "
	switch {
	case strings.Contains(elided, w):
		return 25
	case strings.Contains(perhapsElided, w):
		return 12
	}
	return 0
}

// counted are what follows a number that is no year: '90 percent of them'.
var counted = []string{" percent", " per cent", " times", " million", " billion", " years", " people", " points", " to ", "%"}

// isShortYear reports whether two digits, and perhaps an s, stand at i: '90s.
func isShortYear(s string, i int) bool {
	if i+2 > len(s) || s[i]-'0' >= 10 || s[i+1]-'0' >= 10 {
		return false
	}
	rest := s[i+2:]
	for _, unit := range counted {
		if strings.HasPrefix(rest, unit) {
			return false
		}
	}
	rest = strings.TrimPrefix(rest, "s")
	return rest == "" || rest[0]-'0' >= 10 && !asciiLetter(rest[0])
}
