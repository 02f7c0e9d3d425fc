package sqlite

import (
	"context"
	"strings"
	"unicode/utf8"

	"onrecord/quotes"
	"onrecord/store"
)

// UpdateClaims applies one correction to each claim.
func (s *Store) UpdateClaims(ctx context.Context, op *store.Op, ids []quotes.ClaimID, u quotes.ClaimUpdate) (changed int, err error) {
	values, err := claimValues(u)
	if err != nil {
		return 0, err
	}
	err = s.write(ctx, op, func(w *write) error {
		changed = 0
		if err := w.needClaims(ids); err != nil {
			return err
		}
		changed, err = correctEach(w, quotes.EntityClaim, ids, u.Rev, values)
		return err
	})
	return changed, err
}

// claimValues is the columns that a correction sets.
func claimValues(u quotes.ClaimUpdate) (map[string]any, error) {
	values := map[string]any{}
	for column, v := range map[string]*string{"text": u.Text, "assignee": u.Assignee, "due": u.Due, "note": u.Note} {
		if v == nil {
			continue
		}
		if err := checkUTF8(*v); err != nil {
			return nil, err
		}
		values[column] = strings.TrimSpace(*v)
	}
	if u.Text != nil && values["text"] == "" {
		return nil, quotes.Errorf(quotes.CodeInvalid, "a claim needs words").Do("one that is none is taken out of its quotes with `onrecord claims unlink`")
	}
	if u.Priority != nil {
		values["priority"] = string(*u.Priority)
	}
	if u.Due != nil {
		return values, checkDay("the day it is due", *u.Due)
	}
	return values, nil
}

// checkUTF8 refuses what the record cannot hold.
func checkUTF8(texts ...string) error {
	for _, s := range texts {
		if !utf8.ValidString(s) {
			return quotes.Errorf(quotes.CodeInvalid, "%q is not UTF-8", s).Do("convert it first")
		}
	}
	return nil
}
