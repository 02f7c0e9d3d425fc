package marks

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"onrecord/quotes/text"
)

// TestWriteStretches writes what the scanner finds in the articles of the
// JSONL file ONRECORD_CORPUS as predictions, for a look at a corpus that is no
// part of the repository.
func TestWriteStretches(t *testing.T) {
	path, to := os.Getenv("ONRECORD_CORPUS"), os.Getenv("ONRECORD_STRETCHES")
	if path == "" || to == "" {
		t.Skip("set ONRECORD_CORPUS to a JSONL file of articles and ONRECORD_STRETCHES to the file to write")
	}
	corpus, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for line := range strings.Lines(string(corpus)) {
		var article struct{ Doc, Text string }
		if err := json.Unmarshal([]byte(line), &article); err != nil {
			t.Fatal(err)
		}
		paragraphs := text.Paragraphs(article.Text)
		index := text.NewRuneIndex(article.Text)
		for _, q := range Scan(article.Text, paragraphs) {
			span := index.ToRunes(q.Span)
			fmt.Fprintf(&out, `{"doc":%q,"spans":[[%d,%d]],"style":%q,"depth":%d,"ending":%q,"heading":%t,"kind":"full"}`+"\n",
				article.Doc, span.Start, span.End, q.Style, q.Depth, q.Ending, paragraphs[q.Paragraph].Heading)
		}
	}
	if err := os.WriteFile(to, []byte(out.String()), 0o600); err != nil {
		t.Fatal(err)
	}
}
