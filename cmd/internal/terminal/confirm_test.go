package terminal

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"onrecord/quotes"
)

func TestAnswers(t *testing.T) {
	for answer, want := range map[string]bool{
		"y\n": true, "Y\n": true, "yes\r\n": true, "YES \n": true, "y": true,
		"n\n": false, "\n": false, "": false, "yep\n": false, "yesyes\n": false, strings.Repeat("y", 2*maxAnswer): false,
	} {
		var out bytes.Buffer
		got, err := ask(t.Context(), strings.NewReader(answer), &out, "Go\x1b[2J on?")
		if err != nil || got != want {
			t.Errorf("%.20q: got %v, %v", answer, got, err)
		}
		if out.String() != "Go␛[2J on? [y/N] " {
			t.Errorf("asked %q", out.String())
		}
	}
}

// What comes after the answer is left for others.
func TestAnswerTakesOneLine(t *testing.T) {
	in := strings.NewReader("y\nthe next line\n")
	if yes, err := ask(t.Context(), in, io.Discard, "?"); err != nil || !yes {
		t.Fatal(yes, err)
	}
	if rest, _ := io.ReadAll(in); string(rest) != "the next line\n" {
		t.Errorf("%q is left", rest)
	}
}

func TestNobodyToAsk(t *testing.T) {
	yes, err := Confirm(t.Context(), strings.NewReader("y\n"), io.Discard, "Go on?")
	if yes || quotes.CodeOf(err) != quotes.CodeInvalid || !strings.Contains(err.Error(), "--yes") {
		t.Errorf("got %v, %v", yes, err)
	}
}

func TestInterruptedQuestion(t *testing.T) {
	never, hold := io.Pipe()
	t.Cleanup(func() { _ = hold.Close() })
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if yes, err := ask(ctx, never, io.Discard, "?"); yes || !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, %v", yes, err)
	}
}
