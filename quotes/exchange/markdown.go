package exchange

import "io"

// markdownWriter writes a table in GitHub's Markdown; each cell went through
// Markdown.
type markdownWriter[T any] struct {
	sink
	columns []Column[T]
	title   string
	begun   bool
}

func newMarkdownWriter[T any](w io.Writer, columns []Column[T], o Options) *markdownWriter[T] {
	return &markdownWriter[T]{sink: newSink(w), columns: columns, title: o.Title}
}

func (w *markdownWriter[T]) begin() {
	if w.begun {
		return
	}
	w.begun = true
	if w.title != "" {
		w.put("# " + Markdown(Line(w.title)) + "\n\n")
	}
	w.row(func(c Column[T]) string { return Markdown(c.Name) })
	w.row(func(Column[T]) string { return "---" })
}

func (w *markdownWriter[T]) row(cell func(Column[T]) string) {
	w.put("|")
	for _, c := range w.columns {
		w.put(" " + cell(c) + " |")
	}
	w.put("\n")
}

func (w *markdownWriter[T]) Write(record *T) error {
	w.begin()
	w.row(func(c Column[T]) string { return Markdown(c.Value(record)) })
	return w.err()
}

func (w *markdownWriter[T]) Close() error {
	w.begin()
	return w.flush()
}
