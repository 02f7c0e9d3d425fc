package main

import (
	"context"
	"fmt"
	"strings"

	"onrecord/cmd/internal/terminal"
	"onrecord/quotes"
	"onrecord/quotes/compare"
	"onrecord/quotes/exchange"
	"onrecord/quotes/text"
	"onrecord/store"
)

// verifier holds quotes against one source.
type verifier struct {
	name   string
	index  *text.RuneIndex
	source *compare.Source
}

func newVerifier(name, body string) *verifier {
	return &verifier{name: name, index: text.NewRuneIndex(body), source: compare.NewSource(body)}
}

// readSource reads texts, several one behind the other, as one source.
func readSource(ctx context.Context, from *sources, names []string) (*verifier, error) {
	var parts []string
	for article, err := range from.articles(ctx, names) {
		if err != nil {
			return nil, err
		}
		parts = append(parts, article.Text)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return newVerifier(strings.Join(names, ", "), strings.Join(parts, "\n\n")), nil
}

// articleSource takes articles on record for the source.
func articleSource(ctx context.Context, s store.ArticleStore, ids []quotes.ArticleID) (*verifier, error) {
	var names, parts []string
	for _, id := range ids {
		a, err := s.Article(ctx, id)
		if err != nil {
			return nil, err
		}
		if a.Text == "" {
			return nil, quotes.Errorf(quotes.CodeInvalid, "article %d has no text to hold quotes against", id).
				Do("it is the source of a quote added by hand; name a file with --against")
		}
		names, parts = append(names, fmt.Sprintf("article %d", id)), append(parts, a.Text)
	}
	return newVerifier(strings.Join(names, ", "), strings.Join(parts, "\n\n")), nil
}

// hold looks for a quote in the source.
func (v *verifier) hold(q *quotes.Quote) exchange.Verified {
	out := exchange.Verified{Quote: *q, Source: v.name, Found: v.source.Find(q.Text)}
	if out.Found != nil {
		out.Start, out.End = v.index.Rune(out.Found.Span.Start), v.index.Rune(out.Found.Span.End)
	}
	return out
}

// describeVerified shows a quote beside its source: in colour each with what
// the other lacks, else in one with signs.
func describeVerified(colour bool) func(*terminal.Detail, *exchange.Verified) {
	return func(d *terminal.Detail, v *exchange.Verified) {
		title := v.Outcome()
		if v.ID > 0 {
			title = fmt.Sprintf("Quote %d: %s", v.ID, title)
		}
		if v.Speaker != "" {
			title += ", " + v.Speaker
		}
		d.Heading(title)
		switch {
		case v.Found == nil || v.Found.Kind == compare.Same:
			d.Field("printed", terminal.Text(v.Text))
		case colour:
			d.Field("source", pieced(v.Found.Pieces, compare.Removed, terminal.Red))
			d.Field("printed", pieced(v.Found.Pieces, compare.Added, terminal.Green))
		default:
			d.Field("wording", terminal.Text(v.Wording()))
		}
		if v.Found != nil {
			for _, difference := range strings.Split(v.Differs(), "; ") {
				if difference != "" {
					d.Field("differs", terminal.Text(difference))
				}
			}
			d.Named("elsewhere", v.Found.Elsewhere)
		}
	}
}

// pieced is one side of a word diff, with the words that only it has marked.
func pieced(pieces []compare.Piece, side compare.Op, style terminal.Style) terminal.Cell {
	cell := terminal.Cell{MarkedStyle: style + ";" + terminal.Bold}
	at := 0
	var b strings.Builder
	for _, p := range pieces {
		if p.Op != compare.Both && p.Op != side {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
			at++
		}
		b.WriteString(p.Text)
		length := len([]rune(p.Text))
		if p.Op == side {
			cell.Marked = append(cell.Marked, quotes.Span{Start: at, End: at + length})
		}
		at += length
	}
	cell.Text = b.String()
	return cell
}
