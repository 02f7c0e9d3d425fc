package quotes

import (
	"encoding/json"
	"testing"
)

func TestDate(t *testing.T) {
	q := Quote{CreatedAt: "2026-11-23T09:00:00Z"}
	want := func(day string) {
		t.Helper()
		if got := q.Date(); got != day {
			t.Errorf("%q, want %q", got, day)
		}
	}
	want("2026-11-23")
	q.Article.Published = "2026-11-19"
	want("2026-11-19")
	q.SaidOn = "2026-11-18"
	want("2026-11-18")
	q = Quote{}
	want("")
}

func TestJoinSpans(t *testing.T) {
	const article = `“We came,” she said, “and we saw.”`
	got := JoinSpans(article, []Span{{3, 11}, {28, 39}})
	if got != "We came, … and we saw." {
		t.Errorf("%q", got)
	}
}

func TestSpan(t *testing.T) {
	s := Span{2, 5}
	if s.Len() != 3 || s.Empty() || !(Span{4, 4}).Empty() || !(Span{5, 4}).Empty() {
		t.Error("length")
	}
	for other, want := range map[Span][2]bool{ // contains, overlaps
		{2, 5}: {true, true},
		{3, 4}: {true, true},
		{1, 3}: {false, true},
		{4, 6}: {false, true},
		{5, 7}: {false, false},
		{0, 2}: {false, false},
	} {
		if s.Contains(other) != want[0] || s.Overlaps(other) != want[1] {
			t.Errorf("%v", other)
		}
	}
	data, err := json.Marshal([]Span{s})
	if err != nil || string(data) != "[[2,5]]" {
		t.Errorf("%s, %v", data, err)
	}
	var back []Span
	if err := json.Unmarshal(data, &back); err != nil || len(back) != 1 || back[0] != s {
		t.Errorf("%v, %v", back, err)
	}
	if err := json.Unmarshal([]byte(`["x"]`), &back); err == nil {
		t.Error("a span of letters")
	}
	if (Passage{"he", 7, 9}).Span() != (Span{7, 9}) {
		t.Error("passage")
	}
}
