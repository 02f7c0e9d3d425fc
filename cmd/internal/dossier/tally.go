package dossier

import (
	"fmt"
	"slices"
	"time"
)

// tally counts quotes by period and by word: a status, a verdict.
type tally struct {
	title   string
	words   []word // those in use, in the order of the vocabulary
	periods []string
	counts  map[string]map[string]int // by period, by word
}

// word is a word of an axis with its look and its count.
type word struct {
	Word, Tone string
	Count      int
}

// counter gathers counts by day, before it is known how long the periods are.
type counter map[string]map[string]int

func (c counter) add(day, word string) {
	if c[day] == nil {
		c[day] = map[string]int{}
	}
	c[day][word]++
}

// How long a stretch of time may be to be shown by day, and by month.
const (
	mostDays   = 31
	mostMonths = 60
)

// The forms of a period.
const (
	day   = "2006-01-02"
	month = "2006-01"
	year  = "2006"
)

// tally sums the days up to periods, from the first to the last of all quotes
// with none left out. order is the vocabulary; words that it lacks come last.
// Quotes without a day have no place on a line of time.
func (c counter) tally(title string, order []string, first, last string) *tally {
	t := &tally{title: title, counts: map[string]map[string]int{}}
	total := map[string]int{}
	days := make([]string, 0, len(c))
	for d := range c {
		for w, n := range c[d] {
			total[w] += n
		}
		if _, err := time.Parse(day, d); err == nil {
			days = append(days, d)
		}
	}
	for _, w := range order {
		if total[w] > 0 {
			t.words = append(t.words, word{w, toneOf(w), total[w]})
			delete(total, w)
		}
	}
	for _, w := range sortedKeys(total) {
		t.words = append(t.words, word{w, toneOf(w), total[w]})
	}
	if len(days) == 0 {
		return t
	}
	form := formFor(first, last)
	t.periods = periods(first, last, form)
	for _, d := range days {
		p := d[:len(form)]
		if t.counts[p] == nil {
			t.counts[p] = map[string]int{}
		}
		for w, n := range c[d] {
			t.counts[p][w] += n
		}
	}
	return t
}

func formFor(first, last string) string {
	switch {
	case len(periods(first, last, day)) <= mostDays:
		return day
	case len(periods(first, last, month)) <= mostMonths:
		return month
	}
	return year
}

// periods are all from first to last, both of them days.
func periods(first, last, form string) []string {
	from, err := time.Parse(form, first[:len(form)])
	if err != nil {
		return nil
	}
	var out []string
	for ; from.Format(form) <= last[:len(form)]; from = next(from, form) {
		out = append(out, from.Format(form))
	}
	return out
}

func next(t time.Time, form string) time.Time {
	switch form {
	case day:
		return t.AddDate(0, 0, 1)
	case month:
		return t.AddDate(0, 1, 0)
	}
	return t.AddDate(1, 0, 0)
}

// labelsShown is for how many periods an axis has room to name them.
const labelsShown = 12

// labels are the periods as the axis shows them: all, or every so many.
func (t *tally) labels() []string {
	every := (len(t.periods) + labelsShown - 1) / labelsShown
	labels := make([]string, len(t.periods))
	for i := 0; i < len(labels); i += every {
		labels[i] = t.periods[i]
	}
	return labels
}

// values are the counts, a series for each word.
func (t *tally) values() [][]float64 {
	out := make([][]float64, len(t.words))
	for i, w := range t.words {
		for _, p := range t.periods {
			out[i] = append(out[i], float64(t.counts[p][w.Word]))
		}
	}
	return out
}

// most is the greatest number of a period.
func (t *tally) most() int {
	most := 0
	for _, counts := range t.counts {
		sum := 0
		for _, n := range counts {
			sum += n
		}
		most = max(most, sum)
	}
	return most
}

// row is a period's line in the table of the numbers.
type row struct {
	Period string
	Counts []int
}

func (t *tally) rows() []row {
	var out []row
	for _, p := range t.periods {
		r := row{Period: p}
		for _, w := range t.words {
			r.Counts = append(r.Counts, t.counts[p][w.Word])
		}
		out = append(out, r)
	}
	return out
}

func sortedKeys(m map[string]int) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// tones are the looks of the words, each a colour of the page. Any other word
// gets one by what it is called, the same always.
var tones = map[string]string{
	"unchecked": "grey", "flagged": "yellow", "checking": "cyan", "checked": "blue", "published": "green",
	"blocked": "red", "wont-check": "stone", "mixed": "violet",
	"true": "green", "mostly-true": "lime", "half-true": "yellow", "mostly-false": "orange", "false": "red",
	"misleading": "rose", "unverifiable": "grey", "opinion": "cyan", "outdated": "stone", "satire": "blue",
	"verbatim": "green", "trimmed": "lime", "translated": "cyan", "altered": "yellow", "out-of-context": "orange",
	"misattributed": "rose", "fabricated": "red",
}

var otherTones = []string{"green", "lime", "yellow", "orange", "red", "rose", "violet", "blue", "cyan", "stone"}

func toneOf(word string) string {
	if tone, ok := tones[word]; ok {
		return tone
	}
	sum := 0
	for _, r := range word {
		sum = (sum*31 + int(r)) % 1009
	}
	return otherTones[sum%len(otherTones)]
}

// stretch is the time from the first to the last of some days.
func stretch(first, last string) string {
	if first == last {
		return first
	}
	return fmt.Sprintf("%s to %s", first, last)
}
