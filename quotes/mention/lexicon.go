package mention

import (
	"embed"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:embed english/*.txt
var english embed.FS

// Lexicon is one language's word classes. It is read-only once made.
type Lexicon struct {
	slots    [1 << 16]slot // where entries stand, by the words' hashes: open addressing
	entries  []entry       // the first is that of all other words
	suffixes []suffix
	pairs    [pairings]map[string]string // what words stand for
	// leftover and fixed are two of the pairs as phrases.
	leftover, fixed phrases
}

// pairing is what a section of WORD=WORD tells of the first word.
type pairing int

const (
	titleNouns   pairing = iota // what a title before a name stands for as a noun
	broader                     // what a role also is
	singulars                   // of the ending of a plural, what one has instead
	parties                     // the party that a word names
	shortNames                  // what a first name is short for
	implied                     // the role that a word behind a name tells
	excludes                    // the role that whoever has this one cannot have, too
	appellations                // that it is a noun for a name
	kinships                    // the kind of relative that a word means, and that of the reverse
	ageSpans                    // the ages of whoever the word means
	states                      // the name of a state, its words joined by hyphens, of an abbreviation
	thingLeads                  // what a word that begins the names of things is
	kinds                       // what a word beside quotation marks tells them to be there for
	endings                     // what words that end so do
	causes                      // that it stands before what somebody is praised or blamed for
	leftovers                   // what stands behind a phrase that pages print between paragraphs
	credits                     // what a word of a picture's credit is
	bodyNouns                   // the noun for a body whose name has the word
	issued                      // that bodies issue what the word means
	fixedNames                  // what a name as a whole is of
	opposed                     // the kind of role and the side there that a word tells
	deputies                    // that it makes a role that of the holder's deputy
	countries                   // the country whose people the word is of, where the two differ in their stems
	turns                       // former or next, of who held an office before or will
	ofSpeakers                  // that it tells what is the speaker's own
	joinedTo                    // that, behind another, it is a preposition
	besides                     // that it stands before whoever does something at the same time
	observed                    // that whoever does what the verb tells has heard or seen its object do something
	habits                      // that whoever does what the verb tells does what the infinitive behind it tells, too
	minded                      // that the verb tells what somebody has in mind
	utterances                  // that the noun is for what somebody says
	paperTexts                  // that what the noun is for is the paper's own
	paperNouns                  // that it stands behind the name of a paper
	anonymities                 // what a word has to do with being named
	pairings
)

// pairingNames are the section headings of the tables.
var pairingNames = map[string]pairing{
	"titlenoun":   titleNouns,
	"broader":     broader,
	"singular":    singulars,
	"party":       parties,
	"shortname":   shortNames,
	"implied":     implied,
	"excludes":    excludes,
	"appellation": appellations,
	"kinship":     kinships,
	"stateof":     states,
	"thinglead":   thingLeads,
	"agespan":     ageSpans,
	"tellskind":   kinds,
	"credit":      credits,
	"wordending":  endings,
	"leftover":    leftovers,
	"cause":       causes,
	"bodynoun":    bodyNouns,
	"issued":      issued,
	"fixedname":   fixedNames,
	"papertext":   paperTexts,
	"papernoun":   paperNouns,
	"ofspeaker":   ofSpeakers,
	"opposed":     opposed,
	"deputy":      deputies, "country": countries, "turn": turns,
	"joined":    joinedTo,
	"beside":    besides,
	"observes":  observed,
	"minds":     minded,
	"habit":     habits,
	"utterance": utterances,
	"anonymity": anonymities,
}

// TitleNoun is the noun that a word of a role stands for, in lower case:
// "Sen." gives senator, another word itself.
func (l *Lexicon) TitleNoun(word string) string {
	lower := strings.TrimSuffix(strings.ToLower(word), ".")
	for _, written := range []string{lower, lower + "."} {
		if noun, ok := l.pairs[titleNouns][written]; ok {
			return noun
		}
	}
	return lower
}

// Broader is what a role also is: a senator is a lawmaker, an ex-minister was a
// minister. "": nothing else.
func (l *Lexicon) Broader(role string) string {
	if also, ok := l.pairs[broader][role]; ok {
		return also
	}
	return l.held(role)
}

// held is the role that a word with a hyphen says is over: minister of ex-minister;
// "" for any other word.
func (l *Lexicon) held(word string) string {
	before, role, ok := strings.Cut(word, "-")
	if !ok || l.Trait(before)&Former == 0 {
		return ""
	}
	return role
}

// ShortName is the first name, folded, that another is short for: kenneth for
// ken. "": none.
func (l *Lexicon) ShortName(name string) string { return l.pairs[shortNames][name] }

// BodyNoun is the noun for a body whose name has a word, force of police. "": none.
func (l *Lexicon) BodyNoun(word string) string { return l.pairs[bodyNouns][word] }

// Joined is the word behind which a noun makes a preposition with it, on of board. "": none.
func (l *Lexicon) Joined(noun string) string { return l.pairs[joinedTo][noun] }

// Beside reports whether a word stands before whoever does something at the same time: "with Lee
// calling it".
func (l *Lexicon) Beside(word string) bool { return l.pairs[besides][word] == "doing" }

// Place reports whether a word stands before whoever does something at the place just told: "the gate,
// where Lee waited".
func (l *Lexicon) Place(word string) bool { return l.pairs[besides][word] == "place" }

// Observes reports whether whoever does what a verb tells has heard or seen its object do something:
// "recalled Lee saying".
func (l *Lexicon) Observes(verb string) bool { return l.pairs[observed][verb] != "" }

// Quotes reports whether whoever does what a verb tells repeats the words of its object: cited.
func (l *Lexicon) Quotes(verb string) bool { return l.pairs[observed][verb] == "quoted" }

// Habit reports whether whoever does what a verb tells does what the infinitive behind it tells, too:
// "used to say".
func (l *Lexicon) Habit(verb string) bool { return l.pairs[habits][verb] != "" }

// Minds reports whether a verb tells what somebody has in mind, which they need not have said: wants.
func (l *Lexicon) Minds(verb string) bool { return l.pairs[minded][verb] != "" }

// Utterance is the word that stands between a noun for what somebody says, beside those that lead to a
// quotation, and what that is: as of description, that of view. "": the noun is none.
func (l *Lexicon) Utterance(noun string) string { return l.pairs[utterances][noun] }

// OfPaper reports whether what a noun is for is the own text of the paper that has it: editorial.
func (l *Lexicon) OfPaper(noun string) bool { return l.pairs[paperTexts][noun] != "" }

// PaperNoun reports whether a noun stands behind the name of a paper: newspaper, tabloid.
func (l *Lexicon) PaperNoun(word string) bool { return l.pairs[paperNouns][word] != "" }

// Party is the party, by one of its words, that a folded word names: republican for
// gop. "": none.
func (l *Lexicon) Party(word string) string { return l.pairs[parties][word] }

// Implied is the role of whoever has the word behind the name, lawyer of KC and prosecuting.
// "": it tells none.
func (l *Lexicon) Implied(word string) string { return l.pairs[implied][strings.ToLower(word)] }

// Excludes is the role that whoever has this one has not: no witness is a lawyer there. "":
// none.
func (l *Lexicon) Excludes(noun string) string { return l.pairs[excludes][noun] }

// Appellation reports whether a word is a noun for a name: surname, handle.
func (l *Lexicon) Appellation(word string) bool { return l.pairs[appellations][word] != "" }

// ThingLead reports whether a word begins the names of things, though a first name may
// follow: "Storm Babet", "El Faro".
func (l *Lexicon) ThingLead(word string) bool {
	return l.pairs[thingLeads][strings.ToLower(word)] != ""
}

// Cause reports whether a word stands before what somebody is praised or blamed for: "thanked
// Lee for calling".
func (l *Lexicon) Cause(word string) bool { return l.pairs[causes][word] != "" }

// OfSpeaker reports whether a word tells what is the speaker's own: my.
func (l *Lexicon) OfSpeaker(word string) bool {
	return l.pairs[ofSpeakers][strings.ToLower(word)] != ""
}

// Opposed is the kind of role and the side there that a folded word tells, court and defence of
// defence: nobody is on two sides of one kind. "": the word tells none.
func (l *Lexicon) Opposed(word string) (kind, side string) {
	kind, side, _ = strings.Cut(l.pairs[opposed][word], "-")
	return kind, side
}

// Deputy reports whether a folded word before a role makes it that of its holder's deputy.
func (l *Lexicon) Deputy(word string) bool { return l.pairs[deputies][word] != "" }

// Country is the country whose people a folded word is of, denmark of dane. "": the word is of
// none, or begins as the country does.
func (l *Lexicon) Country(word string) string { return l.pairs[countries][word] }

// Turn is when the holder of a role, by a word for them alone, holds the office: former of
// predecessor, next of successor. "": the word tells none.
func (l *Lexicon) Turn(noun string) string { return l.pairs[turns][noun] }

// Issued reports whether a noun is for a text that bodies issue: statement.
func (l *Lexicon) Issued(noun string) bool { return l.pairs[issued][noun] != "" }

// Anonymity is what a word tells of whether somebody is named: that it is a "name", a "denial" of one
// or "anonymity". "": nothing.
func (l *Lexicon) Anonymity(word string) string { return l.pairs[anonymities][word] }

// Tells is the kind of thing that a word beside quotation marks tells them to be there for, surface
// of sign. "": it tells none.
func (l *Lexicon) Tells(word string) string { return l.pairs[kinds][strings.ToLower(word)] }

// Ending is what words with the ending of this one do, judges of useful. "": no ending of the
// tables.
func (l *Lexicon) Ending(word string) string {
	word = strings.ToLower(word)
	for n := max(1, len(word)-longestEnding); n < len(word); n++ { // the longest ending first
		if does := l.pairs[endings]["-"+word[n:]]; does != "" {
			return does
		}
	}
	return ""
}

// longestEnding bounds an ending, longestPlural that of a plural, in bytes.
const (
	longestEnding = 4
	longestPlural = 8
)

// Kinship is what kind of relative a word means and what somebody is to them, child/parent
// of son. "": the word means no relative.
func (l *Lexicon) Kinship(noun string) string { return l.pairs[kinships][noun] }

// AgeSpan is the least and the greatest age of whom a word means, 13 and 19 of teenager, and
// whether it tells any.
func (l *Lexicon) AgeSpan(word string) (least, most int, ok bool) {
	from, to, ok := strings.Cut(l.pairs[ageSpans][strings.ToLower(word)], "-")
	if !ok {
		return 0, 0, false
	}
	least, err := strconv.Atoi(from)
	most, over := strconv.Atoi(to)
	return least, most, err == nil && over == nil
}

// State is the name of the state that an abbreviation means, its words in small letters
// and joined by hyphens: north-carolina of N.C. It is "" for none.
func (l *Lexicon) State(short string) string { return l.pairs[states][strings.ToLower(short)] }

// Singular is the role of one of several, senator of senators and chairman of
// chairmen. "": none.
func (l *Lexicon) Singular(word string) string {
	word = strings.ToLower(word)
	for n := max(1, len(word)-longestPlural); n < len(word); n++ { // the longest ending first
		one, ok := l.pairs[singulars]["-"+word[n:]]
		if ok && l.Lookup(word[:n]+one, false).Has(Role) {
			return word[:n] + one
		}
	}
	return ""
}

// Plural reports whether a noun that the tables need not have ends as one of
// several does: tea-pickers, but not hostess.
func (l *Lexicon) Plural(word string) bool {
	word = strings.ToLower(word)
	for n := max(1, len(word)-longestPlural); n < len(word); n++ {
		if one, ok := l.pairs[singulars]["-"+word[n:]]; ok {
			return one != word[n:]
		}
	}
	return false
}

// entry is one word. The classes of asPrinted hold only where the text has the
// word with a capital, as the table has.
type entry struct {
	word      string // in lower case
	any       Class
	asPrinted Class
	trait     Trait
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
	at := slices.IndexFunc(l.suffixes, func(s suffix) bool { return s.end == end })
	if at < 0 {
		at = len(l.suffixes)
		l.suffixes = append(l.suffixes, suffix{end: end})
	}
	return &l.suffixes[at]
}

// entry is that of a word of the tables, made where there is none.
func (l *Lexicon) entry(word string) *entry {
	lower := strings.ToLower(word)
	at, found := l.at(lower)
	if !found {
		l.slots[at] = slot{entry: uint16(len(l.entries)), tag: tagOf(hashWord(lower))}
		l.entries = append(l.entries, entry{word: lower})
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
	hash := hashWord(word)
	for at = hash % uint32(len(l.slots)); ; at = (at + 1) % uint32(len(l.slots)) {
		switch s := l.slots[at]; {
		case s.entry == 0:
			return at, false
		case s.tag == tagOf(hash) && equalFold(l.entries[s.entry].word, word):
			return at, true
		}
	}
}

// Trait is the traits of a word.
func (l *Lexicon) Trait(word string) Trait {
	word = lowered(word)
	e := l.find(word)
	if e.word != "" {
		return e.trait
	}
	for _, s := range l.suffixes {
		if s.trait != 0 && strings.HasSuffix(word, s.end) {
			return s.trait
		}
	}
	return 0
}

// lowered is a word whose letters beyond A-Z are in lower case: the others are folded
// when it is looked for.
func lowered(word string) string {
	for i := range len(word) {
		if word[i] >= 0x80 {
			return strings.ToLower(word)
		}
	}
	return word
}

// hashWord is FNV-1a over the bytes, A-Z folded.
func hashWord(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

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
	for _, s := range l.suffixes {
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

// equalFold compares lower with s, folding A-Z of s and the first letter of
// another script as far as ToLower keeps its length.
func equalFold(lower, s string) bool {
	if len(lower) != len(s) {
		return false
	}
	for i := range len(s) {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != lower[i] {
			if c >= 0x80 {
				return strings.ToLower(s) == lower
			}
			return false
		}
	}
	return true
}
