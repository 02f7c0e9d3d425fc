// Package when reads dates as people type them: 7d, yesterday, last monday,
// 2026-11, 3 March 2026. Each stands for a period of days; a filter's since is
// its first day, until its last.
package when

import (
	"time"

	"onrecord/quotes"
)

// layout is a date as the record has it.
const layout = "2006-01-02"

// Since is the first day of what s means, as YYYY-MM-DD; relative ones count
// from now, in its zone. An unknown one is CodeInvalid.
func Since(s string, now time.Time) (string, error) {
	first, _, err := period(s, now)
	return first.Format(layout), err
}

// Until is the last day of what s means.
func Until(s string, now time.Time) (string, error) {
	_, last, err := period(s, now)
	return last.Format(layout), err
}

// Day is what s means if that is one day, else an error.
func Day(s string, now time.Time) (string, error) {
	first, last, err := period(s, now)
	if err == nil && !first.Equal(last) {
		err = quotes.Errorf(quotes.CodeInvalid, "%q is more than one day", s).Do("give a day: 2026-11-03, yesterday")
	}
	return first.Format(layout), err
}
