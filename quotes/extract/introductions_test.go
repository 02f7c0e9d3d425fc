package extract

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"onrecord/quotes"
	"onrecord/quotes/text"
)

// introduction is how an article first tells of somebody, and then.
type introduction struct{ phrase, name, short string }

// readIntroductions reads testdata/introductions.tsv.
func readIntroductions(t *testing.T) []introduction {
	t.Helper()
	var list []introduction
	for line := range strings.Lines(testdata(t, "introductions.tsv")) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(strings.TrimSpace(line), "\t")
		if len(fields) != 3 {
			t.Fatalf("%q has %d fields, not 3", line, len(fields))
		}
		list = append(list, introduction{fields[0], fields[1], fields[2]})
	}
	return list
}

// articles are two about x: one that introduces them before the verb, and one behind.
func (x introduction) articles() []string {
	first, size := utf8.DecodeRuneInString(x.phrase)
	rest := "\n\nIt had been drawn up in March at a cost of $2 million."
	if x.short != "-" {
		rest += "\n\n“We told them so at the time,” " + x.short + " added."
	}
	return []string{
		string(unicode.ToUpper(first)) + x.phrase[size:] + " said: “The plan is dead and nobody will miss it.”" + rest,
		"The meeting lasted an hour. “The plan is dead and nobody will miss it,” said " + strings.TrimSuffix(x.phrase, ",") + "." + rest,
	}
}

// bare is a name or phrase folded, without an article.
func bare(name string) string {
	return strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(text.Key(name), "the "), "an "), "a ")
}

// TestIntroductions keeps in a golden file how many introductions are understood, and
// which are not.
func TestIntroductions(t *testing.T) {
	var out strings.Builder
	right, all := 0, 0
	for _, x := range readIntroductions(t) {
		for _, article := range x.articles() {
			for _, q := range Extract(&quotes.Article{Text: article}).Quotes {
				if q.Kind != quotes.KindFull {
					continue // a nickname
				}
				all++
				if bare(q.Speaker) == bare(x.name) {
					right++
					continue
				}
				mention := ""
				if q.Mention != nil {
					mention = q.Mention.Text
				}
				fmt.Fprintf(&out, "%s | %s | %s\n", mention, q.Speaker, x.name)
			}
		}
	}
	golden(t, "introductions.golden", fmt.Sprintf("right %d of %d; else: mention | speaker | who it is\n", right, all)+out.String())
}
