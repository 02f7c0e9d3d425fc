package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/quotes"
)

// Paragraph is one paragraph's text, without the space around it.
type Paragraph struct {
	quotes.Span
	// Heading marks the headline and lines that look like subheads: short,
	// without a closing full stop, with text below.
	Heading bool
}

// Paragraphs cuts s into paragraphs.
//
// Blank lines part paragraphs. Without any, each line is a paragraph. Lines
// wrapped at one width are joined in either case: see layout.
func Paragraphs(s string) []Paragraph {
	lines, blank := splitLines(s)
	if len(lines) == 0 {
		return nil
	}
	l := measure(s, lines, blank)
	paragraphs := make([]Paragraph, 0, len(lines))
	current := lines[0].Span
	for i := 1; i < len(lines); i++ {
		if l.parts(s, lines[i-1], lines[i]) {
			paragraphs = append(paragraphs, Paragraph{Span: current})
			current = lines[i].Span
			continue
		}
		current.End = lines[i].End
	}
	paragraphs = append(paragraphs, Paragraph{Span: current})
	markHeadings(s, paragraphs)
	return paragraphs
}

const (
	// headlineRunes and subheadRunes bound what still looks like a headline
	// and a subhead; newspapers' longest headlines have some 150 characters.
	headlineRunes = 200
	subheadRunes  = 110
)

func markHeadings(s string, paragraphs []Paragraph) {
	for i := range paragraphs[:len(paragraphs)-1] {
		p := &paragraphs[i]
		if i == 0 || i == 1 && kicker(s[paragraphs[0].Start:paragraphs[0].End]) && !quoteAlone(s[p.Start:p.End]) {
			p.Heading = p.Len() <= 4*headlineRunes && headline(s[p.Start:p.End])
			continue
		}
		p.Heading = p.Len() <= 4*subheadRunes && subhead(s[p.Start:p.End])
	}
}

// kickerWords is how many words a kicker has at most, and a short one in any case.
const (
	kickerWords      = 8
	shortKickerWords = 3
)

// kicker reports whether a text's first paragraph is the line that papers print above a headline: TRANSIT, "NEWS > CRIME
// AND SAFETY", "Features | The sea".
func kicker(p string) bool {
	words, capitals, parted := 0, true, false
	for w := range strings.FieldsSeq(p) {
		words++
		capitals = capitals && strings.ToUpper(w) == w
		parted = parted || w == "|" || w == ">" || w == "/" || w == "»" || w == "›"
	}
	last, _ := lastRunes(p)
	return (words <= shortKickerWords || words <= kickerWords && (capitals || parted)) && !strings.ContainsRune(".:;,?!", last) && !isQuoteMark(last)
}

// quoteAlone reports whether a paragraph begins and ends with quotation marks: below a name it is more often somebody's
// words.
func quoteAlone(p string) bool {
	first, _ := utf8.DecodeRuneInString(p)
	last, _ := lastRunes(p)
	return isQuoteMark(first) && isQuoteMark(last)
}

// headline reports whether a text's first paragraph looks like its headline.
// It may end in a question mark, or with a quote that has no full stop; one
// set in capitals, Word by Word, may have a full stop, which some feeds add.
func headline(p string) bool {
	last, before := lastRunes(p)
	if isQuoteMark(last) && before != 0 {
		last = before
	}
	if utf8.RuneCountInString(p) > headlineRunes {
		return false
	}
	return !strings.ContainsRune(".:;,", last) || last == '.' && titleCase(p)
}

// titleCase reports whether nearly every word of some length is capitalised, and most of those
// that are as long as "for" and "was".
func titleCase(p string) bool {
	var capitals, words [2]int // of the longer ones, and of all
	for w := range strings.FieldsSeq(p) {
		w = strings.TrimLeftFunc(w, isQuoteMark)
		if len(w) < 3 || !isLetterAt(w, 0) {
			continue
		}
		r, _ := utf8.DecodeRuneInString(w)
		for i := range words {
			if i == 0 && len(w) < 4 {
				continue
			}
			words[i]++
			if unicode.IsUpper(r) {
				capitals[i]++
			}
		}
	}
	return words[0] >= 3 && capitals[0]*5 >= words[0]*4 && capitals[1]*5 >= words[1]*3
}

// subhead reports whether a later paragraph looks like a heading. What ends in
// a quote or a question is more often somebody's words.
func subhead(p string) bool {
	if utf8.RuneCountInString(p) > subheadRunes {
		return false
	}
	first, _ := utf8.DecodeRuneInString(p)
	last, before := lastRunes(p)
	if isDash(first) && isDash(last) && before == ' ' {
		return true // - Into the night -, as agencies print them
	}
	if isQuoteMark(first) || isDash(first) || unicode.IsLower(first) {
		return false
	}
	return unicode.IsLetter(last) || unicode.IsDigit(last) || (last == '\'' || last == '’' || last == ')')
}

func lastRunes(p string) (last, before rune) {
	last, n := utf8.DecodeLastRuneInString(p)
	before, _ = utf8.DecodeLastRuneInString(p[:len(p)-n])
	return last, before
}
