package when

import (
	"strconv"
	"strings"
	"time"
	"unicode"

	"onrecord/quotes"
)

// absolute are the layouts of a date, with the length of the period that each
// stands for. Day before month and month before day are told apart only by
// words: 03/04/2026 is a different day on either side of the Atlantic.
var absolute = []struct {
	layout              string
	years, months, days int
}{
	{"2006-01-02", 0, 0, 1},
	{"2006-1-2", 0, 0, 1},
	{"2006/01/02", 0, 0, 1},
	{"20060102", 0, 0, 1},
	{"2.1.2006", 0, 0, 1},
	{"2 January 2006", 0, 0, 1},
	{"2 Jan 2006", 0, 0, 1},
	{"January 2 2006", 0, 0, 1},
	{"Jan 2 2006", 0, 0, 1},
	{time.RFC3339, 0, 0, 1},
	{"2006-01-02 15:04:05", 0, 0, 1},
	{"2006-01-02 15:04", 0, 0, 1},
	{"2006-01", 0, 1, 0},
	{"2006/01", 0, 1, 0},
	{"January 2006", 0, 1, 0},
	{"Jan 2006", 0, 1, 0},
	{"2006", 1, 0, 0},
}

// units are the words for a length of time.
var units = map[string]struct{ months, days int }{
	"d": {0, 1}, "day": {0, 1}, "days": {0, 1},
	"w": {0, 7}, "week": {0, 7}, "weeks": {0, 7},
	"m": {1, 0}, "mo": {1, 0}, "month": {1, 0}, "months": {1, 0},
	"y": {12, 0}, "year": {12, 0}, "years": {12, 0},
}

// weekdays are found by their first three letters or more.
var weekdays = []string{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"}

// period is the first and last day of what s means.
func period(s string, now time.Time) (first, last time.Time, err error) {
	text := strings.Join(strings.Fields(strings.ToLower(strings.ReplaceAll(s, ",", " "))), " ")
	today := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
	if day, ok := relative(text, today); ok {
		return day, day, nil
	}
	if first, last, ok := calendar(text, today); ok {
		return first, last, nil
	}
	// Upper case, because RFC 3339 wants its T and Z so; names of months may
	// have any.
	dated := strings.ToUpper(strings.ReplaceAll(text, "sept ", "sep "))
	for _, a := range absolute {
		if t, err := time.Parse(a.layout, dated); err == nil && t.Year() >= 1 {
			day := time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
			return day, day.AddDate(a.years, a.months, a.days).AddDate(0, 0, -1), nil
		}
	}
	return today, today, quotes.Errorf(quotes.CodeInvalid, "unknown date %q", s).
		Do(`give one such as 2026-11-03, 2026-11, 2026, "3 march 2026", 7d, "3 weeks ago", yesterday, "last monday", "last month"`)
}

// relative reads one day counted from today: today, yesterday, monday (the
// latest, today included), last monday (before today), 7d, 3 weeks ago.
func relative(text string, today time.Time) (time.Time, bool) {
	switch text {
	case "today", "now":
		return today, true
	case "yesterday":
		return today.AddDate(0, 0, -1), true
	}
	name, last := strings.CutPrefix(text, "last ")
	if name, _ := strings.CutPrefix(name, "this "); len(name) >= 3 {
		for number, weekday := range weekdays {
			if !strings.HasPrefix(weekday, name) {
				continue
			}
			back := (int(today.Weekday()) - number + 7) % 7
			if back == 0 && last {
				back = 7
			}
			return today.AddDate(0, 0, -back), true
		}
	}
	return ago(strings.TrimSpace(strings.TrimSuffix(text, "ago")), today)
}

// ago is the day a length of time before today: 7d, 3 weeks, a month.
func ago(text string, today time.Time) (time.Time, bool) {
	for _, one := range []string{"a ", "an ", "one "} {
		if rest, ok := strings.CutPrefix(text, one); ok {
			text = "1" + rest
		}
	}
	digits := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsDigit(r) })
	if digits <= 0 || digits > 5 {
		return time.Time{}, false
	}
	unit, ok := units[strings.TrimSpace(text[digits:])]
	count, err := strconv.Atoi(text[:digits])
	if !ok || err != nil {
		return time.Time{}, false
	}
	return monthsBefore(today, count*unit.months).AddDate(0, 0, -count*unit.days), true
}

// monthsBefore keeps the day of the month, or takes the last of a shorter one:
// a month before 31 March is 28 February, not 3 March.
func monthsBefore(day time.Time, months int) time.Time {
	first := time.Date(day.Year(), day.Month()-time.Month(months), 1, 0, 0, 0, 0, time.UTC)
	end := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(day.Day(), end)-1)
}

// calendar reads this or last week (from Monday), month and year, and the last
// or past so many days up to today.
func calendar(text string, today time.Time) (first, last time.Time, ok bool) {
	which, rest, _ := strings.Cut(text, " ")
	if which != "this" && which != "last" && which != "past" {
		return first, last, false
	}
	if first, ok = ago(rest, today); ok {
		return first, today, true
	}
	back := 1
	if which == "this" {
		back = 0
	}
	switch rest {
	case "week":
		first = today.AddDate(0, 0, -(int(today.Weekday())+6)%7-7*back)
		return first, first.AddDate(0, 0, 6), true
	case "month":
		first = time.Date(today.Year(), today.Month()-time.Month(back), 1, 0, 0, 0, 0, time.UTC)
		return first, first.AddDate(0, 1, -1), true
	case "year":
		first = time.Date(today.Year()-back, 1, 1, 0, 0, 0, 0, time.UTC)
		return first, first.AddDate(1, 0, -1), true
	}
	return first, last, false
}
