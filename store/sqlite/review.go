package sqlite

import (
	"context"
	"errors"
	"fmt"
	"maps"

	"onrecord/quotes"
	"onrecord/store"
)

// ReviewQuotes does what a sheet that came back asks for.
func (s *Store) ReviewQuotes(ctx context.Context, op *store.Op, reviews []quotes.Review) (*store.Reviewed, error) {
	var out *store.Reviewed
	err := s.write(ctx, op, func(w *write) error {
		out = &store.Reviewed{Refused: map[quotes.QuoteID]error{}}
		// All hashes before the first change: marking a claim moves every quote
		// that holds it.
		if err := w.refuseUnseen(reviews, out.Refused); err != nil {
			return err
		}
		given := map[givenMark]string{}
		for i := range reviews {
			r := &reviews[i]
			if out.Refused[r.Quote] != nil {
				continue
			}
			before, mine := w.seq, maps.Clone(given)
			err := w.wholly(func() error { return w.review(r, mine) })
			var mendable *quotes.Error
			switch {
			case errors.As(err, &mendable):
				out.Refused[r.Quote] = err
			case err != nil:
				return err
			default:
				given = mine
				if w.seq != before {
					out.Changed++
				}
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// refuseUnseen refuses reviews of quotes that are gone or were changed since
// their changes were worked out.
func (w *write) refuseUnseen(reviews []quotes.Review, refused map[quotes.QuoteID]error) error {
	for first := 0; first < len(reviews); first += quotesAtOnce {
		some := reviews[first:min(first+quotesAtOnce, len(reviews))]
		ids := make([]quotes.QuoteID, len(some))
		for i, r := range some {
			ids[i] = r.Quote
		}
		hashes := make(map[quotes.QuoteID]string, len(some))
		err := w.reader().eachQuoteIn(true, "q.id IN (SELECT value FROM json_each(?)) AND q.withdrawn = 0 AND a.withdrawn = 0",
			[]any{list(ids)}, func(q *quotes.Quote) error {
				hashes[q.ID] = q.Hash()
				return nil
			})
		if err != nil {
			return err
		}
		for _, r := range some {
			switch hash, stands := hashes[r.Quote]; {
			case !stands:
				refused[r.Quote] = noSuchQuote(int64(r.Quote))
			case hash != r.Seen:
				refused[r.Quote] = quotes.Errorf(quotes.CodeConflict, "quote %d was changed in the meantime", r.Quote).
					Do("import the sheet again, which compares it with how the quote stands now")
			}
		}
	}
	return nil
}

// wholly does all of something or nothing of it, inside the transaction.
func (w *write) wholly(do func() error) error {
	if err := w.exec("SAVEPOINT part"); err != nil {
		return err
	}
	id, seq, head := w.id, w.seq, w.head
	err := do()
	if err == nil {
		return w.exec("RELEASE part")
	}
	if back := w.exec("ROLLBACK TO part"); back != nil {
		return errors.Join(back, fmt.Errorf("after: %w", err))
	}
	// What was found out about rows that are gone again is forgotten; quotes
	// remembered as stale are only looked at for nothing.
	w.id, w.seq, w.head, w.links = id, seq, head, nil
	clear(w.nextID)
	return errors.Join(w.exec("RELEASE part"), err)
}

// givenMark is a claim and the axis on which this transaction marked it.
type givenMark struct {
	claim quotes.ClaimID
	axis  quotes.Axis
}

func (w *write) review(r *quotes.Review, given map[givenMark]string) error {
	values, err := w.quoteValues(r.Update)
	if err != nil {
		return err
	}
	if len(values) > 0 {
		if _, err := w.update(quotes.EntityQuote, int64(r.Quote), values); err != nil {
			return err
		}
	}
	add, err := cleanTags(r.AddTags)
	if err != nil {
		return err
	}
	if _, err := w.tag(int64(r.Quote), add, r.RemoveTags); err != nil {
		return err
	}
	for _, m := range r.Marks {
		if err := w.reviewMark(r.Quote, m, given); err != nil {
			return err
		}
	}
	return nil
}

// reviewMark marks the claim of a quote. A claim that stands in several rows
// of the sheet is marked once, if they agree.
func (w *write) reviewMark(id quotes.QuoteID, m quotes.Mark, given map[givenMark]string) error {
	if err := checkMark(nil, m); err != nil {
		return err
	}
	claim, _, err := w.claimMeant(id, m)
	if err != nil {
		return err
	}
	word := string(m.Workflow)
	if m.Axis == quotes.AxisVerdict {
		word = string(m.Verdict)
	}
	at := givenMark{claim, m.Axis}
	switch was, done := given[at]; {
	case done && was == word:
		return nil
	case done:
		return quotes.Errorf(quotes.CodeConflict, "claim c%d of quote %d is in another row, too, which makes it %s and not %s", claim, id, was, word).
			Do("say the same in both rows, or mark the claim itself")
	}
	if err := w.markClaims([]quotes.ClaimID{claim}, m, &store.Marked{}); err != nil {
		return err
	}
	given[at] = word
	return nil
}
