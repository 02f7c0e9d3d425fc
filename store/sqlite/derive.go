package sqlite

import (
	"database/sql"
	"maps"
	"slices"

	"onrecord/quotes"
)

// touch remembers which derived columns a change of this row makes stale.
func (w *write) touch(t *table, id int64, s state) {
	switch t.entity {
	case quotes.EntityArticle:
		w.staleArticles[id] = true
		if earlier := t.integer(s, "supersedes"); earlier != 0 {
			w.staleArticles[earlier] = true
		}
	case quotes.EntityQuote:
		w.staleQuotes[id] = true
	case quotes.EntityClaim:
		w.staleClaims[id] = true
	case quotes.EntityAssessment:
		w.staleClaims[t.integer(s, "claim")] = true
	case quotes.EntityAppearance:
		w.staleQuotes[t.integer(s, "quote")] = true
	}
}

// derive rewrites the derived columns of everything stale.
func (w *write) derive() error {
	for _, id := range sorted(w.staleArticles) {
		if err := w.deriveArticle(id); err != nil {
			return err
		}
	}
	for _, id := range sorted(w.staleClaims) {
		if err := w.deriveClaim(id); err != nil {
			return err
		}
		ids, err := w.integers("SELECT quote FROM appearances WHERE claim = ? AND withdrawn = 0", id)
		if err != nil {
			return err
		}
		for _, q := range ids {
			w.staleQuotes[q] = true
		}
	}
	for _, id := range sorted(w.staleQuotes) {
		if err := w.deriveQuote(id); err != nil {
			return err
		}
	}
	clear(w.staleArticles)
	clear(w.staleClaims)
	clear(w.staleQuotes)
	return nil
}

func sorted(set map[int64]bool) []int64 { return slices.Sorted(maps.Keys(set)) }

// The derived columns, as SQL over a row of quotes; check compares with them.
const (
	derivedListed = `(withdrawn = 0 AND state <> 'rejected' AND kind <> 'scare' AND EXISTS (
		SELECT 1 FROM articles a WHERE a.id = article
		AND a.withdrawn = 0 AND a.state = 'current' AND a.superseded_by IS NULL))`
	derivedDate = `CAST(replace(CASE WHEN said_on <> '' THEN said_on ELSE coalesce(
		(SELECT nullif(a.published, '') FROM articles a WHERE a.id = article),
		(SELECT substr(c.at, 1, 10) FROM changes c WHERE c.seq = created)) END, '-', '') AS INTEGER)`
	derivedClaimVerdict = `coalesce((SELECT s.verdict FROM assessments s
		WHERE s.claim = claims.id AND s.withdrawn = 0 ORDER BY s.id DESC LIMIT 1), '')`
	derivedSuperseded = `(SELECT max(b.id) FROM articles b WHERE b.supersedes = articles.id AND b.withdrawn = 0)`
)

func (w *write) deriveArticle(id int64) error {
	if err := w.exec("UPDATE articles SET superseded_by = "+derivedSuperseded+" WHERE id = ?", id); err != nil {
		return err
	}
	return w.exec("UPDATE quotes SET listed = "+derivedListed+", date = "+derivedDate+
		" WHERE article = ? AND (listed, date) IS NOT ("+derivedListed+", "+derivedDate+")", id)
}

func (w *write) deriveQuote(id int64) error {
	states, err := w.claimStates(id)
	if err != nil {
		return err
	}
	status, verdict := quotes.Derive(states)
	return w.exec("UPDATE quotes SET listed = "+derivedListed+", date = "+derivedDate+
		", worth = "+derivedWorth+", fingerprint = "+derivedFingerprint+", status = ?, verdict = ? WHERE id = ?", storedStatus(status), string(verdict), id)
}

// deriveClaim comes before the quotes that the claim stands in.
func (w *write) deriveClaim(id int64) error {
	return w.exec("UPDATE claims SET verdict = "+derivedClaimVerdict+", worth = "+derivedWorth+" WHERE id = ?", id)
}

const claimStatesOf = `SELECT c.workflow, c.verdict
	FROM appearances p JOIN claims c ON c.id = p.claim
	WHERE p.quote = ? AND p.withdrawn = 0 AND c.withdrawn = 0 ORDER BY c.id`

// claimStates are the states of the claims that stand in a quote.
func (w *write) claimStates(quote int64) ([]quotes.ClaimState, error) {
	p, err := w.stmt(claimStatesOf)
	if err != nil {
		return nil, err
	}
	rows, err := p.QueryContext(w.ctx, quote)
	if err != nil {
		return nil, err
	}
	return scanClaimStates(rows)
}

func scanClaimStates(rows *sql.Rows) ([]quotes.ClaimState, error) {
	defer func() { _ = rows.Close() }()
	var out []quotes.ClaimState
	for rows.Next() {
		var c quotes.ClaimState
		if err := rows.Scan(&c.Workflow, &c.Verdict); err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	return out, rows.Err()
}

// The commonest words of two axes are stored as nothing.

func storedStatus(s quotes.Status) string {
	if s == quotes.StatusUnchecked {
		return ""
	}
	return string(s)
}

func statusOf(stored string) quotes.Status {
	if stored == "" {
		return quotes.StatusUnchecked
	}
	return quotes.Status(stored)
}

func storedFidelity(f quotes.Fidelity) string {
	if f == quotes.FidelityUnchecked {
		return ""
	}
	return string(f)
}

func fidelityOf(stored string) quotes.Fidelity {
	if stored == "" {
		return quotes.FidelityUnchecked
	}
	return quotes.Fidelity(stored)
}
