package exchange

import "onrecord/quotes"

// Lift makes the columns of a record those of another which holds it.
func Lift[In, Out any](columns []Column[In], of func(*Out) *In) []Column[Out] {
	lifted := make([]Column[Out], len(columns))
	for i, c := range columns {
		lifted[i] = Column[Out]{Name: c.Name, About: c.About, Value: func(r *Out) string { return c.Value(of(r)) }}
		if c.JSON != nil {
			lifted[i].JSON = func(r *Out) any { return c.JSON(of(r)) }
		}
	}
	return lifted
}

// Hits is how the quotes that a search found leave the program.
var Hits = &Table[quotes.Hit]{
	Name:    Quotes.Name,
	Columns: Lift(Quotes.Columns, func(h *quotes.Hit) *quote { return &h.Quote }),
	Default: Quotes.Default,
	Marked: map[string]func(*quotes.Hit) []quotes.Span{
		"text":    func(h *quotes.Hit) []quotes.Span { return h.Highlights },
		"context": func(h *quotes.Hit) []quotes.Span { return h.InContext() },
	},
	JSON: func(h *quotes.Hit) any {
		whole := *h
		whole.Tags, whole.Spans, whole.Highlights = orEmpty(h.Tags), orEmpty(h.Spans), orEmpty(h.Highlights)
		return &whole
	},
}
