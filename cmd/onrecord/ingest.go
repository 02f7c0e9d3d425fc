package main

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"sync"
	"time"

	"onrecord/cmd/internal/terminal"
	"onrecord/quotes"
	"onrecord/store"
)

// Articles are committed together up to so many quotes, or so much time:
// a transaction costs more than an article, and what a crash can cost is read
// again in seconds.
const (
	batchQuotes = 10000
	batchTime   = 2 * time.Second
)

// duplicatesNamed is how many articles that are on record already are named
// one by one.
const duplicatesNamed = 10

// ingest is one run of the command: what it works with, and what it counted.
type ingest struct {
	env      *environment
	store    store.Store
	op       *store.Op
	quiet    bool
	progress *terminal.Progress

	added, versions, duplicates, failed int
	quotes, unattributed                int
	made                                []quotes.QuoteID
}

// run stores the articles and yields the quotes as they are on record. An
// article that cannot be read is reported and the rest goes on; an error that
// ends the run is the last pair. While one batch is stored, the next is read.
func (in *ingest) run(ctx context.Context, articles iter.Seq2[*quotes.Article, error]) iter.Seq2[*quotes.Quote, error] {
	return func(yield func(*quotes.Quote, error) bool) {
		var batch []quotes.Extraction
		var before saving                                // the batch on its way into the record
		defer func() { _, _ = in.saved(ctx, &before) }() // it counts even if nobody wants to see it
		pending, begun := 0, time.Now()
		// finish waits for it and yields its quotes.
		finish := func() bool {
			found, err := in.saved(ctx, &before)
			if err != nil {
				yield(nil, err)
				return false
			}
			for i := range found {
				if !yield(&found[i], nil) {
					return false
				}
			}
			return true
		}
		next := func() bool {
			if !finish() {
				return false
			}
			before = in.save(ctx, batch)
			batch, pending, begun = nil, 0, time.Now()
			return true
		}
		found, stop := incoming(articles)
		defer stop()
		for more := true; more; {
			select {
			case r, ok := <-found:
				switch {
				case !ok:
					more = false
				case r.err != nil:
					in.failed++
					reportTo(in.progress.Over(in.env.stderr), r.err)
				default:
					sayDoubt(in.progress.Over(in.env.stderr), r.extraction.Article)
					in.progress.Add(1)
					batch = append(batch, r.extraction)
					pending += 1 + len(r.extraction.Quotes)
					if (pending >= batchQuotes || time.Since(begun) > batchTime) && !next() {
						return
					}
				}
			case <-before.done:
				if !finish() {
					return
				}
			}
		}
		if finish() && ctx.Err() == nil && len(batch) > 0 {
			before = in.save(ctx, batch)
			finish()
		}
	}
}

// incoming is extracted as a channel, to wait for an article and for something
// else at once. stop has the reading end with the next one.
func incoming(articles iter.Seq2[*quotes.Article, error]) (found <-chan result, stop func()) {
	out, done := make(chan result), make(chan struct{})
	go func() {
		defer close(out)
		for extraction, err := range extracted(articles) {
			select {
			case out <- result{extraction, err}:
			case <-done:
				return
			}
		}
	}()
	return out, sync.OnceFunc(func() { close(done) })
}

// saving is a batch on its way into the record; the results are there once
// done is closed. The zero value is none.
type saving struct {
	batch  []quotes.Extraction
	done   chan struct{}
	result *stored
}

// stored is what a store says of a batch.
type stored struct {
	saved []store.Saved
	err   error
}

// save begins to store a batch in one transaction. The op is the batch's until
// it is done.
func (in *ingest) save(ctx context.Context, batch []quotes.Extraction) saving {
	s := saving{batch: batch, done: make(chan struct{}), result: &stored{}}
	go func() {
		defer close(s.done)
		s.result.saved, s.result.err = in.store.SaveExtractions(ctx, in.op, batch)
	}()
	return s
}

// saved waits for a batch, counts it, and gives the quotes that are new on
// record. It leaves no batch behind.
func (in *ingest) saved(ctx context.Context, s *saving) ([]quotes.Quote, error) {
	if s.done == nil {
		return nil, nil
	}
	<-s.done
	batch, saved, err := s.batch, s.result.saved, s.result.err
	*s = saving{}
	if err != nil {
		return nil, err
	}
	var found []quotes.Quote
	var articles []quotes.ArticleID
	for i, result := range saved {
		switch result.Outcome {
		case store.OutcomeDuplicate:
			in.duplicates++
			if in.progress == nil && in.duplicates <= duplicatesNamed {
				in.env.say("%s: on record already, as article %d", batch[i].Article.Doc, result.Article)
			}
			continue
		case store.OutcomeVersion:
			in.versions++
		case store.OutcomeAdded:
			in.added++
		}
		articles = append(articles, result.Article)
		in.made = append(in.made, result.Quotes...)
		for j := range batch[i].Quotes {
			q := &batch[i].Quotes[j]
			if q.Kind == quotes.KindScare {
				continue
			}
			in.quotes++
			if q.Speaker == "" {
				in.unattributed++
			}
			found = append(found, *q)
		}
	}
	if in.op.DryRun || in.quiet || len(articles) == 0 {
		return found, nil
	}
	return in.asStored(ctx, articles, found[:0])
}

// asStored reads the articles' quotes back: their ids, and speakers by the
// names that the record knows them under.
func (in *ingest) asStored(ctx context.Context, articles []quotes.ArticleID, found []quotes.Quote) ([]quotes.Quote, error) {
	filter := quotes.Filter{Articles: articles, Sort: []quotes.SortKey{{Field: quotes.SortArticle}}}
	for q, err := range in.store.Quotes(ctx, filter) {
		if err != nil {
			return nil, err
		}
		found = append(found, *q)
	}
	return found, nil
}

// repeatsCounted bounds among how many new quotes repeats are counted: of more,
// counting would hold up the end of a large ingest.
const repeatsCounted = 100_000

// repeats tells how many of the new quotes an earlier article printed before,
// and how to see them; nothing where there are none.
func (in *ingest) repeats(ctx context.Context) error {
	if in.op.DryRun || len(in.made) == 0 || len(in.made) > repeatsCounted {
		return nil
	}
	n, err := in.store.CountRepeats(ctx, in.made)
	if err != nil || n == 0 {
		return err
	}
	choose := ""
	switch first, last := slices.Min(in.made), slices.Max(in.made); {
	case first == last:
		choose = fmt.Sprintf(" %d", first)
	case last-first < mostInRange:
		choose = fmt.Sprintf(" %d-%d", first, last)
	}
	in.env.say("%s said what another article printed before; `onrecord match --repeats%s` shows where", plural(n, "quote"), choose)
	return nil
}

// summary says at the end what was added, skipped and failed.
func (in *ingest) summary(printed int) {
	if printed < in.quotes && !in.quiet {
		in.env.say("%s of %s quotes shown; `onrecord list` shows all", grouped(printed), grouped(in.quotes))
	}
	message := fmt.Sprintf("%s with %s added", plural(in.added+in.versions, "article"), plural(in.quotes, "quote"))
	if in.unattributed > 0 {
		message += fmt.Sprintf(" (%s without a speaker)", grouped(in.unattributed))
	}
	if in.versions > 0 {
		message += fmt.Sprintf(", %s of them new versions", grouped(in.versions))
	}
	if in.duplicates > 0 {
		message += fmt.Sprintf(", %s on record already", grouped(in.duplicates))
	}
	if in.failed > 0 {
		message += fmt.Sprintf(", %s could not be read", grouped(in.failed))
	}
	if in.added+in.versions == 0 {
		in.op.ID = 0 // nothing to undo
	}
	in.env.done(in.op, "%s", message)
}
