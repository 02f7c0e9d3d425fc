package alike

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden file anew")

type pair struct {
	same, held bool // held out: not looked at in tuning
	a, b       string
}

func readPairs(t testing.TB) []pair {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "pairs.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var out []pair
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		a, b, ok := strings.Cut(line[2:], " | ")
		if !ok {
			t.Fatalf("no pair: %q", line)
		}
		out = append(out, pair{line[0] == '=', len(out)%2 == 1, a, b})
	}
	return out
}

// figures counts, over half of the pairs, what Likely gets right, and how often
// a repeat scores above a pair on one subject (the area under the curve).
func figures(pairs []pair, held bool) string {
	var same, other []float64
	found, wrong := 0, 0
	for _, p := range pairs {
		if p.held != held {
			continue
		}
		v := Read(p.a).Hold(Read(p.b), Counts{}).Value
		if p.same {
			same = append(same, v)
		} else {
			other = append(other, v)
		}
		if v >= Likely {
			if p.same {
				found++
			} else {
				wrong++
			}
		}
	}
	above := 0.0
	for _, x := range same {
		for _, y := range other {
			switch {
			case x > y:
				above++
			case x == y:
				above += 0.5
			}
		}
	}
	return fmt.Sprintf("%d of %d repeats likely, %d of %d on one subject likely, repeat above subject %.3f",
		found, len(same), wrong, len(other), above/float64(len(same)*len(other)))
}

// The golden file shows in its diff what a change does to the pairs.
func TestPairs(t *testing.T) {
	pairs := readPairs(t)
	var b strings.Builder
	fmt.Fprintf(&b, "tuning:   %s\nheld out: %s\n\n", figures(pairs, false), figures(pairs, true))
	for _, p := range pairs {
		if p.held {
			continue // unseen
		}
		sign := "~"
		if p.same {
			sign = "="
		}
		score := Read(p.a).Hold(Read(p.b), Counts{})
		fmt.Fprintf(&b, "%s %.2f %s | %s\n       %s\n", sign, score.Value, p.a, p.b, strings.Join(score.Why, "; "))
	}
	golden := filepath.Join("testdata", "pairs.golden")
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatalf("%v; run go test -update", err)
	}
	if b.String() != string(want) {
		t.Errorf("scores changed; run go test -update and look at the diff\n%s", b.String())
	}
}

func TestHold(t *testing.T) {
	hold := func(a, b string) Score { return Read(a).Hold(Read(b), Counts{}) }
	for _, one := range []struct{ a, b, why string }{
		{"We did not sell the harbour to anybody", "We did sell the harbour to anybody", "one of them denies something"},
		{"The dam floods 11 villages", "The dam floods 15 villages", "other figures"},
		{"They say Lund sold the quay", "They say Dahl sold the quay", "other names"},
		{"The harbour took in forty tons of herring in March", "The harbour took in forty tons of herring in March, he said", "almost the same words"},
		{"The dam floods eleven villages", "Eleven villages will be flooded", "in common: villages, flood, eleven"},
	} {
		s := hold(one.a, one.b)
		if all := strings.Join(s.Why, "; "); !strings.Contains(all, one.why) && !(strings.HasPrefix(one.why, "in common") && strings.Contains(all, "villages")) {
			t.Errorf("%q, %q: %.2f %q", one.a, one.b, s.Value, all)
		}
	}
	if s := hold("The harbour froze", "Taxes will rise"); s.Value != 0 || s.Why != nil {
		t.Errorf("nothing in common: %+v", s)
	}
	if s := hold("", ""); s.Value != 0 {
		t.Errorf("nothing at all: %+v", s)
	}
	same := hold("The harbour took in forty tons of herring", "The harbour took in forty tons of herring")
	if same.Value < 0.95 {
		t.Errorf("the same: %+v", same)
	}
	// A word that everybody uses tells little in a large record.
	common := Counts{All: 1000000, Of: map[string]int{"harbour": 400000, "herr": 12}}
	a, b := Read("harbour walls"), Read("harbour gates")
	if x, y := a.Hold(b, common).Value, a.Hold(b, Counts{}).Value; x >= y {
		t.Errorf("a common word counts %v, uncounted %v", x, y)
	}
}

func FuzzHold(f *testing.F) {
	for _, p := range readPairs(f) {
		f.Add(p.a, p.b)
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		x, y := Read(a), Read(b)
		there, back := x.Hold(y, Counts{}), y.Hold(x, Counts{})
		if there.Value < 0 || there.Value > 1 || there.Value != there.Value {
			t.Fatalf("%v", there)
		}
		if d := there.Value - back.Value; d > 0.011 || d < -0.011 {
			t.Fatalf("%v there, %v back", there, back)
		}
	})
}

func BenchmarkHold(b *testing.B) {
	x := Read("We are spending four times as much on each crossing as we did ten years ago, and the boats leave half empty.")
	for b.Loop() {
		x.Hold(Read("In winter each crossing costs four times what it did a decade ago, while boats leave nearly empty."), Counts{})
	}
}
