package main

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"onrecord/quotes"
	"onrecord/quotes/exchange"
	"onrecord/store"
)

// complete offers what can stand where the last of words is being typed, a
// line each.
func complete(ctx context.Context, app *cli.App, env *environment, words []string) {
	c := &completer{ctx: ctx, app: app, env: env}
	last, before := "", words
	if len(words) > 0 {
		last, before = strings.Trim(words[len(words)-1], `"`), words[:len(words)-1]
	}
	for _, offer := range c.offers(before, last) {
		if strings.HasPrefix(strings.ToLower(offer), strings.ToLower(last)) {
			fmt.Fprintln(env.stdout, exchange.Line(offer))
		}
	}
}

// completer knows what could be typed next.
type completer struct {
	ctx      context.Context
	app      *cli.App
	env      *environment
	database string // of --db
	path     []*cli.Command
	before   []string // the words before the one that is being typed
}

// findDatabase looks for --db among words.
func (c *completer) findDatabase(words []string) {
	for i, word := range words {
		if word == "--"+flagDB && i+1 < len(words) {
			c.database = words[i+1]
		} else if value, ok := strings.CutPrefix(word, "--"+flagDB+"="); ok {
			c.database = value
		}
	}
}

func (c *completer) offers(before []string, last string) []string {
	c.findDatabase(before)
	path := commandPath(c.app, before)
	c.path, c.before = path, before
	var command *cli.Command
	flags := slices.Clone(c.app.Flags)
	if len(path) > 0 {
		command = path[len(path)-1]
		flags = append(flags, command.Flags...)
	}
	if len(before) > 0 && isFlag(before[len(before)-1]) {
		name := strings.TrimLeft(before[len(before)-1], "-")
		if flag := flagTable(flags)[name]; flag != nil && takesValue(flag) {
			return c.valuesOf(command, flag.Names()[0])
		}
	}
	if strings.HasPrefix(last, "-") {
		return flagNames(flags)
	}
	if command == nil {
		return commandNames(c.app.Commands)
	}
	return append(commandNames(command.Subcommands), c.argumentsOf(command, path)...)
}

func flagNames(flags []cli.Flag) []string {
	names := []string{"--help"}
	for _, flag := range flags {
		names = append(names, "--"+flag.Names()[0])
	}
	return names
}

// valuesOf are the values of a flag: a vocabulary, or what is on record.
func (c *completer) valuesOf(command *cli.Command, flag string) []string {
	switch flag {
	case "status":
		return quotes.Strings(quotes.Statuses)
	case "verdict":
		return append(quotes.Strings(c.scale().Verdicts()), string(quotes.VerdictMixed), noVerdict)
	case "workflow":
		return quotes.Strings(quotes.Workflows)
	case "stance":
		if command != nil && command.Name == "link" {
			return quotes.Strings(quotes.AppearanceStances)
		}
		return quotes.Strings(quotes.EvidenceStances)
	case "kind":
		if command != nil && command.Name == "speakers" {
			return quotes.Strings(quotes.SpeakerKinds)
		}
		return quotes.Strings(quotes.Kinds)
	case "sort":
		if len(c.path) > 0 && (c.path[0].Name == "claims" || c.path[0].Name == "queue") {
			return quotes.Strings(quotes.ClaimSortFields)
		}
		return quotes.Strings(quotes.SortFields)
	case "priority":
		return quotes.Strings(quotes.Priorities)
	case "by":
		return quotes.Strings(store.Dimensions)
	case "entity":
		return quotes.Strings(quotes.Entities)
	case "format":
		return quotes.Strings(exchange.Formats)
	case "color":
		return []string{"auto", "always", "never"}
	case "columns":
		return exchange.ColumnNames()
	case "since", "until", "due", "said-on", "published", "as-of", "recorded-by", "accessed":
		return []string{"today", "yesterday", "7d", "30d"}
	case "speaker":
		return c.onRecord(c.speakerOffers)
	case "tag", "not-tag", "remove":
		return c.onRecord(c.tagOffers)
	case "outlet":
		return c.onRecord(c.outletOffers)
	}
	return nil
}

// argumentsOf are what a command's arguments can be.
func (c *completer) argumentsOf(command *cli.Command, path []*cli.Command) []string {
	switch {
	case path[0].Name == "claims" && len(path) > 1:
		return c.onRecord(c.claimOffers)
	case path[0].Name == "speakers" && len(path) > 1:
		return c.onRecord(c.speakerOffers)
	case path[0].Name == "articles" && len(path) > 1, command.Name == "reextract":
		return c.onRecord(c.articleOffers)
	}
	switch command.Name {
	case "mark":
		return append(c.onRecord(c.quoteOffers), c.scale().MarkWords()...)
	case "tag":
		tags := c.onRecord(c.tagOffers)
		return append(c.onRecord(c.quoteOffers), tags...)
	case "claims":
		return c.onRecord(c.claimOffers)
	case "show", "edit", "accept", "reject", "flag", "review", "list", "export", "log":
		return c.onRecord(c.quoteOffers)
	case "completion":
		return []string{"bash", "zsh", "fish", "powershell"}
	case "config":
		if n := len(c.before); n > 0 && c.before[n-1] == quotes.SettingScale {
			return scaleNames()
		}
		var keys []string
		for _, s := range settings {
			keys = append(keys, s.key)
		}
		return keys
	}
	return nil
}

// mostOffers is how many names or ids of the record are offered.
const mostOffers = 100

func (c *completer) quoteOffers(s store.Store) ([]string, error) {
	var ids []string
	for q, err := range s.Quotes(c.ctx, quotes.Filter{Limit: mostOffers}) {
		if err != nil {
			return nil, err
		}
		ids = append(ids, strconv.FormatInt(int64(q.ID), 10))
	}
	return ids, nil
}

func (c *completer) claimOffers(s store.Store) ([]string, error) {
	var ids []string
	for claim, err := range s.FindClaims(c.ctx, quotes.ClaimFilter{Limit: mostOffers}) {
		if err != nil {
			return nil, err
		}
		ids = append(ids, "c"+strconv.FormatInt(int64(claim.ID), 10))
	}
	return ids, nil
}

// scale is the record's scale of verdicts, or the default one.
func (c *completer) scale() quotes.Scale {
	scale := quotes.Presets[0]
	c.onRecord(func(s store.Store) ([]string, error) {
		scales, err := s.Scales(c.ctx)
		if err == nil {
			scale = scales.Current
		}
		return nil, err
	})
	return scale
}

func (c *completer) speakerOffers(s store.Store) ([]string, error) {
	found, err := s.Speakers(c.ctx, quotes.SpeakerFilter{Limit: mostOffers})
	names := make([]string, len(found))
	for i := range found {
		names[i] = found[i].Name
	}
	return names, err
}

func (c *completer) articleOffers(s store.Store) ([]string, error) {
	found, err := s.Articles(c.ctx, quotes.ArticleFilter{Limit: mostOffers})
	ids := make([]string, len(found))
	for i := range found {
		ids[i] = strconv.FormatInt(int64(found[i].ID), 10)
	}
	return ids, err
}

func (c *completer) tagOffers(s store.Store) ([]string, error) { return s.Tags(c.ctx) }

func (c *completer) outletOffers(s store.Store) ([]string, error) { return s.Outlets(c.ctx) }

// onRecord asks the record; a record that cannot be read offers nothing, since
// a completion has nowhere to report an error.
func (c *completer) onRecord(ask func(store.Store) ([]string, error)) []string {
	path, err := c.env.databasePath(c.database)
	if err != nil {
		return nil
	}
	record, err := openRecord(c.ctx, c.env, path, accessRead)
	if err != nil {
		return nil
	}
	defer func() { _ = record.Close() }() // nothing was written
	out, err := ask(record)
	if err != nil {
		return nil
	}
	return out
}
