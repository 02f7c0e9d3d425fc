package sqlite

import (
	"context"
	"strings"
	"unicode/utf8"

	"onrecord/quotes"
	"onrecord/store"
)

// FlagQuotes makes one claim of each quote.
func (s *Store) FlagQuotes(ctx context.Context, op *store.Op, ids []quotes.QuoteID, f quotes.Flag) ([]quotes.ClaimID, error) {
	if err := checkFlag(f); err != nil {
		return nil, err
	}
	var out []quotes.ClaimID
	err := s.write(ctx, op, func(w *write) error {
		out = nil
		if err := w.needQuotes(ids); err != nil {
			return err
		}
		for _, id := range ids {
			claim, _, err := w.claimOf(int64(id), f)
			if err != nil {
				return err
			}
			out = append(out, quotes.ClaimID(claim))
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// FlagClaims puts claims back to flagged.
func (s *Store) FlagClaims(ctx context.Context, op *store.Op, ids []quotes.ClaimID, f quotes.Flag) error {
	if err := checkFlag(f); err != nil {
		return err
	}
	if f.Part != "" {
		return quotes.Errorf(quotes.CodeInvalid, "a claim has no part").Do("flag the quote with --part instead")
	}
	return s.write(ctx, op, func(w *write) error {
		if err := w.needClaims(ids); err != nil {
			return err
		}
		values := map[string]any{"workflow": string(quotes.WorkflowFlagged)}
		for column, v := range map[string]string{
			"assignee": f.Assignee, "due": f.Due, "priority": string(f.Priority), "note": f.Note, "text": f.Paraphrase,
		} {
			if v != "" {
				values[column] = v
			}
		}
		for _, id := range ids {
			if _, err := w.update(quotes.EntityClaim, int64(id), values); err != nil {
				return err
			}
		}
		return nil
	})
}

func checkFlag(f quotes.Flag) error {
	if err := checkUTF8(f.Part, f.Paraphrase, f.Assignee, f.Note); err != nil {
		return err
	}
	return checkDay("the day it is due", f.Due)
}

func (w *write) needClaims(ids []quotes.ClaimID) error {
	for _, id := range ids {
		_, stands, err := w.load(tableOf(quotes.EntityClaim), int64(id))
		if none(err) || err == nil && !stands {
			return w.reader().noSuchClaim(id)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// claimOf is the claim of a quote's part that stands already, or a new one.
func (w *write) claimOf(quote int64, f quotes.Flag) (claim int64, made bool, err error) {
	part, err := w.partIn(quote, f.Part)
	if err != nil {
		return 0, false, err
	}
	err = w.scan(`SELECT c.id FROM appearances p JOIN claims c ON c.id = p.claim
		WHERE p.quote = ? AND p.part = ? AND p.withdrawn = 0 AND c.withdrawn = 0 ORDER BY c.id LIMIT 1`,
		[]any{quote, place(part)}, &claim)
	if !none(err) {
		return claim, false, err
	}
	if f.Priority == "" {
		f.Priority = quotes.PriorityNormal
	}
	statement := strings.TrimSpace(f.Paraphrase)
	if statement == "" {
		if statement, err = w.wordsAt(quote, place(part)); err != nil {
			return 0, false, err
		}
	}
	claim, err = w.insert(quotes.EntityClaim, state{
		statement, string(quotes.WorkflowFlagged), f.Assignee, f.Due, string(f.Priority), f.Note, nil,
	})
	if err != nil {
		return 0, false, err
	}
	_, err = w.insert(quotes.EntityAppearance, state{claim, quote, place(part), string(quotes.StanceAsserts)})
	return claim, true, err
}

// partOf finds where a part stands in a quote's words, in code points. It has
// to stand there exactly once: as it is, or else but for quote marks and the
// width of spaces.
func partOf(quote int64, words, part string) (quotes.Span, error) {
	whole := quotes.Span{End: utf8.RuneCountInString(words)}
	if strings.TrimSpace(part) == "" {
		return whole, nil
	}
	found := occurrences([]rune(words), []rune(part), nil)
	if len(found) == 0 {
		folded, at := plain(words)
		wanted, _ := plain(strings.TrimSpace(part))
		found = occurrences(folded, wanted, at)
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return whole, quotes.Errorf(quotes.CodeInvalid, "quote %d does not hold the words %q", quote, part).
			Do("copy the part from the quote: %q", words)
	}
	return whole, quotes.Errorf(quotes.CodeInvalid, "quote %d holds the words %q %d times", quote, part, len(found)).
		Do("give more words around them")
}

// occurrences are the places of part in words; at translates offsets, unless
// it is nil.
func occurrences(words, part []rune, at []int) []quotes.Span {
	var out []quotes.Span
	for i := 0; i+len(part) <= len(words) && len(part) > 0; i++ {
		if !equalRunes(words[i:i+len(part)], part) {
			continue
		}
		s := quotes.Span{Start: i, End: i + len(part)}
		if at != nil {
			s = quotes.Span{Start: at[s.Start], End: at[s.End-1] + 1}
		}
		out = append(out, s)
	}
	return out
}

func equalRunes(a, b []rune) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
