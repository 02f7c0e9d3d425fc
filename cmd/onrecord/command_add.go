package main

import (
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"onrecord/quotes"
	"onrecord/quotes/exchange"
	"onrecord/quotes/when"
	"onrecord/store"
)

func addCommand(env *environment) *cli.Command {
	return &cli.Command{
		Name:  "add",
		Usage: "put a quote on record by hand; prints its id",
		Description: `  onrecord add --speaker "Ann Lee" --text "We will rebuild the bridge." --outlet "The Ledger" --said-on yesterday
  onrecord add --speaker "Ann Lee" --text - < words.txt`,
		Flags: writeFlags(
			&cli.StringFlag{Name: "speaker", Aliases: []string{"s"}, Usage: "who said it: `NAME`; \"#7\" is the speaker with id 7"},
			&cli.StringFlag{Name: "text", Usage: "the exact `WORDS`, without the marks; - reads standard input"},
			&cli.StringFlag{Name: "context", Usage: "the `TEXT` around them"},
			&cli.StringFlag{Name: "source-url", Aliases: []string{"url"}, Usage: "the `ADDRESS` where they stand"},
			&cli.StringFlag{Name: "title", Usage: "the `HEADLINE` there"},
			&cli.StringFlag{Name: "outlet", Usage: "the `OUTLET` that printed them"},
			&cli.StringFlag{Name: "published", Usage: "the `DATE` on which it did"},
			&cli.StringFlag{Name: "said-on", Usage: "the `DATE` on which they were said"},
			&cli.StringSliceFlag{Name: "tag", Aliases: []string{"t"}, Usage: "a `TAG`; may be given again"},
			&cli.StringFlag{Name: "note", Usage: "what colleagues should know: `TEXT`"},
		),
		Action: func(c *cli.Context) error { return runAdd(c, env) },
	}
}

func runAdd(c *cli.Context, env *environment) error {
	q, err := quoteByHand(c, env)
	if err != nil {
		return err
	}
	return withRecord(c, env, accessCreate, func(s store.Store, op *store.Op) error {
		isNew, err := newSpeaker(c.Context, s, q.Speaker, ", a new speaker")
		if err != nil {
			return err
		}
		id, err := s.AddQuote(c.Context, op, q)
		if err != nil {
			return err
		}
		if !op.DryRun {
			env.print("%d\n", id)
		}
		speaker := "an unknown speaker"
		if stored, err := s.Quote(c.Context, id); err == nil && stored.Speaker != "" {
			speaker = stored.Speaker
		} else if q.Speaker != "" {
			speaker = q.Speaker
		}
		env.done(op, "added a quote by %s%s", speaker, isNew)
		return nil
	})
}

func quoteByHand(c *cli.Context, env *environment) (quotes.Quote, error) {
	var q quotes.Quote
	if c.Args().Present() {
		return q, quotes.Errorf(quotes.CodeInvalid, "add takes no argument %q", c.Args().First()).
			Do("put words of several parts between quote marks, as in --text \"We will.\"")
	}
	words, err := textOrStdin(env.input(c.Context), c.String("text"))
	if err != nil {
		return q, err
	}
	if words == "" {
		return q, quotes.Errorf(quotes.CodeInvalid, "a quote needs words").Do("give them with --text")
	}
	if !c.IsSet("speaker") {
		return q, quotes.Errorf(quotes.CodeInvalid, "a quote needs a speaker").Do(`give one with --speaker, or --speaker "" if nobody knows`)
	}
	tags, err := tagNames(c.StringSlice("tag"))
	if err != nil {
		return q, err
	}
	q = quotes.Quote{
		Text: words, Speaker: strings.TrimSpace(c.String("speaker")), Context: strings.TrimSpace(c.String("context")),
		Kind: quotes.KindFull, Tags: tags, Note: c.String("note"),
		Article: quotes.ArticleRef{Title: c.String("title"), Outlet: c.String("outlet"), URL: c.String("source-url")},
	}
	if q.Article.URL != "" {
		if err := checkWebAddress(q.Article.URL); err != nil {
			return q, err
		}
	}
	for _, date := range []struct {
		flag string
		into *string
	}{{"said-on", &q.SaidOn}, {"published", &q.Article.Published}} {
		if value := c.String(date.flag); value != "" {
			if *date.into, err = when.Day(value, env.clock()); err != nil {
				return q, err
			}
		}
	}
	return q, nil
}

// textOrStdin is the words of a flag, or of standard input for "-", trimmed,
// without one pair of double marks that somebody pasted along.
func textOrStdin(stdin io.Reader, value string) (string, error) {
	if value == "-" {
		read, err := readAllText(stdin)
		if err != nil {
			return "", err
		}
		value = read
	}
	return exchange.Unmarked(value), nil
}
