package sqlite

import (
	"context"
	"database/sql"
	"slices"

	"onrecord/quotes"
	"onrecord/store"
)

// dimension is how quotes are counted by something: first by a column of their
// own, so that an index alone will do where there is one, then the few groups
// by name.
type dimension struct {
	column string // of quotes, or of join
	join   string // what it takes to reach the column
	name   string // of a group g (key, n)
	named  string // what it takes to reach the name
	apart  string // what keeps groups of one name apart; "" is nothing
	// claimed groups exist for quotes with a claim only, which an index holds;
	// all others are the one group of this name.
	claimed bool
	rest    string
	order   string // "" is largest first
}

var dimensions = map[store.Dimension]dimension{
	store.BySpeaker: {
		column: "q.speaker", name: "coalesce(r.name, s.name, '')",
		named: "LEFT JOIN speakers s ON s.id = g.key LEFT JOIN speakers r ON r.id = coalesce(s.merged_into, s.id)",
		apart: ", r.id",
	},
	store.ByStatus:  {column: "q.status", name: "g.key", claimed: true, rest: string(quotes.StatusUnchecked)},
	store.ByVerdict: {column: "q.verdict", name: "g.key", claimed: true},
	store.ByOutlet:  {column: "q.article", name: "a.outlet", named: "JOIN articles a ON a.id = g.key"},
	store.ByMonth: {
		column: "q.date / 100", order: "name",
		name: "CASE g.key WHEN 0 THEN '' ELSE printf('%04d-%02d', g.key / 100, g.key % 100) END",
	},
	store.ByYear: {column: "q.date / 10000", order: "name", name: "CASE g.key WHEN 0 THEN '' ELSE printf('%04d', g.key) END"},
	store.ByWeekday: {
		column: "q.date", order: "(" + weekday + " + 6) % 7", // from Monday
		name: "CASE " + weekday + " WHEN 0 THEN 'Sunday' WHEN 1 THEN 'Monday' WHEN 2 THEN 'Tuesday' WHEN 3 THEN 'Wednesday'" +
			" WHEN 4 THEN 'Thursday' WHEN 5 THEN 'Friday' WHEN 6 THEN 'Saturday' ELSE '' END",
	},
	store.ByTag: {column: "t.tag", join: " JOIN tags t ON t.quote = q.id AND t.withdrawn = 0", name: "g.key"},
}

// weekday is a group's day of the week, 0 for Sunday; null without a day.
const weekday = "CAST(strftime('%w', printf('%04d-%02d-%02d', g.key / 10000, g.key / 100 % 100, g.key % 100)) AS INTEGER)"

// Stats counts the chosen quotes by a dimension.
func (s *Store) Stats(ctx context.Context, by store.Dimension, f quotes.Filter) ([]store.Count, error) {
	d, ok := dimensions[by]
	if !ok {
		return nil, quotes.UnknownWord("dimension", string(by), quotes.Strings(store.Dimensions))
	}
	out := []store.Count{}
	err := s.read(ctx, func(r *reader) error {
		c, err := r.conditionsOf(f)
		if err != nil {
			return err
		}
		if out, err = r.counts(d, c); err != nil || !d.claimed {
			return err
		}
		all, err := r.conditionsOf(f)
		if err != nil {
			return err
		}
		total := 0
		err = r.QueryRowContext(r.ctx, "SELECT count(*) FROM "+all.from()+" WHERE "+all.sql(), all.args...).Scan(&total)
		out = withRest(out, d.rest, total)
		return err
	})
	if f.Limit > 0 && len(out) > f.Limit {
		out = out[:f.Limit]
	}
	return out, err
}

// counts counts the groups of a dimension; those of a claimed one as far as
// there are claims.
func (r *reader) counts(d dimension, c *conditions) ([]store.Count, error) {
	if d.claimed || d.column == "q.article" {
		c.otherIndex()
	}
	where := c.sql()
	if d.claimed {
		where += " AND q.status <> ''"
	}
	order := d.order
	if order == "" {
		order = "n DESC, name"
	}
	out := []store.Count{}
	query := "SELECT " + d.name + " AS name, sum(n) AS n FROM (SELECT " + d.column + " AS key, count(*) AS n FROM " + c.from() + d.join +
		" WHERE " + where + " GROUP BY 1) g " + d.named + " GROUP BY 1" + d.apart + " ORDER BY " + order
	err := r.each(query, c.args, func(rows *sql.Rows) error {
		var n store.Count
		err := rows.Scan(&n.Name, &n.Quotes)
		out = append(out, n)
		return err
	})
	return out, err
}

// withRest puts the quotes that are in no group into the group of this name.
func withRest(counts []store.Count, name string, total int) []store.Count {
	out := []store.Count{}
	for _, c := range counts {
		if c.Name != name {
			total -= c.Quotes
			out = append(out, c)
		}
	}
	if total == 0 {
		return out
	}
	at := slices.IndexFunc(out, func(c store.Count) bool {
		return c.Quotes < total || c.Quotes == total && c.Name > name
	})
	if at < 0 {
		at = len(out)
	}
	return slices.Insert(out, at, store.Count{Name: name, Quotes: total})
}

// Tags are the tags in use, by use.
func (s *Store) Tags(ctx context.Context) ([]string, error) {
	return s.words(ctx, "SELECT tag FROM tags WHERE withdrawn = 0 GROUP BY tag ORDER BY count(*) DESC, tag")
}

// Outlets are the outlets in use, by use.
func (s *Store) Outlets(ctx context.Context) ([]string, error) {
	return s.words(ctx, `SELECT outlet FROM articles a WHERE outlet <> '' AND `+articleCurrent+` GROUP BY outlet ORDER BY count(*) DESC, outlet`)
}

func (s *Store) words(ctx context.Context, query string) ([]string, error) {
	var out []string
	err := s.read(ctx, func(r *reader) error {
		return r.each(query, nil, func(rows *sql.Rows) error {
			var word string
			err := rows.Scan(&word)
			out = append(out, word)
			return err
		})
	})
	return out, err
}
