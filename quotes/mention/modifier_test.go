package mention

import (
	"testing"

	"onrecord/quotes"
)

// What only goes before a noun is nobody.
func TestModifiers(t *testing.T) {
	for s, want := range map[string]string{
		"A 29-year-old Leipzig woman said it rained.": "A 29-year-old Leipzig woman",
		"The 29-year-old said it rained.":             "The 29-year-old",
		"As a general rule it rained.":                "",
		"As a general he ruled.":                      "a general",
		"She is a veterinary nursing student.":        "a veterinary nursing student",
		"The retired teaching assistant left.":        "The retired teaching assistant",
		"He saw a plan wooing student Ann Lee.":       "",
		"The veteran stood up.":                       "The veteran",
	} {
		text := Cut(s, []quotes.Span{{Start: 0, End: len(s)}}, nil, nil, English())
		got := ""
		for _, m := range Find(text) {
			if m.Kind == Nominal {
				got = text.Slice(int(m.First), int(m.Last))
				break
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", s, got, want)
		}
	}
}

// One is a source with its place, too.
func TestOneIn(t *testing.T) {
	s := "“It rained,” said one in Geneva, who left."
	text := Cut(s, []quotes.Span{{Start: 0, End: len(s)}}, nil, []Stretch{{Outer: quotes.Span{End: len("“It rained,”")}}}, English())
	for _, m := range Find(text) {
		if got := text.Slice(int(m.First), int(m.PrintLast)); got == "one in Geneva" {
			return
		}
	}
	t.Error("one in Geneva is no mention")
}

// What a noun is of or from goes on to the place behind, and no farther.
func TestPrintedComplements(t *testing.T) {
	for s, want := range map[string]string{
		"It rained, said an adviser at a U.S. bank in Tokyo, who was out.": "an adviser at a U.S. bank in Tokyo",
		"It rained, said an adviser at a U.S. bank in May.":                "an adviser at a U.S. bank",
		"It rained, said a diplomat posted in the region.":                 "a diplomat posted in the region",
		"It rained, said a boy of 12.":                                     "a boy of 12",
		"The prosecution as the supplier of facts left.":                   "The prosecution",
	} {
		text := Cut(s, []quotes.Span{{Start: 0, End: len(s)}}, nil, nil, English())
		got := ""
		for _, m := range Find(text) {
			if m.Kind == Nominal || m.Kind == Body || m.Kind == Several {
				got = text.Slice(int(m.First), int(m.PrintLast))
				break
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", s, got, want)
		}
	}
}

// The body before a role and a name is nobody who speaks.
func TestBodyBeforeRole(t *testing.T) {
	for s, want := range map[string]string{
		"“It rained,” said Oversight ranking Democrat Elijah Combs.": "Democrat Elijah Combs",
		"“It rained,” said Oversight of film director Elijah Combs.": "Oversight",
		"“It rained,” said Trask after chief Elijah Combs left.":     "Trask",
	} {
		text := Cut(s, []quotes.Span{{Start: 0, End: len(s)}}, nil, []Stretch{{Outer: quotes.Span{End: len("“It rained,”")}}}, English())
		got := ""
		for _, m := range Find(text) {
			if m.Kind == Name {
				got = text.Slice(int(m.First), int(m.Last))
				break
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", s, got, want)
		}
	}
}
