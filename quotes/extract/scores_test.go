package extract

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"onrecord/quotes"
)

// tally counts how much of the cases is right.
type tally struct {
	cases, whole                                          int
	wanted, found, extra, kind, mention, cue, speaker     int
	named, namedRight, wrongName, unknown, unknownMissing int
}

func (s *tally) add(c testCase, got []quotes.Quote) {
	s.cases++
	lines := map[string]string{} // by text
	var all []string
	for i := range got {
		line := describe(&got[i])
		lines[strings.TrimSpace(got[i].Text)] = line
		all = append(all, line)
	}
	if slices.Equal(all, c.want) {
		s.whole++
	}
	fields := func(line string) []string {
		return append(strings.Split(line, " | "), "", "", "", "", "", "")[:6]
	}
	for _, line := range c.want {
		want := fields(line)
		s.wanted++
		has := fields(lines[want[0]])
		if has[0] == "" {
			continue
		}
		s.found++
		s.kind += btoi(has[4] == want[4])
		s.mention += btoi(has[2] == want[2])
		s.cue += btoi(has[3] == want[3])
		s.speaker += btoi(has[1] == want[1])
		if want[1] != "" {
			s.named++
			s.namedRight += btoi(has[1] == want[1])
			s.wrongName += btoi(has[1] != "" && has[1] != want[1])
			continue
		}
		s.unknown++
		s.unknownMissing += btoi(has[1] == "")
	}
	s.extra += max(0, len(got)-len(c.want))
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (s *tally) String() string {
	return fmt.Sprintf(`cases          %d, whole %d
quotes         %d, found %d, too many %d
kind right     %d
mention right  %d
cue right      %d
speaker right  %d
  named        %d of %d, another name %d
  left unknown %d of %d
`, s.cases, s.whole, s.wanted, s.found, s.extra, s.kind, s.mention, s.cue, s.speaker,
		s.namedRight, s.named, s.wrongName, s.unknownMissing, s.unknown)
}

// TestScores keeps the figures over the cases in a golden file, so that what a
// change gains and costs shows in its diff.
func TestScores(t *testing.T) {
	var s tally
	for _, c := range readCases(t) {
		s.add(c, Extract(&quotes.Article{Text: c.article}).Quotes)
	}
	golden(t, "scores.golden", s.String())
}
