package review

import (
	"context"
	"strconv"

	"onrecord/quotes"
)

// pageSize is how many quotes are looked up at once: enough for an hour,
// little enough to begin at once in a record of a million.
const pageSize = 500

// countedMost is how far quotes are counted: beyond, "more" is all that
// anybody needs.
const countedMost = 1000

// queue is the quotes to go through, in the filter's order, as far as they
// have been looked up. Their order stays what it was when they were, whatever
// becomes of them.
type queue struct {
	record Record
	filter quotes.Filter
	ids    []quotes.QuoteID
	known  map[quotes.QuoteID]bool
	whole  bool // ids is all there is
	count  int  // of all, when it is not; countedMost+1 for more
}

// fetch looks up the next page. Quotes that were decided no longer fit the
// filter, perhaps, so there is no place in the order to go on at: the ones
// known already are read again, and passed over.
func (q *queue) fetch(ctx context.Context) error {
	if q.whole {
		return nil
	}
	f := q.filter
	f.Brief = true
	f.Limit = len(q.ids) + pageSize
	read := 0
	for quote, err := range q.record.Quotes(ctx, f) {
		if err != nil {
			return err
		}
		read++
		if !q.known[quote.ID] && !q.full() {
			q.known[quote.ID] = true
			q.ids = append(q.ids, quote.ID)
		}
	}
	q.whole = read < f.Limit || q.full()
	if q.whole {
		return nil
	}
	f.Limit = 0
	var err error
	q.count, err = q.record.CountQuotes(ctx, f, countedMost+1)
	return err
}

// full reports whether there are as many as the editor asked for.
func (q *queue) full() bool { return q.filter.Limit > 0 && len(q.ids) >= q.filter.Limit }

// total is how many quotes there are, and whether there are more than that.
func (q *queue) total() (n int, more bool) {
	switch {
	case q.whole:
		return len(q.ids), false
	case q.filter.Limit > 0 && q.filter.Limit <= countedMost:
		return min(q.filter.Limit, max(q.count, len(q.ids))), false
	case q.count > countedMost:
		return max(countedMost, len(q.ids)), true
	}
	return max(q.count, len(q.ids)), false
}

// plural is "1 quote", "2 quotes" or "0 quotes".
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}
