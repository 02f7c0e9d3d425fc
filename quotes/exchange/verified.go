package exchange

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"onrecord/quotes"
	"onrecord/quotes/compare"
)

// Verified is a quote held against a source.
type Verified struct {
	quotes.Quote
	Source string         // the source's name
	Found  *compare.Found // nil: the source does not have it
	// Start and End are the passage's place in the source's text, in code
	// points.
	Start, End int
}

// Outcome is verbatim, trimmed or altered, as the fidelity axis has it; spliced
// for an alteration that joins passages; or not-found.
func (v *Verified) Outcome() string {
	switch {
	case v.Found == nil:
		return "not-found"
	case v.Found.Kind == compare.Same:
		return string(quotes.FidelityVerbatim)
	}
	return string(v.Found.Kind)
}

// Proposed is the fidelity that the outcome speaks for; "" for a quote that was
// not found, which can have many reasons.
func (v *Verified) Proposed() quotes.Fidelity {
	if v.Found == nil {
		return ""
	}
	switch v.Found.Kind {
	case compare.Same:
		return quotes.FidelityVerbatim
	case compare.Trimmed:
		return quotes.FidelityTrimmed
	case compare.Altered, compare.Spliced:
	}
	return quotes.FidelityAltered
}

// Wording is the quote with what differs from the source in plain signs:
// [-left out-] {+put in+}.
func (v *Verified) Wording() string {
	if v.Found == nil {
		return v.Text
	}
	return compare.Marked(v.Found.Pieces)
}

// Differs tells the differences in words, each thing once.
func (v *Verified) Differs() string {
	var out []string
	if v.Found != nil {
		for _, d := range v.Found.Differences {
			out = append(out, differs(d))
		}
	}
	return strings.Join(out, "; ")
}

// longDifference is how many code points of words are told.
const longDifference = 60

func differs(d compare.Difference) string {
	was, is := shortened(d.Was), shortened(d.Is)
	line := string(d.What)
	switch {
	case was != "" && is != "":
		return line + ": “" + was + "” → “" + is + "”"
	case was+is != "":
		return line + ": “" + was + is + "”"
	}
	return line
}

func shortened(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= longDifference {
		return s
	}
	return string([]rune(s)[:longDifference-1]) + "…"
}

// verifiedJSON is the JSON form of a Verified.
type verifiedJSON struct {
	ID          quotes.QuoteID       `json:"id"`
	Text        string               `json:"text"`
	Speaker     string               `json:"speaker"`
	Fidelity    quotes.Fidelity      `json:"fidelity"`
	Outcome     string               `json:"outcome"`
	Proposed    quotes.Fidelity      `json:"proposed"`
	Share       float64              `json:"share"`
	Source      string               `json:"source"`
	Passage     string               `json:"passage"`
	Start       int                  `json:"start"`
	End         int                  `json:"end"`
	Elsewhere   string               `json:"elsewhere"`
	Wording     string               `json:"wording"`
	Differences []compare.Difference `json:"differences"`
}

func (v *Verified) found() compare.Found {
	if v.Found == nil {
		return compare.Found{}
	}
	return *v.Found
}

// Verifications is how verified quotes leave the program.
var Verifications = &Table[Verified]{
	Name: "verified quotes",
	Columns: []Column[Verified]{
		{"id", "the quote's permanent number", func(v *Verified) string { return number(v.ID) }, func(v *Verified) any { return v.ID }},
		text("text", "the words as printed", func(v *Verified) string { return v.Text }),
		text("speaker", "who said it", func(v *Verified) string { return v.Speaker }),
		text("fidelity", "as marked so far", func(v *Verified) string { return string(v.Fidelity) }),
		text("outcome", "verbatim, trimmed, altered, spliced or not-found", (*Verified).Outcome),
		text("proposed", "the fidelity this speaks for", func(v *Verified) string { return string(v.Proposed()) }),
		{"share", "how much of its words the passage has, 0 to 1", func(v *Verified) string { return share(v.found().Share) }, func(v *Verified) any { return v.found().Share }},
		text("source", "what it was held against", func(v *Verified) string { return v.Source }),
		text("passage", "the source's words", func(v *Verified) string { return v.found().Passage }),
		{"start", "where the passage begins in the source", func(v *Verified) string { return strconv.Itoa(v.Start) }, func(v *Verified) any { return v.Start }},
		{"end", "where the passage ends", func(v *Verified) string { return strconv.Itoa(v.End) }, func(v *Verified) any { return v.End }},
		text("elsewhere", "a second passage that was joined to it", func(v *Verified) string { return v.found().Elsewhere }),
		text("wording", "[-left out-] {+put in+}", (*Verified).Wording),
		{"differences", "what differs", (*Verified).Differs, func(v *Verified) any { return orEmpty(v.found().Differences) }},
	},
	Default: []string{"id", "speaker", "outcome", "wording", "differences"},
	JSON: func(v *Verified) any {
		f := v.found()
		return &verifiedJSON{
			ID: v.ID, Text: v.Text, Speaker: v.Speaker, Fidelity: v.Fidelity, Outcome: v.Outcome(), Proposed: v.Proposed(), Share: f.Share,
			Source: v.Source, Passage: f.Passage, Start: v.Start, End: v.End, Elsewhere: f.Elsewhere, Wording: v.Wording(), Differences: orEmpty(f.Differences),
		}
	},
}
