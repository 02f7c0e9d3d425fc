package terminal

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"onrecord/quotes"
	"onrecord/quotes/exchange"
)

// CanAsk reports whether somebody sees a question on out and can answer it on
// in: both are terminals. EnvForce does not make them so.
func CanAsk(in io.Reader, out io.Writer) bool {
	from, ok := in.(*os.File)
	if !ok || !term.IsTerminal(int(from.Fd())) {
		return false
	}
	to, ok := out.(*os.File)
	return ok && term.IsTerminal(int(to.Fd()))
}

// Confirm asks a yes-or-no question and waits for the answer; everything but
// yes, and the end of input, is no. Where nobody can answer it does not wait,
// but fails with CodeInvalid and says that --yes is needed. It ends with ctx's
// error when ctx ends.
func Confirm(ctx context.Context, in io.Reader, out io.Writer, question string) (bool, error) {
	if !CanAsk(in, out) {
		return false, quotes.Errorf(quotes.CodeInvalid, "this needs a yes, and nobody can be asked").
			Do("add --yes to do it, or --dry-run to see what it would do")
	}
	return ask(ctx, in, out, question)
}

// ask is Confirm on whatever in and out are.
func ask(ctx context.Context, in io.Reader, out io.Writer, question string) (bool, error) {
	if _, err := fmt.Fprintf(out, "%s [y/N] ", exchange.Line(question)); err != nil {
		return false, err
	}
	type reply struct {
		line string
		err  error
	}
	// A read from a terminal cannot be interrupted, so it is left behind.
	answered := make(chan reply, 1)
	go func() {
		line, err := readLine(in)
		answered <- reply{line, err}
	}()
	select {
	case <-ctx.Done():
		fmt.Fprintln(out)
		return false, ctx.Err()
	case r := <-answered:
		if r.err != nil {
			fmt.Fprintln(out)
			return false, r.err
		}
		switch strings.ToLower(strings.TrimSpace(r.line)) {
		case "y", "yes":
			return true, nil
		}
		return false, nil
	}
}

// maxAnswer bounds what is read as an answer, in bytes.
const maxAnswer = 4096

// readLine reads up to the next line feed and not a byte further, since what
// follows may be meant for somebody else. The end of input ends the line.
func readLine(in io.Reader) (string, error) {
	var line []byte
	one := make([]byte, 1)
	for len(line) < maxAnswer {
		n, err := in.Read(one)
		if n > 0 {
			if one[0] == '\n' {
				break
			}
			line = append(line, one[0])
		}
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return "", err
		}
	}
	return string(line), nil
}
