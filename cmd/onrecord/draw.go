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
		columns[i] = terminal.ColumnNamed(c.Name)
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

// printSome is print, but on a terminal it shows the first records only; the
// others are gone through all the same, since that does the work.
func (o *output[T]) printSome(records iter.Seq2[*T, error], most int) (int, error) {
	if o.format != exchange.FormatTable {
		return o.print(records)
	}
	var failed error
	printed, err := o.print(func(yield func(*T, error) bool) {
		shown, wanted := 0, true
		for record, err := range records {
			if err != nil {
				failed = err // the rows before it are shown all the same
				return
			}
			if shown < most && wanted {
				wanted = yield(record, nil)
				shown++
			}
		}
	})
	if failed != nil {
		return printed, failed
	}
	return printed, err
}

// details prints records in full: on the screen one below the other, each by
// describe; in other formats like any listing.
func (o *output[T]) details(records []T, describe func(*terminal.Detail, *T)) (int, error) {
	if o.format != exchange.FormatTable {
		return o.print(each(records))
	}
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
