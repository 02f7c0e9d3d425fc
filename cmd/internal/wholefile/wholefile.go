// Package wholefile writes files whole or not at all.
package wholefile

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"onrecord/quotes"
)

// Write makes the file at path of what write writes. It appears complete or
// not at all, whatever happens meanwhile; an existing one is kept, as
// CodeConflict, unless force replaces it. A link keeps pointing where it does:
// its file is replaced. A device or pipe is no file that could be kept or
// replaced, so it is written to, with force or without.
func Write(path string, force bool, write func(io.Writer) error) (err error) {
	if info, statErr := os.Stat(path); statErr == nil {
		switch {
		case info.IsDir():
			return quotes.Errorf(quotes.CodeInvalid, "%s is a folder", path).Do("name a file in it")
		case !info.Mode().IsRegular():
			return through(path, write)
		case force:
			if path, err = filepath.EvalSymlinks(path); err != nil {
				return failed(path, err)
			}
		}
	}
	if _, statErr := os.Lstat(path); statErr == nil && !force {
		return exists(path)
	}
	temporary, err := create(path)
	if err != nil {
		return failed(path, err)
	}
	defer func() {
		temporary.Close() // closed already, unless an error came before
		if err != nil {
			os.Remove(temporary.Name())
		}
	}()
	buffered := bufio.NewWriterSize(temporary, 1<<16)
	if err := write(buffered); err != nil {
		return failed(path, err)
	}
	if err := errors.Join(buffered.Flush(), temporary.Sync(), temporary.Close()); err != nil {
		return failed(path, err)
	}
	if force {
		err = os.Rename(temporary.Name(), path)
	} else if err = os.Link(temporary.Name(), path); err == nil {
		// A link, unlike a renaming, never replaces a file that appeared
		// meanwhile.
		os.Remove(temporary.Name())
	} else if !errors.Is(err, fs.ErrExist) {
		err = os.Rename(temporary.Name(), path) // a file system without links
	}
	if errors.Is(err, fs.ErrExist) {
		return exists(path)
	}
	if err != nil {
		return failed(path, err)
	}
	return nil
}

// through writes to a device or pipe, which stays what it is.
func through(path string, write func(io.Writer) error) error {
	out, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return failed(path, err)
	}
	buffered := bufio.NewWriterSize(out, 1<<16)
	if err := errors.Join(write(buffered), buffered.Flush(), out.Close()); err != nil {
		return failed(path, err)
	}
	return nil
}

// create makes a file beside path, with the permissions that any new file of
// the user gets; os.CreateTemp would keep it from colleagues.
func create(path string) (*os.File, error) {
	name := fmt.Sprintf(".%s.%d.part", filepath.Base(path), os.Getpid())
	return os.OpenFile(filepath.Join(filepath.Dir(path), name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
}

func exists(path string) error {
	return quotes.Errorf(quotes.CodeConflict, "%s exists already", path).Do("choose another name, or replace it with --force")
}

// failed names the file in errors of the system; those of the writer, which
// have a code, pass as they are.
func failed(path string, err error) error {
	if quotes.CodeOf(err) != "" {
		return err
	}
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		err = pathErr.Err
	}
	return quotes.Errorf(quotes.CodeUnusable, "%s cannot be written: %v", path, err).Do("check the folder, its permissions and the space on the disk")
}
