package storetest

import (
	"strings"
	"testing"
	"unicode/utf8"

	"onrecord/quotes"
	"onrecord/store"
)

// by is the op of a command.
func by(who, command string) *store.Op { return &store.Op{Who: who, Command: command} }

// said is one quote of an article under construction.
type said struct {
	words   string
	speaker string // "" unknown
	kind    quotes.Kind
}

// article builds an extraction whose text holds each quote in a paragraph of
// its own, between marks, with its speaker and a cue behind it.
func article(url, outlet, published string, all ...said) quotes.Extraction {
	var body strings.Builder
	a := &quotes.Article{
		URL: url, Title: "News of " + published, Outlet: outlet, Published: published,
		Retrieved: "2026-03-01T08:00:00Z", Extractor: "test/1", Language: "en", Byline: "Ida Penn",
	}
	body.WriteString("Réunion opened on Monday.") // offsets in bytes and code points differ
	x := quotes.Extraction{Article: a}
	at := func() int { return utf8.RuneCountInString(body.String()) }
	names := map[string]bool{}
	for _, s := range all {
		body.WriteString("\n\n")
		start := at()
		body.WriteString("“")
		q := quotes.Quote{Text: s.words, Kind: s.kind, Speaker: s.speaker, Confidence: 0.9, MentionConfidence: 0.8, Method: "rule"}
		q.Spans = []quotes.Span{{Start: at(), End: at() + utf8.RuneCountInString(s.words)}}
		body.WriteString(s.words + ",” ")
		if q.Kind == "" {
			q.Kind = quotes.KindFull
		}
		if s.speaker == "" {
			q.Reason, q.Confidence = "nobody named", 0
		} else {
			q.Mention = &quotes.Passage{Text: s.speaker, Start: at(), End: at() + utf8.RuneCountInString(s.speaker)}
			body.WriteString(s.speaker + " ")
			q.Cue = &quotes.Passage{Text: "said", Start: at(), End: at() + 4}
			body.WriteString("said.")
			if !names[s.speaker] {
				names[s.speaker] = true
				x.Speakers = append(x.Speakers, speakerNamed(s.speaker))
			}
		}
		q.ContextSpan = quotes.Span{Start: start, End: at()}
		q.Context = string([]rune(body.String())[start:at()])
		x.Quotes = append(x.Quotes, q)
	}
	a.Text = body.String()
	return x
}

// speakerNamed takes a name for a person's and gives the surname as a printed
// alias.
func speakerNamed(name string) quotes.Speaker {
	words := strings.Fields(name)
	return quotes.Speaker{Name: name, Kind: quotes.SpeakerPerson, Aliases: []string{name, words[len(words)-1]}}
}

func save(t *testing.T, s store.Store, all ...quotes.Extraction) []store.Saved {
	t.Helper()
	saved, err := s.SaveExtractions(ctx, by("ida", "ingest"), all)
	if err != nil {
		t.Fatalf("SaveExtractions: %v", err)
	}
	return saved
}

// listed collects quotes.
func listed(t *testing.T, s store.Store, f quotes.Filter) []*quotes.Quote {
	t.Helper()
	var out []*quotes.Quote
	for q, err := range s.Quotes(ctx, f) {
		if err != nil {
			t.Fatalf("Quotes(%+v): %v", f, err)
		}
		out = append(out, q)
	}
	return out
}

func quote(t *testing.T, s store.Store, id quotes.QuoteID) *quotes.Quote {
	t.Helper()
	q, err := s.Quote(ctx, id)
	if err != nil {
		t.Fatalf("Quote(%d): %v", id, err)
	}
	return q
}
