package review

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"onrecord/quotes"
	"onrecord/quotes/extract"
)

// Card is one quote as it lies on the desk, as the record had it when it was
// laid there.
type Card struct {
	quotes.Quote
	Claims []quotes.Claim
	// Passage is the text around the quote, Lit where the quote stands in it.
	Passage string
	Lit     []quotes.Span
}

// The passage is the quote's context with this much more to either side, so
// that the eye finds who "she" is.
const (
	paragraphsAround = 4
	bytesAround      = 4096
)

// cardOf reads a quote with all that is shown of it; CodeNotFound.
func cardOf(ctx context.Context, r Record, id quotes.QuoteID) (*Card, error) {
	q, err := r.Quote(ctx, id)
	if err != nil {
		return nil, err
	}
	c := &Card{Quote: *q}
	if c.Claims, err = r.ClaimsOf(ctx, id); err != nil {
		return nil, err
	}
	return c, c.readPassage(ctx, r)
}

func (c *Card) readPassage(ctx context.Context, r Record) error {
	wide := c.Quote
	if !wide.ContextSpan.Empty() {
		article, err := r.Article(ctx, c.Article.ID)
		if err != nil {
			return err
		}
		extract.Widen(&wide, article.Text, paragraphsAround, bytesAround)
	}
	c.Passage = wide.Context
	for _, s := range wide.Spans {
		if wide.ContextSpan.Contains(s) {
			c.Lit = append(c.Lit, quotes.Span{Start: s.Start - wide.ContextSpan.Start, End: s.End - wide.ContextSpan.Start})
		}
	}
	if len(c.Lit) > 0 {
		return nil
	}
	// A quote added by hand: its words, in its context or before it.
	before, _, found := strings.Cut(c.Passage, c.Text)
	if !found {
		c.Passage = strings.TrimSpace(c.Text + "\n\n" + c.Passage)
		before = ""
	}
	start := utf8.RuneCountInString(before)
	c.Lit = []quotes.Span{{Start: start, End: start + utf8.RuneCountInString(c.Text)}}
	return nil
}

// corrected reports whether the words are no longer those of the article.
func (c *Card) corrected() bool {
	if len(c.Spans) == 0 {
		return false
	}
	runes := []rune(c.Passage)
	parts := make([]string, len(c.Lit))
	for i, s := range c.Lit {
		parts[i] = string(runes[s.Start:s.End])
	}
	return strings.Join(parts, quotes.SpanJoiner) != c.Text
}

// difference is a field that differs between two cards of one quote.
type difference struct{ field, before, after string }

// differences are what has changed from one card of a quote to another.
func differences(before, after *Card) []difference {
	was, is := before.fields(), after.fields()
	var out []difference
	for i := range was {
		if was[i][1] != is[i][1] {
			out = append(out, difference{was[i][0], was[i][1], is[i][1]})
		}
	}
	return out
}

// fields are what an editor decides by, each with its name.
func (c *Card) fields() [][2]string {
	claims := make([]string, len(c.Claims))
	for i := range c.Claims {
		claims[i] = claimLine(&c.Claims[i])
	}
	tags := slices.Clone(c.Tags)
	slices.Sort(tags)
	return [][2]string{
		{"text", c.Text},
		{"speaker", c.Speaker},
		{"state", string(c.State)},
		{"confirmed by", c.ConfirmedBy},
		{"said on", c.SaidOn},
		{"status", string(c.Status)},
		{"verdict", string(c.Verdict)},
		{"fidelity", string(c.Fidelity)},
		{"tags", strings.Join(tags, ", ")},
		{"note", c.Note},
		{"claims", strings.Join(claims, "; ")},
		{"source", strings.Join([]string{c.Article.Title, c.Article.Outlet, c.Article.Published, c.Article.URL}, ", ")},
	}
}
