package worth

import (
	"strconv"
	"strings"
)

// Score is how worth checking a statement is, and why.
type Score struct {
	// Points is from 0 to 100: Base and the points of the reasons, kept
	// within these bounds.
	Points  int
	Reasons []Reason
}

// Base is what a statement has that gives no reason for or against.
const Base = 30

// Most is the highest score.
const Most = 100

// Reason is one class of words that a statement holds.
type Reason struct {
	What   string // "a number"
	Words  string // the first words found, as the statement has them; "" where its shape tells
	Points int    // below 0: speaks against checking it
}

// String is the reason in words: "a number: four times (+20)".
func (r Reason) String() string {
	sign := ""
	if r.Points >= 0 {
		sign = "+"
	}
	points := " (" + sign + strconv.Itoa(r.Points) + ")"
	if r.Words == "" {
		return r.What + points
	}
	return r.What + ": " + r.Words + points
}

// Value is the score from 0 to 1, to two places.
func (s Score) Value() float64 { return Value(s.Points) }

// Value is points from 0 to 1.
func Value(points int) float64 { return float64(points) / Most }

// String tells the reasons, those with most weight first.
func (s Score) String() string {
	parts := make([]string, len(s.Reasons))
	for i, r := range s.Reasons {
		parts[i] = r.String()
	}
	return strings.Join(parts, "; ")
}

// Of scores a statement in any language whose words are known, English so far;
// of another language only digits, names and its shape count. Time is linear
// in its length.
func Of(statement string) Score {
	found := look(statement)
	score := Score{Points: found.points()}
	for i, class := range english().classes {
		if h := found[i]; h.found {
			score.Reasons = append(score.Reasons, Reason{class.what, strings.TrimSpace(statement[h.start:h.end]), class.points})
		}
	}
	sortReasons(score.Reasons)
	return score
}

// Points is the points of Of, without its reasons.
func Points(statement string) int {
	found := look(statement)
	return found.points()
}

// hit is where the first words of a class stand, in bytes; an empty place
// where the shape of the text tells.
type hit struct {
	found      bool
	start, end int
}

// hits has one hit for each class, in the order of the table.
type hits [maxClasses]hit

func (h *hits) points() int {
	sum := Base
	for i, class := range english().classes {
		if h[i].found {
			sum += class.points
		}
	}
	return min(max(sum, 0), Most)
}
