package quotes

// Extraction is what the pipeline makes of one article: its quotes, in the
// order of the text, with offsets in code points, and who speaks in it.
type Extraction struct {
	Article *Article
	Quotes  []Quote
	// Speakers has one entry for each name that a quote's Speaker holds, with
	// the forms of it that the article prints as Aliases.
	Speakers []Speaker
}
