package review

import (
	"fmt"
	"strings"

	"onrecord/cmd/internal/terminal"
	"onrecord/quotes"
)

// describe shows what is known of the quote beside its words, the speaker
// first: that is what most decisions are about.
func (c *Card) describe(d *terminal.Detail) {
	d.Field("speaker", terminal.Cell{Text: c.speakerLine(), Style: terminal.Bold})
	d.Field("printed", terminal.Text(c.printedLine()))
	if c.corrected() {
		d.Field("corrected", terminal.Text(c.Text))
	}
	d.Field("quote", terminal.Text(c.stateLine()))
	status := terminal.Cell{Text: string(c.Status), Style: terminal.StatusStyle(string(c.Status))}
	if c.Verdict != "" {
		status.Text += ", " + string(c.Verdict)
		status.Style = d.VerdictStyle(string(c.Verdict))
	}
	d.Field("status", status)
	for i := range c.Claims {
		d.Field("claim", terminal.Text(claimLine(&c.Claims[i])))
	}
	d.Named("tags", strings.Join(c.Tags, ", "))
	d.Named("note", c.Note)
}

// byHand is the Method of a speaker whom an editor named.
const byHand = "hand"

// speakerLine is who said it, how sure that is, and who else it could be.
func (c *Card) speakerLine() string {
	line := c.Speaker
	switch {
	case line == "":
		line = "unknown: " + orNothing(c.Reason)
	case c.Method == byHand:
		return line + ", by hand"
	default:
		line += fmt.Sprintf(", %.2f sure", c.Confidence)
	}
	if c.RunnerUp != nil && c.RunnerUp.Confidence >= 0.005 { // 0.00 is no choice
		line += fmt.Sprintf("; or else %s, %.2f", c.RunnerUp.Speaker, c.RunnerUp.Confidence)
	}
	return line
}

// printedLine is how the article names the speaker.
func (c *Card) printedLine() string {
	var parts []string
	if c.Mention != nil {
		parts = append(parts, "as “"+c.Mention.Text+"”")
	}
	if c.Cue != nil {
		parts = append(parts, "cue “"+c.Cue.Text+"”")
	}
	if c.Role != "" {
		parts = append(parts, "role “"+c.Role+"”")
	}
	return orNothing(strings.Join(parts, ", "))
}

// stateLine is what the quote is, and what editors made of it.
func (c *Card) stateLine() string {
	parts := []string{fmt.Sprintf("%d", c.ID), string(c.Kind), string(c.State)}
	if c.ConfirmedBy != "" {
		parts[2] = "confirmed by " + c.ConfirmedBy
	}
	if c.Fidelity != quotes.FidelityUnchecked {
		parts = append(parts, string(c.Fidelity))
	}
	if c.SaidOn != "" {
		parts = append(parts, "said on "+c.SaidOn)
	}
	return strings.Join(parts, ", ")
}

// sourceLine is where it was printed.
func (c *Card) sourceLine() string {
	var parts []string
	for _, part := range []string{c.Article.Title, c.Article.Outlet, c.Article.Published} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " · ")
}

// passage is the text around the quote, with the quote lit.
func (c *Card) passage(colour bool) terminal.Cell {
	cell := terminal.Cell{Text: c.Passage, Marked: c.Lit}
	if !colour {
		cell.MarkedStyle = terminal.Reverse
	}
	return cell
}

// parts is the tally's parts, the most telling first.
func (t *Tally) parts() []string {
	more := ""
	if t.More {
		more = "+"
	}
	parts := []string{fmt.Sprintf("%d of %d%s", t.Place, t.Total, more)}
	return append(append(parts, t.done()...), fmt.Sprintf("%d%s left", t.Left, more))
}

// done is what was decided, in counts.
func (t *Tally) done() []string {
	var parts []string
	for _, c := range []struct {
		n    int
		what string
	}{{t.Accepted, "accepted"}, {t.Rejected, "rejected"}, {t.Changed, "changed"}} {
		if c.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", c.n, c.what))
		}
	}
	return parts
}

// Summary is what a review came to, in one line; "" if nothing was decided.
func (d *Desk) Summary() string {
	t := d.Tally()
	if len(t.done()) == 0 {
		return ""
	}
	parts := t.parts()
	return strings.Join(parts[1:], ", ")
}

// orNothing is a value as a person reads it: a dash for none.
func orNothing(value string) string {
	if value == "" {
		return "–"
	}
	return value
}
