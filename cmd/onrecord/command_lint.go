package main

import (
	"github.com/urfave/cli/v2"

	"onrecord/quotes"
	"onrecord/quotes/exchange"
	"onrecord/store"
)

func lintCommand(env *environment) *cli.Command {
	return &cli.Command{
		Name:      "lint",
		Usage:     "what keeps claims from being valid ClaimReview or fit to publish",
		ArgsUsage: "[c3…|WORDS]",
		Description: `  onrecord lint
  onrecord lint c3
  onrecord lint --status checked --speaker lee
  onrecord lint -f jsonl --workflow published
Each finding names the claim, the rule, and what to do. An error is a property that a ClaimReview requires, or a
rule of the publish gate while that is on; advice is what a good one has besides.`,
		Flags:  formatFlags(claimFilterFlags(claimSortFlag())...),
		Action: func(c *cli.Context) error { return runLint(c, env) },
	}
}

func runLint(c *cli.Context, env *environment) error {
	filter, err := parseClaimFilter(c, env)
	if err != nil {
		return err
	}
	out, err := newOutput(c, env, exchange.Findings, "")
	if err != nil {
		return err
	}
	return withRecord(c, env, accessRead, func(s store.Store, _ *store.Op) error {
		if err := checkClaimFilter(c.Context, env, s, filter); err != nil {
			return err
		}
		settings, scales, err := readSettings(c.Context, s)
		if err != nil {
			return err
		}
		linter := &exchange.Linter{
			Publisher: exchange.PublisherOf(settings), Scales: scales,
			Gate: settings[quotes.SettingGate] == quotes.GateOn, Who: env.editor(c.String(flagAs)),
		}
		found := linter.Record()
		general, claims, fit := countErrors(found), 0, 0
		err = eachChecked(c.Context, s, s.FindClaims(c.Context, filter), func(checked *exchange.Checked) error {
			some := linter.Claim(checked)
			found = append(found, some...)
			claims++
			if (general == 0 || checked.IsAbroad()) && countErrors(some) == 0 && checked.Claim.Verdict != "" {
				fit++
			}
			return nil
		})
		if err != nil {
			return err
		}
		if _, err := out.print(each(found)); err != nil {
			return err
		}
		env.say("%s looked at, %s fit to publish; %s, of them %s", plural(claims, "claim"), grouped(fit), plural(len(found), "finding"), plural(countErrors(found), "error"))
		return nil
	})
}

func countErrors(findings []exchange.Finding) int {
	n := 0
	for i := range findings {
		if findings[i].Level == exchange.LevelError {
			n++
		}
	}
	return n
}
