package terminal

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"syscall"
)

// errPagerQuit tells whoever writes that nobody reads on.
var errPagerQuit = errors.New("the pager was left")

// shellSigns mean something to a shell: a pager with any of them is run by one,
// as git does it.
const shellSigns = "|&;<>()$`\\\"'*?[#~=%"

// Page runs write, whose output goes through the user's pager if it is longer
// than the screen: $ONRECORD_PAGER, else $PAGER, else less. It goes straight
// out if off, if the screen is no real terminal, or if there is no such pager.
// Leaving the pager early makes the writer fail, and is no error of Page.
func (s *Screen) Page(off bool, write func(io.Writer) error) error {
	command := s.pagerCommand()
	if off || !s.IsTerminal || s.forced || command == nil {
		return write(s.out)
	}
	return s.page(command, write)
}

func (s *Screen) page(command *exec.Cmd, write func(io.Writer) error) error {
	p := &pager{screen: s, command: command}
	err := write(p)
	if closeErr := p.close(); err == nil {
		err = closeErr
	}
	if errors.Is(err, errPagerQuit) {
		return nil
	}
	return err
}

// pagerCommand is how to start the pager, nil if there is none.
func (s *Screen) pagerCommand() *exec.Cmd {
	line := "less"
	for _, variable := range []string{"ONRECORD_PAGER", "PAGER"} {
		if value := strings.TrimSpace(s.getenv(variable)); value != "" {
			line = value
			break
		}
	}
	words := strings.Fields(line)
	if words[0] == "cat" {
		return nil
	}
	program, err := exec.LookPath(words[0])
	shell := runtime.GOOS != "windows" && strings.ContainsAny(line, shellSigns)
	if err != nil && (!shell || !strings.ContainsAny(words[0], shellSigns)) {
		return nil
	}
	command := exec.Command(program, words[1:]...)
	if shell {
		command = exec.Command("/bin/sh", "-c", line)
	}
	command.Env = os.Environ()
	if s.getenv("LESS") == "" {
		// Quit if it fits, keep colours, leave the text on the screen.
		command.Env = append(command.Env, "LESS=FRX")
	}
	return command
}

// pager holds output back until it is longer than the screen, then starts the
// command and hands everything on to it.
type pager struct {
	screen  *Screen
	command *exec.Cmd
	held    bytes.Buffer
	lines   int
	to      io.WriteCloser // nil until the pager runs
	plain   bool           // it did not start: straight out
}

func (p *pager) Write(b []byte) (int, error) {
	switch {
	case p.plain:
		return p.screen.out.Write(b)
	case p.to != nil:
		n, err := p.to.Write(b)
		return n, quit(err)
	}
	p.held.Write(b)
	p.lines += bytes.Count(b, []byte{'\n'})
	if p.lines < p.screen.Height {
		return len(b), nil
	}
	if err := p.start(); err != nil {
		return 0, err
	}
	return len(b), nil
}

// start runs the command and gives it what was held back. A command that does
// not start is done without.
func (p *pager) start() error {
	to, err := p.command.StdinPipe()
	if err != nil {
		return err
	}
	p.command.Stdout, p.command.Stderr = p.screen.out, os.Stderr
	if p.command.Start() != nil {
		p.plain = true
		_, err := p.held.WriteTo(p.screen.out)
		return err
	}
	p.to = to
	_, err = p.held.WriteTo(p.to)
	return quit(err)
}

// close ends the output and waits until the user has left the pager.
func (p *pager) close() error {
	switch {
	case p.plain:
		return nil
	case p.to == nil:
		_, err := p.held.WriteTo(p.screen.out)
		return err
	}
	err := p.to.Close()
	// How the pager ended is its own affair; what was written is not wrong.
	_ = p.command.Wait()
	return quit(err)
}

// quit turns the error of writing to a pager that has gone.
func quit(err error) error {
	if errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe) || errors.Is(err, os.ErrClosed) {
		return errPagerQuit
	}
	return err
}
