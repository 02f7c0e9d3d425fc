package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"onrecord/quotes"
	"onrecord/quotes/when"
	"onrecord/store"
)

func markCommand(env *environment) *cli.Command {
	return &cli.Command{
		Name:        "mark",
		Usage:       "give quotes and claims a verdict, a step of the workflow, or a fidelity",
		ArgsUsage:   "ID… STATUS",
		Description: markHelp(quotes.Presets[0]),
		Flags: writeFlags(filterFlags(
			&cli.StringFlag{Name: "note", Usage: "the grounds: `TEXT`"},
			&cli.StringSliceFlag{Name: "evidence", Aliases: []string{"e"}, Usage: "a source relied on, `URL`; may be given again; `onrecord claims evidence` tells more of it"},
			&cli.StringFlag{Name: "correction", Usage: "what was wrong with the verdict before, for the corrections log: `TEXT`"},
			&cli.StringFlag{Name: "part", Usage: "the `WORDS` of the quote that this is about"},
			&cli.StringFlag{Name: "claim", Usage: "what is claimed, in other `WORDS`"},
			&cli.StringFlag{Name: "as-of", Usage: "judged by what was known on `DATE`"},
			noPrecedentsFlag(),
		)...),
		Action: func(c *cli.Context) error { return runMark(c, env) },
	}
}

// markHelp is the examples of mark, with the words of a scale.
func markHelp(scale quotes.Scale) string {
	example := scale.Verdicts()[0]
	for _, w := range scale.Words {
		if w.Rating == scale.Worst() {
			example = w.Word
			break
		}
	}
	return `  onrecord mark 12 ` + string(example) + ` --note "the sanctions forbid it" --evidence https://example.org/resolution
  onrecord mark 12 checking                      somebody is on it
  onrecord mark 12 ` + string(example) + ` --part "exact words of the quote"
  onrecord mark c3 published                     a claim, wherever it was said
  onrecord mark c3 ` + string(scale.Verdicts()[0]) + ` --correction "we had misread the table"
  onrecord mark 12 verbatim                      the words are what was said
Verdicts:  ` + strings.Join(quotes.Strings(scale.Verdicts()), ", ") + `
           (the scale ` + scale.ID() + `; onrecord config scale changes it)
Workflow:  ` + strings.Join(quotes.Strings(quotes.Workflows), ", ") + `
Fidelity:  ` + strings.Join(quotes.Strings(quotes.Fidelities), ", ")
}

func runMark(c *cli.Context, env *environment) error {
	t, rest, err := parseTargets(c.Args().Slice())
	if err != nil {
		return err
	}
	if len(rest) > 0 && t.empty() && !filterIsSet(c) {
		return noTargets("mark", "mark 12 false")
	}
	return withRecord(c, env, accessWrite, func(s store.Store, op *store.Op) error {
		scales, err := s.Scales(c.Context)
		if err != nil {
			return err
		}
		mark, err := parseMark(c, env, scales.Current, rest)
		if err != nil {
			return err
		}
		ids, err := selectQuotes(c, env, s, t)
		if err != nil {
			return err
		}
		if mark.Axis == quotes.AxisVerdict {
			if err := showPrecedents(c, env, s, ids, t.claims); err != nil {
				return err
			}
		}
		if err := confirm(c, env, "mark", len(ids)+len(t.claims)); err != nil {
			return err
		}
		marked, err := s.Mark(c.Context, op, ids, t.claims, mark)
		if err != nil {
			return err
		}
		env.done(op, "%s", markedMessage(mark, marked))
		return nil
	})
}

// parseMark reads the status, which is the one argument behind the ids, and
// the flags that ground it.
func parseMark(c *cli.Context, env *environment, scale quotes.Scale, rest []string) (quotes.Mark, error) {
	if len(rest) == 0 {
		return quotes.Mark{}, quotes.Errorf(quotes.CodeInvalid, "no status to mark with").
			Do("one of %s", strings.Join(scale.MarkWords(), ", "))
	}
	// `mark 12 half true` is a status in two words, and not a mistake.
	mark, err := scale.ParseMark(strings.Join(rest, " "))
	if err != nil {
		return mark, err
	}
	mark.Note, mark.Part, mark.Paraphrase = c.String("note"), c.String("part"), c.String("claim")
	mark.Correction = c.String("correction")
	if mark.Axis == quotes.AxisFidelity && (mark.Part != "" || mark.Paraphrase != "" || c.IsSet("evidence")) {
		return mark, quotes.Errorf(quotes.CodeInvalid, "%s is about the quote's words, which have no --part, --claim or --evidence", mark.Fidelity).
			Do("say it in --note, or mark the claim with a verdict")
	}
	if value := c.String("as-of"); value != "" {
		if mark.AsOf, err = when.Until(value, env.clock()); err != nil {
			return mark, err
		}
	}
	mark.Evidence, err = parseEvidence(c.StringSlice("evidence"))
	return mark, err
}

// parseEvidence reads what editors paste: one URL a flag, or several.
func parseEvidence(values []string) ([]quotes.Evidence, error) {
	var evidence []quotes.Evidence
	for _, value := range values {
		urls, err := quotes.SplitURLs(value)
		if err != nil {
			return nil, err
		}
		for _, u := range urls {
			evidence = append(evidence, quotes.Evidence{URL: u})
		}
	}
	return evidence, nil
}

func markedMessage(mark quotes.Mark, marked *store.Marked) string {
	var word string
	switch mark.Axis {
	case quotes.AxisFidelity:
		return fmt.Sprintf("marked %s %s", plural(marked.Quotes, "quote"), mark.Fidelity)
	case quotes.AxisWorkflow:
		word = string(mark.Workflow)
	case quotes.AxisVerdict:
		word = string(mark.Verdict)
	}
	return fmt.Sprintf("marked %s (%s) %s, in %s%s", plural(len(marked.Claims), "claim"), claimNames(marked.Claims), word,
		plural(marked.Quotes, "quote"), supersededBy(mark.Verdict, marked.Superseded))
}

// supersededBy tells of verdicts that stood before and were others.
func supersededBy(verdict quotes.Verdict, before []quotes.Assessment) string {
	var said []string
	for _, a := range before {
		if a.Verdict != verdict {
			said = append(said, fmt.Sprintf("c%d was %s by %s", a.Claim, a.Verdict, a.By))
		}
	}
	if len(said) == 0 {
		return ""
	}
	if most := 5; len(said) > most {
		said = append(said[:most], "…")
	}
	return "; " + strings.Join(said, ", ") + ", which is kept"
}
