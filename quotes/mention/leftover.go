package mention

import "strings"

// Limits of what pages print between the paragraphs of an article.
const (
	longestLeftover = 240 // bytes
	longestPhrase   = 4   // words of the tables' phrases
	longestTail     = 9   // words of a short line behind one
)

// Leftover reports whether a paragraph is none of the article but what its page prints
// between the paragraphs, by the phrases of the tables: "Advertisement", "Read more in
// sport", "RELATED: What the mayor meant". It holds no speech, whatever marks are in it. Some
// lead to a list: headings of other articles stand below.
func (l *Lexicon) Leftover(paragraph string) (leftover, list bool) {
	if first, _, _ := strings.Cut(paragraph, " "); len(paragraph) > longestLeftover || !l.leftover.begins[leftoverWord(first)] {
		return false, false // seldom more than a word of a paragraph is read
	}
	words := strings.Fields(paragraph)
	for len(words) > 0 {
		n, kind := l.leftover.longest(min(len(words), longestPhrase), func(k int) string { return leftoverWord(words[k]) }, func(int) bool { return true })
		behind := words[n:]
		switch {
		case n == 0:
			return false, false
		case len(behind) == 0:
			return true, kind == "lists"
		case kind == "invites" && !strings.ContainsAny(paragraph, "\"“”"):
			return true, false
		case kind != "alone" && unsaid(paragraph) && (parted(words[n-1], behind[0]) || kind == "leads" && len(behind) <= longestTail):
			return true, false
		}
		words = behind // "Advertisement Hide Ad"
	}
	return false, false
}

// leftoverWord is a word as the phrases of the tables have it.
func leftoverWord(word string) string {
	return strings.ReplaceAll(strings.ToLower(strings.Trim(word, ".,:;!|>»–—-()[]*…")), "’", "'")
}

// unsaid reports whether a paragraph ends as no sentence does, but perhaps as a question.
func unsaid(paragraph string) bool {
	last := strings.TrimRight(paragraph, "\"”’')]")
	return last != "" && strings.IndexByte(".!,;:", last[len(last)-1]) < 0 && !strings.HasSuffix(last, "…")
}

// parted reports whether a colon or the like stands between two words.
func parted(word, next string) bool {
	if strings.IndexByte(":|>-", word[len(word)-1]) >= 0 {
		return true
	}
	switch next {
	case "|", ">", "»", "-", "–", "—":
		return true
	}
	return false
}
