package extract

import (
	"fmt"
	"strings"
	"testing"

	"onrecord/quotes"
)

// TestPairs keeps in a golden file which of two people or bodies the program takes for the
// speaker of the last quote of each small article, where it is not the right one.
func TestPairs(t *testing.T) {
	var out strings.Builder
	right, all := 0, 0
	for line := range strings.Lines(testdata(t, "pairs.txt")) {
		if line[0] == '#' {
			continue
		}
		want, article, ok := strings.Cut(strings.TrimSpace(line), " | ")
		if !ok {
			t.Fatalf("%q tells no article", line)
		}
		all++
		speaker := "(no quote)"
		for _, q := range Extract(&quotes.Article{Text: strings.ReplaceAll(article, " ¶ ", "\n\n")}).Quotes {
			if q.Kind != quotes.KindScare {
				speaker = q.Speaker
			}
		}
		if bare(speaker) == bare(want) {
			right++
			continue
		}
		fmt.Fprintf(&out, "%d | %s | %s\n", all, speaker, want)
	}
	golden(t, "pairs.golden", fmt.Sprintf("right %d of %d; else: line | speaker | who it is\n", right, all)+out.String())
}
