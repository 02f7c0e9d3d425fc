package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Every command that the README gives in an ```sh block runs as it is written,
// one after another as a reader types them, on the example files. Blocks of
// another kind, such as ```console, show something and are not run; nor are
// lines that run no onrecord.
func TestReadme(t *testing.T) {
	shell, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("no sh")
	}
	root := filepath.Join("..", "..")
	readme, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Skip("there is no README.md yet")
	}
	scratch := scratchFolder(t)
	commands := shellLines(string(readme))
	if len(commands) < 10 {
		t.Fatalf("%d commands found", len(commands))
	}
	for _, line := range commands {
		// What is run from source there is run as this test's program here.
		c := inScratch(shell, scratch, strings.ReplaceAll(line, "go run ./cmd/onrecord", "onrecord"))
		if out, err := c.CombinedOutput(); err != nil {
			t.Errorf("%s\n%v: %s", line, err, out)
		}
	}
}

// runsProgram finds onrecord in the place of a command.
var runsProgram = regexp.MustCompile(`(^|[|;&(] *)(onrecord|go run \./cmd/onrecord)( |$)`)

// shellLines are the lines of sh blocks that run onrecord; a line that ends in
// a backslash goes on in the next.
func shellLines(markdown string) []string {
	var found []string
	inside := false
	for line := range strings.Lines(strings.ReplaceAll(markdown, "\\\n", " ")) {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "```"):
			inside = line == "```sh"
		case inside && runsProgram.MatchString(line):
			found = append(found, line)
		}
	}
	return found
}

// scratchFolder holds the example files where they are in the repository.
func scratchFolder(t *testing.T) string {
	t.Helper()
	scratch := t.TempDir()
	if err := os.CopyFS(filepath.Join(scratch, "cmd", "onrecord", "testdata"), os.DirFS("testdata")); err != nil {
		t.Fatal(err)
	}
	return scratch
}

// inScratch is a command line to be run in the scratch folder, with a record,
// an editor and a clock of its own.
func inScratch(shell, scratch, line string) *exec.Cmd {
	c := exec.Command(shell, "-c", line)
	c.Dir = scratch
	c.Env = append(os.Environ(), "HOME="+scratch, "XDG_DATA_HOME="+scratch, "TMPDIR="+scratch,
		envDatabase+"=", envEditor+"=rosa", envNow+"="+fixedNow, "NO_COLOR=1", "ONRECORD_FORCE_TTY=")
	return c
}

// The ```console block is a picture of a terminal: the commands behind $ print
// what stands below them. UPDATE_SCRIPTS=1 takes the picture anew.
func TestReadmePicture(t *testing.T) {
	shell, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("no sh")
	}
	path := filepath.Join("..", "..", "README.md")
	readme, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, found := strings.Cut(string(readme), "```console\n")
	picture, after, closed := strings.Cut(rest, "```\n")
	if !found || !closed {
		t.Fatal("the README has no picture")
	}
	scratch := scratchFolder(t)
	const given = `onrecord ingest -q cmd/onrecord/testdata/ferry.txt --outlet "The Sollan Courier" --published 2026-11-19 &&
		onrecord mark 3 half-true --note "three times" && onrecord tag 3 4 ferries`
	if out, err := inScratch(shell, scratch, given).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	var taken strings.Builder
	for line := range strings.Lines(picture) {
		command, isCommand := strings.CutPrefix(line, "$ ")
		if !isCommand {
			continue
		}
		out, err := inScratch(shell, scratch, "ONRECORD_FORCE_TTY=100 "+command).Output()
		if err != nil {
			t.Fatalf("%s: %v", command, err)
		}
		taken.WriteString(line + string(out))
	}
	switch {
	case taken.String() == picture:
	case os.Getenv("UPDATE_SCRIPTS") != "":
		if err := os.WriteFile(path, []byte(before+"```console\n"+taken.String()+"```\n"+after), 0o600); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("the picture in the README is out of date (UPDATE_SCRIPTS=1 takes it anew):\n%s", taken.String())
	}
}
