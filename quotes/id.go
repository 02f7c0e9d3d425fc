package quotes

// The ids of the record are small positive integers which are never given
// twice; 0 means "not stored yet". Each has a type of its own, so that a claim
// cannot be passed where a quote is meant.

// ArticleID is the id of an article.
type ArticleID int64

// QuoteID is the id of a quote.
type QuoteID int64

// SpeakerID is the id of a speaker.
type SpeakerID int64

// ClaimID is the id of a claim.
type ClaimID int64

// AssessmentID is the id of an assessment.
type AssessmentID int64

// EvidenceID is the id of a piece of evidence.
type EvidenceID int64

// OpID is the id of an op: the changes of one command.
type OpID int64
