package alike

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// Likely is the score from which a statement is likely to be a repeat.
const Likely = 0.4

// Possible is the score below which there is nothing to show.
const Possible = 0.2

// Counts tells how often terms stand in a record, to weigh them by.
type Counts struct {
	All int            // quotes in the record
	Of  map[string]int // by key of a term; one that is missing was not counted
}

// counted is how many quotes it takes for the record's own counts to weigh as
// much as what is known of words in general.
const counted = 3000

// Weight is how telling a term is: its prior in a small record, its idf in a
// large one.
func (c Counts) Weight(t *Term) float64 {
	n, ok := c.Of[t.Key]
	if !ok || c.All == 0 {
		return t.prior
	}
	idf := math.Log(1 + float64(c.All)/float64(n+1))
	share := float64(c.All) / float64(c.All+counted)
	return (1-share)*t.prior + share*min(idf, 8)
}

// Score is how alike two statements are, from 0 to 1, and why.
type Score struct {
	Value float64
	Why   []string
}

// Weights of what makes two statements alike; they sum up to 1 but for the
// last two, which take away.
const (
	forShared   = 0.60 // of the terms of both together, by weight
	forHeld     = 0.25 // of the terms of the one that says less
	forOrder    = 0.15 // of its terms that follow one another in both
	ifFigures   = 0.15 // figures in both, none of them shared
	ifNames     = 0.15 // names in both, none of them shared
	nearCopies  = 0.6  // of runs of words: from here on near copies,
	leastCopied = 4    // if there are so many: names alone make two or three
)

// Hold scores how alike two statements are, the same either way round.
func (s *Statement) Hold(o *Statement, counts Counts) Score {
	both, mine, others := 0.0, 0.0, 0.0
	var shared []*Term
	figures, names := tally{}, tally{}
	for i := range s.Terms {
		t := &s.Terms[i]
		w := counts.Weight(t)
		at, has := o.at[t.Key]
		if has {
			// One may have as a name what begins a sentence of the other.
			w = max(w, counts.Weight(&o.Terms[at]))
			both += w
			others += w
			shared = append(shared, t)
		}
		mine += w
		figures.count(t.Number, has)
		names.count(t.Name, has)
	}
	for i := range o.Terms {
		t := &o.Terms[i]
		if _, has := s.at[t.Key]; !has {
			others += counts.Weight(t)
		} else {
			figures.count(t.Number, true)
			names.count(t.Name, true)
		}
		figures.other = figures.other || t.Number
		names.other = names.other || t.Name
	}
	if both == 0 {
		return Score{}
	}
	value := forShared*both/(mine+others-both) + forHeld*both/min(mine, others) + forOrder*s.order(o)
	if figures.differ() {
		value -= ifFigures
	}
	if names.differ() {
		value -= ifNames
	}
	copies := s.copied(o)
	if copies >= nearCopies {
		value = max(value, copies)
	}
	// Little that is shared proves little.
	value *= min(1, both/(2*priorOther))
	value = math.Round(max(0, min(1, value))*100) / 100
	return Score{value, why(shared, counts, &figures, &names, copies, s.negated != o.negated)}
}

// tally tells of one kind of term what either statement has.
type tally struct{ mine, shared, other bool }

func (t *tally) count(is, shared bool) {
	t.mine = t.mine || is
	t.shared = t.shared || is && shared
}

func (t *tally) differ() bool { return t.mine && t.other && !t.shared }

// order is the share of neighbours in the one with fewer that both have.
func (s *Statement) order(o *Statement) float64 {
	least := min(len(s.pairs), len(o.pairs))
	if least == 0 {
		return 0
	}
	n := 0
	for p := range s.pairs {
		if o.pairs[p] {
			n++
		}
	}
	return float64(n) / float64(least)
}

// copied is the share of runs of words, in the one with fewer, that both have.
func (s *Statement) copied(o *Statement) float64 {
	least := min(len(s.shingles), len(o.shingles))
	n := 0
	for h := range s.shingles {
		if o.shingles[h] {
			n++
		}
	}
	if n < leastCopied {
		return 0
	}
	return float64(n) / float64(least)
}

// wordsNamed is how many shared words are named as reasons.
const wordsNamed = 5

func why(shared []*Term, counts Counts, figures, names *tally, copies float64, turned bool) []string {
	slices.SortStableFunc(shared, func(a, b *Term) int { return cmp.Compare(counts.Weight(b), counts.Weight(a)) })
	var words []string
	for _, t := range shared[:min(len(shared), wordsNamed)] {
		words = append(words, strings.TrimPrefix(t.Forms[0], "="))
	}
	out := []string{"in common: " + strings.Join(words, ", ")}
	if copies >= nearCopies {
		out = append([]string{"almost the same words"}, out...)
	}
	if figures.differ() {
		out = append(out, "other figures")
	}
	if names.differ() {
		out = append(out, "other names")
	}
	if turned {
		out = append(out, "one of them denies something")
	}
	return out
}
