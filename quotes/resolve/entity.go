// Package resolve finds out, inside one article, whom its mentions name: the
// variants of a name, role phrases and pronouns of one person are one entity.
// What stays ambiguous is left open, with the reason.
package resolve

import (
	"onrecord/quotes"
	"onrecord/quotes/attribute/model"
	"onrecord/quotes/mention"
)

// Entity is a person or body of the article.
type Entity struct {
	// Name is the fullest form printed, without honorific titles.
	Name    string
	Kind    quotes.SpeakerKind
	Gender  mention.Gender
	Aliases []string // other forms printed, in order
	// Role is the first role printed with the name.
	Role string

	parts []string // the folded words of Name
	roles []role
	does  []role // what verbs make of the person, driver of "who drove the van": no reason against another role
	// As far as the text is read:
	first     int  // the name outside headings that it begins with, -1 for none
	last      int  // the mention that named it last
	count     int  // how often it is named
	person    bool // surely a person
	suffix    string
	spellings map[string]int // how often each full name is printed
	headline  bool           // only a heading has the name
	age       string         // as printed, "" where the text does not tell
	with      []allegiance   // whom the text puts the person with
	home      string         // the country named beside the name, folded
	family    string         // the surname of a relative, folded: of "his wife Deb" his
	titled    bool           // a title or a role told the gender, not the first name
	vouched   bool           // a pronoun told it
}

// role is a role phrase that the text ties to an entity.
type role struct {
	noun  string   // senator
	words []string // the folded words before and behind it
	realm []string // the folded names of what it is of, nil where they can be put otherwise
}

// Resolution is whom a mention names.
type Resolution struct {
	Entity     int     // index of the entity, -1 for none
	Confidence float64 // that it is the right one, given the mention
	Second     int     // the next best entity, -1 for none
	Reason     string  // why there is none
	// Of a pronoun, and a role phrase that speaks: how many may be meant, and the odds of the second.
	Claims int
	Rival  model.Probability
	// Settled tells that a rule decided of which training has hardly any case.
	Settled bool
}

// Result is an article's entities and what its mentions name.
type Result struct {
	Entities []Entity
	Mentions []Resolution // by mention
}

// Observation is what was weighed for a pronoun or a role phrase: for training and explaining.
type Observation struct {
	Mention   int
	Claimants []Claimant
}

// Claimant is somebody whom it may mean.
type Claimant struct {
	Entity int    // -1 for one who is no entity yet
	Phrase string // of that one
	Facts  model.Facts
	Odds   model.Probability
}
