package read

import (
	"strings"
	"time"
)

// pageLayouts are the layouts in which pages and wire articles give a date;
// those with a zone keep the day of that zone, which is the page's own.
var pageLayouts = []string{
	time.RFC3339Nano, "2006-01-02T15:04:05-0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04-0700",
	"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05Z07:00",
	"2006-01-02 15:04:05", "2006-01-02 15:04", "2006-01-02", "2006/01/02", "20060102", "20060102T150405Z0700",
	time.RFC1123Z, time.RFC1123, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST", time.ANSIC, time.UnixDate,
	"2 January 2006", "2 Jan 2006", "January 2, 2006", "Jan 2, 2006", "Monday, January 2, 2006", "Monday, 2 January 2006",
	"2.1.2006",
}

// abbreviated makes months as the Associated Press shortens them ("Sept. 3")
// those of the layouts.
var abbreviated = strings.NewReplacer("Sept.", "Sep", "Sept ", "Sep ", "Jan.", "Jan", "Feb.", "Feb", "Mar.", "Mar", "Apr.", "Apr",
	"Jun.", "Jun", "Jul.", "Jul", "Aug.", "Aug", "Sep.", "Sep", "Oct.", "Oct", "Nov.", "Nov", "Dec.", "Dec")

// pageDate is the day of a date as a page gives it, in its own zone, as
// YYYY-MM-DD; "" for what is none of pageLayouts or lies outside the years
// 1400 to 2200, which no printed article does.
func pageDate(s string) string {
	s = abbreviated.Replace(oneLine(s))
	for _, layout := range pageLayouts {
		if t, err := time.Parse(layout, s); err == nil {
			if t.Year() < 1400 || t.Year() > 2200 {
				return ""
			}
			return t.Format("2006-01-02")
		}
	}
	return ""
}
