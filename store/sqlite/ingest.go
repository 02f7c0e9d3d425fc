package sqlite

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode/utf8"

	"onrecord/quotes"
	"onrecord/quotes/text"
	"onrecord/store"
)

// SaveExtractions stores articles with their quotes and speakers.
func (s *Store) SaveExtractions(ctx context.Context, op *store.Op, extractions []quotes.Extraction) ([]store.Saved, error) {
	var saved []store.Saved
	err := s.writeMany(ctx, op, func(w *write) error {
		saved = make([]store.Saved, 0, len(extractions))
		s.known.lend(w)
		in := &ingest{w: w}
		in.rows.w = w
		if err := w.indexLater(); err != nil {
			return err
		}
		for i := range extractions {
			one, err := in.article(&extractions[i])
			if err != nil {
				return err
			}
			saved = append(saved, one)
		}
		if err := in.rows.flush(); err != nil {
			return err
		}
		if err := w.indexNow(); err != nil {
			return err
		}
		s.known.keep(w)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return saved, nil
}

// ingest stores extractions; rows of quotes are gathered to be written many at
// a time.
type ingest struct {
	w    *write
	rows quoteRows
}

func (in *ingest) article(x *quotes.Extraction) (store.Saved, error) {
	a := x.Article
	if err := checkExtraction(x); err != nil {
		return store.Saved{}, err
	}
	sum := sha256.Sum256([]byte(a.Text))
	sha := hex.EncodeToString(sum[:])
	same, err := in.sameText(sha, a)
	if err != nil {
		return store.Saved{}, err
	}
	if same != 0 {
		return store.Saved{Article: quotes.ArticleID(same), Outcome: store.OutcomeDuplicate}, nil
	}
	saved := store.Saved{Outcome: store.OutcomeAdded}
	earlier, err := in.earlier(a.URL)
	if err != nil {
		return saved, err
	}
	if earlier != 0 {
		saved.Outcome = store.OutcomeVersion
		in.w.staleArticles[earlier] = true
	}
	id, row, err := in.w.insertArticle(a, sha, earlier)
	if err != nil {
		return saved, err
	}
	saved.Article = quotes.ArticleID(id)
	saved.Quotes, err = in.quotes(x, id, row)
	return saved, err
}

// sameText finds the article that already has this text: of the same URL, or of
// the same outlet and URL as far as both name one.
func (in *ingest) sameText(sha string, a *quotes.Article) (int64, error) {
	var id int64
	err := in.w.scan(`SELECT id FROM articles WHERE substr(sha256, 1, 16) = substr(?1, 1, 16) AND sha256 = ?1 AND sha256 <> '' AND withdrawn = 0
		AND (url = '' OR ?2 = '' OR url = ?2) AND (outlet = '' OR ?3 = '' OR outlet = ?3 COLLATE NOCASE OR url <> '' AND url = ?2)
		ORDER BY superseded_by IS NOT NULL, id LIMIT 1`, []any{sha, a.URL, a.Outlet}, &id)
	if none(err) {
		err = nil
	}
	return id, err
}

// earlier finds the version of a URL that new text from there replaces.
func (in *ingest) earlier(url string) (int64, error) {
	if url == "" {
		return 0, nil
	}
	var id int64
	err := in.w.scan(`SELECT id FROM articles WHERE url = ? AND url <> '' AND withdrawn = 0 AND sha256 <> ''
		ORDER BY superseded_by IS NOT NULL, id DESC LIMIT 1`, []any{url}, &id)
	if none(err) {
		err = nil
	}
	return id, err
}

// insertArticle makes the row of an article, whose change the caller records.
func (w *write) insertArticle(a *quotes.Article, sha string, supersedes int64) (int64, state, error) {
	t := tableOf(quotes.EntityArticle)
	id, err := w.newID(t)
	if err != nil {
		return 0, nil, err
	}
	retrieved := a.Retrieved
	if retrieved == "" {
		retrieved = w.at
	}
	row := state{a.URL, a.Title, a.Outlet, a.Byline, a.Published, a.Language, sha, retrieved, a.Extractor, nil, string(quotes.ArticleCurrent)}
	if supersedes != 0 {
		row[9] = supersedes
	}
	var body any
	if a.Text != "" {
		body = a.Text
	}
	query := "INSERT INTO articles (id, created, " + strings.Join(t.columns, ", ") + ", text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
	if err := w.exec(query, append(append([]any{id, w.seq + 1}, row...), body)...); err != nil {
		return 0, nil, err
	}
	return id, row, w.index(t, id, nil, row)
}

// quotes stores an article's quotes and speakers and records the one change of
// its ingest.
func (in *ingest) quotes(x *quotes.Extraction, article int64, row state) ([]quotes.QuoteID, error) {
	links := in.w.linker()
	links.silent = &made{}
	defer func() { links.silent = nil }()
	speakers, err := namesOf(x, links.link)
	if err != nil {
		return nil, err
	}
	t := tableOf(quotes.EntityQuote)
	digest := sha256.New()
	ids := make([]quotes.QuoteID, len(x.Quotes))
	for i := range x.Quotes {
		q := &x.Quotes[i]
		id, err := in.w.newID(t)
		if err != nil {
			return nil, err
		}
		ids[i] = quotes.QuoteID(id)
		values := quoteState(q, article, speakers[q.Speaker])
		digestQuote(digest, id, values)
		if err := in.rows.add(id, in.w.seq+1, listedAtFirst(q), in.dateOf(q, x.Article), values); err != nil {
			return nil, err
		}
	}
	after := ingestState(row, ids, digest.Sum(nil), links.silent)
	return ids, in.w.record(quotes.EntityArticle, article, nil, after)
}

// namesOf finds or makes, by find, the speakers of an extraction's quotes.
func namesOf(x *quotes.Extraction, find func(*quotes.Speaker) (int64, error)) (map[string]int64, error) {
	known := make(map[string]*quotes.Speaker, len(x.Speakers))
	for i := range x.Speakers {
		known[x.Speakers[i].Name] = &x.Speakers[i]
	}
	out := map[string]int64{}
	for i := range x.Quotes {
		q := &x.Quotes[i]
		if _, done := out[q.Speaker]; done || q.Speaker == "" {
			continue
		}
		s := known[q.Speaker]
		if s == nil {
			s = &quotes.Speaker{Name: q.Speaker, Kind: q.SpeakerKind}
		}
		id, err := find(s)
		if err != nil {
			return nil, err
		}
		out[q.Speaker] = id
	}
	return out, nil
}

func (in *ingest) dateOf(q *quotes.Quote, a *quotes.Article) int64 {
	for _, date := range []string{q.SaidOn, a.Published, in.w.at[:len("2006-01-02")]} {
		if date != "" {
			return dayNumber(date)
		}
	}
	return 0
}

// listedAtFirst is derivedListed for a new quote of a new article.
func listedAtFirst(q *quotes.Quote) bool {
	return q.Kind != quotes.KindScare && q.State != quotes.StateRejected
}

// quoteState is the row of a quote.
func quoteState(q *quotes.Quote, article, speaker int64) state {
	s := state{
		article, nil, string(q.Kind), string(q.State), storedFidelity(q.Fidelity),
		confidenceUnit(q.Confidence), confidenceUnit(q.MentionConfidence), "", int64(0),
		q.Method, q.Reason, q.Role, places(q.Spans), passagePlace(q.Mention), passagePlace(q.Cue),
		place(q.ContextSpan), "", q.SaidOn, q.ConfirmedBy, q.Note, q.Text,
	}
	if speaker != 0 {
		s[1] = speaker
	}
	if q.State == "" {
		s[3] = string(quotes.StateNew)
	}
	if q.RunnerUp != nil {
		s[7], s[8] = q.RunnerUp.Speaker, confidenceUnit(q.RunnerUp.Confidence)
	}
	if q.ContextSpan.Empty() {
		s[ownContext] = q.Context
	}
	return s
}

func passagePlace(p *quotes.Passage) string {
	if p == nil {
		return ""
	}
	return place(p.Span())
}

// checkExtraction refuses what would not hold once stored.
func checkExtraction(x *quotes.Extraction) error {
	a := x.Article
	if a == nil || a.Text == "" {
		return quotes.Errorf(quotes.CodeInvalid, "an article without a text").Do("check the input")
	}
	name := a.Title
	if name == "" {
		name = a.Doc
	}
	if !utf8.ValidString(a.Text) {
		return quotes.Errorf(quotes.CodeInvalid, "the text of %q is not UTF-8", name).Do("convert it first")
	}
	if err := checkDay("the date of publication of "+name, a.Published); err != nil {
		return err
	}
	index := text.NewRuneIndex(a.Text)
	for i := range x.Quotes {
		if err := checkQuote(&x.Quotes[i], a.Text, index); err != nil {
			return quotes.Errorf(quotes.CodeInvalid, "quote %d of %q: %v", i+1, name, err).
				Do("this is a fault of the extraction; please report it with the article")
		}
	}
	return nil
}
