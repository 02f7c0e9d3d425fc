package main

import (
	"io"
	"iter"
	"os"
	"strings"

	"github.com/urfave/cli/v2"

	"onrecord/cmd/internal/terminal"
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
		Description: `  onrecord export -o review.xlsx --status flagged   to fill in; import takes it back
  onrecord export -o review.csv --delimiter ";"
  onrecord export -o review.html --speaker putin --since 30d
  onrecord export --check-sheet --article 7 -o check.html   line by line, for the fact-checker
  onrecord export -f jsonl --columns id,text,speaker > quotes.jsonl
  onrecord export -f claimreview --status published -o checks.json   a feed of the claims with a verdict, as JSON-LD
  onrecord export -f claimreview -o checks/                          a file each
  onrecord export -f claimreview --script c3                         a block to paste into a page
  onrecord export -f annotation -o quotes.json       W3C Web Annotations, with the place in the text
Formats by file ending: .xlsx .csv .tsv .md .html .json .jsonl, .jsonld for claimreview; or with --format.`,
		Flags: exportFormatFlags(filterFlags(
			recordedByFlag(),
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write `FILE`, whole or not at all; - is standard output; claimreview also takes a folder"},
			&cli.BoolFlag{Name: "force", Usage: "replace an existing file"},
			&cli.BoolFlag{Name: flagCheckSheet, Usage: "one article line by line, every quote and figure numbered, with checker, status and date"},
			&cli.BoolFlag{Name: "script", Usage: "write claimreview as a block to paste into a page"},
			&cli.BoolFlag{Name: "bom", Usage: "begin csv with a byte order mark, for Excel; a file has one unless --bom=false"},
			&cli.StringFlag{Name: "delimiter", Usage: "`SIGN` between the cells of csv: comma, semicolon, tab, pipe or the sign itself"},
		)...),
		Action: func(c *cli.Context) error { return runExport(c, env) },
	}
}

func runExport(c *cli.Context, env *environment) error {
	if c.Bool(flagCheckSheet) {
		return runCheckSheet(c, env)
	}
	path := c.String("output")
	if path == "-" {
		path = ""
	}
	if asClaimReview(c, path) {
		return exportClaims(c, env, path)
	}
	if c.Bool("script") {
		return quotes.Errorf(quotes.CodeInvalid, "--script is for claimreview").Do("add -f claimreview")
	}
	t, err := listedArguments(c, "export", "name the file with -o "+c.Args().First())
	if err != nil {
		return err
	}
	filter, err := parseFilter(c, env)
	if err != nil {
		return err
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

// exportWriter checks format, columns and options before the record is opened.
func exportWriter(c *cli.Context, env *environment, path string) (exportTo, error) {
	format, err := exportFormat(c, path)
	if err != nil {
		return nil, err
	}
	options, err := exportOptions(c, env, format, path != "")
	if err != nil {
		return nil, err
	}
	if format == exchange.FormatAnnotation && c.IsSet("columns") {
		return nil, quotes.Errorf(quotes.CodeInvalid, "--columns is not for annotation").Do("leave it out: an annotation has the fields of its model")
	}
	if path == "" && format != exchange.FormatXLSX && format != exchange.FormatAnnotation {
		out, err := newOutput(c, env, exchange.Quotes, "")
		if err != nil {
			return nil, err
		}
		out.options.BOM, out.options.Delimiter = options.BOM, options.Delimiter
		return func(s store.Store, filter quotes.Filter) (int, error) {
			filter.Brief = out.brief()
			return out.print(s.Quotes(c.Context, filter))
		}, nil
	}
	if path == "" && format == exchange.FormatXLSX {
		screen, err := terminal.NewScreen(env.stdout, env.getenv, c.String(flagColor))
		if err != nil {
			return nil, err
		}
		if screen.IsTerminal {
			return nil, quotes.Errorf(quotes.CodeInvalid, "a workbook cannot be shown on a terminal").Do("name a file with -o review.xlsx")
		}
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
		options.Title = settings[exchange.SettingPublisherName]
		if options.Words, err = reviewWords(settings); err != nil {
			return 0, err
		}
		write := func(w io.Writer) (err error) {
			written, err = writeAll(w, format, columns, options, s.Quotes(c.Context, filter))
			return err
		}
		if path == "" {
			return written, outputFault(write(env.stdout))
		}
		err = wholefile.Write(path, c.Bool("force"), write)
		return written, err
	}, nil
}

// writeAll writes records in a format and counts them.
func writeAll(w io.Writer, format exchange.Format, columns []exchange.Column[quotes.Quote], options exchange.Options, all iter.Seq2[*quotes.Quote, error]) (written int, err error) {
	writer, err := exchange.NewWriter(w, format, exchange.Quotes, columns, options)
	if err != nil {
		return 0, err
	}
	for q, err := range all {
		if err != nil {
			return written, err
		}
		if err := writer.Write(q); err != nil {
			return written, err
		}
		written++
	}
	return written, writer.Close()
}

// reviewWords is the words of this record for the columns that a reviewer
// fills in.
func reviewWords(settings map[string]string) (exchange.Vocabulary, error) {
	scales, err := quotes.ReadScales(settings)
	return exchange.VocabularyOf(scales.Current), err
}

// exportFormatFlags are formatFlags with the formats that only exports have.
func exportFormatFlags(more ...cli.Flag) []cli.Flag {
	flags := formatFlags(more...)
	for _, flag := range flags {
		if f, ok := flag.(*cli.StringFlag); ok && f.Name == "format" {
			f.Usage = strings.Join(quotes.Strings(exchange.ExportFormats), ", ") + "; else by the file's ending, a table on a terminal, tsv in a pipe"
		}
	}
	return flags
}

// exportFormat is the format of an export: --format, else by the file's ending,
// "" for what standard output is.
func exportFormat(c *cli.Context, path string) (exchange.Format, error) {
	if value := c.String("format"); value != "" {
		return quotes.ParseWord("format", exchange.ExportFormats, value)
	}
	if path == "" {
		return "", nil
	}
	return exchange.FormatOf(path)
}

// exportOptions reads what varies a format.
func exportOptions(c *cli.Context, env *environment, format exchange.Format, toFile bool) (exchange.Options, error) {
	o := exchange.Options{Chosen: c.IsSet("columns"), BOM: toFile, Warn: func(message string) { env.say("%s", message) }}
	for _, flag := range []string{"bom", "delimiter"} {
		if c.IsSet(flag) && format != exchange.FormatCSV {
			return o, quotes.Errorf(quotes.CodeInvalid, "--%s is for csv", flag).Do("add -f csv, or name a file that ends in .csv")
		}
	}
	if c.IsSet("bom") {
		o.BOM = c.Bool("bom")
	}
	var err error
	o.Delimiter, err = exchange.ParseDelimiter(c.String("delimiter"))
	return o, err
}
