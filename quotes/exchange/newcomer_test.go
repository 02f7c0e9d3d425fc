package exchange

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"onrecord/quotes"
)

// newcomersIn reads a file as import does, JSON or sheet.
func newcomersIn(data []byte) (*NewcomerFile, error) {
	f, err := NewcomersOfJSON(bytes.NewReader(data), nil)
	if f != nil || err != nil {
		return f, err
	}
	sheet, err := OpenSheet(bytes.NewReader(data), "")
	if err != nil {
		return nil, err
	}
	return NewcomersOfSheet(sheet, nil)
}

func collect(t *testing.T, data string) []*Newcomer {
	t.Helper()
	f, err := newcomersIn([]byte(data))
	if err != nil || f == nil {
		t.Fatalf("%v, %v", f, err)
	}
	var all []*Newcomer
	for n, err := range f.All {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, n)
	}
	return all
}

func TestNewcomers(t *testing.T) {
	for _, one := range []struct{ name, data, want string }{
		{"the column's own name before another word for it", "quote,text,who\na,b,c\n", "b/c"},
		{"the own name wherever it stands", `{"statement":"a","text":"b","author":"c"}`, "b/c"},
		{"a field of the second choice where the first is empty", `{"statement":"","quotation":"b","author":"c","who":""}`, "b/c"},
		{"an inner object", `{"text":"b","speaker":{"name":"c","id":4}}`, "b/c"},
		{"marks around", "quote,who\n“b”,c\n", "b/c"},
		{"marks within", "quote,who\n“b” and “d”,c\n", "“b” and “d”/c"},
		{"a byte order mark", "\ufeff[{\"text\":\"b\",\"who\":\"c\"}]", "b/c"},
		{"white space", "\n\n  {\"text\":\"b\",\"who\":\"c\"}\n\n", "b/c"},
		{"a number for a name", `{"text":"b","who":7}`, "b/7"},
		{"a list of names", `{"text":"b","who":["c","d"]}`, "b/c, d"},
	} {
		all := collect(t, one.data)
		if len(all) != 1 || all[0].Why != "" || all[0].Quote.Text+"/"+all[0].Quote.Speaker != one.want {
			t.Errorf("%s: %+v", one.name, all)
		}
	}
	for _, none := range []string{`{"id":"x","html":"<p>"}`, "a,b\n1,2\n", "text\nalone\n", `[1,2]`, `"text"`, ""} {
		if f, _ := newcomersIn([]byte(none)); f != nil {
			t.Errorf("%q is taken for a %s", none, f.Kind)
		}
	}
}

// A million signs of one kind, or depths of brackets, take linear time and
// little memory; behind a line that is too long the next is read.
func TestNewcomersAtLength(t *testing.T) {
	const n = 1 << 20
	for _, one := range []struct {
		data string
		good int
	}{
		{strings.Repeat("[", n), 0},
		{strings.Repeat("{", n), 0},
		{strings.Repeat(`{"text":`, n), 0},
		{strings.Repeat("{}\n", n), 0},
		{`[{"text":"a"},{"text":"` + strings.Repeat("a", 40<<20) + `"},{"text":"b"}]`, 1},
		{`{"text":"` + strings.Repeat("a", 20<<20) + "\"}\n{\"text\":\"b\"}", 1},
		{`{"text":"b","keywords":[` + strings.Repeat(`"a",`, n) + `"a"]}`, 1},
	} {
		f, err := newcomersIn([]byte(one.data))
		good := 0
		if err == nil && f != nil {
			for n, err := range f.All {
				if err == nil && n.Why == "" {
					good++
				}
			}
		}
		if good != one.good {
			t.Errorf("%.20s…: %d quotes, want %d", one.data, good, one.good)
		}
	}
}

// joined is what stands at places in code points.
func joined(body string, spans []quotes.Span) string {
	var parts []string
	for _, s := range spans {
		parts = append(parts, string([]rune(body)[s.Start:s.End]))
	}
	return strings.Join(parts, quotes.SpanJoiner)
}

// Whatever is in a file, reading it ends; what it gives is UTF-8 where the file
// was, has words or says why not, and comes in order.
func FuzzNewcomers(f *testing.F) {
	f.Add([]byte("Quote,Who,Date\n“We will.”,Ann Lee,3 May 2026\n"))
	f.Add([]byte(`{"text":"a","speaker":null,"article":{"url":"https://a.example"}}`))
	f.Add([]byte(`[{"statement":"a","tags":["b",["c"]],"date":1}]`))
	f.Add([]byte(`{"quoteID":"1","quotation":"a","speaker":"None","qids":["Q1"],"date":"2016-01-01 00:00:00","probas":[["None","0.5"]],"urls":[]}`))
	f.Add([]byte(`{"type":"Annotation","body":[{"purpose":"tagging","value":"a"}],"target":{"source":"https://a.example","selector":[{"exact":"é","prefix":"b","suffix":"c"},{"start":1,"end":2}]}}`))
	f.Add([]byte(`{"type":"AnnotationPage","items":[{"type":"Annotation","target":[{"selector":{"exact":"a","refinedBy":{"start":0,"end":9}}}]}]}`))
	f.Add([]byte("{\n\"text\": \"a\"\n}\n{\"text\":\"b\"}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := newcomersIn(data)
		if err != nil || file == nil {
			return
		}
		last := 0
		for n, err := range file.All {
			if err != nil {
				return
			}
			if n.Row <= last && n.Row != 0 {
				t.Fatalf("row %d after %d", n.Row, last)
			}
			last = n.Row
			q := n.Quote
			switch {
			case (n.Outcome == NewcomerProblem) != (n.Why != ""):
				t.Fatalf("%+v", n)
			case n.Why == "" && strings.TrimSpace(q.Text) == "":
				t.Fatal("no words and no reason")
			case q.Confidence < 0 || q.Confidence > 1:
				t.Fatalf("confidence %v", q.Confidence)
			case q.Article.URL != "" && !isWebAddress(q.Article.URL) && n.Why == "":
				t.Fatalf("address %q", q.Article.URL)
			case utf8.Valid(data) && n.AnchorIn(1, string(data)) && joined(string(data), n.Quote.Spans) != q.Text:
				t.Fatalf("at %v stands %q, not %q", n.Quote.Spans, joined(string(data), n.Quote.Spans), q.Text)
			case utf8.Valid(data) && !utf8.ValidString(q.Text+q.Speaker+q.Note):
				t.Fatalf("%q", q.Text)
			}
		}
	})
}
