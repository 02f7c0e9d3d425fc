package quotes

// Claim is a checkable statement taken from quotes. One claim can appear in
// many quotes, so that one verdict serves every repeat.
type Claim struct {
	ID   ClaimID `json:"id"`
	Rev  int     `json:"rev"`
	Text string  `json:"text"` // a paraphrase, or the exact words
	// Workflow and the latest assessment's Verdict are separate axes.
	Workflow Workflow `json:"workflow"`
	Verdict  Verdict  `json:"verdict"`
	// Scale, Rationale and AsOf are those of the latest assessment.
	Scale     string   `json:"scale"`
	Rationale string   `json:"rationale"`
	AsOf      string   `json:"as_of"`
	Assignee  string   `json:"assignee"`
	Due       string   `json:"due"` // YYYY-MM-DD
	Priority  Priority `json:"priority"`
	Note      string   `json:"note"`
	// Speaker is who is said to have claimed it, where no quote on record tells.
	Speaker   string    `json:"speaker,omitempty"`
	SpeakerID SpeakerID `json:"speaker_id,omitempty"`
	// Worthiness is how worth checking the Text is, from 0 to 1.
	Worthiness  float64      `json:"worthiness"`
	Quotes      []QuoteID    `json:"quotes"`
	Appearances []Appearance `json:"appearances"`
	Evidence    []Evidence   `json:"evidence"`
	Assessments []Assessment `json:"assessments"` // oldest first
	CreatedAt   string       `json:"created_at"`
	CreatedBy   string       `json:"created_by"`
}

// Priority orders the queue.
type Priority string

// The priorities.
const (
	PriorityLow    Priority = "low"
	PriorityNormal Priority = "normal"
	PriorityHigh   Priority = "high"
	PriorityUrgent Priority = "urgent"
)

// Priorities is the vocabulary of Priority, lowest first.
var Priorities = []Priority{PriorityLow, PriorityNormal, PriorityHigh, PriorityUrgent}

// Appearance is a claim in a quote.
type Appearance struct {
	Claim ClaimID `json:"claim"`
	Quote QuoteID `json:"quote"`
	// Part is where the claim stands in the quote's Text, in code points; the
	// whole text if the claim is about all of it.
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Stance Stance `json:"stance"`
}

// Stance tells how a quote, or a piece of evidence, stands to a claim.
type Stance string

// The stances, of appearances and of evidence.
const (
	StanceAsserts  Stance = "asserts" // of an appearance: the speaker says so
	StanceDenies   Stance = "denies"  // of an appearance: the speaker says it is not so
	StanceSupports Stance = "supports"
	StanceRefutes  Stance = "refutes"
	StanceContext  Stance = "context"
)

// Flag is what `flag` asks for: a claim made of each named quote.
type Flag struct {
	Part       string // exact words of the quote's text; "" for all of it
	Paraphrase string // the claim in other words; "" takes the words themselves
	Assignee   string
	Due        string
	Priority   Priority // "" is PriorityNormal
	Note       string
}

// Mark is what `mark` asks for: one word of one axis, with its grounds.
type Mark struct {
	Axis       Axis
	Fidelity   Fidelity // the word, in the field of its axis
	Workflow   Workflow
	Verdict    Verdict
	Note       string // the rationale of a verdict, the reason of a workflow word
	Evidence   []Evidence
	Part       string
	Paraphrase string
	AsOf       string
	// Correction, with a verdict on a claim that has one, is what the public
	// is told was wrong before.
	Correction string
}

// ClaimUpdate names the fields of a claim to correct; nil leaves one as it is.
type ClaimUpdate struct {
	Rev      int // the revision the editor saw; 0: whichever is current
	Text     *string
	Assignee *string
	Due      *string
	Priority *Priority
	Note     *string
}

// ClaimLink puts a claim into further quotes.
type ClaimLink struct {
	Part   string // exact words of each quote's text; "" for all of it
	Stance Stance // "" is StanceAsserts
}

// ClaimSplit takes a claim apart: the appearances in Quotes, or that in Part of
// the one quote, go to a new claim.
type ClaimSplit struct {
	Quotes []QuoteID
	Part   string // words of the one quote that the new claim is about
	Rest   string // words of it that the old one is about; "" leaves that as it is
	Text   string // of the new claim; "" takes the words of Part, or the old text
}
