package quotes

// Axis is one of the three questions a mark answers. They are never mixed:
// whether the words are right, how far the checking is, and what it found.
type Axis string

// The three axes.
const (
	AxisFidelity Axis = "fidelity" // of a quote, to its source
	AxisWorkflow Axis = "workflow" // of a claim
	AxisVerdict  Axis = "verdict"  // of a claim
)

// Fidelity tells how the quote's words stand to what was said.
type Fidelity string

// The words of the fidelity axis.
const (
	FidelityUnchecked     Fidelity = "unchecked"
	FidelityVerbatim      Fidelity = "verbatim"
	FidelityTrimmed       Fidelity = "trimmed"
	FidelityAltered       Fidelity = "altered"
	FidelityOutOfContext  Fidelity = "out-of-context"
	FidelityMisattributed Fidelity = "misattributed"
	FidelityFabricated    Fidelity = "fabricated"
	FidelityTranslated    Fidelity = "translated"
)

// Fidelities is the vocabulary of Fidelity.
var Fidelities = []Fidelity{
	FidelityUnchecked, FidelityVerbatim, FidelityTrimmed, FidelityAltered,
	FidelityOutOfContext, FidelityMisattributed, FidelityFabricated, FidelityTranslated,
}

// Workflow tells how far the checking of a claim is.
type Workflow string

// The words of the workflow axis.
const (
	WorkflowFlagged   Workflow = "flagged"
	WorkflowChecking  Workflow = "checking"
	WorkflowChecked   Workflow = "checked"
	WorkflowPublished Workflow = "published"
	WorkflowBlocked   Workflow = "blocked"
	WorkflowWontCheck Workflow = "wont-check"
)

// Workflows is the vocabulary of Workflow, in the order work goes.
var Workflows = []Workflow{
	WorkflowFlagged, WorkflowChecking, WorkflowChecked,
	WorkflowPublished, WorkflowBlocked, WorkflowWontCheck,
}

// Verdict is what the checking of a claim found.
type Verdict string

// The words of the verdict axis that are known by name here; a Scale says which
// can be given.
const (
	VerdictTrue         Verdict = "true"
	VerdictMostlyTrue   Verdict = "mostly-true"
	VerdictHalfTrue     Verdict = "half-true"
	VerdictMostlyFalse  Verdict = "mostly-false"
	VerdictFalse        Verdict = "false"
	VerdictMisleading   Verdict = "misleading"
	VerdictUnverifiable Verdict = "unverifiable"
	VerdictOpinion      Verdict = "opinion"
	VerdictOutdated     Verdict = "outdated"
	VerdictSatire       Verdict = "satire"
	VerdictMixed        Verdict = "mixed" // derived only: the claims of one quote differ
)

// Status is where a quote stands, derived from its claims: StatusUnchecked
// while it has none, their workflow word, or StatusMixed.
type Status string

// The statuses beside those that are workflow words.
const (
	StatusUnchecked Status = "unchecked"
	StatusMixed     Status = "mixed"
)

// Statuses is the vocabulary of Status.
var Statuses = append(append([]Status{StatusUnchecked}, statusesOf(Workflows)...), StatusMixed)

func statusesOf(words []Workflow) []Status {
	out := make([]Status, len(words))
	for i, w := range words {
		out[i] = Status(w)
	}
	return out
}

// Derive gives the status and verdict of a quote from its claims: none leaves
// it unchecked, agreeing claims lend their word, others make it mixed. Claims
// without a verdict yet count on the verdict axis as differing from those with
// one.
func Derive(claims []ClaimState) (Status, Verdict) {
	if len(claims) == 0 {
		return StatusUnchecked, ""
	}
	status, verdict := Status(claims[0].Workflow), claims[0].Verdict
	for _, c := range claims[1:] {
		if Status(c.Workflow) != status {
			status = StatusMixed
		}
		if c.Verdict != verdict {
			verdict = VerdictMixed
		}
	}
	return status, verdict
}

// ClaimState is the part of a claim that a quote's status depends on.
type ClaimState struct {
	Workflow Workflow
	Verdict  Verdict
}
