package mention

import "strings"

// longestKnown bounds the words of the names of known bodies.
const longestKnown = 4

// KnownBody is the noun for the body that name m is, one that texts name without a word of what it is; "": it is none.
func (t *Text) KnownBody(m *Mention) string {
	switch n := m.NameLast - m.NameFirst; {
	case n == 1:
		return t.Words.paired(knownBodies, t.Word(int(m.NameFirst)))
	case n > longestKnown:
		return ""
	}
	return t.Words.paired(knownBodies, strings.ReplaceAll(t.Slice(int(m.NameFirst), int(m.NameLast)), " ", "-"))
}
