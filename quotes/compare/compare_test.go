package compare

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestCompare(t *testing.T) {
	const said = "We did not, uh, spend the the 5,000 crowns on the ferry. That was Anna Lund’s decision, and it was made long ago. We won't do it again."
	for _, one := range []struct {
		quote string
		kind  Kind
		what  string // of the differences, with was → is
		marks string // in the marked text
	}{
		{"We did not spend the 5000 crowns on the ferry. That was Anna Lund's decision and it was made long ago. We will not do it again.", Same, "", "We did not spend"},
		{"we didn’t spend the 5,000 crowns on the ferry", Trimmed, "left out: That was Anna Lund’s decision, and it was made long ago. We won't do it again → ", "on the ferry [-That was"},
		{"We did spend the 5,000 crowns on the ferry. That was Anna Lund's decision, and it was made long ago. We won't do it again.", Altered, "a negation dropped: not → ", "We did [-not-] spend"},
		{"We did not spend the 50,000 crowns on the ferry. That was Anna Lund's decision, and it was made long ago. We won't do it again.", Altered, "a number changed: 5,000 → 50,000", "[-5,000-] {+50,000+}"},
		{"We did not spend the 5,000 crowns on the ferry. That was Anna Dahl's decision, and it was made long ago. We won't do it again.", Altered, "a name changed: Lund’s → Dahl's", "{+Dahl's+}"},
		{"We did not spend the 5,000 crowns on the ferry. We won't do it again.", Spliced, "passages joined: That was Anna Lund’s decision, and it was made long ago → ", "ferry. [-That"},
		{"We did not spend the 5,000 crowns on the ferry … We won't do it again.", Trimmed, "left out: That was Anna Lund’s decision, and it was made long ago → ", "ferry … [-That"},
		{"We did not spend the 5,000 crowns on the ferry [to Sollan]. That was Anna Lund's decision, and it was made long ago. We won't do it again.", Trimmed, "explained in brackets:  → to Sollan", "{+to Sollan].+}"},
		{"We did not waste the 5,000 crowns on the ferry. That was Anna Lund's decision, and it was made long ago. We won't ever do it again.", Altered, "replaced: spend → waste; put in:  → ever", "[-spend-] {+waste+} the"},
		{"We did not spend the 5,000 crowns on the ferry. That was Anna Lund's decision, and it was never made long ago. We won't do it again.", Altered, "a negation added:  → never", "{+never+}"},
	} {
		c := Compare(said, one.quote)
		var what []string
		for _, d := range c.Differences {
			what = append(what, string(d.What)+": "+d.Was+" → "+d.Is)
			if got := string([]rune(one.quote)[d.Start:d.End]); got != d.Is {
				t.Errorf("%q: the place holds %q, not %q", one.quote, got, d.Is)
			}
		}
		if c.Kind != one.kind || strings.Join(what, "; ") != one.what || !strings.Contains(Marked(c.Pieces), one.marks) {
			t.Errorf("%q:\n%s, %q\n%s", one.quote, c.Kind, strings.Join(what, "; "), Marked(c.Pieces))
		}
	}
	if c := Compare("seven boats, OK", "7 boats, okay"); c.Kind != Same {
		t.Errorf("numbers in words: %+v", c)
	}
}

// checkDiff proves that the stretches and what is between them are the lists.
func checkDiff(t *testing.T, a, b []Word) []stretch {
	t.Helper()
	all := diff(a, b)
	i, j := 0, 0
	x, y := intern(a, b)
	for _, s := range append(all, stretch{len(a), len(a), len(b), len(b)}) {
		if s.aStart-i != s.bStart-j || s.aStart < i {
			t.Fatalf("stretch %v after %d, %d", s, i, j)
		}
		for ; i < s.aStart; i, j = i+1, j+1 {
			if x[i] != y[j] {
				t.Fatalf("%q and %q pass as the same", a[i].Key, b[j].Key)
			}
		}
		i, j = s.aEnd, s.bEnd
	}
	return all
}

// Long texts: memory stays small and a change shows as one.
func TestDiffLong(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	words := make([]string, 60000)
	for i := range words {
		words[i] = string(rune('a'+random.IntN(26))) + string(rune('a'+random.IntN(26))) + string(rune('a'+random.IntN(26)))
		if i%7 == 0 {
			words[i] += string(rune('a' + random.IntN(26)))
		}
	}
	a := Words(strings.Join(words, " "))
	words[100], words[30000], words[59000] = "walrus", "walrus", "walrus"
	words = append(words[:40000], words[40010:]...)
	b := Words(strings.Join(words, " "))
	changed := 0
	for _, s := range checkDiff(t, a, b) {
		changed += s.aEnd - s.aStart
	}
	if changed != 13 {
		t.Errorf("%d words differ, want 13", changed)
	}
	// Nothing in common, or all the same word.
	checkDiff(t, Words(strings.Repeat("the ", 20000)), Words(strings.Repeat("a ", 20000)))
	checkDiff(t, Words(strings.Repeat("the ", 20000)), Words(strings.Repeat("the ", 10000)+"a "+strings.Repeat("the ", 9000)))
	checkDiff(t, a, Words(strings.Repeat("walrus seal ", 20000)))
}

func FuzzCompare(f *testing.F) {
	f.Add("We did not go to Lund.", "We did go to [the town of] Dahl … never 5,0 %")
	f.Add("", "a")
	f.Fuzz(func(t *testing.T, a, b string) {
		checkDiff(t, Words(a), Words(b))
		c := Compare(a, b)
		if c.Share < 0 || c.Share > 1 || (c.Kind == Same) != (len(c.Differences) == 0) {
			t.Fatalf("share %v, kind %s, %d differences", c.Share, c.Kind, len(c.Differences))
		}
		for _, d := range c.Differences {
			if d.Start < 0 || d.End < d.Start || d.End > utf8.RuneCountInString(b) || !strings.Contains(a, d.Was) || !strings.Contains(b, d.Is) {
				t.Fatalf("%+v", d)
			}
		}
		if same := Compare(b, b); same.Kind != Same {
			t.Fatalf("not the same as itself: %+v", same)
		}
		kept := ""
		for _, p := range c.Pieces {
			if p.Op != Removed {
				kept += p.Text
			}
		}
		if squeeze(kept) != squeeze(b) {
			t.Fatalf("the pieces hold %q, not %q", kept, b)
		}
	})
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }
