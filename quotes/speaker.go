package quotes

import (
	"strings"
	"unicode"
)

// SpeakerKind tells what speaks.
type SpeakerKind string

// The kinds of speakers.
const (
	SpeakerPerson       SpeakerKind = "person"
	SpeakerOrganisation SpeakerKind = "organisation"
	SpeakerGroup        SpeakerKind = "group"   // analysts, residents
	SpeakerUnnamed      SpeakerKind = "unnamed" // a senior official
)

// SpeakerKinds is the vocabulary of SpeakerKind.
var SpeakerKinds = []SpeakerKind{SpeakerPerson, SpeakerOrganisation, SpeakerGroup, SpeakerUnnamed}

// Speaker is a person or body on record.
type Speaker struct {
	ID       SpeakerID   `json:"id"`
	Rev      int         `json:"rev"`
	Name     string      `json:"name"`
	Kind     SpeakerKind `json:"kind"`
	Aliases  []string    `json:"aliases"` // other names, the name itself left out
	Wikidata string      `json:"wikidata"`
	Note     string      `json:"note"`
	// MergedInto is the speaker that this one was found to be; 0 for none.
	// Quotes keep the id they were stored with, so that a merge is one row and
	// can be undone; every reading follows it.
	MergedInto  SpeakerID `json:"merged_into,omitempty"`
	Quotes      int       `json:"quotes"`
	FirstQuoted string    `json:"first_quoted"` // YYYY-MM-DD
	LastQuoted  string    `json:"last_quoted"`
}

// SpeakerFilter chooses speakers; the zero value means every one with a
// listed quote, most quoted first.
type SpeakerFilter struct {
	IDs  []SpeakerID
	Name string // any alias, any case, whole or a word of it
	// Begun: Name is still being typed, and its last word may go on. Those are
	// found, too, of whom an alias holds it in its midst.
	Begun bool
	Kinds []SpeakerKind
	All   bool // also those without a listed quote
	Limit int
}

// SpeakerUpdate names the fields to correct; nil leaves one as it is.
type SpeakerUpdate struct {
	Rev            int // the revision the editor saw; 0: whichever is current
	Wikidata, Note *string
	Kind           *SpeakerKind
}

// Ambiguity is a speaker of a single article whose bare name tells nobody
// beyond it, and those whose names hold it.
type Ambiguity struct {
	Speaker
	Candidates []Speaker `json:"candidates"`
}

// Identifies reports whether the name tells who the speaker is beyond one
// article: the name of an organisation, or a person's with at least two words.
// A bare surname, a role, a group and a body without a name of its own ("the
// ministry") do not.
func (s *Speaker) Identifies() bool {
	switch s.Kind {
	case SpeakerOrganisation:
		return !strings.ContainsFunc(s.Name, unicode.IsLower) || strings.ContainsFunc(s.Name, unicode.IsUpper)
	case SpeakerPerson:
		return len(strings.Fields(s.Name)) >= 2
	}
	return false
}
