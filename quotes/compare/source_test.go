package compare

import (
	"fmt"
	"strings"
	"testing"
)

const speech = `Thank you. Thank you very much. We have decided to, uh, close the northern pier on the first of March, and I want to tell you why.
The pier is ninety years old. Last winter, inspectors counted 214 cracks in it, and no engineer will sign for it any more.
We did not take this decision lightly. I know what the pier means to this town; my own father worked on it for thirty years.
But I will not wait until somebody drowns. We will build a new pier by the summer of 2029, and it will cost forty million crowns.
Minister Brekke has promised half of that. The rest has to come from the harbour dues. Thank you. Thank you very much.`

func TestFind(t *testing.T) {
	s := NewSource(strings.Repeat("We know the pier, we know the town. Nothing was said about any decision. ", 40) + speech +
		strings.Repeat(" And so on, and so on, we know the pier and the town.", 40))
	for _, one := range []struct {
		quote    string
		kind     Kind // "" not found
		what, at string
	}{
		{"We have decided to close the northern pier on the first of March", Same, "", "We have decided to, uh, close the northern pier on the first of March"},
		{"I will not wait until somebody drowns", Same, "", "I will not wait until somebody drowns"},
		{"I will wait until somebody drowns", Altered, "a negation dropped", "I will not wait until somebody drowns"},
		{"Last winter inspectors counted 241 cracks in it", Altered, "a number changed", "Last winter, inspectors counted 214 cracks in it"},
		{"Minister Dahl has promised half of that", Altered, "a name changed", "Minister Brekke has promised half of that"},
		{"The pier is ninety years old, and no engineer will sign for it any more", Spliced, "passages joined", ""},
		{"The pier is 90 years old … and no engineer will sign for it any more", Trimmed, "left out", ""},
		{"We did not take this decision lightly. The rest has to come from the harbour dues.", Spliced, "passages joined", ""},
		{"We did not take this decision lightly … The rest has to come from the harbour dues.", Trimmed, "left out", ""},
		{"Close the northern pier on the first of March. The rest has to come from the harbour dues.", Spliced, "passages joined", "close the northern pier on the first of March"},
		{"Close the northern pier on the first of March … the rest has to come from the harbour dues.", Trimmed, "left out", "close the northern pier on the first of March"},
		{"We will build a new pier by the summer of 2029, it will cost forty million", Trimmed, "left out", ""},
		{"harbour dues", Same, "", "harbour dues"},
		{"Thank you very much", Same, "", "Thank you very much"},
		{"The mayor never answered any of our letters about the school roof", "", "", ""},
		{"a walrus", "", "", ""},
		{"not", "", "", ""},
		{"", "", "", ""},
	} {
		f := s.Find(one.quote)
		if f == nil {
			if one.kind != "" {
				t.Errorf("%q is not found", one.quote)
			}
			continue
		}
		what := ""
		if len(f.Differences) > 0 {
			what = string(f.Differences[0].What)
		}
		if f.Kind != one.kind || what != one.what || one.at != "" && f.Passage != one.at {
			t.Errorf("%q: %s, %q, share %.2f, in %q\n%s", one.quote, f.Kind, what, f.Share, f.Passage, Marked(f.Pieces))
		}
	}
}

// A megabyte of one phrase, or of the quote's own words in disorder, and
// thousands of quotes.
func TestFindMany(t *testing.T) {
	var b strings.Builder
	for i := range 30000 {
		fmt.Fprintf(&b, "Thank you very much for number %d of the harbour. ", i)
	}
	s := NewSource(b.String())
	for i := 0; i < 30000; i += 15 {
		quote := fmt.Sprintf("much for number %d of the harbour", i)
		if f := s.Find(quote); f == nil || f.Kind != Same {
			t.Fatalf("%q: %+v", quote, f)
		}
	}
	s.Find(strings.Repeat("Thank you very much for the harbour. ", 500))
	NewSource(strings.Repeat("you ", 300000)).Find(strings.Repeat("you ", 1000))
}

func FuzzFind(f *testing.F) {
	f.Add(speech, "I will wait until … [somebody] drowns, 90 % of them")
	f.Fuzz(func(t *testing.T, text, quote string) {
		s := NewSource(text)
		found := s.Find(quote)
		if found == nil {
			return
		}
		if found.Span.Start < 0 || found.Span.End > len(text) || text[found.Span.Start:found.Span.End] != found.Passage {
			t.Fatalf("passage %q at %v", found.Passage, found.Span)
		}
		kept := ""
		for _, p := range found.Pieces {
			if p.Op != Removed {
				kept += p.Text
			}
		}
		if squeeze(kept) != squeeze(quote) {
			t.Fatalf("the pieces hold %q, not %q", kept, quote)
		}
	})
}

func BenchmarkFind(b *testing.B) {
	var text strings.Builder
	for i := range 10000 {
		fmt.Fprintf(&text, "Number %d of the harbour was counted by inspector %d on pier %d. ", i, i*7%1000, i*13%777)
	}
	s := NewSource(text.String())
	for b.Loop() {
		s.Find("Number 5000 of the harbour was seen by inspector 0 on pier 509")
	}
}
