package quotes

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// The presets hold no word twice and none of another axis, their ratings fall
// from first to last without a gap, and each reads back as it was written.
func TestPresets(t *testing.T) {
	for _, s := range Presets {
		last := s.Best() + 1
		for _, w := range s.Words {
			if err := checkScaleWord(w.Word); err != nil {
				t.Errorf("%s: %v", s.Name, err)
			}
			if w.Rating > 0 && w.Rating != last-1 {
				t.Errorf("%s: %s is rated %d after %d", s.Name, w.Word, w.Rating, last)
			}
			last = w.Rating
		}
		back, err := ParseScaleWords(s.String())
		if err != nil || !slices.Equal(back, s.Words) {
			t.Errorf("%s: %v, %v", s.Name, back, err)
		}
	}
	if Presets[0].ID() != DefaultScale {
		t.Error("the first preset is not the default")
	}
}

func TestRating(t *testing.T) {
	for _, c := range []struct {
		scale       string
		verdict     Verdict
		rating      int
		worst, best int
	}{
		{"onrecord", VerdictTrue, 5, 1, 5},
		{"onrecord", VerdictFalse, 1, 1, 5},
		{"onrecord", VerdictMisleading, 0, 1, 5},
		{"onrecord", VerdictMixed, 0, 1, 5},
		{"default", "", 0, 1, 5},
		{"politifact", VerdictTrue, 6, 1, 6},
		{"politifact", "pants-on-fire", 1, 1, 6},
		{"PolitiFact", VerdictFalse, 2, 1, 6},
		{"pinocchios", "one-pinocchio", 4, 1, 4}, // fewer are truer
		{"washington-post/1", "four-pinocchios", 1, 1, 4},
		{"four-step", VerdictMostlyFalse, 2, 1, 4},
	} {
		scales, err := ReadScales(nil)
		if err != nil {
			t.Fatal(err)
		}
		s, err := scales.Find(c.scale)
		if err != nil {
			t.Errorf("%s: %v", c.scale, err)
			continue
		}
		if s.Rating(c.verdict) != c.rating || s.Worst() != c.worst || s.Best() != c.best {
			t.Errorf("%s, %s: %d of %d to %d, want %+v", c.scale, c.verdict, s.Rating(c.verdict), s.Worst(), s.Best(), c)
		}
	}
}

func TestParseScaleWords(t *testing.T) {
	words, err := ParseScaleWords("Wrong=1, satire Accurate=3,half_baked=2")
	if want := "accurate=3 half-baked=2 wrong=1 satire"; err != nil || (Scale{Words: words}).String() != want {
		t.Errorf("%v, %v", words, err)
	}
	more, err := Scale{Words: words}.Redefine("+contested +wrong=2 +bogus=1")
	if want := "accurate=3 half-baked=2 wrong=2 bogus=1 satire contested"; err != nil || (Scale{Words: more}).String() != want {
		t.Errorf("%v, %v", more, err)
	}
	for definition, why := range map[string]string{
		"":                        "a scale of 0 words",
		"true=x false=1":          "no rating",
		"true=0 false=1":          "no rating",
		"true=101 false=1":        "no rating",
		"true=2 True=1":           "twice",
		"true=2 shaky=2":          "all rated words",
		"true=2 flagged=1":        "workflow",
		"true=2 verbatim=1":       "fidelity",
		"true=2 mixed=1":          "filters",
		"c12=2 false=1":           "claim's id",
		"12=2 false=1":            "begins with a letter",
		"true=2 fal$e=1":          "letters, digits",
		"=2":                      "cannot be a verdict",
		strings.Repeat("a", 41):   "cannot be a verdict",
		"true=2 +false=1 x\u0000": "cannot be a verdict",
	} {
		_, err := ParseScaleWords(definition)
		if CodeOf(err) != CodeInvalid || !strings.Contains(err.Error(), why) {
			t.Errorf("%q: %v, want %q", definition, err, why)
		}
	}
}

func TestReadScales(t *testing.T) {
	scales, err := ReadScales(map[string]string{
		"scale": "own/2", "scale own/1": "right=2 wrong=1", "scale own/2": "right=3 shaky=2 wrong=1", "publisher.name": "x",
	})
	if err != nil || scales.Current.ID() != "own/2" {
		t.Fatalf("%+v, %v", scales.Current, err)
	}
	if s, err := scales.Find("own"); err != nil || s.Version != 2 {
		t.Errorf("the latest: %+v, %v", s, err)
	}
	if s, err := scales.Find("own/1"); err != nil || s.String() != "right=2 wrong=1" {
		t.Errorf("an older: %+v, %v", s, err)
	}
	if _, ok := scales.ByID("own/3"); ok {
		t.Error("a version that never was")
	}
	if _, err := scales.Find("politifect"); CodeOf(err) != CodeInvalid || !strings.Contains(err.Error(), `did you mean "politifact"`) {
		t.Error(err)
	}
	if !slices.Contains(scales.Verdicts(), "four-pinocchios") || scales.Verdicts()[0] != "right" {
		t.Errorf("%v", scales.Verdicts())
	}
	for word, want := range map[Verdict]string{
		"right": "1 true", "shaky": "0.5 true", "wrong": "0 true", "half-true": "0.5 true", "two-pinocchios": "0.67 true", "satire": "0 false",
	} {
		share, rated := scales.Share(word)
		if got := fmt.Sprintf("%.2g %t", share, rated); got != want {
			t.Errorf("%s: %s, want %s", word, got, want)
		}
	}
	for _, bad := range []map[string]string{{"scale": "own/1"}, {"scale own/x": "a=2 b=1"}, {"scale own/1": "a=1 b=1"}} {
		if _, err := ReadScales(bad); CodeOf(err) != CodeUnusable {
			t.Errorf("%v: %v", bad, err)
		}
	}
}

// A word of another scale is told with the scale that has it.
func TestUnknownOnThisScale(t *testing.T) {
	_, err := Presets[0].ParseMark("Pants on fire")
	if CodeOf(err) != CodeInvalid || !strings.Contains(err.Error(), "of the scale politifact") {
		t.Error(err)
	}
	if err := Presets[0].Check("flase"); CodeOf(err) != CodeInvalid || !strings.Contains(err.Error(), `did you mean "false"`) {
		t.Error(err)
	}
	if err := Presets[1].Check("pants-on-fire"); err != nil {
		t.Error(err)
	}
}

func FuzzParseScaleWords(f *testing.F) {
	for _, s := range Presets {
		f.Add(s.String())
	}
	f.Add("+a=2,b=1 c")
	f.Fuzz(func(t *testing.T, definition string) {
		words, err := ParseScaleWords(definition)
		if err != nil {
			return
		}
		s := Scale{Words: words}
		back, err := ParseScaleWords(s.String())
		if err != nil || !slices.Equal(back, words) {
			t.Errorf("%q reads back as %v, %v", s.String(), back, err)
		}
		if s.Best() > 0 && s.Best() <= s.Worst() {
			t.Errorf("from %d to %d", s.Worst(), s.Best())
		}
	})
}
