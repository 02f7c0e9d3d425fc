package quotes

import "encoding/json"

// Change is one line of the record's history. Changes are only added. Each
// carries the hash of the one before it, so that an altered line shows.
type Change struct {
	Seq      int64           `json:"seq"`
	Op       OpID            `json:"op"` // groups the changes of one command
	At       string          `json:"at"` // RFC 3339 in UTC
	Who      string          `json:"who"`
	Command  string          `json:"command"`
	Entity   Entity          `json:"entity"`
	EntityID int64           `json:"entity_id"`
	Before   json.RawMessage `json:"before"` // null when it was made by this change
	After    json.RawMessage `json:"after"`  // null when it was withdrawn by it
	Note     string          `json:"note"`
	// Undoes is the op that this one takes back; 0 for any other change.
	Undoes OpID `json:"undoes,omitempty"`
	// UndoneBy is the op in force which took this one back; 0 for none.
	UndoneBy OpID   `json:"undone_by,omitempty"`
	PrevHash string `json:"prev_hash"`
	Hash     string `json:"hash"`
}

// Entity is what kind of thing a change is about.
type Entity string

// What changes are about.
const (
	EntityArticle    Entity = "article"
	EntityQuote      Entity = "quote"
	EntitySpeaker    Entity = "speaker"
	EntityAlias      Entity = "alias"
	EntityTag        Entity = "tag"
	EntityClaim      Entity = "claim"
	EntityAppearance Entity = "appearance"
	EntityAssessment Entity = "assessment"
	EntityEvidence   Entity = "evidence"
	EntitySetting    Entity = "setting"
)

// Entities is the vocabulary of Entity.
var Entities = []Entity{
	EntityArticle, EntityQuote, EntitySpeaker, EntityAlias, EntityTag,
	EntityClaim, EntityAppearance, EntityAssessment, EntityEvidence, EntitySetting,
}

// Thing is a row that changes are about.
type Thing struct {
	Entity Entity
	ID     int64
}

// ChangeFilter chooses changes; the zero value means all, newest first.
type ChangeFilter struct {
	Op      OpID
	Who     string
	Command string // whole, or its first words: "speakers" is "speakers merge", too
	Entity  Entity
	// At most one of these; each has what hangs on it along.
	Quote        QuoteID   // its tags, its claims and what hangs on them
	Claim        ClaimID   // where it appears, how it was judged, its evidence
	Speaker      SpeakerID // names, and those merged into it
	Article      ArticleID // the article alone, with the quotes it came with
	Since, Until string    // days or times, inclusive
	Limit        int
}
