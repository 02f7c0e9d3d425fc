package read

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// strip takes out of a page what surrounds or interrupts its article: scripts,
// menus, captions, adverts, boxes with links to other articles, share bars. An
// element with a third of the page's words or a main heading stays, however it
// is named; so do all those of one noisy name which have a third of the words
// together, as where each paragraph is marked for the cash desk.
func strip(doc *html.Node) {
	measures := make(map[*html.Node]measured)
	most := measure(doc, measures).words / 3
	named := make(map[string][]*html.Node)
	words := make(map[string]int)
	for n := range elements(doc) {
		switch {
		case n.Data == "html" || n.Data == "body" || n.Data == "main" || n.Data == "head":
		case unshown()[n.Data] && n.Data != "title" && n.Data != "meta" && n.Data != "link":
			remove(n)
		case measures[n].words > most || measures[n].heading:
		case isFurniture(n) || isHidden(n):
			remove(n)
		default:
			if name := noisyName(n); name != "" {
				named[name] = append(named[name], n)
				words[name] += measures[n].words
			}
		}
	}
	for name, nodes := range named {
		if words[name] <= most {
			for _, n := range nodes {
				remove(n)
			}
		}
	}
}

// measured is what stands in and below an element.
type measured struct {
	words   int // bytes of text
	heading bool
}

func measure(n *html.Node, measures map[*html.Node]measured) measured {
	m := measured{heading: n.Type == html.ElementNode && n.Data == "h1"}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			m.words += len(strings.TrimSpace(c.Data))
		case c.Type == html.ElementNode && !unshown()[c.Data]:
			below := measure(c, measures)
			m.words += below.words
			m.heading = m.heading || below.heading
		}
	}
	measures[n] = m
	return m
}

// isFurniture reports whether the element's name alone says that it is no part
// of the running text. A figure around a block quote is the HTML standard's
// form of an attributed quote, and a footer within one names its source.
func isFurniture(n *html.Node) bool {
	switch n.Data {
	case "nav", "aside", "menu", "dialog":
		return true
	case "figure":
		return !contains(n, "blockquote")
	case "figcaption":
		return n.Parent == nil || n.Parent.Data != "figure" || !contains(n.Parent, "blockquote")
	case "footer":
		return !within(n, "blockquote", "figure")
	}
	switch attr(n, "role") {
	case "navigation", "complementary", "banner", "contentinfo", "search", "dialog", "alert", "menu", "toolbar":
		return true
	}
	return false
}

func isHidden(n *html.Node) bool {
	if hasAttr(n, "hidden") || attr(n, "aria-hidden") == "true" {
		return true
	}
	style := strings.ReplaceAll(strings.ToLower(attr(n, "style")), " ", "")
	return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}

// noisy are the words in class names and ids of what is no article text, as
// news sites use them.
var noisy = lazySet("ad ads advert advertisement advertising adslot adunit adbox dfp sponsored sponsor outbrain taboola " +
	"promo promos promotion related recirc recirculation recommended recommendations trending mostread popular readmore seealso morefrom " +
	"newsletter newsletters signup subscribe share sharing sharebar sharetools sharedaddy social addthis " +
	"caption captions credit photocredit comments disqus breadcrumb breadcrumbs cookie cookies consent gallery slideshow carousel " +
	"pagination toolbar tooltip popup modal interstitial skiplink screenreader videoplayer")

// hints make the word after them say something of another element, as in
// "no-ads" and "has-related".
var hints = lazySet("no has with without is not hide show")

// noisyName is the noisy word in the element's class or id, "" without one.
func noisyName(n *html.Node) string {
	for _, name := range strings.Fields(attr(n, "class") + " " + attr(n, "id")) {
		parts := nameParts(name)
		for i, part := range parts {
			pair := part
			if i > 0 {
				pair = parts[i-1] + part
			}
			hinted := i > 0 && hints()[parts[0]]
			if !hinted && (noisy()[part] || noisy()[pair]) {
				return pair
			}
		}
	}
	return ""
}

// nameParts are the words of a class name, in lower case: share-bar, shareBar,
// share_bar.
func nameParts(name string) []string {
	var parts []string
	start := 0
	runes := []rune(name)
	flush := func(end int) {
		if end > start {
			parts = append(parts, strings.ToLower(string(runes[start:end])))
		}
	}
	for i, r := range runes {
		switch {
		case !unicode.IsLetter(r):
			flush(i)
			start = i + 1
		case i > 0 && unicode.IsUpper(r) && unicode.IsLower(runes[i-1]):
			flush(i)
			start = i
		}
	}
	flush(len(runes))
	return parts
}
