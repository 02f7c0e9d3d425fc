package read

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// pageMeta is what a page says of its article.
type pageMeta struct {
	title, author, published, outlet, url, language string

	// titles are headlines for machines, best first; tag is the <title>.
	titles []string
	tag    string
}

// readMeta reads the head, the linked data and the marked-up elements of a
// page, before anything is stripped from it.
func readMeta(doc *html.Node, base string) *pageMeta {
	named := metaValues(doc)
	data := readLinkedData(doc)
	m := &pageMeta{
		outlet:   first(named["og:site_name"], data.publisher, named["application-name"]),
		language: first(languageTag(language(doc)), languageTag(named["content-language"]), languageTag(named["og:locale"]), languageTag(data.language)),
		titles:   nonEmpty(named["og:title"], data.headline, named["twitter:title"]),
	}
	m.outlet = outletName(m.outlet)
	m.author = first(data.author, personName(named["author"]), personName(named["article:author"]), personName(named["parsely-author"]),
		personName(named["byl"]), personName(named["dc.creator"]), personName(bylineElement(doc)))
	for _, date := range []string{
		data.published, named["article:published_time"], named["og:published_time"], named["datepublished"], named["parsely-pub-date"],
		named["article.published"], named["pubdate"], named["publish-date"], named["dc.date.issued"], named["dcterms.created"], named["dc.date"],
		named["sailthru.date"], named["date"], timeElement(doc),
	} {
		if m.published = pageDate(date); m.published != "" {
			break
		}
	}
	m.url = address(base, canonicalLink(doc), named["og:url"], data.url)
	for n := range elements(doc) {
		if n.Data == "title" && !within(n, "svg") {
			m.tag = lineOf(n)
			break
		}
	}
	return m
}

// metaValues are the contents of <meta> elements by name, property or
// itemprop, in lower case; the first of a name counts.
func metaValues(doc *html.Node) map[string]string {
	values := make(map[string]string)
	for n := range elements(doc) {
		if n.Data != "meta" {
			continue
		}
		for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
			name := strings.ToLower(strings.TrimSpace(attr(n, key)))
			if value := oneLine(attr(n, "content")); name != "" && value != "" && values[name] == "" {
				values[name] = value
			}
		}
	}
	return values
}

func language(doc *html.Node) string {
	for n := range elements(doc) {
		if n.Data == "html" {
			return first(attr(n, "lang"), attr(n, "xml:lang"))
		}
	}
	return ""
}

func canonicalLink(doc *html.Node) string {
	for n := range elements(doc) {
		if n.Data == "link" && strings.EqualFold(strings.TrimSpace(attr(n, "rel")), "canonical") {
			return attr(n, "href")
		}
	}
	return ""
}

// address is the first link that is a web address of a page, after resolving
// it against the base, else the base without its fragment. A canonical link to
// a site's front page is a mistake many templates make.
func address(base string, links ...string) string {
	from, err := url.Parse(base)
	if err != nil {
		from = &url.URL{}
	}
	for _, link := range links {
		u, err := url.Parse(strings.TrimSpace(link))
		if err != nil || strings.TrimSpace(link) == "" {
			continue
		}
		u = from.ResolveReference(u)
		front := (u.Path == "" || u.Path == "/") && u.RawQuery == ""
		if (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && (!front || len(from.Path) <= 1) {
			u.Fragment = ""
			return u.String()
		}
	}
	from.Fragment = ""
	return from.String()
}

// timeElement is the date of the <time> that gives the day of publication: one
// marked so, else the first within the article, else the page's only one.
func timeElement(doc *html.Node) string {
	var all, inside []string
	for n := range elements(doc) {
		marked := attr(n, "itemprop") == "datePublished"
		if n.Data != "time" && !marked {
			continue
		}
		value := first(attr(n, "datetime"), attr(n, "content"), lineOf(n))
		if marked || hasAttr(n, "pubdate") {
			return value
		}
		all = append(all, value)
		if within(n, "article", "main") {
			inside = append(inside, value)
		}
	}
	switch {
	case len(inside) > 0:
		return inside[0]
	case len(all) == 1:
		return all[0]
	}
	return ""
}

// bylineElement is the text of the element that names the author.
func bylineElement(doc *html.Node) string {
	for n := range elements(doc) {
		rel, prop := attr(n, "rel"), attr(n, "itemprop")
		if n.Data == "a" && rel == "author" || prop == "author" || prop == "author name" {
			if text := lineOf(n); text != "" {
				return text
			}
		}
	}
	for n := range elements(doc) {
		for _, class := range strings.Fields(attr(n, "class")) {
			parts := nameParts(class)
			if len(parts) > 0 && (parts[0] == "byline" || parts[len(parts)-1] == "byline") {
				if text := lineOf(n); utf8.RuneCountInString(text) <= 100 && nameOnly(text) != "" {
					return nameOnly(text)
				}
			}
		}
	}
	return ""
}

// nameOnly cuts a byline before what pages print after the name: a date, a
// count, a handle.
func nameOnly(s string) string {
	if at := strings.IndexAny(s, "0123456789@•|·"); at >= 0 {
		s = s[:at]
	}
	fields := strings.Fields(s)
	for len(fields) > 0 && dateWords()[strings.ToLower(strings.Trim(fields[len(fields)-1], ".,:;-–—"))] {
		fields = fields[:len(fields)-1]
	}
	return strings.TrimRight(strings.Join(fields, " "), " ,;:-–—")
}

// outletName cuts a slogan off an outlet's name; an address gives its host.
func outletName(s string) string {
	if strings.Contains(s, "://") {
		return host(s)
	}
	for _, separator := range []string{" | ", " - ", " – ", " — "} {
		if name, slogan, ok := strings.Cut(s, separator); ok && len(strings.Fields(slogan)) >= 3 {
			s = name
		}
	}
	return strings.TrimSpace(s)
}

// personName takes "By " off a byline; an address instead of a name is none.
func personName(s string) string {
	s = oneLine(s)
	if strings.Contains(s, "://") || strings.HasPrefix(s, "@") {
		return ""
	}
	for _, lead := range []string{"by ", "by: ", "written by "} {
		if len(s) > len(lead) && strings.EqualFold(s[:len(lead)], lead) {
			return strings.TrimSpace(s[len(lead):])
		}
	}
	return s
}

// chooseTitle finds the headline as the page prints it: the main heading which
// shares most words with what the page calls itself. Without one it is that
// name, less the outlet's.
func (m *pageMeta) chooseTitle(doc *html.Node) {
	var headings []string
	for n := range elements(doc) {
		if n.Data == "h1" {
			if text := lineOf(n); text != "" {
				headings = append(headings, text)
			}
		}
	}
	tag := withoutOutlet(m.tag, m.outlet)
	best := 0.5
	for _, name := range append(m.titles, tag) {
		for _, heading := range headings {
			if share := sharedWords(heading, name); share > best {
				m.title, best = heading, share
			}
		}
	}
	switch {
	case m.title != "":
	case len(m.titles) > 0:
		m.title = withoutOutlet(m.titles[0], m.outlet)
	case len(headings) == 1 && !strings.Contains(foldLetters(m.tag), foldLetters(headings[0])):
		m.title = headings[0]
	case len(headings) == 1: // the heading is the site's name, as the end or start of every page's
		m.title = first(withoutOutlet(m.tag, headings[0]), headings[0])
	default:
		m.title = tag
	}
}

// sharedWords is the share of words that two lines have in common, of all they
// have (Dice's coefficient), 0 to 1.
func sharedWords(a, b string) float64 {
	left := make(map[string]int)
	wordsA := strings.FieldsFunc(strings.ToLower(a), isNoLetter)
	wordsB := strings.FieldsFunc(strings.ToLower(b), isNoLetter)
	for _, w := range wordsA {
		left[w]++
	}
	shared := 0
	for _, w := range wordsB {
		if left[w] > 0 {
			left[w]--
			shared++
		}
	}
	return 2 * float64(shared) / float64(max(1, len(wordsA)+len(wordsB)))
}

func isNoLetter(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// withoutOutlet takes the outlet's name off the end of a page's title: any
// last part after a bar, and after a dash only the outlet's own.
func withoutOutlet(title, outlet string) string {
	for _, separator := range []string{" | ", " :: ", " - ", " – ", " — ", " » "} {
		at := strings.LastIndex(title, separator)
		if at <= 0 {
			continue
		}
		tail := title[at+len(separator):]
		own := outlet != "" && foldLetters(tail) == foldLetters(outlet)
		if front := title[:at]; outlet != "" && foldLetters(front) == foldLetters(outlet) {
			return strings.TrimSpace(tail)
		}
		if own || separator == " | " && len(strings.Fields(title[:at])) >= 3 {
			return strings.TrimSpace(title[:at])
		}
	}
	return title
}

// first is the first value that is not "".
func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

func nonEmpty(values ...string) []string {
	var kept []string
	for _, v := range values {
		if v != "" {
			kept = append(kept, v)
		}
	}
	return kept
}
