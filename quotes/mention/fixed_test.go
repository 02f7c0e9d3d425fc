package mention

import (
	"strings"
	"testing"

	"onrecord/quotes"
)

// TestFixedNames finds each name of the table as a whole.
func TestFixedNames(t *testing.T) {
	printed := strings.NewReplacer("-,-", ", ", "-.-", ". ", "-'s", "'s", "latter-day", "latter-day", "co-operation", "co-operation", "-", " ")
	for phrase, of := range English().pairs[fixedNames] {
		if of != "body" && of != "place" && of != "date" {
			t.Errorf("%s is of %q", phrase, of)
		}
		if of == "date" {
			continue // no name
		}
		words := strings.Fields(printed.Replace(phrase))
		for i, w := range words {
			if english := English().Lookup(w, false); !english.Has(Joint | Preposition | Conjunction | Definite | Negative | Auxiliary) {
				words[i] = strings.ToUpper(w[:1]) + w[1:]
			}
		}
		last := &words[len(words)-1]
		*last = strings.ToUpper((*last)[:1]) + (*last)[1:]
		name := strings.Join(words, " ")
		text := Cut(name+" said no.", []quotes.Span{{Start: 0, End: len(name) + 9}}, nil, nil, English())
		if list := Find(text); len(list) == 0 || text.Slice(int(list[0].First), int(list[0].Last)) != name {
			t.Errorf("%q is not found", name)
		}
	}
}
