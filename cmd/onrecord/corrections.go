package main

import (
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"onrecord/cmd/internal/wholefile"
	"onrecord/quotes"
	"onrecord/quotes/exchange"
	"onrecord/store"
)

// notOfCorrections are the flags of log that choose among changes, not
// corrections.
var notOfCorrections = []string{"op", "entity", "command", "article"}

// runCorrections lists what the record said and no longer says, for readers
// and for a standards editor.
func runCorrections(c *cli.Context, env *environment) error {
	for _, flag := range notOfCorrections {
		if c.IsSet(flag) {
			return quotes.Errorf(quotes.CodeInvalid, "--corrections with --%s", flag).Do("corrections are chosen by --since, --until, --speaker and --who")
		}
	}
	if c.Args().Present() {
		return quotes.Errorf(quotes.CodeInvalid, "--corrections takes no argument %q", c.Args().First()).Do("choose by --since, --until, --speaker and --who")
	}
	filter := quotes.CorrectionFilter{Who: c.String("who")}
	var err error
	if filter.Since, filter.Until, err = period(c, env); err != nil {
		return err
	}
	if filter.Limit, err = parseLimit(c); err != nil {
		return err
	}
	read := func(s store.Store) ([]quotes.Correction, error) {
		if value := c.String("speaker"); value != "" {
			speaker, err := findSpeaker(c.Context, s, value)
			if err != nil {
				return nil, err
			}
			filter.Speaker = speaker.ID
		}
		return s.Corrections(c.Context, filter)
	}
	path := c.String("output")
	if path == "" || path == "-" {
		return printFound(c, env, exchange.Corrections, read)
	}
	return writeFound(c, env, path, exchange.Corrections, read)
}

// writeFound is printFound into a file, whole or not at all.
func writeFound[T any](c *cli.Context, env *environment, path string, table *exchange.Table[T], read func(store.Store) ([]T, error)) error {
	if err := notTheRecord(c, env, path); err != nil {
		return err
	}
	format, err := exportFormat(c, path)
	if err != nil {
		return err
	}
	columns, err := table.Parse(c.String("columns"))
	if err != nil {
		return err
	}
	return withRecord(c, env, accessRead, func(s store.Store, _ *store.Op) error {
		found, err := read(s)
		if err != nil {
			return err
		}
		settings, err := s.Settings(c.Context)
		if err != nil {
			return err
		}
		options := exchange.Options{Chosen: c.IsSet("columns"), BOM: true}
		if publisher := settings["publisher.name"]; publisher != "" {
			options.Title = publisher + ": " + table.Name
		}
		err = wholefile.Write(path, c.Bool("force"), func(w io.Writer) error {
			writer, err := exchange.NewWriter(w, format, table, columns, options)
			if err != nil {
				return err
			}
			for i := range found {
				if err := writer.Write(&found[i]); err != nil {
					return err
				}
			}
			return writer.Close()
		})
		if err == nil {
			env.say("wrote %s to %s", plural(len(found), strings.TrimSuffix(table.Name, "s")), path)
		}
		return err
	})
}
