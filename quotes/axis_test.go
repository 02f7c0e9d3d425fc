package quotes

import "testing"

func TestDerive(t *testing.T) {
	flagged := ClaimState{Workflow: WorkflowFlagged}
	wrong := ClaimState{WorkflowChecked, VerdictFalse}
	right := ClaimState{WorkflowChecked, VerdictTrue}
	published := ClaimState{WorkflowPublished, VerdictFalse}
	for _, c := range []struct {
		name    string
		claims  []ClaimState
		status  Status
		verdict Verdict
	}{
		{"none", nil, StatusUnchecked, ""},
		{"one without a verdict", []ClaimState{flagged}, "flagged", ""},
		{"one", []ClaimState{wrong}, "checked", VerdictFalse},
		{"two that agree", []ClaimState{wrong, wrong}, "checked", VerdictFalse},
		{"two verdicts", []ClaimState{wrong, right}, "checked", VerdictMixed},
		{"two workflows", []ClaimState{wrong, published}, StatusMixed, VerdictFalse},
		{"one still open", []ClaimState{wrong, flagged}, StatusMixed, VerdictMixed},
		{"the first differs", []ClaimState{flagged, wrong, wrong}, StatusMixed, VerdictMixed},
	} {
		if status, verdict := Derive(c.claims); status != c.status || verdict != c.verdict {
			t.Errorf("%s: %q %q, want %q %q", c.name, status, verdict, c.status, c.verdict)
		}
	}
}

// Every word that can be given is of exactly one axis.
func TestParseMark(t *testing.T) {
	seen := map[string]bool{}
	scale := Presets[0]
	for _, word := range scale.MarkWords() {
		mark, err := scale.ParseMark(word)
		if err != nil {
			t.Errorf("%s: %v", word, err)
			continue
		}
		if seen[word] {
			t.Errorf("%s is of two axes", word)
		}
		seen[word] = true
		got := map[Axis]string{AxisFidelity: string(mark.Fidelity), AxisWorkflow: string(mark.Workflow), AxisVerdict: string(mark.Verdict)}
		for axis, value := range got {
			if want := map[bool]string{true: word}[axis == mark.Axis]; value != want {
				t.Errorf("%s: %s is %q, want %q", word, axis, value, want)
			}
		}
	}
	for typed, want := range map[string]Verdict{"Half True": VerdictHalfTrue, "mostly_false": VerdictMostlyFalse, " TRUE ": VerdictTrue} {
		if mark, err := scale.ParseMark(typed); err != nil || mark.Verdict != want {
			t.Errorf("%q: %q, %v", typed, mark.Verdict, err)
		}
	}
	for _, word := range []string{"", "mixed", "flase", "known"} {
		if _, err := scale.ParseMark(word); CodeOf(err) != CodeInvalid {
			t.Errorf("%q: %v", word, err)
		}
	}
}
