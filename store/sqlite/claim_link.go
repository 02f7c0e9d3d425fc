package sqlite

import (
	"context"

	"onrecord/quotes"
	"onrecord/store"
)

// LinkClaim says that a claim appears in further quotes.
func (s *Store) LinkClaim(ctx context.Context, op *store.Op, id quotes.ClaimID, ids []quotes.QuoteID, l quotes.ClaimLink) (linked int, err error) {
	if l.Stance == "" {
		l.Stance = quotes.StanceAsserts
	}
	if _, err := quotes.ParseWord("stance", quotes.AppearanceStances, string(l.Stance)); err != nil {
		return 0, err
	}
	if err := checkUTF8(l.Part); err != nil {
		return 0, err
	}
	err = s.write(ctx, op, func(w *write) error {
		linked = 0
		if err := w.needClaims([]quotes.ClaimID{id}); err != nil {
			return err
		}
		if err := w.needQuotes(ids); err != nil {
			return err
		}
		for _, q := range ids {
			part, err := w.partIn(int64(q), l.Part)
			if err != nil {
				return err
			}
			did, err := w.appear(int64(id), int64(q), place(part), l.Stance)
			if err != nil {
				return err
			}
			if did {
				linked++
			}
		}
		return nil
	})
	return linked, err
}

// partIn finds a part in the words of a quote.
func (w *write) partIn(quote int64, part string) (quotes.Span, error) {
	var words string
	if err := w.scan("SELECT text FROM quotes WHERE id = ?", []any{quote}, &words); err != nil {
		return quotes.Span{}, err
	}
	return partOf(quote, words, part)
}

// appear makes an appearance stand, and tells whether that took a change.
func (w *write) appear(claim, quote int64, part string, stance quotes.Stance) (bool, error) {
	ids, err := w.integers("SELECT id FROM appearances WHERE claim = ? AND quote = ? AND part = ? ORDER BY withdrawn, id LIMIT 1", claim, quote, part)
	if err != nil {
		return false, err
	}
	before := w.seq
	err = w.ensure(quotes.EntityAppearance, ids, state{claim, quote, part, string(stance)})
	return w.seq > before, err
}

// appearance is one that stands, as splitting, merging and unlinking see it.
type appearance struct {
	id, quote int64
	part      string
	stance    quotes.Stance
}

// appearances are those of a claim.
func (w *write) appearances(claim quotes.ClaimID) ([]appearance, error) {
	p, err := w.stmt("SELECT id, quote, part, stance FROM appearances WHERE claim = ? AND withdrawn = 0 ORDER BY quote, id")
	if err != nil {
		return nil, err
	}
	rows, err := p.QueryContext(w.ctx, int64(claim))
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	var out []appearance
	for rows.Next() {
		var a appearance
		if err := rows.Scan(&a.id, &a.quote, &a.part, &a.stance); err != nil {
			return nil, err
		}
		out = append(out, a)
	}
	return out, rows.Err()
}

// inQuotes parts appearances into those in the quotes and the others. A quote
// that holds none is CodeNotFound.
func inQuotes(claim quotes.ClaimID, all []appearance, ids []quotes.QuoteID) (in, others []appearance, err error) {
	held := map[int64]bool{}
	for _, id := range ids {
		held[int64(id)] = false
	}
	for _, a := range all {
		if _, named := held[a.quote]; !named {
			others = append(others, a)
			continue
		}
		held[a.quote] = true
		in = append(in, a)
	}
	for _, id := range ids {
		if !held[int64(id)] {
			return nil, nil, quotes.Errorf(quotes.CodeNotFound, "claim c%d is not in quote %d", claim, id).
				Do("`onrecord claims show c%d` lists its quotes", claim)
		}
	}
	return in, others, nil
}

// UnlinkClaim takes a claim out of quotes.
func (s *Store) UnlinkClaim(ctx context.Context, op *store.Op, id quotes.ClaimID, ids []quotes.QuoteID) (*store.Unlinked, error) {
	var out *store.Unlinked
	err := s.write(ctx, op, func(w *write) error {
		out = &store.Unlinked{}
		if err := w.needClaims([]quotes.ClaimID{id}); err != nil {
			return err
		}
		all, err := w.appearances(id)
		if err != nil {
			return err
		}
		in, others, err := inQuotes(id, all, ids)
		if err != nil {
			return err
		}
		for _, a := range in {
			if err := w.withdraw(quotes.EntityAppearance, a.id); err != nil {
				return err
			}
		}
		out.Appearances = len(in)
		if len(others) > 0 {
			return nil
		}
		out.Withdrawn = true
		return w.withdrawUnjudged(id)
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// withdrawUnjudged takes a claim that is in no quote any more off the record,
// unless work went into it.
func (w *write) withdrawUnjudged(id quotes.ClaimID) error {
	var work int
	err := w.scan(`SELECT (SELECT count(*) FROM assessments WHERE claim = ?1 AND withdrawn = 0)
		+ (SELECT count(*) FROM evidence WHERE claim = ?1 AND withdrawn = 0)`, []any{int64(id)}, &work)
	if err != nil {
		return err
	}
	if work > 0 {
		return quotes.Errorf(quotes.CodeConflict, "claim c%d would be in no quote, and its verdict and evidence with it", id).
			Do("link it to another quote first, or merge it into the claim that it belongs to")
	}
	return w.withdraw(quotes.EntityClaim, int64(id))
}
