package quotes

// Correction is something that the record said and no longer says, for the
// list of corrections that readers and a standards editor are shown: a verdict,
// a speaker, the words of a quote, or the day on which it was said. What was
// undone, what was only added, notes, tags and the steps of the work are none.
type Correction struct {
	Date   string         `json:"date"` // YYYY-MM-DD, in UTC
	Kind   CorrectionKind `json:"kind"`
	Before string         `json:"before"`
	After  string         `json:"after"`
	Note   string         `json:"note"` // what was written for readers, else the grounds given with it
	// Quotes are where it stands; Text, Speaker and Article are those of the
	// first of them, as they are now.
	Quotes  []QuoteID  `json:"quotes"`
	Text    string     `json:"text"`
	Speaker string     `json:"speaker"`
	Article ArticleRef `json:"article"`
	Claim   ClaimID    `json:"claim,omitempty"` // of a verdict
	Claimed string     `json:"claimed"`         // the claim's words
	At      string     `json:"at"`              // RFC 3339 in UTC
	By      string     `json:"by"`
	Op      OpID       `json:"op"`
}

// CorrectionKind is what was corrected.
type CorrectionKind string

// What corrections are of.
const (
	CorrectedVerdict CorrectionKind = "verdict"
	CorrectedSpeaker CorrectionKind = "speaker"
	CorrectedText    CorrectionKind = "text"
	CorrectedDate    CorrectionKind = "date"
)

// CorrectionKinds is the vocabulary of CorrectionKind.
var CorrectionKinds = []CorrectionKind{CorrectedVerdict, CorrectedSpeaker, CorrectedText, CorrectedDate}

// CorrectionFilter chooses corrections, newest first.
type CorrectionFilter struct {
	Since, Until string    // YYYY-MM-DD, inclusive
	Speaker      SpeakerID // of the quote now, or before the correction
	Who          string
	Limit        int
}
