package main

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"onrecord/cmd/internal/terminal"
	"onrecord/quotes"
	"onrecord/quotes/exchange"
)

// The first of many records are shown only when all the work is done and its
// progress off the screen, also when it broke off.
func TestPrintSome(t *testing.T) {
	var screen bytes.Buffer
	forced := func(name string) string { return map[string]string{terminal.EnvForce: "80"}[name] }
	s, err := terminal.NewScreen(&screen, forced, "never")
	if err != nil {
		t.Fatal(err)
	}
	columns, err := exchange.Quotes.Parse("text")
	if err != nil {
		t.Fatal(err)
	}
	out := &output[quotes.Quote]{
		env: &environment{stdout: &screen}, screen: s, table: exchange.Quotes, columns: columns, format: exchange.FormatTable,
	}
	broke := errors.New("broke off")
	done := 0
	printed, err := out.printSome(func(yield func(*quotes.Quote, error) bool) {
		for _, words := range []string{"one", "two", "three"} {
			done++
			if !yield(&quotes.Quote{Text: words}, nil) {
				return
			}
		}
		yield(nil, broke)
	}, 2, func() {
		if screen.Len() > 0 || done != 3 {
			t.Errorf("after %d of the work the screen shows %q", done, screen.String())
		}
	})
	if printed != 2 || !errors.Is(err, broke) {
		t.Errorf("%d printed, %v", printed, err)
	}
	if got := screen.String(); !strings.Contains(got, "two") || strings.Contains(got, "three") {
		t.Errorf("shown: %q", got)
	}
}
