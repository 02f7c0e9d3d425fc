// Package sqlite keeps a record in one SQLite file, in pure Go. Several
// processes of one machine may work on a file at once.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	driver "modernc.org/sqlite"

	"onrecord/quotes"
	"onrecord/store"
)

// Options say how a record is opened.
type Options struct {
	// Shared lets the file's group read and write a record that is made.
	Shared bool
	// ReadOnly opens a record for reading only, once it is up to date.
	ReadOnly bool
	// Now is the clock of changes; nil is the system's.
	Now func() time.Time
}

// Store is a record in an SQLite file. It is safe for concurrent use.
type Store struct {
	db       *sql.DB
	path     string
	readOnly bool
	now      func() time.Time
	known    knownNames
}

var _ store.Store = (*Store)(nil)

// Limits of a connection. A writer waits its turn for as long as busyTimeout;
// mapSize is address space for reading, not memory.
const (
	busyTimeout = "10000" // milliseconds
	mapSize     = "1099511627776"
	cacheSize   = "65536" // KiB at most, as needed; more was slower
)

// Open opens the record at path, and brings an older one up to date. A path
// without a file is CodeNotFound; anything else that is no usable record is
// CodeUnusable.
func Open(ctx context.Context, path string, o Options) (*Store, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, quotes.Errorf(quotes.CodeNotFound, "there is no record at %s", path).
			Do("start one with `onrecord init` or by ingesting an article, or name another with --db PATH")
	case err != nil:
		return nil, unusable(path, err)
	case info.IsDir():
		return nil, quotes.Errorf(quotes.CodeUnusable, "%s is a folder, not a record", path).
			Do("name a file with --db PATH")
	}
	s, err := open(ctx, path, o)
	if !errors.Is(err, errOlder) {
		return s, err
	}
	if err := bringUpToDate(ctx, path, o); err != nil {
		return nil, err
	}
	return open(ctx, path, o)
}

// bringUpToDate migrates a record that is only to be read: after an upgrade the
// first command is as likely a listing as anything else.
func bringUpToDate(ctx context.Context, path string, o Options) error {
	o.ReadOnly = false
	s, err := open(ctx, path, o)
	if err != nil {
		return err
	}
	return s.Close()
}

// Create makes a new record at path; a record already there is CodeConflict.
func Create(ctx context.Context, path string, o Options) (*Store, error) {
	if info, err := os.Stat(path); err == nil && (info.IsDir() || info.Size() > 0) {
		return nil, quotes.Errorf(quotes.CodeConflict, "%s exists already", path).
			Do("use it as it is, or name another with --db PATH")
	}
	return OpenOrCreate(ctx, path, o)
}

// OpenOrCreate opens the record at path, or makes one with the folders it
// needs.
func OpenOrCreate(ctx context.Context, path string, o Options) (*Store, error) {
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		return Open(ctx, path, o)
	}
	if err := makeFile(path, o.Shared); err != nil {
		return nil, unusable(path, err)
	}
	return open(ctx, path, o)
}

// makeFile makes an empty file which only its owner, or with shared also the
// group, may use. SQLite gives the files beside it the same permissions.
func makeFile(path string, shared bool) error {
	folderMode, fileMode := fs.FileMode(0o700), fs.FileMode(0o600)
	if shared {
		folderMode, fileMode = 0o770, 0o660
	}
	folder := filepath.Dir(path)
	if _, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) {
		if err := os.MkdirAll(folder, folderMode); err != nil {
			return err
		}
		// Beside the umask; the group of the folder goes to the files in it.
		if shared {
			if err := os.Chmod(folder, folderMode|fs.ModeSetgid); err != nil {
				return err
			}
		}
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, fileMode)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	return f.Chmod(fileMode)
}

func open(ctx context.Context, path string, o Options) (*Store, error) {
	if err := refuseNetwork(path); err != nil {
		return nil, err
	}
	address := dsn(path, o.ReadOnly)
	if onReadOnlyFilesystem(path) {
		if err := onlyToRead(path, o.ReadOnly); err != nil {
			return nil, err
		}
		address += "&immutable=1" // else SQLite wants to make files beside it
	}
	connector, err := driver.NewConnector(address)
	if err != nil {
		return nil, unusable(path, err)
	}
	s := &Store{db: sql.OpenDB(connector), path: path, readOnly: o.ReadOnly, now: o.Now}
	if s.now == nil {
		s.now = time.Now
	}
	if err := s.prepare(ctx, o.ReadOnly); err != nil {
		_ = s.db.Close()
		return nil, s.fault(err)
	}
	return s, nil
}

// onlyToRead refuses a record on a read-only filesystem which is to be written
// to, or which is not whole without the changes in the file beside it.
func onlyToRead(path string, readOnly bool) error {
	const remedy = "copy it to a place you may write to"
	if info, err := os.Stat(path + "-wal"); err == nil && info.Size() > 0 {
		return quotes.Errorf(quotes.CodeUnusable, "%s is on a read-only filesystem, and %s-wal holds changes of it", path, path).Do("%s, with that file", remedy)
	}
	if !readOnly {
		return quotes.Errorf(quotes.CodeUnusable, "%s is on a read-only filesystem", path).Do("%s", remedy)
	}
	return nil
}

// dsn names the file as a URI, in which every sign of the path stands for
// itself, with what SQLite is told on each new connection.
func dsn(path string, readOnly bool) string {
	if absolute, err := filepath.Abs(path); err == nil {
		path = absolute
	}
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // a Windows drive
	}
	q := "?_busy_timeout=" + busyTimeout + "&_foreign_keys=1&_synchronous=FULL&_txlock=immediate&_dqs=0" +
		"&_pragma=mmap_size%3D" + mapSize + "&_pragma=cache_size%3D-" + cacheSize
	if readOnly {
		q += "&mode=ro"
	}
	return "file://" + (&url.URL{Path: path}).EscapedPath() + q
}

// Close releases the file.
func (s *Store) Close() error { return s.fault(s.db.Close()) }
