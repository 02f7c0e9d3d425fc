package main

import (
	"testing"

	"onrecord/quotes/attribute/fit"
	"onrecord/quotes/attribute/model"
)

// TestUnreadShift expects of a curve as many errors as articles have that no rule was written from, where there are enough
// of those, and else as many as all have.
func TestUnreadShift(t *testing.T) {
	sure := model.Certain * 9 / 10
	for _, test := range []struct {
		unread int
		want   float64
	}{{leastUnread - 1, 0.9}, {leastUnread, 0.8}} {
		var o outcomes
		for i := range 100_000 {
			o.add(&document{}, fit.Outcome{Raw: sure, Right: i%10 > 0})
		}
		for i := range test.unread {
			o.add(&document{unread: true}, fit.Outcome{Raw: sure, Right: i%5 > 0})
		}
		if got := o.curve(leastGroup).At(sure).Float(); got < test.want-0.005 || got > test.want+0.005 {
			t.Errorf("with %d unread outcomes the curve says %.3f, want %.2f", test.unread, got, test.want)
		}
	}
}

// TestUnreadArticles reads the articles that no rule was written from: enough names to measure by.
func TestUnreadArticles(t *testing.T) {
	docs, err := readArticles("unread")
	if err != nil {
		t.Fatal(err)
	}
	named := 0
	for _, d := range docs {
		for i := range d.Quotes {
			if *d.Quotes[i].Speaker != "" {
				named++
			}
		}
	}
	if named < 2*leastUnread {
		t.Errorf("%d quotes in %d articles have a speaker", named, len(docs))
	}
}
