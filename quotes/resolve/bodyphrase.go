package resolve

import (
	"slices"

	"onrecord/quotes/mention"
)

// bodyPhrase is a phrase that the text has put beside the name of a body: the water company of
// "Brightwater, a water company,".
type bodyPhrase struct {
	noun   string
	words  []string // the folded ones before it, without an article
	entity int
}

// maxBodyPhrases bounds the phrases that are kept, the last ones.
const maxBodyPhrases = 64

// beside notes that the text puts the phrase from token first to its noun, head, beside body e's name.
func (r *resolver) beside(e int, first, head int32) {
	if len(r.tied) == maxBodyPhrases {
		r.tied = slices.Delete(r.tied, 0, maxBodyPhrases/2)
	}
	r.tied = append(r.tied, bodyPhrase{r.word(int(head)), r.wordsBefore(first, head), e})
}

// wordsBefore is the folded words, articles apart, of a phrase before its noun, and what has it.
func (r *resolver) wordsBefore(first, head int32) []string {
	words := r.ownerNoun(first)
	for first < head && r.t.Tokens[first].Class.Has(mention.Determiner|mention.Possessive) {
		first++
	}
	return append(words, r.fold(first, head)...)
}

// besideBefore is the one body beside whose name the text has put the words of phrase m, "the water
// company". -1: none, several, or the phrase is its noun alone.
func (r *resolver) besideBefore(m *mention.Mention) int {
	if m.PrintLast > m.Last || !m.Definite && !m.Owned {
		return -1
	}
	words, found := r.wordsBefore(m.First, m.Head), -1
	if len(words) == 0 {
		return -1
	}
	noun := r.head(m)
	for _, p := range r.tied {
		if p.noun != noun || r.entities[p.entity].last < 0 || !r.holdsAll(p.words, words) {
			continue
		}
		if found >= 0 && found != p.entity {
			return -1
		}
		found = p.entity
	}
	return found
}

// nounPhraseBefore is the first token of the phrase whose noun, for a body, is token k: the campaign of
// "the campaign group Green Future".
func (r *resolver) nounPhraseBefore(k int32) int32 {
	first := k
	for first > 0 && k-first < longestOwner {
		t := &r.t.Tokens[first-1]
		if t.Shape == mention.Mark || t.Sentence != r.t.Tokens[k].Sentence || t.Class.Has(mention.Closed|mention.Determiner|mention.Possessive|mention.Genitive|mention.Core|mention.Past) {
			break
		}
		first--
	}
	return first
}
