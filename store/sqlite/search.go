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

// Search finds quotes by words.
func (s *Store) Search(ctx context.Context, q quotes.Search) (*store.Found, error) {
	out := &store.Found{}
	err := s.read(ctx, func(r *reader) error {
		f := &search{reader: r, query: q, seen: map[int64]bool{}, texts: articleTexts{}, most: store.RankedMatches}
		if len(q.Filter.Sort) > 0 {
			f.most = 0
		}
		if err := f.prepare(); err != nil {
			return err
		}
		if err := f.collect(); err != nil {
			return err
		}
		out.Limited = f.limited
		var err error
		out.Hits, err = f.hits()
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// search is one search under way. Every word has to stand in a quote's text,
// its context or its speaker's names. The full-text indexes propose quotes,
// best place first, and each is then looked at.
type search struct {
	*reader
	query quotes.Search
	cond  *conditions
	words []searchWord
	named map[uint64][]int64 // by set of words: the speakers whose names hold them
	found []candidate
	seen  map[int64]bool
	texts articleTexts
	// most is how many matches are ranked; 0 is all.
	most    int
	limited bool
}

type searchWord struct {
	typed  string
	tokens []text.Token
}

// candidate is a quote that fits, and how well.
type candidate struct {
	id    int64
	score float64
}

// Words beyond these are looked for in texts only, not in speakers' names.
const wordsOfNames = 64

func (f *search) prepare() error {
	words := f.query.Words
	if f.query.Exact {
		words = []string{strings.Join(words, " ")}
	}
	for _, w := range words {
		// What unicode61 makes of a word decides; "foo-bar" is a phrase of two.
		if t := text.Tokens(w); len(t) > 0 && hasToken(w) {
			f.words = append(f.words, searchWord{w, t})
		}
	}
	if len(f.words) == 0 {
		return noWords(strings.Join(f.query.Words, " "))
	}
	var err error
	if f.cond, err = f.conditionsOf(f.query.Filter); err != nil {
		return err
	}
	f.named = map[uint64][]int64{}
	if f.query.Exact {
		return nil
	}
	return f.findNames()
}

// findNames finds the speakers whose names hold words of the search.
func (f *search) findNames() error {
	sets := map[int64]uint64{}
	for i, w := range f.words[:min(len(f.words), wordsOfNames)] {
		key := text.Key(w.typed)
		if key == "" {
			continue
		}
		ids, err := f.integers(`SELECT DISTINCT coalesce(s.merged_into, s.id) FROM aliases_fts x CROSS JOIN aliases a ON a.id = x.rowid
			JOIN speakers s ON s.id = a.speaker WHERE aliases_fts MATCH ? AND a.withdrawn = 0 AND s.withdrawn = 0
			AND instr(' ' || a.key || ' ', ?) > 0`, matchString(key), " "+key+" ")
		if err != nil {
			return err
		}
		for _, id := range ids {
			sets[id] |= 1 << i
		}
	}
	for root, set := range sets {
		f.named[set] = append(f.named[set], root)
	}
	for set, roots := range f.named {
		members, err := f.members(roots)
		if err != nil {
			return err
		}
		f.named[set] = members
	}
	return nil
}

// collect proposes quotes from the best place to the least.
func (f *search) collect() error {
	sets := make([]uint64, 0, len(f.named))
	for set := range f.named {
		sets = append(sets, set)
	}
	slices.Sort(sets)
	if err := f.inText(0, nil); err != nil {
		return err
	}
	for _, set := range sets {
		if err := f.inText(set, f.named[set]); err != nil {
			return err
		}
	}
	limit := f.query.Filter.Limit
	if f.query.Exact || f.most > 0 && limit > 0 && len(f.found) >= limit {
		return nil // what stands in the context only would come last
	}
	for _, set := range append([]uint64{0}, sets...) {
		if err := f.inContext(set, f.named[set]); err != nil {
			return err
		}
	}
	return nil
}

// rest is the FTS5 query for the words outside a set.
func (f *search) rest(set uint64) string {
	var out []string
	for i, w := range f.words {
		if i >= wordsOfNames || set&(1<<i) == 0 {
			out = append(out, matchString(w.typed))
		}
	}
	return strings.Join(out, " AND ")
}

// inText proposes quotes of these speakers whose text holds the words outside
// the set, the newest stored first.
func (f *search) inText(set uint64, speakers []int64) error {
	query, args := "FROM quotes q JOIN articles a ON a.id = q.article WHERE ", []any(nil)
	if rest := f.rest(set); rest != "" {
		query = "FROM quotes_fts x CROSS JOIN quotes q ON q.id = x.rowid JOIN articles a ON a.id = q.article WHERE quotes_fts MATCH ? AND "
		args = append(args, rest)
	}
	order := " ORDER BY q.id DESC"
	if len(args) > 0 {
		order = " ORDER BY x.rowid DESC"
	}
	return f.propose(query, args, speakers, order, f.most, set)
}

// inContext proposes quotes of these speakers from articles whose text holds
// the words outside the set. Most of them fail the closer look, so more are
// looked at.
func (f *search) inContext(set uint64, speakers []int64) error {
	rest := f.rest(set)
	if rest == "" || f.most > 0 && len(f.found) >= f.most {
		return nil
	}
	return f.propose(`FROM articles_fts x CROSS JOIN articles a ON a.id = x.rowid JOIN quotes q ON q.article = a.id
		WHERE articles_fts MATCH ? AND `, []any{"text : (" + rest + ")"}, speakers, " ORDER BY x.rowid DESC", 4*f.most, set)
}

// propose looks at up to most quotes (0: all) that a query finds.
func (f *search) propose(from string, args []any, speakers []int64, order string, most int, set uint64) error {
	query := "SELECT q.id, q.article, q.text, q.context, q.own_context " + from + f.cond.sql()
	args = append(args, f.cond.args...)
	if set != 0 {
		query += " AND q.speaker IN (SELECT value FROM json_each(?))"
		args = append(args, list(speakers))
	}
	query += order
	if most > 0 {
		query += " LIMIT " + itoa(most+1)
	}
	n := 0
	return f.each(query, args, func(rows *sql.Rows) error {
		var id, article int64
		var words, place, own string
		if err := rows.Scan(&id, &article, &words, &place, &own); err != nil {
			return err
		}
		if n++; most > 0 && n > most {
			f.limited = true
			return nil
		}
		if f.seen[id] {
			return nil
		}
		if f.most > 0 && len(f.found) >= f.most {
			f.limited = true
			return nil
		}
		score, err := f.look(article, words, place, own, set)
		if err == nil && score > 0 {
			f.seen[id] = true
			f.found = append(f.found, candidate{id, score})
		}
		return err
	})
}

// Worth of a word by where it stands.
const (
	worthText, worthName, worthContext = 1.0, 0.6, 0.3
	worthPhrase                        = 0.5 // more, if the words follow one another
)

// look scores a quote: 0 if a word is nowhere.
func (f *search) look(article int64, words, place, own string, set uint64) (float64, error) {
	inText := text.Tokens(words)
	var inContext []text.Token
	score := 0.0
	for i, w := range f.words {
		n := len(find(inText, w.tokens, f.query.Exact))
		switch {
		case n > 0:
			// More often is better, in a long text less so (as in BM25).
			tf := float64(n)
			score += worthText * tf * 2.2 / (tf + 0.3 + 0.9*float64(len(inText))/25)
		case f.query.Exact:
			return 0, nil
		case i < wordsOfNames && set&(1<<i) != 0:
			score += worthName
		default:
			if inContext == nil {
				context, err := f.context(article, place, own)
				if err != nil {
					return 0, err
				}
				inContext = text.Tokens(context)
			}
			if len(find(inContext, w.tokens, false)) == 0 {
				return 0, nil
			}
			score += worthContext
		}
	}
	if len(f.words) > 1 {
		var all []text.Token
		for _, w := range f.words {
			all = append(all, w.tokens...)
		}
		if len(find(inText, all, false)) > 0 {
			score += worthPhrase
		}
	}
	return score, nil
}

func (f *search) context(article int64, place, own string) (string, error) {
	if place == "" {
		return own, nil
	}
	if len(f.texts) > textsKept {
		clear(f.texts)
	}
	if err := f.fetchTexts([]int64{article}, f.texts); err != nil {
		return "", err
	}
	return f.texts[article].cut(parsePlace(place)), nil
}

// hits reads what was found, best first or in the filter's order, with the
// places to highlight.
func (f *search) hits() ([]quotes.Hit, error) {
	limit := f.query.Filter.Limit
	ranked := len(f.query.Filter.Sort) == 0
	rank := map[int64]int{}
	if ranked {
		slices.SortStableFunc(f.found, func(a, b candidate) int {
			switch {
			case a.score > b.score:
				return -1
			case a.score < b.score:
				return 1
			}
			return int(b.id - a.id)
		})
		if limit > 0 && len(f.found) > limit {
			f.found = f.found[:limit]
		}
	}
	ids := make([]int64, len(f.found))
	for i, c := range f.found {
		ids[i], rank[c.id] = c.id, i
	}
	order, err := orderOf(f.query.Filter)
	if err != nil {
		return nil, err
	}
	if limit > 0 {
		order += " LIMIT " + itoa(limit)
	}
	out := []quotes.Hit{}
	err = f.eachQuoteIn(f.query.Filter.Brief, "q.id IN (SELECT value FROM json_each(?)) ORDER BY "+order, []any{list(ids)}, func(q *quotes.Quote) error {
		out = append(out, quotes.Hit{Quote: *q, Highlights: f.highlights(q.Text)})
		return nil
	})
	if ranked {
		slices.SortFunc(out, func(a, b quotes.Hit) int { return rank[int64(a.ID)] - rank[int64(b.ID)] })
	}
	return out, err
}

// highlights are the places of the words in a text, in order, those that touch
// or overlap as one.
func (f *search) highlights(words string) []quotes.Span {
	in := text.Tokens(words)
	var all []quotes.Span
	for _, w := range f.words {
		all = append(all, find(in, w.tokens, f.query.Exact)...)
	}
	slices.SortFunc(all, func(a, b quotes.Span) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return a.End - b.End
	})
	out := []quotes.Span{}
	for _, s := range all {
		if n := len(out); n > 0 && s.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}
