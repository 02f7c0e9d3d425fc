package exchange

import "onrecord/quotes"

// Extracted is a quote as `extract` gives it, which no database knows yet.
type Extracted struct {
	Doc string // a file's base name, or the doc or id of a JSONL article
	quotes.Quote
}

// extractedJSON is the JSON form of an Extracted: a quote's, less what only a
// database knows.
type extractedJSON struct {
	Doc               string           `json:"doc"`
	Text              string           `json:"text"`
	Spans             []quotes.Span    `json:"spans"`
	Kind              quotes.Kind      `json:"kind"`
	Speaker           string           `json:"speaker"`
	Mention           *quotes.Passage  `json:"mention"`
	Cue               *quotes.Passage  `json:"cue"`
	Role              string           `json:"role"`
	Confidence        float64          `json:"confidence"`
	MentionConfidence float64          `json:"mention_confidence"`
	RunnerUp          *quotes.RunnerUp `json:"runner_up"`
	Reason            string           `json:"reason"`
	Method            string           `json:"method"`
	Context           string           `json:"context"`
	SaidOn            string           `json:"said_on"`
	Article           extractedArticle `json:"article"`
}

type extractedArticle struct {
	Title     string `json:"title"`
	Outlet    string `json:"outlet"`
	URL       string `json:"url"`
	Published string `json:"published"`
}

// Extractions is how freshly extracted quotes leave the program.
var Extractions = &Table[Extracted]{
	Name:    "quotes",
	Columns: extractedColumns(),
	Default: []string{"doc", "speaker", "text", "kind", "mention_text", "cue_text", "confidence"},
	JSON: func(e *Extracted) any {
		return &extractedJSON{
			Doc: e.Doc, Text: e.Text, Spans: orEmpty(e.Spans), Kind: e.Kind, Speaker: e.Speaker,
			Mention: e.Mention, Cue: e.Cue, Role: e.Role, Confidence: e.Confidence,
			MentionConfidence: e.MentionConfidence, RunnerUp: e.RunnerUp, Reason: e.Reason,
			Method: e.Method, Context: e.Context, SaidOn: e.SaidOn,
			Article: extractedArticle{e.Article.Title, e.Article.Outlet, e.Article.URL, e.Article.Published},
		}
	},
}

// databaseOnly are the columns of a quote that an extraction lacks.
var databaseOnly = map[string]bool{
	"id": true, "speaker_id": true, "status": true, "verdict": true, "fidelity": true, "worthiness": true, "tags": true, "note": true,
	"article_id": true, "date": true, "state": true, "confirmed_by": true, "created_at": true, "created_by": true, "row_hash": true,
}

func extractedColumns() []Column[Extracted] {
	columns := []Column[Extracted]{text("doc", "the file's name, or the article's doc or id", func(e *Extracted) string { return e.Doc })}
	for _, c := range Lift(Quotes.Columns, func(e *Extracted) *quote { return &e.Quote }) {
		if !databaseOnly[c.Name] {
			columns = append(columns, c)
		}
	}
	return columns
}
