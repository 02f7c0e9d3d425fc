package text

import (
	"sort"
	"unicode/utf8"

	"onrecord/quotes"
)

// checkpointBytes is the distance between two checkpoints of a RuneIndex.
const checkpointBytes = 256

// RuneIndex converts offsets into one text between bytes and code points. An
// offset costs a short count from the nearest checkpoint; an ASCII text costs
// nothing and holds no checkpoints.
type RuneIndex struct {
	s     string
	runes int
	// checkpoints[k] is the first rune boundary at or after byte
	// k*checkpointBytes, with the number of runes before it.
	checkpoints []checkpoint
}

type checkpoint struct{ byte, rune int }

// NewRuneIndex reads s once.
func NewRuneIndex(s string) *RuneIndex {
	x := &RuneIndex{s: s, runes: utf8.RuneCountInString(s)}
	if x.runes == len(s) {
		return x
	}
	x.checkpoints = make([]checkpoint, 0, len(s)/checkpointBytes+1)
	at := checkpoint{}
	for k := 0; k*checkpointBytes <= len(s); k++ {
		for at.byte < k*checkpointBytes {
			_, n := utf8.DecodeRuneInString(s[at.byte:])
			at.byte += n
			at.rune++
		}
		x.checkpoints = append(x.checkpoints, at)
	}
	return x
}

// Runes is the length of the text in code points.
func (x *RuneIndex) Runes() int { return x.runes }

// Rune is the number of code points before byte offset b, which must be a
// rune boundary in 0..len(text).
func (x *RuneIndex) Rune(b int) int {
	if x.checkpoints == nil {
		return b
	}
	at := x.checkpoints[b/checkpointBytes]
	if at.byte > b {
		// The rune at the checkpoint's edge begins at b or before it.
		at = x.checkpoints[b/checkpointBytes-1]
	}
	return at.rune + utf8.RuneCountInString(x.s[at.byte:b])
}

// Byte is the byte offset of the code point with index r in 0..Runes().
func (x *RuneIndex) Byte(r int) int {
	if x.checkpoints == nil {
		return r
	}
	k := sort.Search(len(x.checkpoints), func(k int) bool { return x.checkpoints[k].rune > r })
	at := x.checkpoints[k-1]
	for at.rune < r {
		_, n := utf8.DecodeRuneInString(x.s[at.byte:])
		at.byte += n
		at.rune++
	}
	return at.byte
}

// ToRunes converts a span from bytes to code points.
func (x *RuneIndex) ToRunes(b quotes.Span) quotes.Span {
	return quotes.Span{Start: x.Rune(b.Start), End: x.Rune(b.End)}
}

// ToBytes converts a span from code points to bytes.
func (x *RuneIndex) ToBytes(r quotes.Span) quotes.Span {
	return quotes.Span{Start: x.Byte(r.Start), End: x.Byte(r.End)}
}
