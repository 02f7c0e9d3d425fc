package main

import (
	"context"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"onrecord/cmd/internal/history"
	"onrecord/quotes"
	"onrecord/quotes/exchange"
	"onrecord/store"
)

func logCommand(env *environment) *cli.Command {
	return &cli.Command{
		Name:      "log",
		Usage:     "who changed what, newest first",
		ArgsUsage: "[ID]",
		Description: `  onrecord log                     the latest changes
  onrecord log 12                  all that happened to a quote and its claims
  onrecord log c3                  to a claim
  onrecord log --speaker "Ann Lee" to a speaker's names
  onrecord log --who rosa --command mark --since yesterday
  onrecord log -f jsonl > audit.jsonl
  onrecord log --corrections --since 30d -o corrections.html
Corrections are what the record said and no longer says: verdicts, speakers, words and days that
were put right, without what was undone, notes, tags and the steps of the work.`,
		Flags: formatFlags(
			&cli.StringFlag{Name: "who", Usage: "only changes signed by `NAME`"},
			&cli.StringFlag{Name: "command", Usage: "only those of this `COMMAND`, as in mark, \"speakers merge\" or speakers"},
			&cli.Int64Flag{Name: "op", Usage: "only the op `N`"},
			&cli.StringFlag{Name: "entity", Usage: "only of this `KIND`: " + strings.Join(quotes.Strings(quotes.Entities), ", ")},
			&cli.StringFlag{Name: "speaker", Aliases: []string{"s"}, Usage: "of what is known of this speaker: `NAME`"},
			&cli.StringFlag{Name: "article", Usage: "of the article `ID`"},
			&cli.StringFlag{Name: "since", Usage: "made on `DATE` or later"},
			&cli.StringFlag{Name: "until", Usage: "on `DATE` or earlier"},
			&cli.StringFlag{Name: "limit", Aliases: []string{"n"}, Usage: "at most `N`; 0 for no limit"},
			&cli.BoolFlag{Name: "corrections", Usage: "the list of corrections, for readers: what was said before, what is said now, and why"},
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write `FILE`, whole or not at all; - is standard output"},
			&cli.BoolFlag{Name: "force", Usage: "replace an existing file"},
		),
		Action: func(c *cli.Context) error { return runLog(c, env) },
	}
}

func runLog(c *cli.Context, env *environment) error {
	if c.Bool("corrections") {
		return runCorrections(c, env)
	}
	filter, err := parseChangeFilter(c, env)
	if err != nil {
		return err
	}
	read := func(s store.Store) ([]quotes.Change, error) {
		if value := c.String("speaker"); value != "" {
			speaker, err := findSpeaker(c.Context, s, value)
			if err != nil {
				return nil, err
			}
			filter.Speaker = speaker.ID
		}
		found, err := s.Changes(c.Context, filter)
		if err == nil && len(found) == 0 {
			err = onceOnRecord(c.Context, s, &filter)
		}
		return found, err
	}
	if path := c.String("output"); path != "" && path != "-" {
		return writeFound(c, env, path, exchange.Changes, read)
	}
	out, err := newOutput(c, env, exchange.Changes, "")
	if err != nil {
		return err
	}
	if out.format == exchange.FormatTable && !c.IsSet("columns") {
		return printEvents(c, env, &filter, read)
	}
	return printFound(c, env, exchange.Changes, read)
}

// changesRead is how many changes are read for each line of the log: a verdict
// with its evidence is one line.
const changesRead = 20

// printEvents is the log for people: a line for all that one command did to
// one thing.
func printEvents(c *cli.Context, env *environment, filter *quotes.ChangeFilter, read func(store.Store) ([]quotes.Change, error)) error {
	most := filter.Limit
	if !c.IsSet("limit") {
		most = rowsOnTerminal
	}
	filter.Limit = most * changesRead
	cut := false
	return withFound(c, env, eventTable, func(s store.Store) ([]history.Event, error) {
		changes, err := read(s)
		if err != nil {
			return nil, err
		}
		events, err := eventsOf(c.Context, s, changes)
		if cut = most > 0 && len(events) > most; cut {
			events = events[:most]
		}
		return events, err
	}, func(out *output[history.Event], events []history.Event) error {
		_, err := out.print(each(events))
		if cut && !c.IsSet("limit") {
			env.say("the newest %d; --limit 0 shows all", most)
		}
		return err
	})
}

// onceOnRecord is the error for asking what happened to a quote, claim or
// article that there never was.
func onceOnRecord(ctx context.Context, s store.Store, filter *quotes.ChangeFilter) (err error) {
	switch {
	case filter.Quote != 0:
		_, err = s.Quote(ctx, filter.Quote)
	case filter.Claim != 0:
		_, err = s.Claims(ctx, []quotes.ClaimID{filter.Claim})
	case filter.Article != 0:
		_, err = s.Article(ctx, filter.Article)
	}
	return err
}

func parseChangeFilter(c *cli.Context, env *environment) (quotes.ChangeFilter, error) {
	f := quotes.ChangeFilter{Who: c.String("who"), Op: quotes.OpID(c.Int64("op"))}
	t, rest, err := parseTargets(c.Args().Slice())
	if err != nil {
		return f, err
	}
	about := len(t.quotes) + len(t.claims)
	for _, flag := range []string{"speaker", "article"} {
		if c.IsSet(flag) {
			about++
		}
	}
	switch {
	case len(rest) > 0:
		return f, notAnID(rest[0])
	case about > 1 || len(t.ranges) > 0:
		return f, quotes.Errorf(quotes.CodeInvalid, "log takes one id").Do("ask for one quote, claim, speaker or article at a time")
	case len(t.quotes) == 1:
		f.Quote = t.quotes[0]
	case len(t.claims) == 1:
		f.Claim = t.claims[0]
	}
	if value := c.String("article"); value != "" {
		id, err := parseID("article", value)
		if err != nil {
			return f, err
		}
		f.Article = quotes.ArticleID(id)
	}
	if value := c.String("command"); value != "" {
		f.Command = strings.ToLower(strings.Join(strings.Fields(value), " "))
		if known := writingCommands(c.App.Commands, ""); !slices.Contains(known, f.Command) {
			return f, quotes.UnknownWord("command", value, known)
		}
	}
	if value := c.String("entity"); value != "" {
		if f.Entity, err = quotes.ParseWord("entity", quotes.Entities, value); err != nil {
			return f, err
		}
	}
	if f.Since, f.Until, err = period(c, env); err != nil {
		return f, err
	}
	f.Limit, err = parseLimit(c)
	return f, err
}

// writingCommands are the commands that leave changes, each with its
// subcommands.
func writingCommands(commands []*cli.Command, above string) []string {
	var names []string
	for _, c := range commands {
		below := writingCommands(c.Subcommands, above+c.Name+" ")
		if flagTable(c.Flags)[flagDryRun] != nil || len(below) > 0 {
			names = append(append(names, above+c.Name), below...)
		}
	}
	return names
}
