package main

import (
	"strings"

	"github.com/urfave/cli/v2"

	"onrecord/quotes"
	"onrecord/quotes/exchange"
	"onrecord/quotes/when"
	"onrecord/store"
)

func articlesCommand(env *environment) *cli.Command {
	list := func(c *cli.Context) error { return listArticles(c, env) }
	listFlags := formatFlags(
		&cli.StringSliceFlag{Name: "outlet", Usage: "published by this `OUTLET`"},
		&cli.StringFlag{Name: "since", Usage: "published (else read) on `DATE` or later"},
		&cli.StringFlag{Name: "until", Usage: "on `DATE` or earlier"},
		&cli.BoolFlag{Name: "superseded", Usage: "also versions that a later one replaced"},
		&cli.BoolFlag{Name: "rejected", Usage: "also rejected ones"},
		&cli.StringFlag{Name: "limit", Aliases: []string{"n"}, Usage: "at most `N`; 0 for no limit"},
	)
	return &cli.Command{
		Name:      "articles",
		Usage:     "what was read; put right title, outlet, date and address",
		ArgsUsage: "[WORDS]",
		Description: `  onrecord articles --since 7d
  onrecord articles show 3
  onrecord articles edit 3 --outlet "The Ledger" --published 2026-11-03
  onrecord articles reject 3 --reason "satire page"`,
		Flags:  listFlags,
		Action: list,
		Subcommands: []*cli.Command{
			{Name: "list", Usage: "what was read, newest first", ArgsUsage: "[WORDS]", Flags: listFlags, Action: list},
			{
				Name: "show", Usage: "articles with their text", ArgsUsage: "ID…",
				Flags:  formatFlags(historyFlag("every change of what is known of the article")),
				Action: func(c *cli.Context) error { return showArticles(c, env) },
			},
			{
				Name: "edit", Usage: "put right what is known of an article; its text never changes", ArgsUsage: "ID",
				Flags: writeFlags(
					&cli.StringFlag{Name: "title", Usage: "the headline: `TEXT`"},
					&cli.StringFlag{Name: "outlet", Usage: "who published it: `NAME`"},
					&cli.StringFlag{Name: "author", Usage: "the byline: `NAME`"},
					&cli.StringFlag{Name: "url", Usage: "its `ADDRESS`"},
					&cli.StringFlag{Name: "published", Usage: "the `DATE` of publication"},
					&cli.StringFlag{Name: "language", Usage: "its language as a BCP 47 `TAG`"},
					revFlag("article"),
				),
				Action: func(c *cli.Context) error { return editArticle(c, env) },
			},
			{
				Name: "reject", Usage: "take articles and their quotes off the listings; they are kept", ArgsUsage: "ID…",
				Flags:  writeFlags(&cli.StringFlag{Name: "reason", Usage: "why: `TEXT`"}),
				Action: func(c *cli.Context) error { return setArticleState(c, env, quotes.ArticleRejected) },
			},
			{
				Name: "accept", Usage: "bring rejected articles back", ArgsUsage: "ID…", Flags: writeFlags(),
				Action: func(c *cli.Context) error { return setArticleState(c, env, quotes.ArticleCurrent) },
			},
		},
	}
}

func listArticles(c *cli.Context, env *environment) error {
	filter := quotes.ArticleFilter{
		Outlets: c.StringSlice("outlet"), Text: strings.Join(c.Args().Slice(), " "),
		Superseded: c.Bool("superseded"), Rejected: c.Bool("rejected"),
	}
	var err error
	if filter.Since, filter.Until, err = period(c, env); err != nil {
		return err
	}
	if filter.Limit, err = parseLimit(c); err != nil {
		return err
	}
	return printFound(c, env, exchange.Articles, func(s store.Store) ([]quotes.Article, error) {
		return s.Articles(c.Context, filter)
	})
}

func showArticles(c *cli.Context, env *environment) error {
	ids, err := articleArguments(c, "show")
	if err != nil {
		return err
	}
	changes := func(article *quotes.Article) quotes.ChangeFilter { return quotes.ChangeFilter{Article: article.ID} }
	return printInFullWith(c, env, exchange.Articles, describeArticle, changes, func(s store.Store) (found []quotes.Article, err error) {
		for _, id := range ids {
			article, err := s.Article(c.Context, id)
			if err != nil {
				return nil, err
			}
			found = append(found, *article)
		}
		return found, nil
	})
}

func editArticle(c *cli.Context, env *environment) error {
	ids, err := articleArguments(c, "edit")
	if err != nil {
		return err
	}
	if len(ids) > 1 {
		return quotes.Errorf(quotes.CodeInvalid, "edit takes one article").Do("put them right one at a time")
	}
	update := quotes.ArticleUpdate{
		URL: givenString(c, "url"), Title: givenString(c, "title"), Outlet: givenString(c, "outlet"),
		Byline: givenString(c, "author"), Published: givenString(c, "published"), Language: givenString(c, "language"),
	}
	if update == (quotes.ArticleUpdate{}) {
		return quotes.Errorf(quotes.CodeInvalid, "nothing to put right").Do("give --title, --outlet, --author, --url, --published or --language")
	}
	update.Rev = c.Int("rev")
	if update.URL != nil && *update.URL != "" {
		if err := checkWebAddress(*update.URL); err != nil {
			return err
		}
	}
	if update.Published != nil && *update.Published != "" {
		day, err := when.Day(*update.Published, env.clock())
		if err != nil {
			return err
		}
		update.Published = &day
	}
	return withRecord(c, env, accessWrite, func(s store.Store, op *store.Op) error {
		if _, err := s.UpdateArticles(c.Context, op, ids, update); err != nil {
			return err
		}
		env.done(op, "put article %d right", ids[0])
		return nil
	})
}

func setArticleState(c *cli.Context, env *environment, state quotes.ArticleState) error {
	ids, err := articleArguments(c, c.Command.Name)
	if err != nil {
		return err
	}
	if err := confirm(c, env, c.Command.Name, len(ids)); err != nil {
		return err
	}
	return withRecord(c, env, accessWrite, func(s store.Store, op *store.Op) error {
		op.Note = c.String("reason")
		changed, err := s.UpdateArticles(c.Context, op, ids, quotes.ArticleUpdate{State: &state})
		if err != nil {
			return err
		}
		env.done(op, "%sed %s", c.Command.Name, plural(changed, "article"))
		return nil
	})
}

// articleArguments reads the arguments as article ids; none is CodeInvalid.
func articleArguments(c *cli.Context, verb string) ([]quotes.ArticleID, error) {
	if !c.Args().Present() {
		return nil, quotes.Errorf(quotes.CodeInvalid, "%s which article?", verb).Do("`onrecord articles` prints their ids")
	}
	return articleIDs(c.Args().Slice())
}
