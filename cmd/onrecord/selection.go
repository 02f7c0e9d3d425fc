package main

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"onrecord/cmd/internal/terminal"
	"onrecord/quotes"
	"onrecord/quotes/exchange"
	"onrecord/store"
)

// askAbove is how many records a command changes without asking.
const askAbove = 3

// selectQuotes is the quotes that a writing command is about: those its
// leading arguments name, or those its filters choose. Neither is CodeInvalid:
// a command never changes everything by default.
func selectQuotes(c *cli.Context, env *environment, s store.Store, t targets) ([]quotes.QuoteID, error) {
	if filterIsSet(c) {
		if !t.empty() {
			return nil, quotes.Errorf(quotes.CodeInvalid, "ids and filters together").Do("name the quotes by ids, or choose them by filters")
		}
		return filteredIDs(c, env, s)
	}
	return t.quoteIDs(c.Context, s)
}

func filteredIDs(c *cli.Context, env *environment, s store.Store) ([]quotes.QuoteID, error) {
	filter, err := parseFilter(c, env)
	if err != nil {
		return nil, err
	}
	if err := noteSpeakers(c.Context, env, s, filter.Speakers, mustBeOne); err != nil {
		return nil, err
	}
	var ids []quotes.QuoteID
	for q, err := range s.Quotes(c.Context, filter) {
		if err != nil {
			return nil, err
		}
		ids = append(ids, q.ID)
	}
	if len(ids) == 0 {
		return nil, quotes.Errorf(quotes.CodeNotFound, "no quote fits these filters").Do("try them with `onrecord list` first")
	}
	return ids, nil
}

// noTargets is the error of a writing command that was told nothing to write
// to.
func noTargets(what, example string) error {
	return quotes.Errorf(quotes.CodeInvalid, "%s of which quotes?", what).
		Do("name ids, as in `onrecord %s`, or choose by filters such as --speaker", example)
}

// confirm asks before more than askAbove records are changed. Without a
// terminal to ask on, --yes is needed: a script never hangs.
func confirm(c *cli.Context, env *environment, doing string, records int) error {
	if records <= askAbove || c.Bool(flagYes) || c.Bool(flagDryRun) {
		return nil
	}
	if !terminal.CanAsk(env.stdin, env.stderr) {
		return quotes.Errorf(quotes.CodeInvalid, "this would %s %s", doing, plural(records, "record")).Do("add --yes to do it, or --dry-run to see what it would do")
	}
	yes, err := terminal.Confirm(c.Context, env.stdin, env.stderr, fmt.Sprintf("This would %s %s. Go on?", doing, plural(records, "record")))
	if err != nil {
		return err
	}
	if !yes {
		fmt.Fprintln(env.stderr, "nothing was changed")
		return errReported
	}
	return nil
}

// done says what a write did and how to take it back.
func (e *environment) done(op *store.Op, format string, args ...any) {
	message := exchange.Line(fmt.Sprintf(format, args...))
	switch {
	case op.DryRun:
		fmt.Fprintf(e.stderr, "dry run: %s; nothing was changed\n", message)
	case op.ID == 0:
		fmt.Fprintln(e.stderr, message)
	default:
		fmt.Fprintf(e.stderr, "%s (onrecord undo --op %d takes it back)\n", message, op.ID)
	}
}

// plural is "1 quote", "2 quotes" or "1,234 quotes".
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return grouped(n) + " " + noun + "s"
}

// grouped is a number with commas between its thousands.
func grouped(n int) string {
	digits := fmt.Sprint(n)
	for i := len(digits) - 3; i > 0 && digits[i-1] != '-'; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}
