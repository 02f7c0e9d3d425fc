package sqlite

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"onrecord/quotes"
	"onrecord/store"
)

// reader lets a write read what it has written so far.
func (w *write) reader() *reader { return &reader{Tx: w.Tx, ctx: w.ctx} }

// needQuotes is CodeNotFound with those of the ids that do not stand.
func (w *write) needQuotes(ids []quotes.QuoteID) error {
	var missing []int64
	for _, id := range ids {
		var one int
		err := w.scan(`SELECT 1 FROM quotes q JOIN articles a ON a.id = q.article
			WHERE q.id = ? AND q.withdrawn = 0 AND a.withdrawn = 0`, []any{int64(id)}, &one)
		if none(err) {
			missing = append(missing, int64(id))
		} else if err != nil {
			return err
		}
	}
	if len(missing) > 0 {
		return noSuchQuote(missing...)
	}
	return nil
}

// UpdateQuotes applies one correction to each quote.
func (s *Store) UpdateQuotes(ctx context.Context, op *store.Op, ids []quotes.QuoteID, u quotes.QuoteUpdate) (changed int, err error) {
	err = s.write(ctx, op, func(w *write) error {
		changed = 0
		if err := w.needQuotes(ids); err != nil {
			return err
		}
		values, err := w.quoteValues(u)
		if err != nil {
			return err
		}
		changed, err = correctEach(w, quotes.EntityQuote, ids, u.Rev, values)
		return err
	})
	return changed, err
}

// quoteValues is the columns that a correction sets.
func (w *write) quoteValues(u quotes.QuoteUpdate) (map[string]any, error) {
	values := map[string]any{}
	if u.Text != nil {
		if strings.TrimSpace(*u.Text) == "" || !utf8.ValidString(*u.Text) {
			return nil, quotes.Errorf(quotes.CodeInvalid, "a quote needs words").Do("reject it if it is none")
		}
		values["text"], values["confirmed_by"] = *u.Text, w.op.Who
	}
	if u.SaidOn != nil {
		if err := checkDay("the date", *u.SaidOn); err != nil {
			return nil, err
		}
		values["said_on"] = *u.SaidOn
	}
	if u.Note != nil {
		values["note"] = *u.Note
	}
	if u.Fidelity != nil {
		values["fidelity"] = storedFidelity(*u.Fidelity)
	}
	if u.Speaker != nil {
		values["speaker"], values["method"], values["confidence"] = nil, methodHand, int64(confidenceUnits)
		values["reason"], values["confirmed_by"] = "an editor found it unknown", w.op.Who
		if *u.Speaker != "" {
			id, err := w.speakerByHand(*u.Speaker)
			if err != nil {
				return nil, err
			}
			values["speaker"], values["reason"] = id, ""
		} else {
			values["confidence"] = int64(0)
		}
	}
	if u.State != nil {
		values["state"], values["confirmed_by"] = string(*u.State), ""
		if *u.State == quotes.StateAccepted {
			values["confirmed_by"] = w.op.Who
		}
	}
	return values, nil
}

// methodHand is the Method of what an editor decided.
const methodHand = "hand"

// speakerByHand finds the speaker whom an editor named, or makes one.
func (w *write) speakerByHand(name string) (int64, error) {
	found, err := w.reader().findSpeaker(name)
	switch {
	case err == nil:
		return int64(found.ID), nil
	case quotes.CodeOf(err) != quotes.CodeNotFound || strings.HasPrefix(name, "#"):
		return 0, err
	}
	return w.linker().make(&quotes.Speaker{Name: strings.TrimSpace(name), Kind: quotes.SpeakerPerson})
}

// TagQuotes adds and removes tags.
func (s *Store) TagQuotes(ctx context.Context, op *store.Op, ids []quotes.QuoteID, add, remove []string) (changed int, err error) {
	add, err = cleanTags(add)
	if err != nil {
		return 0, err
	}
	if remove, err = cleanTags(remove); err != nil {
		return 0, err
	}
	err = s.write(ctx, op, func(w *write) error {
		changed = 0
		if err := w.needQuotes(ids); err != nil {
			return err
		}
		for _, id := range ids {
			did, err := w.tag(int64(id), add, remove)
			if err != nil {
				return err
			}
			if did {
				changed++
			}
		}
		return nil
	})
	return changed, err
}

func (w *write) tag(quote int64, add, remove []string) (changed bool, err error) {
	for _, tag := range add {
		id, err := w.integers("SELECT id FROM tags WHERE quote = ? AND tag = ? ORDER BY withdrawn, id LIMIT 1", quote, tag)
		if err != nil {
			return false, err
		}
		if len(id) > 0 {
			_, stands, err := w.load(tableOf(quotes.EntityTag), id[0])
			if err != nil {
				return false, err
			}
			if stands {
				continue
			}
		}
		if err := w.ensure(quotes.EntityTag, id, state{quote, tag}); err != nil {
			return false, err
		}
		changed = true
	}
	for _, tag := range remove {
		ids, err := w.integers("SELECT id FROM tags WHERE quote = ? AND tag = ? AND withdrawn = 0", quote, tag)
		if err != nil {
			return false, err
		}
		for _, id := range ids {
			if err := w.withdraw(quotes.EntityTag, id); err != nil {
				return false, err
			}
			changed = true
		}
	}
	return changed, nil
}

// cleanTags trims tags and drops repeats. A tag holds a sign that is no digit,
// so that it cannot be taken for an id.
func cleanTags(tags []string) ([]string, error) {
	var out []string
	for _, tag := range tags {
		tag = strings.TrimSpace(tag)
		if strings.Trim(tag, "0123456789-") == "" || !utf8.ValidString(tag) {
			return nil, quotes.Errorf(quotes.CodeInvalid, "%q is no tag", tag).Do("a tag holds a letter")
		}
		if !slices.Contains(out, tag) {
			out = append(out, tag)
		}
	}
	return out, nil
}

// AddQuote stores a quote by hand.
func (s *Store) AddQuote(ctx context.Context, op *store.Op, q quotes.Quote) (id quotes.QuoteID, err error) {
	own := quotes.NewQuote{Quote: q}
	own.Method, own.Spans = "", nil
	tags, err := checkNewQuote(&own)
	if err != nil {
		return 0, err
	}
	err = s.write(ctx, op, func(w *write) error {
		source, err := w.sourceOf(q.Article)
		if err != nil {
			return err
		}
		var speaker int64
		if q.Speaker != "" {
			if speaker, err = w.speakerByHand(q.Speaker); err != nil {
				return err
			}
		}
		made, err := w.insertNew(&own, source, speaker)
		if err != nil {
			return err
		}
		id = quotes.QuoteID(made)
		_, err = w.tag(made, tags, nil)
		return err
	})
	return id, err
}

// sourceOf finds the article that a quote added by hand is from, by its URL,
// or makes one without a text.
func (w *write) sourceOf(a quotes.ArticleRef) (int64, error) {
	if a.URL != "" {
		var id int64
		err := w.scan(`SELECT id FROM articles WHERE url = ? AND url <> '' AND withdrawn = 0 AND superseded_by IS NULL
			AND state = 'current' ORDER BY id DESC LIMIT 1`, []any{a.URL}, &id)
		if !none(err) {
			return id, err
		}
	}
	source := quotes.Article{URL: a.URL, Title: a.Title, Outlet: a.Outlet, Published: a.Published}
	id, row, err := w.insertArticle(&source, "", 0)
	if err != nil {
		return 0, err
	}
	return id, w.record(quotes.EntityArticle, id, nil, tableOf(quotes.EntityArticle).encode(nil, row))
}
