package exchange

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"onrecord/quotes"
)

func TestClaimed(t *testing.T) {
	long := strings.Repeat("words of a claim ", 20)
	for _, c := range []struct{ text, verdict, want string }{
		{"The bridge is closed,", "false", "The bridge is closed"},
		{"False: the bridge is closed", "false", "the bridge is closed"},
		{"The bridge\n is closed (mostly false)", "mostly-false", "The bridge is closed"},
		{"Mostly-False – the bridge is closed", "mostly-false", "the bridge is closed"},
		{"False alarms cost millions", "false", "False alarms cost millions"},
		{"True", "true", "True"},
		{"False:", "false", "False:"},
		{long, "false", "words of a claim words of a claim words of a claim words of a claim words…"},
		{strings.Repeat("ü", 75), "", strings.Repeat("ü", 73) + "…"},
		{strings.Repeat("ü", 74), "", strings.Repeat("ü", 74)},
	} {
		checked := Checked{Claim: quotes.Claim{Text: c.text, Verdict: quotes.Verdict(c.verdict)}}
		got := checked.claimed()
		if got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
		if utf8.RuneCountInString(got) > mostClaimed {
			t.Errorf("%q is too long", got)
		}
	}
}

// No text of a claim may end the script block or begin markup in it, and what
// is read back is the text as it was.
func TestClaimScriptIsHarmless(t *testing.T) {
	const evil = "a</script><!--<script>&\u2028\u202e\x1b[31m]]>"
	checked := Checked{Claim: quotes.Claim{ID: 1, Text: evil, Verdict: "false", Rationale: evil}}
	checked.Said = []quotes.Quote{{ID: 1, Article: quotes.ArticleRef{URL: "javascript:alert(1)"}}}
	checked.Speaker = &quotes.Speaker{Name: evil, Kind: quotes.SpeakerPerson}
	r := NewClaimReview(&checked, Publisher{Name: evil}, quotes.Scales{})
	var b strings.Builder
	if err := WriteClaimScript(&b, []ClaimReview{r}); err != nil {
		t.Fatal(err)
	}
	inner := strings.TrimSuffix(strings.TrimPrefix(b.String(), "<script type=\"application/ld+json\">\n"), "</script>\n")
	if strings.ContainsAny(inner, "<>&\x1b\u2028\u202e") || strings.Contains(inner, "javascript:") {
		t.Errorf("harmful: %q", inner)
	}
	var back ClaimReview
	if err := json.Unmarshal([]byte(inner), &back); err != nil {
		t.Fatal(err)
	}
	if back.ReviewBody != evil || back.Author.Name != evil || back.ItemReviewed.Author.Name != evil {
		t.Errorf("not read back: %+v", back)
	}
}

// The rating is that of the scale under which the verdict was given, and a
// scale counted the other way round is turned: higher is truer.
func TestClaimReviewRating(t *testing.T) {
	scales := quotes.Scales{Current: quotes.Presets[0], Others: quotes.Presets[1:]}
	for _, c := range []struct {
		scale, verdict     string
		value, best, worst float64
	}{
		{"onrecord/1", "mostly-false", 2, 5, 1},
		{"politifact/1", "pants-on-fire", 1, 6, 1},
		{"washington-post/1", "one-pinocchio", 4, 4, 1},
		{"onrecord/1", "satire", 0, 0, 0},
		{"gone/1", "false", 0, 0, 0},
	} {
		checked := Checked{Claim: quotes.Claim{Verdict: quotes.Verdict(c.verdict), Scale: c.scale}}
		r := NewClaimReview(&checked, Publisher{}, scales).ReviewRating
		if r.AlternateName != c.verdict || r.RatingValue != c.value || r.BestRating != c.best || r.WorstRating != c.worst {
			t.Errorf("%s on %s: %+v", c.verdict, c.scale, r)
		}
	}
}

func TestLintScales(t *testing.T) {
	scales := quotes.Scales{Current: quotes.Presets[0], Others: []quotes.Scale{
		{Name: "own", Version: 1, Words: []quotes.ScaleWord{{Word: "right", Rating: 1}, {Word: "wrong", Rating: 1}}},
	}}
	linter := &Linter{Scales: scales}
	for scale, rule := range map[string]string{"gone/1": "scale-unknown", "own/1": "scale-range", "onrecord/1": "rating-off-scale"} {
		found := ""
		for _, f := range linter.Claim(&Checked{Claim: quotes.Claim{ID: 1, Verdict: "right", Scale: scale}}) {
			found += f.Rule + " "
		}
		if !strings.Contains(found, rule+" ") {
			t.Errorf("%s: %s", scale, found)
		}
	}
	if some := linter.Claim(&Checked{Claim: quotes.Claim{Workflow: quotes.WorkflowWontCheck}}); len(some) > 0 {
		t.Errorf("not to be checked: %v", some)
	}
}
