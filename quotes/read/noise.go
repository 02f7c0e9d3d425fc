package read

import (
	"strings"
	"sync"
)

// noiseLines are the whole paragraphs that pages put between those of an
// article, as folded by foldLetters.
var noiseLines = foldedSet(
	"advertisement", "advertisements", "ad", "advert", "sponsored", "sponsored content", "promoted content", "paid content", "supported by",
	"story continues below", "story continues below advertisement", "story continues below ad", "story continues after advertisement",
	"article continues below", "article continues below advertisement", "article continues after advertisement", "article continues after ad",
	"advertisement - story continues below", "advertisement - scroll to continue", "scroll to continue", "continue reading",
	"continue reading the main story", "continue reading below", "skip advertisement", "skip past newsletter promotion",
	"after newsletter promotion", "this advertisement has not loaded yet, but your article continues below",
	"read more", "see also", "also read", "related", "related articles", "related stories", "related content", "related topics", "related coverage",
	"more on this story", "more from", "most read", "most popular", "recommended", "recommended stories", "you may also like", "you might also like",
	"share", "share this", "share this article", "share this story", "share on facebook", "share on twitter", "copy link", "email", "print", "tweet", "facebook", "twitter", "whatsapp", "linkedin", "comments",
	"sign up", "subscribe", "log in", "newsletter", "newsletters", "follow us", "listen", "listen to this article", "save", "save article", "gift this article", "give this article",
	"play", "mute", "fullscreen", "current time 0:00", "duration time 0:00", "loaded: 0%", "progress: 0%", "remaining time -0:00", "feedback",
	"about the author", "about the authors", "what's next", "reuse content", "view comments", "leave a comment",
	"image source", "image caption", "media caption", "getty", "getty images", "afp/getty images", "photo", "video", "watch", "play video", "close", "loading",
)

func foldedSet(lines ...string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		m := make(map[string]bool, len(lines))
		for _, line := range lines {
			m[foldLetters(line)] = true
		}
		return m
	})
}

// linkLeads begin a paragraph that, where most of it is a link, only points to
// another article.
var linkLeads = []string{
	"read more", "read also", "also read", "see also", "related", "more:", "more on", "more from", "read next", "don't miss", "watch:", "watch now",
	"listen:", "in pictures", "explainer:", "opinion:", "click here", "sign up", "subscribe", "follow", "download", "must read", "recommended",
}

// mailLeads begin an invitation to a newsletter if mailWords are in it.
var (
	mailLeads = []string{"sign up", "subscribe", "get the", "get our", "want more", "enter your email", "receive our", "join our"}
	mailWords = []string{"newsletter", "inbox", "email", "e-mail", "alerts"}
)

// maxNoise is how many bytes such a paragraph has at most.
const maxNoise = 240

// withoutNoise leaves out the paragraphs that are the page's, not the
// article's.
func withoutNoise(blocks []block) []block {
	kept := make([]block, 0, len(blocks))
	for i, b := range blocks {
		if !isNoise(b) && !inLinkList(blocks, i) {
			kept = append(kept, b)
		}
	}
	return kept
}

// inLinkList reports whether a paragraph is one of several in a row that are
// nothing but links: headlines of other articles, with quotes of their own.
func inLinkList(blocks []block, i int) bool {
	return isLink(blocks[i]) && (i > 0 && isLink(blocks[i-1]) || i+1 < len(blocks) && isLink(blocks[i+1]))
}

func isLink(b block) bool { return 10*b.linked >= 8*len(b.text) && len(b.text) <= maxNoise }

// isDateLine reports whether a paragraph is a date, a time or a count only, as
// pages print them under a headline or beside pictures.
func isDateLine(text string) bool {
	digits := false
	for _, word := range strings.FieldsFunc(strings.ToLower(text), isNoLetter) {
		number := strings.Trim(word, "0123456789")
		digits = digits || number != word
		if number != "" && !dateWords()[number] {
			return false
		}
	}
	return digits && len(text) <= 80
}

// dateWords are the words of such a line.
var dateWords = lazySet("january february march april may june july august september october november december " +
	"jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun " +
	"am pm a p m et est edt ct cst cdt pt pst pdt gmt utc bst cet th st nd rd at on of updated published posted first last modified min mins minute minutes read ago hours hour photos")

func isNoise(b block) bool {
	if len(b.text) > maxNoise {
		return false
	}
	folded := foldLetters(b.text)
	if folded == "" || noiseLines()[folded] || isDateLine(b.text) {
		return true
	}
	lower := strings.ToLower(b.text)
	if 2*b.linked > len(b.text) && hasLead(lower, linkLeads) {
		return true
	}
	if hasLead(lower, mailLeads) {
		for _, word := range mailWords {
			if strings.Contains(lower, word) {
				return true
			}
		}
	}
	return false
}

func hasLead(text string, leads []string) bool {
	for _, lead := range leads {
		if strings.HasPrefix(text, lead) {
			return true
		}
	}
	return false
}
