package main

import (
	"io"
	"os"

	"github.com/urfave/cli/v2"

	"onrecord/cmd/internal/wholefile"
	"onrecord/quotes"
	"onrecord/quotes/exchange"
	"onrecord/store"
)

func exportCommand(env *environment) *cli.Command {
	return &cli.Command{
		Name:      "export",
		Usage:     "a table for editorial review",
		ArgsUsage: "[ID…]",
		Description: `  onrecord export -o review.csv --status flagged
  onrecord export -o review.html --speaker putin --since 30d
  onrecord export -f jsonl --columns id,text,speaker > quotes.jsonl
Formats by file ending: .csv .tsv .md .html .json .jsonl; or with --format.`,
		Flags: formatFlags(filterFlags(
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write `FILE`, whole or not at all; - is standard output"},
			&cli.BoolFlag{Name: "force", Usage: "replace an existing file"},
		)...),
		Action: func(c *cli.Context) error { return runExport(c, env) },
	}
}

func runExport(c *cli.Context, env *environment) error {
	t, err := listedArguments(c, "export", "name the file with -o "+c.Args().First())
	if err != nil {
		return err
	}
	filter, err := parseFilter(c, env)
	if err != nil {
		return err
	}
	path := c.String("output")
	if path == "-" {
		path = ""
	}
	if err := notTheRecord(c, env, path); err != nil {
		return err
	}
	write, err := exportWriter(c, env, path)
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
		written, err := write(s, filter)
		if err != nil {
			return err
		}
		if path != "" {
			env.say("wrote %s to %s", plural(written, "quote"), path)
		}
		return nil
	})
}

// notTheRecord keeps --force from replacing the record by a table of it.
func notTheRecord(c *cli.Context, env *environment, path string) error {
	record, err := env.databasePath(c.String(flagDB))
	if err != nil {
		return err
	}
	to, toErr := os.Stat(path)
	from, fromErr := os.Stat(record)
	if toErr == nil && fromErr == nil && os.SameFile(to, from) {
		return quotes.Errorf(quotes.CodeInvalid, "%s is the record itself", path).Do("name another file")
	}
	return nil
}

// exportTo writes the chosen quotes somewhere and counts them.
type exportTo func(store.Store, quotes.Filter) (int, error)

// exportWriter checks format and columns before the record is opened.
func exportWriter(c *cli.Context, env *environment, path string) (exportTo, error) {
	if path == "" {
		out, err := newOutput(c, env, exchange.Quotes, "")
		if err != nil {
			return nil, err
		}
		return func(s store.Store, filter quotes.Filter) (int, error) {
			filter.Brief = out.brief()
			return out.print(s.Quotes(c.Context, filter))
		}, nil
	}
	format, err := fileFormat(c, path)
	if err != nil {
		return nil, err
	}
	columns, err := exchange.Quotes.Parse(c.String("columns"))
	if err != nil {
		return nil, err
	}
	return func(s store.Store, filter quotes.Filter) (written int, err error) {
		settings, err := s.Settings(c.Context)
		if err != nil {
			return 0, err
		}
		options := exchange.Options{Chosen: c.IsSet("columns"), BOM: true, Title: settings["publisher.name"]}
		err = wholefile.Write(path, c.Bool("force"), func(w io.Writer) error {
			writer, err := exchange.NewWriter(w, format, exchange.Quotes, columns, options)
			if err != nil {
				return err
			}
			for q, err := range s.Quotes(c.Context, filter) {
				if err != nil {
					return err
				}
				if err := writer.Write(q); err != nil {
					return err
				}
				written++
			}
			return writer.Close()
		})
		return written, err
	}, nil
}

// fileFormat is the format of an export to a file: --format, else by ending.
func fileFormat(c *cli.Context, path string) (exchange.Format, error) {
	if value := c.String("format"); value != "" {
		return quotes.ParseWord("format", exchange.Formats, value)
	}
	return exchange.FormatOf(path)
}
