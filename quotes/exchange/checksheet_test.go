package exchange

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"onrecord/quotes"
)

func checkedArticle(t *testing.T) (*quotes.Article, []CheckedQuote) {
	t.Helper()
	a := &quotes.Article{Text: "Réunion votes\n\n“We lost 12 boats,” said Ann Lee. “And half the <b>quay</b>.”\n\nTurnout was 40% on Monday."}
	place := func(words string) quotes.Span {
		before, _, ok := strings.Cut(a.Text, words)
		if !ok {
			t.Fatalf("%q is not in the article", words)
		}
		start := utf8.RuneCountInString(before)
		return quotes.Span{Start: start, End: start + utf8.RuneCountInString(words)}
	}
	q := &quotes.Quote{
		ID: 7, Text: "We lost 12 boats, … And half the <b>quay</b>.", Spans: []quotes.Span{place("We lost 12 boats,"), place("And half the <b>quay</b>.")},
		Speaker: "Ann Lee", Status: "checked", Verdict: "false", Fidelity: "verbatim",
	}
	claim := quotes.Claim{
		ID: 3, Workflow: "checked", Verdict: "false", Appearances: []quotes.Appearance{{Claim: 3, Quote: 7, Start: 0, End: 17}},
		Assessments: []quotes.Assessment{{By: "rosa", At: "2026-11-23T09:00:00Z"}},
	}
	return a, []CheckedQuote{{q, []quotes.Claim{claim}}}
}

func TestCheckSheet(t *testing.T) {
	a, all := checkedArticle(t)
	var got []string
	for _, row := range CheckRows(CheckSheet(a, all)) {
		cells := []string{row.Item, row.Kind, row.Text, row.Source, row.Checker, row.Verdict, row.Date}
		if row.Open {
			cells = append(cells, "open")
		}
		got = append(got, strings.TrimRight(strings.Join(cells, "|"), "|"))
	}
	want := `|line|Réunion votes
|line|“We lost 12 boats,” said Ann Lee.
Q1|quote|We lost 12 boats, … And half the <b>quay</b>.|Ann Lee|rosa|false|2026-11-23
F1|number|12|Ann Lee|rosa|false|2026-11-23
|line|“And half the <b>quay</b>.”
F2|number|half|Ann Lee||||open
|line|Turnout was 40% on Monday.
F3|statistic|Turnout|||||open
F4|number|40%|||||open
F5|date|Monday|||||open`
	if joined := strings.Join(got, "\n"); joined != want {
		t.Errorf("%s\nwant\n%s", joined, want)
	}
	all[0].Fidelity = quotes.FidelityUnchecked
	if lines := CheckSheet(a, all); !lines[1].Items[0].Open {
		t.Error("a quote whose words nobody held against the source is not open")
	}
	if lines := CheckSheet(&quotes.Article{}, nil); len(lines) != 0 {
		t.Errorf("an empty article: %v", lines)
	}
}

func TestCheckPage(t *testing.T) {
	a, all := checkedArticle(t)
	var out bytes.Buffer
	if err := WriteCheckPage(&out, "<Vote>", "The \x1b[31mPost", CheckSheet(a, all)); err != nil {
		t.Fatal(err)
	}
	page := out.String()
	for _, want := range []string{
		"<title>&lt;Vote&gt;</title>", "4 sentences, 1 quotes, 5 figures; <b>4 open</b>",
		`“<mark class="quote done">We lost <mark class="figure done">12<sup>F1</sup></mark> boats,<sup>Q1</sup></mark>” said Ann Lee.`,
		`the &lt;b&gt;quay&lt;/b&gt;.<sup>Q1</sup></mark>”`, `<tr class="open"><td class="line" rowspan="3">4</td>`, `<mark class="figure">40%<sup>F4</sup></mark>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	for _, harm := range []string{"<b>quay", "\x1b", "<script"} {
		if strings.Contains(page, harm) {
			t.Errorf("the page holds %s", harm)
		}
	}
	if strings.Count(page, "<mark") != strings.Count(page, "</mark>") {
		t.Error("marks are not closed")
	}
}
