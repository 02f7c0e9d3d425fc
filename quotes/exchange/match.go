package exchange

import (
	"strings"

	"onrecord/quotes"
)

// Matches is how what is like a statement leaves the program.
var Matches = &Table[quotes.Match]{
	Name: "matches",
	Columns: []Column[quotes.Match]{
		text("type", "quote or claim", func(m *quotes.Match) string { return string(m.Type) }),
		{"id", "its permanent number; of a claim with a c before it", matchID, func(m *quotes.Match) any { return m.ID }},
		text("text", "what was said or claimed", func(m *quotes.Match) string { return m.Text }),
		text("speaker", "who said it", func(m *quotes.Match) string { return m.Speaker }),
		text("verdict", "what the checking found", func(m *quotes.Match) string { return string(m.Verdict) }),
		{"score", "how alike, 0 to 1", func(m *quotes.Match) string { return share(m.Score) }, func(m *quotes.Match) any { return m.Score }},
		{"why", "what they have in common", func(m *quotes.Match) string { return strings.Join(m.Why, "; ") }, func(m *quotes.Match) any { return orEmpty(m.Why) }},
		text("status", "how far the checking is", func(m *quotes.Match) string { return string(m.Status) }),
		text("date", "when it was said, or the claim made", func(m *quotes.Match) string { return m.Date }),
		text("outlet", "who printed it", func(m *quotes.Match) string { return m.Outlet }),
	},
	Default: []string{"type", "id", "score", "speaker", "text", "verdict", "why"},
	JSON: func(m *quotes.Match) any {
		whole := *m
		whole.Why = orEmpty(m.Why)
		return &whole
	},
}

// matchID is the id as commands take it.
func matchID(m *quotes.Match) string {
	if m.Type == quotes.MatchClaim {
		return "c" + number(m.ID)
	}
	return number(m.ID)
}
