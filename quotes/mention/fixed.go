package mention

import "strings"

// longestFixed bounds the words and commas of a fixed name.
const longestFixed = 10

// fixed is the token behind the name at i that the tables have as a whole, the longest one, and
// what that is of; i for none.
func (f *finder) fixed(i int) (end int, of string) {
	t := f.t
	if t.Tokens[i].Shape == Lower || t.Tokens[i].Shape == Mark || !t.Words.fixed.opens(t.Word(i)) {
		return i, ""
	}
	last := i + 1
	for last < len(t.Tokens) && last < i+longestFixed && t.Tokens[last].Sentence == t.Tokens[i].Sentence && t.Tokens[last].Quote == t.Tokens[i].Quote {
		last++
	}
	n, of := t.Words.fixed.longest(last-i, func(k int) string { return fixedWord(t.Word(i + k)) }, func(k int) bool {
		return t.Tokens[i+k].Shape != Lower || t.Tokens[i+k].Class.Has(Org|Genitive)
	})
	return i + n, of
}

// fixedName adds the fixed name [i, end), but where it only modifies a noun, and is the token
// behind it.
func (f *finder) fixedName(i, end int, of string) int {
	if of == "date" {
		return end // Christmas Eve, and no Eve
	}
	if last := f.run(end, end); of == "place" && last > end && f.t.Tokens[end].Sentence == f.t.Tokens[i].Sentence && f.t.Tokens[last-1].Class.Has(OrgName) {
		end, of = last, "body" // the Isle of Wight Council
	}
	last := end
	if last < len(f.t.Tokens) && f.t.Tokens[last].Shape == Lower && of == "body" && f.t.Words.Appended(f.t.Word(last)) {
		last++ // "the People's Daily newspaper"
	} else if f.attributive(i, end) {
		f.runFirst, f.runLast = i, end
		return end
	}
	m := Mention{First: int32(i), Last: int32(last), NameFirst: int32(i), NameLast: int32(end), Head: int32(end - 1), Kind: Name, Being: Organisation, Definite: true}
	if of == "place" {
		m.Being = Location
	}
	f.add(m)
	return last
}

// fixedWord is one token as the tables have it.
func fixedWord(word string) string { return strings.ReplaceAll(strings.ToLower(word), "’", "'") }
