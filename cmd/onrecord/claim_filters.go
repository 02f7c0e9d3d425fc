package main

import (
	"context"
	"strings"

	"github.com/urfave/cli/v2"

	"onrecord/quotes"
	"onrecord/quotes/when"
	"onrecord/store"
)

// claimFilterFlags are the filters of commands that list claims.
func claimFilterFlags(more ...cli.Flag) []cli.Flag {
	return append(more,
		&cli.StringSliceFlag{Name: "workflow", Aliases: []string{"status"}, Usage: "at this `STEP`: " + strings.Join(quotes.Strings(quotes.Workflows), ", ")},
		&cli.StringSliceFlag{Name: "verdict", Usage: "with this `VERDICT`, of any scale; none for those without one"},
		&cli.StringSliceFlag{Name: "assignee", Usage: "that `NAME` is to check; none for those of nobody"},
		&cli.BoolFlag{Name: "mine", Usage: "that you are to check"},
		&cli.StringFlag{Name: "due", Usage: "due until `DATE`, or overdue"},
		&cli.BoolFlag{Name: "overdue", Usage: "still to be checked, and due before today"},
		&cli.StringSliceFlag{Name: "priority", Usage: "of this `PRIORITY`: " + strings.Join(quotes.Strings(quotes.Priorities), ", ")},
		&cli.StringSliceFlag{Name: "text", Usage: "whose text holds `WORDS`"},
		&cli.StringSliceFlag{Name: "speaker", Aliases: []string{"s"}, Usage: "said by this `NAME`: any alias, any case"},
		&cli.StringFlag{Name: "limit", Aliases: []string{"n"}, Usage: "at most `N`; 0 for no limit"},
	)
}

// claimSortFlag is apart, since the queue has an order of its own.
func claimSortFlag() cli.Flag {
	return &cli.StringSliceFlag{Name: "sort", Usage: "by `FIELD`, -FIELD turns it round: " + strings.Join(quotes.Strings(quotes.ClaimSortFields), ", ")}
}

// dueOverdue is the word of --due for what should have been done already.
const dueOverdue = "overdue"

// parseClaimFilter reads the filter flags and, as arguments, ids of claims or
// words of their texts; every mistake is CodeInvalid.
func parseClaimFilter(c *cli.Context, env *environment) (quotes.ClaimFilter, error) {
	f := quotes.ClaimFilter{Text: c.StringSlice("text"), Speakers: c.StringSlice("speaker"), Verdicts: verdicts(c.StringSlice("verdict"))}
	today := env.clock().Format("2006-01-02")
	t, rest, err := parseTargets(c.Args().Slice())
	if err != nil {
		return f, err
	}
	if len(t.quotes)+len(t.ranges) > 0 {
		return f, quotes.Errorf(quotes.CodeInvalid, "%q is no claim", c.Args().First()).Do("claims are written c3; `onrecord show 12` lists those of a quote")
	}
	f.IDs = t.claims
	if len(rest) > 0 {
		f.Text = append(f.Text, strings.Join(rest, " "))
	}
	for _, name := range c.StringSlice("assignee") {
		if strings.EqualFold(name, noVerdict) {
			name = ""
		}
		f.Assignees = append(f.Assignees, name)
	}
	if c.Bool("mine") {
		f.Assignees = append(f.Assignees, env.editor(c.String(flagAs)))
	}
	if c.Bool("overdue") || c.String("due") == dueOverdue {
		f.Overdue = today
	}
	steps := []func() error{
		func() (err error) { f.Workflows, err = words(c, "workflow", quotes.Workflows); return },
		func() (err error) { f.Priorities, err = words(c, "priority", quotes.Priorities); return },
		func() (err error) { f.Limit, err = parseLimit(c); return },
		func() (err error) { f.Sort, err = claimSortKeys(c.StringSlice("sort")); return },
		func() (err error) {
			value := c.String("due")
			if value == "" || value == dueOverdue {
				return nil
			}
			// A day to come, as when it was given, or one that has passed.
			if f.Due, err = when.Coming(value, env.clock()); err == nil {
				return nil
			}
			f.Due, err = when.Until(value, env.clock())
			return err
		},
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return f, err
		}
	}
	return f, nil
}

// claimSortKeys reads fields as `due`, `-due` or `due,-id`. Without a sign a
// field goes the way it is mostly wanted: the newest, the most urgent and the
// worthiest first, else lowest first.
func claimSortKeys(values []string) ([]quotes.ClaimSortKey, error) {
	var keys []quotes.ClaimSortKey
	for _, value := range values {
		for part := range strings.SplitSeq(value, ",") {
			name, turned := strings.CutPrefix(part, "-")
			field, err := quotes.ParseWord("sort field", quotes.ClaimSortFields, name)
			if err != nil {
				return nil, err
			}
			greatest := field == quotes.ClaimSortID || field == quotes.ClaimSortPriority || field == quotes.ClaimSortWorthiness
			keys = append(keys, quotes.ClaimSortKey{Field: field, Descending: greatest != turned})
		}
	}
	return keys, nil
}

// checkClaimFilter holds a filter against the record: an id that is none is an
// error, not an empty list, and of a name that fits several the editor is told.
func checkClaimFilter(ctx context.Context, env *environment, s store.Store, filter quotes.ClaimFilter) error {
	if len(filter.IDs) > 0 {
		if _, err := s.Claims(ctx, filter.IDs); err != nil {
			return err
		}
	}
	return noteSpeakers(ctx, env, s, filter.Speakers, mayBeSeveral)
}
