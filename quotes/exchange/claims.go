package exchange

import (
	"strings"

	"onrecord/quotes"
)

// Claims is how claims leave the program.
var Claims = &Table[quotes.Claim]{
	Name: "claims",
	Columns: []Column[quotes.Claim]{
		{"id", "the claim's permanent number", func(c *quotes.Claim) string { return number(c.ID) }, func(c *quotes.Claim) any { return c.ID }},
		text("text", "what is claimed", func(c *quotes.Claim) string { return c.Text }),
		text("workflow", "how far the checking is", func(c *quotes.Claim) string { return string(c.Workflow) }),
		text("verdict", "what the checking found", func(c *quotes.Claim) string { return string(c.Verdict) }),
		text("scale", "the verdict's scale", func(c *quotes.Claim) string { return c.Scale }),
		text("rationale", "the verdict's grounds", func(c *quotes.Claim) string { return c.Rationale }),
		text("as_of", "judged by what was known then", func(c *quotes.Claim) string { return c.AsOf }),
		text("assignee", "who checks it", func(c *quotes.Claim) string { return c.Assignee }),
		text("due", "until when", func(c *quotes.Claim) string { return c.Due }),
		text("priority", strings.Join(quotes.Strings(quotes.Priorities), ", "), func(c *quotes.Claim) string { return string(c.Priority) }),
		{"worthiness", "how worth checking its words are, 0 to 1", func(c *quotes.Claim) string { return share(c.Worthiness) }, func(c *quotes.Claim) any { return c.Worthiness }},
		{"quotes", "the quotes that hold it", func(c *quotes.Claim) string { return ids(c.Quotes) }, func(c *quotes.Claim) any { return orEmpty(c.Quotes) }},
		{"evidence", "sources relied on", evidenceURLs, func(c *quotes.Claim) any { return orEmpty(c.Evidence) }},
		text("speaker", "who is said to have claimed it, where no quote on record tells", func(c *quotes.Claim) string { return c.Speaker }),
		text("publisher", "who gave the verdict, if another publisher", ruledBy),
		text("note", "the editors' note", func(c *quotes.Claim) string { return c.Note }),
		text("created_at", "when it was made", func(c *quotes.Claim) string { return c.CreatedAt }),
		text("created_by", "who made it", func(c *quotes.Claim) string { return c.CreatedBy }),
	},
	Default: []string{"id", "text", "workflow", "verdict", "assignee", "due", "priority", "quotes"},
	JSON: func(c *quotes.Claim) any {
		whole := *c
		whole.Quotes, whole.Evidence = orEmpty(c.Quotes), orEmpty(c.Evidence)
		whole.Appearances, whole.Assessments = orEmpty(c.Appearances), orEmpty(c.Assessments)
		return &whole
	},
}

// Queue is how the claims to be checked next leave the program.
var Queue = &Table[quotes.Queued]{
	Name: "claims to check",
	Columns: append(Lift(Claims.Columns, func(q *quotes.Queued) *quotes.Claim { return &q.Claim }), Column[quotes.Queued]{
		Name: "why", About: "why it stands where it does",
		Value: func(q *quotes.Queued) string { return strings.Join(q.Why, ", ") },
		JSON:  func(q *quotes.Queued) any { return orEmpty(q.Why) },
	}),
	Default: []string{"id", "text", "workflow", "assignee", "due", "priority", "quotes", "why"},
	JSON: func(q *quotes.Queued) any {
		whole := *q
		whole.Claim, whole.Why = *Claims.JSON(&q.Claim).(*quotes.Claim), orEmpty(q.Why)
		return &whole
	},
}

// Evidence is how pieces of evidence leave the program.
var Evidence = &Table[quotes.Evidence]{
	Name: "pieces of evidence",
	Columns: []Column[quotes.Evidence]{
		{"claim", "the claim's permanent number", func(e *quotes.Evidence) string { return number(e.Claim) }, func(e *quotes.Evidence) any { return e.Claim }},
		text("url", "its address", func(e *quotes.Evidence) string { return e.URL }),
		text("archived", "the address of a copy that stays", func(e *quotes.Evidence) string { return e.Archived }),
		text("passage", "the words relied on", func(e *quotes.Evidence) string { return e.Passage }),
		text("stance", strings.Join(quotes.Strings(quotes.EvidenceStances), ", "), func(e *quotes.Evidence) string { return string(e.Stance) }),
		text("kind", "what it is: document, data, interview", func(e *quotes.Evidence) string { return e.Kind }),
		text("accessed", "the day it was read", func(e *quotes.Evidence) string { return e.Accessed }),
		{"independent", "whether it is independent of the speaker and of the other pieces", func(e *quotes.Evidence) string { return yesNo(e.Independent) }, func(e *quotes.Evidence) any { return e.Independent }},
		text("by", "who put it on record", func(e *quotes.Evidence) string { return e.By }),
		text("at", "when", func(e *quotes.Evidence) string { return e.At }),
	},
	Default: []string{"url", "stance", "kind", "independent", "accessed", "archived", "passage", "by"},
}

func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

func evidenceURLs(c *quotes.Claim) string {
	urls := make([]string, len(c.Evidence))
	for i, e := range c.Evidence {
		urls[i] = e.URL
	}
	return strings.Join(urls, " ")
}

func ruledBy(c *quotes.Claim) string {
	if n := len(c.Assessments); n > 0 {
		return c.Assessments[n-1].Publisher
	}
	return ""
}
