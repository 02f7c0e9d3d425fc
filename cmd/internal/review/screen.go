package review

import (
	"context"
	"errors"
	"io"
	"os"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"onrecord/cmd/internal/terminal"
)

// ErrInterrupted is how a review ends that was left by Ctrl-C.
var ErrInterrupted = errors.New("interrupted")

// Screen runs the review on a full screen, until the editor leaves it or ctx
// ends. in and out are the terminal that look describes.
func Screen(ctx context.Context, d *Desk, in io.Reader, out io.Writer, look *terminal.Screen) error {
	profile := colorprofile.ANSI
	if !look.Colour {
		profile = colorprofile.ASCII // bold and reverse, but no colour
	}
	program := tea.NewProgram(newScreen(ctx, d, look),
		tea.WithContext(ctx), tea.WithInput(in), tea.WithOutput(out), tea.WithEnvironment(os.Environ()),
		tea.WithColorProfile(profile), tea.WithoutSignalHandler())
	last, err := program.Run()
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if s, ok := last.(*screen); err == nil && ok {
		err = s.failed
	}
	return err
}

// screen is the state of the full screen. Everything that can be done is done
// within Update, so that what a key did is saved before the next one counts.
type screen struct {
	ctx    context.Context
	desk   *Desk
	look   terminal.Screen
	colour bool // beside bold and reverse

	asking *asking // what is asked before an action; nil: keys are actions
	said   string  // of the last key
	wrong  bool    // it is an error
	help   bool    // is shown in place of the quote
	scroll int     // first line of the body to show; below 0: where the quote is
	shown  view    // what was drawn last

	failed error // why the review ended
}

// asking is an action for which answers are gathered.
type asking struct {
	action *action
	given  answers
	before answers // given before something turned out to be wrong
	*question
	entry  entry
	found  []offer
	picked int // among found; -1: what was typed counts
}

// widest is how many columns are used at most: longer lines are hard to read.
const widest = 100

func newScreen(ctx context.Context, d *Desk, look *terminal.Screen) *screen {
	s := &screen{ctx: ctx, desk: d, look: *look, colour: look.Colour, scroll: -1}
	// Bold and reverse are no colours: Screen keeps those back itself.
	s.look.Colour, s.look.Width = true, min(s.look.Width, widest)
	return s
}

func (s *screen) Init() tea.Cmd { return nil }

// Update does what a key or a new size of the window asks for.
func (s *screen) Update(message tea.Msg) (tea.Model, tea.Cmd) {
	switch m := message.(type) {
	case tea.WindowSizeMsg:
		s.look.Width, s.look.Height = min(m.Width, widest), m.Height
		s.scroll = -1
	case tea.PasteMsg:
		if s.asking != nil {
			s.asking.entry.insert(m.Content)
			s.asking.refresh()
		}
	case tea.KeyPressMsg:
		return s, s.press(m)
	}
	return s, nil
}

func (s *screen) press(m tea.KeyPressMsg) tea.Cmd {
	key := m.String()
	switch {
	case key == "ctrl+c":
		s.failed = ErrInterrupted
		return tea.Quit
	case key == "ctrl+z":
		return tea.Suspend
	case s.asking != nil:
		s.answer(key, m.Text)
		return nil
	case s.help:
		return s.leaf(key)
	case key == "q":
		return tea.Quit
	}
	switch key {
	case "?", "h", "f1":
		s.help, s.scroll, s.said = true, 0, ""
		return nil
	case "right":
		key = "n"
	case "left":
		key = "p"
	}
	if s.move(key) {
		return nil
	}
	s.said, s.wrong = "", false
	if a := actionFor(key); a != nil && len(key) == 1 {
		s.begin(a)
	} else {
		s.said, s.wrong = key+" does nothing here; ? shows the keys", true
	}
	return nil
}

// leaf scrolls the help; any other key puts it away.
func (s *screen) leaf(key string) tea.Cmd {
	if !s.move(key) {
		s.help, s.scroll = false, -1
	}
	return nil
}

// move scrolls the body, and reports whether the key is one that does.
func (s *screen) move(key string) bool {
	var by int
	switch key {
	case "down", "j":
		by = 1
	case "up", "k":
		by = -1
	case "pgdown", "space":
		by = max(1, s.shown.room-1)
	case "pgup", "b":
		by = -max(1, s.shown.room-1)
	case "home":
		by = -s.shown.lines
	case "end":
		by = s.shown.lines
	default:
		return false
	}
	s.scroll = max(0, min(s.shown.first+by, s.shown.lines-s.shown.room))
	return true
}

// begin starts an action: with its first question, if it has any.
func (s *screen) begin(a *action) {
	if s.desk.card == nil && !a.anywhere {
		_, err := s.desk.act(s.ctx, a, nil)
		s.tell("", err)
		return
	}
	s.asking = &asking{action: a, given: answers{}}
	s.proceed()
}

// proceed asks the next question, or carries the action out when there is none.
func (s *screen) proceed() {
	a := s.asking
	if a.action.ask != nil {
		next, err := a.action.ask(s.ctx, s.desk, a.given)
		if err != nil {
			s.retry(err)
			return
		}
		if next != nil {
			a.question, a.entry = next, entry{before: next.initial}
			if answer, ok := a.before[next.name]; ok && !next.pick {
				a.entry.before = answer
			}
			a.refresh()
			return
		}
	}
	s.asking = nil
	at := s.desk.card
	said, err := s.desk.act(s.ctx, a.action, a.given)
	if err != nil && a.question != nil && s.desk.card == at {
		s.asking = a
		s.retry(err)
		return
	}
	s.tell(said, err)
	s.scroll = -1
}

// retry tells what is wrong with the answers, and asks for them again, each as
// it was given.
func (s *screen) retry(err error) {
	a := s.asking
	s.asking = nil
	if len(a.given) > 0 {
		s.asking = &asking{action: a.action, given: answers{}, before: a.given}
		s.proceed()
	}
	s.tell("", err)
}

func (s *screen) tell(said string, err error) {
	s.said, s.wrong = said, err != nil
	if err != nil {
		s.said = err.Error()
	}
}

// answer is a key while a question is asked.
func (s *screen) answer(key, text string) {
	a := s.asking
	switch key {
	case "esc", "ctrl+g":
		s.asking, s.said, s.wrong = nil, "left "+a.action.name+" as it was", false
		return
	case "enter":
		s.submit()
		return
	case "down", "ctrl+n":
		if len(a.found) > 0 {
			a.picked = min(a.picked+1, len(a.found)-1)
		}
		return
	case "up", "ctrl+p":
		a.picked = max(a.picked-1, a.least())
		return
	case "tab":
		if len(a.found) > 0 && !a.pick {
			a.entry = entry{before: a.found[max(a.picked, 0)].value}
			a.refresh()
		}
		return
	}
	if a.entry.edit(key) {
		a.refresh()
	} else if text != "" {
		a.entry.insert(text)
		a.refresh()
	}
}

// submit takes the answer that was typed or picked, and goes on.
func (s *screen) submit() {
	a := s.asking
	typed := a.entry.text()
	if a.picked >= 0 && a.picked < len(a.found) {
		typed = a.found[a.picked].value
	}
	answer, ok := a.chosen(typed)
	if !ok {
		s.said, s.wrong = "an answer is needed; Esc leaves it", true
		return
	}
	if a.check != nil {
		if err := a.check(answer); err != nil {
			s.tell("", err)
			return
		}
	}
	s.said = ""
	a.given[a.name] = answer
	s.proceed()
}

// least is the lowest place among the offers: where one has to be picked, none
// is no answer.
func (a *asking) least() int {
	if a.pick {
		return 0
	}
	return -1
}

// refresh looks up what could be meant by what was typed.
func (a *asking) refresh() {
	a.found, a.picked = nil, a.least()
	if a.offers != nil {
		a.found = a.offers(a.entry.text())
	}
	if a.pick && a.entry.text() != "" {
		a.picked = -1
	}
}
