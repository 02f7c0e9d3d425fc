package exchange

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"onrecord/quotes"
)

// readInShort reads one file and gives its lines in short: outcome or "ok", text,
// verdict, rating on scale, repairs or why.
func readInShort(t *testing.T, file string) []string {
	t.Helper()
	rulings, lines, at, err := ReadReviews(strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = fmt.Sprintf("%s: %s: %s", l.Outcome, l.Text, l.Why)
	}
	for i, r := range rulings {
		out[at[i]] = fmt.Sprintf("%s | %s | %s | %s %s | %s | %s", r.Text, r.Publisher, r.Word, r.Rating, r.Scale,
			strings.Join(r.Appeared, " "), strings.Join(lines[at[i]].Repairs, ", "))
	}
	return out
}

// review writes a ClaimReview with some fields put in the place of sound ones.
func review(fields map[string]any) string {
	n := map[string]any{
		"@type": "ClaimReview", "url": "https://facts.example/1", "claimReviewed": "The moon is hollow",
		"author":       map[string]any{"@type": typeOrganisation, "name": "Fact Desk"},
		"reviewRating": map[string]any{"ratingValue": 2, "bestRating": 5, "worstRating": 1, "alternateName": "Shaky"},
		"itemReviewed": map[string]any{"@type": "Claim", "author": map[string]any{"@type": "Person", "name": "Ann Lee"}},
	}
	for key, value := range fields {
		if n[key] = value; value == nil {
			delete(n, key)
		}
	}
	data, err := json.Marshal(n)
	if err != nil {
		panic(err)
	}
	return string(data)
}

// The errors that collectors of reviews met in real feeds.
func TestReviewsMended(t *testing.T) {
	rated := func(value, best, worst any, word any) map[string]any {
		return map[string]any{"reviewRating": map[string]any{"ratingValue": value, "bestRating": best, "worstRating": worst, "alternateName": word}}
	}
	item := func(fields string) map[string]any { return map[string]any{"itemReviewed": json.RawMessage(fields)} }
	const sound = "The moon is hollow | Fact Desk | "
	for _, c := range []struct {
		name   string
		fields map[string]any
		want   string
	}{
		{"sound", nil, sound + "Shaky | 2 facts.example/1-5 |  | "},
		{"rating a string", map[string]any{"reviewRating": "False"}, sound + "False |  facts.example |  | reviewRating a bare word"},
		{"rating a number", map[string]any{"reviewRating": 3}, sound + "3 of 5 | 3 facts.example/1-5 |  | reviewRating a bare word, rating without a word"},
		{"rating nested", map[string]any{"reviewRating": nil, "itemReviewed": map[string]any{"reviewRating": map[string]any{"alternateName": "Fake"}}}, sound + "Fake |  facts.example |  | rating in another field"},
		{"rating in a review", map[string]any{"reviewRating": nil, "review": map[string]any{"reviewRating": map[string]any{"alternateName": "Fake"}}}, sound + "Fake |  facts.example |  | rating in another field"},
		{"word an object", rated(2, 5, 1, map[string]any{"@value": "Fake"}), sound + "Fake | 2 facts.example/1-5 |  | alternateName an object"},
		{"word a list", rated(2, 5, 1, []any{"Half true", "x"}), sound + "Half true | 2 facts.example/1-5 |  | alternateName a list"},
		{"no range", rated(-1, -1, -1, "Fake"), sound + "Fake |  facts.example |  | rating without a range"},
		{"out of range", rated(9, 5, 1, "Fake"), sound + "Fake |  facts.example |  | rating out of range"},
		{"upside down", rated(1, 1, 5, "Right"), sound + "Right | 5 facts.example/1-5 |  | scale upside down"},
		{"against the word", rated(4, 4, 1, "Four Pinocchios"), sound + "Four Pinocchios | 1 facts.example/1-4 |  | scale upside down"},
		{"numbers in strings", rated("2,5", "5", "1", "Shaky"), sound + "Shaky | 2.5 facts.example/1-5 |  | "},
		{"appearance a string", item(`{"appearance":"https://a.example/1"}`), sound + "Shaky | 2 facts.example/1-5 | https://a.example/1 | appearance a string"},
		{"appearance an object", item(`{"firstAppearance":{"url":"https://a.example/1"}}`), sound + "Shaky | 2 facts.example/1-5 | https://a.example/1 | "},
		{"appearances a list", item(`{"appearance":[{"url":"https://a.example/1"},"https://b.example/2"]}`), sound + "Shaky | 2 facts.example/1-5 | https://a.example/1 https://b.example/2 | "},
		{"in itemReviewed.url", item(`{"@type":"Claim","url":"https://a.example/1"}`), sound + "Shaky | 2 facts.example/1-5 | https://a.example/1 | appearance in itemReviewed.url"},
		{"several joined", item(`{"appearance":"https://a.example/1, https://b.example/2 and https://c.example/3"}`), sound + "Shaky | 2 facts.example/1-5 | https://a.example/1 https://b.example/2 https://c.example/3 | appearance a string, several urls in one field"},
		{"self-link", item(`{"appearance":[{"url":"https://www.facts.example/1"}]}`), sound + "Shaky | 2 facts.example/1-5 |  | link to the publisher itself"},
		{"no scheme but http", item(`{"appearance":[{"url":"javascript:alert(1)"}]}`), sound + "Shaky | 2 facts.example/1-5 |  | "},
		{"claim elsewhere", map[string]any{"claimReviewed": "", "itemReviewed": map[string]any{"name": "The sea is dry"}}, "The sea is dry | Fact Desk | Shaky | 2 facts.example/1-5 |  | claim in another field"},
		{"rating in the claim", map[string]any{"claimReviewed": "Shaky: the moon is hollow"}, "the moon is hollow | Fact Desk | Shaky | 2 facts.example/1-5 |  | rating in the claim"},
		{"no publisher", map[string]any{"author": nil}, "The moon is hollow | facts.example | Shaky | 2 facts.example/1-5 |  | publisher from the url"},
		{"bad date", map[string]any{"datePublished": "last spring"}, sound + "Shaky | 2 facts.example/1-5 |  | date of the review unreadable"},
		{"another date", map[string]any{"datePublished": "Thu, 05 Mar 2026 10:00:00 GMT"}, sound + "Shaky | 2 facts.example/1-5 |  | date of the review in another form"},
		{"several items", item(`[{"appearance":{"url":"https://a.example/1"}},{"appearance":{"url":"https://b.example/2"}}]`), sound + "Shaky | 2 facts.example/1-5 | https://a.example/1 https://b.example/2 | several itemReviewed"},
		{"entities", map[string]any{"claimReviewed": "Tom &amp; Ann\n said &quot;no&quot;"}, `Tom & Ann said "no" | Fact Desk | Shaky | 2 facts.example/1-5 |  | `},
		{"no verdict", map[string]any{"reviewRating": map[string]any{}}, "refused: The moon is hollow: it has no verdict (reviewRating.alternateName)"},
		{"no url", map[string]any{"url": "facts"}, "refused: The moon is hollow: it has no url"},
		{"no claim", map[string]any{"claimReviewed": nil}, "refused: : it names no claim (claimReviewed)"},
		{"an article", map[string]any{"claimReviewed": strings.Repeat("a ", 2000)}, "refused: " + strings.TrimSpace(strings.Repeat("a ", 2000)) + ": claimReviewed is an article, not a claim"},
	} {
		if got := readInShort(t, review(c.fields)); len(got) != 1 || got[0] != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

func TestReviewForms(t *testing.T) {
	one, other := review(nil), review(map[string]any{"claimReviewed": "The sea is dry", "url": "https://facts.example/2"})
	const want = "The moon is hollow | Fact Desk | Shaky | 2 facts.example/1-5 |  | "
	both := []string{want, "The sea is dry | Fact Desk | Shaky | 2 facts.example/1-5 |  | "}
	for name, c := range map[string]struct {
		file string
		want []string
	}{
		"list":          {"[" + one + "," + other + "]", both},
		"lines":         {one + "\n" + other + "\n", both},
		"byte mark":     {"\ufeff" + one, both[:1]},
		"graph":         {`{"@context":"https://schema.org","@graph":[{"@type":"WebPage"},` + one + "," + other + "]}", both},
		"data feed":     {`{"@type":"DataFeed","dataFeedElement":[{"@type":"DataFeedItem","item":[` + one + `]},{"item":` + other + `}]}`, both},
		"type a list":   {strings.Replace(one, `"ClaimReview"`, `["Review","http://schema.org/ClaimReview"]`, 1), both[:1]},
		"page":          {`<html><head><link rel="canonical" href="https://www.facts.example/x"><script type="application/ld+json"><!--` + one + `--></script><script>x</script><script TYPE='application/ld+json; charset=utf-8'>[` + other + `]</script>`, both},
		"another page":  {`<meta property="og:url" content="https://copy.example/x"><script type="application/ld+json">` + one + `</script>`, []string{"refused: The moon is hollow: its url, https://facts.example/1, is of another site than its page, https://copy.example/x"}},
		"near-doubles":  {one + review(map[string]any{"claimReviewed": "The MOON is hollow!", "url": "https://facts.example/9"}), []string{want, "duplicate: The MOON is hollow!: the same claim and verdict of the same publisher stand in the file already"}},
		"conflict":      {one + review(map[string]any{"reviewRating": "True"}), []string{want, "refused: The moon is hollow: conflicting ratings: the same publisher rates the same claim Shaky in this file, too"}},
		"claims a list": {review(map[string]any{"claimReviewed": []any{"A", "B"}}), []string{"A | Fact Desk | Shaky | 2 facts.example/1-5 |  | claimReviewed a list", "B | Fact Desk | Shaky | 2 facts.example/1-5 |  | claimReviewed a list"}},
		"broken line":   {one + "\n{\"@type\":\"ClaimReview\",\n" + other, []string{want, "The sea is dry | Fact Desk | Shaky | 2 facts.example/1-5 |  | ", "refused: : no JSON: unexpected EOF"}},
		"broken":        {`{"@type":"ClaimReview", "url":`, []string{"refused: : no JSON: it is no JSON, and could not be mended"}},
		"quote marks":   {strings.Replace(one, "The moon is", `He said "no" to "x", so the moon is`, 1), []string{`He said "no" to "x", so the moon is hollow | Fact Desk | Shaky | 2 facts.example/1-5 |  | unescaped quote marks`}},
		"references":    {`{"@graph":[` + strings.Replace(one, `{"@type":"`+typeOrganisation+`","name":"Fact Desk"}`, `{"@id":"#o"}`, 1) + `,{"@id":"#o","@type":"Thing","name":"Other Desk"}]}`, []string{"The moon is hollow | Other Desk | Shaky | 2 facts.example/1-5 |  | "}},
		"api": {
			`{"claims":[{"text":"The sea is dry","claimant":"Bo Berg","claimDate":"2026-01-02T00:00:00Z","claimReview":[{"publisher":{"name":"Check Co","site":"check.example"},"url":"https://check.example/1","title":"No","reviewDate":"2026-01-03","textualRating":"Nonsense","languageCode":"en"}]}],"nextPageToken":"x"}`,
			[]string{"The sea is dry | Check Co | Nonsense |  check.example |  | "},
		},
	} {
		if got := readInShort(t, c.file); !slices.Equal(got, c.want) {
			t.Errorf("%s:\n got %q\nwant %q", name, got, c.want)
		}
		if is, err := IsReviews(strings.NewReader(c.file)); err != nil || !is {
			t.Errorf("%s: not seen: %v", name, err)
		}
	}
	for _, file := range []string{"", "id,text\n1,ClaimReview\n", "<html>an article on ClaimReview</html>", "[]", `{"text": "about ClaimReview, it said"}`} {
		if is, err := IsReviews(strings.NewReader(file)); err != nil || is {
			t.Errorf("%q was taken for reviews: %v", file, err)
		}
	}
	// The name may lie across the pieces in which a file is looked through.
	for pad := 65500; pad < 65560; pad++ {
		if is, _ := IsReviews(strings.NewReader(`{"` + strings.Repeat(" ", pad) + `ClaimReview"`)); !is {
			t.Fatalf("not seen behind %d", pad)
		}
	}
}

// What is exported is read back as it went out.
func TestReviewRoundTrip(t *testing.T) {
	checked := Checked{
		Claim:   quotes.Claim{ID: 7, Text: "The moon is hollow", Verdict: "mostly-false", Scale: "onrecord/1", Assessments: []quotes.Assessment{{At: "2026-03-04T10:00:00Z"}}},
		Said:    []quotes.Quote{{ID: 1, SaidOn: "2026-03-01", Article: quotes.ArticleRef{URL: "https://gazette.example/1"}}},
		Speaker: &quotes.Speaker{Name: "Ann Lee", Kind: quotes.SpeakerPerson, Wikidata: "Q42"},
	}
	scales := quotes.Scales{Current: quotes.Presets[0]}
	r := NewClaimReview(&checked, Publisher{Name: "Ledger", URL: "https://ledger.example"}, scales)
	var b strings.Builder
	for name, write := range map[string]func() error{
		"array": func() error { return WriteClaimReviews(&b, []ClaimReview{r}) }, "feed": func() error { return WriteClaimFeed(&b, []ClaimReview{r}) },
		"script": func() error { return WriteClaimScript(&b, []ClaimReview{r}) }, "file": func() error { return WriteClaimReview(&b, r) },
	} {
		b.Reset()
		if err := write(); err != nil {
			t.Fatal(err)
		}
		all, lines, _, err := ReadReviews(strings.NewReader(b.String()))
		if err != nil || len(all) != 1 || len(lines[0].Repairs) > 0 {
			t.Fatalf("%s: %v, %+v", name, err, lines)
		}
		got := all[0]
		if got.Text != "The moon is hollow" || got.Word != "mostly-false" || got.Rating != "2" || got.Scale != "ledger.example/1-5" ||
			got.Publisher != "Ledger" || got.URL != "https://ledger.example#c7" || got.Published != "2026-03-04" || got.SaidOn != "2026-03-01" ||
			got.Speaker.Name != "Ann Lee" || got.Speaker.Wikidata != "Q42" || !slices.Equal(got.Appeared, []string{"https://gazette.example/1"}) {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// Odd files take time in step with their size: in any other way these would not
// come to an end.
func TestReviewsAdversarialSize(t *testing.T) {
	const n = 200_000
	for name, file := range map[string]string{
		"nesting":     strings.Repeat("[", n) + `"ClaimReview"`,
		"marks":       `{"@type":"ClaimReview","a":"` + strings.Repeat(`"x `, n),
		"marks apart": `{"@type":"ClaimReview","a":"` + strings.Repeat(`" `, n) + strings.Repeat(" ", n) + `"`,
		"lines":       `{"@type":"ClaimReview",` + strings.Repeat("{\n", n),
		"scripts":     strings.Repeat(`<script type="application/ld+json">{"@type":"ClaimReview"</script>`, n/10),
		"urls":        review(map[string]any{"url": strings.Repeat("https://a.example/,", n/10)}),
		"references":  `[` + strings.Repeat(`{"@id":"#a","@graph":[{"@id":"#a"}]},`, n/10) + review(nil) + `]`,
	} {
		if _, _, _, err := ReadReviews(strings.NewReader(file)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Whatever a file holds, a ruling that comes out of it can be stored: with a
// text, a verdict, a publisher, a web address, days that are days, a rating in
// its range; and every review is a ruling or a line that says why not.
func FuzzReviews(f *testing.F) {
	f.Add(review(nil))
	f.Add(review(map[string]any{"reviewRating": "False", "datePublished": "1 May 2026"}))
	f.Add(`<link rel=canonical href="https://a.example"><script type="application/ld+json">` + review(nil) + `</script>`)
	f.Add(`{"claims":[{"text":"a","claimReview":[{"url":"https://a.example","textualRating":"b"}]}]}`)
	f.Add(strings.Replace(review(nil), "moon", `"moon"`, 1))
	f.Fuzz(func(t *testing.T, file string) {
		rulings, lines, at, err := ReadReviews(strings.NewReader(file))
		if err != nil {
			return
		}
		if len(at) != len(rulings) {
			t.Fatalf("%d places of %d rulings", len(at), len(rulings))
		}
		for i, r := range rulings {
			if strings.TrimSpace(r.Text) == "" || strings.TrimSpace(r.Word) == "" || strings.TrimSpace(r.Publisher) == "" || !isWebAddress(r.URL) {
				t.Errorf("incomplete: %+v", r)
			}
			for _, s := range []string{r.Text, r.Word, r.Publisher, r.URL, r.Speaker.Name, r.Rationale, r.Scale} {
				if !utf8.ValidString(s) {
					t.Errorf("%q is not UTF-8", s)
				}
			}
			for _, day := range []string{r.Published, r.SaidOn} {
				if _, err := time.Parse(time.DateOnly, day); day != "" && err != nil {
					t.Errorf("%q is no day", day)
				}
			}
			if l := lines[at[i]]; l.Outcome != "" || l.Text != r.Text {
				t.Errorf("the line of %+v is %+v", r, l)
			}
		}
		for i, l := range lines {
			if (l.Outcome == ReviewRefused || l.Outcome == ReviewDuplicate) != (l.Why != "") || l.Why == "" && !slices.Contains(at, i) {
				t.Errorf("no reason: %+v", l)
			}
		}
	})
}
