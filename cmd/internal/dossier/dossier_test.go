package dossier

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"

	"onrecord/quotes"
)

// said is a quote with a context of its own article.
func said(id int, text, date string, status quotes.Status, verdict quotes.Verdict) *quotes.Quote {
	context := "Before. “" + text + "” Behind."
	start := 100 + utf8.RuneCountInString("Before. “")
	return &quotes.Quote{
		ID: quotes.QuoteID(id), Text: text, Speaker: "Ann Lee", SaidOn: date, Status: status, Verdict: verdict, Context: context,
		ContextSpan: quotes.Span{Start: 100, End: 100 + utf8.RuneCountInString(context)},
		Spans:       []quotes.Span{{Start: start, End: start + utf8.RuneCountInString(text)}},
		Article:     quotes.ArticleRef{ID: 1, Title: "Title", Outlet: "Outlet", URL: "https://a.example/1"},
	}
}

func made(d *Dossier) string {
	d.Statuses, d.Verdicts = quotes.Strings(quotes.Statuses), quotes.Strings(quotes.Presets[0].Verdicts())
	var out strings.Builder
	if err := d.Write(&out); err != nil {
		panic(err)
	}
	return out.String()
}

// elements counts the elements of a page, and collects the values of links.
func elements(t *testing.T, page string) (names map[string]int, links []string) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	names = map[string]int{}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		names[n.Data]++
		for _, a := range n.Attr {
			switch a.Key {
			case "src", "srcset", "onload", "onclick", "onerror":
				t.Errorf("<%s %s=%q>", n.Data, a.Key, a.Val)
			case "href":
				links = append(links, a.Val)
			}
		}
	}
	return names, links
}

func TestPage(t *testing.T) {
	d := &Dossier{Title: "Ann Lee", Kind: "speaker", Publisher: "The Ledger", Made: "2026-11-23", Most: 2}
	claim := quotes.Claim{
		Text: "The claim", Workflow: quotes.WorkflowChecked, Verdict: quotes.VerdictFalse, Rationale: "The grounds",
		Evidence: []quotes.Evidence{{URL: "https://e.example/1"}},
	}
	d.Add(Entry{Quote: said(3, "Newest words", "2026-03-02", "checked", quotes.VerdictFalse), Claims: []quotes.Claim{claim}})
	d.Add(Entry{Quote: said(2, "Older words", "2026-01-31", quotes.StatusUnchecked, "")})
	if d.Wants() {
		t.Error("a third is wanted")
	}
	d.Add(Entry{Quote: said(1, "Oldest words", "2025-12-01", "checked", "half-fair")}) // a word of another scale
	page := made(d)
	for _, want := range []string{
		"<h1 dir=\"auto\">Ann Lee</h1>", "3 quotes, 2025-12-01 to 2026-03-02", "As the record stood on 2026-11-23", "The Ledger · on record · speaker",
		"<mark>Newest words</mark>” Behind.", "The claim", "The grounds", "https://e.example/1", "half fair <b>1</b>",
		"And 1 more, which the figures count", `aria-label="How far the checking is"`, "fill:var(--blue)", "fill:var(--red)",
		"<th scope=\"row\">2026-02</th>", "default-src 'none'", "prefers-color-scheme: dark", "@media print",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if strings.Contains(page, "Oldest words") || strings.Contains(page, "rgb(1,2,") || strings.Contains(page, "Roboto") {
		t.Error("the page holds what is not to be listed, or a colour or font of the library's")
	}
	names, links := elements(t, page)
	if names["svg"] != 2 || names["article"] != 2 || names["script"]+names["img"]+names["link"]+names["iframe"] != 0 {
		t.Errorf("elements %v", names)
	}
	if !slices.Contains(links, "https://a.example/1") {
		t.Errorf("links %v", links)
	}
	if none := made(&Dossier{Title: "Nobody"}); !strings.Contains(none, "No quotes.") || strings.Contains(none, "<svg") {
		t.Errorf("without quotes: %s", none)
	}
}

// Whatever texts hold, it stays text.
func TestHostilePage(t *testing.T) {
	const hostile = "</p></style></title><script>alert(1)</script><img src=x onerror=alert(1)>\"'`{{.}}\u202eevil\x1b[31m"
	q := said(1, hostile, "2026-01-01", "checked", hostile)
	q.Speaker, q.Role, q.Tags, q.Fidelity = hostile, hostile, []string{hostile}, hostile
	q.Article = quotes.ArticleRef{Title: hostile, Outlet: hostile, URL: "javascript:alert(1)", Published: hostile}
	d := &Dossier{Title: hostile, Kind: "tag", About: hostile, Publisher: hostile}
	d.Add(Entry{Quote: q, Claims: []quotes.Claim{{
		Text: hostile, Verdict: hostile, Rationale: hostile,
		Evidence: []quotes.Evidence{{URL: "javascript:alert(1)"}, {URL: `https://e.example/"><script>`}},
	}}})
	page := made(d)
	names, links := elements(t, page)
	if names["script"]+names["img"] != 0 || names["style"] != 1 || names["title"] != 1 {
		t.Errorf("elements %v", names)
	}
	for _, l := range links {
		if !strings.HasPrefix(l, "https://") {
			t.Errorf("a link to %q", l)
		}
	}
	if strings.ContainsAny(page, "\u202e\x1b") {
		t.Error("a control that reorders or steers")
	}
}

func TestPeriods(t *testing.T) {
	for _, c := range []struct {
		first, last string
		form        string
		count       int
	}{
		{"2026-02-27", "2026-03-01", day, 3},
		{"2026-01-31", "2026-03-31", month, 3}, // no month left out at its end
		{"2024-12-31", "2026-01-01", month, 14},
		{"1999-05-05", "2026-01-01", year, 28},
		{"2026-01-01", "2026-01-01", day, 1},
	} {
		form := formFor(c.first, c.last)
		if got := periods(c.first, c.last, form); form != c.form || len(got) != c.count {
			t.Errorf("%s to %s: %s, %v", c.first, c.last, form, got)
		}
	}
}

// Each quote with a day stands in one bar, and the axis reaches above all.
func TestTally(t *testing.T) {
	c := counter{}
	for i := range 400 {
		c.add(fmt.Sprintf("2026-%02d-%02d", 1+i%12, 1+i%28), []string{"checked", "unchecked", "own word"}[i%3])
	}
	tally := c.tally("t", []string{"unchecked", "flagged", "checked"}, "2026-01-01", "2026-12-28")
	sum := 0.0
	for _, series := range tally.values() {
		if len(series) != 12 {
			t.Fatalf("%d periods", len(series))
		}
		for _, n := range series {
			sum += n
		}
	}
	if sum != 400 || tally.words[0].Word != "unchecked" || tally.words[2].Word != "own word" {
		t.Errorf("%v quotes, words %v", sum, tally.words)
	}
	for most := 1; most < 3000; most++ {
		if top := niceTop(most); top.value < most || top.value > 2*most+1 || top.value%top.steps != 0 {
			t.Fatalf("%d: %+v", most, top)
		}
	}
}
