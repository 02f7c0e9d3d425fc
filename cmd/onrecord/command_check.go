package main

import (
	"cmp"

	"github.com/urfave/cli/v2"

	"onrecord/quotes"
	"onrecord/quotes/exchange"
	"onrecord/store"
)

func checkCommand(env *environment) *cli.Command {
	return &cli.Command{
		Name:  "check",
		Usage: "prove the record sound: file, offsets, derived columns, audit chain",
		Description: `  onrecord check                 exit code 1 when there is a problem
  onrecord check --head HASH     also compare with the head that an earlier check or backup printed`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "head", Usage: "the `HASH` of the last change as you noted it"},
			&cli.StringFlag{Name: "format", Aliases: []string{"f"}, Usage: "table (lines of text) or json: `WORD`"},
		},
		Action: func(c *cli.Context) error { return runCheck(c, env) },
	}
}

func runCheck(c *cli.Context, env *environment) error {
	if c.Args().Present() {
		return quotes.Errorf(quotes.CodeInvalid, "check takes no argument %q", c.Args().First()).Do("name the database with --db")
	}
	format, err := quotes.ParseWord("format", reportFormats, cmp.Or(c.String("format"), string(exchange.FormatTable)))
	if err != nil {
		return err
	}
	return withRecord(c, env, accessRead, func(s store.Store, _ *store.Op) error {
		report, err := s.Check(c.Context, c.String("head"))
		if err != nil {
			return err
		}
		if format == exchange.FormatJSON {
			line, err := exchange.JSON(report)
			if err != nil {
				return err
			}
			env.print("%s\n", line)
		} else {
			printReport(env, report)
		}
		if n := len(report.Problems); n > 0 {
			env.say("%s found; restore a backup, or `onrecord log` shows what changed", plural(n, "problem"))
			return errReported
		}
		return nil
	})
}

// reportFormats are what a report, which is no list of records, can be.
var reportFormats = []exchange.Format{exchange.FormatTable, exchange.FormatJSON}

func printReport(env *environment, report *store.Report) {
	for _, problem := range report.Problems {
		env.print("%s\n", exchange.Line(problem))
	}
	env.print("checked %s, %s, %s, %s, %s\n",
		plural(report.Articles, "article"), plural(report.Quotes, "quote"), plural(report.Claims, "claim"),
		plural(report.Speakers, "speaker"), plural(report.Changes, "change"))
	env.print("head %s\n", report.Head)
}
