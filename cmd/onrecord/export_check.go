package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"onrecord/cmd/internal/wholefile"
	"onrecord/quotes"
	"onrecord/quotes/exchange"
	"onrecord/store"
)

// flagCheckSheet asks export for a check sheet.
const flagCheckSheet = "check-sheet"

// runCheckSheet writes one article line by line, with all that is to be looked
// up in it.
func runCheckSheet(c *cli.Context, env *environment) error {
	articles, err := articleIDs(c.StringSlice("article"))
	if err != nil {
		return err
	}
	if len(articles) != 1 || c.Args().Present() {
		return quotes.Errorf(quotes.CodeInvalid, "a check sheet is of one article").
			Do("name it, as in onrecord export --check-sheet --article 7 -o sheet.html; `onrecord articles` lists them")
	}
	path := c.String("output")
	if path == "-" {
		path = ""
	}
	if err := notTheRecord(c, env, path); err != nil {
		return err
	}
	format, err := exportFormat(c, path)
	if err != nil {
		return err
	}
	options, err := exportOptions(c, env, format, path != "")
	if err != nil {
		return err
	}
	columns, err := exchange.CheckItems.Parse(c.String("columns"))
	if err != nil {
		return err
	}
	var out *output[exchange.CheckItem]
	if path == "" && format != exchange.FormatHTML && format != exchange.FormatXLSX {
		if out, err = newOutput(c, env, exchange.CheckItems, ""); err != nil {
			return err
		}
	}
	return withRecord(c, env, accessRead, func(s store.Store, _ *store.Op) error {
		sheet, err := readCheckSheet(c, s, articles[0])
		if err != nil {
			return err
		}
		if out != nil {
			_, err := out.print(each(exchange.CheckRows(sheet.lines)))
			return err
		}
		write := func(w io.Writer) error { return sheet.write(w, format, columns, options) }
		if path == "" {
			return outputFault(write(env.stdout))
		}
		if err := wholefile.Write(path, c.Bool("force"), write); err != nil {
			return err
		}
		items, open := sheet.counts()
		env.say("wrote %s to look up, %d of them open, to %s", plural(items, "item"), open, path)
		return nil
	})
}

// checkSheet is an article's.
type checkSheet struct {
	article *quotes.Article
	lines   []exchange.CheckLine
}

func readCheckSheet(c *cli.Context, s store.Store, id quotes.ArticleID) (*checkSheet, error) {
	article, err := s.Article(c.Context, id)
	if err != nil {
		return nil, err
	}
	if article.Text == "" {
		return nil, quotes.Errorf(quotes.CodeInvalid, "article %d has no text", id).Do("its quotes were added by hand; ingest the article itself")
	}
	var all []exchange.CheckedQuote
	filter := quotes.Filter{Articles: []quotes.ArticleID{id}, Sort: []quotes.SortKey{{Field: quotes.SortArticle}}}
	for q, err := range s.Quotes(c.Context, filter) {
		if err != nil {
			return nil, err
		}
		all = append(all, exchange.CheckedQuote{Quote: q})
	}
	for i := range all {
		if all[i].Claims, err = s.ClaimsOf(c.Context, all[i].ID); err != nil {
			return nil, err
		}
	}
	return &checkSheet{article, exchange.CheckSheet(article, all)}, nil
}

func (sheet *checkSheet) write(w io.Writer, format exchange.Format, columns []exchange.Column[exchange.CheckItem], options exchange.Options) error {
	a := sheet.article
	var about []string
	for _, part := range []string{a.Outlet, a.Published, a.Byline, a.URL} {
		if part != "" {
			about = append(about, part)
		}
	}
	options.Title = a.Title
	if a.Title == "" {
		options.Title = fmt.Sprintf("Article %d", a.ID)
	}
	if format == exchange.FormatHTML {
		return exchange.WriteCheckPage(w, options.Title, strings.Join(about, ", "), sheet.lines)
	}
	writer, err := exchange.NewWriter(w, format, exchange.CheckItems, columns, options)
	if err != nil {
		return err
	}
	rows := exchange.CheckRows(sheet.lines)
	for i := range rows {
		if err := writer.Write(&rows[i]); err != nil {
			return err
		}
	}
	return writer.Close()
}

func (sheet *checkSheet) counts() (items, open int) {
	for i := range sheet.lines {
		items += len(sheet.lines[i].Items)
		for _, item := range sheet.lines[i].Items {
			if item.Open {
				open++
			}
		}
	}
	return items, open
}
