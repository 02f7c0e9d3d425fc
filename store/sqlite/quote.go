package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"iter"
	"strings"

	"onrecord/quotes"
	"onrecord/quotes/text"
	"onrecord/quotes/worth"
)

const (
	quoteFrom = ` FROM quotes q JOIN articles a ON a.id = q.article
		LEFT JOIN speakers s ON s.id = q.speaker LEFT JOIN speakers r ON r.id = s.merged_into
		JOIN changes c ON c.seq = q.created`
	quoteColumns = `q.id, q.rev, coalesce(r.id, s.id, 0), coalesce(r.name, s.name, ''), coalesce(r.kind, s.kind, ''),
		q.text, q.spans, q.kind, q.state, q.fidelity, q.status, q.verdict, q.confidence, q.mention_confidence,
		q.runner_up, q.runner_up_confidence, q.method, q.reason, q.role, q.mention, q.cue, q.context, q.own_context,
		q.said_on, q.confirmed_by, q.note, q.worth, a.id, a.title, a.outlet, a.url, a.published, a.sha256, c.at, c.who`
)

// quoteRow is a quote as read, with the places whose words are still to be cut
// from its article's text.
type quoteRow struct {
	quotes.Quote
	mention, cue, context string
}

func scanQuote(rows *sql.Rows) (*quoteRow, error) {
	q := &quoteRow{}
	var spans, fidelity, status, runnerUp string
	var confidence, mentionConfidence, runnerUpConfidence int64
	var points int
	err := rows.Scan(&q.ID, &q.Rev, &q.SpeakerID, &q.Speaker, &q.SpeakerKind,
		&q.Text, &spans, &q.Kind, &q.State, &fidelity, &status, &q.Verdict, &confidence, &mentionConfidence,
		&runnerUp, &runnerUpConfidence, &q.Method, &q.Reason, &q.Role, &q.mention, &q.cue, &q.context, &q.Context,
		&q.SaidOn, &q.ConfirmedBy, &q.Note, &points, &q.Article.ID, &q.Article.Title, &q.Article.Outlet, &q.Article.URL,
		&q.Article.Published, &q.Article.SHA256, &q.CreatedAt, &q.CreatedBy)
	if err != nil {
		return nil, err
	}
	q.Spans = parsePlaces(spans)
	q.Fidelity, q.Status = fidelityOf(fidelity), statusOf(status)
	q.Confidence = float64(confidence) / confidenceUnits
	q.Worthiness = worth.Value(points)
	q.MentionConfidence = float64(mentionConfidence) / confidenceUnits
	if runnerUp != "" {
		q.RunnerUp = &quotes.RunnerUp{Speaker: runnerUp, Confidence: float64(runnerUpConfidence) / confidenceUnits}
	}
	q.Tags = []string{}
	return q, nil
}

// Quotes goes through the chosen quotes.
func (s *Store) Quotes(ctx context.Context, f quotes.Filter) iter.Seq2[*quotes.Quote, error] {
	return func(yield func(*quotes.Quote, error) bool) {
		err := s.read(ctx, func(r *reader) error {
			c, err := r.conditionsOf(f)
			if err != nil {
				return err
			}
			order, err := orderOf(f)
			if err != nil {
				return err
			}
			where := c.sql()
			if f.Limit > 0 {
				if c.several && len(f.Sort) == 0 {
					// The ids first: many are sorted, few are read in full.
					where = "q.id IN (SELECT q.id FROM " + c.from() + " WHERE " + where + " ORDER BY " + order + " LIMIT " + itoa(f.Limit) + ")"
				}
				order += " LIMIT " + itoa(f.Limit)
			}
			return r.eachQuoteIn(f.Brief, where+" ORDER BY "+order, c.args, func(q *quotes.Quote) error {
				if !yield(q, nil) {
					return errStop
				}
				return nil
			})
		})
		if err != nil && !errors.Is(err, errStop) {
			yield(nil, err)
		}
	}
}

var errStop = errors.New("no more wanted")

// quotesAtOnce is how many quotes are read before their tags and words are
// fetched: enough to fetch a run of one article's quotes with one reading of
// its text, few enough to hold.
const quotesAtOnce = 256

// eachQuote calls with every quote that a WHERE clause chooses, complete.
func (r *reader) eachQuote(where string, args []any, with func(*quotes.Quote) error) error {
	return r.eachQuoteIn(false, where, args, with)
}

// eachQuoteIn is eachQuote which, if brief, reads no article's text.
func (r *reader) eachQuoteIn(brief bool, where string, args []any, with func(*quotes.Quote) error) error {
	var batch []*quoteRow
	texts := articleTexts{}
	emit := func() error {
		if err := r.complete(batch, texts, brief); err != nil {
			return err
		}
		for _, q := range batch {
			if err := with(&q.Quote); err != nil {
				return err
			}
		}
		batch = batch[:0]
		return nil
	}
	last, err := r.lastChange()
	if err != nil {
		return err
	}
	err = r.each("SELECT "+quoteColumns+quoteFrom+" WHERE "+where, args, func(rows *sql.Rows) error {
		q, err := scanQuote(rows)
		if err != nil {
			return err
		}
		q.AsOf = last
		if batch = append(batch, q); len(batch) < quotesAtOnce {
			return nil
		}
		return emit()
	})
	if err != nil {
		return err
	}
	return emit()
}

// complete adds tags and, unless brief, the words at the quotes' places.
func (r *reader) complete(batch []*quoteRow, texts articleTexts, brief bool) error {
	if len(batch) == 0 {
		return nil
	}
	byID := make(map[quotes.QuoteID]*quoteRow, len(batch))
	ids := make([]quotes.QuoteID, len(batch))
	var articles []int64
	for i, q := range batch {
		ids[i], byID[q.ID] = q.ID, q
		if !brief && q.mention+q.cue+q.context != "" {
			articles = append(articles, int64(q.Article.ID))
		}
	}
	err := r.each(`SELECT quote, tag FROM tags WHERE withdrawn = 0 AND quote IN (SELECT value FROM json_each(?))
		ORDER BY quote, tag`, []any{list(ids)}, func(rows *sql.Rows) error {
		var id quotes.QuoteID
		var tag string
		if err := rows.Scan(&id, &tag); err != nil {
			return err
		}
		byID[id].Tags = append(byID[id].Tags, tag)
		return nil
	})
	if err != nil {
		return err
	}
	if err := r.fetchTexts(articles, texts); err != nil {
		return err
	}
	for _, q := range batch {
		body := texts[int64(q.Article.ID)]
		q.Mention, q.Cue = body.passage(q.mention), body.passage(q.cue)
		if q.context != "" {
			q.ContextSpan = parsePlace(q.context)
			q.Context = body.cut(q.ContextSpan)
		}
		if brief {
			q.Context = "" // one of its own, too: left out is left out
		}
	}
	return nil
}

// articleTexts keeps the texts of the articles last met.
type articleTexts map[int64]*articleText

type articleText struct {
	text  string
	index *text.RuneIndex
}

// textsKept bounds how many texts are held at once.
const textsKept = 512

func (r *reader) fetchTexts(ids []int64, texts articleTexts) error {
	var missing []int64
	for _, id := range ids {
		if texts[id] == nil {
			missing = append(missing, id)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	if len(texts) > textsKept-quotesAtOnce {
		clear(texts)
		missing = ids
	}
	return r.each("SELECT id, text FROM articles WHERE text IS NOT NULL AND id IN (SELECT value FROM json_each(?))",
		[]any{list(missing)}, func(rows *sql.Rows) error {
			var id int64
			var body string
			if err := rows.Scan(&id, &body); err != nil {
				return err
			}
			texts[id] = &articleText{body, text.NewRuneIndex(body)}
			return nil
		})
}

// cut gives the words at a place; "" where the text has no such place.
func (t *articleText) cut(s quotes.Span) string {
	if t == nil || s.Start < 0 || s.End < s.Start || s.End > t.index.Runes() {
		return ""
	}
	b := t.index.ToBytes(s)
	return t.text[b.Start:b.End]
}

func (t *articleText) passage(place string) *quotes.Passage {
	if place == "" {
		return nil
	}
	s := parsePlace(place)
	return &quotes.Passage{Text: t.cut(s), Start: s.Start, End: s.End}
}

// Quote is one quote, whatever became of it unless it was withdrawn.
func (s *Store) Quote(ctx context.Context, id quotes.QuoteID) (*quotes.Quote, error) {
	var found *quotes.Quote
	err := s.read(ctx, func(r *reader) error {
		err := r.eachQuote("q.id = ? AND q.withdrawn = 0 AND a.withdrawn = 0", []any{int64(id)}, func(q *quotes.Quote) error {
			found = q
			return nil
		})
		if err == nil && found == nil {
			return noSuchQuote(int64(id))
		}
		return err
	})
	return found, err
}

func noSuchQuote(ids ...int64) error {
	if len(ids) == 1 {
		return quotes.Errorf(quotes.CodeNotFound, "there is no quote %d", ids[0]).Do("`onrecord list` shows the ids")
	}
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = itoa(id)
	}
	return quotes.Errorf(quotes.CodeNotFound, "there are no quotes %s", strings.Join(words, ", ")).Do("`onrecord list` shows the ids")
}

// CountQuotes counts the chosen quotes.
func (s *Store) CountQuotes(ctx context.Context, f quotes.Filter, most int) (int, error) {
	var n int
	err := s.read(ctx, func(r *reader) error {
		c, err := r.conditionsOf(f)
		if err != nil {
			return err
		}
		query := "SELECT count(*) FROM " + c.from() + " WHERE " + c.sql()
		if most > 0 {
			query = "SELECT count(*) FROM (SELECT 1 FROM " + c.from() + " WHERE " + c.sql() + " LIMIT " + itoa(most) + ")"
		}
		return r.QueryRowContext(ctx, query, c.args...).Scan(&n)
	})
	return n, err
}
