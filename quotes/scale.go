package quotes

import (
	"slices"
	"strconv"
	"strings"
)

// Scale is a vocabulary of verdicts. A changed one is another version: a
// verdict stays on the version that it was given on.
type Scale struct {
	Name    string
	Version int
	Words   []ScaleWord // truest first, those off the scale last
}

// ScaleWord is one word of a scale. Rating is higher for truer words, whatever
// the words themselves count; 0 is off the scale.
type ScaleWord struct {
	Word   Verdict `json:"word"`
	Rating int     `json:"rating"`
}

// DefaultScale is the id of the scale of a record that chose none.
const DefaultScale = "onrecord/1"

// OwnScale is the name of a record's own scale.
const OwnScale = "own"

// offScale are the words off every preset.
var offScale = []Verdict{VerdictMisleading, VerdictUnverifiable, VerdictOpinion, VerdictOutdated, VerdictSatire}

// Presets are the scales that every record can choose, the default first.
// PolitiFact's is its Truth-O-Meter, and the Washington Post's counts up to the
// falsest; both are described on the "about" pages of those fact-checkers.
var Presets = []Scale{
	preset("onrecord", VerdictTrue, VerdictMostlyTrue, VerdictHalfTrue, VerdictMostlyFalse, VerdictFalse),
	preset("politifact", VerdictTrue, VerdictMostlyTrue, VerdictHalfTrue, VerdictMostlyFalse, VerdictFalse, "pants-on-fire"),
	preset("washington-post", "one-pinocchio", "two-pinocchios", "three-pinocchios", "four-pinocchios").
		with("geppetto-checkmark", "upside-down-pinocchio", "bottomless-pinocchio"),
	preset("four-step", VerdictTrue, VerdictMostlyTrue, VerdictMostlyFalse, VerdictFalse),
}

// scaleAliases are other names for the presets.
var scaleAliases = map[string]string{"default": "onrecord", "pinocchios": "washington-post", "four": "four-step"}

func preset(name string, rated ...Verdict) Scale {
	s := Scale{Name: name, Version: 1}
	for i, w := range rated {
		s.Words = append(s.Words, ScaleWord{w, len(rated) - i})
	}
	return s.with(offScale...)
}

// with adds words off the scale.
func (s Scale) with(words ...Verdict) Scale {
	for _, w := range words {
		s.Words = append(s.Words, ScaleWord{Word: w})
	}
	return s
}

// ID is the scale's name and version, as assessments keep it.
func (s Scale) ID() string { return s.Name + "/" + strconv.Itoa(s.Version) }

// Verdicts are the scale's words.
func (s Scale) Verdicts() []Verdict {
	out := make([]Verdict, len(s.Words))
	for i, w := range s.Words {
		out[i] = w.Word
	}
	return out
}

// Rating is a verdict's value from Worst to Best, or 0 for a word off the
// scale or of another.
func (s Scale) Rating(v Verdict) int {
	for _, w := range s.Words {
		if w.Word == v {
			return w.Rating
		}
	}
	return 0
}

// Best is the rating of the truest word, 0 if no word has any.
func (s Scale) Best() int {
	best := 0
	for _, w := range s.Words {
		best = max(best, w.Rating)
	}
	return best
}

// Worst is the rating of the falsest word, 0 if no word has any.
func (s Scale) Worst() int {
	worst := s.Best()
	for _, w := range s.Words {
		if w.Rating > 0 {
			worst = min(worst, w.Rating)
		}
	}
	return worst
}

// String writes the scale's words as ParseScaleWords reads them.
func (s Scale) String() string {
	parts := make([]string, len(s.Words))
	for i, w := range s.Words {
		parts[i] = string(w.Word)
		if w.Rating > 0 {
			parts[i] += "=" + strconv.Itoa(w.Rating)
		}
	}
	return strings.Join(parts, " ")
}

// ParseMark finds a word among the three axes, the verdicts being this
// scale's. Unchecked is a word of the fidelity axis; derived words (mixed)
// cannot be given.
func (s Scale) ParseMark(word string) (Mark, error) {
	if w, err := ParseWord("fidelity", Fidelities, word); err == nil {
		return Mark{Axis: AxisFidelity, Fidelity: w}, nil
	}
	if w, err := ParseWord("workflow", Workflows, word); err == nil {
		return Mark{Axis: AxisWorkflow, Workflow: w}, nil
	}
	if w, err := ParseWord("verdict", s.Verdicts(), word); err == nil {
		return Mark{Axis: AxisVerdict, Verdict: w}, nil
	}
	return Mark{}, s.unknown("status", word, s.MarkWords())
}

// unknown is UnknownWord, which says so if another scale has the word.
func (s Scale) unknown(what, word string, known []string) error {
	folded := FoldWord[Verdict](word)
	for _, other := range Presets {
		if slices.Contains(other.Verdicts(), folded) {
			return Errorf(CodeInvalid, "%q is a word of the scale %s, and this record's is %s", folded, other.Name, s.Name).
				Do("`onrecord config scale %s` changes it; known: %s", other.Name, strings.Join(known, ", "))
		}
	}
	return UnknownWord(what, word, known)
}

// Check is CodeInvalid for a verdict that is no word of the scale.
func (s Scale) Check(v Verdict) error {
	if slices.Contains(s.Verdicts(), v) {
		return nil
	}
	return s.unknown("verdict", string(v), Strings(s.Verdicts()))
}

// MarkWords is every word that can be given to a mark: verdicts, workflow,
// fidelity.
func (s Scale) MarkWords() []string {
	return slices.Concat(Strings(s.Verdicts()), Strings(Workflows), Strings(Fidelities))
}
