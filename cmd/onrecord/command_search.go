package main

import (
	"strings"

	"github.com/urfave/cli/v2"

	"onrecord/quotes"
	"onrecord/quotes/exchange"
	"onrecord/store"
)

func searchCommand(env *environment) *cli.Command {
	return &cli.Command{
		Name:      "search",
		Usage:     "full text over quotes, their context and their speakers; best first",
		ArgsUsage: "WORDS…",
		Description: `  onrecord search sanctions weapons
  onrecord search --exact "follows all of them" --speaker putin
  onrecord search bridge --sort date               newest first`,
		Flags: formatFlags(filterFlags(
			&cli.BoolFlag{Name: "exact", Usage: "exactly these words in a row, in the quote itself"},
		)...),
		Action: func(c *cli.Context) error { return runSearch(c, env) },
	}
}

func runSearch(c *cli.Context, env *environment) error {
	words := strings.Fields(strings.Join(c.Args().Slice(), " "))
	if len(words) == 0 {
		return quotes.Errorf(quotes.CodeInvalid, "search for what?").Do("give words; `onrecord list` shows everything")
	}
	filter, err := parseFilter(c, env)
	if err != nil {
		return err
	}
	out, err := newOutput(c, env, exchange.Hits, listColumns)
	if err != nil {
		return err
	}
	return withRecord(c, env, accessRead, func(s store.Store, _ *store.Op) error {
		if err := noteSpeakers(c.Context, env, s, filter.Speakers, mayBeSeveral); err != nil {
			return err
		}
		limited := out.limit(&filter.Limit, c.IsSet("limit"))
		filter.Brief = out.brief()
		found, err := s.Search(c.Context, quotes.Search{Words: words, Exact: c.Bool("exact"), Filter: filter})
		if err != nil {
			return err
		}
		if _, err := out.print(each(found.Hits)); err != nil {
			return err
		}
		if limited && len(found.Hits) == filter.Limit {
			env.say("the best %d; --limit N shows more", filter.Limit)
		}
		if found.Limited {
			env.say("ranked among the newest %s matches; narrow with filters or --sort date", grouped(store.RankedMatches))
		}
		return nil
	})
}
