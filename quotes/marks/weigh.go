package marks

// cost is what speaks against one reading of a mark, in tenths of a sure sign.
type cost = int32

// never is the cost of a reading that is out of the question.
const never cost = 1 << 20

// weight is what each reading of a mark costs.
type weight struct {
	open, close, skip cost
}

// weighDouble weighs a double mark by its flanks and its direction.
func weighDouble(s string, m *mark) weight {
	w := weight{skip: 50}
	w.open, w.close = weighFlanks(m.left, m.right)
	switch m.glyph.prior {
	case opens:
		w.close += cost(m.glyph.firm)
	case closes:
		w.open += cost(m.glyph.firm)
	case neither:
		if m.left == digit && m.glyph.text == `"` {
			w.skip = 8 // inches, or the end of what ends in a number
		}
	}
	if m.left == edge || m.left == colon || capitalAt(s, m.End) {
		w.skip += 6 // where quotes begin
	}
	if m.left == digit && isUnit(s, m) {
		w.skip = 0
	}
	return w
}

// capitalAt reports whether a capital letter of ASCII stands at i.
func capitalAt(s string, i int) bool { return i < len(s) && s[i] >= 'A' && s[i] <= 'Z' }

// isUnit reports whether a mark after a digit means inches in 6'2".
func isUnit(s string, m *mark) bool {
	i := m.Start
	for i > 0 && (s[i-1]-'0' < 10 || s[i-1] == '.' || s[i-1] == ' ') && m.Start-i < 5 {
		i--
	}
	if i == m.Start || i == 0 {
		return false
	}
	feet := s[i-1] == '\'' || i >= 3 && (s[i-3:i] == "’" || s[i-3:i] == "′")
	before := i - 1
	if s[i-1] != '\'' {
		before = i - 3
	}
	return feet && before > 0 && s[before-1]-'0' < 10
}

// weighFlanks weighs opening against closing by what stands on both sides.
func weighFlanks(left, right flank) (opening, ending cost) {
	wordAfter := right == word || right == digit || right == opener
	switch left {
	case edge, space, opener:
		return weighAfterSpace(left, right)
	case dash:
		if wordAfter || right == ellipsis {
			return 5, 18
		}
		return 40, 0
	case colon:
		if wordAfter {
			return 5, 30
		}
		return 40, 2
	case stop, ellipsis:
		if wordAfter {
			return 10, 8
		}
		return 40, 0
	}
	// A word or number stands before.
	switch right {
	case word, digit:
		return 15, 15
	case opener:
		return 30, 2
	}
	return 40, 0
}

// weighAfterSpace weighs a mark that stands at the start, after a space or an
// opening bracket.
func weighAfterSpace(left, right flank) (opening, ending cost) {
	switch right {
	case word, digit, opener:
		return 0, 40
	case ellipsis:
		return 3, 30
	case dash:
		return 5, 20
	case stop, colon:
		if left == opener && right == colon {
			return 0, 40
		}
		return 25, 10
	}
	// Space, or the end, stands after.
	switch {
	case left == opener:
		return 10, 10
	case left == edge:
		return 5, 40
	case right == edge:
		return 40, 5
	}
	return 10, 10
}
