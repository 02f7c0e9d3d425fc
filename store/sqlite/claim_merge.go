package sqlite

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"onrecord/quotes"
	"onrecord/store"
)

// MergeClaims makes the others the same as into.
func (s *Store) MergeClaims(ctx context.Context, op *store.Op, into quotes.ClaimID, others []quotes.ClaimID, keep quotes.ClaimID) error {
	ids := []quotes.ClaimID{into}
	for _, id := range others {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	if len(ids) < 2 {
		return quotes.Errorf(quotes.CodeInvalid, "nothing to merge into c%d", into).Do("name at least one other claim")
	}
	if keep != 0 && !slices.Contains(ids, keep) {
		return quotes.Errorf(quotes.CodeInvalid, "c%d is none of the claims to merge", keep).Do("keep the verdict of one of them")
	}
	return s.write(ctx, op, func(w *write) error {
		if err := w.needClaims(ids); err != nil {
			return err
		}
		all, err := w.reader().claims(ids)
		if err != nil {
			return err
		}
		kept, err := keptVerdict(all, keep)
		if err != nil {
			return err
		}
		for _, c := range all[1:] {
			if err := w.mergeClaim(into, c.ID); err != nil {
				return err
			}
		}
		if _, err := w.update(quotes.EntityClaim, int64(into), mergedValues(all, kept)); err != nil {
			return err
		}
		return w.restate(into, kept)
	})
}

// keptVerdict is the claim whose verdict stands after a merger: the one with
// one, or the one to keep where they differ; nil where there is none.
func keptVerdict(all []quotes.Claim, keep quotes.ClaimID) (*quotes.Claim, error) {
	var kept *quotes.Claim
	differ, said := false, []string(nil)
	for i := range all {
		c := &all[i]
		if c.Verdict == "" {
			if c.ID == keep {
				return nil, quotes.Errorf(quotes.CodeInvalid, "claim c%d has no verdict to keep", keep).Do("keep the verdict of one that has")
			}
			continue
		}
		said = append(said, fmt.Sprintf("c%d is %s (%s)", c.ID, c.Verdict, c.Scale))
		if kept == nil {
			kept = c
			continue
		}
		differ = differ || c.Verdict != kept.Verdict || c.Scale != kept.Scale
		if c.ID == keep {
			kept = c
		}
	}
	if differ && keep == 0 {
		return nil, quotes.Errorf(quotes.CodeConflict, "the claims differ in their verdict: %s", strings.Join(said, ", ")).
			Do("say with --keep whose verdict stands, as in --keep c%d; all of them stay in the history", kept.ID)
	}
	return kept, nil
}

// mergedValues is what a merger changes in the claim that stays: how far it is,
// if the verdict comes from another, the greatest priority, and what it lacks.
func mergedValues(all []quotes.Claim, kept *quotes.Claim) map[string]any {
	into := all[0]
	rank := func(p quotes.Priority) int { return slices.Index(quotes.Priorities, p) }
	for _, c := range all[1:] {
		if rank(c.Priority) > rank(into.Priority) {
			into.Priority = c.Priority
		}
		for from, to := range map[*string]*string{&c.Assignee: &into.Assignee, &c.Due: &into.Due, &c.Note: &into.Note} {
			if *to == "" {
				*to = *from
			}
		}
	}
	if kept != nil && (into.Verdict == "" || kept.ID != into.ID) {
		into.Workflow = kept.Workflow
	}
	return map[string]any{
		"workflow": string(into.Workflow), "assignee": into.Assignee, "due": into.Due,
		"priority": string(into.Priority), "note": into.Note,
	}
}

// mergeClaim moves everything of one claim to another and withdraws it. What
// the other has already, word for word, is not kept twice.
func (w *write) mergeClaim(into, from quotes.ClaimID) error {
	for _, part := range []struct {
		entity quotes.Entity
		same   string // columns in which two are the same
	}{
		{quotes.EntityAppearance, "quote, part"},
		{quotes.EntityEvidence, "url, archived, passage, stance, kind, independent"},
		{quotes.EntityAssessment, ""},
	} {
		t := tableOf(part.entity)
		ids, err := w.integers("SELECT id FROM "+t.name+" WHERE claim = ? AND withdrawn = 0 ORDER BY id", int64(from))
		if err != nil {
			return err
		}
		for _, id := range ids {
			there := []int64(nil)
			if part.same != "" {
				there, err = w.integers("SELECT id FROM "+t.name+" WHERE claim = ? AND withdrawn = 0 AND ("+part.same+
					") IS (SELECT "+part.same+" FROM "+t.name+" WHERE id = ?)", int64(into), id)
			}
			switch {
			case err != nil:
			case len(there) > 0:
				err = w.withdraw(part.entity, id)
			default:
				_, err = w.update(part.entity, id, map[string]any{"claim": int64(into)})
			}
			if err != nil {
				return err
			}
		}
	}
	return w.withdraw(quotes.EntityClaim, int64(from))
}

// restate adds the kept verdict once more, signed by who merged, if another one
// would be the latest.
func (w *write) restate(into quotes.ClaimID, kept *quotes.Claim) error {
	if kept == nil {
		return nil
	}
	all, err := w.reader().claims([]quotes.ClaimID{into})
	if err != nil {
		return err
	}
	if now := all[0]; now.Verdict == kept.Verdict && now.Scale == kept.Scale {
		return nil
	}
	last := all[0].Assessments[len(all[0].Assessments)-1]
	by := kept.Assessments[len(kept.Assessments)-1]
	_, err = w.insert(quotes.EntityAssessment, state{
		int64(into), string(kept.Verdict), kept.Scale, kept.Rationale, kept.AsOf, int64(last.ID), nil, orNull(by.Publisher), orNull(by.URL), orNull(by.Rating),
	})
	return err
}
