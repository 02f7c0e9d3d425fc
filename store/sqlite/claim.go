package sqlite

import (
	"context"
	"database/sql"

	"onrecord/quotes"
	"onrecord/quotes/worth"
)

// Claims are the claims with these ids.
func (s *Store) Claims(ctx context.Context, ids []quotes.ClaimID) ([]quotes.Claim, error) {
	var out []quotes.Claim
	err := s.read(ctx, func(r *reader) error {
		var err error
		out, err = r.claims(ids)
		return err
	})
	return out, err
}

// ClaimsOf are the claims that appear in a quote, oldest first.
func (s *Store) ClaimsOf(ctx context.Context, id quotes.QuoteID) ([]quotes.Claim, error) {
	var out []quotes.Claim
	err := s.read(ctx, func(r *reader) error {
		var stands int
		err := r.QueryRowContext(ctx, "SELECT 1 FROM quotes WHERE id = ? AND withdrawn = 0", int64(id)).Scan(&stands)
		if none(err) {
			return noSuchQuote(int64(id))
		}
		if err != nil {
			return err
		}
		some, err := r.integers(claimsIn, int64(id))
		if err != nil {
			return err
		}
		ids := make([]quotes.ClaimID, len(some))
		for i, c := range some {
			ids[i] = quotes.ClaimID(c)
		}
		out, err = r.claims(ids)
		return err
	})
	return out, err
}

const claimsIn = `SELECT DISTINCT c.id FROM appearances p JOIN claims c ON c.id = p.claim
	WHERE p.quote = ? AND p.withdrawn = 0 AND c.withdrawn = 0 ORDER BY c.id`

// claims reads claims with all that hangs on them, in the order of the ids.
func (r *reader) claims(ids []quotes.ClaimID) ([]quotes.Claim, error) {
	byID := map[quotes.ClaimID]*quotes.Claim{}
	all := []any{list(ids)}
	const these = " AND claim IN (SELECT value FROM json_each(?)) ORDER BY "
	err := r.each(`SELECT c.id, c.rev, c.text, c.workflow, c.assignee, c.due, c.priority, c.note, c.worth, h.at, h.who,
		coalesce(m.id, s.id, 0), coalesce(m.name, s.name, '')
		FROM claims c JOIN changes h ON h.seq = c.created LEFT JOIN speakers s ON s.id = c.speaker
		LEFT JOIN speakers m ON m.id = s.merged_into WHERE c.withdrawn = 0
		AND c.id IN (SELECT value FROM json_each(?))`, all, func(rows *sql.Rows) error {
		c := &quotes.Claim{
			Quotes: []quotes.QuoteID{}, Appearances: []quotes.Appearance{},
			Evidence: []quotes.Evidence{}, Assessments: []quotes.Assessment{},
		}
		var points int
		err := rows.Scan(&c.ID, &c.Rev, &c.Text, &c.Workflow, &c.Assignee, &c.Due, &c.Priority, &c.Note, &points, &c.CreatedAt, &c.CreatedBy, &c.SpeakerID, &c.Speaker)
		c.Worthiness = worth.Value(points)
		byID[c.ID] = c
		return err
	})
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		if byID[id] == nil {
			return nil, r.noSuchClaim(id)
		}
	}
	err = r.each("SELECT claim, quote, part, stance FROM appearances WHERE withdrawn = 0"+these+"quote, id", all, func(rows *sql.Rows) error {
		var a quotes.Appearance
		var part string
		if err := rows.Scan(&a.Claim, &a.Quote, &part, &a.Stance); err != nil {
			return err
		}
		span := parsePlace(part)
		a.Start, a.End = span.Start, span.End
		c := byID[a.Claim]
		c.Appearances = append(c.Appearances, a)
		if n := len(c.Quotes); n == 0 || c.Quotes[n-1] != a.Quote {
			c.Quotes = append(c.Quotes, a.Quote)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if err := r.judgements(byID, all); err != nil {
		return nil, err
	}
	out := make([]quotes.Claim, len(ids))
	for i, id := range ids {
		out[i] = *byID[id]
	}
	return out, nil
}

// judgements adds assessments, the latest of which is the claim's verdict, and
// evidence.
func (r *reader) judgements(byID map[quotes.ClaimID]*quotes.Claim, all []any) error {
	const these = " AND x.claim IN (SELECT value FROM json_each(?)) ORDER BY x.id"
	err := r.each(`SELECT x.id, x.claim, x.verdict, x.scale, x.rationale, x.as_of, h.who, h.at, coalesce(x.supersedes, 0),
		coalesce(x.correction, ''), coalesce(x.publisher, ''), coalesce(x.url, ''), coalesce(x.rating, '') FROM assessments x JOIN changes h ON h.seq = x.created WHERE x.withdrawn = 0`+these, all, func(rows *sql.Rows) error {
		var a quotes.Assessment
		if err := rows.Scan(&a.ID, &a.Claim, &a.Verdict, &a.Scale, &a.Rationale, &a.AsOf, &a.By, &a.At, &a.Supersedes, &a.Correction, &a.Publisher, &a.URL, &a.Rating); err != nil {
			return err
		}
		c := byID[a.Claim]
		c.Assessments = append(c.Assessments, a)
		c.Verdict, c.Scale, c.Rationale, c.AsOf = a.Verdict, a.Scale, a.Rationale, a.AsOf
		return nil
	})
	if err != nil {
		return err
	}
	return r.each(`SELECT x.id, x.claim, x.url, x.archived, x.passage, x.stance, x.kind, x.accessed, x.independent, h.who, h.at
		FROM evidence x JOIN changes h ON h.seq = x.created WHERE x.withdrawn = 0`+these, all, func(rows *sql.Rows) error {
		var e quotes.Evidence
		if err := rows.Scan(&e.ID, &e.Claim, &e.URL, &e.Archived, &e.Passage, &e.Stance, &e.Kind, &e.Accessed, &e.Independent, &e.By, &e.At); err != nil {
			return err
		}
		c := byID[e.Claim]
		c.Evidence = append(c.Evidence, e)
		return nil
	})
}

// noSuchClaim is CodeNotFound. A claim that went into another says so.
func (r *reader) noSuchClaim(id quotes.ClaimID) error {
	var note string
	err := r.QueryRowContext(r.ctx, `SELECT note FROM changes WHERE entity = 'claim' AND entity_id = ? AND after IS NULL
		ORDER BY seq DESC LIMIT 1`, int64(id)).Scan(&note)
	if err != nil && !none(err) {
		return err
	}
	if note != "" {
		return quotes.Errorf(quotes.CodeNotFound, "there is no claim c%d any more: %s", id, note).Do("`onrecord log c%d` tells what became of it", id)
	}
	return quotes.Errorf(quotes.CodeNotFound, "there is no claim c%d", id).Do("`onrecord claims` lists them")
}
