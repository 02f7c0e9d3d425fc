package quotes

import (
	"fmt"
	"strings"
	"time"
)

// Queued is a claim that waits to be checked.
type Queued struct {
	Claim
	// Why are the reasons for which it stands where it does, in the order in
	// which they count.
	Why []string `json:"why"`
}

// Enqueue tells why a claim stands where it does in the queue of who, on a day
// (YYYY-MM-DD).
func Enqueue(c Claim, who, today string) Queued {
	q := Queued{Claim: c}
	switch {
	case c.Assignee == "":
		q.Why = append(q.Why, "nobody has it")
	case strings.EqualFold(c.Assignee, who):
		q.Why = append(q.Why, "yours")
	default:
		q.Why = append(q.Why, c.Assignee+" has it")
	}
	if due := dueIn(c.Due, today); due != "" {
		q.Why = append(q.Why, due)
	}
	if c.Priority != PriorityNormal {
		q.Why = append(q.Why, string(c.Priority)+" priority")
	}
	q.Why = append(q.Why, fmt.Sprintf("worth %.2f", c.Worthiness))
	if len(c.CreatedAt) >= len(time.DateOnly) {
		if n, ok := days(c.CreatedAt[:len(time.DateOnly)], today); ok && n > 0 {
			q.Why = append(q.Why, "waits for "+dayCount(n))
		}
	}
	return q
}

// dueIn is how a due day stands to today; "" without one.
func dueIn(due, today string) string {
	n, ok := days(today, due)
	switch {
	case !ok:
		return ""
	case n < 0:
		return "overdue by " + dayCount(-n)
	case n == 0:
		return "due today"
	case n == 1:
		return "due tomorrow"
	}
	return "due in " + dayCount(n)
}

// days is how many days after from a day is.
func days(from, day string) (int, bool) {
	a, errA := time.Parse(time.DateOnly, from)
	b, errB := time.Parse(time.DateOnly, day)
	return int(b.Sub(a).Hours() / 24), errA == nil && errB == nil
}

func dayCount(n int) string {
	if n == 1 {
		return "1 day"
	}
	return fmt.Sprintf("%d days", n)
}
