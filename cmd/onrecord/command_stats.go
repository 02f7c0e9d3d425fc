package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"onrecord/quotes"
	"onrecord/quotes/exchange"
	"onrecord/store"
)

func statsCommand(env *environment) *cli.Command {
	return &cli.Command{
		Name:  "stats",
		Usage: "counts by speaker, status, verdict, outlet, month or tag",
		Description: `  onrecord stats                        a few of each
  onrecord stats --by month --speaker putin
  onrecord stats --by outlet -f csv`,
		Flags: formatFlags(filterFlags(
			&cli.StringFlag{Name: "by", Usage: "count by `DIMENSION`: " + strings.Join(quotes.Strings(store.Dimensions), ", ")},
		)...),
		Action: func(c *cli.Context) error { return runStats(c, env) },
	}
}

// tally is one line of the statistics.
type tally struct {
	By store.Dimension `json:"by"`
	store.Count
}

var tallies = &exchange.Table[tally]{
	Name: "counts",
	Columns: []exchange.Column[tally]{
		{Name: "by", About: "what is counted by", Value: func(t *tally) string { return string(t.By) }},
		{Name: "name", About: "whose quotes they are", Value: func(t *tally) string { return t.Name }},
		{
			Name: "quotes", About: "how many", Value: func(t *tally) string { return strconv.Itoa(t.Quotes) },
			JSON: func(t *tally) any { return t.Quotes },
		},
	},
	Default: []string{"by", "name", "quotes"},
}

// statsShown is how many lines of each dimension an overview has.
const statsShown = 10

func runStats(c *cli.Context, env *environment) error {
	if c.Args().Present() {
		return quotes.Errorf(quotes.CodeInvalid, "stats takes no argument %q", c.Args().First()).Do("choose with filters, as in --speaker %s", c.Args().First())
	}
	filter, err := parseFilter(c, env)
	if err != nil {
		return err
	}
	dimensions, most := store.Dimensions, statsShown
	if value := c.String("by"); value != "" {
		by, err := quotes.ParseWord("dimension", store.Dimensions, value)
		if err != nil {
			return err
		}
		dimensions, most = []store.Dimension{by}, filter.Limit
	}
	filter.Limit = 0
	return printFound(c, env, tallies, func(s store.Store) (lines []tally, err error) {
		for _, by := range dimensions {
			counts, err := s.Stats(c.Context, by, filter)
			if err != nil {
				return nil, err
			}
			for i, count := range counts {
				if most > 0 && i == most {
					env.say("%s: the first %d of %d; --by %s shows all", by, most, len(counts), by)
					break
				}
				lines = append(lines, tally{by, named(by, count)})
			}
		}
		return lines, nil
	})
}

// named gives a name to the quotes that have none of the dimension.
func named(by store.Dimension, count store.Count) store.Count {
	if count.Name == "" {
		count.Name = fmt.Sprintf("(no %s)", by)
	}
	return count
}
