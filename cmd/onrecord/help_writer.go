package main

import (
	"bytes"
	"io"
	"strings"

	"onrecord/cmd/internal/terminal"
)

// helpWriter wraps help to the width of a terminal, between words: what goes
// on below keeps to its column. Lines that fit pass as they are.
type helpWriter struct {
	env    *environment
	screen *terminal.Screen // of standard output, known when help is asked for
	begun  []byte           // a line whose end is still to come
}

// leastBeside is how many columns there have to be for the second column.
const leastBeside = 24

// Write takes any part of the help. What follows the last line feed waits for
// the next one.
func (w *helpWriter) Write(p []byte) (int, error) {
	if w.screen == nil {
		var err error
		if w.screen, err = terminal.NewScreen(w.env.stdout, w.env.getenv, string(terminal.WhenNever)); err != nil {
			return 0, err
		}
	}
	if !w.screen.IsTerminal {
		return w.env.stdout.Write(p)
	}
	w.begun = append(w.begun, p...)
	var b strings.Builder
	for {
		line, rest, found := bytes.Cut(w.begun, []byte("\n"))
		if !found {
			break
		}
		w.wrap(&b, string(line))
		w.begun = rest
	}
	if _, err := io.WriteString(w.env.stdout, b.String()); err != nil {
		return 0, err
	}
	return len(p), nil
}

func (w *helpWriter) wrap(b *strings.Builder, line string) {
	if terminal.Width(line) <= w.screen.Width {
		b.WriteString(line + "\n")
		return
	}
	at := secondColumn(line)
	first, line := line[:at], line[at:]
	hang := terminal.Width(first)
	if hang > w.screen.Width-leastBeside { // no room beside the first column
		b.WriteString(strings.TrimRight(first, " ") + "\n")
		hang = len(first) - len(strings.TrimLeft(first, " ")) + 4
		first = strings.Repeat(" ", hang)
	}
	for i, l := range w.screen.Lines(terminal.Text(line), w.screen.Width-hang) {
		if i > 0 {
			first = strings.Repeat(" ", hang)
		}
		b.WriteString(first + l.Text + "\n")
	}
}

// secondColumn is where the text behind a line's first gap of two spaces
// begins; if it has no columns, where its text does.
func secondColumn(line string) int {
	start := len(line) - len(strings.TrimLeft(line, " "))
	gap := strings.Index(line[start:], "  ")
	if gap < 0 {
		return start
	}
	rest := line[start+gap:]
	return len(line) - len(strings.TrimLeft(rest, " "))
}
