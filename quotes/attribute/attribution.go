// Package attribute decides, for every stretch between quote marks, whether
// somebody said it and which mention of the text names who.
//
// For each stretch the patterns of news prose propose candidates: a mention,
// the cue that ties it to the stretch, and the pattern as the evidence. The
// other mentions around it stand by. A learned model (package model) ranks them
// all by structure alone, except where a pattern is certain. One pass over the
// article carries speakers over quotes in a row, split quotes and quotes of
// several paragraphs. All offsets are bytes or token indexes.
package attribute

import "onrecord/quotes"

// Rule is the pattern that tied a mention to a stretch.
type Rule uint8

// The rules. Their names are what a quote's Method shows.
const (
	NoRule    Rule = iota
	Inverted       // "…," said X
	Following      // "…," X said
	Accorded       // "…," according to X
	Signed         // "…" —X
	Trailing       // "…" and so on, X said
	Preceding      // X said: "…"
	Indirect       // X said that … "…"
	Participial
	Noun       // X's claim that "…"
	Colon      // X was blunt: "…"
	Subject    // X … "…" without a cue
	Run        // the quote before in the paragraph has the speaker
	Narrated   // the sentence before is about X
	Carried    // the paragraph before ends with X's quote
	Joined     // the same quote goes on
	Labelled   // X: …
	Dialogue   // two speakers take turns
	Titled     // a title, a term, irony
	Inside     // inside somebody's quote
	Echo       // a heading's words, said below
	Reported   // the sentence before reports what X says, and this one goes on
	Introduced // the paragraph behind tells whose the words above it were
	Repeated   // words set apart, said elsewhere in the text
)

var ruleNames = [...]string{
	"none", "said-name", "name-said", "according-to", "signature", "trailing", "lead-in", "indirect", "participle",
	"noun", "colon", "subject", "same-paragraph", "narrated", "carried-over", "joined", "label", "dialogue",
	"no-speech", "nested", "headline", "reported", "introduced",
	"repeated",
}

func (r Rule) String() string { return ruleNames[r] }

// Candidate is a possible source of a stretch with its evidence.
type Candidate struct {
	Mention           int // index into the mentions
	CueFirst, CueLast int // tokens of the cue, half open; equal for none
	Rule              Rule
	Features          Features
	Score             float64
}

// Features are what a score is made of beside the rule.
type Features struct {
	Distance   int  // tokens between the cue, or else the mention, and the stretch
	Passed     int  // other stretches between them
	Aside      bool // between the mention and its cue stands an aside; "that" behind a noun
	Weak       bool // the cue seldom reports speech; a noun that is not said to be the mention's
	Passive    bool
	Comma      bool // a comma or the like joins the stretch to what names the source
	Governed   bool
	NotPerson  bool
	Infinitive bool
}

// Attribution is what was decided of a stretch.
type Attribution struct {
	Kind quotes.Kind
	// Source is the choice; its Mention is -1 where there is none.
	Source Candidate
	// Second is the best candidate with another mention, Mention -1 for none.
	Second Candidate
	// Head is the index of the stretch that this one goes on from, as a part
	// of the same quote, or its own index.
	Head   int
	Reason string // why there is no source
}
