package main

import (
	"context"

	"github.com/urfave/cli/v2"

	"onrecord/cmd/internal/history"
	"onrecord/quotes"
	"onrecord/quotes/exchange"
	"onrecord/quotes/extract"
	"onrecord/quotes/worth"
	"onrecord/store"
)

func showCommand(env *environment) *cli.Command {
	return &cli.Command{
		Name:      "show",
		Usage:     "quotes and claims in full: context, offsets, cue, claims, evidence, changes",
		ArgsUsage: "ID…",
		Description: `  onrecord show 12
  onrecord show 12 --context 2        two paragraphs to either side
  onrecord show 12 --history          and every change
  onrecord show 12 --why              the evidence for the speaker
  onrecord show c3                    a claim, with its quotes and evidence`,
		Flags: formatFlags(
			&cli.IntFlag{Name: "context", Usage: "`N` more paragraphs to either side"},
			historyFlag("every change of the quote and its claims, or of the claim"),
			&cli.BoolFlag{Name: "why", Usage: "the evidence for the speaker, as this version's extractor sees it"},
		),
		Action: func(c *cli.Context) error { return runShow(c, env) },
	}
}

func runShow(c *cli.Context, env *environment) error {
	t, err := idArguments(c)
	if err != nil {
		return err
	}
	if t.empty() {
		return quotes.Errorf(quotes.CodeInvalid, "show what?").Do("name ids, as in `onrecord show 12`; `onrecord list` prints them")
	}
	if n := c.Int("context"); n < 0 {
		return quotes.Errorf(quotes.CodeInvalid, "--context %d", n).Do("give a number of paragraphs from 0")
	}
	if len(t.claims) > 0 {
		return showClaims(c, env, t)
	}
	return printInFull(c, env, shownQuotes, describeQuote, func(s store.Store) ([]shownQuote, error) {
		return quotesInFull(c, s, t)
	})
}

// showClaims shows claims, which have columns of their own.
func showClaims(c *cli.Context, env *environment, t targets) error {
	if len(t.quotes)+len(t.ranges) > 0 { // a table has records of one type
		return quotes.Errorf(quotes.CodeInvalid, "quotes and claims together").Do("show them one after the other")
	}
	changes := func(claim *quotes.Claim) quotes.ChangeFilter { return quotes.ChangeFilter{Claim: claim.ID} }
	return printInFullWith(c, env, exchange.Claims, describeClaim, changes, func(s store.Store) ([]quotes.Claim, error) {
		return s.Claims(c.Context, t.claims)
	})
}

func quotesInFull(c *cli.Context, s store.Store, t targets) ([]shownQuote, error) {
	ids, err := t.quoteIDs(c.Context, s)
	if err != nil {
		return nil, err
	}
	ask := asked{paragraphs: c.Int("context"), history: c.Bool("history"), why: c.Bool("why")}
	shown := make([]shownQuote, 0, len(ids))
	for _, id := range ids {
		q, err := inFull(c.Context, s, id, ask)
		if err != nil {
			return nil, err
		}
		shown = append(shown, *q)
	}
	return shown, nil
}

// asked is what `show` was asked for beyond the quote.
type asked struct {
	paragraphs   int // more to either side of the context
	history, why bool
}

// shownQuote is a quote with all that hangs on it.
type shownQuote struct {
	quotes.Quote
	// WorthinessWhy is the reasons of the quote's Worthiness.
	WorthinessWhy []string `json:"worthiness_why"`

	Claims  []quotes.Claim  `json:"claims"`
	Changes []quotes.Change `json:"changes,omitempty"`
	events  []history.Event // the same as people read it
	Why     []extract.Line  `json:"why,omitempty"`
}

var shownQuotes = &exchange.Table[shownQuote]{
	Name:    exchange.Quotes.Name,
	Columns: exchange.Lift(exchange.Quotes.Columns, func(s *shownQuote) *quotes.Quote { return &s.Quote }),
	Default: exchange.Quotes.Names(),
}

// inFull reads a quote with its claims, and what else is asked for.
func inFull(ctx context.Context, s store.Store, id quotes.QuoteID, ask asked) (*shownQuote, error) {
	q, err := s.Quote(ctx, id)
	if err != nil {
		return nil, err
	}
	shown := &shownQuote{Quote: *q, WorthinessWhy: []string{}}
	for _, r := range worth.Of(q.Text).Reasons {
		shown.WorthinessWhy = append(shown.WorthinessWhy, r.String())
	}
	if shown.Claims, err = s.ClaimsOf(ctx, id); err != nil {
		return nil, err
	}
	if ask.history {
		if shown.Changes, err = s.Changes(ctx, quotes.ChangeFilter{Quote: id}); err != nil {
			return nil, err
		}
		if shown.events, err = eventsOf(ctx, s, shown.Changes); err != nil {
			return nil, err
		}
	}
	if len(q.Spans) == 0 || ask.paragraphs == 0 && !ask.why {
		return shown, nil // by hand, or all there
	}
	article, err := s.Article(ctx, q.Article.ID)
	if err != nil {
		return nil, err
	}
	if ask.paragraphs > 0 && !q.ContextSpan.Empty() {
		extract.Widen(&shown.Quote, article.Text, ask.paragraphs, 0)
	}
	if ask.why {
		shown.Why = extract.Explain(article, q.Spans[0].Start)
	}
	return shown, nil
}
