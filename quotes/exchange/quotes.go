package exchange

import (
	"strconv"
	"strings"

	"onrecord/quotes"
)

type quote = quotes.Quote

// Quotes is how quotes leave the program. Its defaults are the columns of an
// export for review.
var Quotes = &Table[quote]{
	Name: "quotes",
	Columns: []Column[quote]{
		{"id", "the quote's permanent number", func(q *quote) string { return number(q.ID) }, func(q *quote) any { return q.ID }},
		text("text", "the exact words; parts of a split quote are joined by …", func(q *quote) string { return q.Text }),
		{"spans", "where they stand in the article's text, in code points", func(q *quote) string { return spans(q.Spans) }, func(q *quote) any { return orEmpty(q.Spans) }},
		text("kind", "full, partial or scare", func(q *quote) string { return string(q.Kind) }),
		text("speaker", "who said it; empty when unknown", func(q *quote) string { return q.Speaker }),
		{"speaker_id", "the speaker's permanent number", func(q *quote) string { return number(q.SpeakerID) }, func(q *quote) any { return q.SpeakerID }},
		text("mention_text", "how the article names the speaker there", func(q *quote) string { return passage(q.Mention).Text }),
		{"mention_start", "where the mention begins", func(q *quote) string { return start(q.Mention) }, func(q *quote) any { return startJSON(q.Mention) }},
		{"mention_end", "where the mention ends", func(q *quote) string { return end(q.Mention) }, func(q *quote) any { return endJSON(q.Mention) }},
		text("cue_text", "the word that attributes it: said, told", func(q *quote) string { return passage(q.Cue).Text }),
		{"cue_start", "where the cue begins", func(q *quote) string { return start(q.Cue) }, func(q *quote) any { return startJSON(q.Cue) }},
		{"cue_end", "where the cue ends", func(q *quote) string { return end(q.Cue) }, func(q *quote) any { return endJSON(q.Cue) }},
		text("role", "the speaker's role as printed", func(q *quote) string { return q.Role }),
		{"confidence", "that the named speaker is right, 0 to 1", func(q *quote) string { return share(q.Confidence) }, func(q *quote) any { return q.Confidence }},
		{"mention_confidence", "that the mention is right, 0 to 1", func(q *quote) string { return share(q.MentionConfidence) }, func(q *quote) any { return q.MentionConfidence }},
		text("runner_up_speaker", "the second choice for the speaker", func(q *quote) string { return runnerUp(q).Speaker }),
		{
			"runner_up_confidence", "that the second choice is right, 0 to 1",
			func(q *quote) string {
				if q.RunnerUp == nil {
					return ""
				}
				return share(q.RunnerUp.Confidence)
			},
			func(q *quote) any {
				if q.RunnerUp == nil {
					return nil
				}
				return q.RunnerUp.Confidence
			},
		},
		text("reason", "why the speaker is unknown", func(q *quote) string { return q.Reason }),
		text("method", "the rule or model that decided, or hand", func(q *quote) string { return q.Method }),
		text("context", "the article's text around it", func(q *quote) string { return q.Context }),
		text("status", "how far the checking is", func(q *quote) string { return string(q.Status) }),
		text("verdict", "what the checking found", func(q *quote) string { return string(q.Verdict) }),
		text("fidelity", "how the words stand to what was said", func(q *quote) string { return string(q.Fidelity) }),
		{"worthiness", "how worth checking it is, 0 to 1", func(q *quote) string { return share(q.Worthiness) }, func(q *quote) any { return q.Worthiness }},
		{"tags", "tags, parted by commas", func(q *quote) string { return strings.Join(q.Tags, ", ") }, func(q *quote) any { return orEmpty(q.Tags) }},
		text("note", "the editors' note", func(q *quote) string { return q.Note }),
		text("said_on", "the day it was said", func(q *quote) string { return q.SaidOn }),
		{"article_id", "the article's permanent number", func(q *quote) string { return number(q.Article.ID) }, func(q *quote) any { return q.Article.ID }},
		text("title", "the article's headline", func(q *quote) string { return q.Article.Title }),
		text("outlet", "who published the article", func(q *quote) string { return q.Article.Outlet }),
		text("url", "the article's address", func(q *quote) string { return q.Article.URL }),
		text("published", "the day the article was published", func(q *quote) string { return q.Article.Published }),
		text("date", "said on, else published, else stored", func(q *quote) string { return q.Date() }),
		text("state", "new, accepted or rejected", func(q *quote) string { return string(q.State) }),
		text("confirmed_by", "the editor who accepted or corrected it", func(q *quote) string { return q.ConfirmedBy }),
		text("created_at", "when it came on record", func(q *quote) string { return q.CreatedAt }),
		text("created_by", "who put it on record", func(q *quote) string { return q.CreatedBy }),
		text("row_hash", "short hash of the row's stored values and of when that was, to tell what a returned sheet changed", func(q *quote) string { return q.RowHash() }),
	},
	Default: []string{
		"id", "text", "speaker", "context", "status", "verdict", "fidelity", "tags",
		"note", "outlet", "published", "url", "row_hash",
	},
	Marked:     map[string]func(*quote) []quotes.Span{"context": (*quote).InContext},
	Annotation: annotationOf,
	JSON: func(q *quote) any {
		if q.Tags != nil && q.Spans != nil {
			return q
		}
		whole := *q
		whole.Tags, whole.Spans = orEmpty(q.Tags), orEmpty(q.Spans)
		return &whole
	},
}

// text is a column whose JSON is its string.
func text[T any](name, about string, value func(*T) string) Column[T] {
	return Column[T]{Name: name, About: about, Value: value}
}

// number writes an id; 0, which is none, as "".
func number[N ~int64 | ~int](n N) string {
	if n == 0 {
		return ""
	}
	return strconv.FormatInt(int64(n), 10)
}

// share writes a confidence to three places, without trailing zeros.
func share(f float64) string {
	s := strconv.FormatFloat(f, 'f', 3, 64)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// spans writes spans as "3-10 14-20".
func spans(list []quotes.Span) string {
	parts := make([]string, len(list))
	for i, s := range list {
		parts[i] = strconv.Itoa(s.Start) + "-" + strconv.Itoa(s.End)
	}
	return strings.Join(parts, " ")
}

// orEmpty makes a nil list an empty one: JSON has [] there, never null.
func orEmpty[E any](list []E) []E {
	if list == nil {
		return []E{}
	}
	return list
}

func passage(p *quotes.Passage) quotes.Passage {
	if p == nil {
		return quotes.Passage{}
	}
	return *p
}

func runnerUp(q *quote) quotes.RunnerUp {
	if q.RunnerUp == nil {
		return quotes.RunnerUp{}
	}
	return *q.RunnerUp
}

func start(p *quotes.Passage) string {
	if p == nil {
		return ""
	}
	return strconv.Itoa(p.Start)
}

func end(p *quotes.Passage) string {
	if p == nil {
		return ""
	}
	return strconv.Itoa(p.End)
}

func startJSON(p *quotes.Passage) any {
	if p == nil {
		return nil
	}
	return p.Start
}

func endJSON(p *quotes.Passage) any {
	if p == nil {
		return nil
	}
	return p.End
}
