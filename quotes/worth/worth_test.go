package worth

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

var update = flag.Bool("update", false, "write the golden file anew")

// groups are the statements of a file, those of a group alike in worth.
func groups(t testing.TB, name string) [][]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	out := [][]string{nil}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "--"):
			out = append(out, nil)
		case line != "":
			out[len(out)-1] = append(out[len(out)-1], line)
		}
	}
	return out
}

func TestOrder(t *testing.T) {
	least, of := Most+1, ""
	for i, group := range groups(t, "order.txt") {
		lowest, lowestOf := Most+1, ""
		for _, s := range group {
			score := Of(s)
			if score.Points >= least {
				t.Errorf("group %d: %q has %d points, and so is not below %q with %d\n%v", i+1, s, score.Points, of, least, score)
			}
			if score.Points < lowest {
				lowest, lowestOf = score.Points, s
			}
		}
		least, of = lowest, lowestOf
	}
}

// The golden file shows in its diff what a change of words or points does.
func TestGolden(t *testing.T) {
	var b strings.Builder
	for _, name := range []string{"order.txt", "more.txt"} {
		for _, group := range groups(t, name) {
			for _, s := range group {
				score := Of(s)
				fmt.Fprintf(&b, "%3d %s\n", score.Points, s)
				for _, r := range score.Reasons {
					fmt.Fprintf(&b, "      %s\n", r)
				}
			}
		}
	}
	golden := filepath.Join("testdata", "golden.txt")
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
		t.Errorf("scores changed; run go test -update and look at the diff\ngot:\n%s", b.String())
	}
}

func TestReasons(t *testing.T) {
	for statement, want := range map[string]string{
		"We pay four times as much as they do.":  "a number: four times (+20)",
		"It fell by 12.5 percent.":               "a number: 12.5 percent (+20)",
		"More than two million people left.":     "a number: two million people (+20)",
		"The river is colder than the sea here.": "a comparison: colder than (+12)",
		"They’re fewer than before, aren’t they": "a comparison: fewer than (+12)",
		"The boat belongs to Lund, they say.":    "a name: Lund (+6)",
		"Is the boat theirs?”":                   "a question (-20)",
		"Hello there.":                           "a pleasantry: Hello (-30)",
		"Boats, boats.":                          "hardly a sentence (-20)",
		"I think that boats float.":              "an opinion: I think (-15)",
	} {
		if got := Of(statement).String(); !strings.Contains(got, want) {
			t.Errorf("%q: got %q, want %q in it", statement, got, want)
		}
	}
	for statement, not := range map[string]string{
		"The river is older, rather than new.": "a comparison",
		"It opens. Boats go there every day.":  "a name",
		"I know what I know, I'm sure of it.":  "a name",
		"What else? The boats went to town.":   "a question",
	} {
		if got := Of(statement).String(); strings.Contains(got, not) {
			t.Errorf("%q: got %q, which has %q", statement, got, not)
		}
	}
}

// Each would take hours in anything but linear time.
func TestSize(*testing.T) {
	for _, s := range []string{"more ", "two ", "million ", "12,", "’", "a'", "higher than ", "% ", "\xff", "É", "No. ", "within 3 "} {
		Of(strings.Repeat(s, 1<<22/len(s)))
	}
}

func FuzzOf(f *testing.F) {
	for _, group := range groups(f, "order.txt") {
		for _, s := range group {
			f.Add(s)
		}
	}
	f.Add("40 \xff 3,000.5.-'’ % ?”")
	f.Fuzz(func(t *testing.T, s string) {
		score := Of(s)
		if score.Points < 0 || score.Points > Most || Points(s) != score.Points {
			t.Fatalf("%d points, or %d", score.Points, Points(s))
		}
		sum, seen := Base, map[string]bool{}
		for _, r := range score.Reasons {
			sum += r.Points
			if seen[r.What] {
				t.Fatalf("%s counts twice", r.What)
			}
			seen[r.What] = true
			if !strings.Contains(s, r.Words) || utf8.ValidString(s) && !utf8.ValidString(r.Words) {
				t.Fatalf("%q is not in %q", r.Words, s)
			}
		}
		if min(max(sum, 0), Most) != score.Points {
			t.Fatalf("the reasons sum up to %d, not %d", sum, score.Points)
		}
		if again := Of(s + " "); again.Points != score.Points {
			t.Fatalf("a space behind it makes %d of %d", again.Points, score.Points)
		}
	})
}

func BenchmarkPoints(b *testing.B) {
	s := "We are spending four times as much on each crossing as we did ten years ago, and the boats leave half empty."
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Points(s)
	}
}
