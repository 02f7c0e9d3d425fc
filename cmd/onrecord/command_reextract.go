package main

import (
	"github.com/urfave/cli/v2"

	"onrecord/quotes"
	"onrecord/quotes/extract"
	"onrecord/store"
)

func reextractCommand(env *environment) *cli.Command {
	return &cli.Command{
		Name:      "reextract",
		Usage:     "run this version's extractor over stored texts; what editors touched stays",
		ArgsUsage: "[ARTICLE…]",
		Description: `  onrecord reextract 3
  onrecord reextract --yes           every article that an older extractor read`,
		Flags:  writeFlags(&cli.BoolFlag{Name: "all", Usage: "also articles that this version has read"}),
		Action: func(c *cli.Context) error { return runReextract(c, env) },
	}
}

func runReextract(c *cli.Context, env *environment) error {
	ids, err := articleIDs(c.Args().Slice())
	if err != nil {
		return err
	}
	return withRecord(c, env, accessWrite, func(s store.Store, op *store.Op) error {
		if len(ids) == 0 {
			if ids, err = outdated(c, s); err != nil {
				return err
			}
		}
		if len(ids) == 0 {
			env.say("every article was read by extractor %s already", extract.Version)
			return nil
		}
		if err := confirm(c, env, "reextract", len(ids)); err != nil {
			return err
		}
		var total store.Reextracted
		p := progressOf(c, env, "articles", len(ids))
		defer p.End()
		for _, id := range ids {
			if err := c.Context.Err(); err != nil {
				return err
			}
			done, err := reextract(c, s, op, id)
			if err != nil {
				return err
			}
			total.Kept += done.Kept
			total.Changed += done.Changed
			total.Added += done.Added
			total.Withdrawn += done.Withdrawn
			p.Add(1)
		}
		p.End()
		env.done(op, "%s: %s as they were, %s changed, %s new, %s withdrawn", plural(len(ids), "article"),
			plural(total.Kept, "quote"), grouped(total.Changed), grouped(total.Added), grouped(total.Withdrawn))
		return nil
	})
}

// outdated are the articles that another version of the extractor read.
func outdated(c *cli.Context, s store.Store) ([]quotes.ArticleID, error) {
	articles, err := s.Articles(c.Context, quotes.ArticleFilter{})
	if err != nil {
		return nil, err
	}
	var ids []quotes.ArticleID
	for _, a := range articles {
		if a.SHA256 != "" && (a.Extractor != extract.Version || c.Bool("all")) {
			ids = append(ids, a.ID)
		}
	}
	return ids, nil
}

func reextract(c *cli.Context, s store.Store, op *store.Op, id quotes.ArticleID) (*store.Reextracted, error) {
	article, err := s.Article(c.Context, id)
	if err != nil {
		return nil, err
	}
	if article.Text == "" {
		return nil, quotes.Errorf(quotes.CodeUnusable, "article %d has no text", id).Do("it is the source of a quote added by hand; leave it out")
	}
	article.Extractor = extract.Version
	found := sound(extract.Extract, article)
	if found.err != nil {
		return nil, found.err
	}
	return s.Reextract(c.Context, op, found.extraction)
}
