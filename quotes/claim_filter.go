package quotes

// ClaimFilter chooses claims; the zero value means all, newest first. Fields
// are joined by AND, the values of one field by OR.
type ClaimFilter struct {
	IDs        []ClaimID
	Workflows  []Workflow
	Verdicts   []Verdict // "" chooses those without one
	Assignees  []string  // any case; "" chooses those of nobody
	Due        string    // YYYY-MM-DD: due on that day or before
	Overdue    string    // YYYY-MM-DD: still to be checked, and due before that day
	Priorities []Priority
	Text       []string // each is words that must all stand in the claim's text
	Speakers   []string // of a quote that holds it: any alias, any case
	Limit      int      // 0: no limit
	Sort       []ClaimSortKey
}

// ClaimSortKey is one key of an order of claims.
type ClaimSortKey struct {
	Field      ClaimSortField
	Descending bool
}

// ClaimSortField is a field that claims can be sorted by.
type ClaimSortField string

// The fields to sort claims by.
const (
	ClaimSortID         ClaimSortField = "id"  // the default, newest first
	ClaimSortDue        ClaimSortField = "due" // those without a day last
	ClaimSortPriority   ClaimSortField = "priority"
	ClaimSortWorkflow   ClaimSortField = "workflow"
	ClaimSortVerdict    ClaimSortField = "verdict"
	ClaimSortAssignee   ClaimSortField = "assignee"
	ClaimSortWorthiness ClaimSortField = "worthiness" // most first by default
)

// ClaimSortFields is the vocabulary of ClaimSortField.
var ClaimSortFields = []ClaimSortField{
	ClaimSortID, ClaimSortDue, ClaimSortPriority, ClaimSortWorkflow, ClaimSortVerdict, ClaimSortAssignee, ClaimSortWorthiness,
}
