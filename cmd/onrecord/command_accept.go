package main

import (
	"github.com/urfave/cli/v2"

	"onrecord/quotes"
	"onrecord/store"
)

func acceptCommand(env *environment) *cli.Command {
	return &cli.Command{
		Name:      "accept",
		Usage:     "confirm quotes as they stand",
		ArgsUsage: "ID…",
		Description: `  onrecord accept 12 15-18
  onrecord accept --article 3 --min-confidence 0.95 --yes`,
		Flags: writeFlags(filterFlags()...),
		Action: func(c *cli.Context) error {
			return setState(c, env, quotes.StateAccepted, "accept")
		},
	}
}

func rejectCommand(env *environment) *cli.Command {
	return &cli.Command{
		Name:      "reject",
		Usage:     "take quotes off the listings; they are kept",
		ArgsUsage: "ID…",
		Description: `  onrecord reject 12 --reason "a book title"
  onrecord list --rejected                  what was rejected
  onrecord accept 12                        back on the listings`,
		Flags: writeFlags(filterFlags(
			&cli.StringFlag{Name: "reason", Usage: "why: `TEXT`"},
		)...),
		Action: func(c *cli.Context) error {
			return setState(c, env, quotes.StateRejected, "reject")
		},
	}
}

func setState(c *cli.Context, env *environment, state quotes.State, verb string) error {
	t, err := quoteArguments(c, verb)
	if err != nil {
		return err
	}
	if t.empty() && !filterIsSet(c) {
		return noTargets(verb, verb+" 12")
	}
	return withRecord(c, env, accessWrite, func(s store.Store, op *store.Op) error {
		ids, err := selectQuotes(c, env, s, t)
		if err != nil {
			return err
		}
		if err := confirm(c, env, verb, len(ids)); err != nil {
			return err
		}
		op.Note = c.String("reason")
		changed, err := s.UpdateQuotes(c.Context, op, ids, quotes.QuoteUpdate{State: &state})
		if err != nil {
			return err
		}
		env.done(op, "%s %s", state, plural(changed, "quote"))
		return nil
	})
}
