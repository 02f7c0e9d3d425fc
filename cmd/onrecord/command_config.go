package main

import (
	"context"
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
	aliases              []string
	// check refuses a value, or gives it the form that is kept.
	check func(value *string) error
	// read tells a value that no setting of this key holds.
	read func(scales quotes.Scales) string
	// change sets the value in another way than as it is, and says what it is
	// then.
	change func(ctx context.Context, record store.Store, op *store.Op, value string) (string, error)
}

// settingScaleWords is the key by which an editor changes the scale's words;
// the record keeps each version of them by its own.
const settingScaleWords = "scale.words"

// settings is the table of all settings.
var settings = []setting{
	{key: exchange.SettingPublisherName, usage: "who publishes the checks; stands on exported pages"},
	{key: exchange.SettingPublisherURL, usage: "the publisher's web address", check: func(value *string) error { return checkWebAddress(*value) }},
	{
		key: exchange.SettingPublisherPage, usage: "the address of a check's own page, with {id} for the claim's number; else all stand on publisher.url",
		check: func(value *string) error { return exchange.CheckPage(*value) },
	},
	{
		key: quotes.SettingScale, usage: "the scale of verdicts: " + strings.Join(scaleNames(), ", ") + ", or your own",
		fallback: quotes.DefaultScale, change: chooseScale,
	},
	{
		key: settingScaleWords, usage: "the words of the scale, a rating behind each that has one, higher for truer",
		read: func(scales quotes.Scales) string { return scales.Current.String() }, change: defineScale,
	},
	{
		key: quotes.SettingGate, usage: "on: a claim is published only with a rationale, two independent pieces of evidence, and by a second person",
		fallback: "off", aliases: []string{"gate"}, check: checkSwitch,
	},
}

func configCommand(env *environment) *cli.Command {
	return &cli.Command{
		Name:      "config",
		Usage:     "show or change the settings of this record",
		ArgsUsage: "[KEY [VALUE]]",
		Description: `  onrecord config                                  all settings
  onrecord config publisher.name "The Daily Ledger"
  onrecord config publisher.name ""                back to the default
  onrecord config scale politifact                 another scale of verdicts; those given stay as they are
  onrecord config scale.words "right=3 shaky=2 wrong=1 satire"
  onrecord config scale.words "+contested +bogus=1"
  onrecord config gate on                          nothing is published half checked`,
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
			values, scales, err := readSettings(c.Context, record)
			if err != nil {
				return err
			}
			env.print("%s\n", exchange.Line(settingValue(s, values, scales)))
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
		if err := s.check(&value); err != nil {
			return err
		}
	}
	return withRecord(c, env, accessWrite, func(record store.Store, op *store.Op) error {
		if s.change != nil {
			if value, err = s.change(c.Context, record, op, value); err != nil {
				return err
			}
			env.done(op, "%s is now %s", s.key, value)
			return nil
		}
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
		if s.key == strings.ToLower(key) || slices.Contains(s.aliases, strings.ToLower(key)) {
			return s, nil
		}
		keys = append(keys, s.key)
	}
	return setting{}, quotes.UnknownWord("setting", key, keys)
}

// readSettings reads all there is to tell of the settings.
func readSettings(ctx context.Context, record store.Store) (map[string]string, quotes.Scales, error) {
	values, err := record.Settings(ctx)
	if err != nil {
		return nil, quotes.Scales{}, err
	}
	scales, err := record.Scales(ctx)
	return values, scales, err
}

func settingValue(s setting, values map[string]string, scales quotes.Scales) string {
	if s.read != nil {
		return s.read(scales)
	}
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

func checkSwitch(value *string) error {
	switch strings.ToLower(*value) {
	case quotes.GateOn, "true", "yes":
		*value = quotes.GateOn
	case "off", "false", "no":
		*value = "off"
	default:
		return quotes.Errorf(quotes.CodeInvalid, "%q is neither on nor off", *value).Do("write on or off")
	}
	return nil
}

// scaleNames are the scales that every record can choose.
func scaleNames() []string {
	names := make([]string, len(quotes.Presets))
	for i, s := range quotes.Presets {
		names[i] = s.Name
	}
	return names
}

// chooseScale makes a scale that of later verdicts; "" is the default one.
func chooseScale(ctx context.Context, record store.Store, op *store.Op, name string) (string, error) {
	if name == "" {
		name = quotes.DefaultScale
	}
	scale, err := record.ChooseScale(ctx, op, name)
	return scale.ID() + "; verdicts given before stay as they were given", err
}

// defineScale gives the record words of its own; "" is the default scale.
func defineScale(ctx context.Context, record store.Store, op *store.Op, definition string) (string, error) {
	if definition == "" {
		return chooseScale(ctx, record, op, "")
	}
	scale, err := record.DefineScale(ctx, op, definition)
	return scale.String() + " (" + scale.ID() + "); verdicts given before stay as they were given", err
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
		values, scales, err := readSettings(c.Context, record)
		lines := make([]settingLine, len(settings))
		for i, s := range settings {
			lines[i] = settingLine{s.key, settingValue(s, values, scales), s.usage}
		}
		return lines, err
	})
}
