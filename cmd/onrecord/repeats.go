package main

import (
	"slices"

	"github.com/urfave/cli/v2"

	"onrecord/quotes"
	"onrecord/quotes/compare"
	"onrecord/quotes/exchange"
	"onrecord/store"
)

// runRepeats lists quotes whose words an earlier quote of another article has:
// suggestions of what is one claim's appearance.
func runRepeats(c *cli.Context, env *environment) error {
	t, err := listedArguments(c, "match --repeats", "leave out --repeats to match a statement")
	if err != nil {
		return err
	}
	filter, err := parseFilter(c, env)
	if err != nil {
		return err
	}
	if c.Bool("claims") || c.IsSet("min-score") {
		return quotes.Errorf(quotes.CodeInvalid, "--repeats goes without --claims and --min-score").Do("leave them out")
	}
	out, err := newOutput(c, env, exchange.Repeats, "")
	if err != nil {
		return err
	}
	return withRecord(c, env, accessRead, func(s store.Store, _ *store.Op) error {
		if err := noteSpeakers(c.Context, env, s, filter.Speakers, mayBeSeveral); err != nil {
			return err
		}
		limit := filter.Limit
		limited := out.limit(&limit, c.IsSet("limit"))
		among, err := repeatsAmong(c, s, t, filter)
		if err != nil {
			return err
		}
		found, err := s.Repeats(c.Context, among, limit)
		if err != nil {
			return err
		}
		rows := make([]exchange.Repeated, len(found))
		for i := range found {
			rows[i] = exchange.Repeated{Repeat: found[i], Wording: compare.Compare(found[i].First.Text, found[i].Quote.Text)}
		}
		if _, err := out.print(each(rows)); err != nil {
			return err
		}
		if limited && len(found) == limit {
			env.say("the newest %d; --limit N shows more", limit)
		}
		return nil
	})
}

// repeatsAmong are the quotes to look at: nil for the whole record.
func repeatsAmong(c *cli.Context, s store.Store, t targets, filter quotes.Filter) ([]quotes.QuoteID, error) {
	filter.Brief, filter.Limit = true, 0
	var err error
	if filter.IDs, err = t.existing(c.Context, s); err != nil {
		return nil, err
	}
	chosen := slices.ContainsFunc(filterFlags(), func(f cli.Flag) bool { name := f.Names()[0]; return name != "limit" && c.IsSet(name) })
	if t.empty() && !chosen {
		return nil, nil
	}
	among := []quotes.QuoteID{}
	for q, err := range s.Quotes(c.Context, filter) {
		if err != nil {
			return nil, err
		}
		among = append(among, q.ID)
	}
	return among, nil
}
