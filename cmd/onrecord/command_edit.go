package main

import (
	"strings"

	"github.com/urfave/cli/v2"

	"onrecord/quotes"
	"onrecord/quotes/when"
	"onrecord/store"
)

func editCommand(env *environment) *cli.Command {
	return &cli.Command{
		Name:      "edit",
		Usage:     "correct a quote; the correction wins over the model for good",
		ArgsUsage: "ID…",
		Description: `  onrecord edit 12 --speaker "Kim Jong-un"
  onrecord edit 12 --speaker ""            nobody can tell who said it
  onrecord edit 12 --said-on 2026-11-03 --note "said the day before it was printed"
  onrecord edit 12 --text "the exact words"`,
		Flags: writeFlags(
			&cli.StringFlag{Name: "speaker", Aliases: []string{"s"}, Usage: "who said it: `NAME`; \"#7\" is the speaker with id 7, \"\" nobody known"},
			&cli.StringFlag{Name: "text", Usage: "the exact `WORDS`"},
			&cli.StringFlag{Name: "said-on", Usage: "the `DATE` on which it was said; \"\" for unknown"},
			&cli.StringFlag{Name: "note", Usage: "what colleagues should know: `TEXT`"},
			revFlag("quote"),
		),
		Action: func(c *cli.Context) error { return runEdit(c, env) },
	}
}

// revFlag makes a correction depend on what the editor saw: show prints the
// revision, JSON has it as rev.
func revFlag(what string) cli.Flag {
	return &cli.IntFlag{Name: "rev", Usage: "refuse if the " + what + " is no longer at this revision `N`, and say what changed since"}
}

func runEdit(c *cli.Context, env *environment) error {
	t, err := quoteArguments(c, "edit")
	if err != nil {
		return err
	}
	if t.empty() {
		return noTargets("edit", `edit 12 --speaker "Ann Lee"`)
	}
	update, err := parseUpdate(c, env)
	if err != nil {
		return err
	}
	return withRecord(c, env, accessWrite, func(s store.Store, op *store.Op) error {
		ids, err := t.quoteIDs(c.Context, s)
		if err != nil {
			return err
		}
		if update.Text != nil && len(ids) > 1 {
			return quotes.Errorf(quotes.CodeInvalid, "--text for %s at once", plural(len(ids), "quote")).Do("correct the words of one quote at a time")
		}
		if err := confirm(c, env, "edit", len(ids)); err != nil {
			return err
		}
		name := ""
		if update.Speaker != nil {
			name = *update.Speaker
		}
		isNew, err := newSpeaker(c.Context, s, name, "; "+name+" is a new speaker")
		if err != nil {
			return err
		}
		changed, err := s.UpdateQuotes(c.Context, op, ids, update)
		if err != nil {
			return err
		}
		env.done(op, "corrected %s%s", plural(changed, "quote"), isNew)
		return nil
	})
}

func parseUpdate(c *cli.Context, env *environment) (quotes.QuoteUpdate, error) {
	u := quotes.QuoteUpdate{
		Rev: c.Int("rev"), Speaker: givenString(c, "speaker"), Text: givenString(c, "text"),
		SaidOn: givenString(c, "said-on"), Note: givenString(c, "note"),
	}
	if u.Speaker == nil && u.Text == nil && u.SaidOn == nil && u.Note == nil {
		return u, quotes.Errorf(quotes.CodeInvalid, "nothing to correct").Do("give --speaker, --text, --said-on or --note")
	}
	if u.Text != nil && strings.TrimSpace(*u.Text) == "" {
		return u, quotes.Errorf(quotes.CodeInvalid, "--text is empty").Do("a quote that nobody said is taken off the listings by `onrecord reject`")
	}
	if u.SaidOn != nil && *u.SaidOn != "" {
		day, err := when.Day(*u.SaidOn, env.clock())
		if err != nil {
			return u, err
		}
		u.SaidOn = &day
	}
	return u, nil
}

// givenString is the flag's value, or nil if it was not given: an empty value
// is one.
func givenString(c *cli.Context, name string) *string {
	if !c.IsSet(name) {
		return nil
	}
	value := c.String(name)
	return &value
}
