package marks

import (
	"sort"
	"unicode/utf8"

	"onrecord/quotes"
	"onrecord/quotes/text"
)

// attributions are the places in a paragraph where a closing mark would stand
// before words that say who spoke: after the comma of ", Ms. Lee said".
func attributions(s string, p quotes.Span) []int {
	var places []int
	for i := p.Start; i < p.End; i++ {
		if c := s[i]; c != ',' && c != '?' && c != '!' {
			continue
		}
		if i+1 < p.End && s[i+1] == ' ' && attributes(s[i+2:p.End]) {
			places = append(places, i+1)
		}
	}
	return places
}

// attributes reports whether s begins with a verb of speech, or with a pronoun
// or a few capitalised words and then one.
func attributes(s string) bool {
	for words := 0; words < 5; words++ {
		end := 0
		for end < len(s) && s[end] != ' ' && s[end] < utf8.RuneSelf {
			end++
		}
		w := s[:end]
		trimmed := trimStop(w)
		switch {
		case w == "":
			return false
		case text.IsSpeechVerb(trimmed):
			return true
		case trimmed != w && len(w) > 5: // the sentence ends
			return false
		case w[0] >= 'A' && w[0] <= 'Z' || w == "he" || w == "she" || w == "they" || w == "it" || w == "the" || w == "a":
		case words == 0:
			return false
		}
		if end == len(s) || s[end] != ' ' {
			return false
		}
		s = s[end+1:]
	}
	return false
}

func trimStop(w string) string {
	if n := len(w); n > 0 && (w[n-1] == '.' || w[n-1] == ',' || w[n-1] == ':') {
		return w[:n-1]
	}
	return w
}

// firstIn is the first of the sorted places in a stretch, if there is one.
func firstIn(places []int, stretch quotes.Span) (int, bool) {
	i := sort.SearchInts(places, stretch.Start+1)
	if i == len(places) || places[i] > stretch.End {
		return stretch.End, false
	}
	return places[i], true
}

// lostOpener guesses where in the stretch before a closer its opener was lost:
// after the last "said," or "said:", else at the start of the paragraph, else
// at the start of the first sentence after the stretch before. In the sentence
// of that stretch there is no telling, and the mark is more likely a stray
// one: then ok is false.
func lostOpener(s string, stretch quotes.Span, paragraph int) (start int, ok bool) {
	if start, ok = afterCue(s, stretch); ok {
		return start, true
	}
	if stretch.Start == paragraph {
		return stretch.Start, true
	}
	sentences := text.Sentences(s[:stretch.End], stretch)
	if len(sentences) < 2 {
		return 0, false
	}
	return sentences[1].Start, true
}

// afterCue is where a capital letter stands after a verb of speech and its
// comma or colon, the last time in the stretch.
func afterCue(s string, stretch quotes.Span) (int, bool) {
	for i := stretch.End - 1; i >= stretch.Start+2; i-- {
		if !capitalAt(s, i) || s[i-1] != ' ' || s[i-2] != ',' && s[i-2] != ':' {
			continue
		}
		from := i - 2
		for from > stretch.Start && asciiLetter(s[from-1]) {
			from--
		}
		if text.IsSpeechVerb(s[from : i-2]) {
			return i, true
		}
	}
	return 0, false
}
