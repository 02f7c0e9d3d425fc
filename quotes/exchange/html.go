package exchange

import (
	_ "embed"
	"io"
	"strconv"
	"strings"
)

//go:embed page.css
var pageCSS string

// htmlWriter writes one page that needs nothing else: a table with its own
// style, light or dark as the reader's system is, and for print. Each cell
// went through HTML.
type htmlWriter[T any] struct {
	sink
	columns []Column[T]
	title   string
	noun    string
	rows    int
	begun   bool
}

func newHTMLWriter[T any](w io.Writer, noun string, columns []Column[T], o Options) *htmlWriter[T] {
	title := o.Title
	if title == "" {
		title = strings.ToUpper(noun[:1]) + noun[1:]
	}
	return &htmlWriter[T]{sink: newSink(w), columns: columns, title: title, noun: noun}
}

func (w *htmlWriter[T]) begin() {
	if w.begun {
		return
	}
	w.begun = true
	title := HTML(Line(w.title))
	w.put("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n" +
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
		// The page runs nothing and loads nothing, whatever its cells hold.
		"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n" +
		"<title>" + title + "</title>\n<style>\n" + pageCSS + "</style>\n</head>\n<body>\n<h1>" + title + "</h1>\n" +
		"<table>\n<thead>\n<tr>")
	for _, c := range w.columns {
		w.put("<th scope=\"col\" title=\"" + HTML(c.About) + "\">" + HTML(strings.ReplaceAll(c.Name, "_", " ")) + "</th>")
	}
	w.put("</tr>\n</thead>\n<tbody>\n")
}

func (w *htmlWriter[T]) Write(record *T) error {
	w.begin()
	w.rows++
	w.put("<tr>")
	for _, c := range w.columns {
		w.put("<td class=\"" + HTML(c.Name) + "\" dir=\"auto\">" + htmlCell(c.Value(record)) + "</td>")
	}
	w.put("</tr>\n")
	return w.err()
}

func htmlCell(s string) string {
	cell := HTML(s)
	if isWebAddress(s) {
		return "<a href=\"" + cell + "\" rel=\"noopener noreferrer\">" + cell + "</a>"
	}
	return strings.ReplaceAll(cell, "\n", "<br>")
}

func (w *htmlWriter[T]) Close() error {
	w.begin()
	w.put("</tbody>\n</table>\n<p class=\"count\">" + strconv.Itoa(w.rows) + " " + HTML(w.noun) + "</p>\n</body>\n</html>\n")
	return w.flush()
}
