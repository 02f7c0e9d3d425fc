package read

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxHeadline is how many characters a headline has at most: the longest seen
// in news stay below two hundred.
const maxHeadline = 200

// headline is the first line of a text if it looks like one: short, with more
// text after it, not ending as a sentence does, and no label of a transcript
// ("NAME: …"). "" otherwise.
func headline(text string) string {
	line, rest, _ := strings.Cut(strings.TrimLeft(text, "\n \t\u00a0\ufeff"), "\n")
	line = strings.TrimSpace(strings.TrimLeft(line, "#"))
	if line == "" || strings.TrimSpace(rest) == "" || utf8.RuneCountInString(line) > maxHeadline ||
		!strings.ContainsFunc(line, unicode.IsLetter) || isTranscriptLabel(line) {
		return ""
	}
	if endsSentence(line) || strings.HasSuffix(line, ",") || strings.HasSuffix(line, ":") || strings.HasSuffix(line, ";") {
		return ""
	}
	return line
}

// endsSentence reports whether a line ends in a full stop, marks that close a
// quote after it left out. The stop of an abbreviation ("U.S.") ends none, and
// neither do "?" and "!", which headlines have too.
func endsSentence(line string) bool {
	line = strings.TrimRight(line, "\"'”’»)] ")
	if strings.HasSuffix(line, "...") || strings.HasSuffix(line, "…") || !strings.HasSuffix(line, ".") {
		return false
	}
	word := line[strings.LastIndexAny(line, " \u00a0")+1 : len(line)-1]
	return !strings.Contains(word, ".")
}

// isTranscriptLabel reports whether a line begins with a name in capitals and
// a colon, or with Q: or A:.
func isTranscriptLabel(line string) bool {
	label, speech, ok := strings.Cut(line, ":")
	if !ok || strings.TrimSpace(speech) == "" || len(label) > 40 {
		return false
	}
	letters := strings.IndexFunc(label, unicode.IsLetter) >= 0
	return letters && label == strings.ToUpper(label) && strings.ToUpper(label) != strings.ToLower(label) &&
		strings.ToUpper(speech) != speech
}
