package sqlite

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"onrecord/quotes"
	"onrecord/quotes/text"
	"onrecord/store"
)

// Reextract replaces the article's untouched quotes by those of a newer
// extractor.
func (s *Store) Reextract(ctx context.Context, op *store.Op, x quotes.Extraction) (*store.Reextracted, error) {
	if err := checkExtraction(&x); err != nil {
		return nil, err
	}
	var out *store.Reextracted
	err := s.write(ctx, op, func(w *write) error {
		re := &reextraction{w: w, article: int64(x.Article.ID)}
		out = &re.counts
		return re.run(&x)
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

type reextraction struct {
	w       *write
	article int64
	counts  store.Reextracted
}

// storedQuote is a quote of the article as it stands.
type storedQuote struct {
	id      int64
	row     state
	spans   []quotes.Span
	touched bool // by an editor
	matched bool // by a quote of the new extraction
}

func (re *reextraction) run(x *quotes.Extraction) error {
	sum := sha256.Sum256([]byte(x.Article.Text))
	row, err := re.w.standing(tableOf(quotes.EntityArticle), re.article)
	if err != nil {
		return err
	}
	if tableOf(quotes.EntityArticle).column(row, "sha256") != hex.EncodeToString(sum[:]) {
		return quotes.Errorf(quotes.CodeInvalid, "article %d has another text", re.article).Do("extract from the stored text")
	}
	old, err := re.stored()
	if err != nil {
		return err
	}
	speakers, err := re.speakers(x)
	if err != nil {
		return err
	}
	for i := range x.Quotes {
		q := &x.Quotes[i]
		if err := re.place(q, quoteState(q, re.article, speakers[q.Speaker]), old); err != nil {
			return err
		}
	}
	for _, o := range old {
		switch {
		case o.touched:
			re.counts.Kept++
		case !o.matched:
			re.counts.Withdrawn++
			if err := re.w.withdraw(quotes.EntityQuote, o.id); err != nil {
				return err
			}
		}
	}
	_, err = re.w.update(quotes.EntityArticle, re.article, map[string]any{"extractor": x.Article.Extractor})
	return err
}

// place finds what becomes of one quote of the new extraction.
func (re *reextraction) place(q *quotes.Quote, row state, old []*storedQuote) error {
	t := tableOf(quotes.EntityQuote)
	for _, o := range old {
		if o.touched && overlap(o.spans, q.Spans) {
			return nil
		}
	}
	for _, o := range old {
		if o.touched || o.matched || !slices.Equal(o.spans, q.Spans) {
			continue
		}
		o.matched = true
		if slices.Equal(o.row, row) {
			re.counts.Kept++
			return nil
		}
		re.counts.Changed++
		if err := re.w.put(t, o.id, o.row, row); err != nil {
			return err
		}
		return re.w.record(quotes.EntityQuote, o.id, t.encode(nil, o.row), t.encode(nil, row))
	}
	re.counts.Added++
	_, err := re.w.insert(quotes.EntityQuote, row)
	return err
}

func overlap(a, b []quotes.Span) bool {
	for _, x := range a {
		if slices.ContainsFunc(b, x.Overlaps) {
			return true
		}
	}
	return false
}

// stored reads the article's quotes. Those without a place no extraction found.
// The rev counts an editor's changes, and a row of tags or appearances, even a withdrawn one, tells of one.
func (re *reextraction) stored() ([]*storedQuote, error) {
	ids, err := re.w.integers("SELECT id FROM quotes WHERE article = ? AND withdrawn = 0 ORDER BY id", re.article)
	if err != nil {
		return nil, err
	}
	t := tableOf(quotes.EntityQuote)
	var out []*storedQuote
	for _, id := range ids {
		o := &storedQuote{id: id}
		if o.row, err = re.w.standing(t, id); err != nil {
			return nil, err
		}
		spans, _ := t.column(o.row, "spans").(string)
		o.spans = parsePlaces(spans)
		err := re.w.scan(`SELECT (state <> 'new' OR method = 'hand' OR spans = '' OR note <> '' OR fidelity <> ''
			OR EXISTS (SELECT 1 FROM changes c WHERE c.entity = 'quote' AND c.entity_id = q.id AND c.before IS NOT NULL
				AND c.command <> ?2)
			OR EXISTS (SELECT 1 FROM tags t WHERE t.quote = q.id AND t.withdrawn = 0)
			OR EXISTS (SELECT 1 FROM appearances p WHERE p.quote = q.id AND p.withdrawn = 0))
			FROM quotes q WHERE q.id = ?1`, []any{id, re.w.op.Command}, &o.touched)
		if err != nil {
			return nil, err
		}
		out = append(out, o)
	}
	return out, nil
}

// speakers links the names of the extraction, those that tell nobody outside
// this article to the speakers it already has.
func (re *reextraction) speakers(x *quotes.Extraction) (map[string]int64, error) {
	own := map[string]int64{}
	rows, err := re.w.QueryContext(re.w.ctx, `SELECT DISTINCT s.id, s.name FROM quotes q JOIN speakers s ON s.id = q.speaker
		WHERE q.article = ? AND s.withdrawn = 0 ORDER BY s.id DESC`, re.article)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var id int64
		var name string
		if err := rows.Scan(&id, &name); err != nil {
			return nil, err
		}
		own[text.Key(name)] = id
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	links := re.w.linker()
	return namesOf(x, func(s *quotes.Speaker) (int64, error) {
		id := own[text.Key(s.Name)]
		if id == 0 {
			return links.link(s)
		}
		for _, alias := range s.Aliases {
			if err := links.alias(id, s.Kind, alias, sourcePrinted); err != nil {
				return 0, err
			}
		}
		return id, nil
	})
}
