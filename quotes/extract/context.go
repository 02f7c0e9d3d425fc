package extract

import (
	"onrecord/quotes"
	"onrecord/quotes/text"
)

// Widen takes up to n more paragraphs to either side of a stored quote into its
// context, but no more than most bytes to either side (0: any number). A
// context that is no stretch of the article's text stays as it is.
func Widen(q *quotes.Quote, article string, n, most int) {
	if q.ContextSpan.Empty() {
		return
	}
	index := text.NewRuneIndex(article)
	context := index.ToBytes(q.ContextSpan)
	paragraphs := text.Paragraphs(article)
	first, last := -1, -1
	for i, p := range paragraphs {
		if p.Overlaps(context) {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first < 0 {
		return
	}
	fits := func(bytes int) bool { return most <= 0 || bytes <= most }
	start, end := context.Start, context.End
	for i := first; i >= max(0, first-n) && fits(context.Start-paragraphs[i].Start); i-- {
		start = paragraphs[i].Start
	}
	for i := last; i <= min(len(paragraphs)-1, last+n) && fits(paragraphs[i].End-context.End); i++ {
		end = paragraphs[i].End
	}
	q.Context = article[start:end]
	q.ContextSpan = index.ToRunes(quotes.Span{Start: start, End: end})
}
