package text

// isQuoteMark reports whether r can be a quote mark, apostrophes included.
func isQuoteMark(r rune) bool {
	switch r {
	case '"', '\'', '`', '“', '”', '„', '‟', '‘', '’', '‚', '‛', '«', '»', '‹', '›', '「', '」', '『', '』', '＂':
		return true
	}
	return false
}

// isTerminal reports whether r ends a sentence.
func isTerminal(r rune) bool {
	switch r {
	case '.', '!', '?', '…', '。', '！', '？', '．', '‼', '⁇', '؟', '।':
		return true
	}
	return false
}

// isWide reports whether r is a terminal that needs no space after it.
func isWide(r rune) bool { return r == '。' || r == '！' || r == '？' || r == '．' }

// isDash reports whether r is a hyphen or a dash.
func isDash(r rune) bool {
	return r == '-' || r >= '‐' && r <= '―' || r == '−'
}
