package quotes

// Likeness asks for what is on record that is like a statement.
type Likeness struct {
	Text string
	// SpeakerID is who says it, if that is known: of two statements alike the
	// speaker's own comes first.
	SpeakerID SpeakerID
	// NotQuotes and NotClaims are left out, such as the statement itself.
	NotQuotes []QuoteID
	NotClaims []ClaimID
	// Filter chooses among quotes, and claims that appear in such. Its Sort and
	// Limit do not count here.
	Filter     Filter
	ClaimsOnly bool
	MinScore   float64 // from 0 to 1
	Limit      int     // 0: no limit
}

// MatchType tells what was found.
type MatchType string

// The types.
const (
	MatchQuote MatchType = "quote"
	MatchClaim MatchType = "claim"
)

// Match is a quote or a claim that is like a statement.
type Match struct {
	Type    MatchType `json:"type"`
	ID      int64     `json:"id"`
	Text    string    `json:"text"`
	Speaker string    `json:"speaker"` // of a claim: of the first quote it appears in
	Verdict Verdict   `json:"verdict"`
	Score   float64   `json:"score"` // 1: the same
	Why     []string  `json:"why"`
	// Status and Date are those of the quote, or how far the claim's checking
	// is and when it was made.
	Status Status `json:"status"`
	Date   string `json:"date"`
	Outlet string `json:"outlet"` // of a quote
}

// Repeat is a quote whose words another article had before.
type Repeat struct {
	Quote Quote
	First Quote // the earliest on record that has them
	// Claims are those that First appears in and Quote does not.
	Claims []ClaimID
}
