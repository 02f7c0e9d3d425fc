package sqlite

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"onrecord/quotes"
	"onrecord/quotes/text"
	"onrecord/store"
)

// SaveRulings stores what other publishers ruled, as claims with a verdict.
func (s *Store) SaveRulings(ctx context.Context, op *store.Op, all []quotes.Ruling) ([]store.Ruled, error) {
	for i := range all {
		if err := checkRuling(&all[i]); err != nil {
			return nil, err
		}
	}
	var out []store.Ruled
	err := s.write(ctx, op, func(w *write) error {
		out = make([]store.Ruled, 0, len(all))
		for i := range all {
			one, err := w.ruling(&all[i])
			if err != nil {
				return err
			}
			out = append(out, one)
		}
		return nil
	})
	return out, err
}

func checkRuling(r *quotes.Ruling) error {
	for what, value := range map[string]string{"text": r.Text, "publisher": r.Publisher, "address": r.URL, "verdict": r.Word} {
		if strings.TrimSpace(value) == "" {
			return quotes.Errorf(quotes.CodeInvalid, "a ruling without a %s", what).Do("leave it out")
		}
	}
	if err := checkUTF8(slices.Concat([]string{
		r.Text, r.Speaker.Name, r.Speaker.Wikidata, r.Publisher, r.URL, r.Word, r.Rating, r.Scale, r.Rationale,
	}, r.Appeared)...); err != nil {
		return err
	}
	if err := checkDay("the day it was said", r.SaidOn); err != nil {
		return err
	}
	return checkDay("the day of the ruling", r.Published)
}

// ruling stores one. The same claim under the same address is known: another
// verdict there supersedes the old one.
func (w *write) ruling(r *quotes.Ruling) (store.Ruled, error) {
	claim, last, err := w.knownRuling(r)
	if err != nil {
		return store.Ruled{}, err
	}
	out := store.Ruled{Claim: quotes.ClaimID(claim), Outcome: store.OutcomeDuplicate}
	row := state{
		claim, r.Word, r.Scale, r.Rationale, r.Published, nil, nil, r.Publisher, r.URL, orNull(r.Rating),
	}
	if claim == 0 {
		if claim, err = w.claimRuledOn(r); err != nil {
			return out, err
		}
		out.Claim, out.Outcome, row[0] = quotes.ClaimID(claim), store.OutcomeAdded, claim
	} else {
		before, _, err := w.load(tableOf(quotes.EntityAssessment), last)
		if err != nil || before[1] == row[1] && before[2] == row[2] && before[9] == row[9] {
			return out, err
		}
		out.Outcome, row[5] = store.OutcomeVersion, last
	}
	_, err = w.insert(quotes.EntityAssessment, row)
	return out, err
}

// knownRuling is the claim that a ruling was stored as, and its assessment; 0
// if it was not.
func (w *write) knownRuling(r *quotes.Ruling) (claim, assessment int64, err error) {
	ids, err := w.integers(`SELECT a.id FROM assessments a JOIN claims c ON c.id = a.claim
		WHERE a.url = ? AND a.withdrawn = 0 AND c.withdrawn = 0 ORDER BY a.id DESC`, r.URL)
	if err != nil {
		return 0, 0, err
	}
	key := text.Key(r.Text)
	for _, id := range ids {
		var words, was string
		err := w.scan(`SELECT c.id, c.text, coalesce((SELECT json_extract(h.after, '$.text') FROM changes h WHERE h.seq = c.created), '')
			FROM assessments a JOIN claims c ON c.id = a.claim WHERE a.id = ?`, []any{id}, &claim, &words, &was)
		if err != nil {
			return 0, 0, err
		}
		if text.Key(words) == key || text.Key(was) == key { // an editor may have put it better
			return claim, id, nil
		}
	}
	return 0, 0, nil
}

// claimRuledOn makes the claim: it stands in no quote, since its words are the
// publisher's and nobody's exact ones. Where it was said is kept as evidence.
func (w *write) claimRuledOn(r *quotes.Ruling) (int64, error) {
	speaker, note, err := w.claimant(r)
	if err != nil {
		return 0, err
	}
	claim, err := w.insert(quotes.EntityClaim, state{
		r.Text, string(quotes.WorkflowChecked), "", "", string(quotes.PriorityNormal), note, speaker,
	})
	if err != nil {
		return 0, err
	}
	for _, at := range r.Appeared {
		if _, err := w.setEvidence(quotes.ClaimID(claim), quotes.Evidence{URL: at, Kind: quotes.KindAppearance}.Update()); err != nil {
			return 0, err
		}
	}
	return claim, nil
}

// claimant finds who claimed it, or makes one of a name that tells who it is
// beyond one review. Any other name stands in the note: "viral posts" are
// nobody, and a bare surname is somebody else each time.
func (w *write) claimant(r *quotes.Ruling) (speaker any, note string, err error) {
	var notes []string
	if r.SaidOn != "" {
		notes = append(notes, "said on "+r.SaidOn)
	}
	if r.Speaker.Name != "" {
		id, err := w.linker().known(text.Key(r.Speaker.Name))
		if err == nil && id == 0 && r.Speaker.Identifies() {
			id, err = w.linker().link(&r.Speaker)
		}
		if err != nil {
			return nil, "", err
		}
		if speaker = id; id == 0 {
			speaker, notes = nil, append(notes, "claimed by "+r.Speaker.Name)
		}
	}
	return speaker, strings.Join(notes, "; "), nil
}

// orNull is a text, or null instead of none.
func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// rulingWords are the words in which other publishers ruled.
func (r *reader) rulingWords() ([]quotes.Verdict, error) {
	var out []quotes.Verdict
	err := r.each("SELECT DISTINCT verdict FROM assessments WHERE publisher IS NOT NULL", nil, func(rows *sql.Rows) error {
		var v quotes.Verdict
		err := rows.Scan(&v)
		out = append(out, v)
		return err
	})
	return out, err
}

// withRulings adds to words of the record's scales the same ones as other
// publishers write them.
func (r *reader) withRulings(verdicts []quotes.Verdict) ([]quotes.Verdict, error) {
	abroad, err := r.rulingWords()
	all := slices.Clone(verdicts)
	for _, w := range abroad {
		if !slices.Contains(all, w) && slices.Contains(verdicts, quotes.FoldWord[quotes.Verdict](string(w))) {
			all = append(all, w)
		}
	}
	return all, err
}
