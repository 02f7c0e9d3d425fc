package resolve

import (
	"slices"

	"onrecord/quotes"
	"onrecord/quotes/mention"
)

// Bodies that phrases of more than a noun mean.

// doing is the one body whose name has the words by which phrase m, of a noun that tells no more than the
// kind of body, says what it does: the power company of Brightwater Power. -1: none, or several.
func (r *resolver) doing(m *mention.Mention, noun string) int {
	if _, ok := r.bodyPhrases[noun]; ok || !r.specified(m) {
		return -1
	}
	kind := r.traits(m)
	if !r.t.Words.AnyKind(noun) {
		return -1
	}
	return r.onlyEntity(func(e int, x *Entity) bool {
		return x.last >= 0 && len(x.parts) >= 2 && r.hasWords(x.parts, m) && r.ofKind(e, &r.mentions[x.last], kind&mention.BodyKinds)
	})
}

// membersBody is the one body whose name has the noun for those for whom it is that phrase m has, the
// tenants' group of the Tenants' Action Group; -1: none, or several.
func (r *resolver) membersBody(m *mention.Mention, noun string) int {
	of := r.ownerNoun(m.First)
	if len(of) == 0 {
		return -1
	}
	owner := r.ownerOf(m)
	oneOffice := owner != nil && owner.Being == mention.Person && !owner.Plural
	theirs := func(x *Entity) bool {
		if oneOffice && !slices.Contains(x.parts, of[len(of)-1]) {
			return false // "the prime minister's office" is no ministry
		}
		return x.Kind == quotes.SpeakerOrganisation && x.last >= 0 && len(x.parts) >= 2 && r.holdsAll(x.parts, of) && r.hasWords(x.parts, m)
	}
	if e := r.onlyEntity(func(_ int, x *Entity) bool { return theirs(x) && r.calledBy(x.parts, noun) }); e >= 0 {
		return e
	}
	kind := r.traits(m) & mention.BodyKinds
	return r.onlyEntity(func(e int, x *Entity) bool { return theirs(x) && kind != 0 && r.ofKind(e, &r.mentions[x.last], kind) })
}

// onlyPhrase is the body that the text has introduced by no more than a phrase, the embassy of "the Fernian
// embassy", some paragraphs before mention i, where no other of the noun has come in; -1: none.
func (r *resolver) onlyPhrase(i int, noun string) int {
	m := &r.mentions[i]
	j, ok := r.bodyPhrases[noun]
	if !ok || j == i || r.rivalPhrases[noun] || r.t.Words.AnyKind(noun) && !r.specified(m) || m.Paragraph-r.mentions[j].Paragraph > longestPhrase || !r.again(m, &r.mentions[j]) {
		return -1
	}
	if r.out[j].Entity < 0 {
		r.asWritten(j)
	}
	return r.out[j].Entity
}

// longestPhrase is how many paragraphs back the phrase may stand by which a body was introduced.
const longestPhrase = 8
