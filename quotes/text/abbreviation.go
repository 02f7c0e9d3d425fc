package text

import (
	"strings"
	"sync"
)

// class tells how a full stop after an abbreviation is to be read.
type class uint8

const (
	notAbbreviated class = iota
	beforeName           // Mr., Gen.: never ends a sentence
	beforeNumber         // No., Jan.: does not end one before a digit
	maybeLast            // Inc., Jr.: ends one if a likely first word follows
	ifCapital            // Ill., Sun.: as maybeLast, but only with a capital letter
)

// abbreviations are the abbreviations of English-language news, in lower case
// and without their last full stop, by how they are read. Abbreviations of
// single letters with full stops between them (U.S., a.m.) need no entry.
var abbreviations = map[class]string{
	beforeName: `mr mrs ms mx dr prof rev fr hon pres gov lt gen adm col maj capt cmdr cdr comdr sgt cpl pvt pfc ens
		sen rep reps sens del asst assoc atty dist supt insp det ofc sec treas amb dir messrs mme mlle m st ste sta sto
		mt ft pt vs ph univ dept govs profs drs brig spc msgr sr-sgt rt`,
	beforeNumber: `no nos p pp vol vols art ch sec fig figs par para jan feb mar apr jun jul aug sep sept oct nov dec
		nr approx ca`,
	maybeLast: `jr sr inc corp cos ltd llc bros etc al ave blvd rd hwy esq ed eds cf viz incl ph.d`,
	ifCapital: `co est mon tue tues wed thu thur thurs fri sat sun ala ariz ark calif colo conn del fla ga ill ind kan ky
		la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo`,
}

// starters are words that, capitalised after an abbreviation, most often
// begin a sentence.
const starters = `a an the this that these those he she it they we i you his her its their our my your but and or so
	yet in on at for from with when while if as after before since because although though however meanwhile
	then there here what who how why where not no still both many most some all each every one asked according
	last earlier later under despite during now once until unless also instead another others any even`

var abbreviationClasses = sync.OnceValue(func() map[string]class {
	m := map[string]class{}
	for _, c := range []class{ifCapital, maybeLast, beforeNumber, beforeName} {
		for _, w := range strings.Fields(abbreviations[c]) {
			m[w] = c
		}
	}
	return m
})

var starterWords = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(starters) {
		m[w] = true
	}
	return m
})

// longestAbbreviation bounds what is looked up.
const longestAbbreviation = 8

// abbreviation classes a word, given without its last full stop.
func abbreviation(word string) class {
	var buf [longestAbbreviation]byte
	lower, ok := lowerASCII(buf[:], word)
	if !ok {
		return notAbbreviated
	}
	c := abbreviationClasses()[string(lower)]
	if c == ifCapital {
		if word[0] == lower[0] {
			return notAbbreviated
		}
		return maybeLast
	}
	return c
}

// Abbreviated reports whether the full stop behind word ends no sentence: Mt., and No.
// before a digit.
func Abbreviated(word string, digit bool) bool {
	c := abbreviation(word)
	return c == beforeName || c == beforeNumber && digit
}

// starts reports whether a word often begins a sentence.
func starts(word string) bool {
	var buf [12]byte
	lower, ok := lowerASCII(buf[:], word)
	return ok && starterWords()[string(lower)]
}

// lowerASCII is word in lower case, in buf; false if it is longer or not ASCII.
func lowerASCII(buf []byte, word string) ([]byte, bool) {
	if len(word) > len(buf) {
		return nil, false
	}
	for i := range len(word) {
		c := word[i]
		if c >= 0x80 {
			return nil, false
		}
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		buf[i] = c
	}
	return buf[:len(word)], true
}
