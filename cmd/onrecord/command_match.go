package main

import (
	"context"
	"strings"

	"github.com/urfave/cli/v2"

	"onrecord/quotes"
	"onrecord/quotes/exchange"
	"onrecord/store"
)

// matchesShown is how many matches are listed where no limit is given: below
// the likest few nobody reads.
const matchesShown = 20

func matchCommand(env *environment) *cli.Command {
	return &cli.Command{
		Name:      "match",
		Usage:     "earlier claims and quotes like this one, in the same words or others",
		ArgsUsage: "TEXT|ID",
		Description: `  onrecord match "crossings cost four times what they did"
  onrecord match 12                     like quote 12; like claim 3 with c3
  onrecord match 12 --claims            only claims, with how they were ruled
  onrecord match 12 --min-score 0.6 --speaker brekke
  onrecord match --repeats --since 7d   statements that another article printed before, with what differs
A repeat is linked to a claim with claims link; verify --article --apply marks its wording.`,
		Flags: formatFlags(filterFlags(
			&cli.BoolFlag{Name: "repeats", Usage: "list quotes, those chosen or all, that repeat one of an earlier article"},
			&cli.BoolFlag{Name: "claims", Usage: "claims only"},
			&cli.StringFlag{Name: "min-score", Usage: "only those that are alike by so much, `SCORE` from 0 to 1"},
		)...),
		Action: func(c *cli.Context) error { return runMatch(c, env) },
	}
}

func runMatch(c *cli.Context, env *environment) error {
	if c.Bool("repeats") {
		return runRepeats(c, env)
	}
	l, err := parseLikeness(c, env)
	if err != nil {
		return err
	}
	out, err := newOutput(c, env, exchange.Matches, "")
	if err != nil {
		return err
	}
	return withRecord(c, env, accessRead, func(s store.Store, _ *store.Op) error {
		if err := noteSpeakers(c.Context, env, s, l.Filter.Speakers, mayBeSeveral); err != nil {
			return err
		}
		if err := likeTarget(c, s, l); err != nil {
			return err
		}
		found, err := s.Match(c.Context, *l)
		if err != nil {
			return err
		}
		_, err = out.print(each(found))
		return err
	})
}

func parseLikeness(c *cli.Context, env *environment) (*quotes.Likeness, error) {
	if strings.TrimSpace(strings.Join(c.Args().Slice(), "")) == "" {
		return nil, quotes.Errorf(quotes.CodeInvalid, "match what?").Do("give a statement, or the id of a quote or claim")
	}
	filter, err := parseFilter(c, env)
	if err != nil {
		return nil, err
	}
	if len(filter.Sort) > 0 {
		return nil, quotes.Errorf(quotes.CodeInvalid, "match lists the likest first and takes no --sort").Do("leave it out")
	}
	l := &quotes.Likeness{Filter: filter, Limit: filter.Limit, ClaimsOnly: c.Bool("claims")}
	if !c.IsSet("limit") {
		l.Limit = matchesShown
	}
	if l.MinScore, err = probability(c.String("min-score")); err != nil {
		return nil, err
	}
	return l, nil
}

// likeTarget takes the statement from the arguments: a quote or a claim that
// they name, else their words.
func likeTarget(c *cli.Context, s store.Store, l *quotes.Likeness) error {
	words := c.Args().Slice()
	t, rest, err := parseTargets(words)
	single := err == nil && len(words) == 1 && len(rest) == 0 && len(t.ranges) == 0
	switch {
	case single && len(t.quotes) == 1:
		return likeQuote(c.Context, s, t.quotes[0], l)
	case single && len(t.claims) == 1:
		return likeClaim(c.Context, s, t.claims[0], l)
	}
	l.Text = strings.Join(words, " ")
	return nil
}

// likeQuote asks for what is like a quote, its own claims left out.
func likeQuote(ctx context.Context, s store.Store, id quotes.QuoteID, l *quotes.Likeness) error {
	q, err := s.Quote(ctx, id)
	if err != nil {
		return err
	}
	claims, err := s.ClaimsOf(ctx, id)
	if err != nil {
		return err
	}
	l.Text, l.SpeakerID = q.Text, q.SpeakerID
	l.NotQuotes = append(l.NotQuotes, id)
	for i := range claims {
		l.NotClaims = append(l.NotClaims, claims[i].ID)
	}
	return nil
}

// likeClaim asks for what is like a claim, the quotes it appears in left out.
func likeClaim(ctx context.Context, s store.Store, id quotes.ClaimID, l *quotes.Likeness) error {
	claims, err := s.Claims(ctx, []quotes.ClaimID{id})
	if err != nil {
		return err
	}
	l.Text, l.NotClaims = claims[0].Text, append(l.NotClaims, id)
	l.NotQuotes = append(l.NotQuotes, claims[0].Quotes...)
	return nil
}
