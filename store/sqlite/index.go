package sqlite

import (
	"slices"
	"strings"

	"onrecord/quotes"
)

// fullText is a full-text index over columns of a table. Its rows follow the
// table's, withdrawn ones included, so that the index can be checked against
// the table.
type fullText struct {
	name    string
	columns []string
}

var fullTexts = map[quotes.Entity]fullText{
	quotes.EntityQuote:   {"quotes_fts", []string{"text", "own_context"}},
	quotes.EntityArticle: {"articles_fts", []string{"title"}}, // with text, which never changes
	quotes.EntityAlias:   {"aliases_fts", []string{"key"}},
	quotes.EntityClaim:   {"claims_fts", []string{"text"}},
}

// index keeps the full-text index in step with a row; before is nil for a new
// one. An external-content index has to be told the old words to forget them:
// https://sqlite.org/fts5.html#the_delete_command
func (w *write) index(t *table, id int64, before, after state) error {
	f, ok := fullTexts[t.entity]
	if !ok || before == nil && w.later != nil {
		return nil
	}
	was, is := []any{id}, []any{id}
	for _, column := range f.columns {
		if before != nil {
			was = append(was, t.column(before, column))
		}
		is = append(is, t.column(after, column))
	}
	if slices.Equal(was, is) {
		return nil
	}
	if t.entity == quotes.EntityArticle {
		return w.indexArticle(id, before, after)
	}
	columns := strings.Join(f.columns, ", ")
	if before != nil {
		if err := w.exec("INSERT INTO "+f.name+" ("+f.name+", rowid, "+columns+") VALUES ('delete', "+marks(len(was))+")", was...); err != nil {
			return err
		}
	}
	return w.exec("INSERT INTO "+f.name+" (rowid, "+columns+") VALUES ("+marks(len(is))+")", is...)
}

func (w *write) indexArticle(id int64, before, after state) error {
	t := tableOf(quotes.EntityArticle)
	var body any
	if err := w.scan("SELECT text FROM articles WHERE id = ?", []any{id}, &body); err != nil {
		return err
	}
	if before != nil {
		if err := w.exec("INSERT INTO articles_fts (articles_fts, rowid, title, text) VALUES ('delete', ?, ?, ?)",
			id, t.column(before, "title"), body); err != nil {
			return err
		}
	}
	return w.exec("INSERT INTO articles_fts (rowid, title, text) VALUES (?, ?, ?)", id, t.column(after, "title"), body)
}

// indexLater has new rows indexed all at once, by indexNow. FTS5 writes out
// what it has gathered whenever a statement that could fail half-way begins,
// so indexing between other statements leaves thousands of tiny segments.
func (w *write) indexLater() error {
	w.later = map[quotes.Entity]int64{}
	for e := range fullTexts {
		next, err := w.nextOf(tableOf(e))
		if err != nil {
			return err
		}
		w.later[e] = next
	}
	return nil
}

// FTS5 gathers so many bytes of words before it writes a segment, by default
// and while many rows are indexed at once; and merges when so many segments
// stand on one level: https://sqlite.org/fts5.html#the_automerge_configuration_option
const (
	hashSize     = 1 << 20
	hashSizeMany = 64 << 20
	merge        = 4
	mergeMany    = 8
)

// manyRows is from how many new rows on an index is worth being told so.
const manyRows = 100

// indexNow indexes every row made since indexLater.
func (w *write) indexNow() error {
	for e, f := range fullTexts {
		next, err := w.nextOf(tableOf(e))
		if err != nil {
			return err
		}
		if next == w.later[e] {
			continue
		}
		many := next-w.later[e] >= manyRows
		if many {
			if err := w.configure(f, hashSizeMany, mergeMany); err != nil {
				return err
			}
		}
		columns := strings.Join(f.columns, ", ")
		if e == quotes.EntityArticle {
			columns += ", text"
		}
		err = w.exec("INSERT INTO "+f.name+" (rowid, "+columns+") SELECT id, "+columns+" FROM "+tableOf(e).name+
			" WHERE id >= ? ORDER BY id", w.later[e])
		if err != nil {
			return err
		}
		if many {
			if err := w.exec("INSERT INTO " + f.name + " (" + f.name + ") VALUES ('flush')"); err != nil {
				return err
			}
			if err := w.configure(f, hashSize, merge); err != nil {
				return err
			}
		}
	}
	w.later = nil
	return nil
}

// configure tells an index how to gather and merge. The file keeps it, so
// that what is put back before the commit was never seen outside.
func (w *write) configure(f fullText, hashSize, merge int) error {
	query := "INSERT INTO " + f.name + " (" + f.name + ", rank) VALUES (?, ?)"
	if err := w.exec(query, "hashsize", hashSize); err != nil {
		return err
	}
	return w.exec(query, "automerge", merge)
}
