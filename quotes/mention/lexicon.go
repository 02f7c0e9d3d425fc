package mention

import (
	"embed"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"onrecord/quotes/text"
)

//go:embed english/*.txt
var english embed.FS

// Lexicon is one language's word classes. It is read-only once made.
type Lexicon struct {
	slots    [1 << 16]slot               // where entries stand, by the words' hashes: open addressing
	entries  []entry                     // the first is that of all other words
	suffixes [256][]suffix               // by their last byte
	pairs    [pairings]map[string]string // what words stand for
	// leftover and fixed are two of the pairs as phrases.
	leftover, fixed phrases
}

// longestEnding bounds an ending, longestPlural that of a plural, in bytes.
const (
	longestEnding = 4
	longestPlural = 8
)

// entry is one word. The classes of asPrinted hold only where the text has the
// word with a capital, as the table has.
type entry struct {
	word      string // in lower case
	key       wordKey
	any       Class
	asPrinted Class
	trait     Trait
	_         uint64 // so that none lies across two lines of the processor's cache
}

// slot tells an entry and, to spare most comparisons, part of its word's hash.
type slot struct{ entry, tag uint16 }

// tagOf is the part of a hash that does not tell the slot.
func tagOf(hash uint32) uint16 { return uint16(hash >> 16) }

// suffix gives a class and traits to every word that ends so: -year-old, -zeitung.
type suffix struct {
	end   string
	class Class
	trait Trait
}

// English is the lexicon of English. Making it takes a few milliseconds,
// so that it is made when first asked for.
var English = sync.OnceValue(func() *Lexicon { return newLexicon(english) })

// newLexicon reads tables: lines of words under [class] headings, # comments. A
// word with a capital counts only where printed with one; "-x" is an ending.
func newLexicon(tables fs.FS) *Lexicon {
	l := &Lexicon{entries: make([]entry, 1)}
	for i := range l.pairs {
		l.pairs[i] = map[string]string{}
	}
	files, err := fs.Glob(tables, "*/*.txt")
	if err != nil {
		panic(err)
	}
	for _, name := range files {
		data, err := fs.ReadFile(tables, name)
		if err != nil {
			panic(err) // embedded: cannot happen in a binary that was built
		}
		l.read(name, string(data))
	}
	l.leftover, l.fixed = newPhrases(l.pairs[leftovers]), newPhrases(l.pairs[fixedNames])
	return l
}

func (l *Lexicon) read(name, table string) {
	var class Class
	var trait Trait
	var pairs map[string]string
	for line := range strings.Lines(table) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			heading := strings.Trim(line, "[]")
			class, trait, pairs = classNames[heading], traitNames[heading], nil
			if kind, ok := pairingNames[heading]; ok {
				pairs = l.pairs[kind]
			}
			if class == 0 && trait == 0 && pairs == nil {
				panic("mention: " + name + " has an unknown class " + line)
			}
		case class.Has(Verb):
			l.addVerb(line, class)
		default:
			for word := range strings.FieldsSeq(line) {
				switch short, noun, ok := strings.Cut(word, "="); {
				case pairs != nil && !ok && trait == 0:
					pairs[word] = word
				case pairs != nil && ok:
					pairs[short] = noun
				case trait != 0 && len(word) > 1 && word[0] == '-':
					l.suffix(word[1:]).trait |= trait
				case trait != 0:
					l.entry(word).trait |= trait
				default:
					l.add(word, class)
				}
			}
		}
	}
}

// verbForms are the classes of a verb's forms in the order in which a line has them.
var verbForms = [...]Class{Infinitive, Present, 0, Participle, 0}

// addVerb reads the line of a verb that reports speech: its forms, the variants of one
// joined by a slash, "-" for none.
func (l *Lexicon) addVerb(line string, class Class) {
	for i, form := range strings.Fields(line) {
		for word := range strings.SplitSeq(form, "/") {
			if word != "-" {
				l.add(word, class|verbForms[i])
			}
		}
	}
}

func (l *Lexicon) add(word string, class Class) {
	if len(word) > 1 && word[0] == '-' {
		l.suffix(word[1:]).class |= class
		return
	}
	e := l.entry(word)
	if e.word == word {
		e.any |= class
	} else {
		e.asPrinted |= class
	}
}

// suffix is that of an ending of the tables, made where there is none.
func (l *Lexicon) suffix(end string) *suffix {
	list := &l.suffixes[end[len(end)-1]]
	at := slices.IndexFunc(*list, func(s suffix) bool { return s.end == end })
	if at < 0 {
		at = len(*list)
		*list = append(*list, suffix{end: end})
	}
	return &(*list)[at]
}

// endings is the suffixes that a word may have.
func (l *Lexicon) endings(word string) []suffix {
	if word == "" {
		return nil
	}
	return l.suffixes[word[len(word)-1]]
}

// entry is that of a word of the tables, made where there is none.
func (l *Lexicon) entry(word string) *entry {
	lower := strings.ToLower(word)
	at, found := l.at(lower)
	if !found {
		key := keyOf(lower)
		l.slots[at] = slot{entry: uint16(len(l.entries)), tag: tagOf(key.hash(len(lower)))}
		l.entries = append(l.entries, entry{word: lower, key: key})
	}
	return &l.entries[l.slots[at].entry]
}

// find is the entry of a word, whose letters beyond A-Z are in lower case, or the one of no
// word.
func (l *Lexicon) find(word string) *entry {
	at, _ := l.at(word)
	return &l.entries[l.slots[at].entry]
}

// at is the slot of a word, whose letters beyond A-Z are in lower case, or the free one
// where it would be.
func (l *Lexicon) at(word string) (at uint32, found bool) {
	key := keyOf(word)
	hash := key.hash(len(word))
	for at = hash % uint32(len(l.slots)); ; at = (at + 1) % uint32(len(l.slots)) {
		s := l.slots[at]
		if s.entry == 0 {
			return at, false
		}
		if s.tag == tagOf(hash) && l.entries[s.entry].is(word, key) {
			return at, true
		}
	}
}

// is reports whether the entry is that of a word, whose key is given.
func (e *entry) is(word string, key wordKey) bool {
	return e.key == key && len(e.word) == len(word) && (len(word) <= wholeKey || strings.EqualFold(e.word, word))
}

// Trait is the traits of a word.
func (l *Lexicon) Trait(word string) Trait {
	word = lowered(word)
	e := l.find(word)
	if e.word != "" {
		return e.trait
	}
	for _, s := range l.endings(word) {
		if s.trait != 0 && strings.HasSuffix(word, s.end) {
			return s.trait
		}
	}
	return 0
}

// lowered is a word whose letters beyond A-Z are in lower case: the others are folded
// when it is looked for.
func lowered(word string) string {
	if text.ASCII(word) {
		return word
	}
	return strings.ToLower(word)
}

// Lists reports whether the tables have a word itself, and not only its ending.
func (l *Lexicon) Lists(word string) bool { return l.find(lowered(word)).word != "" }

// Lookup is the classes of a word as printed.
func (l *Lexicon) Lookup(word string, capital bool) Class {
	class, _ := l.lookup(word, capital)
	return class
}

// lookup is the classes of a word as printed, and its traits.
func (l *Lexicon) lookup(word string, capital bool) (Class, Trait) {
	word = lowered(word)
	e := l.find(word)
	found := e.any
	if capital {
		found |= e.asPrinted
	}
	if found&^Common != 0 {
		return found, e.trait
	}
	for _, s := range l.endings(word) {
		if strings.HasSuffix(word, s.end) {
			return found | s.class, e.trait | s.trait
		}
	}
	role := l.held(word)
	if role == "" {
		role = compounded(word)
	}
	if role != "" {
		return found | l.Lookup(role, false)&(Role|Group|RoleMale|RoleFemale|Generic), e.trait
	}
	return found, e.trait
}

// compounded is the last part, in small letters, of a word with a hyphen: the grader of
// ninth-grader; "" where there is none of some length.
func compounded(word string) string {
	hyphen := strings.LastIndexByte(word, '-')
	if hyphen < 2 || len(word)-hyphen < shortestRole || word[hyphen+1] < 'a' || word[hyphen+1] > 'z' {
		return ""
	}
	return word[hyphen+1:]
}

// shortestRole is the length of the shortest word, with its hyphen, that a role may end
// with: tea-maid.
const shortestRole = 5
