package exchange

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"iter"
	"slices"
	"strings"

	"onrecord/quotes"
	quotetext "onrecord/quotes/text"
)

// Anchor tells where a part of a newcomer stands in its article: by its place
// in code points, and by the words with those around them.
type Anchor struct {
	Exact, Prefix, Suffix string
	Place                 quotes.Span
	Placed                bool
}

func isAnnotation(fields map[string]json.RawMessage) bool {
	for _, name := range []string{"type", "@type"} {
		for kind := range strings.SplitSeq(plainWords(fields[name]), ", ") {
			switch strings.TrimPrefix(kind, "oa:") {
			case "Annotation", "AnnotationPage", "AnnotationCollection":
				return true
			}
		}
	}
	// Hypothesis's own form leaves out the type.
	return bytes.Contains(fields["target"], []byte(`"TextQuoteSelector"`))
}

// annotated makes newcomers of annotations, one a value or many in a page.
func annotated(values iter.Seq2[jsonValue, error]) iter.Seq2[*Newcomer, error] {
	return func(yield func(*Newcomer, error) bool) {
		for v, err := range values {
			if err != nil {
				yield(nil, err)
				return
			}
			if v.err != nil {
				n := &Newcomer{Row: v.number}
				n.Fail("", v.err)
				if !yield(n, nil) {
					return
				}
				continue
			}
			for i, data := range itemsOf(v.data) {
				n := &Newcomer{Row: v.number + i}
				annotatedQuote(n, data)
				if !yield(n, nil) {
					return
				}
			}
		}
	}
}

// itemsOf are the annotations of a page or of a collection's first page; of
// anything else itself.
func itemsOf(data json.RawMessage) []json.RawMessage {
	var page struct {
		Items []json.RawMessage `json:"items"`
		First json.RawMessage   `json:"first"`
	}
	if json.Unmarshal(data, &page) != nil {
		return []json.RawMessage{data}
	}
	if page.Items == nil && len(page.First) > 0 && page.First[0] == '{' {
		_ = json.Unmarshal(page.First, &page) // an object: only its items can be of another kind
	}
	if page.Items != nil {
		return page.Items
	}
	return []json.RawMessage{data}
}

// annotatedQuote reads one annotation.
func annotatedQuote(n *Newcomer, data json.RawMessage) {
	var wire map[string]json.RawMessage
	if json.Unmarshal(data, &wire) != nil || !isAnnotation(wire) {
		n.Fail("", quotes.Errorf(quotes.CodeInvalid, "no annotation").Do("each is an object of the type Annotation"))
		return
	}
	q := &n.Quote
	for _, body := range oneOrMore(wire["body"]) {
		n.body(body)
	}
	// Hypothesis: tags and comment beside the target.
	for _, tag := range oneOrMore(wire["tags"]) {
		q.Tags = append(q.Tags, tagSet(plainWords(tag))...)
	}
	q.Note = strings.TrimSpace(firstOf(q.Note, plainWords(wire["bodyValue"]), plainWords(wire["text"])))
	for _, target := range oneOrMore(wire["target"]) {
		n.target(target)
	}
	if q.Article.URL == "" && isWebAddress(plainWords(wire["uri"])) {
		q.Article.URL = plainWords(wire["uri"])
	}
	var parts []string
	for _, a := range n.Anchors {
		parts = append(parts, a.Exact)
	}
	q.Text = strings.Join(parts, quotes.SpanJoiner)
	if len(n.Anchors) == 1 && n.Anchors[0].Prefix+n.Anchors[0].Suffix != "" {
		a := n.Anchors[0]
		q.Context = strings.TrimSpace(a.Prefix + a.Exact + a.Suffix)
	}
	n.Text, n.Speaker = q.Text, q.Speaker
	switch day, err := readCell("said_on", SheetCell{Text: plainWords(wire["dcterms:date"])}, nil); {
	case err != nil:
		n.Fail("dcterms:date", err)
		return
	default:
		q.SaidOn = day
	}
	if day, err := readCell("said_on", SheetCell{Text: q.Article.Published}, nil); err == nil {
		q.Article.Published = day
	} else {
		n.Fail("schema:datePublished", err)
		return
	}
	if len(parts) == 0 || slices.ContainsFunc(parts, func(s string) bool { return strings.TrimSpace(s) == "" }) {
		n.Fail("target", quotes.Errorf(quotes.CodeInvalid, "no words").Do("a target needs a TextQuoteSelector with exact"))
	}
}

// body takes in what an annotation says of the words.
func (n *Newcomer) body(data json.RawMessage) {
	q := &n.Quote
	var body struct {
		Purpose json.RawMessage `json:"purpose"`
		Value   string          `json:"value"`
		Name    string          `json:"name"`
		Source  json.RawMessage `json:"source"`
	}
	if json.Unmarshal(data, &body) != nil {
		return // the address of a body elsewhere
	}
	value := firstOf(strings.TrimSpace(body.Value), nameOf(body.Source), body.Name)
	switch strings.TrimPrefix(plainWords(body.Purpose), "oa:") {
	case "tagging":
		q.Tags = append(q.Tags, tagSet(value)...)
	case "identifying":
		q.Speaker = firstOf(q.Speaker, strings.TrimSpace(value))
	default:
		q.Note = firstOf(q.Note, strings.TrimSpace(value))
	}
}

// target takes in what an annotation is about: an article, and words in it.
func (n *Newcomer) target(data json.RawMessage) {
	var target struct {
		Source   json.RawMessage `json:"source"`
		Selector json.RawMessage `json:"selector"`
	}
	if json.Unmarshal(data, &target) != nil {
		return // an address alone: no words
	}
	var source map[string]json.RawMessage
	id := plainWords(target.Source)
	if json.Unmarshal(target.Source, &source) == nil {
		id = plainWords(source["id"])
	}
	a := &n.Quote.Article
	if isWebAddress(id) {
		a.URL = id
	}
	a.SHA256 = firstOf(a.SHA256, plainWords(source["schema:sha256"]))
	if encoded, ok := strings.CutPrefix(id, "ni:///sha-256;"); ok {
		if sum, err := base64.RawURLEncoding.DecodeString(encoded); err == nil {
			a.SHA256 = hex.EncodeToString(sum)
		}
	}
	a.Title = firstOf(a.Title, plainWords(source["schema:headline"]))
	a.Outlet = firstOf(a.Outlet, plainWords(source["schema:publisher"]), nameOf(source["schema:publisher"]))
	a.Published = firstOf(a.Published, plainWords(source["schema:datePublished"]))
	var anchor Anchor
	for _, selector := range oneOrMore(target.Selector) {
		anchor.selected(selector, 0)
	}
	if anchor != (Anchor{}) {
		n.Anchors = append(n.Anchors, anchor)
	}
}

// selected takes in a selector, and what refines it.
func (a *Anchor) selected(data json.RawMessage, depth int) {
	var s struct {
		Exact, Prefix, Suffix string
		Start, End            *int
		RefinedBy             json.RawMessage `json:"refinedBy"`
	}
	if json.Unmarshal(data, &s) != nil || depth > 8 {
		return
	}
	a.Exact, a.Prefix, a.Suffix = firstOf(a.Exact, s.Exact), firstOf(a.Prefix, s.Prefix), firstOf(a.Suffix, s.Suffix)
	if s.Start != nil && s.End != nil && *s.Start >= 0 && *s.End > *s.Start {
		a.Place, a.Placed = quotes.Span{Start: *s.Start, End: *s.End}, true
	}
	for _, inner := range oneOrMore(s.RefinedBy) {
		a.selected(inner, depth+1)
	}
}

// AnchorIn finds a newcomer's words in the text of its article: at their place,
// or else where they stand between the words around them, if that is one place
// only. Without success the quote stays without a place; so does one of more than
// mostAnchors parts, which no article splits a quote into.
func (n *Newcomer) AnchorIn(article quotes.ArticleID, body string) bool {
	index := quotetext.NewRuneIndex(body)
	if len(n.Anchors) == 0 || len(n.Anchors) > mostAnchors {
		return false
	}
	var spans []quotes.Span
	last := 0
	for _, a := range n.Anchors {
		span, ok := a.find(body, index)
		if !ok || span.Start < last {
			return false
		}
		spans, last = append(spans, span), span.End
	}
	q := &n.Quote
	q.Article.ID, q.Spans = article, spans
	// The context is the paragraph, or those that the parts stand in.
	first, end := index.Byte(spans[0].Start), index.Byte(last)
	from := strings.LastIndexByte(body[:first], '\n') + 1
	to := len(body)
	if i := strings.IndexByte(body[end:], '\n'); i >= 0 {
		to = end + i
	}
	q.ContextSpan = index.ToRunes(quotes.Span{Start: from, End: to})
	return true
}

// mostAnchors bounds how often an article is searched for one quote.
const mostAnchors = 64

func (a *Anchor) find(body string, index *quotetext.RuneIndex) (quotes.Span, bool) {
	if a.Placed && a.Place.End <= index.Runes() {
		if at := index.ToBytes(a.Place); body[at.Start:at.End] == a.Exact {
			return a.Place, true
		}
	}
	if a.Exact == "" {
		return quotes.Span{}, false
	}
	whole := a.Prefix + a.Exact + a.Suffix
	i := strings.Index(body, whole)
	if i < 0 || strings.Contains(body[i+1:], whole) {
		return quotes.Span{}, false
	}
	i += len(a.Prefix)
	return index.ToRunes(quotes.Span{Start: i, End: i + len(a.Exact)}), true
}

// oneOrMore are the elements of a list, or the one value that stands for it.
func oneOrMore(data json.RawMessage) []json.RawMessage {
	var list []json.RawMessage
	if json.Unmarshal(data, &list) == nil {
		return list
	}
	if len(data) == 0 {
		return nil
	}
	return []json.RawMessage{data}
}

// nameOf is the name of an object.
func nameOf(data json.RawMessage) string {
	var thing struct {
		Name string `json:"name"`
	}
	_ = json.Unmarshal(data, &thing) // what is no object has no name
	return thing.Name
}

func firstOf(words ...string) string {
	for _, w := range words {
		if w != "" {
			return w
		}
	}
	return ""
}
