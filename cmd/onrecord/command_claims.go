package main

import (
	"github.com/urfave/cli/v2"

	"onrecord/quotes"
	"onrecord/quotes/exchange"
	"onrecord/store"
)

func claimsCommand(env *environment) *cli.Command {
	list := func(c *cli.Context) error { return listClaims(c, env) }
	listFlags := formatFlags(claimFilterFlags(claimSortFlag())...)
	return &cli.Command{
		Name:      "claims",
		Usage:     "what was claimed and where; link, split, merge, correct, give evidence",
		ArgsUsage: "[WORDS]",
		Description: `  onrecord claims --workflow flagged --assignee none
  onrecord claims --verdict false --speaker lee
  onrecord claims show c3
  onrecord claims link c3 15 18                    the same claim in further quotes
  onrecord claims link c3 21 --part "exact words" --stance denies
  onrecord claims split c3 18 --claim "the other statement"
  onrecord claims merge c3 c7 --keep c3            and keep the verdict of c3
  onrecord claims edit c3 --text "what is claimed" --due friday
  onrecord claims evidence c3 https://example.org/figures --independent --stance refutes`,
		Flags:  listFlags,
		Action: list,
		Subcommands: append([]*cli.Command{
			{Name: "list", Usage: "claims, newest first", ArgsUsage: "[c3…|WORDS]", Flags: listFlags, Action: list},
			{
				Name: "show", Usage: "claims in full: quotes, assessments, evidence", ArgsUsage: "c3…", Flags: formatFlags(),
				Action: func(c *cli.Context) error { return showClaim(c, env) },
			},
		}, claimWrites(env)...),
	}
}

func listClaims(c *cli.Context, env *environment) error {
	filter, err := parseClaimFilter(c, env)
	if err != nil {
		return err
	}
	out, err := newOutput(c, env, exchange.Claims, "")
	if err != nil {
		return err
	}
	return withRecord(c, env, accessRead, func(s store.Store, _ *store.Op) error {
		if err := checkClaimFilter(c.Context, env, s, filter); err != nil {
			return err
		}
		limited := out.limit(&filter.Limit, c.IsSet("limit"))
		printed, err := out.print(s.FindClaims(c.Context, filter))
		if err != nil || !limited || printed < filter.Limit {
			return err
		}
		return sayMoreClaims(c, env, s, filter, printed)
	})
}

// sayMoreClaims tells how many more claims there are than were printed.
func sayMoreClaims(c *cli.Context, env *environment, s store.Store, filter quotes.ClaimFilter, printed int) error {
	filter.Limit = 0
	total, err := s.CountClaims(c.Context, filter, countedMatches+1)
	if err != nil {
		return err
	}
	moreThan := ""
	if total > countedMatches {
		total, moreThan = countedMatches, "more than "
	}
	if total > printed {
		env.say("%d of %s%s claims; --limit N shows more", printed, moreThan, grouped(total))
	}
	return nil
}

func showClaim(c *cli.Context, env *environment) error {
	ids, err := claimArguments(c, "show")
	if err != nil {
		return err
	}
	return printInFull(c, env, exchange.Claims, describeClaim, func(s store.Store) ([]quotes.Claim, error) {
		return s.Claims(c.Context, ids)
	})
}

// claimArguments reads the arguments as claims, at least one; a bare 3 is c3
// where nothing else can be meant.
func claimArguments(c *cli.Context, verb string) ([]quotes.ClaimID, error) {
	t, rest, err := parseTargets(c.Args().Slice())
	switch {
	case err != nil:
		return nil, err
	case len(rest) > 0:
		return nil, notAnID(rest[0])
	case len(t.ranges) > 0:
		return nil, quotes.Errorf(quotes.CodeInvalid, "a range of claims").Do("name them one by one, as in c3 c4")
	case t.empty():
		return nil, quotes.Errorf(quotes.CodeInvalid, "%s which claim?", verb).Do("name it, as in `onrecord claims %s c3`; `onrecord claims` lists them", verb)
	}
	for _, id := range t.quotes {
		t.claims = append(t.claims, quotes.ClaimID(id))
	}
	return t.claims, nil
}

// claimAndQuotes reads a claim and the quotes behind it.
func claimAndQuotes(c *cli.Context, verb string) (quotes.ClaimID, targets, error) {
	t, err := idArguments(c)
	if err != nil {
		return 0, t, err
	}
	if len(t.claims) != 1 {
		return 0, t, quotes.Errorf(quotes.CodeInvalid, "%s takes one claim and quotes", verb).Do("as in `onrecord claims %s c3 15 18`", verb)
	}
	claim := t.claims[0]
	t.claims = nil
	return claim, t, nil
}
