package main

import (
	"context"
	"strings"

	"github.com/urfave/cli/v2"

	"onrecord/quotes"
	"onrecord/quotes/exchange"
	"onrecord/store"
)

func speakersCommand(env *environment) *cli.Command {
	list := func(c *cli.Context) error { return listSpeakers(c, env) }
	listFlags := formatFlags(
		&cli.StringSliceFlag{Name: "kind", Usage: "only this `KIND`: " + strings.Join(quotes.Strings(quotes.SpeakerKinds), ", ")},
		&cli.BoolFlag{Name: "all", Usage: "also those without a listed quote"},
		&cli.BoolFlag{Name: "ambiguous", Usage: "bare names of single articles that others on record bear too, to settle"},
		&cli.StringFlag{Name: "limit", Aliases: []string{"n"}, Usage: "at most `N`; 0 for no limit"},
	)
	return &cli.Command{
		Name:      "speakers",
		Usage:     "who is on record; rename, merge, give aliases",
		ArgsUsage: "[NAME]",
		Description: `  onrecord speakers                             everyone, most quoted first
  onrecord speakers kim                         whoever has this in a name
  onrecord speakers show "Kim Jong-un"
  onrecord speakers rename 7 "Kim Jong-un"
  onrecord speakers merge "Vladimir Putin" 12 31
  onrecord speakers --ambiguous                 bare names to settle once
  onrecord speakers link "Vladimir Putin" Q7747
  onrecord speakers alias "Kim Jong-un" "Kim Jong Un" "Marshal Kim"`,
		Flags:  listFlags,
		Action: list,
		Subcommands: []*cli.Command{
			{Name: "list", Usage: "everyone on record, most quoted first", ArgsUsage: "[NAME]", Flags: listFlags, Action: list},
			{
				Name: "show", Usage: "a speaker with names and counts", ArgsUsage: "NAME…",
				Flags:  formatFlags(historyFlag("every change of the speaker and the names")),
				Action: func(c *cli.Context) error { return showSpeakers(c, env) },
			},
			{
				Name: "rename", Usage: "give a speaker another name; the old one stays as an alias", ArgsUsage: "SPEAKER NAME", Flags: writeFlags(),
				Action: func(c *cli.Context) error { return renameSpeaker(c, env) },
			},
			{
				Name: "merge", Usage: "say that the others are the same as the first", ArgsUsage: "SPEAKER OTHER…", Flags: writeFlags(),
				Action: func(c *cli.Context) error { return mergeSpeakers(c, env) },
			},
			{
				Name: "link", Usage: "tell a speaker's Wikidata id, kind or what colleagues should know", ArgsUsage: "SPEAKER [Q42]",
				Flags: writeFlags(
					&cli.StringFlag{Name: "wikidata", Usage: "the Wikidata `ID`; \"\" for none"},
					&cli.StringFlag{Name: "kind", Usage: strings.Join(quotes.Strings(quotes.SpeakerKinds), ", ")},
					&cli.StringFlag{Name: "note", Usage: "what colleagues should know: `TEXT`"},
					revFlag("speaker"),
				),
				Action: func(c *cli.Context) error { return linkSpeaker(c, env) },
			},
			{
				Name: "alias", Usage: "give a speaker further names, by which later articles are linked too", ArgsUsage: "SPEAKER NAME…",
				Flags:  writeFlags(&cli.StringSliceFlag{Name: "remove", Usage: "take the `NAME` off"}),
				Action: func(c *cli.Context) error { return aliasSpeaker(c, env) },
			},
		},
	}
}

func listSpeakers(c *cli.Context, env *environment) error {
	kinds, err := words(c, "kind", quotes.SpeakerKinds)
	if err != nil {
		return err
	}
	limit, err := parseLimit(c)
	if err != nil {
		return err
	}
	filter := quotes.SpeakerFilter{Name: strings.Join(c.Args().Slice(), " "), Kinds: kinds, All: c.Bool("all"), Limit: limit}
	if c.Bool("ambiguous") {
		return listAmbiguous(c, env, limit)
	}
	return printFound(c, env, exchange.Speakers, func(s store.Store) ([]quotes.Speaker, error) {
		return s.Speakers(c.Context, filter)
	})
}

// listAmbiguous prints the bare names to settle, and how.
func listAmbiguous(c *cli.Context, env *environment, limit int) error {
	return printFound(c, env, exchange.Ambiguities, func(s store.Store) ([]quotes.Ambiguity, error) {
		found, err := s.AmbiguousSpeakers(c.Context, limit)
		if len(found) > 0 {
			env.say("settle one with `onrecord speakers merge CANDIDATE %d`, or with `rename` if it is somebody else", found[0].ID)
		}
		return found, err
	})
}

func showSpeakers(c *cli.Context, env *environment) error {
	if !c.Args().Present() {
		return quotes.Errorf(quotes.CodeInvalid, "show which speaker?").Do(`name one, as in onrecord speakers show "Ann Lee"`)
	}
	changes := func(speaker *quotes.Speaker) quotes.ChangeFilter { return quotes.ChangeFilter{Speaker: speaker.ID} }
	return printInFullWith(c, env, exchange.Speakers, describeSpeaker, changes, func(s store.Store) (found []quotes.Speaker, err error) {
		for _, name := range c.Args().Slice() {
			speaker, err := findSpeaker(c.Context, s, name)
			if err != nil {
				return nil, err
			}
			found = append(found, *speaker)
		}
		return found, nil
	})
}

// findSpeaker is the one speaker that an argument names, by a name or an id. A
// shell takes #7 for a comment, so 7 is an id as well.
func findSpeaker(ctx context.Context, s store.Store, argument string) (*quotes.Speaker, error) {
	if argument != "" && strings.Trim(argument, "0123456789") == "" {
		argument = "#" + argument
	}
	return s.FindSpeaker(ctx, argument)
}

// newSpeaker is what to say of a name that nobody on record has, since it may be
// a slip; "" for a known one.
func newSpeaker(ctx context.Context, s store.Store, name, saying string) (string, error) {
	if name == "" || strings.HasPrefix(name, "#") {
		return "", nil
	}
	known, err := s.MatchSpeakers(ctx, name)
	if err != nil || len(known) > 0 {
		return "", err
	}
	return saying, nil
}

func renameSpeaker(c *cli.Context, env *environment) error {
	if c.NArg() != 2 {
		return quotes.Errorf(quotes.CodeInvalid, "rename takes a speaker and a new name").Do(`as in onrecord speakers rename "A. Lee" "Ann Lee"`)
	}
	return withRecord(c, env, accessWrite, func(s store.Store, op *store.Op) error {
		speaker, err := findSpeaker(c.Context, s, c.Args().First())
		if err != nil {
			return err
		}
		if err := s.RenameSpeaker(c.Context, op, speaker.ID, c.Args().Get(1)); err != nil {
			return err
		}
		env.done(op, "renamed %s to %s, in %s", speaker.Name, c.Args().Get(1), plural(speaker.Quotes, "quote"))
		return nil
	})
}

func mergeSpeakers(c *cli.Context, env *environment) error {
	if c.NArg() < 2 {
		return quotes.Errorf(quotes.CodeInvalid, "merge takes the speaker that stays and the others").Do(`as in onrecord speakers merge "Ann Lee" 12`)
	}
	return withRecord(c, env, accessWrite, func(s store.Store, op *store.Op) error {
		into, err := findSpeaker(c.Context, s, c.Args().First())
		if err != nil {
			return err
		}
		var others []quotes.SpeakerID
		var names []string
		moved := 0
		for _, name := range c.Args().Tail() {
			other, err := findSpeaker(c.Context, s, name)
			if err != nil {
				return err
			}
			others, names, moved = append(others, other.ID), append(names, other.Name), moved+other.Quotes
		}
		if err := confirm(c, env, "merge", len(others)); err != nil {
			return err
		}
		if err := s.MergeSpeakers(c.Context, op, into.ID, others); err != nil {
			return err
		}
		env.done(op, "merged %s into %s, with %s", strings.Join(names, ", "), into.Name, plural(moved, "quote"))
		return nil
	})
}

func aliasSpeaker(c *cli.Context, env *environment) error {
	add, remove := c.Args().Tail(), c.StringSlice("remove")
	if len(add)+len(remove) == 0 {
		return quotes.Errorf(quotes.CodeInvalid, "alias takes a speaker and further names").Do(`as in onrecord speakers alias "Ann Lee" "A. Lee"`)
	}
	return withRecord(c, env, accessWrite, func(s store.Store, op *store.Op) error {
		speaker, err := findSpeaker(c.Context, s, c.Args().First())
		if err != nil {
			return err
		}
		if err := s.AliasSpeaker(c.Context, op, speaker.ID, add, remove); err != nil {
			return err
		}
		env.done(op, "changed the names of %s", speaker.Name)
		return nil
	})
}

func linkSpeaker(c *cli.Context, env *environment) error {
	update := quotes.SpeakerUpdate{Wikidata: givenString(c, "wikidata"), Note: givenString(c, "note")}
	switch {
	case c.NArg() < 1 || c.NArg() > 2:
		return quotes.Errorf(quotes.CodeInvalid, "link takes a speaker and a Wikidata id").Do(`as in onrecord speakers link "Ann Lee" Q42`)
	case c.NArg() == 2:
		id := c.Args().Get(1)
		update.Wikidata = &id
	}
	if update.Wikidata != nil {
		if err := checkWikidata(update.Wikidata); err != nil {
			return err
		}
	}
	if value := c.String("kind"); value != "" {
		kind, err := quotes.ParseWord("kind", quotes.SpeakerKinds, value)
		if err != nil {
			return err
		}
		update.Kind = &kind
	}
	if update == (quotes.SpeakerUpdate{}) {
		return quotes.Errorf(quotes.CodeInvalid, "nothing to tell of the speaker").Do("give a Wikidata id, --kind or --note")
	}
	update.Rev = c.Int("rev")
	return withRecord(c, env, accessWrite, func(s store.Store, op *store.Op) error {
		speaker, err := findSpeaker(c.Context, s, c.Args().First())
		if err != nil {
			return err
		}
		if err := s.UpdateSpeaker(c.Context, op, speaker.ID, update); err != nil {
			return err
		}
		env.done(op, "put on record what was told of %s", speaker.Name)
		return nil
	})
}

// checkWikidata makes an item's id of what editors paste: Q42, q42, or the
// address of its page. "" is none.
func checkWikidata(id *string) error {
	*id = strings.ToUpper((*id)[strings.LastIndex(*id, "/")+1:])
	digits, isItem := strings.CutPrefix(*id, "Q")
	if *id == "" || isItem && digits != "" && strings.Trim(digits, "0123456789") == "" {
		return nil
	}
	return quotes.Errorf(quotes.CodeInvalid, "%q is no Wikidata id", *id).Do("it is a Q with a number, as in Q42")
}
