package sqlite

import (
	"os"
	"path/filepath"
	"testing"

	"onrecord/quotes"
)

func TestNetworkFilesystem(t *testing.T) {
	actual := filesystemOf
	defer func() { filesystemOf = actual }()
	filesystemOf = func(string) uint32 { return 0x6969 }
	_, err := OpenOrCreate(ctx, filepath.Join(t.TempDir(), "record.db"), Options{})
	wantError(t, err, quotes.CodeUnusable, "NFS")
}

// A backup on a medium that cannot be written to is read all the same, without
// the files that SQLite makes beside a record; but not if it is not whole.
func TestReadOnlyFilesystem(t *testing.T) {
	path := filepath.Join(t.TempDir(), "record.db")
	if err := openTest(t, path).Close(); err != nil {
		t.Fatal(err)
	}
	actual := onReadOnlyFilesystem
	defer func() { onReadOnlyFilesystem = actual }()
	onReadOnlyFilesystem = func(string) bool { return true }
	s, err := Open(ctx, path, Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Speakers(ctx, quotes.SpeakerFilter{}); err != nil {
		t.Error(err)
	}
	if beside, _ := filepath.Glob(path + "-*"); len(beside) > 0 {
		t.Errorf("made %s", beside)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	_, err = Open(ctx, path, Options{})
	wantError(t, err, quotes.CodeUnusable, "read-only filesystem")
	if err := os.WriteFile(path+"-wal", []byte("changes"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err = Open(ctx, path, Options{ReadOnly: true})
	wantError(t, err, quotes.CodeUnusable, "record.db-wal holds changes")
}
