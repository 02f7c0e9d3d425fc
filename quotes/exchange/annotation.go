package exchange

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"strings"
	"unicode/utf8"

	"onrecord/quotes"
)

// An annotation is a quote in the W3C's Web Annotation Data Model
// (https://www.w3.org/TR/annotation-model/): what it targets are the words in
// their article, what it says of them speaker, tags and note.
type annotation struct {
	Context    string           `json:"@context"`
	ID         string           `json:"id"`
	Type       string           `json:"type"`
	Motivation string           `json:"motivation"`
	Created    string           `json:"created,omitempty"`
	SaidOn     string           `json:"dcterms:date,omitempty"`
	Body       []annotationBody `json:"body"`
	Target     []annotationPart `json:"target"`
}

type annotationBody struct {
	Type    string           `json:"type"`
	Purpose string           `json:"purpose"`
	Value   string           `json:"value,omitempty"`
	Source  *annotationAgent `json:"source,omitempty"`
}

type annotationAgent struct {
	Type string `json:"type"`
	Name string `json:"name"`
}

// annotationPart is one part of a quote; a split quote has several.
type annotationPart struct {
	Type     string           `json:"type"`
	Source   annotationSource `json:"source"`
	Selector []any            `json:"selector"`
}

// annotationSource is the article. The names of schema.org are in the context
// of annotations under their prefix.
type annotationSource struct {
	ID        string `json:"id,omitempty"`
	Type      string `json:"type"`
	Title     string `json:"schema:headline,omitempty"`
	Outlet    string `json:"schema:publisher,omitempty"`
	Published string `json:"schema:datePublished,omitempty"`
	SHA256    string `json:"schema:sha256,omitempty"`
}

type textQuoteSelector struct {
	Type   string `json:"type"`
	Exact  string `json:"exact"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
}

// textPositionSelector counts code points, end exclusive, as the model does.
type textPositionSelector struct {
	Type  string `json:"type"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

const (
	annotationContext = "http://www.w3.org/ns/anno.jsonld"
	// aroundExact is how much text stands before and behind the words, in code
	// points.
	aroundExact = 32
)

// annotationOf makes an annotation of a quote.
func annotationOf(q *quote) any {
	a := &annotation{
		Context: annotationContext, ID: annotationID(q), Type: "Annotation", Motivation: "describing",
		Created: q.CreatedAt, SaidOn: q.SaidOn, Body: []annotationBody{},
	}
	if q.Speaker != "" {
		kind := "Person"
		if q.SpeakerKind == quotes.SpeakerOrganisation || q.SpeakerKind == quotes.SpeakerGroup {
			kind = "Organization" //nolint:misspell // a word of the context
		}
		a.Body = append(a.Body, annotationBody{Type: "SpecificResource", Purpose: "identifying", Source: &annotationAgent{kind, q.Speaker}})
	}
	for _, tag := range q.Tags {
		a.Body = append(a.Body, annotationBody{Type: "TextualBody", Purpose: "tagging", Value: tag})
	}
	if q.Note != "" {
		a.Body = append(a.Body, annotationBody{Type: "TextualBody", Purpose: "commenting", Value: q.Note})
	}
	source := annotationSource{
		ID: annotationSourceID(q), Type: "Text", Title: q.Article.Title, Outlet: q.Article.Outlet,
		Published: q.Article.Published, SHA256: q.Article.SHA256,
	}
	for _, selectors := range selectorsOf(q) {
		a.Target = append(a.Target, annotationPart{"SpecificResource", source, selectors})
	}
	return a
}

// selectorsOf tells where each part of a quote stands. Words that an editor
// corrected are no longer those at the place: they go out without it.
func selectorsOf(q *quote) [][]any {
	parts := strings.Split(q.Text, quotes.SpanJoiner)
	if len(parts) != len(q.Spans) {
		parts = []string{q.Text}
	}
	context, within := []rune(q.Context), q.InContext()
	var all [][]any
	for i, words := range parts {
		exact := textQuoteSelector{Type: "TextQuoteSelector", Exact: words}
		placed := len(parts) == len(q.Spans) && q.Spans[i].Len() == utf8.RuneCountInString(words)
		if len(within) == len(parts) && within[i].End <= len(context) && string(context[within[i].Start:within[i].End]) == words {
			in := within[i]
			exact.Prefix = string(context[max(0, in.Start-aroundExact):in.Start])
			exact.Suffix = string(context[in.End:min(len(context), in.End+aroundExact)])
		} else if len(q.Spans) > 0 {
			placed = false
		}
		selectors := []any{exact}
		if placed {
			selectors = append(selectors, textPositionSelector{"TextPositionSelector", q.Spans[i].Start, q.Spans[i].End})
		}
		all = append(all, selectors)
	}
	return all
}

// annotationSourceID is the article's address, or else a name for its text
// (RFC 6920).
func annotationSourceID(q *quote) string {
	if isWebAddress(q.Article.URL) {
		return q.Article.URL
	}
	if sum, err := hex.DecodeString(q.Article.SHA256); err == nil && len(sum) > 0 {
		return "ni:///sha-256;" + base64.RawURLEncoding.EncodeToString(sum)
	}
	return ""
}

// annotationID names a quote the same each time it goes out: a UUID of what it
// is, version 8 (RFC 9562).
func annotationID(q *quote) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "onrecord\x00%d\x00%s\x00%s\x00%v\x00%s", q.ID, q.CreatedAt, q.Article.URL, q.Spans, q.Text))
	sum[6], sum[8] = sum[6]&0x0f|0x80, sum[8]&0x3f|0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}
