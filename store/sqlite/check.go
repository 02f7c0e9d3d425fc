package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"

	"onrecord/quotes"
	"onrecord/quotes/text"
	"onrecord/store"
)

// problemsNamed bounds how many problems a report names one by one.
const problemsNamed = 200

// check is one proof under way.
type check struct {
	*reader
	report *store.Report
	more   int
}

func (c *check) problem(format string, args ...any) {
	if len(c.report.Problems) == problemsNamed {
		c.more++
		return
	}
	c.report.Problems = append(c.report.Problems, fmt.Sprintf(format, args...))
}

// Check proves the record sound.
func (s *Store) Check(ctx context.Context, head string) (*store.Report, error) {
	report := &store.Report{Problems: []string{}}
	c := &check{report: report}
	err := s.read(ctx, func(r *reader) error {
		c.reader = r
		for _, part := range []func() error{c.file, c.count, c.articles, c.derived, c.names} {
			if err := part(); err != nil {
				return err
			}
		}
		if err := c.history(head); err != nil {
			return err
		}
		return c.words()
	})
	if err != nil {
		return nil, err
	}
	if c.more > 0 {
		report.Problems = append(report.Problems, fmt.Sprintf("and %d more problems", c.more))
	}
	return report, nil
}

// file asks SQLite itself.
func (c *check) file() error {
	err := c.each("PRAGMA integrity_check", nil, func(rows *sql.Rows) error {
		var line string
		err := rows.Scan(&line)
		if err == nil && line != "ok" {
			c.problem("the file is damaged: %s", line)
		}
		return err
	})
	if err != nil {
		return err
	}
	return c.each("PRAGMA foreign_key_check", nil, func(rows *sql.Rows) error {
		var child, parent string
		var id, key sql.NullInt64
		err := rows.Scan(&child, &id, &parent, &key)
		c.problem("row %d of %s points at a row of %s that is not there", id.Int64, child, parent)
		return err
	})
}

func (c *check) count() error {
	for query, n := range map[string]*int{
		"changes":                      &c.report.Changes,
		"articles WHERE withdrawn = 0": &c.report.Articles,
		"claims WHERE withdrawn = 0":   &c.report.Claims,
		"speakers WHERE withdrawn = 0": &c.report.Speakers,
		"quotes q JOIN articles a ON a.id = q.article WHERE q.withdrawn = 0 AND a.withdrawn = 0": &c.report.Quotes,
	} {
		if err := c.QueryRowContext(c.ctx, "SELECT count(*) FROM "+query).Scan(n); err != nil {
			return err
		}
	}
	return nil
}

// articles goes through the articles and, alongside, their quotes: each text
// against its SHA-256, each quote against the text at its places.
func (c *check) articles() error {
	rows, err := c.QueryContext(c.ctx, "SELECT id, article, text, spans, mention, cue, context FROM quotes ORDER BY article, id")
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	var q placedQuote
	next := func() error {
		q.article = 0
		if !rows.Next() {
			return rows.Err()
		}
		return rows.Scan(&q.id, &q.article, &q.text, &q.spans, &q.mention, &q.cue, &q.context)
	}
	if err := next(); err != nil {
		return err
	}
	err = c.each("SELECT id, sha256, text FROM articles ORDER BY id", nil, func(articles *sql.Rows) error {
		var id int64
		var sum string
		var body sql.NullString
		if err := articles.Scan(&id, &sum, &body); err != nil {
			return err
		}
		sum256 := sha256.Sum256([]byte(body.String))
		if body.Valid && hex.EncodeToString(sum256[:]) != sum || !body.Valid && sum != "" {
			c.problem("the text of article %d is not the one that was stored: its SHA-256 differs", id)
		}
		in := &articleText{body.String, text.NewRuneIndex(body.String)}
		for q.article != 0 && q.article <= id {
			if q.article == id {
				if err := c.placed(&q, in); err != nil {
					return err
				}
			}
			if err := next(); err != nil {
				return err
			}
		}
		return nil
	})
	return errors.Join(err, rows.Err())
}

type placedQuote struct {
	id, article                        int64
	text, spans, mention, cue, context string
}

// placed holds a quote against its article's text. An editor's correction of
// the words leaves the places as they are.
func (c *check) placed(q *placedQuote, in *articleText) error {
	for _, p := range append(parsePlaces(q.spans), parsePlace(q.mention), parsePlace(q.cue), parsePlace(q.context)) {
		if p.End > in.index.Runes() {
			c.problem("quote %d says it stands at %d to %d of article %d, which is shorter", q.id, p.Start, p.End, q.article)
			return nil
		}
	}
	if q.spans == "" {
		return nil
	}
	var spans []quotes.Span
	for _, p := range parsePlaces(q.spans) {
		spans = append(spans, in.index.ToBytes(p))
	}
	if quotes.JoinSpans(in.text, spans) == q.text {
		return nil
	}
	var edits int
	err := c.QueryRowContext(c.ctx, `SELECT count(*) FROM changes WHERE entity = 'quote' AND entity_id = ?
		AND before ->> 'text' IS NOT after ->> 'text'`, q.id).Scan(&edits)
	if err == nil && edits == 0 {
		c.problem("quote %d is not what stands at its place in article %d", q.id, q.article)
	}
	return err
}

// derived recomputes the derived columns.
func (c *check) derived() error {
	ids, err := c.integers("SELECT id FROM articles WHERE superseded_by IS NOT " + derivedSuperseded)
	if err != nil {
		return err
	}
	for _, id := range ids {
		c.problem("article %d does not say rightly which later version replaces it", id)
	}
	if ids, err = c.integers("SELECT id FROM quotes WHERE (listed, date) IS NOT (" + derivedListed + ", " + derivedDate + ")"); err != nil {
		return err
	}
	for _, id := range ids {
		c.problem("quote %d does not say rightly whether, or under which date, it is listed", id)
	}
	if ids, err = c.integers("SELECT id FROM quotes WHERE (worth, fingerprint) IS NOT (" + derivedWorth + ", " + derivedFingerprint + ")"); err != nil {
		return err
	}
	for _, id := range ids {
		c.problem("quote %d does not say rightly how worth checking its words are, or which they resemble", id)
	}
	if ids, err = c.integers("SELECT id FROM claims WHERE (verdict, worth) IS NOT (" + derivedClaimVerdict + ", " + derivedWorth + ")"); err != nil {
		return err
	}
	for _, id := range ids {
		c.problem("claim c%d does not say rightly what its latest verdict is, or how worth checking it is", id)
	}
	return c.axes()
}

// axes recomputes what quotes have from their claims.
func (c *check) axes() error {
	claimed := map[int64][]quotes.ClaimState{}
	err := c.each(`SELECT p.quote, c.workflow, coalesce((SELECT s.verdict FROM assessments s
		WHERE s.claim = c.id AND s.withdrawn = 0 ORDER BY s.id DESC LIMIT 1), '')
		FROM appearances p JOIN claims c ON c.id = p.claim
		WHERE p.withdrawn = 0 AND c.withdrawn = 0 ORDER BY c.id`, nil, func(rows *sql.Rows) error {
		var id int64
		var s quotes.ClaimState
		err := rows.Scan(&id, &s.Workflow, &s.Verdict)
		claimed[id] = append(claimed[id], s)
		return err
	})
	if err != nil {
		return err
	}
	return c.each("SELECT id, status, verdict FROM quotes", nil, func(rows *sql.Rows) error {
		var id int64
		var status, verdict string
		if err := rows.Scan(&id, &status, &verdict); err != nil {
			return err
		}
		if s, v := quotes.Derive(claimed[id]); statusOf(status) != s || verdict != string(v) {
			c.problem("quote %d is down as %q, %q, but its claims make it %q, %q", id, statusOf(status), verdict, s, v)
		}
		return nil
	})
}

// names recomputes the keys of names, and looks at where mergers lead.
func (c *check) names() error {
	err := c.each("SELECT id, alias, key FROM aliases", nil, func(rows *sql.Rows) error {
		var id int64
		var alias, key string
		err := rows.Scan(&id, &alias, &key)
		if err == nil && text.Key(alias) != key {
			c.problem("alias %d, %q, has the key %q", id, alias, key)
		}
		return err
	})
	if err != nil {
		return err
	}
	ids, err := c.integers(`SELECT s.id FROM speakers s JOIN speakers r ON r.id = s.merged_into
		WHERE r.merged_into IS NOT NULL OR r.withdrawn = 1`)
	for _, id := range ids {
		c.problem("speaker %d is merged into one who is merged or withdrawn", id)
	}
	return err
}

// sortedKeys is for reports in one order always.
func sortedKeys(m map[thing]*replayed) []thing {
	keys := make([]thing, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b thing) int {
		if a.entity != b.entity {
			if a.entity < b.entity {
				return -1
			}
			return 1
		}
		return int(a.id - b.id)
	})
	return keys
}
