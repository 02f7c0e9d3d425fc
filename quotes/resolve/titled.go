package resolve

import "onrecord/quotes/mention"

// titles notes whom the text only knows by a title and a last name.
func (r *resolver) titles() {
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.Kind != mention.Name || r.out[i].Entity >= 0 || m.First == m.NameFirst || m.NameLast-m.NameFirst != 1 || len(r.byLast[r.key(m)]) > 0 {
			continue
		}
		noun := r.titleOf(m)
		if len(r.titled[noun]) < maxTitled {
			r.titled[noun] = append(r.titled[noun], i)
		}
	}
}

// titleOf is the title before name m as a noun, without an aside in brackets.
func (r *resolver) titleOf(m *mention.Mention) string {
	k := int(m.NameFirst) - 1
	if r.t.Tokens[k].Punct == ')' {
		for k > int(m.First)+1 && r.t.Tokens[k].Punct != '(' {
			k--
		}
		k--
	}
	return r.t.Words.TitleNoun(r.t.Word(k))
}

// maxTitled bounds the mentions of people of one title that are compared.
const maxTitled = 16

// titledLater is the first mention of whoever the text later calls by a last name
// and the office of phrase i, and never by the whole name: "the judge said. … Judge
// Berman left". -1: nobody, or several.
func (r *resolver) titledLater(i int) int {
	m := &r.mentions[i]
	noun := r.noun(m)
	found := -1
	for _, j := range r.titled[noun] {
		if j < i || found >= 0 && r.key(&r.mentions[j]) != r.key(&r.mentions[found]) {
			return -1
		}
		if found < 0 {
			found = j
		}
	}
	return found
}
