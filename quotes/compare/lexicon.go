package compare

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed english.txt
var englishTable string

// class is a set of word classes.
type class uint8

const (
	function class = 1 << iota
	negation
	filler
	number
)

var classNames = map[string]class{"function": function, "negation": negation, "filler": filler, "number": number}

// lexicon is what is known of a language's words.
type lexicon struct {
	classes map[string]class
	// functions are the hashes of the function words.
	functions map[uint64]bool
	short     map[string]string // what stands before n't, to the whole word
	values    map[string]string // words that papers write in another way, too
}

// english is the lexicon of English, read when first asked for.
var english = sync.OnceValue(func() *lexicon {
	l := &lexicon{classes: map[string]class{}, short: map[string]string{}, functions: map[uint64]bool{}, values: map[string]string{}}
	heading := ""
	for line := range strings.Lines(englishTable) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			heading = strings.Trim(line, "[]")
		case heading == "short" || heading == "value":
			pairs := l.short
			if heading == "value" {
				pairs = l.values
			}
			for pair := range strings.FieldsSeq(line) {
				word, stands, _ := strings.Cut(pair, "=")
				pairs[word] = stands
			}
		default:
			for word := range strings.FieldsSeq(line) {
				l.classes[word] |= classNames[heading]
				if heading == "function" {
					l.functions[hashWord(word)] = true
				}
			}
		}
	}
	return l
})
