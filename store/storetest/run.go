// Package storetest is the suite that every store has to pass: what store.Store
// promises, tried without knowing how a store keeps it.
package storetest

import (
	"context"
	"errors"
	"slices"
	"testing"

	"onrecord/quotes"
	"onrecord/store"
)

// Opener opens one more handle on one record, closed by the test's cleanup.
type Opener func(t *testing.T) store.Store

// Run tries a store; fresh makes an empty record for each test.
func Run(t *testing.T, fresh func(t *testing.T) Opener) {
	for _, group := range [][]test{ingestTests, listTests, filterTests, searchTests, editTests, additionTests, speakerTests, claimTests, matchTests, claimsDeskTests, rulingTests, undoTests, reviewTests, keeperTests} {
		for _, one := range group {
			t.Run(one.name, func(t *testing.T) { one.run(t, fresh(t)(t)) })
		}
	}
	for _, one := range sharedTests {
		t.Run(one.name, func(t *testing.T) { one.run(t, fresh(t)) })
	}
}

// test is a test on one handle. After each the record has to be sound.
type test struct {
	name string
	run  func(t *testing.T, s store.Store)
}

// sharedTest opens as many handles as it likes.
type sharedTest struct {
	name string
	run  func(t *testing.T, open Opener)
}

var ctx = context.Background()

// sound fails unless the record passes its own check.
func sound(t *testing.T, s store.Store) *store.Report {
	t.Helper()
	report, err := s.Check(ctx, "")
	if err != nil {
		t.Fatalf("Check: %v", err)
	}
	for _, p := range report.Problems {
		t.Errorf("Check: %s", p)
	}
	return report
}

// wantCode fails unless err is an Error of this code which says what to do.
func wantCode(t *testing.T, err error, code quotes.Code) {
	t.Helper()
	if quotes.CodeOf(err) != code {
		t.Fatalf("error %v, want code %s", err, code)
	}
	var e *quotes.Error
	if !errors.As(err, &e) || e.Remedy == "" || e.Message == "" {
		t.Errorf("error %q has no remedy", err)
	}
}

func must[T any](t *testing.T) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func ok(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func same[T comparable](t *testing.T, what string, got, want []T) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

func equal[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

// ids of the chosen quotes, in order.
func ids(t *testing.T, s store.Store, f quotes.Filter) []quotes.QuoteID {
	t.Helper()
	out := []quotes.QuoteID{}
	for _, q := range listed(t, s, f) {
		out = append(out, q.ID)
	}
	return out
}

func list(ids ...quotes.QuoteID) []quotes.QuoteID { return ids }

func names(speakers []quotes.Speaker) []string {
	out := []string{}
	for _, s := range speakers {
		out = append(out, s.Name)
	}
	return out
}

func ptr[T any](v T) *T { return &v }
