package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// The test binary is also the program: a script's `onrecord` runs main.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"onrecord": main, "binaries": writeBinaries, "fill": fillSheet})
}

// fixedNow is the clock of the scripts: a Monday.
const fixedNow = "2026-11-23T09:00:00Z"

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       os.Getenv("UPDATE_SCRIPTS") != "",
		Setup:               scriptSetup,
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"exit": exitCommand,
		},
	})
}

// scriptSetup gives a script a record of its own, an editor, a fixed clock and
// the example articles.
func scriptSetup(env *testscript.Env) error {
	examples, err := filepath.Abs("testdata")
	if err != nil {
		return err
	}
	env.Setenv("HOME", env.WorkDir)
	env.Setenv("ONRECORD_DB", filepath.Join(env.WorkDir, "record.db"))
	env.Setenv(envEditor, "rosa")
	env.Setenv(envNow, fixedNow)
	env.Setenv("EXAMPLES", examples)
	return nil
}

// writeBinaries makes what is no text in the current folder: `exec binaries`.
// A script cannot hold such bytes.
func writeBinaries() {
	for name, content := range map[string]string{
		"picture.png": "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
		"picture.txt": "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
		"paper.pdf":   "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
		"archive.zip": "PK\x03\x04\x14\x00\x00\x00",
	} {
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			panic(err)
		}
	}
}

// exitCommand is `exit CODE COMMAND…`: the command must end with that code.
func exitCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exit CODE COMMAND…")
	}
	err := ts.Exec(args[1], args[2:]...)
	got := 0
	if status := (&exec.ExitError{}); errors.As(err, &status) {
		got = status.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if want := args[0]; want != strconv.Itoa(got) {
		ts.Fatalf("exit code %d, want %s", got, want)
	}
}
