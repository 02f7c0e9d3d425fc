package main

import (
	"github.com/urfave/cli/v2"

	"onrecord/quotes"
	"onrecord/quotes/exchange"
	"onrecord/store"
)

func ingestCommand(env *environment) *cli.Command {
	return &cli.Command{
		Name:      "ingest",
		Usage:     "read articles, find their quotes and speakers, and keep them",
		ArgsUsage: "PATH…|URL…|-",
		Description: `  onrecord ingest article.html
  onrecord ingest https://example.org/news/summit --outlet "The Ledger"
  onrecord ingest archive/                       a folder is walked
  onrecord ingest articles.jsonl
  pbpaste | onrecord ingest - --title "Mayor speaks" --published today`,
		Flags: formatFlags(sourceFlags(
			&cli.BoolFlag{Name: flagDryRun, Usage: "show what would be found, and keep nothing"},
			&cli.BoolFlag{Name: flagYes, Aliases: []string{"y"}, Usage: "accepted as everywhere; ingest never asks"},
			&cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}, Usage: "print the counts only"},
		)...),
		Action: func(c *cli.Context) error { return runIngest(c, env) },
	}
}

func runIngest(c *cli.Context, env *environment) error {
	if !c.Args().Present() {
		return quotes.Errorf(quotes.CodeInvalid, "ingest what?").Do("name files, folders or web addresses; - reads standard input")
	}
	from, err := newSources(c, env)
	if err != nil {
		return err
	}
	out, err := newOutput(c, env, exchange.Quotes, "id,speaker,text,mention_text,kind")
	if err != nil {
		return err
	}
	return withRecord(c, env, accessCreate, func(s store.Store, op *store.Op) error {
		in := &ingest{env: env, store: s, op: op, quiet: c.Bool("quiet")}
		if len(c.Args().Slice()) == 1 {
			op.Note = c.Args().First()
		}
		if in.quiet || !out.streams() {
			in.progress = progressOf(c, env, "articles", 0)
		}
		printed := 0
		var printErr error
		if in.quiet {
			for _, err := range in.run(c.Context, from.articles(c.Context, c.Args().Slice())) {
				if err != nil {
					printErr = err
				}
			}
		} else {
			printed, printErr = out.printSome(in.run(c.Context, from.articles(c.Context, c.Args().Slice())), rowsOnTerminal, in.progress.End)
		}
		in.progress.End()
		in.summary(printed)
		if err := in.repeats(c.Context); err != nil {
			return err
		}
		if printErr != nil {
			return printErr
		}
		if in.failed > 0 {
			return errReported
		}
		return nil
	})
}
