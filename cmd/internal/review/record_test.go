package review

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"onrecord/quotes"
	"onrecord/quotes/extract"
	"onrecord/store"
	"onrecord/store/sqlite"
)

// harbour is an article with five quotes by three speakers.
const harbour = `Council argues over harbour wall

Mayor Inga Solberg defended the new harbour wall on Monday. “We asked every household on the quay,” Solberg said.

“Nobody told us to stop, and nobody will,” Solberg told the council.

Fisherman Tor Vik called the wall “a gift to the yacht club.”

“The boats need it,” said the harbour master, Petra Lund.

“Last winter we lost three of them,” Lund added.
`

// opened is an empty record.
func opened(t *testing.T) *sqlite.Store {
	t.Helper()
	s, err := sqlite.OpenOrCreate(context.Background(), filepath.Join(t.TempDir(), "record.db"), sqlite.Options{Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// ingested puts an article on record.
func ingested(t *testing.T, s *sqlite.Store, a quotes.Article) []quotes.QuoteID {
	t.Helper()
	saved, err := s.SaveExtractions(t.Context(), &store.Op{Who: "rosa", Command: "ingest"}, []quotes.Extraction{extract.Extract(&a)})
	if err != nil {
		t.Fatal(err)
	}
	return saved[0].Quotes
}

// newRecord holds the quotes of harbour.
func newRecord(t *testing.T) *sqlite.Store {
	s := opened(t)
	ingested(t, s, quotes.Article{Title: "Council argues over harbour wall", Outlet: "Quay Post", Published: "2026-11-20", URL: "https://quay.example/wall", Text: harbour})
	return s
}

// language is that of the tests: the command line's own, but for its checks.
func language() Language {
	return Language{
		Marks: quotes.Presets[0].MarkWords(), Mark: quotes.Presets[0].ParseMark,
		Tags: func(tags []string) ([]string, error) { return tags, nil },
		Evidence: func(addresses []string) ([]quotes.Evidence, error) {
			var out []quotes.Evidence
			for _, a := range strings.Fields(strings.Join(addresses, " ")) {
				if !strings.HasPrefix(a, "https://") {
					return nil, fmt.Errorf("%s is no address", a)
				}
				out = append(out, quotes.Evidence{URL: a})
			}
			return out, nil
		},
	}
}

// byPlace is the order of the text.
var byPlace = []quotes.SortKey{{Field: quotes.SortArticle}}

// newTestDesk is rosa's desk with the unconfirmed quotes of a record.
func newTestDesk(t *testing.T, r Record) *Desk {
	t.Helper()
	d, err := NewDesk(t.Context(), r, quotes.Filter{Unconfirmed: true, Sort: byPlace}, store.Op{Who: "rosa"}, language(),
		func(address string) error { return fmt.Errorf("browsed %s", address) })
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// did carries out an action that has to succeed.
func did(t *testing.T, d *Desk, key string, given answers) string {
	t.Helper()
	said, err := d.act(t.Context(), actionFor(key), given)
	if err != nil {
		t.Fatalf("%s: %v", key, err)
	}
	return said
}
