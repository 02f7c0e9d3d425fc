package read

import (
	"strings"

	"golang.org/x/net/html"
)

// flatten rewrites a page as one whose elements hardly nest: paragraphs,
// headings and what says something of the page, in the order they come.
func flatten(page string) string {
	var b strings.Builder
	tokens := html.NewTokenizer(strings.NewReader(page))
	skip := "" // an element whose content is left out
	for {
		switch kind := tokens.Next(); kind {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			if skip == "" {
				b.Write(tokens.Raw())
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			raw := string(tokens.Raw()) // TagName makes Raw's bytes its own
			tagName, _ := tokens.TagName()
			name := string(tagName)
			if skip != "" {
				if kind == html.EndTagToken && name == skip {
					skip = ""
				}
				continue
			}
			if kind == html.StartTagToken && (name == "style" || name == "noscript" || name == "template" || name == "svg" || name == "iframe") {
				skip = name
				continue
			}
			b.WriteString(flatTag(name, raw, kind == html.EndTagToken))
		}
	}
}

// flatTag is what stands for a tag in a flattened page.
func flatTag(name, raw string, end bool) string {
	switch name {
	case "meta", "link", "br", "title", "script":
		return raw
	case "h1", "h2", "h3", "h4", "h5", "h6":
		if end {
			return "</" + name + ">"
		}
		return "<" + name + ">"
	case "q":
		if end {
			return "”"
		}
		return "“"
	case "html":
		if end {
			return ""
		}
		return raw
	}
	if breaking()[name] && name != "head" && name != "body" {
		return "<p>"
	}
	return ""
}
