package main

import (
	"fmt"
	"iter"
	"strings"
	"testing"

	"onrecord/quotes"
	"onrecord/quotes/extract"
)

// numbered is articles 0 to n-1, with an error for every tenth.
func numbered(n int, read *int) iter.Seq2[*quotes.Article, error] {
	return func(yield func(*quotes.Article, error) bool) {
		for i := range n {
			*read++
			if i%10 == 9 {
				if !yield(nil, fmt.Errorf("article %d", i)) {
					return
				}
				continue
			}
			if !yield(&quotes.Article{Doc: fmt.Sprint(i), Text: fmt.Sprintf("“It is %d,” said Ann Lee.", i)}, nil) {
				return
			}
		}
	}
}

// Whatever order the extractors finish in, articles and errors come in the
// order in which they were read.
func TestExtractedInOrder(t *testing.T) {
	read, i := 0, 0
	for extraction, err := range extracted(numbered(200, &read)) {
		switch {
		case i%10 == 9:
			if err == nil || err.Error() != fmt.Sprintf("article %d", i) {
				t.Fatalf("%d: error %v", i, err)
			}
		case err != nil || extraction.Article.Doc != fmt.Sprint(i):
			t.Fatalf("%d: %v, %v", i, extraction.Article, err)
		case len(extraction.Quotes) != 1 || extraction.Quotes[0].Speaker != "Ann Lee" || extraction.Article.Extractor != extract.Version:
			t.Fatalf("%d: %+v", i, extraction)
		}
		i++
	}
	if i != 200 {
		t.Fatalf("%d of 200", i)
	}
}

// An article on which the extractor breaks is an error in its place.
func TestExtractedFault(t *testing.T) {
	find := func(a *quotes.Article) quotes.Extraction {
		if a.Doc == "3" {
			panic("index out of range")
		}
		return extract.Extract(a)
	}
	read, i := 0, 0
	for extraction, err := range extractedBy(find, numbered(8, &read)) {
		switch {
		case i == 3:
			if err == nil || !strings.HasPrefix(err.Error(), "3: ") || !strings.Contains(err.Error(), "index out of range") {
				t.Fatalf("error %v", err)
			}
		case err != nil || extraction.Article.Doc != fmt.Sprint(i):
			t.Fatalf("%d: %v, %v", i, extraction.Article, err)
		}
		i++
	}
	if i != 8 {
		t.Fatalf("%d of 8", i)
	}
}

// A consumer that has enough stops the reading soon.
func TestExtractedStops(t *testing.T) {
	read := make(chan int, 1)
	articles := func(yield func(*quotes.Article, error) bool) {
		n := 0
		numbered(1_000_000, &n)(yield)
		read <- n
	}
	for _, err := range extracted(articles) {
		if err != nil { // the tenth
			break
		}
	}
	if n := <-read; n > 1000 {
		t.Errorf("%d articles were read after ten were wanted", n)
	}
}
