package read

import (
	"iter"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// elements goes through the elements below n in the order of the page. The
// element just yielded may be removed, and is then not gone into.
func elements(n *html.Node) iter.Seq[*html.Node] {
	return func(yield func(*html.Node) bool) { visit(n, yield) }
}

func visit(n *html.Node, yield func(*html.Node) bool) bool {
	for child := n.FirstChild; child != nil; {
		next := child.NextSibling
		if child.Type == html.ElementNode && !yield(child) {
			return false
		}
		if child.Parent != nil && !visit(child, yield) {
			return false
		}
		child = next
	}
	return true
}

// attr is an attribute's value, "" without it.
func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name && a.Namespace == "" {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}

// remove takes an element out of its page.
func remove(n *html.Node) {
	if n.Parent != nil {
		n.Parent.RemoveChild(n)
	}
}

// within reports whether n stands inside an element of one of these names.
func within(n *html.Node, names ...string) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		for _, name := range names {
			if p.Type == html.ElementNode && p.Data == name {
				return true
			}
		}
	}
	return false
}

// contains reports whether an element of this name stands below n.
func contains(n *html.Node, name string) bool {
	for e := range elements(n) {
		if e.Data == name {
			return true
		}
	}
	return false
}

// lineOf is the text below n on one line.
func lineOf(n *html.Node) string {
	var b strings.Builder
	for _, p := range blocksOf(n) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(p.text)
	}
	return oneLine(b.String())
}

// foldLetters is a text's letters and digits in lower case, for comparing.
func foldLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
