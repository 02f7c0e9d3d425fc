package quotes

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Redefine gives the words of a definition: a whole scale, or, where every
// word begins with +, this one with those added or rated anew.
func (s Scale) Redefine(definition string) ([]ScaleWord, error) {
	fields := scaleFields(definition)
	added := len(fields) > 0 && !slices.ContainsFunc(fields, func(f string) bool { return !strings.HasPrefix(f, "+") })
	if !added {
		return ParseScaleWords(definition)
	}
	words := slices.Clone(s.Words)
	more, err := parseWords(fields)
	if err != nil {
		return nil, err
	}
	for _, w := range more {
		if i := slices.IndexFunc(words, func(is ScaleWord) bool { return is.Word == w.Word }); i >= 0 {
			words[i] = w
		} else {
			words = append(words, w)
		}
	}
	return ordered(words)
}

// ParseScaleWords reads a scale as editors write it: words with their rating
// behind "=", higher for truer, and words off the scale without one, as in
// `accurate=3 shaky=2 wrong=1 satire`; spaces or commas part them. CodeInvalid.
func ParseScaleWords(definition string) ([]ScaleWord, error) {
	words, err := parseWords(scaleFields(definition))
	if err != nil {
		return nil, err
	}
	return ordered(words)
}

func scaleFields(definition string) []string {
	return strings.FieldsFunc(definition, func(r rune) bool { return r == ',' || unicode.IsSpace(r) })
}

func parseWords(fields []string) ([]ScaleWord, error) {
	var words []ScaleWord
	for _, field := range fields {
		name, rating, rated := strings.Cut(strings.TrimPrefix(field, "+"), "=")
		w := ScaleWord{Word: FoldWord[Verdict](name)}
		if err := checkScaleWord(w.Word); err != nil {
			return nil, err
		}
		if rated {
			n, err := strconv.Atoi(rating)
			if err != nil || n < 1 || n > mostRating {
				return nil, Errorf(CodeInvalid, "%q is no rating", rating).Do("give %s a whole number from 1 to %d, higher for truer, or none", name, mostRating)
			}
			w.Rating = n
		}
		if slices.ContainsFunc(words, func(is ScaleWord) bool { return is.Word == w.Word }) {
			return nil, Errorf(CodeInvalid, "the scale has %q twice", w.Word).Do("give each word once")
		}
		words = append(words, w)
	}
	return words, nil
}

// Bounds that keep a scale something to choose from.
const (
	mostRating      = 100
	mostScaleWords  = 50
	longestVerdict  = 40
	scaleWordRemedy = "a word is letters, digits and hyphens, up to 40, and begins with a letter"
)

// reserved are words that mean something else where a verdict can stand.
var reserved = []string{string(VerdictMixed), "none", "all"}

func checkScaleWord(w Verdict) error {
	if len(w) == 0 || len(w) > longestVerdict || w[0] < 'a' || w[0] > 'z' || strings.Trim(string(w), "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
		return Errorf(CodeInvalid, "%q cannot be a verdict", w).Do("%s", scaleWordRemedy)
	}
	if looksLikeID := w[0] == 'c' && strings.Trim(string(w[1:]), "0123456789") == ""; looksLikeID {
		return Errorf(CodeInvalid, "%q cannot be a verdict", w).Do("it looks like a claim's id")
	}
	for axis, words := range map[string][]string{"workflow": Strings(Workflows), "fidelity": Strings(Fidelities), "filters": reserved} {
		if slices.Contains(words, string(w)) {
			return Errorf(CodeInvalid, "%q cannot be a verdict", w).Do("it is a word of the %s already", axis)
		}
	}
	return nil
}

// ordered puts the truest first and words off the scale last, as they came,
// and refuses what is no scale.
func ordered(words []ScaleWord) ([]ScaleWord, error) {
	if len(words) == 0 || len(words) > mostScaleWords {
		return nil, Errorf(CodeInvalid, "a scale of %d words", len(words)).Do("give from 1 to %d, as in `true=3 shaky=2 false=1 satire`", mostScaleWords)
	}
	slices.SortStableFunc(words, func(a, b ScaleWord) int { return b.Rating - a.Rating })
	s := Scale{Words: words}
	if s.Best() > 0 && s.Best() == s.Worst() {
		return nil, Errorf(CodeInvalid, "all rated words have the rating %d", s.Best()).Do("rate truer words higher, or none at all")
	}
	return words, nil
}
