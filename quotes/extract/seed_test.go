package extract

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/quotes"
)

// TestSeed runs on the article that the project was first asked to read. Its
// text is not in the repository: ONRECORD_SEED names the folder that holds it.
func TestSeed(t *testing.T) {
	folder := os.Getenv("ONRECORD_SEED")
	if folder == "" {
		t.Skip("ONRECORD_SEED names no folder with summit.txt")
	}
	data, err := os.ReadFile(filepath.Join(folder, "summit.txt"))
	if err != nil {
		t.Fatal(err)
	}
	extraction := Extract(&quotes.Article{Text: string(data)})
	const kim, putin = "Kim Jong-un", "Vladimir Putin"
	want := []struct{ start, speaker, mention string }{
		{"sacred fight", kim, kim},
		{"sacred fight", kim, kim},
		{"full and", kim, "Kim"},
		{"anti-imp", kim, "Kim"},
		{"lots of", putin, "he"},
		{"working as", putin, "Putin"},
		{"There are certain", putin, "he"},
		{"situation in", putin, "Putin"},
		{"Russia is waging", kim, "the North Korean leader"},
	}
	spans := 0
	for i := range extraction.Quotes {
		q := &extraction.Quotes[i]
		spans += len(q.Spans)
		if i >= len(want) {
			t.Fatalf("one quote too many: %s", describe(q))
		}
		w := want[i]
		if !strings.HasPrefix(q.Text, w.start) || q.Speaker != w.speaker || q.Mention == nil || q.Mention.Text != w.mention || q.Kind == quotes.KindScare {
			t.Errorf("quote %d: got %s, want %+v", i, describe(q), w)
		}
	}
	if len(extraction.Quotes) != len(want) || spans != 10 {
		t.Errorf("%d quotes of %d spans, want %d of 10", len(extraction.Quotes), spans, len(want))
	}
	if len(extraction.Speakers) != 2 {
		t.Errorf("speakers: %+v", extraction.Speakers)
	}
}
