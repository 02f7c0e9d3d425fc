package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"onrecord/quotes"
	"onrecord/quotes/exchange"
	"onrecord/store"
)

// detectReviews looks for ClaimReview, and reads it.
func detectReviews(c *cli.Context, file *importFile) (importRun, bool, error) {
	if is, err := exchange.IsReviews(file); err != nil || !is {
		return nil, false, err
	}
	for _, flag := range []string{"map", "new", "prefer", "sheet"} {
		if c.IsSet(flag) {
			return nil, false, quotes.Errorf(quotes.CodeInvalid, "--%s is for sheets, and this holds ClaimReview", flag).Do("leave it out")
		}
	}
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return nil, false, err
	}
	out, err := newOutput(c, file.env, exchange.ReviewsRead, "")
	if err != nil {
		return nil, false, err
	}
	rulings, lines, at, err := exchange.ReadReviews(file)
	if err != nil {
		return nil, false, err
	}
	in := &reviewImport{c: c, env: file.env, out: out, rulings: rulings, lines: lines, at: at}
	return in.run, true, nil
}

// reviewImport takes in what other publishers ruled.
type reviewImport struct {
	c       *cli.Context
	env     *environment
	out     *output[exchange.ReviewRead]
	rulings []quotes.Ruling
	lines   []exchange.ReviewRead
	at      []int // the line of each ruling
}

func (in *reviewImport) run(s store.Store, op *store.Op) error {
	if err := in.ask(s, op); err != nil {
		return err
	}
	done, err := s.SaveRulings(in.c.Context, op, in.rulings)
	if err != nil {
		return err
	}
	for i, one := range done {
		line := &in.lines[in.at[i]]
		line.Outcome = map[store.Outcome]exchange.ReviewOutcome{
			store.OutcomeAdded: exchange.ReviewAdded, store.OutcomeVersion: exchange.ReviewUpdated, store.OutcomeDuplicate: exchange.ReviewKnown,
		}[one.Outcome]
		if !op.DryRun || line.Outcome != exchange.ReviewAdded {
			line.Claim = one.Claim
		}
	}
	if op.DryRun || in.out.asked {
		if _, err := in.out.print(each(in.lines)); err != nil {
			return err
		}
	} else {
		in.sayRefused()
	}
	if mended := in.repairs(); mended != "" {
		in.env.say("mended: %s", mended)
	}
	message, failed := in.summary()
	in.env.done(op, "%s", message)
	if failed {
		return errReported
	}
	return nil
}

// ask asks before many claims are added; what is on record already needs no yes.
func (in *reviewImport) ask(s store.Store, op *store.Op) error {
	if op.DryRun || in.c.Bool(flagYes) || len(in.rulings) <= askAbove {
		return nil
	}
	dry := *op
	dry.DryRun = true
	done, err := s.SaveRulings(in.c.Context, &dry, in.rulings)
	if err != nil {
		return err
	}
	added := 0
	for _, one := range done {
		if one.Outcome != store.OutcomeDuplicate {
			added++
		}
	}
	return confirm(in.c, in.env, "add", added)
}

// sayRefused tells which reviews were refused, and why.
func (in *reviewImport) sayRefused() {
	said := 0
	for i := range in.lines {
		l := &in.lines[i]
		if l.Outcome != exchange.ReviewRefused {
			continue
		}
		if said++; said > linesSaid {
			in.env.say("… and more like these; --dry-run shows all")
			return
		}
		in.env.say("refused: review %d, %s: %s", l.Nr, brief(l.Text), l.Why)
	}
}

// repairs counts what was mended, the most frequent first.
func (in *reviewImport) repairs() string {
	counts, last := map[string]int{}, 0
	for i := range in.lines {
		if in.lines[i].Nr == last {
			continue // a review of several claims
		}
		last = in.lines[i].Nr
		for _, what := range in.lines[i].Repairs {
			counts[what]++
		}
	}
	names := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(counts[b]-counts[a], strings.Compare(a, b))
	})
	for i, name := range names {
		names[i] = fmt.Sprintf("%s (%s)", name, grouped(counts[name]))
	}
	return strings.Join(names, ", ")
}

// summary counts what was done; failed tells that nothing could be read.
func (in *reviewImport) summary() (message string, failed bool) {
	counts := map[exchange.ReviewOutcome]int{}
	for i := range in.lines {
		counts[in.lines[i].Outcome]++
	}
	message = plural(len(in.lines), "review") + " read: " + plural(counts[exchange.ReviewAdded], "claim") + " added"
	for _, outcome := range []exchange.ReviewOutcome{exchange.ReviewUpdated, exchange.ReviewKnown, exchange.ReviewDuplicate, exchange.ReviewRefused} {
		if n := counts[outcome]; n > 0 {
			message += ", " + grouped(n) + " " + string(outcome)
		}
	}
	return message, counts[exchange.ReviewRefused] == len(in.lines)
}
