package main

import (
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"onrecord/quotes"
	"onrecord/quotes/when"
)

// filterFlags are the filters of every command that chooses quotes.
func filterFlags(more ...cli.Flag) []cli.Flag {
	return append(more,
		&cli.StringSliceFlag{Name: "speaker", Aliases: []string{"s"}, Usage: "by this `NAME`: any alias, any case"},
		&cli.StringSliceFlag{Name: "status", Usage: "with this `STATUS`: " + strings.Join(quotes.Strings(quotes.Statuses), ", ")},
		&cli.StringSliceFlag{Name: "verdict", Usage: "with this `VERDICT`, of any scale; none for those without one"},
		&cli.StringSliceFlag{Name: "tag", Aliases: []string{"t"}, Usage: "with this `TAG`"},
		&cli.StringSliceFlag{Name: "not-tag", Usage: "without this `TAG`"},
		&cli.StringSliceFlag{Name: "outlet", Usage: "printed by this `OUTLET`"},
		&cli.StringSliceFlag{Name: "article", Usage: "from this article `ID`"},
		&cli.StringFlag{Name: "since", Usage: "said (else published, else stored) on `DATE` or later: 2026-11-03, 2026-11, 7d, \"last monday\""},
		&cli.StringFlag{Name: "until", Usage: "on `DATE` or earlier"},
		&cli.StringSliceFlag{Name: "text", Usage: "whose own words hold `WORDS`"},
		&cli.StringSliceFlag{Name: "kind", Usage: "of this `KIND`: " + strings.Join(quotes.Strings(quotes.Kinds), ", ")},
		&cli.StringFlag{Name: "min-confidence", Usage: "whose speaker is right with this `PROBABILITY` at least, 0 to 1"},
		&cli.BoolFlag{Name: "unattributed", Usage: "only those without a speaker"},
		&cli.BoolFlag{Name: "unconfirmed", Usage: "only those that no editor has confirmed"},
		&cli.BoolFlag{Name: "rejected", Usage: "only rejected ones"},
		&cli.StringFlag{Name: "limit", Aliases: []string{"n"}, Usage: "at most `N`; 0 for no limit"},
		&cli.StringSliceFlag{Name: "sort", Usage: "by `FIELD`, -FIELD turns it round: " + strings.Join(quotes.Strings(quotes.SortFields), ", ")},
	)
}

// recordedByFlag is of commands that read: nobody changes the past.
func recordedByFlag() cli.Flag {
	return &cli.StringFlag{Name: "recorded-by", Usage: "the record as it stood at the end of `DATE`, or at a time as in 2026-11-03T12:00:00Z"}
}

// recordedBy reads --recorded-by; "" is the record of now. Days are those of
// the editor's zone.
func recordedBy(value string, env *environment) (string, error) {
	if value == "" {
		return "", nil
	}
	if at, err := time.Parse(time.RFC3339, value); err == nil {
		return at.UTC().Format(time.RFC3339), nil
	}
	day, err := when.Until(value, env.clock())
	if err != nil {
		return "", err
	}
	midnight, err := time.ParseInLocation(time.DateOnly, day, env.clock().Location())
	if err != nil {
		return "", err
	}
	return midnight.AddDate(0, 0, 1).Add(-time.Second).UTC().Format(time.RFC3339), nil
}

// filterIsSet reports whether any filter flag was given.
func filterIsSet(c *cli.Context) bool {
	for _, flag := range filterFlags() {
		if c.IsSet(flag.Names()[0]) {
			return true
		}
	}
	return false
}

// parseFilter reads the filter flags; every mistake is CodeInvalid and names
// the flag's vocabulary.
func parseFilter(c *cli.Context, env *environment) (quotes.Filter, error) {
	if err := noneEmpty(c, filterFlags()); err != nil {
		return quotes.Filter{}, err
	}
	f := quotes.Filter{
		Speakers: c.StringSlice("speaker"), Tags: lowered(c.StringSlice("tag")), NotTags: lowered(c.StringSlice("not-tag")),
		Outlets: c.StringSlice("outlet"), Text: c.StringSlice("text"), Verdicts: verdicts(c.StringSlice("verdict")),
		Unattributed: c.Bool("unattributed"), Unconfirmed: c.Bool("unconfirmed"), Rejected: c.Bool("rejected"),
	}
	steps := []func() error{
		func() (err error) { f.Statuses, err = words(c, "status", quotes.Statuses); return },
		func() (err error) { f.RecordedBy, err = recordedBy(c.String("recorded-by"), env); return },
		func() (err error) { f.Kinds, err = words(c, "kind", quotes.Kinds); return },
		func() (err error) { f.Articles, err = articleIDs(c.StringSlice("article")); return },
		func() (err error) { f.Since, f.Until, err = period(c, env); return },
		func() (err error) { f.MinConfidence, err = probability(c.String("min-confidence")); return },
		func() (err error) { f.Limit, err = parseLimit(c); return },
		func() (err error) { f.Sort, err = sortKeys(c.StringSlice("sort")); return },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return f, err
		}
	}
	return f, nil
}

// noneEmpty refuses a flag that was given an empty value, which a script's
// unset variable leaves: it must not widen what a command is about.
func noneEmpty(c *cli.Context, flags []cli.Flag) error {
	for _, flag := range flags {
		name := flag.Names()[0]
		if !c.IsSet(name) || !takesValue(flag) {
			continue
		}
		values := c.StringSlice(name)
		if values == nil {
			values = []string{c.String(name)}
		}
		for _, value := range values {
			if strings.TrimSpace(value) == "" {
				return quotes.Errorf(quotes.CodeInvalid, "--%s has an empty value", name).Do("give it one, or leave --%s out", name)
			}
		}
	}
	return nil
}

func words[W quotes.Word](c *cli.Context, flag string, vocabulary []W) ([]W, error) {
	var out []W
	for _, value := range c.StringSlice(flag) {
		word, err := quotes.ParseWord(flag, vocabulary, value)
		if err != nil {
			return nil, err
		}
		out = append(out, word)
	}
	return out, nil
}

// noVerdict asks for the quotes that have none.
const noVerdict = "none"

// verdicts reads words of any scale; the record, which knows its scales, says
// if it has none of the name.
func verdicts(values []string) []quotes.Verdict {
	var out []quotes.Verdict
	for _, value := range values {
		word := quotes.FoldWord[quotes.Verdict](value)
		if word == noVerdict {
			word = ""
		}
		out = append(out, word)
	}
	return out
}

func articleIDs(values []string) ([]quotes.ArticleID, error) {
	var out []quotes.ArticleID
	for _, value := range values {
		for part := range strings.SplitSeq(value, ",") {
			id, err := parseID("article", part)
			if err != nil {
				return nil, err
			}
			out = append(out, quotes.ArticleID(id))
		}
	}
	return out, nil
}

// period reads --since and --until as dates, inclusive.
func period(c *cli.Context, env *environment) (since, until string, err error) {
	if value := c.String("since"); value != "" {
		if since, err = when.Since(value, env.clock()); err != nil {
			return "", "", err
		}
	}
	if value := c.String("until"); value != "" {
		if until, err = when.Until(value, env.clock()); err != nil {
			return "", "", err
		}
	}
	if since != "" && until != "" && until < since {
		return "", "", quotes.Errorf(quotes.CodeInvalid, "--until %s is before --since %s", until, since).Do("turn them round")
	}
	return since, until, nil
}

func probability(value string) (float64, error) {
	if value == "" {
		return 0, nil
	}
	p, err := strconv.ParseFloat(strings.TrimSuffix(value, "%"), 64)
	if strings.HasSuffix(value, "%") {
		p /= 100
	}
	if err != nil || !(p >= 0 && p <= 1) {
		return 0, quotes.Errorf(quotes.CodeInvalid, "%q is no probability", value).Do("write one from 0 to 1, as in 0.8")
	}
	return p, nil
}

// parseLimit reads --limit; 0, the default, is no limit.
func parseLimit(c *cli.Context) (int, error) {
	value := c.String("limit")
	if value == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(value)
	if err != nil || n < 0 {
		return 0, quotes.Errorf(quotes.CodeInvalid, "%q is no limit", value).Do("write a whole number; 0 means no limit")
	}
	return n, nil
}

// sortKeys reads fields as `date`, `-date` or `date,-id`. Without a sign a
// field goes the way it is mostly wanted: the newest and the worthiest of a
// check first, else lowest first.
func sortKeys(values []string) ([]quotes.SortKey, error) {
	var keys []quotes.SortKey
	for _, value := range values {
		for part := range strings.SplitSeq(value, ",") {
			name, turned := strings.CutPrefix(part, "-")
			field, err := quotes.ParseWord("sort field", quotes.SortFields, name)
			if err != nil {
				return nil, err
			}
			keys = append(keys, quotes.SortKey{Field: field, Descending: (field == quotes.SortDate || field == quotes.SortWorth) != turned})
		}
	}
	return keys, nil
}

func lowered(values []string) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = strings.ToLower(strings.TrimSpace(v))
	}
	return out
}
