package main

import (
	"context"
	"iter"
	"maps"
	"slices"

	"onrecord/quotes"
	"onrecord/quotes/exchange"
	"onrecord/store"
)

// claimsAtOnce is how many claims are put together with their quotes at once.
const claimsAtOnce = 500

// eachChecked goes through claims with the quotes they stand in and who said
// those.
func eachChecked(ctx context.Context, s store.Store, claims iter.Seq2[*quotes.Claim, error], do func(*exchange.Checked) error) error {
	var some []quotes.Claim
	flush := func() error {
		var ids []quotes.QuoteID
		for i := range some {
			ids = append(ids, some[i].Quotes...)
		}
		said, err := s.QuotesAt(ctx, ids, 0)
		if err != nil {
			return err
		}
		speakers, err := speakersOf(ctx, s, some, said)
		if err != nil {
			return err
		}
		for i := range some {
			checked := exchange.NewChecked(some[i], said, speakers)
			if err := do(&checked); err != nil {
				return err
			}
		}
		some = some[:0]
		return nil
	}
	for claim, err := range claims {
		if err != nil {
			return err
		}
		if some = append(some, *claim); len(some) == claimsAtOnce {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	return flush()
}

// speakersOf is who said some quotes, or is said to have claimed some claims.
func speakersOf(ctx context.Context, s store.Store, claims []quotes.Claim, said map[quotes.QuoteID]*quotes.Quote) (map[quotes.SpeakerID]*quotes.Speaker, error) {
	byID := map[quotes.SpeakerID]*quotes.Speaker{}
	for _, q := range said {
		if q.SpeakerID != 0 {
			byID[q.SpeakerID] = nil
		}
	}
	for i := range claims {
		if id := claims[i].SpeakerID; id != 0 {
			byID[id] = nil
		}
	}
	if len(byID) == 0 {
		return byID, nil
	}
	all, err := s.Speakers(ctx, quotes.SpeakerFilter{IDs: slices.Sorted(maps.Keys(byID)), All: true})
	if err != nil {
		return nil, err
	}
	for i := range all {
		byID[all[i].ID] = &all[i]
	}
	return byID, nil
}
