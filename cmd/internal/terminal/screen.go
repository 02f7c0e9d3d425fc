package terminal

import (
	"io"
	"os"
	"strconv"

	"golang.org/x/term"

	"onrecord/quotes"
)

// EnvForce names the variable that makes any output a terminal of so many
// columns, for tests and transcripts. There is no pager and no progress then.
const EnvForce = "ONRECORD_FORCE_TTY"

// Where the terminal does not tell its size: that of a VT100.
const (
	defaultWidth  = 80
	defaultHeight = 24
)

// leastWidth is what is drawn for at least: no window that anybody reads is
// narrower, and there a label and a wide sign must have room.
const leastWidth = 8

// Screen is what the output of a command ends up on.
type Screen struct {
	// IsTerminal is whether a person reads along: tables rather than TSV.
	IsTerminal bool
	// Width is how many columns a line may have, at least 8. For an output
	// that is no terminal it is COLUMNS, else 80.
	Width int
	// Height is how many lines are seen at once.
	Height int
	// Colour is whether control sequences for colour may be written.
	Colour bool
	// Scales are those of the verdicts that are shown; none are the presets.
	Scales quotes.Scales

	out    io.Writer
	getenv func(string) string
	forced bool // a terminal because EnvForce says so
}

// When is the vocabulary of --color.
type When string

// The words of When.
const (
	WhenAuto   When = "auto"
	WhenAlways When = "always"
	WhenNever  When = "never"
)

// Whens is the vocabulary of When.
var Whens = []When{WhenAuto, WhenAlways, WhenNever}

// NewScreen finds out what out is. color is the word given to --color ("" is
// auto); an unknown one is CodeInvalid. Auto colours on a terminal unless
// NO_COLOR (no-color.org) is set to anything or TERM is dumb.
func NewScreen(out io.Writer, getenv func(string) string, color string) (*Screen, error) {
	when := WhenAuto
	if color != "" {
		var err error
		if when, err = quotes.ParseWord("--color", Whens, color); err != nil {
			return nil, err
		}
	}
	s := &Screen{out: out, getenv: getenv, Width: defaultWidth, Height: defaultHeight}
	if columns := atoi(getenv("COLUMNS")); columns > 0 {
		s.Width = columns
	}
	s.detect()
	s.Width = max(s.Width, leastWidth)
	switch when {
	case WhenAlways:
		s.Colour = true
	case WhenAuto:
		s.Colour = s.IsTerminal && getenv("NO_COLOR") == "" && getenv("TERM") != "dumb"
	}
	s.Colour = s.Colour && enableSequences(out)
	return s, nil
}

// detect sets what EnvForce or the terminal itself says of it. COLUMNS, where
// a user exports it, goes before the terminal's own width.
func (s *Screen) detect() {
	if forced := s.getenv(EnvForce); forced != "" && forced != "0" {
		s.IsTerminal, s.forced = true, true
		s.Width = defaultWidth
		if columns := atoi(forced); columns > 1 {
			s.Width = columns
		}
		return
	}
	file, ok := s.out.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return
	}
	s.IsTerminal = true
	width, height, err := term.GetSize(int(file.Fd()))
	if err != nil {
		return
	}
	if width > 0 && atoi(s.getenv("COLUMNS")) <= 0 {
		s.Width = width
	}
	if height > 0 {
		s.Height = height
	}
}

// atoi is a small positive number, or 0 for anything else.
func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > 10_000 {
		return 0
	}
	return n
}
