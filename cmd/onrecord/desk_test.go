package main

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
)

// desk is an editor's desk for tests: a record of its own, worked on within
// this process.
type desk struct {
	t         *testing.T
	variables map[string]string
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	return &desk{t: t, variables: map[string]string{
		envDatabase: filepath.Join(t.TempDir(), "record.db"), envEditor: "rosa", envNow: fixedNow,
	}}
}

// run gives what a command wrote, and its exit code.
func (d *desk) run(stdin string, words ...string) (stdout, stderr string, code int) {
	d.t.Helper()
	var out, errs strings.Builder
	code = run(context.Background(), words, &environment{
		stdin: strings.NewReader(stdin), stdout: &out, stderr: &errs,
		getenv: func(name string) string { return d.variables[name] },
	})
	return out.String(), errs.String(), code
}

// must is run for a command that has to succeed.
func (d *desk) must(stdin string, words ...string) string {
	d.t.Helper()
	stdout, stderr, code := d.run(stdin, words...)
	if code != exitOK {
		d.t.Fatalf("%s: exit code %d: %s", strings.Join(words, " "), code, stderr)
	}
	return stdout
}
