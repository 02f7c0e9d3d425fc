package extract

import (
	"reflect"
	"slices"
	"testing"

	"onrecord/quotes"
)

// TestMemory: whichever articles were extracted before, in whose memory the next one is, an article gives the same.
func TestMemory(t *testing.T) {
	cases := readCases(t)
	want := make(map[string]quotes.Extraction, len(cases))
	for _, c := range cases {
		want[c.name] = Extract(&quotes.Article{Text: c.article})
	}
	slices.Reverse(cases)
	for _, c := range cases {
		if got := Extract(&quotes.Article{Text: c.article}); !reflect.DeepEqual(got, want[c.name]) {
			t.Errorf("%s: another extraction behind other articles", c.name)
		}
	}
}
