package main

import (
	"fmt"
	"io"
	"iter"
	"runtime"

	"onrecord/quotes"
	"onrecord/quotes/exchange"
	"onrecord/quotes/extract"
)

// extracted finds the quotes of articles, several at a time, in the order in
// which they come. Errors pass through in their place. When the consumer
// stops, so does the reading.
func extracted(articles iter.Seq2[*quotes.Article, error]) iter.Seq2[quotes.Extraction, error] {
	return extractedBy(extract.Extract, articles)
}

// extractedBy is extracted with the extraction named.
func extractedBy(find func(*quotes.Article) quotes.Extraction, articles iter.Seq2[*quotes.Article, error]) iter.Seq2[quotes.Extraction, error] {
	return func(yield func(quotes.Extraction, error) bool) {
		workers := runtime.GOMAXPROCS(0)
		queue := make(chan chan result, 2*workers) // in order; each is answered once
		work := make(chan job)
		stop := make(chan struct{})
		for range workers {
			go extractor(find, work)
		}
		go readAhead(articles, queue, work, stop)
		defer close(stop)
		for answer := range queue {
			r := <-answer
			if !yield(r.extraction, r.err) {
				return
			}
		}
	}
}

// sayDoubt tells what reading could not make of an article.
func sayDoubt(w io.Writer, a *quotes.Article) {
	if a.Doubt != "" {
		fmt.Fprintln(w, exchange.Line(a.Doubt))
	}
}

type result struct {
	extraction quotes.Extraction
	err        error
}

type job struct {
	article *quotes.Article
	answer  chan<- result
}

func extractor(find func(*quotes.Article) quotes.Extraction, work <-chan job) {
	for j := range work {
		j.article.Extractor = extract.Version
		j.answer <- sound(find, j.article)
	}
}

// sound is the extraction, or an error where the extractor breaks on the text: one
// article in a hundred thousand must not cost the others.
func sound(find func(*quotes.Article) quotes.Extraction, a *quotes.Article) (r result) {
	defer func() {
		if fault := recover(); fault != nil {
			name := exchange.Line(a.Doc)
			if name == "" {
				name = fmt.Sprintf("article %d", a.ID)
			}
			r = result{err: fmt.Errorf("%s: the extractor breaks on this text, a fault of onrecord; please report it: %v", name, fault)}
		}
	}()
	return result{extraction: find(a)}
}

func readAhead(articles iter.Seq2[*quotes.Article, error], queue chan<- chan result, work chan<- job, stop <-chan struct{}) {
	defer close(work)
	defer close(queue)
	for article, err := range articles {
		answer := make(chan result, 1)
		select {
		case queue <- answer:
		case <-stop:
			return
		}
		if err != nil {
			answer <- result{err: err}
			continue
		}
		select {
		case work <- job{article, answer}:
		case <-stop:
			return
		}
	}
}
