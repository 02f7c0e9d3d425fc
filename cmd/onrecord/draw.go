package main

import (
	"io"
	"iter"

	"onrecord/cmd/internal/terminal"
	"onrecord/quotes"
	"onrecord/quotes/exchange"
)

// draw prints records as a table on the screen, through the pager if they are
// many.
func (o *output[T]) draw(records iter.Seq2[*T, error]) (printed int, err error) {
	o.screen.Scales = o.env.scalesShown()
	err = o.screen.Page(!o.pager, func(w io.Writer) error {
		table := o.screen.NewTable(w, o.layout()...)
		for record, err := range records {
			if err != nil {
				return err
			}
			if err := table.Row(o.cells(record)...); err != nil {
				return err
			}
			printed++
		}
		return table.Close()
	})
	if err == nil && printed == 0 && o.screen.IsTerminal {
		o.env.say("no %s", o.table.Name)
	}
	return printed, err
}

func (o *output[T]) layout() []terminal.Column {
	columns := make([]terminal.Column, len(o.columns))
	for i, c := range o.columns {
		columns[i] = o.screen.Column(c.Name)
	}
	return columns
}

// cells are a record's values; in a search's hit the words found are marked.
func (o *output[T]) cells(record *T) []terminal.Cell {
	cells := make([]terminal.Cell, len(o.columns))
	for i, c := range o.columns {
		cells[i] = terminal.Text(c.Value(record))
		if hit, ok := any(record).(*quotes.Hit); ok && c.Name == "text" {
			cells[i].Marked = hit.Highlights
		}
	}
	return cells
}

// printSome is print, but as a table it shows the first records only, once all
// have been gone through: that does the work. The screen is the table's, or a
// pager's, after ended, which takes the progress of the work off it.
func (o *output[T]) printSome(records iter.Seq2[*T, error], most int, ended func()) (int, error) {
	if o.format != exchange.FormatTable {
		return o.print(records)
	}
	var first []T
	var failed error
	for record, err := range records {
		if err != nil {
			failed = err // the rows before it are shown all the same
			break
		}
		if len(first) < most {
			first = append(first, *record)
		}
	}
	ended()
	printed, err := o.print(each(first))
	if failed != nil {
		err = failed
	}
	return printed, err
}

// streams reports whether records go to a terminal as they are made, where
// they leave no room for showing progress.
func (o *output[T]) streams() bool {
	return o.screen.IsTerminal && o.format != exchange.FormatTable
}

// details prints records in full: on the screen one below the other, each by
// describe; in other formats like any listing.
func (o *output[T]) details(records []T, describe func(*terminal.Detail, *T)) (int, error) {
	if o.format != exchange.FormatTable {
		return o.print(each(records))
	}
	o.screen.Scales = o.env.scalesShown()
	err := o.screen.Page(!o.pager, func(w io.Writer) error {
		for i := range records {
			detail := o.screen.NewDetail(w)
			if i > 0 {
				detail.Gap()
			}
			describe(detail, &records[i])
			if err := detail.Close(); err != nil {
				return err
			}
		}
		return nil
	})
	return len(records), outputFault(err)
}
