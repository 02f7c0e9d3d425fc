package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"unicode/utf8"

	"onrecord/quotes"
	"onrecord/quotes/text"
	"onrecord/store"
)

// AddQuotes stores quotes from elsewhere.
func (s *Store) AddQuotes(ctx context.Context, op *store.Op, all []quotes.NewQuote) (*store.Added, error) {
	var out *store.Added
	err := s.writeMany(ctx, op, func(w *write) error {
		out = &store.Added{New: make([]bool, len(all)), Quotes: make([]quotes.QuoteID, len(all)), Refused: map[int]error{}}
		add := &addition{w: w, sources: map[quotes.ArticleRef]int64{}, speakers: map[nameAndWikidata]int64{}, texts: articleTexts{}}
		if err := add.lookUp(all); err != nil {
			return err
		}
		for i := range all {
			id, isNew, err := add.quote(&all[i])
			var mendable *quotes.Error
			switch {
			case errors.As(err, &mendable):
				out.Refused[i] = err
				continue
			case err != nil:
				return err
			case isNew:
				out.Added++
			default:
				out.Known++
			}
			out.New[i], out.Quotes[i] = isNew, quotes.QuoteID(id)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// addition puts quotes from elsewhere on record, some at a time.
type addition struct {
	w        *write
	known    map[sameQuote]int64
	byEntity map[string][]int64          // speakers by their Wikidata id
	speakers map[nameAndWikidata]int64   // found or made for these quotes
	sources  map[quotes.ArticleRef]int64 // made for these quotes, of those without a URL
	texts    articleTexts
}

type nameAndWikidata struct{ name, wikidata string }

// sameQuote is what two quotes have in common that are one: the words, the
// speaker, and the address or, of a quote without one, day and outlet.
type sameQuote struct {
	text             string
	speaker          int64
	url, day, outlet string
}

func sameAs(words string, speaker int64, url, day, outlet string) sameQuote {
	if url != "" {
		return sameQuote{text: words, speaker: speaker, url: url}
	}
	return sameQuote{text: words, speaker: speaker, day: day, outlet: strings.ToLower(outlet)}
}

// lookUp finds what of the record these quotes may be the same as: by address,
// or by the fingerprint of their words. Texts too short for a fingerprint take
// one reading of all such quotes for all of them.
func (add *addition) lookUp(all []quotes.NewQuote) error {
	var withURL, long, short, urls, entities []string
	var prints []int64
	for i := range all {
		q := &all[i]
		if q.Wikidata != "" {
			entities = append(entities, q.Wikidata)
		}
		f, hasPrint := fingerprintOf(q.Text).(int64)
		switch {
		case q.Article.URL != "":
			withURL, urls = append(withURL, q.Text), append(urls, q.Article.URL)
		case hasPrint:
			long, prints = append(long, q.Text), append(prints, f)
		default:
			short = append(short, q.Text)
		}
	}
	add.known = map[sameQuote]int64{}
	const from = ` FROM quotes q JOIN articles a ON a.id = q.article LEFT JOIN speakers s ON s.id = q.speaker
		WHERE q.withdrawn = 0 AND a.withdrawn = 0 AND q.text IN (SELECT value FROM json_each(?)) AND `
	for _, some := range []struct {
		where string
		words []string
		among []any
		byURL bool
	}{
		{"a.url <> '' AND a.url IN (SELECT value FROM json_each(?))", withURL, []any{list(urls)}, true},
		{"q.fingerprint IS NOT NULL AND q.fingerprint IN (SELECT value FROM json_each(?))", long, []any{list(prints)}, false},
		{"q.fingerprint IS NULL", short, nil, false},
	} {
		if len(some.words) == 0 {
			continue
		}
		err := add.w.reader().each(`SELECT q.id, q.text, coalesce(s.merged_into, s.id, 0), a.url,
			CASE q.said_on WHEN '' THEN a.published ELSE q.said_on END, a.outlet`+from+some.where, append([]any{list(some.words)}, some.among...), func(rows *sql.Rows) error {
			var id, speaker int64
			var words, url, day, outlet string
			if err := rows.Scan(&id, &words, &speaker, &url, &day, &outlet); err != nil {
				return err
			}
			if !some.byURL {
				url = ""
			}
			add.known[sameAs(words, speaker, url, day, outlet)] = id
			return nil
		})
		if err != nil {
			return err
		}
	}
	return add.lookUpEntities(entities)
}

// lookUpEntities finds the speakers with these Wikidata ids.
func (add *addition) lookUpEntities(ids []string) error {
	add.byEntity = map[string][]int64{}
	if len(ids) == 0 {
		return nil
	}
	return add.w.reader().each(`SELECT DISTINCT wikidata, coalesce(merged_into, id) FROM speakers
		WHERE withdrawn = 0 AND wikidata IN (SELECT value FROM json_each(?)) ORDER BY 2`, []any{list(ids)}, func(rows *sql.Rows) error {
		var entity string
		var id int64
		err := rows.Scan(&entity, &id)
		add.byEntity[entity] = append(add.byEntity[entity], id)
		return err
	})
}

// quote stores one quote, unless it is on record. All that can be wrong with it
// is found before anything is written.
func (add *addition) quote(q *quotes.NewQuote) (id int64, isNew bool, err error) {
	tags, err := checkNewQuote(q)
	if err != nil {
		return 0, false, err
	}
	if len(q.Spans) > 0 {
		if id, err := add.inPlace(q); id != 0 || err != nil {
			return id, false, err
		}
	}
	speaker, err := add.speaker(q)
	if err != nil {
		return 0, false, err
	}
	day := q.SaidOn
	if day == "" {
		day = q.Article.Published
	}
	same := sameAs(q.Text, speaker, q.Article.URL, day, q.Article.Outlet)
	if id := add.known[same]; id != 0 && len(q.Spans) == 0 {
		return id, false, nil
	}
	if q.Speaker != "" && speaker == 0 {
		if speaker, err = add.newSpeaker(q); err != nil {
			return 0, false, err
		}
		same.speaker = speaker
	}
	source := int64(q.Article.ID)
	if len(q.Spans) == 0 {
		if source, err = add.source(q.Article); err != nil {
			return 0, false, err
		}
	}
	if id, err = add.w.insertNew(q, source, speaker); err != nil {
		return 0, false, err
	}
	add.known[same] = id
	_, err = add.w.tag(id, tags, nil)
	return id, true, err
}

// checkNewQuote refuses what would not hold once stored, and gives the tags as
// they are stored.
func checkNewQuote(q *quotes.NewQuote) ([]string, error) {
	if strings.TrimSpace(q.Text) == "" {
		return nil, quotes.Errorf(quotes.CodeInvalid, "a quote needs words").Do("give them with --text")
	}
	for _, s := range []string{q.Text, q.Speaker, q.Context, q.Note, q.Method, q.Wikidata, q.Article.Title, q.Article.URL, q.Article.Outlet} {
		if !utf8.ValidString(s) {
			return nil, quotes.Errorf(quotes.CodeInvalid, "%q is not UTF-8", s).Do("convert it first")
		}
	}
	if q.Confidence < 0 || q.Confidence > 1 {
		return nil, quotes.Errorf(quotes.CodeInvalid, "a confidence of %v", q.Confidence).Do("it is from 0 to 1")
	}
	if err := checkDay("said on", q.SaidOn); err != nil {
		return nil, err
	}
	if err := checkDay("published", q.Article.Published); err != nil {
		return nil, err
	}
	return cleanTags(q.Tags)
}

// inPlace holds a quote against the text that it is said to stand in; id is
// that of a quote which stands there already.
func (add *addition) inPlace(q *quotes.NewQuote) (id int64, err error) {
	article := int64(q.Article.ID)
	err = add.w.scan("SELECT id FROM quotes WHERE article = ? AND spans = ? AND withdrawn = 0", []any{article, places(q.Spans)}, &id)
	if !none(err) {
		return id, err
	}
	if err := add.w.reader().fetchTexts([]int64{article}, add.texts); err != nil {
		return 0, err
	}
	body := add.texts[article]
	if body == nil {
		return 0, quotes.Errorf(quotes.CodeNotFound, "there is no article %d with a text", article).Do("`onrecord articles` shows the ids")
	}
	if err := checkQuote(&q.Quote, body.text, body.index); err != nil {
		return 0, quotes.Errorf(quotes.CodeInvalid, "not in the text of article %d: %v", article, err).Do("import it without its place")
	}
	return 0, nil
}

// speaker finds who is meant: whom the Wikidata id tells, else of a quote
// written down by people whomever FindSpeaker would, and of one that a program
// found who bears exactly this name. 0: nobody yet.
func (add *addition) speaker(q *quotes.NewQuote) (int64, error) {
	if q.Speaker == "" {
		return 0, nil
	}
	by := nameAndWikidata{q.Speaker, q.Wikidata}
	if id, ok := add.speakers[by]; ok {
		return id, nil
	}
	var id int64
	var err error
	switch entity := add.byEntity[q.Wikidata]; {
	case q.Wikidata != "" && len(entity) == 1:
		id = entity[0]
	case q.Method == "" || strings.HasPrefix(q.Speaker, "#"):
		id, err = add.speakerNamed(q.Speaker)
	default:
		id, err = add.speakerCalled(q.Speaker, q.Wikidata)
	}
	if err == nil {
		add.speakers[by] = id
	}
	return id, err
}

// speakerNamed is speakerByHand, which makes nobody: the nearest name, which
// that looks for in vain, takes a reading of all names.
func (add *addition) speakerNamed(name string) (int64, error) {
	ids, err := add.w.reader().speakersNamed(name)
	switch {
	case err != nil:
		return 0, err
	case len(ids) == 1:
		return ids[0], nil
	case len(ids) == 0 && !strings.HasPrefix(name, "#"):
		return 0, nil
	}
	found, err := add.w.reader().findSpeaker(name) // for its error
	if err != nil {
		return 0, err
	}
	return int64(found.ID), nil
}

// speakerCalled is who bears exactly this name, unless the Wikidata ids tell
// that it is somebody else.
func (add *addition) speakerCalled(name, entity string) (int64, error) {
	var ids []int64
	err := add.w.reader().each(`SELECT DISTINCT r.id FROM aliases a JOIN speakers s ON s.id = a.speaker
		JOIN speakers r ON r.id = coalesce(s.merged_into, s.id)
		WHERE a.key = ?1 AND a.withdrawn = 0 AND s.withdrawn = 0 AND r.withdrawn = 0
			AND (?2 = '' OR r.wikidata = '' OR r.wikidata = ?2) ORDER BY 1`, []any{text.Key(name), entity}, func(rows *sql.Rows) error {
		var id int64
		err := rows.Scan(&id)
		ids = append(ids, id)
		return err
	})
	switch {
	case err != nil || len(ids) == 0:
		return 0, err
	case len(ids) == 1:
		return ids[0], nil
	}
	some, err := add.w.reader().speakers(quotes.SpeakerFilter{Name: name, All: true})
	if err != nil {
		return 0, err
	}
	return 0, severalSpeakers(name, some)
}

func (add *addition) newSpeaker(q *quotes.NewQuote) (int64, error) {
	kind := q.SpeakerKind
	if kind == "" {
		kind = quotes.SpeakerPerson
	}
	id, err := add.w.linker().make(&quotes.Speaker{Name: strings.TrimSpace(q.Speaker), Kind: kind, Wikidata: q.Wikidata})
	// Names found so far may fit the new one, too.
	clear(add.speakers)
	add.speakers[nameAndWikidata{q.Speaker, q.Wikidata}] = id
	if q.Wikidata != "" {
		add.byEntity[q.Wikidata] = append(add.byEntity[q.Wikidata], id)
	}
	return id, err
}

// source is sourceOf, but one source for all quotes that name the same one.
func (add *addition) source(a quotes.ArticleRef) (int64, error) {
	a.ID = 0
	if id, ok := add.sources[a]; ok {
		return id, nil
	}
	id, err := add.w.sourceOf(a)
	if err == nil && a != (quotes.ArticleRef{}) {
		add.sources[a] = id
	}
	return id, err
}

// insertNew makes the row of a quote from elsewhere.
func (w *write) insertNew(q *quotes.NewQuote, source, speaker int64) (int64, error) {
	own := quotes.Quote{
		Text: q.Text, Context: q.Context, Kind: q.Kind, SaidOn: q.SaidOn, Note: q.Note, Role: q.Role,
		Method: q.Method, Confidence: q.Confidence, State: quotes.StateNew, Reason: q.Reason,
		Spans: q.Spans, ContextSpan: q.ContextSpan,
	}
	if own.Kind == "" {
		own.Kind = quotes.KindFull
	}
	if q.Method == "" {
		own.Method, own.State, own.ConfirmedBy, own.Confidence = methodHand, quotes.StateAccepted, w.op.Who, 1
	}
	if speaker != 0 {
		own.Reason = ""
	} else {
		own.Confidence = 0
		if own.Reason == "" {
			own.Reason = "not given"
		}
	}
	return w.insert(quotes.EntityQuote, quoteState(&own, source, speaker))
}
