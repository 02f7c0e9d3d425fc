package main

import (
	"context"
	"errors"
	"io"
	"os"
	"unicode/utf8"

	"onrecord/quotes"
)

// input is standard input for a command that waits for it: reading ends with
// ctx, as after an interrupt, and fails with ctx's error.
func (e *environment) input(ctx context.Context) io.Reader {
	return interruptibly(ctx, e.stdin)
}

func interruptibly(ctx context.Context, from io.Reader) io.Reader {
	return &interruptible{ctx: ctx, from: from}
}

// interruptible reads in the background, since a read from a terminal or pipe
// cannot be taken back: the last one is left behind.
type interruptible struct {
	ctx    context.Context
	from   io.Reader
	buffer [1 << 16]byte
	read   []byte // what of buffer is not yet handed on
	err    error
}

func (r *interruptible) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err // the background may still be writing to the buffer
	}
	if len(r.read) == 0 && r.err == nil {
		done := make(chan struct{})
		go func() {
			n, err := r.from.Read(r.buffer[:])
			r.read, r.err = r.buffer[:n], err
			close(done)
		}()
		select {
		case <-r.ctx.Done():
			return 0, r.ctx.Err()
		case <-done:
		}
	}
	n := copy(p, r.read)
	r.read = r.read[n:]
	if len(r.read) > 0 {
		return n, nil
	}
	return n, r.err
}

// lateFile opens its file when it is first read from.
type lateFile struct {
	path string
	file *os.File
}

func (l *lateFile) Read(p []byte) (n int, err error) {
	if l.file == nil {
		if l.file, err = os.Open(l.path); err != nil {
			return 0, err
		}
	}
	if n, err = l.file.Read(p); err != nil {
		_ = l.file.Close() // read to its end, or broken: nothing more comes
	}
	return n, err
}

// mostInput is how much of standard input one text may be.
const mostInput = 1 << 20

// readAllText reads a text of at most mostInput bytes; what is no UTF-8 is
// CodeInvalid.
func readAllText(r io.Reader) (string, error) {
	data, err := io.ReadAll(io.LimitReader(r, mostInput+1))
	if errors.Is(err, context.Canceled) {
		return "", err
	}
	if err != nil {
		return "", quotes.Errorf(quotes.CodeUnusable, "standard input: %v", err).Do("try again")
	}
	if len(data) > mostInput {
		return "", quotes.Errorf(quotes.CodeInvalid, "standard input is longer than 1 MB").Do("a whole article goes through `onrecord ingest -`")
	}
	if !utf8.Valid(data) {
		return "", quotes.Errorf(quotes.CodeInvalid, "standard input is no UTF-8 text").Do("save it as UTF-8")
	}
	return string(data), nil
}
