package exchange

import (
	_ "embed"
	"fmt"
	"io"
	"strconv"
	"strings"
)

//go:embed check.css
var checkCSS string

// WriteCheckPage writes a check sheet as a page that needs nothing else: each
// sentence with its quotes and figures lit and numbered, and beside it what is
// known of each. What is open stands out, on paper as well.
func WriteCheckPage(w io.Writer, title, about string, lines []CheckLine) error {
	out := newSink(w)
	out.put(pageHead(title, pageCSS+checkCSS, ""), "<p class=\"summary\">"+HTML(Line(about)), summaryOf(lines)+"</p>\n",
		"<table class=\"check\">\n<thead>\n<tr>")
	for _, name := range []string{"line", "text", "item", "what", "source", "checker", "status", "verdict", "date"} {
		out.put("<th scope=\"col\">" + name + "</th>")
	}
	out.put("</tr>\n</thead>\n")
	for i := range lines {
		writeCheckLine(out, &lines[i])
	}
	out.put("</table>\n</body>\n</html>\n")
	return out.flush()
}

// summaryOf counts what there is and what is open.
func summaryOf(lines []CheckLine) string {
	all, open := map[bool]int{}, 0
	for i := range lines {
		for _, item := range lines[i].Items {
			all[item.Kind == "quote"]++
			if item.Open {
				open++
			}
		}
	}
	return fmt.Sprintf(" – %d sentences, %d quotes, %d figures; <b>%d open</b>", len(lines), all[true], all[false], open)
}

func writeCheckLine(out sink, l *CheckLine) {
	span := strconv.Itoa(max(1, len(l.Items)))
	out.put("<tbody>\n<tr"+rowClass(l, 0)+"><td class=\"line\" rowspan=\""+span+"\">"+strconv.Itoa(l.Number)+"</td>",
		"<td class=\"sentence\" dir=\"auto\" rowspan=\""+span+"\">"+litSentence(l)+"</td>")
	if len(l.Items) == 0 {
		out.put("<td colspan=\"7\"></td></tr>\n")
	}
	for i := range l.Items {
		if i > 0 {
			out.put("<tr" + rowClass(l, i) + ">")
		}
		item := &l.Items[i]
		out.put("<td class=\"item\">"+HTML(item.Item)+"</td>", "<td dir=\"auto\">"+htmlCell(beginning(item.Text))+"</td>")
		for _, cell := range []struct{ class, text string }{
			{"source", item.Source}, {"checker", item.Checker}, {"state", item.Status}, {"verdict", item.Verdict}, {"date", item.Date},
		} {
			out.put("<td class=\"" + cell.class + "\" dir=\"auto\">" + htmlCell(cell.text) + "</td>")
		}
		out.put("</tr>\n")
	}
	out.put("</tbody>\n")
}

// beginning is enough of a text to know it by: all of it stands beside it.
func beginning(s string) string {
	const most = 60
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return s
}

func rowClass(l *CheckLine, i int) string {
	switch {
	case i >= len(l.Items):
		return ""
	case l.Items[i].Open:
		return " class=\"open\""
	}
	return " class=\"done\""
}

// litSentence is a sentence with its marks, which may lie in one another.
func litSentence(l *CheckLine) string {
	var b strings.Builder
	// Where marks begin and end; one that ends goes before one that begins.
	at := 0
	var ends []checkMark // begun, the innermost last
	closeUntil := func(until int) {
		for len(ends) > 0 && ends[len(ends)-1].End <= until {
			m := ends[len(ends)-1]
			ends = ends[:len(ends)-1]
			b.WriteString(HTML(l.Text[at:m.End]) + "<sup>" + HTML(m.item) + "</sup></mark>")
			at = m.End
		}
	}
	for _, m := range l.marks {
		closeUntil(m.Start)
		if m.Start < at || len(ends) > 0 && m.End > ends[len(ends)-1].End {
			continue // it reaches out of the one that it begins in
		}
		class := "figure"
		if m.quote {
			class = "quote"
		}
		if !m.open {
			class += " done"
		}
		b.WriteString(HTML(l.Text[at:m.Start]) + "<mark class=\"" + class + "\">")
		at = m.Start
		ends = append(ends, m)
	}
	closeUntil(len(l.Text))
	b.WriteString(HTML(l.Text[at:]))
	return b.String()
}
