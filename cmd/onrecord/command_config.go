package main

import (
	"net/url"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"onrecord/quotes"
	"onrecord/quotes/exchange"
	"onrecord/store"
)

// setting is one thing that can be configured in a record.
type setting struct {
	key, usage, fallback string
	check                func(value string) error
}

// settings is the table of all settings.
var settings = []setting{
	{key: "publisher.name", usage: "who publishes the checks; stands on exported pages"},
	{key: "publisher.url", usage: "the publisher's web address", check: checkWebAddress},
	{key: "scale", usage: "the scale of verdicts: " + quotes.DefaultScale, fallback: quotes.DefaultScale, check: checkScale},
}

func configCommand(env *environment) *cli.Command {
	return &cli.Command{
		Name:      "config",
		Usage:     "show or change the settings of this record",
		ArgsUsage: "[KEY [VALUE]]",
		Description: `  onrecord config                                  all settings
  onrecord config publisher.name "The Daily Ledger"
  onrecord config publisher.name ""                back to the default`,
		Flags:  writeFlags(formatFlags()...),
		Action: func(c *cli.Context) error { return runConfig(c, env) },
	}
}

func runConfig(c *cli.Context, env *environment) error {
	arguments := c.Args().Slice()
	// `config publisher.name=Ledger` is how other tools write it.
	if len(arguments) == 1 {
		if key, value, ok := strings.Cut(arguments[0], "="); ok {
			arguments = []string{key, value}
		}
	}
	switch len(arguments) {
	case 0:
		return listSettings(c, env)
	case 1:
		s, err := findSetting(arguments[0])
		if err != nil {
			return err
		}
		return withRecord(c, env, accessRead, func(record store.Store, _ *store.Op) error {
			values, err := record.Settings(c.Context)
			if err != nil {
				return err
			}
			env.print("%s\n", exchange.Line(settingValue(s, values)))
			return nil
		})
	case 2:
		return changeSetting(c, env, arguments[0], arguments[1])
	}
	return quotes.Errorf(quotes.CodeInvalid, "config takes a key and a value").Do("put a value of several words between quote marks")
}

func changeSetting(c *cli.Context, env *environment, key, value string) error {
	s, err := findSetting(key)
	if err != nil {
		return err
	}
	if value != "" && s.check != nil {
		if err := s.check(value); err != nil {
			return err
		}
	}
	return withRecord(c, env, accessWrite, func(record store.Store, op *store.Op) error {
		if err := record.SetSetting(c.Context, op, s.key, value); err != nil {
			return err
		}
		env.done(op, "%s is now %q", s.key, value)
		return nil
	})
}

func findSetting(key string) (setting, error) {
	var keys []string
	for _, s := range settings {
		if s.key == strings.ToLower(key) {
			return s, nil
		}
		keys = append(keys, s.key)
	}
	return setting{}, quotes.UnknownWord("setting", key, keys)
}

func settingValue(s setting, values map[string]string) string {
	if v := values[s.key]; v != "" {
		return v
	}
	return s.fallback
}

func checkWebAddress(value string) error {
	u, err := url.Parse(value)
	if err != nil || u.Host == "" || !slices.Contains([]string{"http", "https"}, u.Scheme) {
		return quotes.Errorf(quotes.CodeInvalid, "%q is no web address", value).Do("write it whole, as in https://example.org")
	}
	return nil
}

func checkScale(value string) error {
	if value != quotes.DefaultScale {
		return quotes.UnknownWord("scale", value, []string{quotes.DefaultScale})
	}
	return nil
}

// settingLine is a setting with its value, as a listing shows it.
type settingLine struct {
	Key   string `json:"key"`
	Value string `json:"value"`
	About string `json:"about"`
}

var settingLines = &exchange.Table[settingLine]{
	Name: "settings",
	Columns: []exchange.Column[settingLine]{
		{Name: "key", About: "its name", Value: func(s *settingLine) string { return s.Key }},
		{Name: "value", About: "its value", Value: func(s *settingLine) string { return s.Value }},
		{Name: "about", About: "what it does", Value: func(s *settingLine) string { return s.About }},
	},
	Default: []string{"key", "value", "about"},
}

func listSettings(c *cli.Context, env *environment) error {
	return printFound(c, env, settingLines, func(record store.Store) ([]settingLine, error) {
		values, err := record.Settings(c.Context)
		lines := make([]settingLine, len(settings))
		for i, s := range settings {
			lines[i] = settingLine{s.key, settingValue(s, values), s.usage}
		}
		return lines, err
	})
}
