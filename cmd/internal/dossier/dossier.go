// Package dossier makes a page of what somebody said, or of what was said of
// something, over time and with what the checking found: one file that needs
// nothing else, for the screen, light or dark, and for print.
package dossier

import (
	"cmp"
	_ "embed"
	"html/template"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"onrecord/quotes"
	"onrecord/quotes/exchange"
)

//go:embed page.html
var pageHTML string

//go:embed page.css
var pageCSS string

// Dossier gathers quotes for a page.
type Dossier struct {
	Title     string // whose quotes they are: a name, a tag
	Kind      string // "speaker", "tag", or ""
	About     string // a line on it, such as other names
	Publisher string
	Made      string // YYYY-MM-DD
	// Most is how many quotes, the first ones added, are listed in full; the
	// others are counted only. 0 lists all.
	Most int
	// Statuses and Verdicts are the words in their order.
	Statuses, Verdicts []string

	listed   []Entry
	count    int
	statuses counter
	verdicts counter
	outlets  map[string]int
	first    string
	last     string
}

// Entry is a quote in the list, with its claims as far as they were read.
type Entry struct {
	*quotes.Quote
	Claims []quotes.Claim
}

// Wants reports whether the next quote will be listed, so that its claims are
// worth reading.
func (d *Dossier) Wants() bool { return d.Most == 0 || len(d.listed) < d.Most }

// Add counts a quote, and lists it if Wants.
func (d *Dossier) Add(e Entry) {
	if d.statuses == nil {
		d.statuses, d.verdicts, d.outlets = counter{}, counter{}, map[string]int{}
	}
	if d.Wants() {
		d.listed = append(d.listed, e)
	}
	d.count++
	date := e.Date()
	d.statuses.add(date, string(e.Status))
	if e.Verdict != "" {
		d.verdicts.add(date, string(e.Verdict))
	}
	d.outlets[cmp.Or(e.Article.Outlet, "no outlet")]++
	if _, err := time.Parse(day, date); err == nil {
		if d.first == "" || date < d.first {
			d.first = date
		}
		d.last = max(d.last, date)
	}
}

// Count is how many quotes were added.
func (d *Dossier) Count() int { return d.count }

// page is what the template shows.
type page struct {
	*Dossier
	CSS     template.CSS
	Time    string
	Figures []figure
	Outlets []word
	Entries []Entry
	Left    int // quotes that are counted only
}

// figure is a chart with its legend and its numbers.
type figure struct {
	Title string
	SVG   template.HTML
	Words []word
	Rows  []row
}

// Write writes the page.
func (d *Dossier) Write(w io.Writer) error {
	page := &page{Dossier: d, CSS: template.CSS(pageCSS), Entries: d.listed, Left: d.count - len(d.listed), Time: stretch(d.first, d.last)} //nolint:gosec // our own style sheet
	for _, t := range []*tally{
		d.statuses.tally("How far the checking is", d.Statuses, d.first, d.last),
		d.verdicts.tally("What it found", d.Verdicts, d.first, d.last),
	} {
		if len(t.periods) == 0 {
			continue
		}
		svg, err := chart(t)
		if err != nil {
			return err
		}
		page.Figures = append(page.Figures, figure{t.title, svg, t.words, t.rows()})
	}
	for name, n := range d.outlets {
		page.Outlets = append(page.Outlets, word{Word: name, Count: n})
	}
	slices.SortFunc(page.Outlets, func(a, b word) int { return cmp.Or(b.Count-a.Count, strings.Compare(a.Word, b.Word)) })
	parsed, err := template.New("page").Funcs(functions).Parse(pageHTML)
	if err != nil {
		return err
	}
	return parsed.Execute(w, page)
}

var functions = template.FuncMap{
	// safe is a stored text without what would steer or reorder the page; the
	// template escapes it.
	"safe":  exchange.Terminal,
	"line":  exchange.Line,
	"tone":  func(w any) string { return toneOf(toString(w)) },
	"spell": func(w any) string { return exchange.Line(strings.ReplaceAll(toString(w), "-", " ")) },
	"count": grouped,
	"web":   isWebAddress,
	"parts": parts,
	"add":   func(a, b int) int { return a + b },
}

func toString(w any) string {
	switch w := w.(type) {
	case quotes.Status:
		return string(w)
	case quotes.Verdict:
		return string(w)
	case quotes.Fidelity:
		return string(w)
	case quotes.Workflow:
		return string(w)
	case string:
		return w
	}
	return ""
}

// isWebAddress reports whether a link may be made of an address.
func isWebAddress(s string) bool {
	return strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")
}

// part is a stretch of a quote's context, which is the quote's own or not.
type part struct {
	Text string
	Said bool
}

// parts cuts a quote's context at the quote.
func parts(q *quotes.Quote) []part {
	runes := []rune(q.Context)
	var out []part
	at := 0
	for _, s := range q.Spans {
		start, end := s.Start-q.ContextSpan.Start, s.End-q.ContextSpan.Start
		if start < at || end > len(runes) || start >= end {
			continue // outside of what is shown
		}
		out = append(out, part{string(runes[at:start]), false}, part{string(runes[start:end]), true})
		at = end
	}
	return append(out, part{string(runes[at:]), false})
}

// grouped is a number with commas between its thousands.
func grouped(n int) string {
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}
