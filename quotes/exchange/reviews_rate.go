package exchange

import (
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"strings"

	"onrecord/quotes"
)

// rate fills in the verdict: the word as given, and the number as far as it
// makes sense. why says that there is no verdict.
func (a *adapter) rate(r *quotes.Ruling, items []node) (why string) {
	value := a.ratingValue(items)
	n := node{}
	switch v := value.(type) {
	case string, json.Number:
		a.mended("reviewRating a bare word")
		if _, isNumber := numberIn(v); isNumber {
			n["ratingValue"] = v
		} else {
			n["alternateName"] = v
		}
	case []any:
		a.mended("reviewRating a list")
		if all := a.nodes(v); len(all) > 0 {
			n = all[0]
		} else {
			n["alternateName"] = v
		}
	case node:
		n = a.resolved(v)
	}
	r.Word = a.ratingWord(n)
	v, best, worst, numbered := a.ratingNumbers(n, r.Word)
	r.Scale = hostOf(r.URL)
	if numbered {
		r.Rating = decimal(v)
		r.Scale += "/" + decimal(worst) + "-" + decimal(best)
		if r.Word == "" {
			a.mended("rating without a word")
			r.Word = decimal(v) + " of " + decimal(best)
		}
	}
	if r.Word == "" {
		return "it has no verdict (reviewRating.alternateName)"
	}
	return ""
}

// ratingValue finds the rating, in its field or where some feeds have it.
func (a *adapter) ratingValue(items []node) any {
	if v := a.f.node["reviewRating"]; v != nil {
		return v
	}
	places := append([]node{a.f.node}, append(a.nodes(a.f.node["review"]), items...)...)
	for i, place := range places {
		for _, key := range []string{"reviewRating", "rating", "aggregateRating"} {
			if v := place[key]; v != nil {
				a.mended("rating in another field")
				return v
			}
		}
		for _, review := range a.nodes(place["review"]) {
			if v := review["reviewRating"]; i > 0 && v != nil {
				a.mended("rating in another field")
				return v
			}
		}
	}
	return nil
}

// ratingWord is the publisher's word for the verdict.
func (a *adapter) ratingWord(n node) string {
	switch n["alternateName"].(type) {
	case node:
		a.mended("alternateName an object")
	case []any:
		a.mended("alternateName a list")
	}
	if word := a.text(n["alternateName"]); word != "" {
		return word
	}
	for _, key := range []string{"name", "ratingExplanation", "description"} {
		if word := a.text(n[key]); word != "" {
			a.mended("verdict in another field")
			return word
		}
	}
	if word := a.text(n["ratingValue"]); word != "" {
		if _, isNumber := numberIn(n["ratingValue"]); !isNumber {
			a.mended("verdict in ratingValue")
			return word
		}
	}
	return ""
}

// ratingNumbers reads the rating's number and range, by which higher is truer
// and the worst at least 1. What makes no sense is left out, and a scale that
// is upside down turned.
func (a *adapter) ratingNumbers(n node, word string) (v, best, worst float64, ok bool) {
	v, has := numberIn(n["ratingValue"])
	if !has {
		return 0, 0, 0, false
	}
	best, worst = 5, 1 // schema.org's, where they are not given
	if b, given := numberIn(n["bestRating"]); given {
		best = b
	}
	if w, given := numberIn(n["worstRating"]); given {
		worst = w
	}
	switch {
	case best == worst:
		a.mended("rating without a range")
		return 0, 0, 0, false
	case best < worst:
		a.mended("scale upside down")
		best, worst = worst, best
		v = best + worst - v
	}
	switch {
	case worst < 0 || best <= 0:
		a.mended("rating without a range")
		return 0, 0, 0, false
	case v < worst || v > best:
		a.mended("rating out of range")
		return 0, 0, 0, false
	case v == best && slices.Contains(falseWords, foldVerdict(word)), v == worst && slices.Contains(trueWords, foldVerdict(word)):
		a.mended("scale upside down")
		v = best + worst - v
	}
	return v, best, worst, true
}

// falseWords and trueWords are verdicts which can only stand at one end of a
// scale.
var (
	falseWords = []string{"false", "fake", "pants on fire", "four pinocchios", "incorrect", "fabricated"}
	trueWords  = []string{"true", "correct", "accurate", "geppetto checkmark"}
)

func foldVerdict(word string) string {
	return strings.Trim(strings.ReplaceAll(strings.ToLower(word), "-", " "), " .!")
}

// numberIn reads a number, also one in a string with a comma.
func numberIn(value any) (float64, bool) {
	var s string
	switch v := value.(type) {
	case json.Number:
		s = v.String()
	case string:
		s = strings.ReplaceAll(strings.TrimSpace(v), ",", ".")
	default:
		return 0, false
	}
	f, err := strconv.ParseFloat(s, 64)
	return f, err == nil && !math.IsNaN(f) && math.Abs(f) < 1e6
}

func decimal(f float64) string { return strconv.FormatFloat(f, 'g', 6, 64) }
