package read

import (
	"errors"
	"net/url"
	"slices"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"

	"onrecord/quotes"
)

// page makes an article of an HTML page.
func (s *stream) page(text string, a *quotes.Article) error {
	if err := readPage(text, s.source.BaseURL, a); err != nil {
		return s.errorf("%s", err).Do("open it in a browser, save the article's words as a text file and read that")
	}
	return nil
}

// errNoWords is a page whose words a script fetches, or that has none.
var errNoWords = errors.New("the page holds no article text")

// readPage sets the article's text and what the page says of it. The text is
// the headline, then the paragraphs, with blank lines between.
//
// base is the page's own address, "" if unknown.
func readPage(page, base string, a *quotes.Article) error {
	doc, err := parsePage(page)
	if err != nil {
		return err
	}
	meta := readMeta(doc, base)
	markQuotes(doc)
	strip(doc)
	splitBreaks(doc)
	meta.chooseTitle(doc)
	body := articleBlocks(doc, base)
	if len(body) == 0 {
		return errNoWords
	}
	a.Text = joinBlocks(meta.title, body)
	if strings.TrimSpace(a.Text) == "" {
		return errNoWords
	}
	if meta.title == "" {
		meta.title = headline(a.Text)
	}
	Overrides{
		Title: meta.title, Outlet: meta.outlet, Author: meta.author, URL: meta.url,
		Published: meta.published, Language: meta.language,
	}.apply(a)
	return nil
}

// parsePage parses HTML. The parser refuses elements nested more than 512 deep:
// such a page is flattened to its paragraphs and parsed again.
func parsePage(page string) (*html.Node, error) {
	doc, err := html.Parse(strings.NewReader(page))
	if err == nil {
		return doc, nil
	}
	doc, err = html.Parse(strings.NewReader(flatten(page)))
	if err != nil {
		return nil, errors.New("the page's HTML is broken beyond reading")
	}
	return doc, nil
}

// shortArticle is how many characters an article has, or it may not be all of
// it. Above that, what a page marks as its article but readability leaves out
// is mostly galleries.
const shortArticle = 1000

// articleBlocks finds the article in the page, without what the page shows
// around it. Where readability finds little or nothing, the element that the
// page itself calls its article is taken, or the whole body.
func articleBlocks(doc *html.Node, base string) []block {
	address, err := url.Parse(base)
	if err != nil || base == "" {
		address = nil
	}
	parser := readability.NewParser()
	parser.DisableJSONLD = true // read already, with the page's own time zone
	var found []block
	if article, err := parser.ParseDocument(doc, address); err == nil && article.Node != nil {
		found = withoutNoise(blocksOf(article.Node))
	}
	length := lengthOf(found)
	if declared := declaredArticle(doc); declared != nil && length < shortArticle {
		if own := withoutNoise(blocksOf(declared)); lengthOf(own) > 2*length {
			return own
		}
	}
	if length > 0 {
		return found
	}
	return withoutNoise(blocksOf(doc))
}

// declaredArticle is the element that a page marks as its article: schema.org's
// articleBody, or its only <article>. nil without one.
func declaredArticle(doc *html.Node) *html.Node {
	var bodies, articles []*html.Node
	for n := range elements(doc) {
		if attr(n, "itemprop") == "articleBody" {
			bodies = append(bodies, n)
		}
		if n.Data == "article" {
			articles = append(articles, n)
		}
	}
	switch {
	case len(bodies) == 1:
		return bodies[0]
	case len(articles) == 1:
		return articles[0]
	}
	return nil
}

// joinBlocks writes the headline, unless it is "", and the blocks with blank
// lines between. The headline is left out where it stands among the first
// blocks again.
func joinBlocks(title string, blocks []block) string {
	var b strings.Builder
	b.WriteString(clean(validUTF8(title)))
	folded := foldLetters(title)
	for i, p := range blocks {
		if i < 5 && title != "" && foldLetters(p.text) == folded {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		b.WriteString(withoutBlankLines(clean(validUTF8(p.text))))
	}
	return b.String()
}

// withoutBlankLines keeps a block one paragraph: what HTML does not take for
// white space, such as a vertical tab, may have made blank lines in it.
func withoutBlankLines(block string) string {
	if !strings.Contains(block, "\n") {
		return block
	}
	lines := strings.Split(block, "\n")
	return strings.Join(slices.DeleteFunc(lines, func(line string) bool { return strings.TrimSpace(line) == "" }), "\n")
}
