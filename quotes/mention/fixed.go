package mention

import "strings"

// longestFixed bounds the words and commas of a fixed name.
const longestFixed = 10

// fixed is the token behind the name at i that the tables have as a whole, the longest one, or i.
func (f *finder) fixed(i int) int {
	t := f.t
	if t.Tokens[i].Shape == Lower || t.Tokens[i].Shape == Mark || !t.Words.fixedBegins[fixedWord(t.Word(i))] {
		return i
	}
	end, phrase := i, ""
	for k := i; k < len(t.Tokens) && k < i+longestFixed && t.Tokens[k].Sentence == t.Tokens[i].Sentence && t.Tokens[k].Quote == t.Tokens[i].Quote; k++ {
		phrase += fixedWord(t.Word(k))
		if !t.Words.fixedBegins[phrase] {
			break
		}
		if t.Words.pairs[fixedNames][phrase] != "" && (t.Tokens[k].Shape != Lower || t.Tokens[k].Class.Has(Org|Genitive)) {
			end = k + 1
		}
		phrase += "-"
	}
	return end
}

// fixedName adds the fixed name [i, end), but where it only modifies a noun, and is the token
// behind it.
func (f *finder) fixedName(i, end int) int {
	if f.attributive(i, end) {
		f.runFirst, f.runLast = i, end
		return end
	}
	m := Mention{First: int32(i), Last: int32(end), NameFirst: int32(i), NameLast: int32(end), Head: int32(end - 1), Kind: Name, Being: Organisation, Definite: true}
	if f.t.Words.pairs[fixedNames][fixedPhrase(f.t, i, end)] == "place" {
		m.Being = Location
	}
	f.add(m)
	return end
}

// fixedPhrase is the tokens [i, end) as the tables have them.
func fixedPhrase(t *Text, i, end int) string {
	words := make([]string, 0, end-i)
	for k := i; k < end; k++ {
		words = append(words, fixedWord(t.Word(k)))
	}
	return strings.Join(words, "-")
}

// fixedWord is one token as they have it.
func fixedWord(word string) string { return strings.ReplaceAll(strings.ToLower(word), "’", "'") }
