package exchange

import (
	"math"
	"strconv"
	"strings"
	"time"

	"onrecord/quotes"
)

const dayLayout = "2006-01-02"

// dayLayouts are the forms of a day which can mean only one.
var dayLayouts = []string{
	dayLayout, "2006-1-2", "2006/1/2", "2006.1.2", "20060102",
	"2.1.2006", "2.1.06", "2. 1. 2006",
	"2 January 2006", "2 Jan 2006", "2-Jan-2006", "2-Jan-06", "2-January-2006", "2 Jan 06", "2. January 2006",
	"January 2 2006", "Jan 2 2006", "Monday 2 January 2006", "Monday January 2 2006", "Mon 2 Jan 2006", "Mon Jan 2 2006",
}

// Serial numbers of days in a spreadsheet: 1 is the first of January 1900, and
// a 29 February 1900 which never was is counted (ECMA-376 part 1, 18.17.4.1).
// Those from 1954 to 2119 are taken for days; other numbers are none.
const (
	leastSerial = 20000
	mostSerial  = 80000
)

// SheetDays are the days that a cell can mean, as YYYY-MM-DD: one, or two where
// day and month can change places. "" is no day. What is none is CodeInvalid.
func SheetDays(c SheetCell) ([]string, error) {
	text := strings.Join(strings.Fields(strings.ReplaceAll(strings.TrimLeft(neutral(c.Text, true), "'"), ",", " ")), " ")
	if text == "" {
		return []string{""}, nil
	}
	if n, err := strconv.ParseFloat(strings.TrimSpace(c.Raw), 64); err == nil && n >= leastSerial && n < mostSerial {
		return []string{time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(math.Floor(n))).Format(dayLayout)}, nil
	}
	// A time of day behind it, as databases write it.
	day, clock, _ := strings.Cut(strings.Replace(text, "T", " ", 1), " ")
	if strings.ContainsRune(clock, ':') && strings.ContainsAny(day, "-/.") {
		text = day
	}
	titled := strings.ReplaceAll(text, "Sept ", "Sep ")
	for _, layout := range dayLayouts {
		if t, err := time.Parse(layout, titled); err == nil && t.Year() >= 1000 {
			return []string{t.Format(dayLayout)}, nil
		}
	}
	if days := eitherWay(text); len(days) > 0 {
		return days, nil
	}
	return nil, quotes.Errorf(quotes.CodeInvalid, "%q is no day", c.Text).Do("write it as 2026-11-19")
}

// eitherWay reads numbers parted by slashes or dashes, of which the first two
// are day and month in an order that depends on the country.
func eitherWay(text string) []string {
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == '/' || r == '-' })
	if len(parts) != 3 {
		return nil
	}
	var n [3]int
	for i, part := range parts {
		v, err := strconv.Atoi(part)
		if err != nil || v < 0 || len(part) > 4 {
			return nil
		}
		n[i] = v
	}
	year := n[2]
	if len(parts[2]) <= 2 {
		year += 2000
	}
	var days []string
	for _, order := range [][2]int{{n[0], n[1]}, {n[1], n[0]}} {
		t := time.Date(year, time.Month(order[1]), order[0], 0, 0, 0, 0, time.UTC)
		day := t.Format(dayLayout)
		if order[1] >= 1 && order[1] <= 12 && t.Day() == order[0] && year >= 1000 && (len(days) == 0 || days[0] != day) {
			days = append(days, day)
		}
	}
	return days
}
