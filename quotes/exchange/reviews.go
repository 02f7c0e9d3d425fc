package exchange

import (
	"io"
	"strings"

	"onrecord/quotes"
	segment "onrecord/quotes/text"
)

// ReviewRead tells what became of one review of a file.
type ReviewRead struct {
	Nr        int            `json:"nr"` // place in the file, from 1
	Outcome   ReviewOutcome  `json:"outcome"`
	Claim     quotes.ClaimID `json:"claim"` // 0 if there is none
	Text      string         `json:"text"`
	Speaker   string         `json:"speaker"`
	Publisher string         `json:"publisher"`
	Verdict   quotes.Verdict `json:"verdict"`
	URL       string         `json:"url"`
	Repairs   []string       `json:"repairs"`
	Why       string         `json:"why"` // it was refused, or is a duplicate
}

// ReviewOutcome is what was done with a review.
type ReviewOutcome string

// The outcomes.
const (
	ReviewAdded     ReviewOutcome = "added"
	ReviewUpdated   ReviewOutcome = "updated" // the publisher's verdict changed
	ReviewKnown     ReviewOutcome = "already on record"
	ReviewDuplicate ReviewOutcome = "duplicate" // of another in the file
	ReviewRefused   ReviewOutcome = "refused"
)

// ReviewsRead is how reviews that were read leave the program.
var ReviewsRead = &Table[ReviewRead]{
	Name: "reviews",
	Columns: []Column[ReviewRead]{
		{"nr", "place in the file", func(r *ReviewRead) string { return count(r.Nr) }, func(r *ReviewRead) any { return r.Nr }},
		text("outcome", "what was done with it", func(r *ReviewRead) string { return string(r.Outcome) }),
		{"claim", "the claim that it is now", func(r *ReviewRead) string { return claimName(r.Claim) }, func(r *ReviewRead) any { return r.Claim }},
		text("text", "what is claimed", func(r *ReviewRead) string { return r.Text }),
		text("speaker", "by whom", func(r *ReviewRead) string { return r.Speaker }),
		text("publisher", "who ruled", func(r *ReviewRead) string { return r.Publisher }),
		text("verdict", "how, in the publisher's word", func(r *ReviewRead) string { return string(r.Verdict) }),
		text("url", "where the review stands", func(r *ReviewRead) string { return r.URL }),
		{"repairs", "what was mended", func(r *ReviewRead) string { return strings.Join(r.Repairs, ", ") }, func(r *ReviewRead) any { return orEmpty(r.Repairs) }},
		text("why", "why it was refused", func(r *ReviewRead) string { return r.Why }),
	},
	Default: []string{"nr", "outcome", "claim", "text", "speaker", "publisher", "verdict", "repairs", "why"},
	JSON: func(r *ReviewRead) any {
		whole := *r
		whole.Repairs = orEmpty(r.Repairs)
		return &whole
	},
}

// ReadReviews reads the reviews of a file in any of the forms in which they go
// round. Each becomes a ruling, mended where it can be, or a line that says
// why it is refused; lines[at[i]] is that of the ruling i.
func ReadReviews(r io.Reader) (rulings []quotes.Ruling, lines []ReviewRead, at []int, err error) {
	in, err := findReviews(r)
	if err != nil {
		return nil, nil, nil, err
	}
	seen := map[string]*quotes.Ruling{}
	for i, f := range in.all {
		a := &adapter{in: in, f: f}
		all, why := a.rulings()
		if why != "" {
			lines = append(lines, ReviewRead{
				Nr: i + 1, Outcome: ReviewRefused, Text: a.text(f.node["claimReviewed"]), Repairs: a.repairs, Why: why,
			})
			continue
		}
		for _, ruling := range all {
			line := ReviewRead{
				Nr: i + 1, Text: ruling.Text, Speaker: ruling.Speaker.Name, Publisher: ruling.Publisher,
				Verdict: quotes.Verdict(ruling.Word), URL: ruling.URL, Repairs: a.repairs,
			}
			key := segment.Key(ruling.Publisher) + "\x00" + segment.Key(ruling.Text) + "\x00" + segment.Key(ruling.Speaker.Name)
			switch before := seen[key]; {
			case before == nil:
				kept := ruling
				seen[key] = &kept
				at = append(at, len(lines))
				rulings = append(rulings, ruling)
			case foldVerdict(before.Word) == foldVerdict(ruling.Word):
				line.Outcome, line.Why = ReviewDuplicate, "the same claim and verdict of the same publisher stand in the file already"
			default:
				line.Outcome = ReviewRefused
				line.Why = "conflicting ratings: the same publisher rates the same claim " + before.Word + " in this file, too"
			}
			lines = append(lines, line)
		}
	}
	return rulings, lines, at, nil
}
