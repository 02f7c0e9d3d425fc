package main

import (
	"context"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"onrecord/cmd/internal/dossier"
	"onrecord/cmd/internal/terminal"
	"onrecord/cmd/internal/wholefile"
	"onrecord/quotes"
	"onrecord/store"
)

func reportCommand(env *environment) *cli.Command {
	return &cli.Command{
		Name:  "report",
		Usage: "a page on one speaker or one tag over time, with what the checking found",
		Description: `  onrecord report --speaker putin -o putin.html
  onrecord report --tag budget --since 2026 -o budget.html
  onrecord report --outlet "The Ledger" --status checked > ledger.html
One file that needs nothing else: charts, then the quotes in their context with their verdicts, evidence and sources.`,
		Flags: filterFlags(
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write `FILE`, whole or not at all; - is standard output"},
			&cli.BoolFlag{Name: "force", Usage: "replace an existing file"},
		),
		Action: func(c *cli.Context) error { return runReport(c, env) },
	}
}

// quotesInReport is how many quotes a report lists unless --limit says; its
// charts count all.
const quotesInReport = 500

func runReport(c *cli.Context, env *environment) error {
	if c.Args().Present() {
		return quotes.Errorf(quotes.CodeInvalid, "report takes no argument %q", c.Args().First()).Do("choose with filters, as in --speaker %s", c.Args().First())
	}
	filter, err := parseFilter(c, env)
	if err != nil {
		return err
	}
	path := c.String("output")
	if path == "" {
		screen, err := terminal.NewScreen(env.stdout, env.getenv, c.String(flagColor))
		if err != nil {
			return err
		}
		if screen.IsTerminal {
			return quotes.Errorf(quotes.CodeInvalid, "a report is a page for a browser").Do("name the file with -o, as in -o report.html")
		}
	} else if path != "-" {
		if err := notTheRecord(c, env, path); err != nil {
			return err
		}
	}
	page := &dossier.Dossier{
		Most: quotesInReport, Made: env.clock().Format(time.DateOnly),
		Statuses: quotes.Strings(quotes.Statuses),
	}
	if c.IsSet("limit") {
		page.Most, filter.Limit = filter.Limit, 0
	}
	return withRecord(c, env, accessRead, func(s store.Store, _ *store.Op) error {
		scales, err := s.Scales(c.Context)
		if err != nil {
			return err
		}
		page.Verdicts = append(quotes.Strings(scales.Verdicts()), string(quotes.VerdictMixed))
		if err := entitle(c.Context, env, s, page, &filter); err != nil {
			return err
		}
		if err := gather(c.Context, s, page, filter); err != nil {
			return err
		}
		if path == "" || path == "-" {
			return outputFault(page.Write(env.stdout))
		}
		if err := wholefile.Write(path, c.Bool("force"), func(w io.Writer) error { return page.Write(w) }); err != nil {
			return err
		}
		env.say("wrote a report of %s to %s", plural(page.Count(), "quote"), path)
		return nil
	})
}

// entitle names the page after the speaker, the tag, or what else was chosen.
func entitle(ctx context.Context, env *environment, s store.Store, page *dossier.Dossier, filter *quotes.Filter) error {
	settings, err := s.Settings(ctx)
	if err != nil {
		return err
	}
	page.Publisher = settings["publisher.name"]
	if err := noteSpeakers(ctx, env, s, filter.Speakers, mayBeSeveral); err != nil {
		return err
	}
	var titles []string
	for _, name := range filter.Speakers {
		page.Kind = "speaker"
		found, err := s.MatchSpeakers(ctx, name)
		if err != nil {
			return err
		}
		if len(found) != 1 {
			titles = append(titles, name)
			continue
		}
		titles = append(titles, found[0].Name)
		if len(filter.Speakers) == 1 && len(found[0].Aliases) > 0 {
			page.About = "also " + strings.Join(found[0].Aliases, ", ")
		}
	}
	if len(filter.Tags) > 0 && page.Kind == "" {
		page.Kind = "tag"
	}
	titles = slices.Concat(titles, filter.Tags, filter.Outlets)
	if len(titles) == 0 {
		titles = []string{"All quotes"}
	}
	page.Title = strings.Join(titles, ", ")
	return nil
}

// gather reads the quotes, and the claims of those that are listed in full.
func gather(ctx context.Context, s store.Store, page *dossier.Dossier, filter quotes.Filter) error {
	for q, err := range s.Quotes(ctx, filter) {
		if err != nil {
			return err
		}
		entry := dossier.Entry{Quote: q}
		if page.Wants() && q.Status != quotes.StatusUnchecked {
			if entry.Claims, err = s.ClaimsOf(ctx, q.ID); err != nil {
				return err
			}
		}
		page.Add(entry)
	}
	return nil
}
