package mention

import "strings"

const (
	longestCaption = 400 // bytes
	longestCredit  = 8   // words behind "Photo:"
)

// Caption reports whether a paragraph is what a page prints below a picture, by the picture's
// credit: "Ann Lee in May (Photo: Kim Ek)", "Ann Lee. Photograph: Kim Ek/Getty". One with
// quotation marks may quote.
func (l *Lexicon) Caption(paragraph string) bool {
	if len(paragraph) > longestCaption || strings.HasSuffix(paragraph, ".") || strings.ContainsAny(paragraph, "\"“”«»") {
		return false
	}
	if open := strings.LastIndexAny(paragraph, "(["); open >= 0 && strings.IndexByte(")]", paragraph[len(paragraph)-1]) >= 0 {
		return l.credited(strings.Fields(paragraph[open+1:]))
	}
	words := strings.Fields(paragraph)
	for k := range words {
		if (k == 0 || k >= len(words)-longestCredit) && l.creditKind(words[k:]) {
			return true
		}
	}
	return len(words) > 0 && l.sent(words)
}

// credited reports whether the words between brackets are a credit: "Photo: Kim Ek", "AP
// Photo/Kim Ek", "Image credit: Kim Ek", "file photo".
func (l *Lexicon) credited(words []string) bool {
	switch {
	case len(words) == 0:
		return false
	case l.creditKind(words), l.sent(words):
		return true
	}
	return len(words) > 1 && l.credit(words[0]+"-"+words[1]) == "kind" && (len(words) == 2 || strings.Contains(words[1], "/"))
}

// creditKind reports whether the words begin with "Photo:" or "Photo by".
func (l *Lexicon) creditKind(words []string) bool {
	if l.credit(words[0]) != "kind" {
		return false
	}
	return strings.HasSuffix(words[0], ":") || len(words) > 1 && (strings.EqualFold(words[1], "by") && words[0][0] <= 'Z' || l.credit(words[1]) == "kind" && strings.HasSuffix(words[1], ":"))
}

// sent reports whether the words end with a name and, behind a stroke, who sends its pictures:
// "Kim Ek/Getty Images".
func (l *Lexicon) sent(words []string) bool {
	end := strings.Join(words[max(0, len(words)-2):], "-")
	stroke := strings.LastIndexByte(end, '/')
	return stroke >= 0 && l.credit(end[stroke+1:]) == "sender"
}

// credit is what a word of a credit is, "" for none: "AP Photo/Kim Ek" has its first word alone.
func (l *Lexicon) credit(word string) string {
	word, _, _ = strings.Cut(word, "/")
	return l.paired(credits, strings.Trim(word, ".,:;()[]"))
}
