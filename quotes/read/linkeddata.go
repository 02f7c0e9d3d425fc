package read

import (
	"encoding/json"
	"html"
	"slices"
	"strings"

	dom "golang.org/x/net/html"
)

// linkedData is what a page's JSON-LD says of its article, by schema.org.
type linkedData struct {
	headline, author, published, publisher, url, language string
}

// maxLinkedData is how many bytes of JSON-LD a page may have.
const maxLinkedData = 1 << 20

// readLinkedData reads the first article among a page's JSON-LD blocks. A
// broken block is passed over, as search engines do.
func readLinkedData(doc *dom.Node) linkedData {
	g := &graph{byID: make(map[string]map[string]any)}
	for n := range elements(doc) {
		if n.Data != "script" || !strings.HasPrefix(strings.ToLower(attr(n, "type")), "application/ld+json") || n.FirstChild == nil {
			continue
		}
		var value any
		if text := n.FirstChild.Data; len(text) <= maxLinkedData && json.Unmarshal([]byte(mendJSON(text)), &value) == nil {
			g.collect(value, 0)
		}
	}
	for _, node := range g.articles {
		data := linkedData{
			headline:  g.text(node["headline"]),
			author:    g.names(node["author"]),
			published: g.text(node["datePublished"]),
			publisher: g.names(node["publisher"]),
			url:       g.text(node["url"]),
			language:  g.text(node["inLanguage"]),
		}
		if data != (linkedData{}) {
			return data
		}
	}
	return linkedData{}
}

// mendJSON takes off comment signs around a block and writes raw line breaks,
// which many templates put into strings, as spaces.
func mendJSON(s string) string {
	s = strings.TrimSpace(s)
	for _, wrap := range [][2]string{{"<!--", "-->"}, {"//<![CDATA[", "//]]>"}, {"<![CDATA[", "]]>"}} {
		s = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(s, wrap[0]), wrap[1]))
	}
	return strings.Map(func(r rune) rune {
		if r < 0x20 {
			return ' '
		}
		return r
	}, s)
}

// graph is the nodes of a page's JSON-LD.
type graph struct {
	articles []map[string]any
	byID     map[string]map[string]any
}

// collect finds the nodes below a value. Deeper than 32, which no page of the
// wild is, it stops.
func (g *graph) collect(value any, depth int) {
	if depth > 32 {
		return
	}
	switch v := value.(type) {
	case []any:
		for _, element := range v {
			g.collect(element, depth+1)
		}
	case map[string]any:
		if id, ok := v["@id"].(string); ok && len(v) > 1 {
			g.byID[id] = v
		}
		if isArticle(v["@type"]) {
			g.articles = append(g.articles, v)
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"} {
			g.collect(v[key], depth+1)
		}
		for _, key := range []string{"author", "publisher"} { // for their ids
			if node, ok := v[key].(map[string]any); ok {
				g.collect(node, depth+1)
			}
		}
	}
}

// isArticle reports whether a type is schema.org's Article or one below it.
func isArticle(kind any) bool {
	switch k := kind.(type) {
	case string:
		return strings.HasSuffix(k, "Article") || strings.HasSuffix(k, "BlogPosting") || strings.HasSuffix(k, "Report")
	case []any:
		return slices.ContainsFunc(k, isArticle)
	}
	return false
}

// text is a string, or the first of a list; entities in it are decoded, since
// templates escape for HTML what stands in a script.
func (g *graph) text(value any) string {
	switch v := value.(type) {
	case string:
		return oneLine(html.UnescapeString(v))
	case []any:
		if len(v) > 0 {
			return g.text(v[0])
		}
	case map[string]any:
		return first(g.text(v["@value"]), g.text(v["name"]), g.text(v["alternateName"]))
	}
	return ""
}

// names are the names of persons or bodies, joined by commas; references are
// followed once.
func (g *graph) names(value any) string {
	switch v := value.(type) {
	case string:
		return personName(g.text(v))
	case []any:
		var all []string
		for _, element := range v {
			if name := g.names(element); name != "" && !slices.Contains(all, name) {
				all = append(all, name)
			}
		}
		return strings.Join(all, ", ")
	case map[string]any:
		if name := personName(g.text(v["name"])); name != "" {
			return name
		}
		if id, ok := v["@id"].(string); ok {
			return personName(g.text(g.byID[id]["name"]))
		}
	}
	return ""
}
