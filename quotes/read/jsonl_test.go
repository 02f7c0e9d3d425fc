package read

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"onrecord/quotes"
)

// gather reads everything, each article as "doc|title|outlet|author|published|url|language|text".
func gather(r io.Reader, source Source) (articles, problems []string) {
	for a, err := range Articles(r, source) {
		if err != nil {
			problems = append(problems, err.Error())
			continue
		}
		articles = append(articles, strings.Join([]string{a.Doc, a.Title, a.Outlet, a.Byline, a.Published, a.URL, a.Language, a.Text}, "|"))
	}
	return articles, problems
}

func TestJSONL(t *testing.T) {
	lines := strings.Join([]string{
		"\ufeff" + `{"doc":"one","text":"She left.\r\nHe stayed.","url":"https://a.example/1","title":"Who\nleft","outlet":"A","author":"O. F.","published":"2025-03-09T23:00:00-05:00","language":"en_gb","extra":{"x":[1]}}`,
		`{"text": "broken`,
		``,
		`{"id":42,"html":"<p>She said <q>no</q> at once.</p>","author":["O. F.",{"name":"T. B."}],"published":20250309,"title":null}`,
		`[1,2]`,
		`{"id":"x"}`,
		`{"text":7}`,
		"{\"text\":\"caf\xe9\"}",
		`{"text":"A line without a name.","published":"soon"}`,
		`{"text":"No line feed at the end.","doc":"last"}`,
	}, "\n")
	articles, problems := gather(strings.NewReader(lines), Source{Name: "dir/a.jsonl"})
	wantArticles := []string{
		"one|Who left|A|O. F.|2025-03-09|https://a.example/1|en-GB|She left.\nHe stayed.",
		"42|||O. F., T. B.|2025-03-09|||She said “no” at once.",
		"a.jsonl:9|||||||A line without a name.",
		"last|||||||No line feed at the end.",
	}
	if fmt.Sprintf("%q", articles) != fmt.Sprintf("%q", wantArticles) {
		t.Errorf("articles:\n%q\nwant:\n%q", articles, wantArticles)
	}
	wantProblems := []string{
		"dir/a.jsonl:2: not an article as JSON: unexpected end",
		"dir/a.jsonl:5: not an article as JSON: found array where an object was due",
		"dir/a.jsonl:6: no text; give the object",
		`dir/a.jsonl:7: not an article as JSON: "text" is number, not a string`,
		"dir/a.jsonl:8: not UTF-8; save the file as UTF-8",
	}
	if len(problems) != len(wantProblems) {
		t.Fatalf("problems: %q", problems)
	}
	for i, want := range wantProblems {
		if !strings.HasPrefix(problems[i], want) {
			t.Errorf("problem %q, want %q…", problems[i], want)
		}
	}
}

func TestJSONArrays(t *testing.T) {
	articles, problems := gather(strings.NewReader(`[ {"doc":"a","text":"One."}, 7, {"doc":"b"}, {"doc":"c","text":"Three."} ]`), Source{Name: "a.json"})
	if fmt.Sprint(articles) != "[a|||||||One. c|||||||Three.]" || len(problems) != 2 || !strings.HasPrefix(problems[0], "a.json: article 2: ") {
		t.Errorf("%q, %q", articles, problems)
	}
	articles, problems = gather(strings.NewReader("{\n \"doc\":\"a\", \"text\":\"One.\"\n}\n{\n \"doc\":\"b\", \"text\":\"Two.\"}\n"), Source{Name: "a.json"})
	if len(articles) != 2 || len(problems) != 0 {
		t.Errorf("%q, %q", articles, problems)
	}
	articles, problems = gather(strings.NewReader(`[{"doc":"a","text":"One."},{"doc":`), Source{Name: "a.json"})
	if len(articles) != 1 || len(problems) != 1 || !strings.HasPrefix(problems[0], "a.json: article 2: not JSON") {
		t.Errorf("%q, %q", articles, problems)
	}
	for data, want := range map[string]string{
		"[]": "a.json: empty", `[{"text":"One."}`: "a.json: article 2: the array ends without a ]", "[": "a.json: article 1: the array ends",
	} {
		if _, problems = gather(strings.NewReader(data), Source{Name: "a.json"}); len(problems) != 1 || !strings.HasPrefix(problems[0], want) {
			t.Errorf("%s: %q", data, problems)
		}
	}
	many := "[" + strings.TrimSuffix(strings.Repeat(`{"doc":"a","text":"She said “no” at once."},`, 10_000), ",") + "]"
	if articles, problems = gather(strings.NewReader(many), Source{Name: "a.json", MaxArticle: 100_000}); len(articles) != 10_000 || len(problems) != 0 {
		t.Errorf("a long array of short articles: %d articles, %q", len(articles), problems)
	}
	articles, problems = gather(strings.NewReader(`[{"text":"`+strings.Repeat("word ", 200_000)), Source{Name: "a.json", MaxArticle: 100_000})
	if len(articles) != 0 || len(problems) != 1 || !strings.Contains(problems[0], "longer than") {
		t.Errorf("%d articles, %q", len(articles), problems)
	}
}

func TestLongLines(t *testing.T) {
	long := strings.Repeat("A word and another. ", 100_000)
	data := fmt.Sprintf("{\"doc\":\"a\",\"text\":%q}\n{\"doc\":\"b\",\"text\":\"Short.\"}\n", long)
	articles, problems := gather(strings.NewReader(data), Source{Name: "a.jsonl"})
	if len(articles) != 2 || len(problems) != 0 || !strings.HasSuffix(articles[0], long) {
		t.Errorf("%d articles, %q", len(articles), problems)
	}
	articles, problems = gather(strings.NewReader(data), Source{Name: "a.jsonl", MaxArticle: 1 << 20})
	if len(articles) != 1 || len(problems) != 1 || !strings.HasPrefix(problems[0], "a.jsonl:1: longer than 1 MB") {
		t.Errorf("%q, %q", articles, problems)
	}
}

// lines gives n lines of JSONL without holding them, and fails after them.
type lines struct {
	line []byte
	left int
	rest []byte
	most int // the longest read-ahead that was asked for
}

var errGone = errors.New("gone")

func (l *lines) Read(p []byte) (int, error) {
	if len(l.rest) == 0 {
		if l.left == 0 {
			return 0, errGone
		}
		l.left--
		l.rest = l.line
	}
	l.most = max(l.most, len(p))
	n := copy(p, l.rest)
	l.rest = l.rest[n:]
	return n, nil
}

func TestStreaming(t *testing.T) {
	source := &lines{line: []byte(`{"doc":"a","text":"She said “no” at once."}` + "\n"), left: 10_000}
	count := 0
	for a, err := range Articles(source, Source{Name: "a.jsonl"}) {
		switch {
		case err != nil:
			if count != 10_000 || !errors.Is(err, errGone) {
				t.Fatalf("after %d: %v", count, err)
			}
		case a.Text == "":
			t.Fatal("no text")
		default:
			count++
		}
		// What is read ahead is one buffer of 64 KB, about 1,400 lines.
		if ahead := 10_000 - source.left - count; ahead > 2000 {
			t.Fatalf("%d lines ahead", ahead)
		}
	}
	if count != 10_000 {
		t.Errorf("%d articles", count)
	}
	for a, err := range Articles(&lines{line: []byte("{\"text\":\"x\"}\n"), left: 3}, Source{Type: TypeJSONL}) {
		if err != nil || a.Text != "x" {
			t.Errorf("%v, %v", a, err)
		}
		break // a caller may stop early
	}
}

func FuzzJSONL(f *testing.F) {
	for _, s := range []string{
		`{"doc":"a","text":"x"}`, "[{\"text\":\"x\"},7]", "{\n\"text\":\"x\"}", `{"text":"\u0000\ud800"}`, "{\"text\":\"\xff\"}",
		`{"id":[1,{"name":"x"},null],"html":"<q>x"}`, "\ufeff{}\r\n\r\n{", `{"author":{"name":{"name":["x"]}},"text":"a"}`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		lines := strings.Count(s, "\n") + 1
		yielded := 0
		for a, err := range Articles(strings.NewReader(s), Source{Name: "f.jsonl", Type: TypeJSONL, MaxArticle: 1 << 16}) {
			if yielded++; (a == nil) == (err == nil) {
				t.Fatalf("article %v with error %v", a, err)
			}
			if err != nil {
				checkError(t, err)
				continue
			}
			checkArticle(t, a)
		}
		if yielded == 0 {
			t.Fatalf("%q: neither an article nor an error", s)
		}
		if !SpreadsOverLines([]byte(strings.TrimPrefix(s, "\ufeff"))) && charsetOfBOM([]byte(s)) == "" && yielded > lines {
			t.Fatalf("%q: %d results of %d lines", s, yielded, lines)
		}
		// A line more changes nothing of those before it.
		if json.Valid([]byte(s)) && !strings.ContainsAny(s, "\n\r[") {
			before, _ := gather(strings.NewReader(s), Source{Type: TypeJSONL})
			after, _ := gather(strings.NewReader(s+"\n{\"doc\":\"z\",\"text\":\"z\"}"), Source{Type: TypeJSONL})
			if strings.TrimSpace(s) != "" && len(after) != len(before)+1 {
				t.Fatalf("%q: %d articles, with one more line %d", s, len(before), len(after))
			}
		}
	})
}

func checkError(t *testing.T, err error) {
	t.Helper()
	var e *quotes.Error
	if !errors.As(err, &e) || e.Remedy == "" || e.Message == "" {
		t.Fatalf("an error without a remedy: %v", err)
	}
}
