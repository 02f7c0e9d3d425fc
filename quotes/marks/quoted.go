package marks

import "onrecord/quotes"

// Style is the sort of marks around a stretch.
type Style uint8

// The styles.
const (
	Double      Style = iota // " “ ” „ '' `` and their mixtures
	Single                   // ' ‘ ’ ‚
	Guillemet                // « », either way round
	Angle                    // ‹ ›, either way round
	Corner                   // 「 」
	WhiteCorner              // 『 』
	Dash                     // a dash at the start of the paragraph
)

var styleNames = [...]string{"double", "single", "guillemet", "angle", "corner", "white-corner", "dash"}

func (s Style) String() string { return styleNames[s] }

// Ending tells how a stretch ends.
type Ending uint8

// The endings.
const (
	Closed    Ending = iota // by its mark
	Continued               // with the paragraph; the next one opens again
	Implicit                // with the paragraph, and nothing goes on
	Damaged                 // one of its marks is missing: where it was is a guess
)

var endingNames = [...]string{"closed", "continued", "implicit", "damaged"}

func (e Ending) String() string { return endingNames[e] }

// Quoted is a stretch between marks, within one paragraph.
type Quoted struct {
	// Span is the words: without the marks, without space at its ends, never
	// empty.
	Span quotes.Span
	// Outer is the words with those marks that are there.
	Outer     quotes.Span
	Style     Style
	Ending    Ending
	Paragraph int // index into the paragraphs given
	Depth     int // how many stretches are around it
	Parent    int // index of the one right around it, or -1
	// Continues is the index of the stretch in the paragraph before which
	// this one goes on from, or -1.
	Continues int
	// Primary tells whether the article sets its quotes in marks of this
	// sort: false for single marks where double ones are its first choice,
	// except in headings, and for dashes.
	Primary bool
}
