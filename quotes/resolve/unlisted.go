package resolve

import "onrecord/quotes/mention"

// longestUnlisted bounds the words of a description whose noun no table has.
const longestUnlisted = 4

// unlistedRole gives name i the role behind its comma whose noun no table has, so that it is
// no mention: "Ann Lee, 34, a net mender,".
func (r *resolver) unlistedRole(i int) {
	m := &r.mentions[i]
	k := r.behindComma(m)
	if !r.isPerson(i) || k < 0 || k >= len(r.t.Tokens) || r.t.Tokens[k].Shape != mention.Lower || !r.t.Tokens[k].Class.Has(mention.Determiner) || r.t.Tokens[k].Class.Has(mention.Definite|mention.Negative) {
		return
	}
	k++
	first := k
	for k < len(r.t.Tokens) && k <= first+longestUnlisted && r.describes(k, m) {
		k++
	}
	if k == first || k > first+longestUnlisted || k < len(r.t.Tokens) && !r.endsDescription(k, m) {
		return
	}
	if r.t.Tokens[k-1].Class.Has(mention.Noun) {
		return // a mention of its own
	}
	r.hold(r.out[i].Entity, role{noun: r.t.Words.TitleNoun(r.t.Word(k - 1)), words: r.fold(int32(first), int32(k-1))})
}

// describes reports whether token k may be a word of the description of mention m.
func (r *resolver) describes(k int, m *mention.Mention) bool {
	t := &r.t.Tokens[k]
	return t.Shape == mention.Lower && t.Sentence == m.Sentence && t.Quote == m.Quote && !t.Class.Has(mention.Closed|mention.Determiner|mention.Pronoun)
}

// endsDescription reports whether token k, behind a description of mention m, is not of it:
// a mark, "who", "of".
func (r *resolver) endsDescription(k int, m *mention.Mention) bool {
	t := &r.t.Tokens[k]
	return t.Sentence != m.Sentence || t.Quote != m.Quote || t.Shape == mention.Mark || t.Class.Has(mention.Who|mention.Preposition)
}
