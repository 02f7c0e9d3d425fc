package main

import (
	"context"
	"errors"
	"os/signal"
	"syscall"

	"github.com/urfave/cli/v2"

	"onrecord/cmd/internal/review"
	"onrecord/cmd/internal/terminal"
	"onrecord/quotes"
	"onrecord/store"
)

func reviewCommand(env *environment) *cli.Command {
	return &cli.Command{
		Name:      "review",
		Usage:     "go through quotes one by one with single keys",
		ArgsUsage: "[ID…]",
		Description: `  onrecord review                            what nobody has confirmed yet, the doubtful first
  onrecord review --article 3                an article from its beginning on
  onrecord review --unattributed --since 7d
  onrecord review --status flagged           what is up for verification, confirmed or not
  onrecord review --plain < answers.txt      line by line, for a pipe or a screen reader
Every key is saved at once; leave when you like. ? shows the keys. Quotes that an
editor has confirmed are left out, unless ids, --status, --verdict, --rejected or
--all ask for them.`,
		Flags: writeFlags(filterFlags(
			&cli.BoolFlag{Name: "all", Usage: "also those that an editor has confirmed"},
			&cli.BoolFlag{Name: "plain", Usage: "line by line; also without a terminal, and where TERM is dumb"},
		)...),
		Action: func(c *cli.Context) error { return runReview(c, env) },
	}
}

func runReview(c *cli.Context, env *environment) error {
	t, err := listedArguments(c, "review", "choose with --speaker, --article and others")
	if err != nil {
		return err
	}
	filter, err := parseFilter(c, env)
	if err != nil {
		return err
	}
	screen, err := terminal.NewScreen(env.stdout, env.getenv, c.String(flagColor))
	if err != nil {
		return err
	}
	// A terminal that is closed ends the review as an interrupt does.
	ctx, stop := signal.NotifyContext(c.Context, syscall.SIGHUP)
	defer stop()
	return withRecord(c, env, accessWrite, func(s store.Store, op *store.Op) error {
		if err := noteSpeakers(ctx, env, s, filter.Speakers, mayBeSeveral); err != nil {
			return err
		}
		if filter.IDs, err = t.existing(ctx, s); err != nil {
			return err
		}
		reviewOrder(&filter)
		hidden := !c.Bool("all") && leavesOutConfirmed(&filter)
		filter.Unconfirmed = filter.Unconfirmed || hidden
		if screen.Scales, err = s.Scales(ctx); err != nil {
			return err
		}
		desk, err := review.NewDesk(ctx, s, filter, *op, reviewLanguage(screen.Scales.Current), review.Browser(env.getenv))
		if err != nil {
			return err
		}
		if desk.Empty() {
			return sayNothingToReview(ctx, env, s, filter, hidden)
		}
		if !c.Bool("plain") && env.getenv("TERM") != "dumb" && terminal.CanAsk(env.stdin, env.stdout) {
			err = review.Screen(ctx, desk, env.stdin, env.stdout, screen)
		} else {
			err = review.Plain(ctx, desk, env.input(ctx), env.stdout, screen)
		}
		if sum := desk.Summary(); sum != "" {
			env.say("reviewed: %s; all saved (onrecord log --who %s shows each change, onrecord undo --op N takes one back)", sum, op.Who)
		}
		if ctx.Err() != nil || errors.Is(err, review.ErrInterrupted) {
			return errInterrupted
		}
		return outputFault(err)
	})
}

// reviewOrder puts quotes in the order in which they are best gone through,
// unless one was asked for: an article's as they are read, others the doubtful
// first.
func reviewOrder(f *quotes.Filter) {
	switch {
	case len(f.Sort) > 0:
	case len(f.IDs)+len(f.Articles) > 0:
		f.Sort = []quotes.SortKey{{Field: quotes.SortArticle}}
	default:
		f.Sort = []quotes.SortKey{{Field: quotes.SortConfidence}}
	}
}

// leavesOutConfirmed reports whether a review passes over what an editor has
// confirmed: unless it is about how far the checking is, or asks for quotes by
// name, they have been gone through already.
func leavesOutConfirmed(f *quotes.Filter) bool {
	return len(f.IDs)+len(f.Statuses)+len(f.Verdicts) == 0 && !f.Rejected
}

// reviewLanguage reads an editor's words as the other commands do.
func reviewLanguage(scale quotes.Scale) review.Language {
	return review.Language{Marks: scale.MarkWords(), Mark: scale.ParseMark, Tags: tagNames, Evidence: parseEvidence}
}

func sayNothingToReview(ctx context.Context, env *environment, s store.Store, filter quotes.Filter, hidden bool) error {
	if hidden {
		filter.Unconfirmed = false
		confirmed, err := s.CountQuotes(ctx, filter, countedMatches+1)
		if err != nil {
			return err
		}
		if confirmed > 0 {
			env.say("nothing left to review: an editor has confirmed all of these; --all goes through them again")
			return nil
		}
	}
	env.say("no quotes to review")
	return nil
}
