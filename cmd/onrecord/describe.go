package main

import (
	"fmt"
	"strconv"
	"strings"

	"onrecord/cmd/internal/terminal"
	"onrecord/quotes"
	"onrecord/quotes/exchange"
	"onrecord/quotes/worth"
)

// describeQuote shows a quote in its context, with all that is known of it.
func describeQuote(d *terminal.Detail, q *shownQuote) {
	d.Heading(fmt.Sprintf("Quote %d", q.ID))
	d.Passage(2, terminal.Cell{Text: q.Text, Style: terminal.Bold})
	d.Gap()
	for _, name := range []string{"speaker", "role", "kind", "status", "verdict", "fidelity", "state", "tags", "note", "said_on"} {
		d.Named(name, valueNamed(name, &q.Quote))
	}
	d.Named("worthiness", worthiness(q.Text))
	if q.Speaker == "" {
		d.Field("speaker", terminal.Text("unknown: "+q.Reason))
	}
	d.Named("mention", placed(q.Mention))
	d.Named("cue", placed(q.Cue))
	d.Named("spans", valueNamed("spans", &q.Quote))
	d.Named("method", q.Method)
	d.Named("confidence", certainty(&q.Quote))
	d.Named("confirmed_by", q.ConfirmedBy)
	d.Named("article", articleLine(&q.Article))
	d.Named("url", q.Article.URL)
	d.Named("stored", strings.TrimSpace(q.CreatedAt+" by "+q.CreatedBy))
	d.Named("revision", strconv.Itoa(q.Rev))
	if q.Context != "" {
		d.Heading("Context")
		d.Passage(2, terminal.Cell{Text: q.Context, Marked: q.InContext()})
	}
	if len(q.Why) > 0 {
		d.Heading("Why this speaker")
		for _, line := range q.Why {
			d.Field(line.Label, terminal.Text(line.Text))
		}
	}
	for i := range q.Claims {
		describeClaim(d, &q.Claims[i])
	}
	describeEvents(d, q.events)
}

// describeArticle shows an article with its text.
func describeArticle(d *terminal.Detail, a *quotes.Article) {
	d.Heading(fmt.Sprintf("Article %d", a.ID))
	for _, c := range exchange.Articles.Columns {
		if c.Name != "id" && c.Name != "text" {
			d.Named(c.Name, c.Value(a))
		}
	}
	if a.Text != "" {
		d.Heading("Text")
		d.Passage(0, terminal.Text(a.Text))
	}
}

// describeSpeaker shows a speaker with all names.
func describeSpeaker(d *terminal.Detail, s *quotes.Speaker) {
	d.Heading(s.Name)
	for _, c := range exchange.Speakers.Columns {
		if c.Name != "name" {
			d.Named(c.Name, c.Value(s))
		}
	}
}

func valueNamed(name string, q *quotes.Quote) string { return columnValue(exchange.Quotes, name, q) }

// columnValue is the value of the column of that name.
func columnValue[T any](table *exchange.Table[T], name string, record *T) string {
	for _, c := range table.Columns {
		if c.Name == name {
			return c.Value(record)
		}
	}
	return ""
}

// worthiness is how worth checking words are, and why.
func worthiness(words string) string {
	score := worth.Of(words)
	return strings.TrimSuffix(fmt.Sprintf("%.2f: %s", score.Value(), score), ": ")
}

// placed is a passage with its offsets.
func placed(p *quotes.Passage) string {
	if p == nil {
		return ""
	}
	return fmt.Sprintf("%s (%d-%d)", p.Text, p.Start, p.End)
}

func certainty(q *quotes.Quote) string {
	if q.Method == "hand" {
		return ""
	}
	line := fmt.Sprintf("%.2f the speaker, %.2f the mention", q.Confidence, q.MentionConfidence)
	if q.RunnerUp != nil {
		line += fmt.Sprintf("; or else %s, %.2f", q.RunnerUp.Speaker, q.RunnerUp.Confidence)
	}
	return line
}

func articleLine(a *quotes.ArticleRef) string {
	parts := []string{}
	for _, part := range []string{a.Title, a.Outlet, a.Published} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	line := strings.Join(parts, ", ")
	if a.ID > 0 {
		line += fmt.Sprintf(" (article %d)", a.ID)
	}
	return strings.TrimSpace(line)
}
