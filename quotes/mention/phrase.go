package mention

import "onrecord/quotes/text"

// phrases are those of a table, their words joined by hyphens, and what it has for each.
type phrases struct {
	of     map[string]string
	begins map[string]bool // what they begin with, up to each hyphen and whole
}

func newPhrases(of map[string]string) phrases {
	p := phrases{of, map[string]bool{}}
	for phrase := range of {
		for i := range phrase {
			if phrase[i] == '-' {
				p.begins[phrase[:i]] = true
			}
		}
		p.begins[phrase] = true
	}
	return p
}

// opens reports whether a phrase begins with a word, which fixedWord has not seen yet.
func (p *phrases) opens(word string) bool {
	if !text.ASCII(word) {
		return p.begins[fixedWord(word)]
	}
	var short [24]byte // so that few words need memory
	return p.begins[string(appendLower(short[:0], word))]
}

// longest is how many words the longest phrase has that the words begin with and that may end at
// its last one, and what the table has for it; 0 for none. The words are asked for one by one, as
// long as a phrase goes on, up to most.
func (p *phrases) longest(most int, word func(k int) string, ends func(k int) bool) (n int, of string) {
	phrase := ""
	for k := range most {
		phrase += word(k)
		if !p.begins[phrase] {
			break
		}
		if found := p.of[phrase]; found != "" && ends(k) {
			n, of = k+1, found
		}
		phrase += "-"
	}
	return n, of
}
