package quotes

import (
	"encoding/json"
	"fmt"
)

// Span is a half-open stretch [Start, End) of an article's text.
//
// The unit depends on where it is held. Inside the extraction stages offsets
// are bytes; in a Quote, in the database and in all output they are Unicode
// code points. The conversion happens once, at the end of extract.
type Span struct {
	Start, End int
}

// Len is the number of units the span covers.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether the span covers nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether other lies wholly within s.
func (s Span) Contains(other Span) bool { return s.Start <= other.Start && other.End <= s.End }

// Overlaps reports whether the two spans share at least one unit.
func (s Span) Overlaps(other Span) bool { return s.Start < other.End && other.Start < s.End }

// MarshalJSON writes the span as [start,end].
func (s Span) MarshalJSON() ([]byte, error) {
	return fmt.Appendf(nil, "[%d,%d]", s.Start, s.End), nil
}

// UnmarshalJSON reads [start,end].
func (s *Span) UnmarshalJSON(data []byte) error {
	var pair [2]int
	if err := json.Unmarshal(data, &pair); err != nil {
		return err
	}
	s.Start, s.End = pair[0], pair[1]
	return nil
}
