package main

import (
	"cmp"
	"fmt"
	"strings"

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
	head := strings.ToLower(strings.TrimSpace(c.String("head")))
	if c.IsSet("head") && (len(head) != headLength || strings.Trim(head, "0123456789abcdef") != "") {
		return quotes.Errorf(quotes.CodeInvalid, "--head %q is no hash", c.String("head")).Do("give the %d digits that check or backup printed", headLength)
	}
	return withRecord(c, env, accessRead, func(s store.Store, _ *store.Op) error {
		report, err := s.Check(c.Context, head)
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

// headLength is how many hexadecimal digits the hash of a change has.
const headLength = 64

// reportFormats are what a report, which is no list of records, can be.
var reportFormats = []exchange.Format{exchange.FormatTable, exchange.FormatJSON}

func printReport(env *environment, report *store.Report) {
	if b := report.Broken; b != nil {
		env.print("%s\n", exchange.Line(fmt.Sprintf("the chain breaks at change %d: op %d, %s by %s at %s, of %s %d: %s",
			b.Seq, b.Op, b.Command, b.Who, b.At, b.Entity, b.EntityID, b.What)))
	}
	for _, problem := range report.Problems {
		env.print("%s\n", exchange.Line(problem))
	}
	env.print("checked %s, %s, %s, %s, %s\n",
		plural(report.Articles, "article"), plural(report.Quotes, "quote"), plural(report.Claims, "claim"),
		plural(report.Speakers, "speaker"), plural(report.Changes, "change"))
	env.print("head %s\n", report.Head)
	switch {
	case report.Known == 0:
	case report.Known == int64(report.Changes):
		env.print("the head you gave is this one\n")
	default:
		env.print("the head you gave is that of change %d; %s since\n", report.Known, plural(report.Changes-int(report.Known), "change"))
	}
}
