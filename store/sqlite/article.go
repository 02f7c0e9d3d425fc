package sqlite

import (
	"context"
	"database/sql"
	"strings"

	"onrecord/quotes"
	"onrecord/store"
)

const articleColumns = `a.id, a.rev, a.url, a.title, a.outlet, a.byline, a.published, a.language, a.sha256, a.retrieved,
	a.extractor, coalesce(a.supersedes, 0), coalesce(a.superseded_by, 0), a.state, c.who,
	(SELECT count(*) FROM quotes q WHERE q.article = a.id AND q.listed = 1)`

func scanArticle(rows *sql.Rows, more ...any) (a quotes.Article, err error) {
	err = rows.Scan(append([]any{
		&a.ID, &a.Rev, &a.URL, &a.Title, &a.Outlet, &a.Byline, &a.Published, &a.Language, &a.SHA256,
		&a.Retrieved, &a.Extractor, &a.Supersedes, &a.SupersededBy, &a.State, &a.CreatedBy, &a.Quotes,
	}, more...)...)
	return a, err
}

// Articles lists articles without their Text, newest first.
func (s *Store) Articles(ctx context.Context, f quotes.ArticleFilter) ([]quotes.Article, error) {
	var out []quotes.Article
	err := s.read(ctx, func(r *reader) error {
		c, err := articleConditions(f)
		if err != nil {
			return err
		}
		query := "SELECT " + articleColumns + " FROM articles a JOIN changes c ON c.seq = a.created WHERE " + c.sql() +
			" ORDER BY " + articleDate + " DESC, a.id DESC"
		if f.Limit > 0 {
			query += " LIMIT " + itoa(f.Limit)
		}
		return r.each(query, c.args, func(rows *sql.Rows) error {
			a, err := scanArticle(rows)
			out = append(out, a)
			return err
		})
	})
	return out, err
}

// articleDate is the day an article is listed under.
const articleDate = "coalesce(nullif(a.published, ''), substr(a.retrieved, 1, 10))"

func articleConditions(f quotes.ArticleFilter) (*conditions, error) {
	c := &conditions{}
	c.add("a.withdrawn = 0")
	if !f.Superseded {
		c.add("a.superseded_by IS NULL")
	}
	if !f.Rejected {
		c.add("a.state = 'current'")
	}
	if len(f.IDs) > 0 {
		c.add("a.id IN (SELECT value FROM json_each(?))", list(f.IDs))
	}
	if len(f.Outlets) > 0 {
		c.add("a.outlet COLLATE NOCASE IN ("+marks(len(f.Outlets))+")", anys(f.Outlets)...)
	}
	if f.URL != "" {
		c.add("a.url = ? AND a.url <> ''", f.URL)
	}
	if f.SHA256 != "" {
		c.add("substr(a.sha256, 1, 16) = substr(?, 1, 16) AND a.sha256 = ? AND a.sha256 <> ''", f.SHA256, f.SHA256)
	}
	if f.Since != "" {
		c.add(articleDate+" >= ?", f.Since)
	}
	if f.Until != "" {
		c.add(articleDate+" <= ?", f.Until)
	}
	if f.Text != "" {
		q := matchWords(strings.Fields(f.Text))
		if q == "" {
			return nil, noWords(f.Text)
		}
		c.add("a.id IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?)", q)
	}
	return c, nil
}

// Article is one article with its Text.
func (s *Store) Article(ctx context.Context, id quotes.ArticleID) (*quotes.Article, error) {
	var found *quotes.Article
	err := s.read(ctx, func(r *reader) error {
		err := r.each("SELECT "+articleColumns+", coalesce(a.text, '') FROM articles a JOIN changes c ON c.seq = a.created WHERE a.id = ? AND a.withdrawn = 0",
			[]any{int64(id)}, func(rows *sql.Rows) error {
				var body string
				a, err := scanArticle(rows, &body)
				a.Text, found = body, &a
				return err
			})
		if err == nil && found == nil {
			return quotes.Errorf(quotes.CodeNotFound, "there is no article %d", id).Do("`onrecord articles` shows the ids")
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return found, nil
}

// UpdateArticles corrects what is known of an article.
func (s *Store) UpdateArticles(ctx context.Context, op *store.Op, ids []quotes.ArticleID, u quotes.ArticleUpdate) (changed int, err error) {
	values := map[string]any{}
	for column, v := range map[string]*string{
		"url": u.URL, "title": u.Title, "outlet": u.Outlet, "byline": u.Byline, "published": u.Published, "language": u.Language,
	} {
		if v != nil {
			values[column] = *v
		}
	}
	if u.Published != nil {
		if err := checkDay("the date of publication", *u.Published); err != nil {
			return 0, err
		}
	}
	if u.State != nil {
		values["state"] = string(*u.State)
	}
	err = s.write(ctx, op, func(w *write) error {
		changed = 0
		for _, id := range ids {
			if _, err := w.standing(tableOf(quotes.EntityArticle), int64(id)); err != nil {
				return err
			}
		}
		changed, err = correctEach(w, quotes.EntityArticle, ids, u.Rev, values)
		return err
	})
	return changed, err
}
