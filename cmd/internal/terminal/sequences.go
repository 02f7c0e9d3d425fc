//go:build !windows

package terminal

import "io"

// enableSequences reports whether out understands control sequences.
func enableSequences(io.Writer) bool { return true }
