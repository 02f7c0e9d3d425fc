package main

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"onrecord/quotes"
	"onrecord/store"
)

func undoCommand(env *environment) *cli.Command {
	return &cli.Command{
		Name:  "undo",
		Usage: "take back your own last change, or a given one",
		Description: `  onrecord undo                 what you did last
  onrecord undo --dry-run       show it first
  onrecord undo --op 41         the op that a command printed, or log shows
  onrecord undo --op 42         an undo can be undone, too`,
		Flags: writeFlags(
			&cli.Int64Flag{Name: "op", Usage: "the op `N`; else your own last one"},
		),
		Action: func(c *cli.Context) error { return runUndo(c, env) },
	}
}

// changesShown is how many changes an undo shows: that of a large ingest has
// thousands.
const changesShown = 20

func runUndo(c *cli.Context, env *environment) error {
	if c.Args().Present() {
		return quotes.Errorf(quotes.CodeInvalid, "undo takes no argument %q", c.Args().First()).Do("name an op with --op N; `onrecord log` lists them")
	}
	target := quotes.OpID(c.Int64("op"))
	if target < 0 || c.IsSet("op") && target == 0 {
		return quotes.Errorf(quotes.CodeInvalid, "%d is no op", target).Do("`onrecord log` lists them")
	}
	return withRecord(c, env, accessWrite, func(s store.Store, op *store.Op) error {
		undone, err := s.Undo(c.Context, op, target)
		if err != nil {
			return err
		}
		for i, change := range undone.Changes {
			if i == changesShown {
				env.say("… and %s more; `onrecord log` shows all", plural(len(undone.Changes)-i, "change"))
				break
			}
			fmt.Fprintln(env.stderr, describeChange(&change))
		}
		env.done(op, "took back op %d (%s): %s", undone.Op, undone.Command, plural(len(undone.Changes), "change"))
		return nil
	})
}
