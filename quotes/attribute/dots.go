package attribute

import (
	"strings"

	"onrecord/quotes/mention"
)

// reachThat bounds the words between a verb and its "that": "said later that".
const reachThat = 4

// trailsOff reports whether the stretch at item p ends with dots, as who is cut short does, and its
// sentence goes on with whoever says it: "'What is the …' Lee asked."
func (l *line) trailsOff(p int) bool {
	span := l.Quoted[l.items[p].index].Span
	words := strings.TrimRight(l.Text.Source[span.Start:span.End], "'’”\" ")
	if !strings.HasSuffix(words, "…") && !strings.HasSuffix(words, "..") && !strings.HasSuffix(words, ". .") {
		return false
	}
	m := l.startingNear(p + 1)
	if m < 0 {
		return false
	}
	v, aside, ok := l.verbOf(l.named(m, p+1), p+1)
	if !ok || aside || !v.speech || v.passive || l.introduces(v) {
		return false
	}
	for k := v.end; k < v.end+reachThat; k++ {
		if l.class(k).Has(mention.That) {
			return false // "'…' Lee said later that"
		}
	}
	return true
}
