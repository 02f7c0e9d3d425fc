package sqlite

import (
	"context"
	"database/sql"
	"math"

	"onrecord/quotes"
	"onrecord/quotes/worth"
)

// lastChange is the seq of the record's last change, or of the last that counts
// where the record is read as it stood.
func (r *reader) lastChange() (seq int64, err error) {
	if r.past != nil {
		return r.past.seq, nil
	}
	err = r.QueryRowContext(r.ctx, "SELECT coalesce(max(seq), 0) FROM changes").Scan(&seq)
	return seq, err
}

// QuotesAt is quotes as they stood after a change. It starts from how they
// stand and looks up in the changes what was different.
func (s *Store) QuotesAt(ctx context.Context, ids []quotes.QuoteID, asOf int64) (map[quotes.QuoteID]*quotes.Quote, error) {
	found := make(map[quotes.QuoteID]*quotes.Quote, len(ids))
	err := s.read(ctx, func(r *reader) error {
		clear(found)
		const these = "q.id IN (SELECT value FROM json_each(?))"
		if asOf == 0 {
			return r.eachQuote(these+" AND q.withdrawn = 0 AND a.withdrawn = 0", []any{list(ids)}, func(q *quotes.Quote) error {
				found[q.ID] = q
				return nil
			})
		}
		var rows []*quoteRow
		err := r.each("SELECT "+quoteColumns+quoteFrom+" WHERE "+these, []any{list(ids)}, func(row *sql.Rows) error {
			q, err := scanQuote(row)
			rows = append(rows, q)
			return err
		})
		if err != nil {
			return err
		}
		past := &past{reader: r, seq: asOf, prepared: map[string]*sql.Stmt{}, states: map[thing]pastState{}}
		var stood []*quoteRow
		for _, q := range rows {
			stands, err := past.turnBack(q)
			if err != nil {
				return err
			}
			if stands {
				stood = append(stood, q)
			}
		}
		if err := r.complete(stood, articleTexts{}, false); err != nil {
			return err
		}
		for _, q := range stood {
			if q.Tags, err = past.tags(int64(q.ID)); err != nil {
				return err
			}
			found[q.ID] = &q.Quote
		}
		return nil
	})
	return found, err
}

// past reads the record as it was right after a change.
type past struct {
	*reader
	seq      int64
	prepared map[string]*sql.Stmt
	states   map[thing]pastState // of articles and speakers, which many quotes share
}

type pastState struct {
	state  state
	stands bool
}

func (p *past) stmt(query string) (*sql.Stmt, error) {
	if s, ok := p.prepared[query]; ok {
		return s, nil
	}
	s, err := p.PrepareContext(p.ctx, query)
	p.prepared[query] = s
	return s, err
}

func (p *past) ids(query string, args ...any) ([]int64, error) {
	s, err := p.stmt(query)
	if err != nil {
		return nil, err
	}
	rows, err := s.QueryContext(p.ctx, args...)
	if err != nil {
		return nil, err
	}
	return scanIntegers(rows)
}

// at is the state of a row then: what its next change found, else what it
// holds still.
func (p *past) at(e quotes.Entity, id int64) (s state, stands bool, err error) {
	shared := e == quotes.EntityArticle || e == quotes.EntitySpeaker
	if known, ok := p.states[thing{e, id}]; ok && shared {
		return known.state, known.stands, nil
	}
	if s, stands, err = p.find(tableOf(e), id); err == nil && shared {
		p.states[thing{e, id}] = pastState{s, stands}
	}
	return s, stands, err
}

func (p *past) find(t *table, id int64) (state, bool, error) {
	next, err := p.stmt("SELECT before FROM changes WHERE entity = ? AND entity_id = ? AND seq > ? ORDER BY seq LIMIT 1")
	if err != nil {
		return nil, false, err
	}
	var before sql.NullString
	err = next.QueryRowContext(p.ctx, string(t.entity), id, p.seq).Scan(&before)
	if err == nil && before.Valid {
		s, err := t.decode([]byte(before.String))
		return s, true, err
	}
	if err == nil {
		return nil, false, nil // made, or brought back, later
	}
	if !none(err) {
		return nil, false, err
	}
	s := make(state, len(t.columns))
	var stands bool
	into := []any{&stands}
	query := "SELECT withdrawn = 0 AND created <= ?"
	for i, column := range t.columns {
		into = append(into, &s[i])
		query += ", " + column
	}
	now, err := p.stmt(query + " FROM " + t.name + " WHERE id = ?")
	if err != nil {
		return nil, false, err
	}
	err = now.QueryRowContext(p.ctx, p.seq, id).Scan(into...)
	return s, stands, err
}

// turnBack gives a quote as it stands the fields it had then, and reports
// whether it stood at all. Its words in the article and its tags are left to
// the caller.
func (p *past) turnBack(q *quoteRow) (bool, error) {
	s, stands, err := p.at(quotes.EntityQuote, int64(q.ID))
	if err != nil || !stands {
		return false, err
	}
	q.take(s)
	q.AsOf = p.seq
	t := tableOf(quotes.EntityQuote)
	article := t.integer(s, "article")
	if stands, err = p.article(q, article); err != nil || !stands {
		return false, err
	}
	if q.SpeakerID, q.Speaker, q.SpeakerKind, err = p.speaker(t.integer(s, "speaker")); err != nil {
		return false, err
	}
	states, err := p.claimStates(int64(q.ID))
	q.Status, q.Verdict = quotes.Derive(states)
	return true, err
}

// take sets the fields of a quote that its own row holds.
func (q *quoteRow) take(s state) {
	t := tableOf(quotes.EntityQuote)
	word := func(column string) string {
		v, _ := t.column(s, column).(string)
		return v
	}
	share := func(column string) float64 { return float64(t.integer(s, column)) / confidenceUnits }
	q.Text, q.Kind, q.State = word("text"), quotes.Kind(word("kind")), quotes.State(word("state"))
	q.Fidelity, q.SaidOn, q.Note, q.ConfirmedBy = fidelityOf(word("fidelity")), word("said_on"), word("note"), word("confirmed_by")
	q.Method, q.Reason, q.Role = word("method"), word("reason"), word("role")
	q.Confidence, q.MentionConfidence, q.RunnerUp = share("confidence"), share("mention_confidence"), nil
	if name := word("runner_up"); name != "" {
		q.RunnerUp = &quotes.RunnerUp{Speaker: name, Confidence: share("runner_up_confidence")}
	}
	q.Spans, q.mention, q.cue, q.context = parsePlaces(word("spans")), word("mention"), word("cue"), word("context")
	q.Context, q.Worthiness = word("own_context"), worth.Of(q.Text).Value()
}

func (p *past) article(q *quoteRow, id int64) (bool, error) {
	s, stands, err := p.at(quotes.EntityArticle, id)
	if err != nil || !stands {
		return false, err
	}
	t := tableOf(quotes.EntityArticle)
	word := func(column string) string {
		v, _ := t.column(s, column).(string)
		return v
	}
	q.Article = quotes.ArticleRef{ID: quotes.ArticleID(id), Title: word("title"), Outlet: word("outlet"), URL: word("url"), Published: word("published"), SHA256: word("sha256")}
	return true, nil
}

// speaker follows a merge, as every reading does.
func (p *past) speaker(id int64) (quotes.SpeakerID, string, quotes.SpeakerKind, error) {
	if id == 0 {
		return 0, "", "", nil
	}
	t := tableOf(quotes.EntitySpeaker)
	s, _, err := p.at(quotes.EntitySpeaker, id)
	if err != nil || s == nil {
		return 0, "", "", err
	}
	if into := t.integer(s, "merged_into"); into != 0 {
		return p.speaker(into)
	}
	name, _ := t.column(s, "name").(string)
	kind, _ := t.column(s, "kind").(string)
	return quotes.SpeakerID(id), name, quotes.SpeakerKind(kind), nil
}

func (p *past) tags(quote int64) ([]string, error) {
	ids, err := p.ids("SELECT id FROM tags WHERE quote = ? AND created <= ? ORDER BY tag", quote, p.seq)
	tags := []string{}
	if err != nil {
		return tags, err
	}
	t := tableOf(quotes.EntityTag)
	for _, id := range ids {
		s, stands, err := p.at(quotes.EntityTag, id)
		if err != nil {
			return tags, err
		}
		if tag, _ := t.column(orNone(s, t), "tag").(string); stands {
			tags = append(tags, tag)
		}
	}
	return tags, nil
}

// orNone makes an absent state one of nulls.
func orNone(s state, t *table) state {
	if s == nil {
		return make(state, len(t.columns))
	}
	return s
}

// claimStates are the states of the claims that stood in a quote then.
func (p *past) claimStates(quote int64) ([]quotes.ClaimState, error) {
	appearances, err := p.ids("SELECT id FROM appearances WHERE quote = ? AND created <= ? ORDER BY claim, id", quote, p.seq)
	if err != nil {
		return nil, err
	}
	var out []quotes.ClaimState
	last := int64(math.MinInt64)
	for _, id := range appearances {
		t := tableOf(quotes.EntityAppearance)
		s, stands, err := p.at(quotes.EntityAppearance, id)
		if err != nil {
			return nil, err
		}
		if !stands || t.integer(s, "quote") != quote {
			continue
		}
		claim := t.integer(s, "claim")
		c, stands, err := p.at(quotes.EntityClaim, claim)
		if err != nil {
			return nil, err
		}
		if !stands || claim == last {
			continue
		}
		last = claim
		workflow, _ := tableOf(quotes.EntityClaim).column(c, "workflow").(string)
		verdict, err := p.verdict(claim)
		if err != nil {
			return nil, err
		}
		out = append(out, quotes.ClaimState{Workflow: quotes.Workflow(workflow), Verdict: verdict})
	}
	return out, nil
}

// verdict is that of a claim's latest assessment then.
func (p *past) verdict(claim int64) (quotes.Verdict, error) {
	// Those of a claim that went into another since are that one's now.
	ids, err := p.ids(`SELECT id FROM assessments WHERE claim = ?1 AND created <= ?2
		UNION SELECT entity_id FROM changes WHERE entity = 'assessment' AND op IN (
			SELECT op FROM changes WHERE entity = 'claim' AND entity_id = ?1 AND seq > ?2 AND after IS NULL)
		ORDER BY id DESC`, claim, p.seq)
	if err != nil {
		return "", err
	}
	t := tableOf(quotes.EntityAssessment)
	for _, id := range ids {
		s, stands, err := p.at(quotes.EntityAssessment, id)
		if err != nil {
			return "", err
		}
		if stands && t.integer(s, "claim") == claim {
			verdict, _ := t.column(s, "verdict").(string)
			return quotes.Verdict(verdict), nil
		}
	}
	return "", nil
}
