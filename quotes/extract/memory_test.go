package extract

import (
	"reflect"
	"slices"
	"sync"
	"testing"

	"onrecord/quotes"
)

// TestMemory: whichever articles were extracted before, in whose memory the next one is, or are extracted meanwhile, an
// article gives the same.
func TestMemory(t *testing.T) {
	cases := readCases(t)
	want := make(map[string]quotes.Extraction, len(cases))
	for _, c := range cases {
		want[c.name] = Extract(&quotes.Article{Text: c.article})
	}
	slices.Reverse(cases)
	var all sync.WaitGroup
	for n := range 4 {
		all.Go(func() {
			for i := range cases {
				c := &cases[(i+n*len(cases)/4)%len(cases)]
				if got := Extract(&quotes.Article{Text: c.article}); !reflect.DeepEqual(got, want[c.name]) {
					t.Errorf("%s: another extraction behind or beside other articles", c.name)
				}
			}
		})
	}
	all.Wait()
}
