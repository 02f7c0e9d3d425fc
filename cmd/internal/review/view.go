package review

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"onrecord/cmd/internal/terminal"
)

// tall is the height from which there is room for more than the least.
const tall = 16

// view is what was drawn, for the keys that scroll: lines of the body, of which
// room are seen from first on.
type view struct{ lines, room, first int }

// View draws the screen. No line is wider than it, and there are no more lines
// than it has: what does not fit is scrolled to.
func (s *screen) View() tea.View {
	footer, cursor := s.footer()
	header := s.header()
	room := s.look.Height - len(header) - len(footer)
	if room < 3 { // rather the quote than its headline
		header = header[:max(0, len(header)-(3-room))]
		room = s.look.Height - len(header) - len(footer)
	}
	lines := slices.Concat(header, s.body(max(room, 1)))
	if cursor != nil {
		cursor.Y += len(lines)
	}
	lines = append(lines, footer...)
	if over := len(lines) - s.look.Height; over > 0 { // hardly a screen: what is typed is seen at least
		if cursor != nil {
			over = min(over, cursor.Y)
			cursor.Y -= over
		}
		lines = lines[over : over+s.look.Height]
	}
	v := tea.NewView(strings.Join(lines, "\n"))
	v.AltScreen, v.Cursor = true, cursor
	return v
}

func (s *screen) isTall() bool { return s.look.Height >= tall }

// header is how far the review is and where the quote was printed; on a low
// screen, on which the details may be out of sight, who said it, too.
func (s *screen) header() []string {
	t := s.desk.Tally()
	progress := strings.Join(t.parts(), " · ")
	if terminal.Width(progress) > s.look.Width {
		progress = shorter.Replace(progress)
	}
	lines := []string{s.line(terminal.Bold, progress)}
	if s.desk.card == nil || s.help {
		return lines
	}
	if !s.isTall() {
		return append(lines, s.line(terminal.Bold, s.desk.card.speakerLine()))
	}
	return append(lines, s.wrapped(terminal.Plain, s.desk.card.sourceLine(), 2)...)
}

// shorter makes the progress fit a narrow screen.
var shorter = strings.NewReplacer(" of ", "/", " · ", ", ", "accepted", "acc.", "rejected", "rej.", "changed", "chg.")

// line is a text clipped to the width.
func (s *screen) line(style terminal.Style, text string) string {
	return s.look.Paint(style, terminal.Clip(text, s.look.Width))
}

// wrapped is a text wrapped to at most so many lines; the last is clipped.
func (s *screen) wrapped(style terminal.Style, text string, most int) []string {
	if most == 1 {
		return []string{s.line(style, text)}
	}
	var out []string
	for _, l := range s.look.Lines(terminal.Cell{Text: terminal.Clip(text, most*s.look.Width-most), Style: style}, s.look.Width) {
		if len(out) == most {
			break
		}
		out = append(out, l.Text)
	}
	return out
}

// body is the quote in its passage, and the details below it if there is room
// for both; else they scroll together. It takes exactly room lines.
func (s *screen) body(room int) []string {
	var passage []terminal.PaintedLine
	var details []string
	switch {
	case s.help:
		passage = s.painted(helpLines())
	case s.desk.card == nil:
		passage = s.painted(s.endLines())
	default:
		passage = s.look.Lines(s.desk.card.passage(s.colour), s.look.Width)
		details = s.details()
	}
	if len(details) > 0 {
		if seen := room - len(details) - 2; seen >= 4 && s.isTall() {
			return append(s.window(passage, seen), details...)
		}
		passage = append(passage, terminal.PaintedLine{})
		for _, d := range details {
			passage = append(passage, terminal.PaintedLine{Text: d})
		}
	}
	return s.window(passage, room-1)[:max(room, 1)]
}

func (s *screen) painted(lines []string) []terminal.PaintedLine {
	var out []terminal.PaintedLine
	for _, l := range lines {
		out = append(out, s.look.Lines(terminal.Text(l), s.look.Width)...)
	}
	return out
}

func (s *screen) details() []string {
	var b bytes.Buffer
	d := s.look.NewDetail(&b)
	s.desk.card.describe(d)
	_ = d.Close() // a buffer takes everything
	return strings.Split(strings.TrimRight(b.String(), "\n"), "\n")
}

// window is so many of the lines, filled up with empty ones, between two rules
// if the screen is tall; the last rule tells what is above and below.
func (s *screen) window(lines []terminal.PaintedLine, room int) []string {
	room = max(room, 1)
	first := s.scroll
	if first < 0 {
		first = whereLit(lines, room)
	}
	first = max(0, min(first, len(lines)-room))
	s.shown = view{lines: len(lines), room: room, first: first}
	var out []string
	if s.isTall() {
		out = append(out, s.rule(""))
	}
	for i := first; i < first+room; i++ {
		if i < len(lines) {
			out = append(out, lines[i].Text)
		} else {
			out = append(out, "")
		}
	}
	above, below := first, len(lines)-first-room
	var told []string
	if above > 0 {
		told = append(told, fmt.Sprintf("↑ %d", above))
	}
	if below > 0 {
		told = append(told, fmt.Sprintf("↓ %d more", below))
	}
	return append(out, s.rule(strings.Join(told, " ")))
}

// whereLit is the first line to show so that the quote is seen, with as much
// of what stands before it as can be.
func whereLit(lines []terminal.PaintedLine, room int) int {
	first, last := -1, -1
	for i, l := range lines {
		if l.Marked {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first < 0 || last < room {
		return 0
	}
	// All of it and a line behind it, but never at the cost of its beginning.
	return min(max(last+2-room, 0), max(first-1, 0))
}

// rule parts the screen; it can hold a word.
func (s *screen) rule(word string) string {
	if word == "" {
		return s.look.Paint(terminal.Grey, strings.Repeat("─", s.look.Width))
	}
	lead := max(0, s.look.Width-terminal.Width(word)-4)
	return s.look.Paint(terminal.Grey, terminal.Clip(strings.Repeat("─", lead)+" "+word+" ──", s.look.Width))
}

// footer is what the last key did, and below it the keys or the question. The
// cursor is where an answer is typed.
func (s *screen) footer() (lines []string, cursor *tea.Cursor) {
	most := 1
	if s.isTall() {
		most = 4
	}
	style := terminal.Green
	if s.wrong {
		style = terminal.Red
	}
	if s.said != "" {
		lines = s.wrapped(style, s.said, most)
	}
	if s.asking != nil {
		return s.question(lines)
	}
	return append(lines, s.keys()...), nil
}

// question is the question, what was typed, and what could be meant.
func (s *screen) question(lines []string) ([]string, *tea.Cursor) {
	a := s.asking
	lines = append(lines, s.line(terminal.Bold, a.prompt))
	const lead = "> "
	shown, column := a.entry.view(s.look.Width - len(lead))
	cursor := tea.NewCursor(len(lead)+column, len(lines))
	lines = append(lines, s.line(terminal.Plain, lead+shown))
	room := 3
	if s.isTall() {
		room = min(mostOffers, s.look.Height/4)
	}
	first := max(0, min(a.picked-room+1, len(a.found)-room))
	for i := first; i < min(first+room, len(a.found)); i++ {
		if more := len(a.found) - i; i == first+room-1 && more > 1 && a.picked < i {
			lines = append(lines, s.line(terminal.Grey, fmt.Sprintf("  … %d more", more)))
			break
		}
		style, sign := terminal.Plain, "  "
		if i == a.picked {
			style, sign = terminal.Reverse, "▸ "
		}
		lines = append(lines, s.line(style, sign+a.found[i].label))
	}
	if s.isTall() {
		hint := "Enter takes it, Esc leaves"
		if len(a.found) > 0 {
			hint = "↑ ↓ choose, Tab completes, " + hint
		}
		lines = append(lines, s.line(terminal.Grey, hint))
	}
	return lines, cursor
}

// keys is the line of the keys. On a low screen only the most used have room;
// help has all.
func (s *screen) keys() []string {
	if s.help {
		return []string{s.line(terminal.Grey, "any other key goes back to the quote")}
	}
	var words []string
	for _, a := range actions() {
		if s.desk.card == nil && !a.anywhere || a.name == "next" && s.desk.card == nil {
			continue
		}
		words = append(words, a.key+" "+a.name)
	}
	last, most := "? help", 1
	if s.isTall() {
		last, most = last+"  q quit", 3
	}
	var lines []string
	row := ""
	for i, w := range append(words, last) {
		if width := terminal.Width(row + "  " + w); width > s.look.Width {
			lines, row = append(lines, row), ""
		}
		if len(lines) == most-1 && i < len(words) && terminal.Width(row+"  "+w+"  "+last) > s.look.Width {
			row = strings.TrimLeft(row+"  "+last, " ") // the last line, and not all fit
			break
		}
		row = strings.TrimLeft(row+"  "+w, " ")
	}
	lines = append(lines, row)
	for i, l := range lines {
		lines[i] = s.line(terminal.Cyan, l)
	}
	return lines
}

// endLines is the page behind the last quote.
func (s *screen) endLines() []string {
	lines := []string{"That was the last one."}
	if sum := s.desk.Summary(); sum != "" {
		lines = append(lines, "", "Here: "+sum+". Everything is saved.")
	}
	return append(lines, "", "p goes back, u takes back the last change, q leaves.")
}

// helpLines is the page of the keys.
func helpLines() []string {
	return append(actionLines(),
		"",
		"↑ ↓, PgUp and PgDn or space, Home and End scroll; → and ← are next and previous. On a low screen the details stand below the text.",
		"",
		"While something is asked: Tab completes, ↑ ↓ choose, Enter takes, Esc leaves it.",
		"",
		"Each decision is saved at once, in a change of its own; u takes back the last one made here, and `onrecord undo --op N` any of them later. "+
			"What somebody else changed in the meantime is shown before you decide over it.",
	)
}
