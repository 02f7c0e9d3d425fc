package quotes

// Ruling is a review of a claim by another publisher, as ClaimReview tells it.
type Ruling struct {
	Text     string // what is claimed
	Speaker  Speaker
	SaidOn   string   // YYYY-MM-DD
	Appeared []string // web addresses where it was said

	Publisher string // who ruled
	URL       string // of the review
	Word      string // the verdict, as the publisher words it
	// Rating is the verdict's number and Scale the publisher's scale, as
	// "facts.example/1-5"; both can be "".
	Rating, Scale string
	Published     string // YYYY-MM-DD
	Rationale     string
}

// KindAppearance is the Kind of a piece of evidence that is no grounds of a
// verdict but where a claim was made, of one that no quote on record holds.
const KindAppearance = "appearance"
