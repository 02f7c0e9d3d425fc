package main

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/urfave/cli/v2"

	"onrecord/quotes"
	"onrecord/quotes/when"
	"onrecord/store"
)

func markCommand(env *environment) *cli.Command {
	return &cli.Command{
		Name:      "mark",
		Usage:     "give quotes and claims a verdict, a step of the workflow, or a fidelity",
		ArgsUsage: "ID… STATUS",
		Description: `  onrecord mark 12 false --note "the sanctions forbid it" --evidence https://example.org/resolution
  onrecord mark 12 checking                      somebody is on it
  onrecord mark 12 half-true --part "exact words of the quote"
  onrecord mark c3 published                     a claim, wherever it was said
  onrecord mark 12 verbatim                      the words are what was said
Verdicts:  ` + strings.Join(quotes.Strings(quotes.Verdicts), ", ") + `
Workflow:  ` + strings.Join(quotes.Strings(quotes.Workflows), ", ") + `
Fidelity:  ` + strings.Join(quotes.Strings(quotes.Fidelities), ", "),
		Flags: writeFlags(filterFlags(
			&cli.StringFlag{Name: "note", Usage: "the grounds: `TEXT`"},
			&cli.StringSliceFlag{Name: "evidence", Aliases: []string{"e"}, Usage: "a source relied on, `URL`; may be given again"},
			&cli.StringFlag{Name: "part", Usage: "the `WORDS` of the quote that this is about"},
			&cli.StringFlag{Name: "claim", Usage: "what is claimed, in other `WORDS`"},
			&cli.StringFlag{Name: "as-of", Usage: "judged by what was known on `DATE`"},
		)...),
		Action: func(c *cli.Context) error { return runMark(c, env) },
	}
}

func runMark(c *cli.Context, env *environment) error {
	t, rest, err := parseTargets(c.Args().Slice())
	if err != nil {
		return err
	}
	mark, err := parseMark(c, env, rest)
	if err != nil {
		return err
	}
	if t.empty() && !filterIsSet(c) {
		return noTargets("mark", "mark 12 false")
	}
	return withRecord(c, env, accessWrite, func(s store.Store, op *store.Op) error {
		ids, err := selectQuotes(c, env, s, t)
		if err != nil {
			return err
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
func parseMark(c *cli.Context, env *environment, rest []string) (quotes.Mark, error) {
	if len(rest) == 0 {
		return quotes.Mark{}, quotes.Errorf(quotes.CodeInvalid, "no status to mark with").
			Do("one of %s", strings.Join(quotes.MarkWords(), ", "))
	}
	// `mark 12 half true` is a status in two words, and not a mistake.
	mark, err := quotes.ParseMark(strings.Join(rest, " "))
	if err != nil {
		return mark, err
	}
	mark.Note, mark.Part, mark.Paraphrase = c.String("note"), c.String("part"), c.String("claim")
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

// parseEvidence reads what editors paste: one URL a flag, or several parted by
// white space.
func parseEvidence(values []string) ([]quotes.Evidence, error) {
	var evidence []quotes.Evidence
	for _, value := range values {
		for field := range strings.FieldsSeq(value) {
			u, err := url.Parse(field)
			if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" {
				return nil, quotes.Errorf(quotes.CodeInvalid, "evidence %q is no web address", field).
					Do("write it whole, as in https://example.org/page; words go into --note")
			}
			evidence = append(evidence, quotes.Evidence{URL: field})
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
	return fmt.Sprintf("marked %s (%s) %s, in %s", plural(len(marked.Claims), "claim"), claimNames(marked.Claims), word, plural(marked.Quotes, "quote"))
}
