package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"onrecord/quotes"
	"onrecord/quotes/exchange"
	"onrecord/store"
)

func idsOf(rows []sheetRow) []quotes.QuoteID {
	ids := make([]quotes.QuoteID, len(rows))
	for i, row := range rows {
		ids[i] = row.id
	}
	return ids
}

func sortedMoments(rows map[int64][]sheetRow) []int64 { return slices.Sorted(maps.Keys(rows)) }

// sayUnknown names the headings that stand for no column: a misspelt one would
// else be lost without a word.
func (in *sheetImport) sayUnknown() {
	if unknown := in.rows.Heading.Unknown; len(unknown) > 0 {
		in.env.say("not read, for no column of ours: %s (--map \"%s=note\" says which one is meant)", strings.Join(unknown, ", "), unknown[0])
	}
	if !in.rows.Heading.Has("row_hash") {
		in.env.say("the sheet has no row_hash, which tells what went out: whatever differs from the record is a conflict")
	}
}

func (in *sheetImport) refuse(done *store.Reviewed) {
	for id, err := range done.Refused {
		in.plan.Refuse(id, err)
	}
}

// newSpeakers are the names given to quotes that nobody on record has: they
// may be slips.
func (in *sheetImport) newSpeakers(ctx context.Context, reviews []quotes.Review) ([]string, error) {
	seen := map[string]bool{}
	var names []string
	for i := range reviews {
		name := reviews[i].Update.Speaker
		if name == nil || seen[*name] {
			continue
		}
		seen[*name] = true
		isNew, err := newSpeaker(ctx, in.store, *name, *name)
		if err != nil {
			return nil, err
		}
		if isNew != "" {
			names = append(names, isNew)
		}
	}
	return names, nil
}

// show prints what was found: all of it for a dry run, else what was not taken
// over.
func (in *sheetImport) show(all bool) error {
	lines := in.plan.Lines
	slices.SortStableFunc(lines, func(a, b exchange.ReviewLine) int { return a.Row - b.Row })
	if all || in.out.asked {
		_, err := in.out.print(each(lines))
		return err
	}
	said := 0
	for i := range lines {
		l := &lines[i]
		if l.Outcome == exchange.OutcomeChange {
			continue
		}
		if said++; said > linesSaid {
			in.env.say("… and more like these; --dry-run shows all")
			break
		}
		in.env.say("%s", describeLine(l))
	}
	return nil
}

// linesSaid is how many cells are reported one by one.
const linesSaid = 50

// describeLine is a cell that was not taken over, in one line.
func describeLine(l *exchange.ReviewLine) string {
	where := fmt.Sprintf("row %d", l.Row)
	if l.ID != 0 {
		where += fmt.Sprintf(", quote %d", l.ID)
	}
	if l.Column != "" {
		where += ", " + l.Column
	}
	switch l.Outcome {
	case exchange.OutcomeConflict:
		return fmt.Sprintf("%s: %s: exported %s, record %s, sheet %s: %s", l.Outcome, where, brief(l.Exported), brief(l.Record), brief(l.Sheet), l.Why)
	case exchange.OutcomeIgnored:
		return fmt.Sprintf("%s: %s: %s → %s: %s", l.Outcome, where, brief(l.Record), brief(l.Sheet), l.Why)
	}
	return fmt.Sprintf("%s: %s: %s", l.Outcome, where, l.Why)
}

// brief is a value that a message can hold.
func brief(s string) string {
	const most = 60
	if s == "" {
		return "–"
	}
	if runes := []rune(s); len(runes) > most {
		s = string(runes[:most-1]) + "…"
	}
	return "“" + s + "”"
}

// summary counts what was done and what was not; failed tells that the latter
// needs somebody to look at it.
func (in *sheetImport) summary(changed int) (message string, failed bool) {
	counts := map[exchange.Outcome]int{}
	for i := range in.plan.Lines {
		counts[in.plan.Lines[i].Outcome]++
	}
	message = fmt.Sprintf("%s read, %s unchanged; %s changed", plural(in.plan.Rows, "row"), grouped(in.plan.Same), plural(changed, "quote"))
	for _, o := range []struct {
		outcome exchange.Outcome
		noun    string
	}{{exchange.OutcomeConflict, "conflict"}, {exchange.OutcomeProblem, "problem"}, {exchange.OutcomeIgnored, "ignored edit"}} {
		if n := counts[o.outcome]; n > 0 {
			message += ", " + plural(n, o.noun)
		}
	}
	return message, counts[exchange.OutcomeProblem] > 0 || counts[exchange.OutcomeConflict] > 0 && in.prefer != preferRecord
}

// messageOf and remedyOf take an error apart that is to be told anew.
func messageOf(err error) string {
	var e *quotes.Error
	if !errors.As(err, &e) {
		return err.Error()
	}
	if e.Err != nil {
		return e.Message + ": " + e.Err.Error()
	}
	return e.Message
}

func remedyOf(err error) string {
	var e *quotes.Error
	if errors.As(err, &e) {
		return e.Remedy
	}
	return ""
}
