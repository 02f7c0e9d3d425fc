package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/user"
	"path/filepath"
	"runtime"
	"syscall"
	"time"

	"onrecord/quotes"
	"onrecord/quotes/exchange"
)

// environment is all that a command knows of the world outside the record:
// streams, variables and the clock.
type environment struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	getenv         func(string) string
	now            func() time.Time // nil: the system's
	broken         error            // the first failure of print
	// scales reads the scales of the record that is open; nil: none is.
	scales func() (quotes.Scales, error)
}

// Variables that onrecord reads beside those of terminals in general.
const (
	envDatabase = "ONRECORD_DB"
	envEditor   = "ONRECORD_EDITOR"
	envNow      = "ONRECORD_NOW" // RFC 3339: fixes the clock, for tests and reproducible runs
)

// clock is the time of the command in the user's zone, whose today it tells;
// the record keeps it in UTC.
func (e *environment) clock() time.Time {
	if e.now != nil {
		return e.now()
	}
	if fixed, err := time.Parse(time.RFC3339, e.getenv(envNow)); err == nil {
		return fixed
	}
	return time.Now()
}

// databasePath is where the record is kept: --db, else ONRECORD_DB, else
// onrecord/onrecord.db in the user's data folder.
func (e *environment) databasePath(flag string) (string, error) {
	if flag != "" {
		return flag, nil
	}
	if path := e.getenv(envDatabase); path != "" {
		return path, nil
	}
	folder, err := e.dataFolder()
	if err != nil {
		return "", err
	}
	return filepath.Join(folder, "onrecord", "onrecord.db"), nil
}

// dataFolder is the user's data folder: XDG_DATA_HOME where it is set (the XDG
// Base Directory Specification has relative ones ignored), else the system's
// equivalent.
func (e *environment) dataFolder() (string, error) {
	if folder := e.getenv("XDG_DATA_HOME"); filepath.IsAbs(folder) {
		return folder, nil
	}
	switch runtime.GOOS {
	case "windows":
		if folder := e.getenv("LOCALAPPDATA"); folder != "" {
			return folder, nil
		}
	case "darwin":
		if home := e.getenv("HOME"); home != "" {
			return filepath.Join(home, "Library", "Application Support"), nil
		}
	default:
		if home := e.getenv("HOME"); home != "" {
			return filepath.Join(home, ".local", "share"), nil
		}
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", quotes.Errorf(quotes.CodeUnusable, "no place for the database: %v", err).
			Do("name one with --db PATH or %s", envDatabase)
	}
	return filepath.Join(home, ".local", "share"), nil
}

// editor is who signs changes: --as, else ONRECORD_EDITOR, else the system
// user.
func (e *environment) editor(flag string) string {
	if flag != "" {
		return flag
	}
	if name := e.getenv(envEditor); name != "" {
		return name
	}
	for _, variable := range []string{"USER", "LOGNAME", "USERNAME"} {
		if name := e.getenv(variable); name != "" {
			return name
		}
	}
	if u, err := user.Current(); err == nil && u.Username != "" {
		return u.Username
	}
	return "unknown"
}

// print writes data to standard output. A failure is remembered, and makes the
// command fail at its end: what it had to tell did not arrive.
func (e *environment) print(format string, args ...any) {
	if _, err := fmt.Fprintf(e.stdout, format, args...); e.broken == nil {
		e.broken = outputFault(err)
	}
}

// outputFault names standard output in a failure to write to it. A reader that
// closed the pipe early has read enough: that is no failure. Errors with a
// code pass as they are.
func outputFault(err error) error {
	if errors.Is(err, syscall.EPIPE) {
		return nil
	}
	var pathErr *fs.PathError
	if quotes.CodeOf(err) == "" && errors.As(err, &pathErr) && pathErr.Op == "write" {
		return quotes.Errorf(quotes.CodeUnusable, "standard output cannot be written: %v", pathErr.Err).
			Do("check the space on the disk, or where the output goes")
	}
	return err
}

// scalesShown are the scales by which verdicts are coloured. What cannot be read
// of them is coloured as by default: the words are there all the same.
func (e *environment) scalesShown() quotes.Scales {
	if e.scales == nil {
		return quotes.Scales{}
	}
	scales, err := e.scales()
	if err != nil {
		return quotes.Scales{}
	}
	return scales
}

// say writes a message for the user, in one line and harmless, to stderr.
func (e *environment) say(format string, args ...any) {
	fmt.Fprintln(e.stderr, exchange.Line(fmt.Sprintf(format, args...)))
}
