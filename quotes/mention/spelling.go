package mention

import "strings"

// unknownClasses are those that a word has only by its ending, or in a heading, where it may be a name.
const unknownClasses = Participle | Past | OrgName | Place

// startsSmall reports whether the word at i, with a capital, is one that this text has in small letters, or texts in
// general, where it neither says anything nor is a label, and that this one has with a capital only where a sentence begins.
func (f *finder) startsSmall(i int) bool {
	word := strings.ToLower(f.t.Word(i))
	inSmall := f.inSmall(word) // notes what is proper, too
	says := i+1 < len(f.t.Tokens) && (f.t.Tokens[i+1].Punct == ':' || f.t.Tokens[i+1].Shape == Lower && f.t.Tokens[i+1].Class.Has(Core))
	return (inSmall || !says && f.t.Words.Small(word)) && !f.proper[f.t.Word(i)]
}

// inSmall reports whether running text has a word, of no other classes than those, in small letters.
func (f *finder) inSmall(word string) bool {
	if f.small == nil {
		f.spellings()
	}
	return f.small[word]
}

// spellings notes which words that no table has stand in running text in small letters, and which with
// a capital where no sentence begins.
func (f *finder) spellings() {
	f.small, f.proper = map[string]bool{}, map[string]bool{}
	for i := range f.t.Tokens {
		switch tok := &f.t.Tokens[i]; {
		case f.t.Heading(tok.Paragraph):
		case tok.Shape == Lower && tok.Class&^unknownClasses == 0:
			f.small[f.t.Word(i)] = true
		case tok.Shape == Capital && tok.Class == 0 && !f.opens(i):
			f.proper[f.t.Word(i)] = true
		}
	}
}

// pair notes the pairs of words with capitals, the first one known, that stand where no sentence begins.
func (f *finder) pair() {
	f.properPairs = map[[2]string]bool{}
	for i := range f.t.Tokens {
		if tok := &f.t.Tokens[i]; tok.Shape == Capital && tok.Class != 0 && f.nextCapital(i) && !f.t.Heading(tok.Paragraph) && !f.opens(i) {
			f.properPairs[[2]string{f.t.Word(i), f.t.Word(i + 1)}] = true
		}
	}
}

// properPair reports whether the words at i and behind it stand elsewhere with capitals where no
// sentence begins: the World Vision of "World Vision said".
func (f *finder) properPair(i int) bool {
	if f.t.Tokens[i].Shape != Capital || !f.nextCapital(i) {
		return false
	}
	if f.properPairs == nil {
		f.pair()
	}
	return f.properPairs[[2]string{f.t.Word(i), f.t.Word(i + 1)}]
}
