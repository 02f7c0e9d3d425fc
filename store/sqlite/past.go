package sqlite

import (
	"database/sql"
	"slices"
	"sort"
	"strings"

	"onrecord/quotes"
)

// pastView has the rest of the transaction see the record as it stood at a moment
// (quotes.Filter.RecordedBy). Rows that changed since are put back, from the
// changes, into temporary tables, and views of the tables' own names stand
// before those: every query works on the past as it does on the present. The
// transaction's end removes them.
//
// Rows never go away and each tells the change that made it, so that only what
// changed since costs anything beside the view.
type pastView struct {
	*reader
	seq int64 // of the last change that counts
}

// pastTables are those that listings read, parents first.
var pastTables = []quotes.Entity{
	quotes.EntityArticle, quotes.EntitySpeaker, quotes.EntityAlias, quotes.EntityTag,
	quotes.EntityAssessment, quotes.EntityClaim, quotes.EntityAppearance, quotes.EntityQuote,
}

// seeBy turns to the record as it stood at a moment; "" is now.
func (r *reader) seeBy(moment string) error {
	if moment == "" || r.past != nil {
		return nil
	}
	p := &pastView{reader: r}
	last, err := p.lastBy(moment)
	if err != nil || last == p.seq {
		return err
	}
	r.past = p
	for _, e := range pastTables {
		if err := p.table(tableOf(e)); err != nil {
			return err
		}
	}
	return p.derive()
}

// lastBy finds the last change made by the moment, and gives the last of
// all. Changes are numbered from 1 without a gap, in the order of their times.
func (p *pastView) lastBy(moment string) (last int64, err error) {
	if last, err = p.lastChange(); err != nil {
		return 0, err
	}
	n := sort.Search(int(last), func(i int) bool {
		var at string
		if err == nil {
			err = p.QueryRowContext(p.ctx, "SELECT at FROM changes WHERE seq = ?", i+1).Scan(&at)
		}
		return err != nil || at > moment
	})
	p.seq = int64(n)
	return last, err
}

// table puts the rows of one table back.
func (p *pastView) table(t *table) error {
	touched, args := p.touched(t.entity)
	script := "CREATE TEMP TABLE past_" + t.name + " AS SELECT * FROM main." + t.name + " WHERE created <= ? AND (id IN (" +
		"SELECT entity_id FROM changes WHERE seq > ? AND entity = ?)" + touched + ")"
	if err := p.do(script, append([]any{p.seq, p.seq, string(t.entity)}, args...)...); err != nil {
		return err
	}
	if err := p.do("CREATE UNIQUE INDEX temp.past_" + t.name + "_by_id ON past_" + t.name + " (id)"); err != nil {
		return err
	}
	if err := p.putBack(t); err != nil {
		return err
	}
	// A view takes no parameters.
	return p.do("CREATE TEMP VIEW " + t.name + " AS SELECT * FROM main." + t.name + " WHERE created <= " + itoa(p.seq) +
		" AND id NOT IN (SELECT id FROM past_" + t.name + ") UNION ALL SELECT * FROM past_" + t.name)
}

// touched chooses the rows which did not change, but whose derived columns may
// have.
func (p *pastView) touched(e quotes.Entity) (string, []any) {
	const changed = "id IN (SELECT entity_id FROM changes WHERE seq > ? AND entity = '%')"
	since := func(entity quotes.Entity) string {
		return "(created > ? OR " + strings.Replace(changed, "%", string(entity), 1) + ")"
	}
	switch e {
	case quotes.EntityArticle:
		return " OR id IN (SELECT supersedes FROM main.articles WHERE supersedes IS NOT NULL AND " + since(e) + ")", []any{p.seq, p.seq}
	case quotes.EntityClaim:
		return " OR id IN (SELECT claim FROM main.assessments WHERE " + since(quotes.EntityAssessment) + ")" +
			" OR id IN (SELECT claim FROM past_assessments)", []any{p.seq, p.seq}
	case quotes.EntityQuote:
		return " OR article IN (SELECT id FROM past_articles) OR id IN (SELECT quote FROM main.appearances WHERE " +
				since(quotes.EntityAppearance) + " OR claim IN (SELECT id FROM past_claims) OR claim IN (SELECT id FROM main.claims WHERE created > ?))",
			[]any{p.seq, p.seq, p.seq}
	}
	return "", nil
}

// putBack gives the rows of a table that changed the state which the first of
// those changes found.
func (p *pastView) putBack(t *table) error {
	type found struct {
		id     int64
		times  int
		before sql.NullString
	}
	var all []found
	// With one min() the other columns are of the same row:
	// https://sqlite.org/lang_select.html#bareagg
	err := p.each("SELECT entity_id, count(*), min(seq), before FROM changes WHERE seq > ? AND entity = ? GROUP BY entity_id",
		[]any{p.seq, string(t.entity)}, func(rows *sql.Rows) error {
			var f found
			var seq int64
			err := rows.Scan(&f.id, &f.times, &seq, &f.before)
			all = append(all, f)
			return err
		})
	if err != nil {
		return err
	}
	set := "UPDATE past_" + t.name + " SET withdrawn = 0, rev = rev - ?, " + strings.Join(t.columns, " = ?, ") + " = ? WHERE id = ?"
	for _, f := range all {
		if !f.before.Valid { // withdrawn then, or not there yet, and so not in the table
			err = p.do("UPDATE past_"+t.name+" SET withdrawn = 1, rev = rev - ? WHERE id = ?", f.times, f.id)
		} else {
			var s state
			if s, err = t.decode([]byte(f.before.String)); err == nil {
				err = p.do(set, slices.Concat([]any{f.times}, s, []any{f.id})...)
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// derive recomputes what is derived, of the rows that were put back.
func (p *pastView) derive() error {
	for _, script := range []string{
		"UPDATE past_articles SET superseded_by = " + strings.ReplaceAll(derivedSuperseded, "articles.id", "past_articles.id"),
		"UPDATE past_claims SET verdict = " + strings.ReplaceAll(derivedClaimVerdict, "claims.id", "past_claims.id"),
		"UPDATE past_quotes SET listed = " + derivedListed + ", date = " + derivedDate + ", worth = " + derivedWorth + ", status = '', verdict = ''",
		"CREATE VIRTUAL TABLE temp.past_words USING fts5 (text, tokenize = 'porter unicode61 remove_diacritics 2')",
		`INSERT INTO past_words (rowid, text) SELECT x.id, x.text FROM past_quotes x JOIN main.quotes q ON q.id = x.id WHERE q.text <> x.text`,
	} {
		if err := p.do(script); err != nil {
			return err
		}
	}
	claims := map[int64][]quotes.ClaimState{}
	err := p.each(`SELECT p.quote, c.workflow, c.verdict FROM past_quotes q JOIN appearances p ON p.quote = q.id
		JOIN claims c ON c.id = p.claim WHERE p.withdrawn = 0 AND c.withdrawn = 0`, nil, func(rows *sql.Rows) error {
		var id int64
		var s quotes.ClaimState
		err := rows.Scan(&id, &s.Workflow, &s.Verdict)
		claims[id] = append(claims[id], s)
		return err
	})
	if err != nil {
		return err
	}
	for id, states := range claims {
		status, verdict := quotes.Derive(states)
		if err := p.do("UPDATE past_quotes SET status = ?, verdict = ? WHERE id = ?", storedStatus(status), string(verdict), id); err != nil {
			return err
		}
	}
	return nil
}

func (p *pastView) do(script string, args ...any) error {
	_, err := p.ExecContext(p.ctx, script, args...)
	return err
}

// pastText narrows to quotes whose words, as they were then, match. The index
// of the present has those that were not corrected since.
const pastText = `(q.id IN (SELECT rowid FROM quotes_fts WHERE quotes_fts MATCH ?) AND q.id NOT IN (SELECT rowid FROM past_words)
	OR q.id IN (SELECT rowid FROM past_words WHERE past_words MATCH ?))`
