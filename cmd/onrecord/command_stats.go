package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"onrecord/cmd/internal/terminal"
	"onrecord/quotes"
	"onrecord/quotes/exchange"
	"onrecord/store"
)

func statsCommand(env *environment) *cli.Command {
	return &cli.Command{
		Name:  "stats",
		Usage: "counts by speaker, status, verdict, outlet, month or tag; bars on a terminal",
		Description: `  onrecord stats                        a few of each
  onrecord stats --by month --speaker putin
  onrecord stats --by weekday --outlet "The Ledger"
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

// overview is what is counted by unless --by says.
var overview = []store.Dimension{store.BySpeaker, store.ByStatus, store.ByVerdict, store.ByOutlet, store.ByMonth, store.ByTag}

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
	dimensions, most := overview, statsShown
	if value := c.String("by"); value != "" {
		by, err := quotes.ParseWord("dimension", store.Dimensions, value)
		if err != nil {
			return err
		}
		dimensions, most = []store.Dimension{by}, filter.Limit
	}
	filter.Limit = 0
	read := func(s store.Store) (lines []tally, err error) {
		for _, by := range dimensions {
			counts, err := s.Stats(c.Context, by, filter)
			if err != nil {
				return nil, err
			}
			lines = append(lines, talliesOf(env, by, counts, most)...)
		}
		return lines, nil
	}
	return withFound(c, env, tallies, read, func(out *output[tally], found []tally) error {
		if out.format == exchange.FormatTable && !out.options.Chosen && len(found) > 0 {
			return drawBars(out, found)
		}
		_, err := out.print(each(found))
		return err
	})
}

// talliesOf are the first counts of a dimension; of months the last ones.
func talliesOf(env *environment, by store.Dimension, counts []store.Count, most int) []tally {
	if most > 0 && len(counts) > most {
		if by == store.ByMonth || by == store.ByYear {
			env.say("%s: the last %d of %d; --by %s shows all", by, most, len(counts), by)
			counts = counts[len(counts)-most:]
		} else {
			env.say("%s: the first %d of %d; --by %s shows all", by, most, len(counts), by)
			counts = counts[:most]
		}
	}
	lines := make([]tally, len(counts))
	for i, count := range counts {
		lines[i] = tally{by, named(by, count)}
	}
	return lines
}

// drawBars draws the counts of each dimension as a bar chart.
func drawBars(out *output[tally], found []tally) error {
	err := out.screen.Page(!out.pager, func(w io.Writer) error {
		for i := 0; i < len(found); {
			by := found[i].By
			var bars []terminal.Bar
			for ; i < len(found) && found[i].By == by; i++ {
				bars = append(bars, terminal.Bar{
					Label: found[i].Name, Value: found[i].Quotes, Number: grouped(found[i].Quotes), Style: barStyle(by, found[i].Name),
				})
			}
			if err := out.screen.Bars(w, "Quotes by "+string(by), bars); err != nil {
				return err
			}
			if i < len(found) {
				if _, err := io.WriteString(w, "\n"); err != nil {
					return err
				}
			}
		}
		return nil
	})
	return outputFault(err)
}

// barStyle is the look that a word has everywhere, where it has one.
func barStyle(by store.Dimension, name string) terminal.Style {
	style := terminal.Plain
	switch by {
	case store.ByStatus:
		style = terminal.StatusStyle(name)
	case store.ByVerdict:
		style = terminal.VerdictStyle(name)
	}
	if style == terminal.Plain {
		style = terminal.Cyan
	}
	return style
}

// named gives a name to the quotes that have none of the dimension.
func named(by store.Dimension, count store.Count) store.Count {
	if count.Name == "" {
		count.Name = fmt.Sprintf("(no %s)", by)
	}
	return count
}
