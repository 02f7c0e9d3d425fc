package sqlite

import (
	"context"
	"database/sql"
	"slices"

	"onrecord/quotes"
	"onrecord/quotes/compare"
)

// Bounds of the search for repeats.
const (
	mostRepeated = 2000 // quotes of the whole record that are looked at
	mostRecent   = 500  // of these, the newest, whose fingerprint no other quote has
	mostEarlier  = 60   // earlier quotes that each is held against, by their words and by their speaker
	aMonth       = 100  // of dates as the record keeps them: 20260131
	exactRepeats = 200  // up to so many quotes, repeats are counted by their words
)

// repeat is a quote and the earliest that has its words.
type repeat struct{ id, first int64 }

// Repeats finds quotes whose words an earlier one of another article has.
func (s *Store) Repeats(ctx context.Context, among []quotes.QuoteID, most int) ([]quotes.Repeat, error) {
	out := []quotes.Repeat{}
	err := s.read(ctx, func(r *reader) error {
		ids, err := r.mayRepeat(among)
		if err != nil {
			return err
		}
		found, err := r.repeats(ids, most)
		if err != nil {
			return err
		}
		out, err = r.inFull(found)
		return err
	})
	return out, err
}

// CountRepeats counts repeats among some quotes.
func (s *Store) CountRepeats(ctx context.Context, among []quotes.QuoteID) (int, error) {
	var n int
	err := s.read(ctx, func(r *reader) error {
		if len(among) > exactRepeats {
			return r.QueryRowContext(ctx, `SELECT count(*) FROM json_each(?) j CROSS JOIN quotes q ON q.id = j.value
				WHERE q.listed = 1 AND q.fingerprint IS NOT NULL AND EXISTS (SELECT 1 FROM quotes o
				WHERE o.fingerprint = q.fingerprint AND o.listed = 1 AND o.id < q.id AND o.article <> q.article)`, list(among)).Scan(&n)
		}
		ids, err := r.mayRepeat(among)
		if err != nil {
			return err
		}
		found, err := r.repeats(ids, 0)
		n = len(found)
		return err
	})
	return n, err
}

// mayRepeat are the quotes to look at, newest first: those named, or of the
// whole record those that share a fingerprint with another, and the newest.
func (r *reader) mayRepeat(among []quotes.QuoteID) ([]int64, error) {
	if among != nil {
		return r.integers("SELECT q.id FROM json_each(?) j CROSS JOIN quotes q ON q.id = j.value WHERE q.listed = 1 ORDER BY q.id DESC", list(among))
	}
	return r.integers(`SELECT id FROM (SELECT q.id FROM (SELECT fingerprint FROM quotes WHERE fingerprint IS NOT NULL AND listed = 1
			GROUP BY fingerprint HAVING count(*) > 1) f CROSS JOIN quotes q ON q.fingerprint = f.fingerprint
		WHERE q.listed = 1 ORDER BY q.id DESC LIMIT ?)
		UNION SELECT id FROM (SELECT id FROM quotes WHERE listed = 1 AND fingerprint IS NOT NULL ORDER BY id DESC LIMIT ?)
		ORDER BY id DESC`, mostRepeated, mostRecent)
}

func (r *reader) repeats(ids []int64, most int) ([]repeat, error) {
	var out []repeat
	for _, id := range ids {
		if most > 0 && len(out) == most {
			break
		}
		first, err := r.firstLike(id)
		if err != nil {
			return nil, err
		}
		if first != 0 {
			out = append(out, repeat{id, first})
		}
	}
	return out, nil
}

// firstLike is the earliest quote of another article that has a quote's words,
// 0 if there is none or a claim links them already. A fingerprint is one run of
// words, which a changed word may have broken; what the speaker said at about
// that time is looked at as well.
func (r *reader) firstLike(id int64) (int64, error) {
	var words string
	var article, date int64
	var speaker sql.NullInt64
	err := r.QueryRowContext(r.ctx, "SELECT text, article, date, speaker FROM quotes WHERE id = ?", id).Scan(&words, &article, &date, &speaker)
	if err != nil {
		return 0, err
	}
	hashes := compare.Shingles(words)
	if len(hashes) == 0 {
		return 0, nil
	}
	first := int64(0)
	err = r.each(`SELECT id, text FROM (SELECT id, text FROM quotes WHERE fingerprint IN (SELECT value FROM json_each(?1)) AND listed = 1
			AND id < ?2 AND article <> ?3 ORDER BY id LIMIT ?4)
		UNION SELECT id, text FROM (SELECT id, text FROM quotes WHERE listed = 1 AND speaker = ?5 AND date BETWEEN ?6 - ?7 AND ?6 + ?7
			AND id < ?2 AND article <> ?3 ORDER BY date DESC LIMIT ?4)
		ORDER BY id`, []any{list(hashes), id, article, mostEarlier, speaker, date, aMonth}, func(rows *sql.Rows) error {
		var earlier int64
		var text string
		if err := rows.Scan(&earlier, &text); err != nil {
			return err
		}
		if first == 0 && compare.Copies(hashes, compare.Shingles(text)) {
			first = earlier
		}
		return nil
	})
	if err != nil || first == 0 {
		return 0, err
	}
	var linked bool
	err = r.QueryRowContext(r.ctx, `SELECT EXISTS (SELECT 1 FROM appearances p JOIN appearances o ON o.claim = p.claim
		WHERE p.quote = ? AND o.quote = ? AND p.withdrawn = 0 AND o.withdrawn = 0)`, id, first).Scan(&linked)
	if linked {
		first = 0
	}
	return first, err
}

// inFull reads the quotes of repeats, and the claims of the first ones.
func (r *reader) inFull(found []repeat) ([]quotes.Repeat, error) {
	byID := map[int64]*quotes.Quote{}
	var ids []int64
	for _, f := range found {
		ids = append(ids, f.id, f.first)
	}
	err := r.eachQuoteIn(true, "q.id IN (SELECT value FROM json_each(?))", []any{list(ids)}, func(q *quotes.Quote) error {
		byID[int64(q.ID)] = q
		return nil
	})
	if err != nil {
		return nil, err
	}
	out := make([]quotes.Repeat, 0, len(found))
	for _, f := range found {
		claims, err := r.integers(claimsIn, f.first)
		if err != nil {
			return nil, err
		}
		one := quotes.Repeat{Quote: *byID[f.id], First: *byID[f.first], Claims: []quotes.ClaimID{}}
		for _, c := range slices.Compact(claims) {
			one.Claims = append(one.Claims, quotes.ClaimID(c))
		}
		out = append(out, one)
	}
	return out, nil
}
