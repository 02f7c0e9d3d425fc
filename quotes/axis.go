package quotes

import "slices"

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

// The words of the verdict axis.
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

// DefaultScale names the scale of Verdicts, with its version.
const DefaultScale = "onrecord/1"

// Verdicts is what can be given as a verdict: the five of the scale, truest
// first, then those off it.
var Verdicts = []Verdict{
	VerdictTrue, VerdictMostlyTrue, VerdictHalfTrue, VerdictMostlyFalse, VerdictFalse,
	VerdictMisleading, VerdictUnverifiable, VerdictOpinion, VerdictOutdated, VerdictSatire,
}

// Rating is the verdict's value on the scale, 5 (true) to 1 (false), or 0 for
// a word off the scale.
func (v Verdict) Rating() int {
	if i := slices.Index(Verdicts, v); i >= 0 && i < 5 {
		return 5 - i
	}
	return 0
}

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

// ParseMark finds a word among the three axes. Unchecked is a word of the
// fidelity axis; derived words (mixed) cannot be given.
func ParseMark(word string) (Mark, error) {
	if w, err := ParseWord("fidelity", Fidelities, word); err == nil {
		return Mark{Axis: AxisFidelity, Fidelity: w}, nil
	}
	if w, err := ParseWord("workflow", Workflows, word); err == nil {
		return Mark{Axis: AxisWorkflow, Workflow: w}, nil
	}
	if w, err := ParseWord("verdict", Verdicts, word); err == nil {
		return Mark{Axis: AxisVerdict, Verdict: w}, nil
	}
	return Mark{}, UnknownWord("status", word, MarkWords())
}

// MarkWords is every word that can be given to a mark: verdicts, workflow,
// fidelity.
func MarkWords() []string {
	return slices.Concat(Strings(Verdicts), Strings(Workflows), Strings(Fidelities))
}
