package exchange

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"onrecord/quotes"
)

//go:embed page.css
var pageCSS string

//go:embed page.js
var pageJS string

// policyOf lets a page run one script, by its hash, and load nothing, whatever
// its cells hold.
func policyOf(script string) string {
	sum := sha256.Sum256([]byte(script))
	return "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; script-src 'sha256-" +
		base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// pageHead begins a page that needs nothing else.
func pageHead(title, css, script string) string {
	title = HTML(Line(title))
	return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n" +
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
		"<meta http-equiv=\"Content-Security-Policy\" content=\"" + policyOf(script) + "\">\n" +
		"<title>" + title + "</title>\n<style>\n" + css + "</style>\n</head>\n<body>\n<h1>" + title + "</h1>\n"
}

// pageEnd ends it, with the script.
func pageEnd(script string) string { return "<script>" + script + "</script>\n</body>\n</html>\n" }

// htmlWriter writes one page that needs nothing else: a table to sort and
// filter, with its own style, light or dark as the reader's system is, and for
// print. Each cell went through HTML.
type htmlWriter[T any] struct {
	sink
	table   *Table[T]
	columns []Column[T]
	title   string
	noun    string
	rows    int
	begun   bool
}

func newHTMLWriter[T any](w io.Writer, t *Table[T], columns []Column[T], o Options) *htmlWriter[T] {
	title, noun := o.Title, t.Name
	if title == "" {
		title = strings.ToUpper(noun[:1]) + noun[1:]
	}
	return &htmlWriter[T]{sink: newSink(w), table: t, columns: columns, title: title, noun: noun}
}

func (w *htmlWriter[T]) begin() {
	if w.begun {
		return
	}
	w.begun = true
	w.put(pageHead(w.title, pageCSS, pageJS) + "<table>\n<thead>\n<tr>")
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
		w.put("<td class=\"" + HTML(c.Name) + "\" dir=\"auto\">" + w.cell(c, record) + "</td>")
	}
	w.put("</tr>\n")
	return w.err()
}

// cell is a cell's markup, with what the table marks in it marked.
func (w *htmlWriter[T]) cell(c Column[T], record *T) string {
	if mark := w.table.Marked[c.Name]; mark != nil {
		return strings.ReplaceAll(htmlMarked(c.Value(record), mark(record)), "\n", "<br>")
	}
	return htmlCell(c.Value(record))
}

func htmlCell(s string) string {
	cell := HTML(s)
	if isWebAddress(s) {
		return "<a href=\"" + cell + "\" rel=\"noopener noreferrer\">" + cell + "</a>"
	}
	return strings.ReplaceAll(cell, "\n", "<br>")
}

// htmlMarked is HTML with some stretches of the text, in code points, in order
// and apart, between <mark> tags. Stretches outside the text are left out.
func htmlMarked(s string, marked []quotes.Span) string {
	if len(marked) == 0 {
		return HTML(s)
	}
	var b strings.Builder
	at, rest := 0, s // rest begins at code point at
	take := func(until int) string {
		end := 0
		for ; at < until && end < len(rest); at++ {
			_, n := utf8.DecodeRuneInString(rest[end:])
			end += n
		}
		taken := rest[:end]
		rest = rest[end:]
		return HTML(taken)
	}
	for _, span := range marked {
		if span.Start < at || span.Empty() {
			continue
		}
		b.WriteString(take(span.Start))
		if inside := take(span.End); inside != "" {
			b.WriteString("<mark>" + inside + "</mark>")
		}
	}
	b.WriteString(HTML(rest))
	return b.String()
}

func (w *htmlWriter[T]) Close() error {
	w.begin()
	w.put("</tbody>\n</table>\n<p class=\"count\">" + strconv.Itoa(w.rows) + " " + HTML(w.noun) + "</p>\n" + pageEnd(pageJS))
	return w.flush()
}
