package figures

import (
	"strings"
	"testing"
	"time"
)

func TestFind(t *testing.T) {
	for text, want := range map[string]string{
		"Costs rose 12% to $3.5 billion in 2025.":               "number 12%|number $3.5 billion|date 2025",
		"On 19 November 2026, 1,200 boats left.":                "date 19 November 2026|number 1,200",
		"By Nov. 19 or November 3rd, 2026; in May 2024":         "date Nov. 19|date November 3rd, 2026|date May 2024",
		"They may march on Monday.":                             "date Monday",
		"It was four times as much, and a third of it is gone.": "number four times|number a third",
		"Two hundred and ten people, one in ten, no one else":   "number Two hundred and ten|number one in ten",
		"The third day; one of them; at half past":              "number half",
		"The unemployment rate fell to a record low.":           "statistic unemployment rate|statistic record low",
		"GDP per capita doubled since the 1990s.":               "statistic GDP|statistic per capita|number doubled|date 1990s",
		"Nearly 30 per cent. Ten went.":                         "number 30 per cent|number Ten",
		"In 2016. 300 came":                                     "date 2016|number 300",
		"€ is a sign, £5m is not; 2026-11-19":                   "number £5m|date 2026-11-19",
		"Twenty-five years, 40 %":                               "number Twenty-five|number 40 %",
		"5, 6 and 7":                                            "number 5|number 6|number 7",
		"":                                                      "",
		"No figures, nobody’s sums.":                            "",
	} {
		var got []string
		for _, f := range Find(text) {
			got = append(got, string(f.Kind)+" "+text[f.Start:f.End])
		}
		if joined := strings.Join(got, "|"); joined != want {
			t.Errorf("%q:\n%s\nwant\n%s", text, joined, want)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"12% of 3 May 2026", "one in ten", "$", "two hundred and", "a", "1.,:/", "é 5\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, figure := range Find(s) {
			if figure.Start < last || figure.Empty() || figure.End > len(s) {
				t.Fatalf("%q: %v after %d", s, figure, last)
			}
			last = figure.End
		}
	})
}

func TestFindAtLength(t *testing.T) {
	for name, unit := range map[string]string{
		"numbers": "1 ", "joined": "1,", "scales": "hundred ", "and": "two and ", "in": "one in ", "months": "May ", "currencies": "$", "hyphens": "ten-",
		"lines": "hundred\n. ",
	} {
		text := strings.Repeat(unit, 300_000)
		done := make(chan bool)
		go func() { Find(text); close(done) }()
		select {
		case <-done:
		case <-time.After(time.Minute):
			t.Fatalf("%s take more than a minute", name)
		}
	}
}
