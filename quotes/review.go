package quotes

// Review is what a sheet that came back changes of one quote.
type Review struct {
	Quote QuoteID
	// Seen is the quote's Hash when the changes were worked out: what has
	// changed since then is not overwritten.
	Seen       string
	Update     QuoteUpdate
	AddTags    []string
	RemoveTags []string
	// Marks are given one after another: a verdict, which moves its claim to
	// checked, before a step of the workflow.
	Marks []Mark
}
