package main

import (
	"fmt"
	"strconv"
	"strings"

	"onrecord/cmd/internal/terminal"
	"onrecord/quotes"
	"onrecord/quotes/exchange"
)

// describeClaim shows a claim with its assessments and evidence.
func describeClaim(d *terminal.Detail, c *quotes.Claim) {
	d.Heading(fmt.Sprintf("Claim c%d", c.ID))
	d.Passage(2, terminal.Text(c.Text))
	d.Gap()
	for _, name := range []string{"speaker", "workflow", "verdict", "publisher", "scale", "rationale", "as_of", "assignee", "due", "priority", "note"} {
		d.Named(name, columnValue(exchange.Claims, name, c))
	}
	d.Named("worthiness", worthiness(c.Text))
	d.Named("quotes", appearances(c))
	d.Named("made", c.CreatedAt+" by "+c.CreatedBy)
	d.Named("revision", strconv.Itoa(c.Rev))
	for i := range c.Evidence {
		d.Field("evidence", terminal.Text(evidenceLine(&c.Evidence[i])))
	}
	for i := len(c.Assessments) - 1; i >= 0; i-- {
		d.Field("assessed", terminal.Text(assessmentLine(c, i)))
	}
}

// appearances are the quotes that hold a claim: "12 18 (denied) 21 (5-18)", the
// places being those of a part of the quote's text.
func appearances(c *quotes.Claim) string {
	several := map[quotes.QuoteID]int{}
	for _, a := range c.Appearances {
		several[a.Quote]++
	}
	var parts []string
	for _, a := range c.Appearances {
		part := strconv.FormatInt(int64(a.Quote), 10)
		if a.Start > 0 || several[a.Quote] > 1 {
			part += fmt.Sprintf(" (%d-%d)", a.Start, a.End)
		}
		if a.Stance == quotes.StanceDenies {
			part += " (denies it)"
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, ", ")
}

// evidenceLine is a piece of evidence: what it is first, then where.
func evidenceLine(e *quotes.Evidence) string {
	what := []string{string(e.Stance)}
	if e.Kind != "" {
		what = append(what, e.Kind)
	}
	if e.Independent {
		what = append(what, "independent")
	}
	line := e.URL + " (" + strings.Join(what, ", ") + ")"
	if e.Passage != "" {
		line += ": “" + e.Passage + "”"
	}
	if e.Archived != "" {
		line += "; archived at " + e.Archived
	}
	if e.Accessed != "" {
		line += "; read " + e.Accessed
	}
	return line
}

// assessmentLine is one verdict and how it stands to the one before it.
func assessmentLine(c *quotes.Claim, i int) string {
	a := &c.Assessments[i]
	line := string(a.Verdict) + " by " + a.By + ", " + a.At
	if a.Publisher != "" {
		line = string(a.Verdict) + " by " + a.Publisher + ", " + a.URL + ", put on record by " + a.By + ", " + a.At
	}
	if a.Scale != c.Scale {
		line += ", on the scale " + a.Scale
	}
	if a.Rationale != "" {
		line += ": " + a.Rationale
	}
	for j := range c.Assessments[:i] {
		if before := &c.Assessments[j]; before.ID == a.Supersedes {
			line += "; supersedes " + string(before.Verdict) + " by " + before.By
			if before.By != a.By {
				line += ", another editor"
			}
		}
	}
	if a.Correction != "" {
		line += "; correction: " + a.Correction
	}
	return line
}
