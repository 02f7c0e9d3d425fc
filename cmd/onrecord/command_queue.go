package main

import (
	"iter"

	"github.com/urfave/cli/v2"

	"onrecord/quotes"
	"onrecord/quotes/exchange"
	"onrecord/store"
)

func queueCommand(env *environment) *cli.Command {
	return &cli.Command{
		Name:      "queue",
		Usage:     "what to check next, and why",
		ArgsUsage: "[WORDS]",
		Description: `  onrecord queue --limit 10
  onrecord queue --mine                  only what you are to check
  onrecord queue --assignee none         only what nobody has
  onrecord queue --overdue
Flagged and checking claims: yours first, then nobody's, then others'; among them by the day they are due, those
without one last, then by priority, by how worth checking they are, and the oldest first.`,
		Flags:  formatFlags(claimFilterFlags()...),
		Action: func(c *cli.Context) error { return runQueue(c, env) },
	}
}

func runQueue(c *cli.Context, env *environment) error {
	filter, err := parseClaimFilter(c, env)
	if err != nil {
		return err
	}
	out, err := newOutput(c, env, exchange.Queue, "")
	if err != nil {
		return err
	}
	who, today := env.editor(c.String(flagAs)), env.clock().Format("2006-01-02")
	return withRecord(c, env, accessRead, func(s store.Store, _ *store.Op) error {
		if err := noteSpeakers(c.Context, env, s, filter.Speakers, mayBeSeveral); err != nil {
			return err
		}
		limited := out.limit(&filter.Limit, c.IsSet("limit"))
		printed, err := out.print(enqueued(s.Queue(c.Context, who, filter), who, today))
		if err != nil || !limited || printed < filter.Limit {
			return err
		}
		env.say("the first %d; --limit N shows more", printed)
		return nil
	})
}

// enqueued tells of each claim why it stands where it does.
func enqueued(claims iter.Seq2[*quotes.Claim, error], who, today string) iter.Seq2[*quotes.Queued, error] {
	return func(yield func(*quotes.Queued, error) bool) {
		for claim, err := range claims {
			if err != nil {
				yield(nil, err)
				return
			}
			q := quotes.Enqueue(*claim, who, today)
			if !yield(&q, nil) {
				return
			}
		}
	}
}
