package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"onrecord/quotes"
	"onrecord/quotes/when"
	"onrecord/store"
)

// claimWrites are the commands below claims that change the record.
func claimWrites(env *environment) []*cli.Command {
	return []*cli.Command{
		{
			Name: "link", Usage: "say that a claim appears in further quotes, which then share its verdict", ArgsUsage: "CLAIM QUOTE…",
			Flags: writeFlags(
				&cli.StringFlag{Name: "part", Usage: "the `WORDS` of each quote that claim it; else all of them"},
				&cli.StringFlag{Name: "stance", Usage: "whether the speaker asserts or denies it: `STANCE`"},
			),
			Action: func(c *cli.Context) error { return linkClaim(c, env) },
		},
		{
			Name: "unlink", Usage: "take a claim out of quotes", ArgsUsage: "CLAIM QUOTE…", Flags: writeFlags(),
			Action: func(c *cli.Context) error { return unlinkClaim(c, env) },
		},
		{
			Name: "split", Usage: "make a new claim of some quotes, or of some words, of a claim", ArgsUsage: "CLAIM QUOTE…",
			Description: `  onrecord claims split c3 15 18 --claim "the other statement"    those two quotes go to the new claim
  onrecord claims split c3 12 --part "words of the new" --rest "words of the old"
The new claim is flagged and has no verdict, since nobody has judged it as it now is. Verdict, assessments and
evidence stay with the old one.`,
			Flags: writeFlags(
				&cli.StringFlag{Name: "claim", Usage: "what the new one claims, in other `WORDS`"},
				&cli.StringFlag{Name: "part", Usage: "the `WORDS` of the one quote that go to the new claim"},
				&cli.StringFlag{Name: "rest", Usage: "the `WORDS` of it that the old claim keeps; else all it had"},
			),
			Action: func(c *cli.Context) error { return splitClaim(c, env) },
		},
		{
			Name: "merge", Usage: "say that the others are the same claim as the first", ArgsUsage: "CLAIM OTHER…",
			Description: `  onrecord claims merge c3 c7 c9
  onrecord claims merge c3 c7 --keep c7     they differ in their verdict: that of c7 stands
Quotes, assessments and evidence of all of them are the first one's then; the others are gone from the listings.
A verdict which another claim lacked is now that of its quotes, too. Verdicts that differ are never dropped: --keep
says which stands, and all stay in the history.`,
			Flags:  writeFlags(&cli.StringFlag{Name: "keep", Usage: "the `CLAIM` whose verdict stands, where they differ"}),
			Action: func(c *cli.Context) error { return mergeClaims(c, env) },
		},
		{
			Name: "edit", Usage: "correct a claim's text, or who checks it until when", ArgsUsage: "CLAIM…",
			Flags: writeFlags(
				&cli.StringFlag{Name: "text", Aliases: []string{"claim"}, Usage: "what is claimed: `WORDS`"},
				&cli.StringFlag{Name: "assign", Usage: "who is to check it: `NAME`; \"\" for nobody"},
				&cli.StringFlag{Name: "due", Usage: "until `DATE`; \"\" for no day"},
				&cli.StringFlag{Name: "priority", Usage: strings.Join(quotes.Strings(quotes.Priorities), ", ")},
				&cli.StringFlag{Name: "note", Usage: "what to look at: `TEXT`"},
				&cli.IntFlag{Name: "rev", Usage: "refuse if the claim is no longer at this revision `N`"},
			),
			Action: func(c *cli.Context) error { return editClaim(c, env) },
		},
		evidenceCommand(env),
	}
}

func linkClaim(c *cli.Context, env *environment) error {
	claim, t, err := claimAndQuotes(c, "link")
	if err != nil {
		return err
	}
	link := quotes.ClaimLink{Part: c.String("part")}
	if value := c.String("stance"); value != "" {
		if link.Stance, err = quotes.ParseWord("stance", quotes.AppearanceStances, value); err != nil {
			return err
		}
	}
	return withClaimQuotes(c, env, "link", t, func(s store.Store, op *store.Op, ids []quotes.QuoteID) error {
		linked, err := s.LinkClaim(c.Context, op, claim, ids, link)
		if err != nil {
			return err
		}
		all, err := s.Claims(c.Context, []quotes.ClaimID{claim})
		if err != nil {
			return err
		}
		env.done(op, "linked c%d to %s%s", claim, plural(linked, "quote"), nowIn(&all[0], op))
		return nil
	})
}

// nowIn says what the quotes of a claim have in common now; nothing on a dry
// run, which leaves them as they were.
func nowIn(c *quotes.Claim, op *store.Op) string {
	if op.DryRun {
		return ""
	}
	word := string(c.Workflow)
	if c.Verdict != "" {
		word += ", " + string(c.Verdict)
	}
	return fmt.Sprintf("; it is %s in %s", word, plural(len(c.Quotes), "quote"))
}

// withClaimQuotes finds the quotes of a command on a claim, asks before many,
// and hands them to do.
func withClaimQuotes(c *cli.Context, env *environment, verb string, t targets, do func(store.Store, *store.Op, []quotes.QuoteID) error) error {
	if t.empty() {
		return quotes.Errorf(quotes.CodeInvalid, "%s which quotes?", verb).Do("name them behind the claim, as in `onrecord claims %s c3 15 18`", verb)
	}
	return withRecord(c, env, accessWrite, func(s store.Store, op *store.Op) error {
		ids, err := t.quoteIDs(c.Context, s)
		if err != nil {
			return err
		}
		if err := confirm(c, env, verb, len(ids)); err != nil {
			return err
		}
		return do(s, op, ids)
	})
}

func unlinkClaim(c *cli.Context, env *environment) error {
	claim, t, err := claimAndQuotes(c, "unlink")
	if err != nil {
		return err
	}
	return withClaimQuotes(c, env, "unlink", t, func(s store.Store, op *store.Op, ids []quotes.QuoteID) error {
		out, err := s.UnlinkClaim(c.Context, op, claim, ids)
		if err != nil {
			return err
		}
		gone := ""
		if out.Withdrawn {
			gone = fmt.Sprintf("; c%d was in no other and is withdrawn", claim)
		}
		env.done(op, "took c%d out of %s%s", claim, plural(len(ids), "quote"), gone)
		return nil
	})
}

func splitClaim(c *cli.Context, env *environment) error {
	claim, t, err := claimAndQuotes(c, "split")
	if err != nil {
		return err
	}
	split := quotes.ClaimSplit{Part: c.String("part"), Rest: c.String("rest"), Text: c.String("claim")}
	if t.empty() && split.Part == "" {
		return quotes.Errorf(quotes.CodeInvalid, "nothing says what the new claim takes from c%d", claim).
			Do("name the quotes that go to it, as in `onrecord claims split c%d 15`, or its words with --part", claim)
	}
	return withRecord(c, env, accessWrite, func(s store.Store, op *store.Op) error {
		if split.Quotes, err = t.quoteIDs(c.Context, s); err != nil {
			return err
		}
		if err := confirm(c, env, "split off", len(split.Quotes)); err != nil {
			return err
		}
		made, err := s.SplitClaim(c.Context, op, claim, split)
		if err != nil {
			return err
		}
		env.done(op, "split c%d off c%d: it is flagged, without a verdict; verdict and evidence stay with c%d", made, claim, claim)
		return nil
	})
}

func mergeClaims(c *cli.Context, env *environment) error {
	ids, err := claimArguments(c, "merge")
	if err != nil {
		return err
	}
	if len(ids) < 2 {
		return quotes.Errorf(quotes.CodeInvalid, "merge takes the claim that stays and the others").Do("as in `onrecord claims merge c3 c7`")
	}
	var keep int64
	if value := c.String("keep"); value != "" {
		if keep, err = parseID("claim", strings.TrimPrefix(value, "c")); err != nil {
			return err
		}
	}
	return withRecord(c, env, accessWrite, func(s store.Store, op *store.Op) error {
		if err := confirm(c, env, "merge", len(ids)-1); err != nil {
			return err
		}
		// The note tells whoever asks for one of them later where it went.
		op.Note = fmt.Sprintf("merged into c%d", ids[0])
		if err := s.MergeClaims(c.Context, op, ids[0], ids[1:], quotes.ClaimID(keep)); err != nil {
			return err
		}
		all, err := s.Claims(c.Context, ids[:1])
		if err != nil {
			return err
		}
		env.done(op, "merged %s into c%d%s", claimNames(ids[1:]), ids[0], nowIn(&all[0], op))
		return nil
	})
}

func editClaim(c *cli.Context, env *environment) error {
	ids, err := claimArguments(c, "edit")
	if err != nil {
		return err
	}
	update := quotes.ClaimUpdate{
		Text: givenString(c, "text"), Assignee: givenString(c, "assign"), Due: givenString(c, "due"), Note: givenString(c, "note"),
	}
	if value := c.String("priority"); value != "" {
		priority, err := quotes.ParseWord("priority", quotes.Priorities, value)
		if err != nil {
			return err
		}
		update.Priority = &priority
	}
	if update == (quotes.ClaimUpdate{}) {
		return quotes.Errorf(quotes.CodeInvalid, "nothing to correct").Do("give --text, --assign, --due, --priority or --note; a verdict is given with `onrecord mark`")
	}
	update.Rev = c.Int("rev")
	if update.Text != nil && len(ids) > 1 {
		return quotes.Errorf(quotes.CodeInvalid, "--text for %s at once", plural(len(ids), "claim")).Do("correct the words of one claim at a time")
	}
	if update.Due != nil && *update.Due != "" {
		day, err := when.Coming(*update.Due, env.clock())
		if err != nil {
			return err
		}
		update.Due = &day
	}
	return withRecord(c, env, accessWrite, func(s store.Store, op *store.Op) error {
		if err := confirm(c, env, "edit", len(ids)); err != nil {
			return err
		}
		changed, err := s.UpdateClaims(c.Context, op, ids, update)
		if err != nil {
			return err
		}
		env.done(op, "corrected %s", plural(changed, "claim"))
		return nil
	})
}
