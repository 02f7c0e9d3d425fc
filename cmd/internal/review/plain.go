package review

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"onrecord/cmd/internal/terminal"
	"onrecord/quotes"
	"onrecord/quotes/exchange"
)

// longestLine bounds an answer, in bytes.
const longestLine = 1 << 16

// Plain runs the review line by line: it writes the quotes and the questions
// to out and reads a line for each answer from in. An answer's first word is a
// key; what follows it answers the key's first question: "r a book title". The
// end of in leaves the review.
func Plain(ctx context.Context, d *Desk, in io.Reader, out io.Writer, look *terminal.Screen) error {
	p := &plain{desk: d, out: out, look: *look, lines: bufio.NewScanner(in)}
	p.lines.Buffer(nil, longestLine)
	if !p.look.IsTerminal {
		p.look.Width = longestLine // a field, a line: whoever reads it wraps it
	}
	for p.failed == nil {
		p.show()
		if !p.turn(ctx) {
			break
		}
	}
	if errors.Is(p.failed, bufio.ErrTooLong) {
		return quotes.Errorf(quotes.CodeInvalid, "an answer is longer than %d bytes", longestLine).Do("put it in with `onrecord edit`")
	}
	return p.failed
}

// plain is the state of Plain.
type plain struct {
	desk   *Desk
	out    io.Writer
	look   terminal.Screen
	lines  *bufio.Scanner
	drawn  *Card          // what was shown last
	read   quotes.QuoteID // whose context was shown last
	ended  bool           // the end was shown last
	failed error
}

func (p *plain) say(format string, args ...any) {
	if _, err := fmt.Fprintf(p.out, format, args...); err != nil && p.failed == nil {
		p.failed = err
	}
}

// show writes what lies on the desk, unless it was written last.
func (p *plain) show() {
	d := p.desk
	if d.card == nil {
		if !p.ended {
			p.say("\nThat was the last one.\n")
		}
		p.ended, p.drawn = true, nil
		return
	}
	if d.card == p.drawn {
		return
	}
	p.drawn, p.ended = d.card, false
	t := d.Tally()
	p.say("\n%s\n", p.look.Paint(terminal.Bold, strings.Join(t.parts(), ", ")))
	detail := p.look.NewDetail(p.out)
	detail.Field("words", terminal.Text("“"+d.card.Text+"”"))
	d.card.describe(detail)
	if p.read != d.card.ID { // not again after every change
		p.read = d.card.ID
		detail.Field("source", terminal.Text(d.card.sourceLine()))
		detail.Named("url", d.card.Article.URL)
		context := d.card.passage(true)
		if !p.look.Colour {
			context.Marked = nil
		}
		detail.Field("context", context)
	}
	if err := detail.Close(); err != nil && p.failed == nil {
		p.failed = err
	}
}

// turn asks for one action and carries it out; false: the review is left.
func (p *plain) turn(ctx context.Context) bool {
	p.say("%s", p.prompt())
	line, ok := p.line()
	if !ok {
		p.say("\n")
		return false
	}
	key, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
	switch strings.ToLower(key) {
	case "":
		return true
	case "q", "quit":
		return false
	case "?", "h", "help":
		for _, l := range plainHelp() {
			p.say("%s\n", l)
		}
		return true
	}
	a := actionFor(key)
	if a == nil {
		a = actionFor(strings.ToLower(key))
	}
	if a == nil {
		p.say("%s is no answer here; ? lists them\n", exchange.Line(fmt.Sprintf("%q", key)))
		return true
	}
	return p.carryOut(ctx, a, strings.TrimSpace(rest))
}

// carryOut asks what an action needs and does it; first is the answer to the
// first question, if it was given along with the key.
func (p *plain) carryOut(ctx context.Context, a *action, first string) bool {
	given := answers{}
	for a.ask != nil && (p.desk.card != nil || a.anywhere) {
		next, err := a.ask(ctx, p.desk, given)
		if err != nil {
			p.say("%s\n", exchange.Line(err.Error()))
			return true
		}
		if next == nil {
			break
		}
		typed := first
		if first = ""; typed == "" {
			var more bool
			if typed, more = p.question(next); !more {
				return false
			}
		}
		answer, ok := next.chosen(typed)
		if !ok {
			p.say("left %s as it was\n", a.name)
			return true
		}
		if next.check != nil {
			if err := next.check(answer); err != nil {
				p.say("%s\n", exchange.Line(err.Error()))
				return true
			}
		}
		given[next.name] = answer
	}
	said, err := p.desk.act(ctx, a, given)
	if err != nil {
		said = err.Error()
	}
	if said != "" {
		p.say("%s\n", exchange.Line(said))
	}
	return ctx.Err() == nil
}

// question asks and reads the answer; false at the end of input.
func (p *plain) question(q *question) (string, bool) {
	if q.pick {
		for i, o := range q.offers("") {
			p.say("  %s  %s\n", number(i), exchange.Line(o.label))
		}
	}
	prompt := q.prompt
	if q.initial != "" {
		prompt += " [Enter: " + q.initial + "; - for none]"
	}
	p.say("%s: ", exchange.Line(prompt))
	line, ok := p.line()
	if q.initial != "" { // there is no line to edit
		switch strings.TrimSpace(line) {
		case "":
			line = q.initial
		case "-":
			line = ""
		}
	}
	return line, ok
}

func (p *plain) line() (string, bool) {
	if p.failed != nil || !p.lines.Scan() {
		if p.failed == nil {
			p.failed = p.lines.Err()
		}
		return "", false
	}
	return p.lines.Text(), true
}

// prompt names the keys.
func (p *plain) prompt() string {
	var words []string
	for _, a := range actions() {
		if p.desk.card != nil || a.anywhere && a.name != "next" {
			words = append(words, a.key+" "+a.name)
		}
	}
	return strings.Join(words, ", ") + ", ? help, q quit: "
}

// plainHelp explains the answers.
func plainHelp() []string {
	return append(actionLines(),
		"What follows a key answers its first question: r a book title; m false; t ferries, budget.",
		"Marks: verdicts, steps of the workflow and fidelities, as `onrecord mark` takes them.")
}
