package exchange

import (
	"strings"

	"onrecord/quotes"
)

type correction = quotes.Correction

// Corrections is how the list of corrections leaves the program.
var Corrections = &Table[correction]{
	Name: "corrections",
	Columns: []Column[correction]{
		text("date", "the day of the correction", func(c *correction) string { return c.Date }),
		text("kind", "what was corrected: "+strings.Join(quotes.Strings(quotes.CorrectionKinds), ", "), func(c *correction) string { return string(c.Kind) }),
		text("before", "what was said before", func(c *correction) string { return c.Before }),
		text("after", "what is said now", func(c *correction) string { return c.After }),
		text("note", "the grounds given", func(c *correction) string { return c.Note }),
		{"quotes", "the quotes it stands in", func(c *correction) string { return ids(c.Quotes) }, func(c *correction) any { return orEmpty(c.Quotes) }},
		text("text", "the words of the first of them", func(c *correction) string { return c.Text }),
		text("speaker", "who said it", func(c *correction) string { return c.Speaker }),
		{"article_id", "the article it is from", func(c *correction) string { return number(c.Article.ID) }, func(c *correction) any { return c.Article.ID }},
		text("article_title", "its headline", func(c *correction) string { return c.Article.Title }),
		text("outlet", "who published it", func(c *correction) string { return c.Article.Outlet }),
		text("url", "its address", func(c *correction) string { return c.Article.URL }),
		text("published", "the day it was published", func(c *correction) string { return c.Article.Published }),
		{"claim", "the claim that a verdict is on", func(c *correction) string { return number(c.Claim) }, func(c *correction) any { return c.Claim }},
		text("claimed", "the claim's words", func(c *correction) string { return c.Claimed }),
		text("at", "when, to the second", func(c *correction) string { return c.At }),
		text("by", "who corrected it", func(c *correction) string { return c.By }),
		{"op", "the command in the log", func(c *correction) string { return number(c.Op) }, func(c *correction) any { return c.Op }},
	},
	Default: []string{"date", "speaker", "text", "kind", "before", "after", "note"},
	JSON: func(c *correction) any {
		whole := *c
		whole.Quotes = orEmpty(c.Quotes)
		return &whole
	},
}
