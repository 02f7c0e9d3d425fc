package sqlite

import (
	"context"
	"strings"

	"onrecord/quotes"
	"onrecord/store"
)

// SetEvidence adds pieces of evidence to a claim, corrects and removes them.
func (s *Store) SetEvidence(ctx context.Context, op *store.Op, id quotes.ClaimID, all []quotes.EvidenceUpdate, remove []string) (changed, removed int, err error) {
	for _, u := range all {
		if err := checkEvidence(u); err != nil {
			return 0, 0, err
		}
	}
	err = s.write(ctx, op, func(w *write) error {
		changed, removed = 0, 0
		if err := w.needClaims([]quotes.ClaimID{id}); err != nil {
			return err
		}
		for _, url := range remove {
			n, err := w.removeEvidence(id, url)
			if err != nil {
				return err
			}
			removed += n
		}
		for _, u := range all {
			did, err := w.setEvidence(id, u)
			if err != nil {
				return err
			}
			if did {
				changed++
			}
		}
		return nil
	})
	return changed, removed, err
}

func checkEvidence(u quotes.EvidenceUpdate) error {
	if strings.TrimSpace(u.URL) == "" {
		return quotes.Errorf(quotes.CodeInvalid, "evidence needs a URL").Do("give it with --evidence URL")
	}
	texts := []string{u.URL}
	for _, v := range []*string{u.Archived, u.Passage, u.Kind, u.Accessed} {
		if v != nil {
			texts = append(texts, *v)
		}
	}
	if err := checkUTF8(texts...); err != nil {
		return err
	}
	if u.Stance != nil {
		if _, err := quotes.ParseWord("stance", quotes.EvidenceStances, string(*u.Stance)); err != nil {
			return err
		}
	}
	if u.Accessed != nil {
		return checkDay("the day it was accessed", *u.Accessed)
	}
	return nil
}

// setEvidence adds a piece or, if its URL stands already, gives it what is new,
// and tells whether that took a change.
func (w *write) setEvidence(id quotes.ClaimID, u quotes.EvidenceUpdate) (bool, error) {
	values := map[string]any{}
	for column, v := range map[string]*string{"archived": u.Archived, "passage": u.Passage, "kind": u.Kind, "accessed": u.Accessed} {
		if v != nil {
			values[column] = *v
		}
	}
	if u.Stance != nil {
		values["stance"] = string(*u.Stance)
	}
	if u.Independent != nil {
		values["independent"] = int64(0)
		if *u.Independent {
			values["independent"] = int64(1)
		}
	}
	there, err := w.evidenceAt(id, u.URL)
	if err != nil {
		return false, err
	}
	if len(there) > 0 {
		return w.update(quotes.EntityEvidence, there[0], values)
	}
	row := state{int64(id), u.URL, "", "", string(quotes.StanceContext), "", w.at[:len("2006-01-02")], int64(0)}
	for i, c := range tableOf(quotes.EntityEvidence).columns {
		if v, given := values[c]; given {
			row[i] = v
		}
	}
	_, err = w.insert(quotes.EntityEvidence, row)
	return true, err
}

func (w *write) evidenceAt(id quotes.ClaimID, url string) ([]int64, error) {
	return w.integers("SELECT id FROM evidence WHERE claim = ? AND url = ? AND withdrawn = 0 ORDER BY id", int64(id), url)
}

// removeEvidence takes the pieces with a URL off a claim, and counts them.
func (w *write) removeEvidence(id quotes.ClaimID, url string) (int, error) {
	there, err := w.evidenceAt(id, url)
	if err != nil {
		return 0, err
	}
	if len(there) == 0 {
		return 0, quotes.Errorf(quotes.CodeNotFound, "claim c%d has no evidence %s", id, url).
			Do("`onrecord claims evidence c%d` lists it", id)
	}
	for _, e := range there {
		if err := w.withdraw(quotes.EntityEvidence, e); err != nil {
			return 0, err
		}
	}
	return len(there), nil
}
