package read

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// splitBreaks makes paragraphs of what a page parts by two or more line breaks
// in a row. Readability does so too, but also parts lines that only one break
// divides.
func splitBreaks(doc *html.Node) {
	var parents []*html.Node
	seen := make(map[*html.Node]bool)
	for n := range elements(doc) {
		if n.Data == "br" && !seen[n.Parent] && isRun(n) {
			seen[n.Parent] = true
			parents = append(parents, n.Parent)
		}
	}
	// From the inside out, so that a parent is split as its children now are.
	for i := len(parents) - 1; i >= 0; i-- {
		splitAt(parents[i])
	}
}

// isRun reports whether another break follows, with white space between at most.
func isRun(n *html.Node) bool {
	next := n.NextSibling
	for next != nil && isBlank(next) {
		next = next.NextSibling
	}
	return next != nil && next.Type == html.ElementNode && next.Data == "br"
}

func isBlank(n *html.Node) bool {
	return n.Type == html.CommentNode || n.Type == html.TextNode && strings.Trim(n.Data, " \t\n\r\f\u00a0") == ""
}

// splitAt gathers the element's lines into paragraphs, one for each stretch
// between runs of breaks or blocks. The element itself becomes a division: a
// paragraph may not hold others.
func splitAt(parent *html.Node) {
	if parent.Data == "pre" {
		return
	}
	if parent.Data == "p" || !breaking()[parent.Data] && parent.Data != "td" && parent.Data != "th" {
		parent.Data, parent.DataAtom = "div", atom.Div
	}
	var lines *html.Node
	for child := parent.FirstChild; child != nil; {
		next := child.NextSibling
		switch {
		case child.Type == html.ElementNode && breaking()[child.Data]:
			lines = nil
		case child.Type == html.ElementNode && child.Data == "br" && isRun(child):
			for next != nil && (isBlank(next) || next.Data == "br" && next.Type == html.ElementNode) {
				after := next.NextSibling
				parent.RemoveChild(next)
				next = after
			}
			parent.RemoveChild(child)
			lines = nil
		case lines == nil && isBlank(child):
		default:
			if lines == nil {
				lines = &html.Node{Type: html.ElementNode, Data: "p", DataAtom: atom.P}
				parent.InsertBefore(lines, child)
			}
			parent.RemoveChild(child)
			lines.AppendChild(child)
		}
		child = next
	}
}
