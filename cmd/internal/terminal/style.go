package terminal

import (
	"strings"

	"onrecord/quotes"
)

// Style is how text looks: the parameters of a "select graphic rendition"
// sequence (ECMA-48, 8.3.117), as in "1;31". The zero value is plain. Only the
// sixteen colours that every user's theme defines are used.
type Style string

// The styles that are combined and given to cells.
const (
	Plain     Style = ""
	Bold      Style = "1"
	Faint     Style = "2"
	Underline Style = "4"
	Reverse   Style = "7"

	Grey        Style = "90"
	Red         Style = "31"
	Green       Style = "32"
	Yellow      Style = "33"
	Blue        Style = "34"
	Magenta     Style = "35"
	Cyan        Style = "36"
	BrightRed   Style = "91"
	BrightGreen Style = "92"
)

const (
	sequenceStart = "\x1b["
	sequenceReset = "\x1b[0m"
)

// and lays the style over another.
func (s Style) and(over Style) Style {
	switch {
	case s == Plain:
		return over
	case over == Plain:
		return s
	}
	return s + ";" + over
}

// paint writes text in the style. The text has been neutralised.
func (s Style) paint(b *strings.Builder, text string) {
	if s == Plain || text == "" {
		b.WriteString(text)
		return
	}
	b.WriteString(sequenceStart)
	b.WriteString(string(s))
	b.WriteByte('m')
	b.WriteString(text)
	b.WriteString(sequenceReset)
}

// The looks of the words that carry meaning: how far the checking is,
var statusStyles = map[quotes.Status]Style{
	quotes.StatusUnchecked:                  Grey,
	quotes.Status(quotes.WorkflowFlagged):   Yellow,
	quotes.Status(quotes.WorkflowChecking):  Cyan,
	quotes.Status(quotes.WorkflowChecked):   Blue,
	quotes.Status(quotes.WorkflowPublished): Green,
	quotes.Status(quotes.WorkflowBlocked):   Red,
	quotes.Status(quotes.WorkflowWontCheck): Grey,
	quotes.StatusMixed:                      Magenta,
}

// what it found, where that is off the scale,
var verdictStyles = map[quotes.Verdict]Style{
	quotes.VerdictMisleading:   Red,
	quotes.VerdictUnverifiable: Grey,
	quotes.VerdictOpinion:      Cyan,
	quotes.VerdictOutdated:     Grey,
	quotes.VerdictSatire:       Cyan,
	quotes.VerdictMixed:        Magenta,
	"geppetto-checkmark":       BrightGreen,
	"upside-down-pinocchio":    Red,
	"bottomless-pinocchio":     BrightRed,
}

// whether the words are right,
var fidelityStyles = map[quotes.Fidelity]Style{
	quotes.FidelityUnchecked:     Grey,
	quotes.FidelityVerbatim:      Green,
	quotes.FidelityTrimmed:       Green,
	quotes.FidelityTranslated:    Cyan,
	quotes.FidelityAltered:       Yellow,
	quotes.FidelityOutOfContext:  Red,
	quotes.FidelityMisattributed: Red,
	quotes.FidelityFabricated:    BrightRed,
}

// and what an editor made of the quote.
var stateStyles = map[quotes.State]Style{
	quotes.StateNew:      Plain,
	quotes.StateAccepted: Green,
	quotes.StateRejected: Red,
}

// StatusStyle is the look of a status or workflow word.
func StatusStyle(word string) Style { return statusStyles[quotes.Status(word)] }

// VerdictStyle is the look of a verdict on the scales that every record knows;
// Screen.Column has that of a record's own.
func VerdictStyle(word string) Style { return ScaleStyle(quotes.Scales{Others: quotes.Presets})(word) }

// ScaleStyle is the look of verdicts on scales: from green to red where its scale
// rates it, the truest and the falsest word brightest.
func ScaleStyle(scales quotes.Scales) func(word string) Style {
	return func(word string) Style {
		if word == "" {
			return Plain
		}
		share, rated := scales.Share(quotes.Verdict(word))
		switch {
		case !rated:
			if style, ok := verdictStyles[quotes.Verdict(word)]; ok {
				return style
			}
			return Cyan
		case share == 1:
			return BrightGreen
		case share > 0.65:
			return Green
		case share > 0.35:
			return Yellow
		case share > 0:
			return Red
		}
		return BrightRed
	}
}

// FidelityStyle is the look of a word of the fidelity axis.
func FidelityStyle(word string) Style { return fidelityStyles[quotes.Fidelity(word)] }

// StateStyle is the look of a quote's state.
func StateStyle(word string) Style { return stateStyles[quotes.State(word)] }

// OutcomeStyle is the look of what a comparison came to: a word of the fidelity
// axis, or what became of a cell of a returned sheet.
func OutcomeStyle(word string) Style {
	if style, ok := outcomeStyles[word]; ok {
		return style
	}
	return FidelityStyle(word)
}

var outcomeStyles = map[string]Style{"change": Green, "conflict": Magenta, "ignored": Grey, "problem": Red}
