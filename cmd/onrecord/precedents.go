package main

import (
	"context"
	"fmt"

	"github.com/urfave/cli/v2"

	"onrecord/quotes"
	"onrecord/quotes/alike"
	"onrecord/store"
)

// Precedents are shown of so many of the quotes and claims that are marked at
// once, and so many of each.
const (
	precedentsOf    = 3
	precedentsShown = 3
)

const flagNoPrecedents = "no-precedents"

// noPrecedentsFlag is that of the commands which show precedents.
func noPrecedentsFlag() cli.Flag {
	return &cli.BoolFlag{Name: flagNoPrecedents, Usage: "do not show how similar claims were ruled before"}
}

// showPrecedents says on stderr, before anything is asked or changed, which
// claims on record are like those that are about to be marked, and how they
// were ruled. Nothing is said where there are none.
func showPrecedents(c *cli.Context, env *environment, s store.Store, ids []quotes.QuoteID, claims []quotes.ClaimID) error {
	if c.Bool(flagNoPrecedents) {
		return nil
	}
	var asked []func(*quotes.Likeness) error
	for _, id := range ids {
		asked = append(asked, func(l *quotes.Likeness) error { return likeQuote(c.Context, s, id, l) })
	}
	for _, id := range claims {
		asked = append(asked, func(l *quotes.Likeness) error { return likeClaim(c.Context, s, id, l) })
	}
	shown := map[int64]bool{}
	for _, ask := range asked[:min(len(asked), precedentsOf)] {
		l := quotes.Likeness{ClaimsOnly: true, MinScore: alike.Likely, Limit: precedentsShown}
		if err := ask(&l); err != nil {
			return err
		}
		if err := tellPrecedents(c.Context, env, s, l, shown); err != nil {
			return err
		}
	}
	return nil
}

func tellPrecedents(ctx context.Context, env *environment, s store.Store, l quotes.Likeness, shown map[int64]bool) error {
	found, err := s.Match(ctx, l)
	if quotes.CodeOf(err) == quotes.CodeInvalid {
		return nil // without words nothing is like it
	}
	if err != nil {
		return err
	}
	for i := range found {
		m := &found[i]
		if shown[m.ID] {
			continue
		}
		shown[m.ID] = true
		ruled := string(m.Verdict)
		if ruled == "" {
			ruled = string(m.Status)
		}
		by := ""
		if m.Speaker != "" {
			by = ", by " + m.Speaker
		}
		env.say("similar: c%d %s (%.2f) %s%s; onrecord show c%d", m.ID, ruled, m.Score, fmt.Sprintf("“%s”", m.Text), by, m.ID)
	}
	return nil
}
