package read

import (
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// block is a paragraph, heading, list item or table row of a page.
type block struct {
	text   string
	linked int // bytes of it, about, that are links
}

// breaking are the elements before and after which a line ends: the HTML
// standard's flow content that browsers show as blocks.
var breaking = lazySet("address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form " + //nolint:misspell // the name of an element
	"h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup option p pre section summary table tbody tfoot thead tr ul caption")

// unshown are the elements whose content is no text of the page.
var unshown = lazySet("script style noscript template iframe object embed svg math canvas audio video head title meta link " +
	"button select textarea input datalist noframes map")

// lazySet is a set of words, made when first asked for: most runs of the
// program read no page.
func lazySet(words string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		m := make(map[string]bool)
		for _, w := range strings.Fields(words) {
			m[w] = true
		}
		return m
	})
}

// blocksOf is the text below n, as a browser would part it: white space
// collapsed, a <br> as a line break and two in a row as the end of a paragraph.
func blocksOf(n *html.Node) []block {
	w := &blockWriter{}
	if n.Type == html.ElementNode && unshown()[n.Data] && n.Data != "title" {
		return nil
	}
	w.children(n, false, false)
	w.end()
	return w.blocks
}

// blockWriter collects the text of the block being read.
type blockWriter struct {
	blocks []block
	text   strings.Builder
	linked int
	space  bool // white space was seen since the last character
	breaks int  // line breaks were seen since the last character
}

func (w *blockWriter) children(n *html.Node, link, pre bool) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			w.write(c.Data, link, pre)
		case html.ElementNode:
			w.element(c, link, pre)
		case html.DocumentNode:
			w.children(c, link, pre)
		}
	}
}

func (w *blockWriter) element(n *html.Node, link, pre bool) {
	switch name := n.Data; {
	case unshown()[name]:
	case name == "br":
		if w.breaks++; w.breaks > 1 {
			w.end()
		}
	case name == "wbr":
	case breaking()[name]:
		w.end()
		w.children(n, link, pre || name == "pre")
		w.end()
	case name == "td" || name == "th":
		w.space = true
		w.children(n, link, pre)
		w.space = true
	default:
		w.children(n, link || name == "a", pre)
	}
}

// write adds text, collapsing the white space of HTML (a no-break space is
// none), or keeping its lines within <pre>.
func (w *blockWriter) write(s string, link, pre bool) {
	for len(s) > 0 {
		end := strings.IndexAny(s, " \t\n\r\f")
		if end != 0 {
			if end < 0 {
				end = len(s)
			}
			w.word(s[:end], link)
			s = s[end:]
			continue
		}
		if pre && s[0] == '\n' {
			if w.breaks++; w.breaks > 1 {
				w.end()
			}
		}
		w.space = true
		s = s[1:]
	}
}

func (w *blockWriter) word(s string, link bool) {
	if w.text.Len() > 0 {
		switch {
		case w.breaks > 0:
			w.text.WriteByte('\n')
		case w.space:
			w.text.WriteByte(' ')
		}
	}
	w.space, w.breaks = false, 0
	w.text.WriteString(s)
	if link {
		w.linked += len(s)
	}
}

// end closes the block, if there is anything in it.
func (w *blockWriter) end() {
	if text := strings.Trim(w.text.String(), " \t\n\u00a0"); text != "" {
		w.blocks = append(w.blocks, block{text, w.linked})
	}
	w.text.Reset()
	w.linked, w.space, w.breaks = 0, false, 0
}

// lengthOf counts the characters of all blocks.
func lengthOf(blocks []block) int {
	n := 0
	for _, b := range blocks {
		n += utf8.RuneCountInString(b.text)
	}
	return n
}
