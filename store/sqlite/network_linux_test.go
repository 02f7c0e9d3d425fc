package sqlite

import (
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
