package main

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"onrecord/quotes"
	"onrecord/quotes/extract"
)

// TestUnseen grades the program, with the weights in the binary, on articles that
// neither the model nor whoever wrote the rules has seen: the golden file shows what a
// change costs there. Nobody should read those articles for causes, nor train on them.
func TestUnseen(t *testing.T) {
	docs, err := readArticles("unseen")
	if err != nil {
		t.Fatal(err)
	}
	var s unseen
	for _, d := range docs {
		s.grade(d)
	}
	got := fmt.Sprintf("articles  %d\nquotes    %d, found %d\nnames     %d, right %d, wrong %d\nterms     %d, taken for quotes %d\n",
		s.articles, s.quotes, s.found, s.named, s.right, s.wrong, s.terms, s.called)
	golden := filepath.Join("testdata", "unseen.golden")
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatalf("%v; run go test -update", err)
	}
	if got != string(want) {
		t.Errorf("figures changed; run go test -update and look at the diff\ngot:\n%swant:\n%s", got, want)
	}
}

// unseen counts what the program makes of the articles.
type unseen struct{ articles, quotes, found, named, right, wrong, terms, called int }

// grade counts an article. What it has twice counts once.
func (s *unseen) grade(d *document) {
	s.articles++
	s.quotes += len(d.Quotes)
	s.terms += len(d.Unattributed)
	x := extract.Extract(&quotes.Article{Text: d.Text})
	seen := map[*goldSpan]bool{}
	for i := range x.Quotes {
		q := &x.Quotes[i]
		for _, span := range q.Spans {
			l, g := d.match(span)
			if q.Kind == quotes.KindScare || g == nil || seen[g] {
				continue
			}
			seen[g] = true
			if l == unspoken {
				s.called++
				continue
			}
			s.found++
			if q.Speaker == "" {
				continue
			}
			s.named++
			if g.names(q.Speaker) {
				s.right++
			} else {
				s.wrong++
			}
		}
	}
}
