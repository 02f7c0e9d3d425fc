package attribute

import "onrecord/quotes/mention"

// codes names the values of code.
var codes = [...]string{
	"the paragraph's edge", "a stretch", "comma", "full stop", "semicolon", "colon", "dash", "bracket", "a mark",
	"core verb", "speech verb", "report verb", "participle", "auxiliary", "that", "who", "according", "as", "by",
	"preposition", "conjunction", "subordinator", "to", "determiner", "genitive", "adverb", "speech noun",
	"role noun", "past verb", "capital", "number", "pronoun", "word", "cue of a term", "definite article", "possessive",
	"form of be", "negation",
}

// code sorts a token by its classes into one of the codes.
func code(t *mention.Token) uint8 {
	if t.Shape == mention.Mark {
		switch t.Punct {
		case ',':
			return 2
		case '.', '!', '?':
			return 3
		case ';':
			return 4
		case ':':
			return 5
		case '-':
			return 6
		case '(', ')', '[', ']':
			return 7
		}
		return 8
	}
	for i := range codeClasses {
		if x := &codeClasses[i]; t.Class.Has(x.class) && (!x.lower || t.Shape == mention.Lower) {
			return x.code
		}
	}
	switch t.Shape {
	case mention.Lower:
		return 32
	case mention.Number:
		return 30
	}
	return 29
}

// codeClasses is in the order of precedence.
var codeClasses = [...]struct {
	class mention.Class
	lower bool
	code  uint8
}{
	{mention.Genitive, false, 24},
	{mention.ScareCue, true, 33},
	{mention.According, false, 16},
	{mention.Participle, true, 12},
	{mention.Core, true, 9},
	{mention.Who, false, 15},
	{mention.That, true, 14},
	{mention.As, true, 17},
	{mention.By, true, 18},
	{mention.To, true, 22},
	{mention.Negative, true, 37},
	{mention.Be, true, 36},
	{mention.Auxiliary, true, 13},
	{mention.Pronoun, false, 31},
	{mention.Possessive, false, 35},
	{mention.Definite, false, 34},
	{mention.Determiner, false, 23},
	{mention.Conjunction, false, 20},
	{mention.Preposition, true, 19},
	{mention.Subordinate | mention.Clause, false, 21},
	{mention.Adverb, true, 25},
	{mention.Speech, true, 10},
	{mention.Report, true, 11},
	{mention.CueNoun | mention.Medium, true, 26},
	{mention.Noun, true, 27},
	{mention.Past, true, 28},
}

func endCode(c byte) uint8 {
	switch c {
	case ',':
		return 1
	case '.':
		return 2
	case '!':
		return 3
	case '?':
		return 4
	case '-':
		return 5
	}
	return 0
}

func scoreCode(s float64) uint8 { return uint8(min(max(int(s*32), 0), 31)) }

// bucket is how many of the limits n is over.
func bucket(n int, limits ...int) uint8 {
	for i, limit := range limits {
		if n <= limit {
			return uint8(i)
		}
	}
	return uint8(len(limits))
}
