package exchange

import (
	"strings"

	"onrecord/quotes"
	"onrecord/quotes/compare"
)

// Repeated is a quote beside the earlier one that has its words.
type Repeated struct {
	quotes.Repeat
	Wording *compare.Comparison // of the quote against the earlier one
}

// repeatedJSON is the JSON form of a Repeated.
type repeatedJSON struct {
	ID          quotes.QuoteID       `json:"id"`
	Text        string               `json:"text"`
	Speaker     string               `json:"speaker"`
	Outlet      string               `json:"outlet"`
	Date        string               `json:"date"`
	First       firstJSON            `json:"first"`
	Outcome     compare.Kind         `json:"outcome"`
	Wording     string               `json:"wording"`
	Differences []compare.Difference `json:"differences"`
}

type firstJSON struct {
	ID      quotes.QuoteID   `json:"id"`
	Text    string           `json:"text"`
	Speaker string           `json:"speaker"`
	Outlet  string           `json:"outlet"`
	Date    string           `json:"date"`
	Claims  []quotes.ClaimID `json:"claims"`
}

// claimsNamed is "c3 c7".
func claimsNamed(claims []quotes.ClaimID) string {
	names := make([]string, len(claims))
	for i, c := range claims {
		names[i] = "c" + number(c)
	}
	return strings.Join(names, " ")
}

// Repeats is how repeats leave the program.
var Repeats = &Table[Repeated]{
	Name: "repeats",
	Columns: []Column[Repeated]{
		{"id", "the later quote", func(r *Repeated) string { return number(r.Quote.ID) }, func(r *Repeated) any { return r.Quote.ID }},
		text("speaker", "who said it", func(r *Repeated) string { return r.Quote.Speaker }),
		text("text", "its words", func(r *Repeated) string { return r.Quote.Text }),
		text("outlet", "who printed it", func(r *Repeated) string { return r.Quote.Article.Outlet }),
		text("date", "when it was said", func(r *Repeated) string { return r.Quote.Date() }),
		{"first", "the earliest quote with these words", func(r *Repeated) string { return number(r.First.ID) }, func(r *Repeated) any { return r.First.ID }},
		text("first_speaker", "who said that", func(r *Repeated) string { return r.First.Speaker }),
		text("first_text", "its words", func(r *Repeated) string { return r.First.Text }),
		text("first_outlet", "who printed that", func(r *Repeated) string { return r.First.Article.Outlet }),
		{"claims", "the claims that the first one appears in", func(r *Repeated) string { return claimsNamed(r.Claims) }, func(r *Repeated) any { return orEmpty(r.Claims) }},
		text("outcome", "same, trimmed, altered or spliced against the first", func(r *Repeated) string { return string(r.Wording.Kind) }),
		text("wording", "[-left out-] {+put in+}", func(r *Repeated) string { return compare.Marked(r.Wording.Pieces) }),
	},
	Default: []string{"id", "first", "speaker", "outcome", "wording", "outlet", "first_outlet", "claims"},
	JSON: func(r *Repeated) any {
		return &repeatedJSON{
			ID: r.Quote.ID, Text: r.Quote.Text, Speaker: r.Quote.Speaker, Outlet: r.Quote.Article.Outlet, Date: r.Quote.Date(),
			First:   firstJSON{r.First.ID, r.First.Text, r.First.Speaker, r.First.Article.Outlet, r.First.Date(), orEmpty(r.Claims)},
			Outcome: r.Wording.Kind, Wording: compare.Marked(r.Wording.Pieces), Differences: orEmpty(r.Wording.Differences),
		}
	},
}
