package sqlite

import (
	"database/sql"
	"reflect"
	"slices"
	"strings"

	"onrecord/quotes"
	"onrecord/quotes/alike"
)

// claims finds the claims: those whose own words are like the statement, and
// those of the quotes that are.
func (m *matching) claims(among []quotes.Match) ([]quotes.Match, error) {
	weights := map[int64]float64{}
	for _, t := range m.terms() {
		ids, err := m.integers("SELECT rowid FROM claims_fts WHERE claims_fts MATCH ? ORDER BY rowid DESC LIMIT ?", formsQuery(&t), mostClaims)
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			weights[id] += m.counts.Weight(&t)
		}
	}
	byQuote := map[int64]*quotes.Match{}
	var ids []int64
	for i := range among {
		if among[i].Score >= alike.Possible {
			byQuote[among[i].ID] = &among[i]
			ids = append(ids, among[i].ID)
		}
	}
	said := map[int64]*quotes.Match{} // the likest quote of a claim
	err := m.each(`SELECT p.claim, p.quote FROM json_each(?) j CROSS JOIN appearances p ON p.quote = j.value
		WHERE p.withdrawn = 0`, []any{list(ids)}, func(rows *sql.Rows) error {
		var claim, quote int64
		if err := rows.Scan(&claim, &quote); err != nil {
			return err
		}
		if q := byQuote[quote]; said[claim] == nil || said[claim].Score < q.Score {
			said[claim] = q
		}
		weights[claim] += sure
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, id := range m.asked.NotClaims {
		delete(weights, int64(id))
	}
	return m.weighClaims(m.best(weights, mostWeighed), said)
}

// forQuote is what a claim has of the score of a quote that holds it: the quote
// may say more.
const forQuote = 0.95

// weighClaims reads and scores the claims that appear in a quote which the
// filter chooses, and those that appear in none but are unquoted.
func (m *matching) weighClaims(ids []int64, said map[int64]*quotes.Match) ([]quotes.Match, error) {
	var out []quotes.Match
	free, freeArgs, err := m.unquoted()
	if err != nil {
		return nil, err
	}
	args := slices.Concat([]any{list(ids)}, m.cond.args, freeArgs)
	err = m.each(`SELECT c.id, c.text, c.workflow, coalesce((SELECT s.verdict FROM assessments s
			WHERE s.claim = c.id AND s.withdrawn = 0 ORDER BY s.id DESC LIMIT 1), ''), h.at,
			coalesce(r.id, s.id, 0), coalesce(r.name, s.name, '')
		FROM json_each(?) j CROSS JOIN claims c ON c.id = j.value JOIN changes h ON h.seq = c.created
		LEFT JOIN quotes q ON q.id = (SELECT min(p.quote) FROM appearances p JOIN quotes q ON q.id = p.quote
			JOIN articles a ON a.id = q.article WHERE p.claim = c.id AND p.withdrawn = 0 AND `+m.cond.sql()+`)
		LEFT JOIN speakers s ON s.id = coalesce(q.speaker, c.speaker) LEFT JOIN speakers r ON r.id = s.merged_into
		WHERE c.withdrawn = 0 AND (q.id IS NOT NULL OR `+free+`)`, args, func(rows *sql.Rows) error {
		one := quotes.Match{Type: quotes.MatchClaim}
		var at string
		var speaker quotes.SpeakerID
		if err := rows.Scan(&one.ID, &one.Text, &one.Status, &one.Verdict, &at, &speaker, &one.Speaker); err != nil {
			return err
		}
		one.Date = at[:min(len(at), len("2006-01-02"))]
		m.score(&one, one.Text, speaker)
		if q := said[one.ID]; q != nil && q.Score*forQuote > one.Score {
			one.Score, one.Why = q.Score*forQuote, append(slices.Clone(q.Why), "of a quote that holds it")
		}
		out = append(out, one)
		return nil
	})
	return out, err
}

// unquoted is the condition of claims which no quote on record holds, as other
// publishers' rulings are: by who is said to have claimed them they can be
// chosen, too, by anything else of a quote they cannot.
func (m *matching) unquoted() (string, []any, error) {
	rest := m.asked.Filter
	rest.Sort, rest.Limit, rest.Speakers, rest.SpeakerIDs = nil, 0, nil, nil
	for fields, i := reflect.ValueOf(rest), 0; i < fields.NumField(); i++ {
		if f := fields.Field(i); !f.IsZero() && (f.Kind() != reflect.Slice || f.Len() > 0) {
			return "0", nil, nil
		}
	}
	c := &conditions{}
	c.add("NOT EXISTS (SELECT 1 FROM appearances p WHERE p.claim = c.id AND p.withdrawn = 0)")
	err := m.addSpeakers(c, m.asked.Filter)
	return strings.ReplaceAll(c.sql(), "q.speaker", "c.speaker"), c.args, err
}
