package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"onrecord/quotes"
	"onrecord/quotes/when"
	"onrecord/store"
)

func flagCommand(env *environment) *cli.Command {
	return &cli.Command{
		Name:      "flag",
		Usage:     "put claims up for verification",
		ArgsUsage: "ID…",
		Description: `  onrecord flag 12 --part "exact words" --claim "the country follows the sanctions"
  onrecord flag 12 15-18 --assign rosa --due friday --priority high
  onrecord flag c3 --note "new figures came out"     take a claim up again`,
		Flags: writeFlags(filterFlags(
			&cli.StringFlag{Name: "part", Usage: "the `WORDS` of the quote to check; else all of it"},
			&cli.StringFlag{Name: "claim", Usage: "what is claimed, in other `WORDS`"},
			&cli.StringFlag{Name: "assign", Usage: "who is to check it: `NAME`"},
			&cli.StringFlag{Name: "due", Usage: "until `DATE`"},
			&cli.StringFlag{Name: "priority", Usage: strings.Join(quotes.Strings(quotes.Priorities), ", ")},
			&cli.StringFlag{Name: "note", Usage: "what to look at: `TEXT`"},
			noPrecedentsFlag(),
		)...),
		Action: func(c *cli.Context) error { return runFlag(c, env) },
	}
}

func runFlag(c *cli.Context, env *environment) error {
	t, err := idArguments(c)
	if err != nil {
		return err
	}
	flag, err := parseFlag(c, env)
	if err != nil {
		return err
	}
	if t.empty() && !filterIsSet(c) {
		return noTargets("flag", "flag 12")
	}
	return withRecord(c, env, accessWrite, func(s store.Store, op *store.Op) error {
		ids, err := selectQuotes(c, env, s, t)
		if err != nil {
			return err
		}
		if err := showPrecedents(c, env, s, ids, t.claims); err != nil {
			return err
		}
		if err := confirm(c, env, "flag", len(ids)+len(t.claims)); err != nil {
			return err
		}
		if len(t.claims) > 0 {
			if err := s.FlagClaims(c.Context, op, t.claims, flag); err != nil {
				return err
			}
		}
		claims := t.claims
		if len(ids) > 0 {
			made, err := s.FlagQuotes(c.Context, op, ids, flag)
			if err != nil {
				return err
			}
			claims = append(claims, made...)
		}
		env.done(op, "flagged %s: %s", plural(len(claims), "claim"), claimNames(claims))
		return nil
	})
}

func parseFlag(c *cli.Context, env *environment) (quotes.Flag, error) {
	f := quotes.Flag{Part: c.String("part"), Paraphrase: c.String("claim"), Assignee: c.String("assign"), Note: c.String("note")}
	var err error
	if value := c.String("due"); value != "" {
		if f.Due, err = when.Coming(value, env.clock()); err != nil {
			return f, err
		}
	}
	if value := c.String("priority"); value != "" {
		f.Priority, err = quotes.ParseWord("priority", quotes.Priorities, value)
	}
	return f, err
}

// claimNames is "c3, c4", the first few of many.
func claimNames(ids []quotes.ClaimID) string {
	const shown = 5
	names := make([]string, 0, shown+1)
	for i, id := range ids {
		if i == shown {
			names = append(names, "…")
			break
		}
		names = append(names, fmt.Sprintf("c%d", id))
	}
	return strings.Join(names, ", ")
}
