package sqlite

import (
	"context"
	"database/sql"
	"slices"
	"strconv"
	"strings"

	"onrecord/quotes"
	"onrecord/quotes/text"
)

// Speakers lists who is on record, most quoted first.
func (s *Store) Speakers(ctx context.Context, f quotes.SpeakerFilter) ([]quotes.Speaker, error) {
	var out []quotes.Speaker
	err := s.read(ctx, func(r *reader) error {
		var err error
		out, err = r.speakers(f)
		return err
	})
	return out, err
}

// MatchSpeakers is everyone a name fits, most quoted first.
func (s *Store) MatchSpeakers(ctx context.Context, name string) ([]quotes.Speaker, error) {
	return s.Speakers(ctx, quotes.SpeakerFilter{Name: name, All: true})
}

// FindSpeaker is the one speaker that a name or #id fits.
func (s *Store) FindSpeaker(ctx context.Context, name string) (*quotes.Speaker, error) {
	var found *quotes.Speaker
	err := s.read(ctx, func(r *reader) error {
		some, err := r.findSpeaker(name)
		found = some
		return err
	})
	return found, err
}

func (r *reader) findSpeaker(name string) (*quotes.Speaker, error) {
	some, err := r.speakers(quotes.SpeakerFilter{Name: name, All: true})
	switch {
	case err != nil:
		return nil, err
	case len(some) == 1:
		return &some[0], nil
	case len(some) == 0:
		return nil, r.noSuchSpeaker(name)
	}
	return nil, severalSpeakers(name, some)
}

// severalSpeakers is CodeAmbiguous with all whom a name fits, at most ten of
// them by name.
func severalSpeakers(name string, some []quotes.Speaker) error {
	var them []string
	for i, s := range some {
		if i == 10 {
			them = append(them, "and "+itoa(len(some)-i)+" more")
			break
		}
		them = append(them, "#"+itoa(int64(s.ID))+" "+s.Name)
	}
	return quotes.Errorf(quotes.CodeAmbiguous, "%q fits %d speakers: %s", name, len(some), strings.Join(them, ", ")).
		Do("name one by its id, such as #%d, or merge them if they are the same", some[0].ID)
}

// noSuchSpeaker is CodeNotFound with the nearest name there is.
func (r *reader) noSuchSpeaker(name string) error {
	if _, byID, _ := speakerNumber(name); byID {
		return quotes.Errorf(quotes.CodeNotFound, "there is no speaker %s", name).Do("`onrecord speakers` shows the ids")
	}
	e := quotes.Errorf(quotes.CodeNotFound, "nobody on record is called %q", name).
		Do("`onrecord speakers` lists who is")
	var names, words []string
	called := map[string]string{} // by key, so that case and accents do not count
	err := r.each("SELECT DISTINCT a.alias FROM aliases a WHERE a.withdrawn = 0 ORDER BY a.id", nil, func(rows *sql.Rows) error {
		var alias string
		err := rows.Scan(&alias)
		names = append(names, text.Key(alias))
		called[text.Key(alias)] = alias
		for word := range strings.FieldsSeq(alias) {
			words = append(words, text.Key(word))
			called[text.Key(word)] = word
		}
		return err
	})
	if err != nil {
		return err
	}
	near := quotes.Nearest(text.Key(name), names)
	if near == "" {
		near = quotes.Nearest(text.Key(name), words)
	}
	if near != "" {
		return e.Do("did you mean %q? `onrecord speakers` lists who is on record", called[near])
	}
	return e
}

// speakersNamed are the roots that a name fits: those with exactly this alias,
// else those with its words in a row in an alias; of "#7" the root of that id.
func (r *reader) speakersNamed(name string) ([]int64, error) {
	if id, byID, err := speakerNumber(name); err != nil {
		return nil, err
	} else if byID {
		return r.integers("SELECT coalesce(merged_into, id) FROM speakers WHERE id = ? AND withdrawn = 0", id)
	}
	key := text.Key(name)
	if key == "" {
		return nil, nil
	}
	ids, err := r.integers(rootsNamed+"a.key = ?", key)
	if err != nil || len(ids) > 0 {
		return ids, err
	}
	return r.speakersHolding(key)
}

// speakerNumber is the id that "#7" stands for.
func speakerNumber(name string) (id int64, byID bool, err error) {
	digits, byID := strings.CutPrefix(strings.TrimSpace(name), "#")
	if !byID {
		return 0, false, nil
	}
	if id, err = strconv.ParseInt(digits, 10, 64); err != nil {
		err = quotes.Errorf(quotes.CodeInvalid, "%q is no speaker's id", name).Do("write it as #7")
	}
	return id, true, err
}

const rootsNamed = `SELECT DISTINCT coalesce(s.merged_into, s.id) FROM aliases a JOIN speakers s ON s.id = a.speaker
	WHERE a.withdrawn = 0 AND s.withdrawn = 0 AND `

// speakersHolding are the roots with an alias that holds the words of a key in
// a row.
func (r *reader) speakersHolding(key string) ([]int64, error) {
	// The index finds the words; the comparison makes sure that they are whole.
	return r.integers(rootsNamed+`a.id IN (SELECT rowid FROM aliases_fts WHERE aliases_fts MATCH ?)
		AND instr(' ' || a.key || ' ', ?) > 0`, matchString(key), " "+key+" ")
}

// speakersBegun are the roots with an alias that holds the words of a name in a
// row, of which the last may go on there.
func (r *reader) speakersBegun(name string) ([]int64, error) {
	key := text.Key(name)
	if !hasToken(key) {
		return nil, nil
	}
	return r.integers(rootsNamed+`a.id IN (SELECT rowid FROM aliases_fts WHERE aliases_fts MATCH ?)
		AND instr(' ' || a.key, ?) > 0`, matchString(key)+"*", " "+key)
}

// speakers reads the speakers that a filter chooses; a merged one stands as
// the one it was merged into.
func (r *reader) speakers(f quotes.SpeakerFilter) ([]quotes.Speaker, error) {
	c := &conditions{}
	c.add("s.withdrawn = 0 AND s.merged_into IS NULL")
	if len(f.IDs) > 0 {
		c.add("s.id IN (SELECT coalesce(m.merged_into, m.id) FROM speakers m, json_each(?) j WHERE m.id = j.value)", list(f.IDs))
	}
	if f.Name != "" {
		find := r.speakersNamed
		if f.Begun {
			find = r.speakersBegun
		}
		ids, err := find(f.Name)
		if err != nil {
			return nil, err
		}
		c.add("s.id IN (SELECT value FROM json_each(?))", list(ids))
	}
	if len(f.Kinds) > 0 {
		c.add("s.kind IN ("+marks(len(f.Kinds))+")", anys(f.Kinds)...)
	}
	if !f.All {
		c.add("n > 0")
	}
	query := speakersQuery(len(f.IDs) > 0 || f.Name != "") + c.sql() + " ORDER BY n DESC, s.id"
	if f.Limit > 0 {
		query += " LIMIT " + itoa(f.Limit)
	}
	var out []quotes.Speaker
	err := r.each(query, c.args, func(rows *sql.Rows) error {
		var p quotes.Speaker
		var first, last int64
		err := rows.Scan(&p.ID, &p.Rev, &p.Name, &p.Kind, &p.Wikidata, &p.Note, &p.Quotes, &first, &last)
		p.FirstQuoted, p.LastQuoted, p.Aliases = dayString(first), dayString(last), []string{}
		out = append(out, p)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, r.addAliases(out)
}

// speakersQuery counts either only the few speakers asked for, each by index,
// or all in one pass over the index.
func speakersQuery(few bool) string {
	const columns = "SELECT s.id, s.rev, s.name, s.kind, s.wikidata, s.note, coalesce(n, 0) AS n, coalesce(first, 0), coalesce(last, 0) FROM "
	if few {
		return columns + `(SELECT p.*, (SELECT count(*) FROM quotes q WHERE ` + ofRoot + `) AS n,
			(SELECT min(nullif(q.date, 0)) FROM quotes q WHERE ` + ofRoot + `) AS first,
			(SELECT max(q.date) FROM quotes q WHERE ` + ofRoot + `) AS last FROM speakers p) s WHERE `
	}
	return columns + `speakers s LEFT JOIN (SELECT coalesce(m.merged_into, m.id) AS root, sum(k) AS n, min(low) AS first, max(high) AS last
		FROM (SELECT q.speaker, count(*) AS k, min(nullif(q.date, 0)) AS low, max(q.date) AS high
			FROM quotes q WHERE q.listed = 1 AND q.speaker IS NOT NULL GROUP BY q.speaker) g
		JOIN speakers m ON m.id = g.speaker GROUP BY 1) ON root = s.id WHERE `
}

// ofRoot chooses the listed quotes of speaker p and of those merged into it.
const ofRoot = `q.listed = 1 AND q.speaker IN (SELECT p.id UNION ALL SELECT m.id FROM speakers m WHERE m.merged_into = p.id)`

// addAliases fills in the other names of speakers, oldest first.
func (r *reader) addAliases(some []quotes.Speaker) error {
	byID := make(map[int64]*quotes.Speaker, len(some))
	ids := make([]quotes.SpeakerID, len(some))
	for i := range some {
		ids[i], byID[int64(some[i].ID)] = some[i].ID, &some[i]
	}
	return r.each(`SELECT coalesce(s.merged_into, s.id), a.alias FROM speakers s JOIN aliases a ON a.speaker = s.id
		WHERE a.withdrawn = 0 AND s.withdrawn = 0 AND (s.id IN (SELECT value FROM json_each(?1))
		OR s.merged_into IN (SELECT value FROM json_each(?1))) ORDER BY a.id`, []any{list(ids)}, func(rows *sql.Rows) error {
		var id int64
		var alias string
		if err := rows.Scan(&id, &alias); err != nil {
			return err
		}
		if p := byID[id]; p != nil && alias != p.Name && !slices.Contains(p.Aliases, alias) {
			p.Aliases = append(p.Aliases, alias)
		}
		return nil
	})
}
