package sqlite

import (
	"context"
	"database/sql"

	"onrecord/quotes"
	"onrecord/store"
)

// AmbiguousSpeakers lists the persons whose name tells nobody beyond their
// article, with all whose names hold it.
func (s *Store) AmbiguousSpeakers(ctx context.Context, limit int) ([]quotes.Ambiguity, error) {
	var out []quotes.Ambiguity
	err := s.read(ctx, func(r *reader) error {
		candidates, order, err := r.candidates()
		if err != nil {
			return err
		}
		if limit > 0 && len(order) > limit {
			order = order[:limit]
		}
		byID, err := r.speakersByID(order, candidates)
		if err != nil {
			return err
		}
		for _, id := range order {
			a := quotes.Ambiguity{Speaker: byID[id]}
			for _, c := range candidates[id] {
				a.Candidates = append(a.Candidates, byID[c])
			}
			out = append(out, a)
		}
		return nil
	})
	return out, err
}

// candidates are the roots whose names hold that of an ambiguous speaker, and
// the ambiguous ones, most quoted first. A name by which an editor links
// articles is settled.
func (r *reader) candidates() (candidates map[int64][]int64, order []int64, err error) {
	candidates = map[int64][]int64{}
	// CROSS JOIN keeps SQLite from scanning the index for each name the other
	// way round.
	err = r.each(`WITH bare AS (
			SELECT s.id, a.key, (SELECT count(*) FROM quotes q WHERE q.speaker = s.id AND q.listed = 1) AS n
			FROM speakers s JOIN aliases a ON a.speaker = s.id
			WHERE s.kind = 'person' AND s.withdrawn = 0 AND s.merged_into IS NULL AND instr(s.name, ' ') = 0
			AND a.source = 'name' AND a.links = 0 AND a.withdrawn = 0 AND a.key <> '')
		SELECT DISTINCT bare.id, coalesce(o.merged_into, o.id), bare.n
		FROM bare CROSS JOIN aliases_fts x CROSS JOIN aliases b ON b.id = x.rowid JOIN speakers o ON o.id = b.speaker
		WHERE bare.n > 0 AND aliases_fts MATCH '"' || bare.key || '"' AND b.withdrawn = 0 AND o.withdrawn = 0
		AND o.kind = 'person' AND coalesce(o.merged_into, o.id) <> bare.id AND instr(b.key, ' ') > 0
		ORDER BY bare.n DESC, bare.id, 2`, nil, func(rows *sql.Rows) error {
		var id, other, n int64
		if err := rows.Scan(&id, &other, &n); err != nil {
			return err
		}
		if candidates[id] == nil {
			order = append(order, id)
		}
		candidates[id] = append(candidates[id], other)
		return nil
	})
	return candidates, order, err
}

// speakersByID reads the ambiguous speakers and their candidates.
func (r *reader) speakersByID(order []int64, candidates map[int64][]int64) (map[int64]quotes.Speaker, error) {
	byID := map[int64]quotes.Speaker{}
	if len(order) == 0 {
		return byID, nil
	}
	var f quotes.SpeakerFilter
	f.All = true
	for _, id := range order {
		f.IDs = append(f.IDs, quotes.SpeakerID(id))
		for _, c := range candidates[id] {
			f.IDs = append(f.IDs, quotes.SpeakerID(c))
		}
	}
	all, err := r.speakers(f)
	for _, s := range all {
		byID[int64(s.ID)] = s
	}
	return byID, err
}

// UpdateSpeaker corrects what is known of a speaker beside the names.
func (s *Store) UpdateSpeaker(ctx context.Context, op *store.Op, id quotes.SpeakerID, u quotes.SpeakerUpdate) error {
	values := map[string]any{}
	if u.Wikidata != nil {
		values["wikidata"] = *u.Wikidata
	}
	if u.Note != nil {
		values["note"] = *u.Note
	}
	if u.Kind != nil {
		values["kind"] = string(*u.Kind)
	}
	return s.write(ctx, op, func(w *write) error {
		root, _, err := w.rootOf(id)
		if err != nil {
			return err
		}
		if err := w.needRev(quotes.EntitySpeaker, root, u.Rev); err != nil {
			return err
		}
		_, err = w.update(quotes.EntitySpeaker, root, values)
		return err
	})
}
