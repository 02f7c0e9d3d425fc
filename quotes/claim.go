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

// Assessment is one verdict on a claim. Assessments are only added: a later
// one supersedes those before it.
type Assessment struct {
	ID         AssessmentID `json:"id"`
	Claim      ClaimID      `json:"claim"`
	Verdict    Verdict      `json:"verdict"`
	Scale      string       `json:"scale"` // name/version
	Rationale  string       `json:"rationale"`
	AsOf       string       `json:"as_of"` // YYYY-MM-DD: judged by what was known then
	By         string       `json:"by"`
	At         string       `json:"at"`
	Supersedes AssessmentID `json:"supersedes,omitempty"`
}

// Evidence is a source relied on in judging a claim.
type Evidence struct {
	ID          EvidenceID `json:"id"`
	Claim       ClaimID    `json:"claim"`
	URL         string     `json:"url"`
	Archived    string     `json:"archived"`
	Passage     string     `json:"passage"`
	Stance      Stance     `json:"stance"`
	Kind        string     `json:"kind"`
	Accessed    string     `json:"accessed"` // YYYY-MM-DD
	Independent bool       `json:"independent"`
	By          string     `json:"by"`
	At          string     `json:"at"`
}

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
}
