package quotes

import "testing"

func TestIdentifies(t *testing.T) {
	for _, c := range []struct {
		kind SpeakerKind
		name string
		want bool
	}{
		{SpeakerPerson, "Ann Lee", true},
		{SpeakerPerson, "Lee", false},
		{SpeakerOrganisation, "Interpol", true},
		{SpeakerOrganisation, "the Seafarers' Union", true},
		{SpeakerOrganisation, "the ministry", false},
		{SpeakerOrganisation, "外務省", true},
		{SpeakerGroup, "Analysts of the Bank", false},
		{SpeakerUnnamed, "a senior official", false},
	} {
		s := Speaker{Kind: c.kind, Name: c.name}
		if got := s.Identifies(); got != c.want {
			t.Errorf("%s %q: %v", c.kind, c.name, got)
		}
	}
}
