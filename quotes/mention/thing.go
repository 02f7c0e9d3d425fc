package mention

// longestShort is the length of the words that are a thing's only with two capitals: AI and
// EVs, but not Ai.
const longestShort = 4

// thing reports whether token i is by itself what the tables have as a thing with a capital:
// GDP, Brexit. It may stand in the name of a body.
func (f *finder) thing(i int) bool {
	t := f.t
	tok, word := &t.Tokens[i], t.Word(i)
	if !tok.Class.Has(Thing) || tok.Class.Has(Male|Female|Place|OrgName) || t.Words.Lookup(word, false).Has(Thing) {
		return false
	}
	return (len(word) > longestShort || capitals(word) > 1) && !f.nextCapital(i) && !f.surname(i)
}

// capitals counts the letters A to Z of a word.
func capitals(word string) int {
	n := 0
	for i := range len(word) {
		if 'A' <= word[i] && word[i] <= 'Z' {
			n++
		}
	}
	return n
}
