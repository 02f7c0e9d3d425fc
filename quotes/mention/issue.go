package mention

// Issues reports whether the verb at token i has for its object a text that bodies issue:
// "released a statement", "put out a short statement".
func (t *Text) Issues(i int) bool {
	verb := &t.Tokens[i]
	if verb.Trait&Issues == 0 {
		return false
	}
	for k := i + 1; k < len(t.Tokens) && k <= i+longestIssue && t.Tokens[k].Shape == Lower && t.Tokens[k].Sentence == verb.Sentence && t.Tokens[k].Quote == verb.Quote; k++ {
		if t.Words.Issued(t.Word(k)) {
			return true
		}
	}
	return false
}

// longestIssue bounds the words from a verb of issuing to the text.
const longestIssue = 5
