package sqlite

import (
	"context"
	"database/sql"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	driver "modernc.org/sqlite"

	"onrecord/quotes"
)

// Backup writes a consistent copy of one moment. It is made under another name
// in the same folder, and gets its own only when it is whole and on disk.
func (s *Store) Backup(ctx context.Context, path string, force bool) (head string, err error) {
	if info, err := os.Stat(path); err == nil {
		own, _ := os.Stat(s.path)
		switch {
		case info.IsDir():
			return "", quotes.Errorf(quotes.CodeInvalid, "%s is a folder", path).Do("name a file in it")
		case !info.Mode().IsRegular():
			return "", quotes.Errorf(quotes.CodeInvalid, "%s is a device, not a file", path).Do("name a file")
		case os.SameFile(info, own):
			return "", quotes.Errorf(quotes.CodeInvalid, "%s is the record itself", path).Do("name another file")
		case !force:
			return "", backupExists(path)
		}
	}
	folder, err := os.MkdirTemp(filepath.Dir(path), ".onrecord-backup-")
	if err != nil {
		return "", unusable(path, err)
	}
	defer func() { _ = os.RemoveAll(folder) }()
	copied := filepath.Join(folder, "copy.db")
	if head, err = s.copyTo(ctx, copied); err != nil {
		return "", (&Store{path: path}).fault(err)
	}
	if err := settle(copied, path, force); err != nil {
		if errors.Is(err, fs.ErrExist) {
			return "", backupExists(path)
		}
		return "", unusable(path, err)
	}
	return head, nil
}

func backupExists(path string) error {
	return quotes.Errorf(quotes.CodeConflict, "%s exists already", path).Do("name another file, or replace it with --force")
}

// copyTo writes the copy and reads the end of the chain from it.
func (s *Store) copyTo(ctx context.Context, path string) (string, error) {
	if err := makeFile(path, false); err != nil {
		return "", err
	}
	if _, err := s.db.ExecContext(ctx, "VACUUM INTO ?", path); err != nil {
		return "", err
	}
	connector, err := driver.NewConnector(dsn(path, false))
	if err != nil {
		return "", err
	}
	db := sql.OpenDB(connector)
	defer func() { _ = db.Close() }()
	if _, err := db.ExecContext(ctx, "PRAGMA journal_mode = WAL"); err != nil {
		return "", err
	}
	var hash []byte
	err = db.QueryRowContext(ctx, "SELECT hash FROM changes ORDER BY seq DESC LIMIT 1").Scan(&hash)
	if none(err) {
		err = nil
	}
	if err != nil {
		return "", err
	}
	return hex.EncodeToString(hash), db.Close()
}

// settle brings a finished file to disk and under its name; without force only
// if that is free.
func settle(from, to string, force bool) error {
	f, err := os.OpenFile(from, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return err
	}
	if force {
		err = os.Rename(from, to)
	} else if err = os.Link(from, to); err != nil && !errors.Is(err, fs.ErrExist) {
		// A filesystem without links: the name was free a moment ago.
		err = os.Rename(from, to)
	}
	if err != nil {
		return err
	}
	folder, err := os.Open(filepath.Dir(to))
	if err != nil {
		return err
	}
	_ = folder.Sync() // some systems cannot sync a folder
	return folder.Close()
}
