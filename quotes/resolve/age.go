package resolve

import (
	"strconv"

	"onrecord/quotes/mention"
)

// ages notes the ages printed beside names: "Ann Lee, 34, said", "Ann Lee (34)", "Ann
// Lee, who is 34", "34-year-old Ann Lee".
func (r *resolver) ages() {
	for i := range r.mentions {
		m := &r.mentions[i]
		e := r.out[i].Entity
		if m.Kind != mention.Name || e < 0 {
			continue
		}
		age := r.ageIn(m.RoleFirst, m.RoleLast)
		if age == "" {
			age = r.ageBehind(i)
		}
		if age != "" {
			r.byAge[age] = e
			r.entities[e].age = age
		}
	}
}

// ageBehind is the age printed right behind name i, "" for none.
func (r *resolver) ageBehind(i int) string {
	m := &r.mentions[i]
	k, v := int(m.Last), r.verb(m)
	if who := r.whoVerb(i); who >= 0 {
		v = who
	}
	switch {
	case k+2 >= len(r.t.Tokens):
		return ""
	case r.t.Tokens[k].Punct == ',' || r.t.Tokens[k].Punct == '(':
		if r.t.Tokens[k+1].Trait&mention.Aged != 0 {
			k++ // "Ann Lee, aged 34,"
		}
		if r.t.Tokens[k+1].Shape == mention.Number && k+2 < len(r.t.Tokens) && r.t.Tokens[k+2].Shape == mention.Mark {
			return r.t.Word(k + 1)
		}
	}
	if v > 0 && v+2 < len(r.t.Tokens) && (r.t.Tokens[v].Class.Has(mention.Be) || r.t.Tokens[v].Trait&mention.Aged != 0) &&
		r.t.Tokens[v+1].Shape == mention.Number && (r.t.Tokens[v+2].Shape == mention.Mark || r.t.Tokens[v+2].Class.Has(mention.Conjunction|mention.Preposition)) {
		return r.t.Word(v + 1) // "Ann Lee, who turned 34 in May"
	}
	return ""
}

// ageIn is the age that a word of tokens [first, last) tells, 34 of "34-year-old"; "":
// none.
func (r *resolver) ageIn(first, last int32) string {
	for k := first; k < last; k++ {
		if !r.t.Tokens[k].Class.Has(mention.Age) {
			continue
		}
		word, n := r.t.Word(int(k)), 0
		for n < len(word) && word[n] >= '0' && word[n] <= '9' {
			n++
		}
		return word[:n]
	}
	return ""
}

// aged is the person whom the text gives the age of "the 34-year-old (teacher)", or the only
// one just named of an age that "the teenager" can have. -1: none.
func (r *resolver) aged(i int) int {
	m := &r.mentions[i]
	if e, ok := r.byAge[r.ageIn(m.First, m.Last)]; ok && !clash(r.entities[e].Gender, m.Gender) {
		return e
	}
	_, _, ok := r.t.Words.AgeSpan(r.t.Word(int(m.Head)))
	found := -1
	for j := i - 1; ok && j >= 0 && j > i-reach && m.Paragraph-r.mentions[j].Paragraph <= 1; j-- {
		e := r.out[j].Entity
		if e < 0 || e == found || r.entities[e].age == "" || clash(r.entities[e].Gender, m.Gender) || r.outOfSpan(m, r.entities[e].age) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = e
	}
	return found
}

// otherAge reports whether the text gives entity e an age that is not the phrase's.
func (r *resolver) otherAge(m *mention.Mention, e int) bool {
	held := r.entities[e].age
	if held == "" {
		return false
	}
	age := r.ageIn(m.First, m.Last)
	return age != "" && held != age || age == "" && r.outOfSpan(m, held)
}

// outOfSpan reports whether nobody of an age is what phrase m says: a teenager at 34.
func (r *resolver) outOfSpan(m *mention.Mention, held string) bool {
	least, most, ok := r.t.Words.AgeSpan(r.t.Word(int(m.Head)))
	age, err := strconv.Atoi(held)
	return ok && err == nil && (age < least || age > most)
}
