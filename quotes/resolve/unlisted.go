package resolve

import "onrecord/quotes/mention"

// longestUnlisted bounds the words of a description whose noun no table has.
const longestUnlisted = 4

// unlistedRole gives name i the role behind its comma whose noun no table has, so that it is
// no mention: "Ann Lee, 34, a net mender,".
func (r *resolver) unlistedRole(i int) {
	m := &r.mentions[i]
	k := int(m.Last)
	if !r.isPerson(i) || k >= len(r.t.Tokens) || r.t.Tokens[k].Punct != ',' || r.t.Tokens[k].Sentence != m.Sentence {
		return
	}
	k++
	if k+1 < len(r.t.Tokens) && r.t.Tokens[k].Shape == mention.Number && r.t.Tokens[k+1].Punct == ',' {
		k += 2
	}
	if k >= len(r.t.Tokens) || r.t.Tokens[k].Shape != mention.Lower || !r.t.Tokens[k].Class.Has(mention.Determiner) || r.t.Tokens[k].Class.Has(mention.Definite|mention.Negative) {
		return
	}
	first := k + 1
	k = first
	for k < len(r.t.Tokens) && k <= first+longestUnlisted && r.describes(k, m) {
		k++
	}
	if k == first || k > first+longestUnlisted || k < len(r.t.Tokens) && !r.endsDescription(k, m) {
		return
	}
	if head := &r.t.Tokens[k-1]; head.Class.Has(mention.Noun) {
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
