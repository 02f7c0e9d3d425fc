package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"onrecord/quotes"
	"onrecord/store"
)

// access is what a command wants of the record.
type access int

const (
	accessRead   access = iota // a missing database is an error
	accessWrite                // likewise, but it will be written to
	accessCreate               // a missing database is made
)

// withRecord opens the record that the command line names, hands it to do with
// an Op signed by the editor (an empty one for reading), and closes it.
func withRecord(c *cli.Context, env *environment, want access, do func(store.Store, *store.Op) error) (err error) {
	if err := noneEmpty(c, globalFlags()); err != nil {
		return err
	}
	path, err := env.databasePath(c.String(flagDB))
	if err != nil {
		return err
	}
	op := &store.Op{}
	if want != accessRead {
		op = newOp(c, env)
	}
	_, statErr := os.Stat(path)
	starting := want == accessCreate && errors.Is(statErr, fs.ErrNotExist)
	if starting && op.DryRun {
		// Not even an empty record is left behind.
		folder, err := os.MkdirTemp("", "onrecord-dry-run-")
		if err != nil {
			return quotes.Errorf(quotes.CodeUnusable, "no place for a dry run: %v", err).Do("check TMPDIR")
		}
		defer os.RemoveAll(folder)
		path = filepath.Join(folder, "record.db")
	}
	record, err := openRecord(c.Context, env, path, want)
	if err != nil {
		return err
	}
	defer func() {
		if closeErr := record.Close(); err == nil {
			err = closeErr
		}
	}()
	if starting && !op.DryRun {
		env.say("started a new record: %s", path)
	}
	env.scales = func() (quotes.Scales, error) { return record.Scales(c.Context) }
	defer func() { env.scales = nil }()
	return do(record, op)
}

// newOp signs what the command will change.
func newOp(c *cli.Context, env *environment) *store.Op {
	return &store.Op{
		Who:     env.editor(c.String(flagAs)),
		Command: commandName(c),
		DryRun:  c.Bool(flagDryRun),
	}
}

// commandName is "mark" or "speakers rename".
func commandName(c *cli.Context) string {
	lineage := c.Lineage()
	name := ""
	for _, ctx := range lineage {
		if ctx.Command == nil || ctx.Command.Name == "" || ctx.Command.Name == c.App.Name {
			continue
		}
		if name != "" {
			name = " " + name
		}
		name = ctx.Command.Name + name
	}
	return name
}

const (
	flagDryRun = "dry-run"
	flagYes    = "yes"
)

// writeFlags are what every command that changes the record accepts.
func writeFlags(more ...cli.Flag) []cli.Flag {
	return append(more,
		&cli.BoolFlag{Name: flagDryRun, Usage: "say what would be done, and change nothing"},
		&cli.BoolFlag{Name: flagYes, Aliases: []string{"y"}, Usage: "do not ask before changing many records"},
	)
}
