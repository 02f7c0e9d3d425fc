package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strings"

	"onrecord/quotes"
	"onrecord/quotes/alike"
	"onrecord/quotes/compare"
)

// Match finds quotes and claims that are like a statement.
func (s *Store) Match(ctx context.Context, l quotes.Likeness) ([]quotes.Match, error) {
	out := []quotes.Match{}
	err := s.read(ctx, func(r *reader) error {
		m := &matching{reader: r, asked: l, like: alike.Read(l.Text)}
		if len(m.like.Terms) == 0 {
			return noWords(l.Text)
		}
		if err := m.prepare(); err != nil {
			return err
		}
		found, err := m.quotes()
		if err != nil {
			return err
		}
		claims, err := m.claims(found)
		if err != nil {
			return err
		}
		if l.ClaimsOnly {
			found = nil
		}
		out = m.ranked(append(claims, found...))
		return nil
	})
	return out, err
}

// Bounds of the work of one match, whatever is asked for and however large the
// record is.
const (
	mostTerms   = 14  // of the statement that are looked for
	mostOfTerm  = 400 // quotes of a term: of one with more, only those with another term, too
	mostCommon  = 4   // of the terms with more
	mostWeighed = 120 // candidates whose words are read
	mostOfPrint = 300 // quotes with the same runs of words
	mostClaims  = 200 // claims of a term
)

// matching is one match under way.
type matching struct {
	*reader
	asked   quotes.Likeness
	like    *alike.Statement
	cond    *conditions
	counts  alike.Counts
	weights map[int64]float64 // of candidates: what they are known to share
	rare    []term            // that few quotes have
	common  []term
}

// term is a term of the statement as the index is asked for it.
type term struct {
	query  string
	weight float64
}

func (m *matching) prepare() error {
	var err error
	m.asked.Filter.Sort, m.asked.Filter.Limit = nil, 0
	if m.cond, err = m.conditionsOf(m.asked.Filter); err != nil {
		return err
	}
	m.weights = map[int64]float64{}
	m.counts = alike.Counts{Of: map[string]int{}}
	return m.QueryRowContext(m.ctx, "SELECT coalesce(max(id), 0) FROM quotes").Scan(&m.counts.All)
}

// terms are the statement's most telling terms.
func (m *matching) terms() []alike.Term {
	terms := slices.Clone(m.like.Terms)
	slices.SortStableFunc(terms, func(a, b alike.Term) int { return cmp.Compare(b.Telling(), a.Telling()) })
	return terms[:min(len(terms), mostTerms)]
}

// formsQuery is the FTS5 query for any form of a term in a column.
func formsQuery(t *alike.Term) string {
	forms := make([]string, len(t.Forms))
	for i, f := range t.Forms {
		forms[i] = matchString(f)
	}
	return "(" + strings.Join(forms, " OR ") + ")"
}

// quotes finds the quotes: candidates first, from the rarest words to the
// commonest, of which the most promising are then read and scored.
func (m *matching) quotes() ([]quotes.Match, error) {
	for _, t := range m.terms() {
		if err := m.propose(&t); err != nil {
			return nil, err
		}
	}
	if err := m.proposeCommon(); err != nil {
		return nil, err
	}
	if err := m.proposeCopies(); err != nil {
		return nil, err
	}
	for _, id := range m.asked.NotQuotes {
		delete(m.weights, int64(id))
	}
	return m.weigh(m.best(m.weights, mostWeighed))
}

// propose counts a term and, if it is rare, proposes the quotes that have it.
func (m *matching) propose(t *alike.Term) error {
	forms := formsQuery(t)
	ids, err := m.holding(forms, mostOfTerm+1)
	if err != nil {
		return err
	}
	n := len(ids)
	if n > mostOfTerm {
		// The newest reach back so far, so all must be about so many.
		n = int(float64(n) * float64(m.counts.All) / float64(ids[0]-ids[n-1]+1))
	}
	m.counts.Of[t.Key] = n
	one := term{forms, m.counts.Weight(t)}
	if len(ids) > mostOfTerm {
		m.common = append(m.common, one)
		return nil
	}
	m.rare = append(m.rare, one)
	m.add(ids, one.weight)
	return nil
}

// holding are the newest quotes whose text fits an FTS5 query.
func (m *matching) holding(query string, most int) ([]int64, error) {
	return m.integers("SELECT rowid FROM quotes_fts WHERE quotes_fts MATCH ? ORDER BY rowid DESC LIMIT ?", "text : ("+query+")", most)
}

func (m *matching) add(ids []int64, weight float64) {
	for _, id := range ids {
		m.weights[id] += weight
	}
}

// proposeCommon adds the common terms: to the quotes that have a rare one, and
// pairs of them by themselves.
func (m *matching) proposeCommon() error {
	slices.SortStableFunc(m.common, func(a, b term) int { return cmp.Compare(b.weight, a.weight) })
	common := m.common[:min(len(m.common), mostCommon)]
	var rare []string
	for _, t := range m.rare {
		rare = append(rare, t.query)
	}
	for i, t := range common {
		if len(rare) > 0 {
			ids, err := m.holding("("+strings.Join(rare, " OR ")+") AND "+t.query, 2*mostOfTerm)
			if err != nil {
				return err
			}
			m.add(ids, t.weight)
		}
		for _, u := range common[i+1:] {
			ids, err := m.holding(t.query+" AND "+u.query, mostOfTerm)
			if err != nil {
				return err
			}
			for _, id := range ids {
				m.weights[id] = max(m.weights[id], t.weight+u.weight)
			}
		}
	}
	if len(common) == 1 && len(rare) == 0 {
		ids, err := m.holding(common[0].query, mostOfTerm)
		m.add(ids, common[0].weight)
		return err
	}
	return nil
}

// proposeCopies proposes quotes with the statement's own runs of words.
func (m *matching) proposeCopies() error {
	ids, err := m.copies(m.asked.Text, mostOfPrint)
	for _, id := range ids {
		m.weights[id] += sure
	}
	return err
}

// sure is the weight of a candidate that is looked at in any case.
const sure = 1000

// copies are the newest quotes whose fingerprint is among a text's runs of
// words.
func (r *reader) copies(words string, most int) ([]int64, error) {
	hashes := compare.Shingles(words)
	if len(hashes) == 0 {
		return nil, nil
	}
	return r.integers(`SELECT id FROM quotes WHERE fingerprint IN (SELECT value FROM json_each(?)) AND listed = 1
		ORDER BY id DESC LIMIT ?`, list(hashes), most)
}

// best are the candidates with most weight, of equals the newest.
func (m *matching) best(weights map[int64]float64, most int) []int64 {
	ids := make([]int64, 0, len(weights))
	for id := range weights {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b int64) int {
		if c := cmp.Compare(weights[b], weights[a]); c != 0 {
			return c
		}
		return cmp.Compare(b, a)
	})
	return ids[:min(len(ids), most)]
}

// weigh reads and scores the quotes among the candidates that the filter
// chooses.
func (m *matching) weigh(ids []int64) ([]quotes.Match, error) {
	var out []quotes.Match
	args := append([]any{list(ids)}, m.cond.args...)
	err := m.each(`SELECT q.id, q.text, q.status, q.verdict, q.date, a.outlet, coalesce(r.id, s.id, 0), coalesce(r.name, s.name, '')
		FROM json_each(?) j CROSS JOIN quotes q ON q.id = j.value JOIN articles a ON a.id = q.article
		LEFT JOIN speakers s ON s.id = q.speaker LEFT JOIN speakers r ON r.id = s.merged_into WHERE `+m.cond.sql(), args, func(rows *sql.Rows) error {
		one := quotes.Match{Type: quotes.MatchQuote}
		var status string
		var date int64
		var speaker quotes.SpeakerID
		if err := rows.Scan(&one.ID, &one.Text, &status, &one.Verdict, &date, &one.Outlet, &speaker, &one.Speaker); err != nil {
			return err
		}
		one.Status, one.Date = statusOf(status), dayString(date)
		m.score(&one, one.Text, speaker)
		out = append(out, one)
		return nil
	})
	return out, err
}

// forSpeaker is what the same speaker adds to a score.
const forSpeaker = 0.05

// score holds words against the statement.
func (m *matching) score(one *quotes.Match, words string, speaker quotes.SpeakerID) {
	s := m.like.Hold(alike.Read(words), m.counts)
	if s.Value <= one.Score {
		return
	}
	one.Score, one.Why = s.Value, s.Why
	if speaker != 0 && speaker == m.asked.SpeakerID {
		one.Score = min(1, s.Value+forSpeaker)
		one.Why = append(one.Why, "the same speaker")
	}
}

// ranked leaves out what is too little alike and puts the likest first; claims
// before quotes, since a claim was looked at already.
func (m *matching) ranked(all []quotes.Match) []quotes.Match {
	least := max(m.asked.MinScore, alike.Possible)
	all = slices.DeleteFunc(all, func(one quotes.Match) bool { return one.Score < least })
	slices.SortStableFunc(all, func(a, b quotes.Match) int {
		if c := cmp.Compare(b.Score, a.Score); c != 0 {
			return c
		}
		if c := cmp.Compare(a.Type, b.Type); c != 0 {
			return c
		}
		return cmp.Compare(b.ID, a.ID)
	})
	if m.asked.Limit > 0 && len(all) > m.asked.Limit {
		all = all[:m.asked.Limit]
	}
	if all == nil {
		return []quotes.Match{}
	}
	return all
}
