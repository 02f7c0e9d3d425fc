package exchange

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"onrecord/quotes"
)

// sample is a quote with every field set and something harmful in its text.
func sample() *quotes.Quote {
	return &quotes.Quote{
		ID: 12, Text: "=We \"agree\",\nall | of\x1b us", Spans: []quotes.Span{{Start: 3, End: 10}, {Start: 14, End: 20}},
		Kind: quotes.KindFull, Speaker: "Ines Aldana", SpeakerID: 4,
		Mention: &quotes.Passage{Text: "she", Start: 22, End: 25}, Cue: &quotes.Passage{Text: "said", Start: 26, End: 30},
		Role: "union head", Confidence: 0.875, MentionConfidence: 1, RunnerUp: &quotes.RunnerUp{Speaker: "Pavel Hroch", Confidence: 0.05},
		Method: "rules/1", Context: "before … after", Status: "checked", Verdict: "half-true", Fidelity: "verbatim",
		Tags: []string{"port", "strike"}, Note: "call back", SaidOn: "2025-03-09",
		Article: quotes.ArticleRef{ID: 7, Title: "Pilots", Outlet: "The Saltby Courier", URL: "https://courier.example/p?a=1&b=2", Published: "2025-03-10"},
		State:   quotes.StateAccepted, ConfirmedBy: "mia", CreatedAt: "2025-03-11T08:00:00Z", CreatedBy: "leo",
	}
}

func write[T any](t *testing.T, f Format, table *Table[T], columns []Column[T], o Options, records ...*T) string {
	t.Helper()
	var b bytes.Buffer
	w, err := NewWriter(&b, f, table, columns, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range records {
		if err := w.Write(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWriters(t *testing.T) {
	columns, err := Quotes.Parse("id, text,Article-ID,tags,confidence,mention_start,url")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		format Format
		o      Options
		want   string
	}{
		{
			"csv", FormatCSV,
			Options{BOM: true},
			"\ufeffid,text,article_id,tags,confidence,mention_start,url\n" +
				"12,\"'=We \"\"agree\"\",\nall | of␛ us\",7,\"port, strike\",0.875,22,https://courier.example/p?a=1&b=2\n",
		},
		{
			"tsv", FormatTSV,
			Options{},
			"id\ttext\tarticle_id\ttags\tconfidence\tmention_start\turl\n" +
				"12\t'=We \"agree\",\\nall | of␛ us\t7\tport, strike\t0.875\t22\thttps://courier.example/p?a=1&b=2\n",
		},
		{
			"chosen json", FormatJSON,
			Options{Chosen: true},
			"[\n" + `{"id":12,"text":"=We \"agree\",\nall | of\u001b us","article_id":7,"tags":["port","strike"],"confidence":0.875,"mention_start":22,"url":"https://courier.example/p?a=1&b=2"}` + "\n]\n",
		},
		{
			"markdown", FormatMarkdown,
			Options{Title: "For | review"},
			"# For \\| review\n\n| id | text | article\\_id | tags | confidence | mention\\_start | url |\n|" + strings.Repeat(" --- |", 7) + "\n" +
				"| 12 | =We \"agree\",<br>all \\| of␛ us | 7 | port, strike | 0.875 | 22 | <https://courier.example/p?a=1&b=2> |\n",
		},
	} {
		if got := write(t, c.format, Quotes, columns, c.o, sample()); got != c.want {
			t.Errorf("%s:\n%q\nwant\n%q", c.name, got, c.want)
		}
	}
}

func TestWritersWithoutRecords(t *testing.T) {
	for format, want := range map[Format]string{
		FormatJSON: "[]\n", FormatJSONL: "",
		FormatTSV: "id\ttext\tspeaker\tcontext\tstatus\tverdict\tfidelity\ttags\tnote\toutlet\tpublished\turl\trow_hash\n",
		FormatCSV: "id,text,speaker,context,status,verdict,fidelity,tags,note,outlet,published,url,row_hash\n",
	} {
		if got := write(t, format, Quotes, nil, Options{}); got != want {
			t.Errorf("%s of nothing = %q, want %q", format, got, want)
		}
	}
}

// The fields of CLI.md, "A quote in JSON".
func TestQuoteInJSON(t *testing.T) {
	var array []map[string]any
	if err := json.Unmarshal([]byte(write(t, FormatJSON, Quotes, nil, Options{}, sample(), &quotes.Quote{})), &array); err != nil {
		t.Fatal(err)
	}
	if len(array) != 2 {
		t.Fatalf("%d objects, want 2", len(array))
	}
	for _, field := range strings.Fields("id text spans kind speaker speaker_id mention cue role confidence mention_confidence runner_up method " +
		"context status verdict fidelity tags said_on article state confirmed_by created_at created_by") {
		for i, object := range array {
			if _, ok := object[field]; !ok {
				t.Errorf("object %d lacks %s", i, field)
			}
		}
	}
	if got := fmt.Sprint(array[0]["mention"], array[0]["spans"], array[0]["runner_up"]); got != "map[end:25 start:22 text:she] [[3 10] [14 20]] map[confidence:0.05 speaker:Pavel Hroch]" {
		t.Errorf("nested fields: %s", got)
	}
	if got := fmt.Sprint(array[1]["mention"], array[1]["cue"], array[1]["runner_up"], array[1]["tags"], array[1]["spans"]); got != "<nil> <nil> <nil> [] []" {
		t.Errorf("missing fields: %s", got)
	}
	if array[0]["text"] != sample().Text {
		t.Errorf("text came back as %q", array[0]["text"])
	}
}

func TestExtractedInJSON(t *testing.T) {
	got := write(t, FormatJSONL, Extractions, nil, Options{}, &Extracted{Doc: "port.txt", Quote: quotes.Quote{Text: "No.", Kind: "full", Reason: "no source nearby"}})
	want := `{"doc":"port.txt","text":"No.","spans":[],"kind":"full","speaker":"","mention":null,"cue":null,"role":"","confidence":0,"mention_confidence":0,` +
		`"runner_up":null,"reason":"no source nearby","method":"","context":"","said_on":"","article":{"title":"","outlet":"","url":"","published":""}}` + "\n"
	if got != want {
		t.Errorf("got  %swant %s", got, want)
	}
	table := write(t, FormatTSV, Extractions, nil, Options{}, &Extracted{Doc: "port.txt", Quote: *sample()})
	if want := "doc\tspeaker\ttext\tkind\tmention_text\tcue_text\tconfidence\nport.txt\tInes Aldana\t'=We \"agree\",\\nall | of␛ us\tfull\tshe\tsaid\t0.875\n"; table != want {
		t.Errorf("table %q, want %q", table, want)
	}
}

func TestHTMLPage(t *testing.T) {
	bad := sample()
	bad.Text, bad.Article.URL = `</td><script>alert("x")</script>`, "javascript:alert(1)"
	page := write(t, FormatHTML, Quotes, nil, Options{Title: "Strike <1>"}, sample(), bad)
	for _, want := range []string{
		"<!DOCTYPE html>", "<title>Strike &lt;1&gt;</title>", "prefers-color-scheme: dark", "@media print",
		`<a href="https://courier.example/p?a=1&amp;b=2"`, "&lt;/td&gt;&lt;script&gt;", "2 quotes", "=We &#34;agree&#34;,<br>all | of␛ us",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	// The page's own script is the only one, and the only one that may run.
	head, script, _ := strings.Cut(page, "<script>")
	script, _, _ = strings.Cut(script, "</script>")
	if strings.Count(page, "<script") != 1 || strings.Count(page, "</script") != 1 || script != pageJS || !strings.Contains(head, policyOf(script)) {
		t.Error("the page holds another script than its own, or forbids that")
	}
	page = strings.Replace(page, "<script>", "", 1)
	for _, harm := range []string{"<script", `href="javascript`, "\x1b"} {
		if strings.Contains(page, harm) {
			t.Errorf("the page holds %s", harm)
		}
	}
	if rows := strings.Count(page, "<tr>"); rows != 3 {
		t.Errorf("%d rows, want 3", rows)
	}
}

func TestHTMLMarked(t *testing.T) {
	for _, c := range []struct {
		text, want string
		marked     []quotes.Span
	}{
		{"a <b> & é", "a &lt;b&gt; &amp; é", nil},
		{"“<We>” é said", "“<mark>&lt;We&gt;</mark>” é said", []quotes.Span{{Start: 1, End: 5}}},
		{"héé 👍 x", "h<mark>éé</mark> <mark>👍</mark> x", []quotes.Span{{Start: 1, End: 3}, {Start: 4, End: 5}}},
		{"short", "sh<mark>ort</mark>", []quotes.Span{{Start: 2, End: 99}, {Start: 120, End: 130}}},
		{"twice", "<mark>twi</mark>ce", []quotes.Span{{Start: 0, End: 3}, {Start: 1, End: 4}, {Start: 4, End: 4}}},
	} {
		if got := htmlMarked(c.text, c.marked); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
	q := sample()
	q.Context, q.Text, q.Spans = "Réunion: “<b>Now</b>,” she said.", "<b>Now</b>", nil
	if page := write(t, FormatHTML, Quotes, nil, Options{}, q); !strings.Contains(page, "Réunion: “<mark>&lt;b&gt;Now&lt;/b&gt;</mark>,” she said.") {
		t.Error("the quote is not lit in its context")
	}
	q.Spans, q.ContextSpan = []quotes.Span{{Start: 110, End: 113}}, quotes.Span{Start: 100, End: 140}
	if page := write(t, FormatHTML, Quotes, nil, Options{}, q); !strings.Contains(page, "“<mark>&lt;b&gt;</mark>Now") {
		t.Error("the quote is not lit at its place")
	}
}

func TestEveryTableIsWhole(t *testing.T) {
	checkTable(t, Quotes, sample())
	checkTable(t, Extractions, &Extracted{Doc: "d", Quote: *sample()})
	checkTable(t, Articles, &quotes.Article{})
	checkTable(t, Speakers, &quotes.Speaker{})
	checkTable(t, Claims, &quotes.Claim{})
	checkTable(t, Changes, &quotes.Change{})
}

func checkTable[T any](t *testing.T, table *Table[T], record *T) {
	t.Helper()
	table.Defaults() // panics on a name it lacks
	seen := make(map[string]bool)
	for _, c := range table.Columns {
		if seen[c.Name] || c.About == "" || c.Value == nil || c.Name != foldName(c.Name) {
			t.Errorf("%s: column %q is double or lacks something", table.Name, c.Name)
		}
		seen[c.Name] = true
	}
	for _, f := range Formats {
		if f != FormatTable && write(t, f, table, table.Columns, Options{Chosen: true}, record, record) == "" {
			t.Errorf("%s as %s is empty", table.Name, f)
		}
	}
	rows, err := csv.NewReader(strings.NewReader(write(t, FormatCSV, table, table.Columns, Options{}, record))).ReadAll()
	if err != nil || len(rows) != 2 || len(rows[1]) != len(table.Columns) {
		t.Errorf("%s as CSV reads back as %d rows: %v", table.Name, len(rows), err)
	}
}

func TestUnknownNames(t *testing.T) {
	if _, err := Quotes.Parse("id,speeker"); quotes.CodeOf(err) != quotes.CodeInvalid || !strings.Contains(err.Error(), `did you mean "speaker"`) ||
		!strings.Contains(err.Error(), "runner_up_speaker") {
		t.Errorf("Quotes.Parse: %v", err)
	}
	if _, err := Quotes.Parse(" , "); quotes.CodeOf(err) != quotes.CodeInvalid {
		t.Errorf("no column: %v", err)
	}
	if columns, err := Quotes.Parse(""); err != nil || len(columns) != len(Quotes.Default) {
		t.Errorf("defaults: %d, %v", len(columns), err)
	}
	for _, f := range []Format{FormatTable, "cvs", ""} {
		if _, err := NewWriter(io.Discard, f, Quotes, nil, Options{}); quotes.CodeOf(err) != quotes.CodeInvalid {
			t.Errorf("format %q: %v", f, err)
		}
	}
	if f, err := FormatOf("/a/Review.CSV"); err != nil || f != FormatCSV {
		t.Errorf("FormatOf: %q, %v", f, err)
	}
	if _, err := FormatOf("review.doc"); quotes.CodeOf(err) != quotes.CodeInvalid {
		t.Errorf("FormatOf(review.doc): %v", err)
	}
}

func TestRowHash(t *testing.T) {
	base := sample().Hash()
	if len(base) != 12 || strings.Trim(base, "abcdefghijklmnop") != "" {
		t.Errorf("hash %q is not twelve letters", base)
	}
	changes := map[string]func(*quotes.Quote){
		"text": func(q *quotes.Quote) { q.Text += "!" }, "speaker": func(q *quotes.Quote) { q.Speaker = "" },
		"verdict": func(q *quotes.Quote) { q.Verdict = "true" }, "tag": func(q *quotes.Quote) { q.Tags = q.Tags[:1] },
		"note to said_on": func(q *quotes.Quote) { q.Note, q.SaidOn = q.Note+q.SaidOn, "" },
		"state":           func(q *quotes.Quote) { q.State = quotes.StateRejected },
	}
	for name, change := range changes {
		q := sample()
		if change(q); q.Hash() == base {
			t.Errorf("another %s has the same hash", name)
		}
	}
	left, right := sample(), sample()
	left.Text, left.Speaker = "a:b", "c"
	right.Text, right.Speaker = "a", "b:c"
	if left.Hash() == right.Hash() {
		t.Error("a colon moved between fields has the same hash")
	}
	same := sample()
	same.Tags, same.Confidence, same.Context = []string{"strike", "port"}, 0.1, ""
	if same.Hash() != base {
		t.Error("the order of tags, or what no editor changes, changes the hash")
	}
}

// full fails every write, as a full disk does.
type full struct{}

var errFull = errors.New("no space left")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestFailureIsReported(t *testing.T) {
	for _, f := range Formats[1:] {
		w, err := NewWriter(full{}, f, Quotes, nil, Options{BOM: true})
		if err != nil {
			t.Fatal(err)
		}
		for range 100 {
			if err = w.Write(sample()); err != nil {
				break
			}
		}
		if closing := w.Close(); !errors.Is(err, errFull) && !errors.Is(closing, errFull) {
			t.Errorf("%s to a full disk: %v, %v", f, err, closing)
		}
	}
}

func BenchmarkWriters(b *testing.B) {
	for _, f := range Formats[1:] {
		b.Run(string(f), func(b *testing.B) {
			w, err := NewWriter(io.Discard, f, Quotes, nil, Options{})
			if err != nil {
				b.Fatal(err)
			}
			q := sample()
			for b.Loop() {
				if err := w.Write(q); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
