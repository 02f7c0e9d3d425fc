package sqlite

import (
	"math"
	"strconv"
	"strings"

	"onrecord/quotes"
)

// place writes a span as the schema does, start+length; empty for an empty
// one.
func place(s quotes.Span) string {
	if s.Empty() {
		return ""
	}
	return strconv.Itoa(s.Start) + "+" + strconv.Itoa(s.Len())
}

// places writes spans, joined by commas.
func places(spans []quotes.Span) string {
	if len(spans) == 1 {
		return place(spans[0])
	}
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i] = place(s)
	}
	return strings.Join(parts, ",")
}

// parsePlace reads a place; one that is none gives the empty span.
func parsePlace(s string) quotes.Span {
	start, length, _ := strings.Cut(s, "+")
	a, err1 := strconv.Atoi(start)
	n, err2 := strconv.Atoi(length)
	if err1 != nil || err2 != nil || a < 0 || n < 0 {
		return quotes.Span{}
	}
	return quotes.Span{Start: a, End: a + n}
}

func parsePlaces(s string) []quotes.Span {
	out := []quotes.Span{}
	for s != "" {
		var one string
		one, s, _ = strings.Cut(s, ",")
		out = append(out, parsePlace(one))
	}
	return out
}

// A confidence is kept in ten-thousandths: small, and the same on every
// machine.
const confidenceUnits = 10000

func confidenceUnit(c float64) int64 {
	return int64(math.Round(min(max(c, 0), 1) * confidenceUnits))
}

// dayNumber is a date as the schema keeps it for sorting: 2026-01-31 is
// 20260131; 0 for what is no date.
func dayNumber(date string) int64 {
	if !isDay(date) {
		return 0
	}
	n, _ := strconv.ParseInt(date[:4]+date[5:7]+date[8:10], 10, 64)
	return n
}

func dayString(n int64) string {
	if n <= 0 {
		return ""
	}
	s := strconv.FormatInt(100000000+n, 10)[1:]
	return s[:4] + "-" + s[4:6] + "-" + s[6:]
}

// isDay reports whether s has the form YYYY-MM-DD and could be a day.
func isDay(s string) bool {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return false
	}
	for i := range len(s) {
		if i != 4 && i != 7 && (s[i] < '0' || s[i] > '9') {
			return false
		}
	}
	return s[5:7] >= "01" && s[5:7] <= "12" && s[8:] >= "01" && s[8:] <= "31"
}

// checkDay is CodeInvalid for a date that is neither empty nor a day.
func checkDay(what, s string) error {
	if s == "" || isDay(s) {
		return nil
	}
	return quotes.Errorf(quotes.CodeInvalid, "%s %q is no date", what, s).Do("write it as YYYY-MM-DD")
}
