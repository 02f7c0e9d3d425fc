package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"onrecord/quotes"
	"onrecord/quotes/exchange"
	"onrecord/quotes/read"
	"onrecord/store"
)

func verifyCommand(env *environment) *cli.Command {
	return &cli.Command{
		Name:      "verify",
		Usage:     "hold quotes against a transcript or another article, word by word",
		ArgsUsage: "ID…|FILE",
		Description: `  onrecord verify transcript.txt --speaker putin       the speaker's quotes against what was said
  onrecord verify transcript.txt                       whatever on record comes from it
  onrecord verify 12 15-18 --against transcript.txt    or a web address, or - for standard input
  onrecord verify 12 --article 7                       against an article on record
  onrecord verify draft.txt --against transcript.txt   an article that is not on record yet
  onrecord verify transcript.txt --speaker putin --apply   and mark the fidelity of what is still unchecked
Outcomes: verbatim, trimmed (words left out), altered (put in, replaced, a "not" left out),
spliced (passages joined without a sign), not-found.`,
		Flags: formatFlags(writeFlags(append(choosing(),
			&cli.StringFlag{Name: "against", Usage: "the source: `FILE`, a web address, or -"},
			&cli.StringSliceFlag{Name: "article", Usage: "the source is the article with this `ID` on record"},
			&cli.StringFlag{Name: "type", Usage: "of the source: " + strings.Join(quotes.Strings(read.Types), ", "), Value: string(read.TypeAuto)},
			&cli.BoolFlag{Name: "apply", Usage: "mark quotes whose fidelity is unchecked with what was found"},
		)...)...),
		Action: func(c *cli.Context) error { return runVerify(c, env) },
	}
}

// choosing is the filters by which verify chooses quotes: all but --article,
// which names a source here.
func choosing() []cli.Flag {
	return slices.DeleteFunc(filterFlags(), func(f cli.Flag) bool { return f.Names()[0] == "article" })
}

// verification is what `verify` was asked for.
type verification struct {
	env      *environment
	targets  targets
	files    []string
	against  string
	articles []quotes.ArticleID
	filter   quotes.Filter
	filtered bool
	from     *sources
}

func parseVerification(c *cli.Context, env *environment) (*verification, error) {
	v := &verification{env: env, against: c.String("against")}
	var err error
	if v.targets, v.files, err = parseTargets(c.Args().Slice()); err != nil {
		return nil, err
	}
	if len(v.targets.claims) > 0 {
		return nil, quotes.Errorf(quotes.CodeInvalid, "%s is a claim", claimNames(v.targets.claims)).Do("verify the quotes it appears in")
	}
	if v.filter, err = parseFilter(c, env); err != nil {
		return nil, err
	}
	v.articles, v.filter.Articles, v.filter.Brief = v.filter.Articles, nil, true
	v.filtered = slices.ContainsFunc(choosing(), func(f cli.Flag) bool { return c.IsSet(f.Names()[0]) })
	kind, err := quotes.ParseWord("type", read.Types, c.String("type"))
	v.from = &sources{env: env, kind: kind}
	if err != nil {
		return nil, err
	}
	return v, v.check(c.Bool("apply"))
}

func (v *verification) check(apply bool) error {
	named := len(v.articles) > 0 || v.against != ""
	switch {
	case len(v.articles) > 0 && v.against != "":
		return quotes.Errorf(quotes.CodeInvalid, "--against and --article together").Do("hold the quotes against one of them")
	case !named && len(v.files) == 0:
		return quotes.Errorf(quotes.CodeInvalid, "verify against what?").
			Do("name the transcript, as in `onrecord verify 12 --against transcript.txt`, or --article ID")
	case v.filtered && !v.targets.empty():
		return quotes.Errorf(quotes.CodeInvalid, "ids and filters together").Do("name the quotes by ids, or choose them by filters")
	case named && len(v.files) > 0 && (v.filtered || !v.targets.empty()):
		return quotes.Errorf(quotes.CodeInvalid, "quotes of %s and others together", v.files[0]).Do("verify them one after the other")
	case v.draft() && apply:
		return quotes.Errorf(quotes.CodeInvalid, "the quotes of %s are not on record and cannot be marked", v.files[0]).Do("ingest it first, or leave out --apply")
	}
	return nil
}

// draft reports whether the quotes are those of files, not of the record.
func (v *verification) draft() bool {
	return len(v.files) > 0 && (len(v.articles) > 0 || v.against != "")
}

func runVerify(c *cli.Context, env *environment) error {
	v, err := parseVerification(c, env)
	if err != nil {
		return err
	}
	out, err := newOutput(c, env, exchange.Verifications, "")
	if err != nil {
		return err
	}
	show := func(found []exchange.Verified) error {
		_, err := out.details(found, describeVerified(out.screen.Colour))
		v.sum(found)
		return err
	}
	if v.draft() && v.against != "" {
		held, err := readSource(c.Context, v.from, []string{v.against})
		if err != nil {
			return err
		}
		found, err := v.drafted(c, held)
		if err != nil {
			return err
		}
		return show(found)
	}
	want := accessRead
	if c.Bool("apply") {
		want = accessWrite
	}
	return withRecord(c, env, want, func(s store.Store, op *store.Op) error {
		found, err := v.verify(c, s)
		if err != nil {
			return err
		}
		if err := show(found); err != nil || !c.Bool("apply") {
			return err
		}
		return v.apply(c, s, op, found)
	})
}

// verify holds the chosen quotes of the record, or those of a draft, against
// the source.
func (v *verification) verify(c *cli.Context, s store.Store) ([]exchange.Verified, error) {
	held, err := v.source(c, s)
	if err != nil {
		return nil, err
	}
	if v.draft() {
		return v.drafted(c, held)
	}
	if err := noteSpeakers(c.Context, v.env, s, v.filter.Speakers, mayBeSeveral); err != nil {
		return nil, err
	}
	if v.filter.IDs, err = v.targets.existing(c.Context, s); err != nil {
		return nil, err
	}
	var found []exchange.Verified
	if len(v.targets.quotes) > 0 { // named one by one: rejected and scare ones, too
		for _, id := range v.filter.IDs {
			q, err := s.Quote(c.Context, id)
			if err != nil {
				return nil, err
			}
			found = append(found, held.hold(q))
		}
		return found, nil
	}
	chosen := v.filtered || !v.targets.empty()
	progress := progressOf(c, v.env, "quotes", 0)
	defer progress.End()
	for q, err := range s.Quotes(c.Context, v.filter) {
		if err != nil {
			return nil, err
		}
		// Of a whole record, only what comes from the source is of interest.
		if one := held.hold(q); chosen || one.Found != nil && len(strings.Fields(q.Text)) >= leastOfAll {
			found = append(found, one)
		}
		progress.Add(1)
	}
	return found, nil
}

// leastOfAll is how many words a quote that nobody chose needs, to be taken for
// one that comes from the source.
const leastOfAll = 5

func (v *verification) source(c *cli.Context, s store.Store) (*verifier, error) {
	switch {
	case len(v.articles) > 0:
		return articleSource(c.Context, s, v.articles)
	case v.against != "":
		return readSource(c.Context, v.from, []string{v.against})
	}
	return readSource(c.Context, v.from, v.files)
}

// drafted are the quotes of files that are not on record.
func (v *verification) drafted(c *cli.Context, held *verifier) ([]exchange.Verified, error) {
	var found []exchange.Verified
	for extraction, err := range extracted(v.from.articles(c.Context, v.files)) {
		if err != nil {
			return nil, err
		}
		for i := range extraction.Quotes {
			if q := &extraction.Quotes[i]; q.Kind != quotes.KindScare {
				q.Fidelity = quotes.FidelityUnchecked
				found = append(found, held.hold(q))
			}
		}
	}
	return found, nil
}

// sum says how many quotes came out in which way.
func (v *verification) sum(found []exchange.Verified) {
	counts := map[string]int{}
	for i := range found {
		counts[found[i].Outcome()]++
	}
	var parts []string
	for _, outcome := range []string{"verbatim", "trimmed", "altered", "spliced", "not-found"} {
		if n := counts[outcome]; n > 0 {
			parts = append(parts, fmt.Sprintf("%s %s", grouped(n), outcome))
		}
	}
	if len(parts) == 0 {
		v.env.say("no quotes to verify")
		return
	}
	v.env.say("%s: %s", plural(len(found), "quote"), strings.Join(parts, ", "))
}

// apply marks the quotes whose fidelity nobody has marked yet.
func (v *verification) apply(c *cli.Context, s store.Store, op *store.Op, found []exchange.Verified) error {
	byWord := map[quotes.Fidelity][]quotes.QuoteID{}
	marked, kept := 0, 0
	for i := range found {
		one := &found[i]
		switch proposed := one.Proposed(); {
		case proposed == "" || proposed == one.Fidelity:
		case one.Fidelity != quotes.FidelityUnchecked:
			kept++
		default:
			byWord[proposed] = append(byWord[proposed], one.ID)
			marked++
		}
	}
	if kept > 0 {
		v.env.say("%s marked otherwise already, and left so", plural(kept, "quote"))
	}
	if marked == 0 {
		v.env.say("nothing to mark")
		return nil
	}
	if err := confirm(c, v.env, "mark", marked); err != nil {
		return err
	}
	op.Note = "held against " + found[0].Source
	var words []string
	for _, word := range quotes.Fidelities {
		if ids := byWord[word]; len(ids) > 0 {
			if _, err := s.Mark(c.Context, op, ids, nil, quotes.Mark{Axis: quotes.AxisFidelity, Fidelity: word}); err != nil {
				return err
			}
			words = append(words, fmt.Sprintf("%s %s", grouped(len(ids)), word))
		}
	}
	v.env.done(op, "marked %s: %s", plural(marked, "quote"), strings.Join(words, ", "))
	return nil
}
