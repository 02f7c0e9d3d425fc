package main

import (
	"iter"

	"github.com/urfave/cli/v2"

	"onrecord/quotes"
	"onrecord/quotes/exchange"
)

func extractCommand(env *environment) *cli.Command {
	return &cli.Command{
		Name:      "extract",
		Usage:     "find quotes and speakers without any database",
		ArgsUsage: "PATH…|URL…|-",
		Description: `  onrecord extract article.txt
  onrecord extract articles.jsonl > quotes.jsonl      one JSON object a quote`,
		Flags:  formatFlags(sourceFlags()...),
		Action: func(c *cli.Context) error { return runExtract(c, env) },
	}
}

func runExtract(c *cli.Context, env *environment) error {
	if !c.Args().Present() {
		return quotes.Errorf(quotes.CodeInvalid, "extract from what?").Do("name files, folders or web addresses; - reads standard input")
	}
	from, err := newSources(c, env)
	if err != nil {
		return err
	}
	out, err := newOutput(c, env, exchange.Extractions, "doc,speaker,text,mention_text,kind,confidence")
	if err != nil {
		return err
	}
	out.inPipe(exchange.FormatJSONL)
	failed := 0
	found := func(yield func(*exchange.Extracted, error) bool) {
		for extraction, err := range extracted(from.articles(c.Context, c.Args().Slice())) {
			if err != nil {
				failed++
				report(env, err)
				continue
			}
			sayDoubt(env.stderr, extraction.Article)
			for i := range extraction.Quotes {
				if !yield(&exchange.Extracted{Doc: extraction.Article.Doc, Quote: extraction.Quotes[i]}, nil) {
					return
				}
			}
		}
	}
	if _, err := out.print(iter.Seq2[*exchange.Extracted, error](found)); err != nil {
		return err
	}
	if failed > 0 {
		return errReported
	}
	return nil
}
