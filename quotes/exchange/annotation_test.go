package exchange

import (
	"encoding/json"
	"strings"
	"testing"

	"onrecord/quotes"
)

// annotated article: offsets in bytes and in code points differ.
const annotatedBody = "Réunion opened.\n\n“The ice is thin,” said Ann Lee. “It 🌊 will not hold.”\nThe ice is thin, too."

func annotatedAt(parts ...string) *quotes.Quote {
	q := &quotes.Quote{
		ID: 3, Text: strings.Join(parts, quotes.SpanJoiner), Speaker: "Ann Lee", Tags: []string{"ice"}, Note: "a </script> note",
		SaidOn: "2026-01-05", CreatedAt: "2026-01-06T08:00:00Z",
		Article: quotes.ArticleRef{URL: "https://a.example/1", Title: "Ice", Outlet: "Post", Published: "2026-01-06", SHA256: strings.Repeat("ab", 32)},
	}
	runes := func(bytes int) int { return len([]rune(annotatedBody[:bytes])) }
	for _, part := range parts {
		at := strings.Index(annotatedBody, part)
		q.Spans = append(q.Spans, quotes.Span{Start: runes(at), End: runes(at + len(part))})
	}
	from, to := strings.Index(annotatedBody, "“The"), strings.Index(annotatedBody, "\nThe")
	q.Context, q.ContextSpan = annotatedBody[from:to], quotes.Span{Start: runes(from), End: runes(to)}
	return q
}

// What goes out comes back: as the quote at its place where the article is, and
// by hand where it is not.
func TestAnnotationAndBack(t *testing.T) {
	for _, q := range []*quotes.Quote{annotatedAt("The ice is thin"), annotatedAt("The ice is thin", "It 🌊 will not hold.")} {
		data := write(t, FormatAnnotation, Quotes, nil, Options{}, q)
		if !json.Valid([]byte(data)) {
			t.Fatalf("no JSON: %s", data)
		}
		all := collect(t, data)
		if len(all) != 1 || all[0].Why != "" {
			t.Fatalf("%+v of %s", all, data)
		}
		n := all[0]
		got := &n.Quote
		if got.Text != q.Text || got.Speaker != q.Speaker || got.Note != q.Note || got.SaidOn != q.SaidOn || strings.Join(got.Tags, ",") != "ice" {
			t.Errorf("%+v", got)
		}
		if got.Article != q.Article {
			t.Errorf("%+v, want %+v", got.Article, q.Article)
		}
		if !n.AnchorIn(7, annotatedBody) || joined(annotatedBody, got.Spans) != q.Text || got.Article.ID != 7 || got.ContextSpan != q.ContextSpan {
			t.Errorf("%+v", got)
		}
		for i := range got.Spans {
			if got.Spans[i] != q.Spans[i] {
				t.Errorf("at %v, want %v", got.Spans, q.Spans)
			}
		}
		// Where text came in before it, the words are found by those around.
		moved := collect(t, data)[0]
		if !moved.AnchorIn(7, "New first line.\n"+annotatedBody) || joined("New first line.\n"+annotatedBody, moved.Quote.Spans) != q.Text {
			t.Errorf("moved: %+v", moved.Quote.Spans)
		}
		other := collect(t, data)[0]
		if other.AnchorIn(7, "Something else.") || len(other.Quote.Spans) > 0 {
			t.Errorf("found in another text: %+v", other.Quote.Spans)
		}
	}
}

// A quote in very many parts is not looked for, nor are no words.
func TestAnnotationAtLength(t *testing.T) {
	target := `{"selector":{"exact":"a"}}`
	n := collect(t, `{"type":"Annotation","target":[`+strings.Repeat(target+",", 100_000)+target+`]}`)[0]
	if len(n.Anchors) != 100_001 || n.AnchorIn(1, strings.Repeat("ab", 100_001)) {
		t.Errorf("%d anchors, %d places", len(n.Anchors), len(n.Quote.Spans))
	}
	if none := (&Newcomer{Anchors: []Anchor{{}}}); none.AnchorIn(1, "") || none.AnchorIn(1, "a") {
		t.Error("nothing was found somewhere")
	}
}

// Corrected words are not those at the place, and go out without it.
func TestAnnotationOfCorrected(t *testing.T) {
	q := annotatedAt("The ice is thin")
	q.Text = "The ice is thick"
	if data := write(t, FormatAnnotation, Quotes, nil, Options{}, q); strings.Contains(data, "TextPositionSelector") || !strings.Contains(data, "thick") {
		t.Error(data)
	}
}

// What can turn a line or steer a terminal goes out written as \u.
func TestAnnotationOfHarm(t *testing.T) {
	q := annotatedAt("The ice is thin")
	q.Note = "\x1b[31m\u202etxet"
	data := write(t, FormatAnnotation, Quotes, nil, Options{}, q)
	if strings.ContainsAny(data, "\x1b\u202e") || collect(t, data)[0].Quote.Note != q.Note {
		t.Error(data)
	}
}

func TestAnnotationForms(t *testing.T) {
	for _, one := range []struct{ name, data, want string }{
		{"a page", `{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationPage","items":[{"type":"Annotation","bodyValue":"n","target":{"source":"https://a.example","selector":{"type":"TextQuoteSelector","exact":"a"}}}]}`, "a||n|https://a.example"},
		{"a collection", `{"type":"AnnotationCollection","first":{"type":"AnnotationPage","items":[{"type":["Annotation"],"target":{"source":{"id":"https://a.example"},"selector":[{"exact":"a"}]}}]}}`, "a|||https://a.example"},
		{"refined", `{"type":"Annotation","target":{"source":"https://a.example","selector":{"type":"FragmentSelector","value":"p1","refinedBy":{"type":"TextQuoteSelector","exact":"a"}}}}`, "a|||https://a.example"},
		{"a body of words", `{"type":"Annotation","body":[{"type":"TextualBody","value":"n"},{"purpose":"identifying","source":{"name":"s"}},"https://b.example"],"target":{"selector":{"exact":"a"}}}`, "a|s|n|"},
		{"Hypothesis", `{"uri":"https://a.example","text":"n","tags":["t"],"target":[{"source":"https://a.example","selector":[{"type":"TextQuoteSelector","exact":"a"}]}]}`, "a||n|https://a.example"},
		{"a script for an address", `{"type":"Annotation","target":{"source":"javascript:alert(1)","selector":{"exact":"a"}}}`, "a|||"},
	} {
		all := collect(t, one.data)
		if len(all) != 1 || all[0].Why != "" {
			t.Errorf("%s: %+v", one.name, all)
			continue
		}
		q := all[0].Quote
		if got := strings.Join([]string{q.Text, q.Speaker, q.Note, q.Article.URL}, "|"); got != one.want {
			t.Errorf("%s: %s, want %s", one.name, got, one.want)
		}
	}
	for _, bad := range []string{
		`{"type":"Annotation"}`, `{"type":"Annotation","target":"https://a.example"}`, `{"type":"Annotation","target":{"selector":{"start":0,"end":4}}}`,
		`{"type":"AnnotationPage","items":[7]}`, `{"type":"Annotation","dcterms:date":"soon","target":{"selector":{"exact":"a"}}}`,
	} {
		if all := collect(t, bad); len(all) != 1 || all[0].Why == "" {
			t.Errorf("%s: %+v", bad, all)
		}
	}
}
