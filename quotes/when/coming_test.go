package when

import (
	"testing"
	"time"

	"onrecord/quotes"
)

func TestComing(t *testing.T) {
	monday := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	for typed, want := range map[string]string{
		"today": "2026-11-23", "tomorrow": "2026-11-24", "friday": "2026-11-27", "next Fri": "2026-11-27",
		"monday": "2026-11-30", "3d": "2026-11-26", "in 2 weeks": "2026-12-07", "2026-12-24": "2026-12-24",
		"24 December 2026": "2026-12-24", "2026-12": "2026-12-31",
	} {
		if got, err := Coming(typed, monday); err != nil || got != want {
			t.Errorf("%s: %s, %v; want %s", typed, got, err, want)
		}
	}
	for _, typed := range []string{"", "yesterday", "2026-11-22", "last friday", "soon", "3 days ago"} {
		if got, err := Coming(typed, monday); quotes.CodeOf(err) != quotes.CodeInvalid {
			t.Errorf("%q: %s, %v", typed, got, err)
		}
	}
}
