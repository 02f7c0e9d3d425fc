package read

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// quoteSigns are the marks that a page may put around a <q> itself.
const quoteSigns = "\"“”„‟«»‘’‚'「」『』"

// markQuotes writes the marks of each <q>, which browsers add and readers of
// the text would miss: double ones, and single ones within. A <q> that has its
// marks already, inside or around it, keeps those.
//
// HTML standard, 4.5.9: quotation marks are added by the style sheet.
func markQuotes(doc *html.Node) {
	for n := range elements(doc) {
		if n.Data != "q" {
			continue
		}
		first, last := edges(n)
		before, after := beside(n)
		if strings.ContainsRune(quoteSigns, first) && strings.ContainsRune(quoteSigns, last) ||
			strings.ContainsRune(quoteSigns, before) && strings.ContainsRune(quoteSigns, after) {
			continue
		}
		open, closing := "“", "”"
		if within(n, "q") {
			open, closing = "‘", "’"
		}
		n.InsertBefore(&html.Node{Type: html.TextNode, Data: open}, n.FirstChild)
		n.AppendChild(&html.Node{Type: html.TextNode, Data: closing})
	}
	for n := range elements(doc) {
		if n.Data == "q" {
			n.Data, n.DataAtom = "span", 0
		}
	}
}

// edges are the first and last characters of an element's own text; 0, which
// no page holds, without one.
func edges(n *html.Node) (first, last rune) {
	return signOf(n.FirstChild, true), signOf(n.LastChild, false)
}

// beside are the characters before and after an element.
func beside(n *html.Node) (before, after rune) {
	return signOf(n.PrevSibling, false), signOf(n.NextSibling, true)
}

// signOf is the first or last character of a text node; 0 for another node.
func signOf(n *html.Node, first bool) rune {
	if n == nil || n.Type != html.TextNode || n.Data == "" {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(n.Data)
	if first {
		r, _ = utf8.DecodeRuneInString(n.Data)
	}
	return r
}
