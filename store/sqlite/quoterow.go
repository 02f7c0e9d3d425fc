package sqlite

import (
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"strings"
	"unicode/utf8"

	"onrecord/quotes"
	"onrecord/quotes/text"
	"onrecord/quotes/worth"
)

// quoteRows gathers rows of quotes and writes them many to a statement.
type quoteRows struct {
	w      *write
	values []any
	count  int
}

// ownContext is the place of own_context in a quote's state.
const ownContext = 16

// rowsPerStatement balances the cost of a statement against that of
// preparing one with so many parameters.
const rowsPerStatement = 50

func (r *quoteRows) add(id, seq int64, listed bool, date int64, s state) error {
	shown := int64(0)
	if listed {
		shown = 1
	}
	words := s[len(s)-1].(string)
	r.values = append(append(r.values, id, seq, shown, date, "", "", int64(worth.Points(words)), fingerprintOf(words)), s...)
	r.count++
	if r.count < rowsPerStatement {
		return nil
	}
	return r.insert(rowsPerStatement)
}

// flush writes what is left.
func (r *quoteRows) flush() error {
	for r.count > 0 {
		n := 1
		if r.count >= 8 {
			n = 8
		}
		if err := r.insert(n); err != nil {
			return err
		}
	}
	return nil
}

// insert writes the first n rows.
func (r *quoteRows) insert(n int) error {
	t := tableOf(quotes.EntityQuote)
	width := len(t.columns) + 8
	row := "(?" + strings.Repeat(",?", width-1) + ")"
	query := "INSERT INTO quotes (id, created, listed, date, status, verdict, worth, fingerprint, " + strings.Join(t.columns, ", ") +
		") VALUES " + row + strings.Repeat(","+row, n-1)
	if err := r.w.exec(query, r.values[:n*width]...); err != nil {
		return fmt.Errorf("quotes: %w", err)
	}
	r.values = r.values[:copy(r.values, r.values[n*width:])]
	r.count -= n
	return nil
}

// digestQuote adds a quote's row to the digest that its ingest leaves in the
// chain.
func digestQuote(h hash.Hash, id int64, s state) {
	number(h, id)
	field(h, tableOf(quotes.EntityQuote).encode(nil, s), false)
}

// ingestState is what an ingest leaves in the chain: the article's row, the
// ids and digest of its quotes, and the speakers made along.
func ingestState(row state, ids []quotes.QuoteID, digest []byte, m *made) []byte {
	out := tableOf(quotes.EntityArticle).encode(nil, row)
	out = append(out[:len(out)-1], `,"made":{"quotes":[`...)
	if len(ids) > 0 {
		// Ids of one ingest follow one another.
		out = append(out, itoa(int64(ids[0]))+","+itoa(int64(ids[len(ids)-1]))...)
	}
	out = append(out, `],"digest":"`+hex.EncodeToString(digest)+`"`...)
	if len(m.speakers) > 0 {
		out = append(append(append(out, `,"speakers":[`...), m.speakers...), ']')
	}
	if len(m.aliases) > 0 {
		out = append(append(append(out, `,"aliases":[`...), m.aliases...), ']')
	}
	return append(out, "}}"...)
}

// checkQuote reports what is wrong with a quote's places in its article.
func checkQuote(q *quotes.Quote, body string, index *text.RuneIndex) error {
	for _, s := range []string{q.Text, q.Speaker, q.Role, q.Note, q.Reason, q.Context} {
		if !utf8.ValidString(s) {
			return errors.New("not UTF-8")
		}
	}
	if len(q.Spans) == 0 {
		return errors.New("no place in the text")
	}
	last := 0
	var spans []quotes.Span
	for _, s := range q.Spans {
		if s.Start < last || s.Empty() || s.End > index.Runes() {
			return fmt.Errorf("its place %d to %d is outside the text or out of order", s.Start, s.End)
		}
		last = s.End
		spans = append(spans, index.ToBytes(s))
	}
	if got := quotes.JoinSpans(body, spans); got != q.Text {
		return fmt.Errorf("the text at its place is %q, not %q", got, q.Text)
	}
	for _, p := range []*quotes.Passage{q.Mention, q.Cue, {Start: q.ContextSpan.Start, End: q.ContextSpan.End}} {
		if p != nil && (p.Start < 0 || p.End < p.Start || p.End > index.Runes()) {
			return fmt.Errorf("the place %d to %d is outside the text", p.Start, p.End)
		}
	}
	return checkDay("said on", q.SaidOn)
}
