package sqlite

import (
	"context"
	"strings"

	"onrecord/quotes"
	"onrecord/store"
)

// Mark gives quotes and claims a word of one axis.
func (s *Store) Mark(ctx context.Context, op *store.Op, ids []quotes.QuoteID, claims []quotes.ClaimID, m quotes.Mark) (*store.Marked, error) {
	if err := checkMark(claims, m); err != nil {
		return nil, err
	}
	var out *store.Marked
	err := s.write(ctx, op, func(w *write) error {
		out = &store.Marked{}
		if err := w.needQuotes(ids); err != nil {
			return err
		}
		if err := w.needClaims(claims); err != nil {
			return err
		}
		if m.Axis == quotes.AxisFidelity {
			return w.markFidelity(ids, m, out)
		}
		for _, id := range ids {
			claim, made, err := w.claimMeant(id, m)
			if err != nil {
				return err
			}
			if made {
				out.Made++
			}
			claims = append(claims, claim)
		}
		return w.markClaims(claims, m, out)
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// checkMark refuses what a mark cannot say: an IFCN signatory gives its
// reasons for leaving a claim alone, and so does this record.
func checkMark(claims []quotes.ClaimID, m quotes.Mark) error {
	if err := checkDay("the date", m.AsOf); err != nil {
		return err
	}
	for _, e := range m.Evidence {
		if err := checkEvidence(e.Update()); err != nil {
			return err
		}
	}
	if err := checkUTF8(m.Note, m.Paraphrase, m.Part, m.Correction); err != nil {
		return err
	}
	if m.Correction != "" && m.Axis != quotes.AxisVerdict {
		return quotes.Errorf(quotes.CodeInvalid, "a correction is of a verdict").Do("give the verdict that is right, or say it with --note")
	}
	switch m.Axis {
	case quotes.AxisFidelity:
		if len(claims) > 0 {
			return quotes.Errorf(quotes.CodeInvalid, "%q is a word for quotes, and c%d is a claim", m.Fidelity, claims[0]).
				Do("give the id of a quote")
		}
		if m.Part != "" || m.Paraphrase != "" || len(m.Evidence) > 0 || m.AsOf != "" {
			return quotes.Errorf(quotes.CodeInvalid, "fidelity is of a whole quote and needs no claim").
				Do("leave out --part, --claim, --evidence and --as-of; --note says why")
		}
	case quotes.AxisWorkflow:
		if (m.Workflow == quotes.WorkflowBlocked || m.Workflow == quotes.WorkflowWontCheck) && strings.TrimSpace(m.Note) == "" {
			return quotes.Errorf(quotes.CodeInvalid, "%s needs a reason", m.Workflow).Do("give it with --note")
		}
	case quotes.AxisVerdict:
	default:
		return quotes.Errorf(quotes.CodeInvalid, "unknown axis %q", m.Axis).Do("known: fidelity, workflow, verdict")
	}
	return nil
}

func (w *write) markFidelity(ids []quotes.QuoteID, m quotes.Mark, out *store.Marked) error {
	values := map[string]any{"fidelity": storedFidelity(m.Fidelity)}
	if m.Note != "" {
		values["note"] = m.Note
	}
	for _, id := range ids {
		did, err := w.update(quotes.EntityQuote, int64(id), values)
		if err != nil {
			return err
		}
		if did {
			out.Quotes++
		}
	}
	return nil
}

// claimMeant is the claim that marking a quote is about: of the part named,
// else its only one, else a new one of the whole text.
func (w *write) claimMeant(id quotes.QuoteID, m quotes.Mark) (quotes.ClaimID, bool, error) {
	if m.Part == "" {
		some, err := w.integers(claimsIn, int64(id))
		switch {
		case err != nil:
			return 0, false, err
		case len(some) == 1:
			return quotes.ClaimID(some[0]), false, nil
		case len(some) > 1:
			return 0, false, w.severalClaims(id, some)
		}
	}
	claim, made, err := w.claimOf(int64(id), quotes.Flag{Part: m.Part, Paraphrase: m.Paraphrase})
	return quotes.ClaimID(claim), made, err
}

// severalClaims is CodeAmbiguous with the claims of a quote.
func (w *write) severalClaims(id quotes.QuoteID, claims []int64) error {
	var them []string
	for _, c := range claims {
		var words string
		if err := w.scan("SELECT text FROM claims WHERE id = ?", []any{c}, &words); err != nil {
			return err
		}
		them = append(them, "c"+itoa(c)+" “"+words+"”")
	}
	return quotes.Errorf(quotes.CodeAmbiguous, "quote %d holds %d claims: %s", id, len(claims), strings.Join(them, ", ")).
		Do("mark one of them, such as c%d, or name its words with --part", claims[0])
}

func (w *write) markClaims(claims []quotes.ClaimID, m quotes.Mark, out *store.Marked) error {
	scale, err := w.scaleOf(m)
	if err != nil {
		return err
	}
	done, moved := map[quotes.ClaimID]bool{}, map[int64]bool{}
	for _, id := range claims {
		if done[id] {
			continue
		}
		done[id] = true
		out.Claims = append(out.Claims, id)
		changed, err := w.markClaim(id, m, scale, out)
		if err != nil {
			return err
		}
		if !changed {
			continue
		}
		in, err := w.integers("SELECT quote FROM appearances WHERE claim = ? AND withdrawn = 0", int64(id))
		if err != nil {
			return err
		}
		for _, q := range in {
			moved[q] = true
		}
	}
	out.Quotes = len(moved)
	return nil
}

// scaleOf is the id of the scale that a verdict is given on, the record's;
// CodeInvalid if that lacks the word. Marks of other axes have none.
func (w *write) scaleOf(m quotes.Mark) (string, error) {
	if m.Axis != quotes.AxisVerdict {
		return "", nil
	}
	scales, err := w.reader().scales()
	if err != nil {
		return "", err
	}
	return scales.Current.ID(), scales.Current.Check(m.Verdict)
}

// markClaim moves a claim. A verdict is an assessment which supersedes the one
// before, and means that the claim is checked.
func (w *write) markClaim(id quotes.ClaimID, m quotes.Mark, scale string, out *store.Marked) (changed bool, err error) {
	values := map[string]any{"workflow": string(m.Workflow)}
	if m.Axis == quotes.AxisVerdict {
		values["workflow"] = string(quotes.WorkflowChecked)
		if err := w.assess(id, m, scale, out); err != nil {
			return false, err
		}
	} else if m.Note != "" {
		values["note"] = m.Note
	}
	if m.Paraphrase != "" {
		values["text"] = m.Paraphrase
	}
	for _, e := range m.Evidence { // before the publish gate, which counts it
		if _, err := w.setEvidence(id, e.Update()); err != nil {
			return false, err
		}
	}
	if m.Workflow == quotes.WorkflowPublished && m.Axis == quotes.AxisWorkflow {
		if err := w.publishable(id); err != nil {
			return false, err
		}
	}
	changed, err = w.update(quotes.EntityClaim, int64(id), values)
	return changed || m.Axis == quotes.AxisVerdict, err
}

// publishable lets only a claim with a verdict be published, and with the gate
// on only one which lacks nothing.
func (w *write) publishable(id quotes.ClaimID) error {
	all, err := w.reader().claims([]quotes.ClaimID{id})
	if err != nil {
		return err
	}
	c := &all[0]
	checked := c.Workflow == quotes.WorkflowChecked || c.Workflow == quotes.WorkflowPublished
	if !checked || c.Verdict == "" {
		return quotes.Errorf(quotes.CodeInvalid, "claim c%d is %s and cannot be published", id, c.Workflow).
			Do("give it a verdict first")
	}
	gate, err := w.setting(quotes.SettingGate)
	if err != nil || gate != quotes.GateOn {
		return err
	}
	if lacks := c.Lacks(w.op.Who); len(lacks) > 0 {
		return quotes.Errorf(quotes.CodeConflict, "claim c%d cannot be published: it lacks %s", id, strings.Join(lacks, ", ")).
			Do("`onrecord claims show c%d` shows what there is; `onrecord config %s off` opens the gate", id, quotes.SettingGate)
	}
	return nil
}

func (w *write) assess(id quotes.ClaimID, m quotes.Mark, scale string, out *store.Marked) error {
	row := state{int64(id), string(m.Verdict), scale, m.Note, m.AsOf, nil, nil, nil, nil, nil}
	before := quotes.Assessment{Claim: id}
	err := w.scan(`SELECT a.id, a.verdict, h.who, h.at FROM assessments a JOIN changes h ON h.seq = a.created
		WHERE a.claim = ? AND a.withdrawn = 0 ORDER BY a.id DESC LIMIT 1`, []any{int64(id)},
		&before.ID, &before.Verdict, &before.By, &before.At)
	switch {
	case none(err) && m.Correction != "":
		return quotes.Errorf(quotes.CodeInvalid, "claim c%d has no verdict to correct", id).Do("leave out --correction; --note gives the grounds")
	case none(err):
	case err != nil:
		return err
	default:
		row[5] = int64(before.ID)
		out.Superseded = append(out.Superseded, before)
	}
	if m.Correction != "" {
		row[6] = m.Correction
	}
	_, err = w.insert(quotes.EntityAssessment, row)
	return err
}
