package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"onrecord/quotes"
	"onrecord/quotes/exchange"
	"onrecord/store"
)

func logCommand(env *environment) *cli.Command {
	return &cli.Command{
		Name:      "log",
		Usage:     "who changed what, newest first",
		ArgsUsage: "[ID]",
		Description: `  onrecord log                     the latest changes
  onrecord log 12                  all that happened to a quote and its claims
  onrecord log c3                  to a claim
  onrecord log --who rosa --since yesterday
  onrecord log -f jsonl > audit.jsonl`,
		Flags: formatFlags(
			&cli.StringFlag{Name: "who", Usage: "only changes signed by `NAME`"},
			&cli.Int64Flag{Name: "op", Usage: "only the op `N`"},
			&cli.StringFlag{Name: "entity", Usage: "only of this `KIND`: " + strings.Join(quotes.Strings(quotes.Entities), ", ")},
			&cli.StringFlag{Name: "since", Usage: "made on `DATE` or later"},
			&cli.StringFlag{Name: "until", Usage: "on `DATE` or earlier"},
			&cli.StringFlag{Name: "limit", Aliases: []string{"n"}, Usage: "at most `N`; 0 for no limit"},
		),
		Action: func(c *cli.Context) error { return runLog(c, env) },
	}
}

func runLog(c *cli.Context, env *environment) error {
	filter, err := parseChangeFilter(c, env)
	if err != nil {
		return err
	}
	return printFound(c, env, exchange.Changes, func(s store.Store) ([]quotes.Change, error) {
		return s.Changes(c.Context, filter)
	})
}

func parseChangeFilter(c *cli.Context, env *environment) (quotes.ChangeFilter, error) {
	f := quotes.ChangeFilter{Who: c.String("who"), Op: quotes.OpID(c.Int64("op"))}
	t, rest, err := parseTargets(c.Args().Slice())
	if err != nil {
		return f, err
	}
	switch {
	case len(rest) > 0:
		return f, notAnID(rest[0])
	case len(t.quotes)+len(t.claims) > 1 || len(t.ranges) > 0:
		return f, quotes.Errorf(quotes.CodeInvalid, "log takes one id").Do("ask for one quote or claim at a time")
	case len(t.quotes) == 1:
		f.Quote = t.quotes[0]
	case len(t.claims) == 1:
		f.Entity, f.EntityID = quotes.EntityClaim, int64(t.claims[0])
	}
	if value := c.String("entity"); value != "" {
		if f.Entity, err = quotes.ParseWord("entity", quotes.Entities, value); err != nil {
			return f, err
		}
	}
	if f.Since, f.Until, err = period(c, env); err != nil {
		return f, err
	}
	f.Limit, err = parseLimit(c)
	return f, err
}

// describeChange is a change in one line: what, and the fields that differ.
func describeChange(change *quotes.Change) string {
	what := fmt.Sprintf("%s %d", change.Entity, change.EntityID)
	before, after := fieldsOf(change.Before), fieldsOf(change.After)
	switch {
	case before == nil && after == nil:
		return what
	case before == nil:
		return exchange.Line(what + " made" + telling(after))
	case after == nil:
		return exchange.Line(what + " withdrawn" + telling(before))
	}
	var differing []string
	for _, name := range slices.Sorted(maps.Keys(after)) {
		if string(before[name]) != string(after[name]) {
			differing = append(differing, fmt.Sprintf("%s %s → %s", name, plain(before[name]), plain(after[name])))
		}
	}
	return exchange.Line(what + ": " + strings.Join(differing, ", "))
}

// tellingFields are what a row is known by, the most telling first.
var tellingFields = []string{"tag", "url", "verdict", "alias", "name", "title", "key", "text"}

// telling says what a row belongs to, and the field that it is known by.
func telling(fields map[string]json.RawMessage) string {
	said := ""
	for _, owner := range []string{"quote", "claim", "speaker"} {
		if value := plain(fields[owner]); value != nothing {
			said = ", of " + owner + " " + value
			break
		}
	}
	for _, name := range tellingFields {
		if value := plain(fields[name]); value != nothing {
			return said + ": " + name + " " + value
		}
	}
	return said
}

// nothing stands for an empty value.
const nothing = "–"

func fieldsOf(raw json.RawMessage) map[string]json.RawMessage {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(raw, &fields); err != nil {
		return nil // null, or a value without fields: nothing to set side by side
	}
	return fields
}

// plain is a JSON value as an editor reads it: nothing as "–".
func plain(raw json.RawMessage) string {
	switch s := string(raw); s {
	case "", "null", `""`:
		return nothing
	default:
		return s
	}
}
