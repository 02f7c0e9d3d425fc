package review

import (
	"context"
	"iter"

	"onrecord/quotes"
	"onrecord/store"
)

// Record is what a review needs of the record. A store.Store has it all.
type Record interface {
	Quotes(ctx context.Context, f quotes.Filter) iter.Seq2[*quotes.Quote, error]
	Quote(ctx context.Context, id quotes.QuoteID) (*quotes.Quote, error)
	CountQuotes(ctx context.Context, f quotes.Filter, most int) (int, error)
	Article(ctx context.Context, id quotes.ArticleID) (*quotes.Article, error)
	Speakers(ctx context.Context, f quotes.SpeakerFilter) ([]quotes.Speaker, error)
	MatchSpeakers(ctx context.Context, name string) ([]quotes.Speaker, error)
	Tags(ctx context.Context) ([]string, error)
	ClaimsOf(ctx context.Context, id quotes.QuoteID) ([]quotes.Claim, error)
	Changes(ctx context.Context, f quotes.ChangeFilter) ([]quotes.Change, error)

	UpdateQuotes(ctx context.Context, op *store.Op, ids []quotes.QuoteID, u quotes.QuoteUpdate) (int, error)
	TagQuotes(ctx context.Context, op *store.Op, ids []quotes.QuoteID, add, remove []string) (int, error)
	FlagQuotes(ctx context.Context, op *store.Op, ids []quotes.QuoteID, f quotes.Flag) ([]quotes.ClaimID, error)
	Mark(ctx context.Context, op *store.Op, ids []quotes.QuoteID, claims []quotes.ClaimID, m quotes.Mark) (*store.Marked, error)
	Undo(ctx context.Context, op *store.Op, target quotes.OpID) (*store.Undone, error)
}

// Language is how the command line reads an editor's words: a review takes the
// same ones.
type Language struct {
	Marks    []string // every word that can be given to a mark
	Mark     func(word string) (quotes.Mark, error)
	Tags     func(tags []string) ([]string, error)
	Evidence func(addresses []string) ([]quotes.Evidence, error)
}
