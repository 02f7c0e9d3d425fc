package mention

import "strings"

// Trait is a set of what a word tells of people beside its classes. Only the
// resolution of names asks for it.
type Trait uint16

// The traits.
const (
	OfHim   Trait = 1 << iota // his, himself
	OfHer                     // her, herself
	Kin                       // wife, brother: often of the same surname
	Elder                     // the elder Lee
	Younger                   // the younger Lee
	Parent                    // father, aunt
	Child                     // daughter, nephew
	OfThem                    // their
	Whoever                   // nobody, someone: no one in particular
	Asks                      // asked: whoever is asked answers
	Replies                   // replied
)

// traitNames are the section headings of the tables.
var traitNames = map[string]Trait{"ofhim": OfHim, "ofher": OfHer, "kin": Kin, "elder": Elder, "younger": Younger, "parent": Parent, "child": Child, "whoever": Whoever, "ofthem": OfThem, "asks": Asks, "replies": Replies}

// Trait is the traits of a word.
func (l *Lexicon) Trait(word string) Trait { return l.traits[strings.ToLower(word)] }
