package main

import (
	"strings"

	"github.com/urfave/cli/v2"

	"onrecord/quotes"
	"onrecord/quotes/exchange"
	"onrecord/quotes/when"
	"onrecord/store"
)

func evidenceCommand(env *environment) *cli.Command {
	return &cli.Command{
		Name: "evidence", Usage: "the sources that a claim was judged by; add, correct, remove", ArgsUsage: "CLAIM [URL…]",
		Description: `  onrecord claims evidence c3                                      what there is
  onrecord claims evidence c3 https://example.org/figures --stance refutes --kind data --independent
  onrecord claims evidence c3 https://example.org/figures --passage "fell by a third" --archived https://archive.example/1
  onrecord claims evidence c3 "https://a.example/1, https://b.example/2" --independent
  onrecord claims evidence c3 --remove https://example.org/figures
An address that is there already gets what is given anew.`,
		Flags: writeFlags(formatFlags(
			&cli.StringFlag{Name: "stance", Usage: strings.Join(quotes.Strings(quotes.EvidenceStances), ", ")},
			&cli.StringFlag{Name: "kind", Usage: "what it `IS`: document, data, interview, …"},
			&cli.StringFlag{Name: "passage", Usage: "the `WORDS` of it relied on"},
			&cli.StringFlag{Name: "archived", Usage: "the `URL` of a copy that stays"},
			&cli.StringFlag{Name: "accessed", Usage: "the `DATE` it was read; else today"},
			&cli.BoolFlag{Name: "independent", Usage: "of the speaker, and of the other pieces; the publish gate asks for two (--independent=false takes it back)"},
			&cli.StringSliceFlag{Name: "remove", Usage: "take the `URL` off"},
		)...),
		Action: func(c *cli.Context) error { return runEvidence(c, env) },
	}
}

func runEvidence(c *cli.Context, env *environment) error {
	t, rest, err := parseTargets(c.Args().Slice())
	if err != nil {
		return err
	}
	if len(t.claims) != 1 || len(t.quotes)+len(t.ranges) > 0 {
		return quotes.Errorf(quotes.CodeInvalid, "evidence of which claim?").Do("name one, as in `onrecord claims evidence c3 URL`; `onrecord claims` lists them")
	}
	claim := t.claims[0]
	if len(rest) == 0 && !c.IsSet("remove") {
		return listEvidence(c, env, claim)
	}
	updates, err := evidenceUpdates(c, env, rest)
	if err != nil {
		return err
	}
	remove, err := quotes.SplitURLs(strings.Join(c.StringSlice("remove"), " "))
	if err != nil {
		return err
	}
	return withRecord(c, env, accessWrite, func(s store.Store, op *store.Op) error {
		if err := confirm(c, env, "change", len(updates)+len(remove)); err != nil {
			return err
		}
		changed, removed, err := s.SetEvidence(c.Context, op, claim, updates, remove)
		if err != nil {
			return err
		}
		env.done(op, "c%d: %s added or corrected, %d removed", claim, plural(changed, "piece"), removed)
		return nil
	})
}

func listEvidence(c *cli.Context, env *environment, claim quotes.ClaimID) error {
	for _, flag := range []string{"stance", "kind", "passage", "archived", "accessed", "independent"} {
		if c.IsSet(flag) {
			return quotes.Errorf(quotes.CodeInvalid, "--%s of which source?", flag).Do("give its address behind the claim")
		}
	}
	return printFound(c, env, exchange.Evidence, func(s store.Store) ([]quotes.Evidence, error) {
		all, err := s.Claims(c.Context, []quotes.ClaimID{claim})
		if err != nil {
			return nil, err
		}
		return all[0].Evidence, nil
	})
}

// evidenceUpdates reads the addresses and what is told of them. A passage and a
// copy are of one source.
func evidenceUpdates(c *cli.Context, env *environment, addresses []string) ([]quotes.EvidenceUpdate, error) {
	urls, err := quotes.SplitURLs(strings.Join(addresses, " "))
	if err != nil {
		return nil, err
	}
	u := quotes.EvidenceUpdate{
		Archived: givenString(c, "archived"), Passage: givenString(c, "passage"), Kind: givenString(c, "kind"), Accessed: givenString(c, "accessed"),
	}
	if len(urls) > 1 && (u.Archived != nil || u.Passage != nil) {
		return nil, quotes.Errorf(quotes.CodeInvalid, "--archived or --passage for %s at once", plural(len(urls), "source")).Do("give them one source at a time")
	}
	if u.Archived != nil && *u.Archived != "" {
		if err := checkWebAddress(*u.Archived); err != nil {
			return nil, err
		}
	}
	if u.Accessed != nil && *u.Accessed != "" {
		day, err := when.Until(*u.Accessed, env.clock())
		if err != nil {
			return nil, err
		}
		u.Accessed = &day
	}
	if value := c.String("stance"); value != "" {
		stance, err := quotes.ParseWord("stance", quotes.EvidenceStances, value)
		if err != nil {
			return nil, err
		}
		u.Stance = &stance
	}
	if c.IsSet("independent") {
		independent := c.Bool("independent")
		u.Independent = &independent
	}
	updates := make([]quotes.EvidenceUpdate, len(urls))
	for i, url := range urls {
		updates[i] = u
		updates[i].URL = url
	}
	return updates, nil
}
