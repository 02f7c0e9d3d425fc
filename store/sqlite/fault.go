package sqlite

import (
	"context"
	"errors"
	"io/fs"
	"syscall"

	driver "modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"onrecord/quotes"
)

// faults says what SQLite's primary result codes mean for a user.
var faults = map[int]struct{ what, remedy string }{
	lib.SQLITE_BUSY:     {"is locked by another program", "wait until that has finished, then try again"},
	lib.SQLITE_LOCKED:   {"is locked by another program", "wait until that has finished, then try again"},
	lib.SQLITE_READONLY: {"cannot be written to", "check the permissions of the file and its folder, or copy it to a place you may write to"},
	lib.SQLITE_PERM:     {"may not be used by you", "ask for permission to read and write it"},
	lib.SQLITE_CANTOPEN: {"cannot be opened", "check the permissions of the file and its folder"},
	lib.SQLITE_FULL:     {"cannot grow: the disk is full", "free some space and run the same command again; nothing was half stored"},
	lib.SQLITE_IOERR:    {"cannot be read or written", "check the disk and its free space, then run `onrecord check`"},
	lib.SQLITE_CORRUPT:  {"is damaged", "restore a backup; `onrecord check` says what is wrong"},
	lib.SQLITE_NOTADB:   {"is not a record but some other kind of file", "name the record with --db PATH"},
}

// fault gives an error of the driver the form of an error the user can mend.
// Errors of ours, of the context and nil pass as they are.
func (s *Store) fault(err error) error {
	var ours *quotes.Error
	var theirs *driver.Error
	switch {
	case err == nil, errors.As(err, &ours), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case !errors.As(err, &theirs):
		return err
	}
	if theirs.Code() == lib.SQLITE_INTERRUPT {
		return context.Canceled
	}
	f, known := faults[theirs.Code()&0xff]
	if !known {
		return err
	}
	return &quotes.Error{Code: quotes.CodeUnusable, Message: s.path + " " + f.what, Remedy: f.remedy}
}

// isBusy reports whether another process held the file for the moment.
func isBusy(err error) bool {
	var theirs *driver.Error
	return errors.As(err, &theirs) && theirs.Code()&0xff == lib.SQLITE_BUSY
}

// isCorrupt reports whether SQLite found the file, or an index in it, to
// contradict itself.
func isCorrupt(err error) bool {
	var theirs *driver.Error
	return errors.As(err, &theirs) && theirs.Code()&0xff == lib.SQLITE_CORRUPT
}

// unusable is the error for a path that the operating system refuses.
func unusable(path string, err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	e := &quotes.Error{Code: quotes.CodeUnusable, Message: "cannot use " + path, Err: err}
	switch {
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return e.Do("check the permissions of the file and its folder, or name another with --db PATH")
	case errors.Is(err, syscall.ENOSPC):
		return e.Do("free some space")
	}
	return e.Do("name another with --db PATH")
}
