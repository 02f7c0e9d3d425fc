package quotes

// NewQuote is a quote from elsewhere, to be put on record. Text, Speaker,
// Context, Kind, SaidOn, Note, Tags and the source in Article count.
//
// Without a Method it is one that people wrote down: accepted, its speaker sure.
// With one, a program found it: it is new, and Confidence counts.
//
// With Spans it stands in the text of the article on record with Article.ID, at
// this place; ContextSpan counts then, and Context does not.
type NewQuote struct {
	Quote
	Wikidata string // of the speaker; "" unknown
}
