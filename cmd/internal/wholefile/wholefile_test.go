package wholefile

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	"onrecord/quotes"
)

func writing(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

func TestWrite(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.csv")
	if err := Write(path, false, writing("first")); err != nil {
		t.Fatal(err)
	}
	if err := Write(path, false, writing("second")); quotes.CodeOf(err) != quotes.CodeConflict {
		t.Fatalf("an existing file: %v", err)
	}
	expect(t, path, "first")
	if err := Write(path, true, writing("third")); err != nil {
		t.Fatal(err)
	}
	expect(t, path, "third")
}

// A writer that fails midway leaves what was there, and nothing beside it.
func TestWriteFails(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "out.csv")
	broken := errors.New("broken")
	half := func(w io.Writer) error {
		if _, err := io.WriteString(w, "half"); err != nil {
			return err
		}
		return broken
	}
	if err := Write(path, false, half); err == nil {
		t.Fatal("no error")
	}
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Write(path, true, half); err == nil {
		t.Fatal("no error")
	}
	expect(t, path, "old")
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) != 1 {
		t.Fatalf("left behind: %v %v", entries, err)
	}
}

// Replacing what a path names must not take a device out of the system, or
// part a link from its file.
func TestWriteToWhatIsNoFile(t *testing.T) {
	if err := Write(t.TempDir(), true, writing("x")); quotes.CodeOf(err) != quotes.CodeInvalid {
		t.Errorf("a folder: %v", err)
	}
	folder := t.TempDir()
	link, file := filepath.Join(folder, "link.csv"), filepath.Join(folder, "file.csv")
	if err := errors.Join(os.WriteFile(file, []byte("old"), 0o600), os.Symlink(file, link)); err != nil {
		t.Skip(err)
	}
	if err := Write(link, true, writing("new")); err != nil {
		t.Fatal(err)
	}
	expect(t, file, "new")
	// A pipe stands for devices: what fails on one must not harm the machine.
	reader, writer, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	path := fmt.Sprintf("/dev/fd/%d", writer.Fd())
	if _, err := os.Stat(path); err != nil {
		t.Skip(err)
	}
	for _, force := range []bool{false, true} {
		if err := Write(path, force, writing("through")); err != nil {
			t.Fatal(err)
		}
	}
	writer.Close()
	if got, err := io.ReadAll(reader); err != nil || string(got) != "throughthrough" {
		t.Fatalf("%q, %v", got, err)
	}
}

func TestWriteWhereThereIsNoFolder(t *testing.T) {
	err := Write(filepath.Join(t.TempDir(), "missing", "out.csv"), false, writing("x"))
	if quotes.CodeOf(err) != quotes.CodeUnusable {
		t.Fatal(err)
	}
}

func expect(t *testing.T, path, want string) {
	t.Helper()
	got, err := os.ReadFile(path)
	if err != nil || string(got) != want {
		t.Fatalf("%q, %v; want %q", got, err, want)
	}
}
