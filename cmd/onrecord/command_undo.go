package main

import (
	"context"
	"fmt"

	"github.com/urfave/cli/v2"

	"onrecord/cmd/internal/history"
	"onrecord/cmd/internal/terminal"
	"onrecord/quotes"
	"onrecord/quotes/exchange"
	"onrecord/store"
)

func undoCommand(env *environment) *cli.Command {
	return &cli.Command{
		Name:  "undo",
		Usage: "take back your own last change, or a given one, shown before and after",
		Description: `  onrecord undo                 what you did last
  onrecord undo --dry-run       show it only
  onrecord undo --op 41         the op that a command printed, or log shows
  onrecord redo                 bring it back
What later work stands on is not taken back: that has to go first.`,
		Flags: writeFlags(
			&cli.Int64Flag{Name: "op", Usage: "the op `N`; else your own last one"},
		),
		Action: func(c *cli.Context) error {
			return runTakeBack(c, env, &takeBack{
				take: store.Store.Undo, did: "took back", would: "take back", turn: "redo", turned: "brings it back",
			})
		},
	}
}

func redoCommand(env *environment) *cli.Command {
	return &cli.Command{
		Name:  "redo",
		Usage: "bring back what your own last undo took back, or a given op",
		Description: `  onrecord redo                 what you undid last
  onrecord redo --dry-run       show it only
  onrecord redo --op 41         an op that was undone, by whom ever
What was done to the same things since is not overwritten.`,
		Flags: writeFlags(
			&cli.Int64Flag{Name: "op", Usage: "the op `N` that was undone; else your own last undo"},
		),
		Action: func(c *cli.Context) error {
			return runTakeBack(c, env, &takeBack{
				take: store.Store.Redo, did: "brought back", would: "bring back", turn: "undo", turned: "takes it back",
			})
		},
	}
}

// takeBack is an undo or a redo, and how to speak of it.
type takeBack struct {
	take         func(store.Store, context.Context, *store.Op, quotes.OpID) (*store.Undone, error)
	did, would   string
	turn, turned string // the command that turns it round
}

// changesShown is how many lines an undo shows: that of a large ingest has
// thousands.
const changesShown = 20

func runTakeBack(c *cli.Context, env *environment, t *takeBack) error {
	if c.Args().Present() {
		return quotes.Errorf(quotes.CodeInvalid, "%s takes no argument %q", c.Command.Name, c.Args().First()).Do("name an op with --op N; `onrecord log` lists them")
	}
	target := quotes.OpID(c.Int64("op"))
	if target < 0 || c.IsSet("op") && target == 0 {
		return quotes.Errorf(quotes.CodeInvalid, "%d is no op", target).Do("`onrecord log` lists them")
	}
	return withRecord(c, env, accessWrite, func(s store.Store, op *store.Op) error {
		shown := false
		if !op.DryRun && !c.Bool(flagYes) && terminal.CanAsk(env.stdin, env.stderr) {
			// Shown before it is done, and that in two transactions: nobody
			// has to wait for the answer.
			look := *op
			look.DryRun = true
			undone, err := t.take(s, c.Context, &look, target)
			if err != nil {
				return err
			}
			if err := showDifference(c.Context, env, s, undone); err != nil {
				return err
			}
			doing := fmt.Sprintf("%s op %d (%s):", t.would, undone.Op, undone.Command)
			if err := confirm(c, env, doing, len(undone.Changes)); err != nil {
				return err
			}
			target, shown = undone.Op, true
		}
		undone, err := t.take(s, c.Context, op, target)
		if err != nil {
			return err
		}
		if !shown {
			if err := showDifference(c.Context, env, s, undone); err != nil {
				return err
			}
		}
		what := fmt.Sprintf("%s op %d (%s): %s", t.did, undone.Op, undone.Command, plural(len(undone.Changes), "change"))
		if op.DryRun {
			env.done(op, "%s", what)
			return nil
		}
		env.say("%s (onrecord %s --op %d %s)", what, t.turn, undone.Op, t.turned)
		return nil
	})
}

// showDifference says what becomes of each thing, before → after.
func showDifference(ctx context.Context, env *environment, s store.History, undone *store.Undone) error {
	names, err := s.Names(ctx, history.Things(undone.Changes))
	if err != nil {
		return err
	}
	lines := history.Diff(undone.Changes, names)
	for i, line := range lines {
		if i == changesShown {
			env.say("… and %s more", grouped(len(lines)-i))
			break
		}
		fmt.Fprintln(env.stderr, exchange.Line(line))
	}
	return nil
}
