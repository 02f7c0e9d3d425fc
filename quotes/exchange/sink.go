package exchange

import (
	"bufio"
	"io"
)

// sink buffers what a writer puts out. Its first error stays with it: err and
// flush report it, so that put need not.
type sink struct{ out *bufio.Writer }

func newSink(w io.Writer) sink { return sink{bufio.NewWriter(w)} }

func (s sink) put(parts ...string) {
	for _, part := range parts {
		_, _ = s.out.WriteString(part)
	}
}

func (s sink) err() error {
	_, err := s.out.Write(nil)
	return err
}

func (s sink) flush() error { return s.out.Flush() }
