package exchange

import (
	"slices"

	"onrecord/quotes"
)

// Vocabulary is the words that may stand in a column, by the column's name. A
// record can have its own.
type Vocabulary map[string][]string

// StandardVocabulary is the words of a record that settled on none of its own.
// Derived words (mixed) are not among them: nobody can give them.
func StandardVocabulary() Vocabulary { return VocabularyOf(quotes.Presets[0]) }

// VocabularyOf is the words of a record with this scale of verdicts.
func VocabularyOf(scale quotes.Scale) Vocabulary {
	return Vocabulary{
		"status":   append([]string{string(quotes.StatusUnchecked)}, quotes.Strings(quotes.Workflows)...),
		"verdict":  quotes.Strings(scale.Verdicts()),
		"fidelity": quotes.Strings(quotes.Fidelities),
		"state":    quotes.Strings(quotes.States),
	}
}

// columns are those that have words, in a fixed order.
func (v Vocabulary) columns() []string {
	var names []string
	for _, name := range []string{"status", "verdict", "fidelity", "state"} {
		if len(v[name]) > 0 {
			names = append(names, name)
		}
	}
	return names
}

// reviewed are the columns of a quote that a reviewer fills in, and that are
// read from a sheet that comes back. All others are locked.
var reviewed = []string{"speaker", "status", "verdict", "fidelity", "tags", "note", "said_on", "state"}

// IsReviewed reports whether a column of a quote is read from a sheet that
// comes back.
func IsReviewed(column string) bool { return slices.Contains(reviewed, column) }

// meanings say in a few words what a word of a column stands for.
var meanings = map[string]string{
	"unchecked":  "nobody has looked at it yet",
	"flagged":    "put up for checking",
	"checking":   "somebody is on it",
	"checked":    "the check is done",
	"published":  "the check is published; needs a verdict",
	"blocked":    "cannot go on; needs the reason in note",
	"wont-check": "left alone; needs the reason in note",

	"true":         "accurate, nothing important is missing",
	"mostly-true":  "accurate but for details",
	"half-true":    "partly right, or right without what matters",
	"mostly-false": "a kernel of truth, but misleading",
	"false":        "not accurate",
	"misleading":   "right words that give a wrong picture",
	"unverifiable": "cannot be known",
	"opinion":      "not a matter of fact",
	"outdated":     "was right once",
	"satire":       "not meant in earnest",

	"verbatim":       "the exact words",
	"trimmed":        "shortened, the sense kept",
	"altered":        "words were changed",
	"out-of-context": "exact words whose sense is another in their place",
	"misattributed":  "somebody else said it",
	"fabricated":     "nobody said it",
	"translated":     "from another language",

	"new":      "no editor has confirmed it",
	"accepted": "right as it stands",
	"rejected": "no quote; off the listings, kept",
}
