package main

import (
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"onrecord/cmd/internal/wholefile"
	"onrecord/quotes"
	"onrecord/quotes/exchange"
	"onrecord/store"
)

// claimExport writes claims with a verdict as ClaimReview.
type claimExport struct {
	c    *cli.Context
	env  *environment
	path string
	// ids are the claims named; filter chooses among quotes, one of which has
	// to hold the claim, and claims among claims.
	ids    targets
	filter quotes.Filter
	claims quotes.ClaimFilter
	byText bool // whether filter chooses at all
}

// asClaimReview reports whether an export is to be of claims.
func asClaimReview(c *cli.Context, path string) bool {
	format, err := exportFormat(c, path)
	return err == nil && format == exchange.FormatClaimReview
}

func exportClaims(c *cli.Context, env *environment, path string) error {
	e := &claimExport{c: c, env: env, path: path}
	for _, flag := range []string{"columns", "bom", "delimiter", "recorded-by", "sort"} {
		if c.IsSet(flag) {
			return quotes.Errorf(quotes.CodeInvalid, "--%s is not for claimreview", flag).Do("leave it out: a ClaimReview has the fields of schema.org, newest claim first")
		}
	}
	t, rest, err := parseTargets(c.Args().Slice())
	if err == nil && len(rest) > 0 {
		err = notAnID(rest[0])
	}
	if err != nil {
		return err
	}
	e.ids = t
	if e.filter, err = parseFilter(c, env); err != nil {
		return err
	}
	e.divide()
	if err := notTheRecord(c, env, path); err != nil {
		return err
	}
	return withRecord(c, env, accessRead, e.run)
}

// divide sorts the filters into those of claims and those of quotes: a quote
// of two claims is mixed, but each of them has a verdict and a step of its own.
func (e *claimExport) divide() {
	e.claims.IDs = e.ids.claims
	e.claims.Verdicts, e.filter.Verdicts = e.filter.Verdicts, nil
	e.claims.Limit, e.filter.Limit = e.filter.Limit, 0
	var steps []quotes.Workflow
	for _, status := range e.filter.Statuses {
		if slices.Contains(quotes.Workflows, quotes.Workflow(status)) {
			steps = append(steps, quotes.Workflow(status))
		}
	}
	if len(steps) == len(e.filter.Statuses) {
		e.claims.Workflows, e.filter.Statuses = steps, nil
	}
	for _, flag := range filterFlags() {
		name := flag.Names()[0]
		if e.c.IsSet(name) && name != "verdict" && name != "limit" && (name != "status" || len(e.filter.Statuses) > 0) {
			e.byText = true
		}
	}
}

func (e *claimExport) run(s store.Store, _ *store.Op) error {
	ctx := e.c.Context
	if len(e.claims.IDs) > 0 {
		if _, err := s.Claims(ctx, e.claims.IDs); err != nil {
			return err
		}
	}
	if err := noteSpeakers(ctx, e.env, s, e.filter.Speakers, mayBeSeveral); err != nil {
		return err
	}
	settings, scales, err := readSettings(ctx, s)
	if err != nil {
		return err
	}
	linter := &exchange.Linter{Publisher: exchange.PublisherOf(settings), Scales: scales}
	general, lacking := countErrors(linter.Record()), 0
	claims, err := e.chosen(s)
	if err != nil {
		return err
	}
	var reviews []exchange.ClaimReview
	var ids []quotes.ClaimID
	err = eachChecked(ctx, s, claims, func(checked *exchange.Checked) error {
		reviews = append(reviews, exchange.NewClaimReview(checked, linter.Publisher, scales))
		ids = append(ids, checked.Claim.ID)
		if n := countErrors(linter.Claim(checked)); n > 0 || general > 0 && !checked.IsAbroad() {
			lacking++
		}
		return nil
	})
	if err != nil {
		return err
	}
	if err := e.write(reviews, ids); err != nil {
		return err
	}
	if lacking > 0 {
		e.env.say("not yet valid as published reviews: %s of %s; `onrecord lint` says why", grouped(lacking), plural(len(reviews), "claim"))
	}
	return nil
}

// chosen goes through the claims with a verdict that the filters choose.
func (e *claimExport) chosen(s store.Store) (iter.Seq2[*quotes.Claim, error], error) {
	ctx := e.c.Context
	ids, err := e.ids.existing(ctx, s)
	if err != nil {
		return nil, err
	}
	var held map[quotes.QuoteID]bool // nil: in any quote, or none
	if e.byText || len(ids) > 0 {
		held = map[quotes.QuoteID]bool{}
		e.filter.IDs, e.filter.Brief = ids, true
		for q, err := range s.Quotes(ctx, e.filter) {
			if err != nil {
				return nil, err
			}
			held[q.ID] = true
		}
	}
	limit := e.claims.Limit
	e.claims.Limit = 0
	return func(yield func(*quotes.Claim, error) bool) {
		found := 0
		for claim, err := range s.FindClaims(ctx, e.claims) {
			if err != nil {
				yield(nil, err)
				return
			}
			if claim.Verdict == "" || held != nil && !slices.ContainsFunc(claim.Quotes, func(q quotes.QuoteID) bool { return held[q] }) {
				continue
			}
			if found++; limit > 0 && found > limit || !yield(claim, nil) {
				return
			}
		}
	}, nil
}

// write puts the reviews out: to standard output, into a file as one feed, or
// into a folder one by one.
func (e *claimExport) write(reviews []exchange.ClaimReview, ids []quotes.ClaimID) error {
	script, force := e.c.Bool("script"), e.c.Bool("force")
	one := func(w io.Writer) error { return exchange.WriteClaimReviews(w, reviews) }
	switch {
	case script:
		one = func(w io.Writer) error { return exchange.WriteClaimScript(w, reviews) }
	case e.path != "":
		one = func(w io.Writer) error { return exchange.WriteClaimFeed(w, reviews) }
	}
	if e.path == "" {
		return outputFault(one(e.env.stdout))
	}
	if !isFolder(e.path) {
		if err := wholefile.Write(e.path, force, one); err != nil {
			return err
		}
		e.env.say("wrote %s to %s", plural(len(reviews), "claim"), e.path)
		return nil
	}
	return e.writeFolder(reviews, ids)
}

// isFolder reports whether a path is a folder, or is written as one.
func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir() || err != nil && strings.HasSuffix(path, string(os.PathSeparator))
}

// writeFolder writes a file for each claim. None is written if one of them is
// there already.
func (e *claimExport) writeFolder(reviews []exchange.ClaimReview, ids []quotes.ClaimID) error {
	script, force, ending := e.c.Bool("script"), e.c.Bool("force"), ".json"
	if script {
		ending = ".html"
	}
	name := func(id quotes.ClaimID) string { return filepath.Join(e.path, fmt.Sprintf("c%d%s", id, ending)) }
	for _, id := range ids {
		if _, err := os.Lstat(name(id)); err == nil && !force {
			return quotes.Errorf(quotes.CodeConflict, "%s exists already", name(id)).Do("choose another folder, or replace what is in it with --force")
		}
	}
	if err := os.MkdirAll(e.path, 0o777); err != nil {
		return pathError(e.path, err)
	}
	for i, id := range ids {
		err := wholefile.Write(name(id), force, func(w io.Writer) error {
			if script {
				return exchange.WriteClaimScript(w, reviews[i:i+1])
			}
			return exchange.WriteClaimReview(w, reviews[i])
		})
		if err != nil {
			return err
		}
	}
	e.env.say("wrote %s to %s, a file each", plural(len(reviews), "claim"), e.path)
	return nil
}
