package attribute

import "testing"

// TestTrim keeps what patterns propose and the nearest of the others, in order.
func TestTrim(t *testing.T) {
	var p pool
	for i := range 6 {
		p.note(i, sentenceBefore, between{mentions: i})
	}
	p.note(10, paragraphBefore, between{})
	p.note(11, later, between{})
	p.note(12, paragraphsBefore, between{})
	p.add(Candidate{Mention: 20, Rule: Carried})
	p.trim()
	want := []int{20, 0, 1, 2, 11, 3, 4}
	if len(p.list) != len(want) {
		t.Fatalf("%d candidates left, want %d", len(p.list), len(want))
	}
	for i, m := range want {
		if p.list[i].Mention != m {
			t.Errorf("place %d has mention %d, want %d", i, p.list[i].Mention, m)
		}
	}
	p.trim()
	if len(p.list) != maxCandidates {
		t.Errorf("a second time leaves %d", len(p.list))
	}
}
