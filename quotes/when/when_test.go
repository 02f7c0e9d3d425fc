package when

import (
	"strings"
	"testing"
	"time"

	"onrecord/quotes"
)

// A Monday, late in the evening west of Greenwich.
var now = time.Date(2026, 11, 23, 23, 30, 0, 0, time.FixedZone("EST", -5*3600))

func TestPeriod(t *testing.T) {
	for _, c := range []struct{ text, since, until string }{
		{"2026-11-03", "2026-11-03", "2026-11-03"},
		{"2026-1-3", "2026-01-03", "2026-01-03"},
		{"2026-11", "2026-11-01", "2026-11-30"},
		{"2024-02", "2024-02-01", "2024-02-29"},
		{"2026", "2026-01-01", "2026-12-31"},
		{"3 March 2026", "2026-03-03", "2026-03-03"},
		{"March 3, 2026", "2026-03-03", "2026-03-03"},
		{"sept 9 2025", "2025-09-09", "2025-09-09"},
		{"nov 2026", "2026-11-01", "2026-11-30"},
		{"13.9.2023", "2023-09-13", "2023-09-13"},
		{"2026-11-03T23:59:00-05:00", "2026-11-03", "2026-11-03"},
		{"today", "2026-11-23", "2026-11-23"},
		{" Yesterday ", "2026-11-22", "2026-11-22"},
		{"monday", "2026-11-23", "2026-11-23"},
		{"last monday", "2026-11-16", "2026-11-16"},
		{"last Fri", "2026-11-20", "2026-11-20"},
		{"sunday", "2026-11-22", "2026-11-22"},
		{"7d", "2026-11-16", "2026-11-16"},
		{"2w", "2026-11-09", "2026-11-09"},
		{"3 weeks ago", "2026-11-02", "2026-11-02"},
		{"a month ago", "2026-10-23", "2026-10-23"},
		{"1y", "2025-11-23", "2025-11-23"},
		{"last 7 days", "2026-11-16", "2026-11-23"},
		{"this week", "2026-11-23", "2026-11-29"},
		{"last week", "2026-11-16", "2026-11-22"},
		{"this month", "2026-11-01", "2026-11-30"},
		{"last month", "2026-10-01", "2026-10-31"},
		{"last year", "2025-01-01", "2025-12-31"},
	} {
		since, err := Since(c.text, now)
		if err != nil || since != c.since {
			t.Errorf("Since(%q) = %q, %v, want %q", c.text, since, err, c.since)
		}
		until, err := Until(c.text, now)
		if err != nil || until != c.until {
			t.Errorf("Until(%q) = %q, %v, want %q", c.text, until, err, c.until)
		}
	}
}

func TestMonthsOfUnequalLength(t *testing.T) {
	end := time.Date(2026, 3, 31, 12, 0, 0, 0, time.UTC)
	for text, want := range map[string]string{"1m": "2026-02-28", "3 months ago": "2025-12-31", "13m": "2025-02-28"} {
		if got, err := Since(text, end); err != nil || got != want {
			t.Errorf("%s before 31 March = %q, %v, want %q", text, got, err, want)
		}
	}
	if got, _ := Since("last month", end); got != "2026-02-01" {
		t.Errorf("last month = %q", got)
	}
}

func TestUnknownDates(t *testing.T) {
	for _, text := range []string{
		"", "soon", "7", "7x", "2026-13", "2026-02-30", "03/04/2026", "last blursday", "ago", "99999999d", "last", "mo", "-7d", "٣d",
	} {
		got, err := Since(text, now)
		if quotes.CodeOf(err) != quotes.CodeInvalid {
			t.Errorf("Since(%q) = %q, %v, want an invalid error", text, got, err)
			continue
		}
		if !strings.Contains(err.Error(), "yesterday") {
			t.Errorf("Since(%q): the remedy lacks examples: %v", text, err)
		}
	}
	if _, err := Day("2026-11", now); quotes.CodeOf(err) != quotes.CodeInvalid {
		t.Errorf("Day(2026-11) = %v, want an invalid error", err)
	}
}

func FuzzPeriod(f *testing.F) {
	for _, s := range []string{"2026-11", "last monday", "7d", "3 weeks ago", "this year", "9999-12-31"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		since, err := Since(s, now)
		until, errUntil := Until(s, now)
		if (err == nil) != (errUntil == nil) {
			t.Fatalf("%q: since %v, until %v", s, err, errUntil)
		}
		if err != nil {
			return
		}
		for _, day := range []string{since, until} {
			if _, err := time.Parse(layout, day); err != nil && !strings.HasPrefix(day, "-") {
				t.Fatalf("%q gives %q: %v", s, day, err)
			}
		}
		if since > until && !strings.HasPrefix(since, "-") {
			t.Fatalf("%q: %s comes after %s", s, since, until)
		}
	})
}
