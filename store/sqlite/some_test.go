package sqlite

import (
	"testing"

	"onrecord/quotes"
	"onrecord/store"
	"onrecord/store/storetest/generate"
)

// some are articles with so many quotes together.
func some(n int) []quotes.Extraction {
	return generate.New(generate.Shape{Quotes: n, Speakers: 20}).Next(n)
}

func saveSome(t testing.TB, s *Store, n int) []store.Saved {
	t.Helper()
	saved, err := s.SaveExtractions(ctx, &store.Op{Who: "ida", Command: "ingest"}, some(n))
	if err != nil {
		t.Fatal(err)
	}
	return saved
}
