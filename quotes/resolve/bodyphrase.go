package resolve

import (
	"slices"

	"onrecord/quotes/mention"
	"onrecord/quotes/text"
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
	r.ties(e, r.word(int(head)), r.wordsBefore(first, head))
}

// ties notes that a phrase of the noun, "" for any, and of the words may mean body e.
func (r *resolver) ties(e int, noun string, words []string) {
	if len(r.tied) == maxBodyPhrases {
		r.tied = slices.Delete(r.tied, 0, maxBodyPhrases/2)
	}
	r.tied = append(r.tied, bodyPhrase{noun, words, e})
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
	words, noun := r.wordsBefore(m.First, m.Head), r.head(m)
	if len(words) == 0 {
		return -1
	}
	return r.onlyTied(-1, func(p *bodyPhrase) bool {
		return (r.alsoCalled(p.noun, noun) || p.noun == "" && r.seatOf(p.entity, noun)) && r.holdsAll(p.words, words)
	})
}

// onlyTied is the one body named so far to which the text has tied phrases that fit, found if it is no
// other, -1 for nobody yet; -1: none, or several.
func (r *resolver) onlyTied(found int, fits func(p *bodyPhrase) bool) int {
	for k := range r.tied {
		p := &r.tied[k]
		if r.entities[p.entity].last < 0 || p.entity == found || !fits(p) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = p.entity
	}
	return found
}

// seatOf reports whether entity e, beside whose name the text has put where it has its seat, may be called
// by the noun: the Oslo-based company.
func (r *resolver) seatOf(e int, noun string) bool {
	x := &r.entities[e]
	return (r.t.Words.AnyKind(noun) || r.t.Words.Trait(noun)&mention.AnyBody != 0 || r.calledBy(x.parts, noun)) && !x.person && !x.titled && x.Gender == mention.Unknown && x.Role == ""
}

// notesSeat notes where entity e, named by mention i, has its seat: "Oslo-based Harbour Lines" and "Harbour
// Lines, based in Oslo,".
func (r *resolver) notesSeat(i, e int) {
	m, tokens := &r.mentions[i], r.t.Tokens
	if m.First != m.NameFirst || m.Being == mention.Person || m.Being == mention.Location {
		return
	}
	if k := int(m.First) - 1; k >= 0 && tokens[k].Sentence == m.Sentence && r.seated(k) {
		first := k
		for first > 0 && k-first < longestOwner && tokens[first-1].Shape == mention.Capital && tokens[first-1].Sentence == m.Sentence {
			first--
		}
		r.ties(e, "", r.wordsBefore(int32(first), m.First))
		return
	}
	if first := r.nounPhraseBefore(m.First); m.Being == mention.Organisation && first > 0 && first < m.First && tokens[first].Shape == mention.Lower && tokens[first-1].Class.Has(mention.Definite) {
		r.ties(e, r.head(m), r.wordsBefore(first, m.First)) // "the opposition Harbour Party"
	}
	k := int(m.Last)
	if k < len(tokens) && tokens[k].Punct == ',' {
		k++
	}
	if k+2 >= len(tokens) || tokens[k].Sentence != m.Sentence || tokens[k].Trait&mention.Hyphened == 0 || tokens[k+1].Trait&mention.Wherein == 0 || tokens[k+2].Shape != mention.Capital || tokens[k+2].Sentence != m.Sentence {
		return
	}
	end := k + 3
	for end < len(tokens) && end < k+2+longestOwner && tokens[end].Shape == mention.Capital && tokens[end].Sentence == m.Sentence {
		end++
	}
	words := r.fold(int32(k+2), int32(end-1))
	r.ties(e, "", append(words, text.Key(r.t.Word(end-1)+"-"+r.t.Word(k))))
}

// tiedKinds are the kinds of bodies that the nouns tell which the text has tied to entity e.
func (r *resolver) tiedKinds(e int) mention.Trait {
	var kinds mention.Trait
	for _, p := range r.tied {
		if p.entity == e {
			kinds |= r.t.Words.Trait(p.noun) & mention.BodyKinds
		}
	}
	return kinds
}

// alsoCalled reports whether a body that is called by the one noun may be by the other: an airline is a
// carrier and a company.
func (r *resolver) alsoCalled(known, noun string) bool {
	if known == noun || r.t.Words.BodyNoun(known) == noun {
		return true
	}
	return r.t.Words.AnyKind(noun) && r.t.Words.Trait(noun)&r.t.Words.Trait(known)&mention.BodyKinds != 0
}

// tiedTo is the body to which the text has tied the noun, or else one for which it stands, the carrier of
// "the airline Brightwater"; -1: none, or several.
func (r *resolver) tiedTo(noun string) int {
	found, ok := r.called[noun]
	switch {
	case !ok:
		found = -1
	case r.entities[found].last < 0:
		return -1
	}
	return r.onlyTied(found, func(p *bodyPhrase) bool { return p.noun == noun || !ok && r.t.Words.BodyNoun(p.noun) == noun })
}

// nounPhraseBefore is the first token of the phrase whose noun, for a body, is token k: the campaign of
// "the campaign group Green Future".
func (r *resolver) nounPhraseBefore(k int32) int32 {
	first := k
	for first > 0 && k-first < longestOwner {
		t := &r.t.Tokens[first-1]
		if t.Shape == mention.Mark || t.Sentence != r.t.Tokens[k].Sentence || t.Class.Has(mention.Closed|mention.Determiner|mention.Possessive|mention.Genitive) {
			break
		}
		if t.Class.Has(mention.Core|mention.Past) && !(first > 1 && r.t.Tokens[first-2].Class.Has(mention.Determiner)) { // the state broadcaster
			break
		}
		first--
	}
	return first
}
