package main

import (
	"bufio"
	"errors"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"onrecord/cmd/internal/terminal"
	"onrecord/quotes"
	"onrecord/quotes/exchange"
	"onrecord/store"
)

// formatFlags are what every command that prints records accepts.
func formatFlags(more ...cli.Flag) []cli.Flag {
	return append(more,
		&cli.StringFlag{Name: "format", Aliases: []string{"f"}, Usage: strings.Join(quotes.Strings(exchange.Formats), ", ") + "; else a table on a terminal, tsv in a pipe"},
		&cli.StringFlag{Name: "columns", Usage: "only these columns, `A,B,C`; a wrong one lists them all"},
	)
}

// output prints records of one type to standard output: on a terminal as a
// table that fits it, in a pipe as TSV, or in the format that was asked for.
type output[T any] struct {
	env     *environment
	screen  *terminal.Screen
	pager   bool
	table   *exchange.Table[T]
	columns []exchange.Column[T]
	format  exchange.Format
	asked   bool // for the format
	options exchange.Options
}

// newOutput reads --format and --columns; columns are the default ones, "" for
// the table's own. Unknown ones are CodeInvalid.
func newOutput[T any](c *cli.Context, env *environment, table *exchange.Table[T], columns string) (*output[T], error) {
	screen, err := terminal.NewScreen(env.stdout, env.getenv, c.String(flagColor))
	if err != nil {
		return nil, err
	}
	if err := noneEmpty(c, formatFlags()); err != nil {
		return nil, err
	}
	o := &output[T]{
		env: env, screen: screen, pager: !c.Bool(flagNoPager), table: table, format: exchange.FormatTSV,
		options: exchange.Options{Chosen: c.IsSet("columns")},
	}
	if screen.IsTerminal {
		o.format = exchange.FormatTable
	}
	if value := c.String("format"); value != "" {
		o.asked = true
		if o.format, err = quotes.ParseWord("format", exchange.Formats, value); err != nil {
			return nil, err
		}
	}
	if c.IsSet("columns") {
		columns = c.String("columns")
	}
	o.columns, err = table.Parse(columns)
	return o, err
}

// inPipe makes another format than TSV the one for pipes.
func (o *output[T]) inPipe(format exchange.Format) {
	if !o.asked && !o.screen.IsTerminal {
		o.format = format
	}
}

// limit caps a listing at what a terminal's user reads, unless a limit was
// given, and tells whether it did.
func (o *output[T]) limit(limit *int, given bool) bool {
	if given || !o.screen.IsTerminal || o.asked {
		return false
	}
	*limit = rowsOnTerminal
	return true
}

// fromTexts are the columns of a quote that take its article's text to fill.
var fromTexts = []string{"context", "mention_text", "cue_text"}

// brief reports whether the quotes to print can leave out what is read from
// their articles' texts.
func (o *output[T]) brief() bool {
	whole := !o.options.Chosen && (o.format == exchange.FormatJSON || o.format == exchange.FormatJSONL)
	return !whole && !slices.ContainsFunc(o.columns, func(c exchange.Column[T]) bool { return slices.Contains(fromTexts, c.Name) })
}

// print writes the records and counts them.
func (o *output[T]) print(records iter.Seq2[*T, error]) (int, error) {
	printed, err := o.write(records)
	return printed, outputFault(err)
}

func (o *output[T]) write(records iter.Seq2[*T, error]) (printed int, err error) {
	if o.format == exchange.FormatTable {
		return o.draw(records)
	}
	buffered := bufio.NewWriterSize(o.env.stdout, 1<<16)
	writer, err := exchange.NewWriter(io.Writer(buffered), o.format, o.table, o.columns, o.options)
	if err != nil {
		return 0, err
	}
	for record, err := range records {
		if err != nil {
			return printed, errors.Join(err, buffered.Flush())
		}
		if err := writer.Write(record); err != nil {
			return printed, err
		}
		printed++
	}
	return printed, errors.Join(writer.Close(), buffered.Flush())
}

// progressOf shows on a terminal how far long work is.
func progressOf(c *cli.Context, env *environment, what string, steps int) *terminal.Progress {
	screen, err := terminal.NewScreen(env.stderr, env.getenv, c.String(flagColor))
	if err != nil {
		return nil // the output has said so
	}
	return screen.Progress(what, steps)
}

// each goes through records that are all there.
func each[T any](records []T) iter.Seq2[*T, error] {
	return func(yield func(*T, error) bool) {
		for i := range records {
			if !yield(&records[i], nil) {
				return
			}
		}
	}
}

// printFound prints what read finds in the record, with the table's own
// columns. A wrong format or column is told before the record is opened.
func printFound[T any](c *cli.Context, env *environment, table *exchange.Table[T], read func(store.Store) ([]T, error)) error {
	return withFound(c, env, table, read, func(out *output[T], found []T) error {
		_, err := out.print(each(found))
		return err
	})
}

// printInFull is printFound, but on a terminal each record is described.
func printInFull[T any](c *cli.Context, env *environment, table *exchange.Table[T], describe func(*terminal.Detail, *T), read func(store.Store) ([]T, error)) error {
	return withFound(c, env, table, read, func(out *output[T], found []T) error {
		_, err := out.details(found, describe)
		return err
	})
}

func withFound[T any](c *cli.Context, env *environment, table *exchange.Table[T], read func(store.Store) ([]T, error), show func(*output[T], []T) error) error {
	out, err := newOutput(c, env, table, "")
	if err != nil {
		return err
	}
	return withRecord(c, env, accessRead, func(s store.Store, _ *store.Op) error {
		found, err := read(s)
		if err != nil {
			return err
		}
		return show(out, found)
	})
}
