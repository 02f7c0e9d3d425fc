package extract

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"onrecord/quotes"
)

// passage is a piece of news, and who says each of its quotes: by which words, who.
type passage struct {
	number, article string
	answers         [][2]string
}

// readPassages reads testdata/passages.txt.
func readPassages(t *testing.T) []passage {
	t.Helper()
	var list []passage
	for _, block := range strings.Split(testdata(t, "passages.txt"), "\n### ")[1:] {
		number, body, _ := strings.Cut(block, "\n")
		x := passage{number: number}
		article, answers, _ := strings.Cut(body, "\n=> ")
		x.article = strings.TrimSpace(article)
		for _, line := range strings.Split(strings.TrimSpace(answers), "\n=> ") {
			words, name, ok := strings.Cut(line, " | ")
			if !ok {
				t.Fatalf("passage %s: %q tells no name", number, line)
			}
			x.answers = append(x.answers, [2]string{words, name})
		}
		list = append(list, x)
	}
	return list
}

// said is the quote that answer i of passage x is about: the ith, or where the program
// sees more or fewer the first whose mention has its words; nil: none.
func (x *passage) said(list []quotes.Quote, i int) *quotes.Quote {
	if len(list) == len(x.answers) {
		return &list[i]
	}
	for k := range list {
		if m := list[k].Mention; m != nil && strings.EqualFold(m.Text, x.answers[i][0]) {
			return &list[k]
		}
	}
	return nil
}

// TestPassages keeps in a golden file how often pronouns and roles are understood, and
// where they are not.
func TestPassages(t *testing.T) {
	var out strings.Builder
	right, all := map[string]int{}, map[string]int{}
	for _, x := range readPassages(t) {
		var list []quotes.Quote
		for _, q := range Extract(&quotes.Article{Text: x.article}).Quotes {
			if q.Kind != quotes.KindScare {
				list = append(list, q)
			}
		}
		for i, answer := range x.answers {
			if answer[1] == "?" {
				continue
			}
			kind := "roles"
			if slices.Contains([]string{"he", "she", "they", "it", "who"}, answer[0]) {
				kind = "pronouns"
			}
			all[kind]++
			speaker := "(no quote)"
			if q := x.said(list, i); q != nil {
				speaker = q.Speaker
			}
			if bare(speaker) == bare(answer[1]) {
				right[kind]++
			} else {
				fmt.Fprintf(&out, "%s | %s | %s | %s\n", x.number, answer[0], speaker, answer[1])
			}
		}
	}
	golden(t, "passages.golden", fmt.Sprintf("pronouns right %d of %d, roles %d of %d; else: number | words | speaker | who it is\n", right["pronouns"], all["pronouns"], right["roles"], all["roles"])+out.String())
}
