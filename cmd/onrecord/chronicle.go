package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"

	"github.com/urfave/cli/v2"

	"onrecord/cmd/internal/history"
	"onrecord/cmd/internal/terminal"
	"onrecord/quotes"
	"onrecord/quotes/exchange"
	"onrecord/store"
)

// historyFlag asks a command that shows records in full for their changes.
func historyFlag(of string) cli.Flag {
	return &cli.BoolFlag{Name: "history", Usage: "and " + of}
}

// chronicled is a record of any type with its changes, newest first.
type chronicled[T any] struct {
	record  T
	changes []quotes.Change
	events  []history.Event // the same as people read it
	encode  func(*T) any
}

// MarshalJSON is the record's own form with the changes as one more field.
func (r *chronicled[T]) MarshalJSON() ([]byte, error) {
	var whole any = &r.record
	if r.encode != nil {
		whole = r.encode(&r.record)
	}
	fields, err := exchange.JSON(whole)
	if err != nil {
		return nil, err
	}
	changes := make([]any, len(r.changes))
	for i := range r.changes {
		changes[i] = exchange.Changes.JSON(&r.changes[i])
	}
	list, err := json.Marshal(changes)
	if err != nil {
		return nil, err
	}
	return fmt.Appendf(nil, `%s,"changes":%s}`, bytes.TrimSuffix(fields, []byte("}")), list), nil
}

// printInFullWith is printInFull, with --history each record with its changes,
// which filter chooses.
func printInFullWith[T any](c *cli.Context, env *environment, table *exchange.Table[T], describe func(*terminal.Detail, *T),
	filter func(*T) quotes.ChangeFilter, read func(store.Store) ([]T, error),
) error {
	if !c.Bool("history") {
		return printInFull(c, env, table, describe, read)
	}
	wide := &exchange.Table[chronicled[T]]{
		Name: table.Name, Default: table.Default,
		Columns: exchange.Lift(table.Columns, func(r *chronicled[T]) *T { return &r.record }),
	}
	inFull := func(d *terminal.Detail, r *chronicled[T]) {
		describe(d, &r.record)
		describeEvents(d, r.events)
	}
	return printInFull(c, env, wide, inFull, func(s store.Store) ([]chronicled[T], error) {
		found, err := read(s)
		if err != nil {
			return nil, err
		}
		out := make([]chronicled[T], len(found))
		for i := range found {
			out[i].record, out[i].encode = found[i], table.JSON
			if out[i].changes, err = s.Changes(c.Context, filter(&found[i])); err != nil {
				return nil, err
			}
			if out[i].events, err = eventsOf(c.Context, s, out[i].changes); err != nil {
				return nil, err
			}
		}
		return out, nil
	})
}

// eventsOf tells changes as people read them.
func eventsOf(ctx context.Context, s store.History, changes []quotes.Change) ([]history.Event, error) {
	names, err := s.Names(ctx, history.Things(changes))
	if err != nil {
		return nil, err
	}
	return history.Tell(changes, names), nil
}

// describeEvents shows what was done to a record; what was undone is faint.
func describeEvents(d *terminal.Detail, events []history.Event) {
	if len(events) == 0 {
		return
	}
	d.Heading("History, newest first")
	for i := range events {
		cell := terminal.Text(exchange.Line(events[i].String()))
		if events[i].Undone != "" {
			cell.Style = terminal.Faint
		}
		d.Field(events[i].When(), cell)
	}
}

// eventTable is how the log looks on a terminal.
var eventTable = &exchange.Table[history.Event]{
	Name: "changes",
	Columns: []exchange.Column[history.Event]{
		{Name: "op", About: "the number that undo takes", Value: func(e *history.Event) string { return fmt.Sprint(e.Op) }},
		{Name: "at", About: "when", Value: (*history.Event).When},
		{Name: "what", About: "who did what", Value: func(e *history.Event) string { return exchange.Line(e.String()) }},
	},
	Default: []string{"op", "at", "what"},
}
