package quotes

import (
	"errors"
	"fmt"
)

// Code says what kind of failure an Error is, for callers that act on it.
type Code string

// The codes.
const (
	CodeInvalid   Code = "invalid"   // the input is wrong: exit 2 when it came from the command line
	CodeNotFound  Code = "not-found" // an id or name that the record does not hold
	CodeConflict  Code = "conflict"  // a stale revision, or an undo that later work forbids
	CodeAmbiguous Code = "ambiguous" // a name that fits several
	CodeUnusable  Code = "unusable"  // a file or database that cannot be worked with
)

// Error is a failure which the user can do something about. Message says what
// failed, Remedy what to do, both without a full stop; either is one line.
type Error struct {
	Code    Code
	Message string
	Remedy  string
	Err     error // the cause, if there is one
}

// Error gives "message; remedy", the form of every error of the command line.
func (e *Error) Error() string {
	text := e.Message
	if e.Err != nil {
		text += ": " + e.Err.Error()
	}
	if e.Remedy != "" {
		text += "; " + e.Remedy
	}
	return text
}

func (e *Error) Unwrap() error { return e.Err }

// Errorf makes an Error of the code with a formatted message; give it a remedy
// with Error.Do.
func Errorf(code Code, format string, args ...any) *Error {
	return &Error{Code: code, Message: fmt.Sprintf(format, args...)}
}

// Do sets the remedy and returns the error.
func (e *Error) Do(format string, args ...any) *Error {
	e.Remedy = fmt.Sprintf(format, args...)
	return e
}

// CodeOf is the code of the first Error in err's chain, or "" if there is none.
func CodeOf(err error) Code {
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}
