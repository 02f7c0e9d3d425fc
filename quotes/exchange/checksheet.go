package exchange

import (
	"slices"
	"strconv"

	"onrecord/quotes"
	"onrecord/quotes/figures"
	segment "onrecord/quotes/text"
)

// CheckItem is what a check sheet has to be looked up: a quote or a figure; or
// the line itself, of kind "line".
type CheckItem struct {
	Line    int            `json:"line"`
	Item    string         `json:"item"` // Q1, F2; empty for the line
	Kind    string         `json:"kind"`
	Text    string         `json:"text"`
	Source  string         `json:"source"`  // who said it
	Checker string         `json:"checker"` // who judged it, else who is to
	Status  string         `json:"status"`
	Verdict string         `json:"verdict"`
	Date    string         `json:"date"` // of the verdict, or on which it is due
	Quote   quotes.QuoteID `json:"quote_id"`
	Open    bool           `json:"open"` // nobody has checked it yet
}

// CheckLine is a sentence of an article with what is to be looked up in it.
type CheckLine struct {
	Number int
	Text   string
	Items  []CheckItem
	// marks are the places of items in Text, in bytes, in order. Those of
	// figures may lie in those of quotes.
	marks []checkMark
}

type checkMark struct {
	quotes.Span
	item  string
	quote bool
	open  bool
}

// Opened tells whether anything of the line is open.
func (l *CheckLine) Opened() bool {
	return slices.ContainsFunc(l.Items, func(i CheckItem) bool { return i.Open })
}

// CheckedQuote is a quote of an article with its claims.
type CheckedQuote struct {
	*quotes.Quote
	Claims []quotes.Claim
}

// CheckSheet goes through an article line by line, a sentence each, and numbers
// every quote and every figure. A quote is open until its words were held
// against the source (its fidelity) and its claims, if it has any, are settled;
// a figure until a claim that it stands in is.
func CheckSheet(a *quotes.Article, all []CheckedQuote) []CheckLine {
	index := segment.NewRuneIndex(a.Text)
	var lines []CheckLine
	var places []quotes.Span // of the lines
	for _, p := range segment.Paragraphs(a.Text) {
		for _, s := range segment.Sentences(a.Text, p.Span) {
			lines = append(lines, CheckLine{Number: len(lines) + 1, Text: a.Text[s.Start:s.End]})
			places = append(places, s)
		}
	}
	slices.SortStableFunc(all, func(x, y CheckedQuote) int { return placeOf(x.Quote) - placeOf(y.Quote) })
	c := &checking{index: index, lines: lines, places: places}
	for i := range all {
		c.quote(&all[i], i+1)
	}
	c.figures(all)
	for i := range lines {
		slices.SortStableFunc(lines[i].marks, func(x, y checkMark) int { return x.Start - y.Start })
	}
	return lines
}

func placeOf(q *quotes.Quote) int {
	if len(q.Spans) == 0 {
		return 1 << 40
	}
	return q.Spans[0].Start
}

type checking struct {
	index  *segment.RuneIndex
	lines  []CheckLine
	places []quotes.Span
}

// lineAt is the line that holds a byte, or the next one.
func (c *checking) lineAt(at int) int {
	i, _ := slices.BinarySearchFunc(c.places, at, func(s quotes.Span, at int) int {
		if s.End <= at {
			return -1
		}
		return 1
	})
	return min(i, len(c.places)-1)
}

// mark lights a place in every line that it reaches into, and gives the first.
func (c *checking) mark(place quotes.Span, item string, quote, open bool) int {
	first := c.lineAt(place.Start)
	for i := first; i < len(c.places) && c.places[i].Start < place.End; i++ {
		within := quotes.Span{Start: max(place.Start, c.places[i].Start) - c.places[i].Start, End: min(place.End, c.places[i].End) - c.places[i].Start}
		if !within.Empty() {
			c.lines[i].marks = append(c.lines[i].marks, checkMark{within, item, quote, open})
		}
	}
	return first
}

func (c *checking) quote(q *CheckedQuote, number int) {
	if len(q.Spans) == 0 || len(c.lines) == 0 {
		return
	}
	item := CheckItem{
		Item: "Q" + strconv.Itoa(number), Kind: "quote", Text: q.Text, Source: q.Speaker, Quote: q.ID, Checker: q.ConfirmedBy,
		Status: string(q.Status), Verdict: string(q.Verdict),
		Open: q.Fidelity == quotes.FidelityUnchecked || slices.ContainsFunc(q.Claims, func(c quotes.Claim) bool { return !settled(&c) }),
	}
	for i := range q.Claims {
		item.judged(&q.Claims[i])
	}
	line := -1
	for _, s := range q.Spans {
		if at := c.mark(c.index.ToBytes(s), item.Item, true, item.Open); line < 0 {
			line = at
		}
	}
	item.Line = c.lines[line].Number
	c.lines[line].Items = append(c.lines[line].Items, item)
}

// settled reports whether nobody needs to look at a claim any more.
func settled(c *quotes.Claim) bool {
	switch c.Workflow {
	case quotes.WorkflowChecked, quotes.WorkflowPublished, quotes.WorkflowWontCheck:
		return true
	}
	return false
}

// judged takes over who checks a claim, or did, and when.
func (i *CheckItem) judged(c *quotes.Claim) {
	i.Date = c.Due
	if c.Assignee != "" {
		i.Checker = c.Assignee
	}
	if n := len(c.Assessments); n > 0 {
		last := &c.Assessments[n-1]
		i.Checker, i.Date = last.By, last.At[:min(len(last.At), len(dayLayout))]
	}
}

// figures numbers what else is to be looked up.
func (c *checking) figures(all []CheckedQuote) {
	number := 0
	for i, place := range c.places {
		for _, f := range figures.Find(c.lines[i].Text) {
			number++
			at := quotes.Span{Start: place.Start + f.Start, End: place.Start + f.End}
			item := CheckItem{
				Line: c.lines[i].Number, Item: "F" + strconv.Itoa(number), Kind: string(f.Kind), Text: c.lines[i].Text[f.Start:f.End],
				Status: string(quotes.StatusUnchecked), Open: true,
			}
			c.said(&item, at, all)
			c.lines[i].marks = append(c.lines[i].marks, checkMark{f.Span, item.Item, false, item.Open})
			c.lines[i].Items = append(c.lines[i].Items, item)
		}
	}
}

// said gives a figure that stands in a quote its speaker, and one that stands
// in a claim what became of that.
func (c *checking) said(item *CheckItem, at quotes.Span, all []CheckedQuote) {
	for i := range all {
		q := &all[i]
		before := 0 // code points of the quote's text in front of the span
		for _, s := range q.Spans {
			inText := c.index.ToBytes(s)
			if !inText.Contains(at) {
				before += s.Len() + len([]rune(quotes.SpanJoiner))
				continue
			}
			item.Source, item.Quote = q.Speaker, q.ID
			from := before + c.index.Rune(at.Start) - s.Start
			for j := range q.Claims {
				claim := &q.Claims[j]
				for _, a := range claim.Appearances {
					if a.Quote == q.ID && a.Start <= from && from < a.End {
						item.Status, item.Verdict, item.Open = string(claim.Workflow), string(claim.Verdict), !settled(claim)
						item.judged(claim)
					}
				}
			}
			return
		}
	}
}

// CheckItems is how a check sheet leaves the program, but for its page.
var CheckItems = &Table[CheckItem]{
	Name: "check sheet",
	Columns: []Column[CheckItem]{
		{"line", "the sentence's number", func(i *CheckItem) string { return number(i.Line) }, func(i *CheckItem) any { return i.Line }},
		text("item", "Q1 for a quote, F1 for a figure; empty for the sentence itself", func(i *CheckItem) string { return i.Item }),
		text("kind", "line, quote, number, date or statistic", func(i *CheckItem) string { return i.Kind }),
		text("text", "the words", func(i *CheckItem) string { return i.Text }),
		text("source", "who said it", func(i *CheckItem) string { return i.Source }),
		text("checker", "who checked it, or is to", func(i *CheckItem) string { return i.Checker }),
		text("status", "how far the checking is", func(i *CheckItem) string { return i.Status }),
		text("verdict", "what the checking found", func(i *CheckItem) string { return i.Verdict }),
		text("date", "of the verdict, else on which it is due", func(i *CheckItem) string { return i.Date }),
		{"quote_id", "the quote on record", func(i *CheckItem) string { return number(i.Quote) }, func(i *CheckItem) any { return i.Quote }},
		{"open", "open: nobody has checked it yet", func(i *CheckItem) string {
			if i.Open {
				return "open"
			}
			return ""
		}, func(i *CheckItem) any { return i.Open }},
	},
	Default:   []string{"line", "item", "kind", "text", "source", "checker", "status", "verdict", "date", "quote_id", "open"},
	StandsOut: func(i *CheckItem) bool { return i.Open },
}

// CheckRows are the lines of a check sheet and their items as one table.
func CheckRows(lines []CheckLine) []CheckItem {
	var rows []CheckItem
	for i := range lines {
		rows = append(rows, CheckItem{Line: lines[i].Number, Kind: "line", Text: lines[i].Text})
		rows = append(rows, lines[i].Items...)
	}
	return rows
}
