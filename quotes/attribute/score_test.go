package attribute

import "testing"

// Every rule has a name and a base, and a score is a share.
func TestScore(t *testing.T) {
	if len(ruleNames) != int(Repeated)+1 || len(base) != int(Repeated)+1 {
		t.Fatalf("%d names and %d bases for %d rules", len(ruleNames), len(base), Repeated+1)
	}
	for r := NoRule; r <= Repeated; r++ {
		for _, f := range []Features{{}, {Comma: true}, {Weak: true, Passive: true, Aside: true, Governed: true, NotPerson: true, Infinitive: true, Distance: 1000, Passed: 1000}} {
			if s := score(&Candidate{Rule: r, Features: f}); s <= 0 || s > 1 {
				t.Errorf("%s with %+v scores %v", r, f, s)
			}
		}
	}
	near, far := Candidate{Rule: Indirect}, Candidate{Rule: Indirect, Features: Features{Distance: 20}}
	if score(&near) <= score(&far) {
		t.Error("a farther cue scores no lower")
	}
}
