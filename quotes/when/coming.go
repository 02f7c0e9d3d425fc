package when

import (
	"slices"
	"strings"
	"time"

	"onrecord/quotes"
)

// Coming is a day ahead, as people name the day by which something is due:
// friday is the next one, 3d and "2 weeks" count from now. A day that has
// passed, and an unknown one, are CodeInvalid.
func Coming(s string, now time.Time) (string, error) {
	text := strings.Join(strings.Fields(strings.ToLower(s)), " ")
	today := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
	switch text {
	case "today":
		return today.Format(layout), nil
	case "tomorrow":
		return today.AddDate(0, 0, 1).Format(layout), nil
	}
	// What reads as the latest friday, or as so many days ago, is turned
	// forward.
	if past, ok := ago(strings.TrimPrefix(text, "in "), today); ok {
		return today.Add(today.Sub(past)).Format(layout), nil
	}
	name := strings.TrimPrefix(text, "next ")
	if past, ok := relative(name, today); ok && isWeekday(name) {
		return past.AddDate(0, 0, 7).Format(layout), nil
	}
	day, err := Until(s, now)
	if err != nil {
		return "", err
	}
	if day < today.Format(layout) {
		return "", quotes.Errorf(quotes.CodeInvalid, "%s has passed", day).Do("give a day to come: tomorrow, friday, 2w, 2026-12-24")
	}
	return day, nil
}

// isWeekday reports whether name is a weekday, or three letters of one or more.
func isWeekday(name string) bool {
	return len(name) >= 3 && slices.ContainsFunc(weekdays, func(day string) bool { return strings.HasPrefix(day, name) })
}
