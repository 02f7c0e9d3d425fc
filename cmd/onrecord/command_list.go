package main

import (
	"context"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"onrecord/quotes"
	"onrecord/quotes/exchange"
	"onrecord/store"
)

// listColumns are the columns of a quote that a listing shows.
const listColumns = "id,date,speaker,text,status,verdict,tags,outlet"

// rowsOnTerminal is how many rows a listing shows on a terminal, where more
// scroll away unread.
const rowsOnTerminal = 50

func listCommand(env *environment) *cli.Command {
	return &cli.Command{
		Name:  "list",
		Usage: "quotes, newest first",
		Description: `  onrecord list --speaker putin --since 7d
  onrecord list --status flagged --not-tag sports
  onrecord list --sort confidence --unconfirmed      the doubtful first
  onrecord list --recorded-by 2026-11-03 --verdict false    as the record stood then
  onrecord list --kind scare                         titles and scare quotes
  onrecord list --columns id,speaker,text,url -f csv`,
		ArgsUsage: "[ID…]",
		Flags:     formatFlags(filterFlags(recordedByFlag())...),
		Action:    func(c *cli.Context) error { return runList(c, env) },
	}
}

func runList(c *cli.Context, env *environment) error {
	t, err := listedArguments(c, "list", "choose with --speaker, --tag and others, or look for words with `onrecord search`")
	if err != nil {
		return err
	}
	filter, err := parseFilter(c, env)
	if err != nil {
		return err
	}
	out, err := newOutput(c, env, exchange.Quotes, listColumns)
	if err != nil {
		return err
	}
	return withRecord(c, env, accessRead, func(s store.Store, _ *store.Op) error {
		if err := noteSpeakers(c.Context, env, s, filter.Speakers, mayBeSeveral); err != nil {
			return err
		}
		if filter.IDs, err = t.existing(c.Context, s); err != nil {
			return err
		}
		limited := out.limit(&filter.Limit, c.IsSet("limit"))
		filter.Brief = out.brief()
		printed, err := out.print(s.Quotes(c.Context, filter))
		if err != nil {
			return err
		}
		if limited && printed == filter.Limit {
			return sayMore(c.Context, env, s, filter, printed)
		}
		return nil
	})
}

// countedMatches is how far a listing counts what it does not show: beyond,
// "more than" is all that anybody needs.
const countedMatches = 1000

// sayMore tells how much more there is than the rows printed.
func sayMore(ctx context.Context, env *environment, s store.Store, filter quotes.Filter, printed int) error {
	filter.Limit = 0
	total, err := s.CountQuotes(ctx, filter, countedMatches+1)
	if err != nil {
		return err
	}
	switch {
	case total > countedMatches:
		env.say("%d of more than %s quotes; --limit N shows more", printed, grouped(countedMatches))
	case total > printed:
		env.say("%d of %s quotes; --limit N shows more", printed, grouped(total))
	}
	return nil
}

// fit says how many speakers a name in a filter may stand for.
type fit int

const (
	mayBeSeveral fit = iota // reading: all are shown, and it is said
	mustBeOne               // writing: a wrong name is worse than none
)

// noteSpeakers looks at the names of a --speaker filter. One that fits several
// speakers is named on stderr, or is CodeAmbiguous where it must be one.
func noteSpeakers(ctx context.Context, env *environment, s store.Store, names []string, f fit) error {
	for _, name := range names {
		if f == mustBeOne {
			if _, err := s.FindSpeaker(ctx, name); err != nil {
				return err
			}
			continue
		}
		found, err := s.MatchSpeakers(ctx, name)
		if err != nil {
			return err
		}
		if len(found) > 1 {
			env.say("%q fits %s: %s", name, plural(len(found), "speaker"), speakerNames(found))
		}
	}
	return nil
}

// speakerNames is "Ann Lee (#3), Bo Lee (#9)", the first few of many.
func speakerNames(found []quotes.Speaker) string {
	const shown = 5
	names := make([]string, 0, shown+1)
	for i, speaker := range found {
		if i == shown {
			names = append(names, "…")
			break
		}
		names = append(names, speaker.Name+" ("+strconv.FormatInt(int64(speaker.ID), 10)+")")
	}
	return strings.Join(names, ", ")
}
