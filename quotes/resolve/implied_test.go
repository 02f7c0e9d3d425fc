package resolve

import "testing"

// What somebody does in court tells the role there, and no lawyer is the witness.
func TestImpliedRoles(t *testing.T) {
	check(t, []row{
		{"Carl Dunn told the jury it was late. Asked by Ada Quill KC what he saw, the [witness] said it rained.", "Carl Dunn"},
		{"Carl Dunn was giving evidence at noon.\n\nAda Quill, prosecuting, stood up. She smiled at him. It rained, the [witness] said.", "Carl Dunn"},
		{"Carl Dunn testified on Monday. Ada Quill testified on Friday. It rained, the [witness] said.", "Ada Quill"},
		{"Carl Dunn, an expert from Fernwick instructed by the court, was asked if it rained.\n\nAda Quill, representing the farm, said no. Not quite, the [witness] said.", "Carl Dunn"},
		{"Coach Carl Dunn spoke on Friday. It was hot, Dunn said. It rained, the [winger] said.", ""},
		{"Captain Carl Dunn spoke. Bo Ek sat. It was hot, Ek said. It rained, the [skipper] said.", "Carl Dunn"},
		{"Bukit Lama rep Carl Dunn spoke. It rained, the Bukit Lama [rep] said.", "Carl Dunn"},
		{"The agent, a botanist named Carl Dunn, left. Ada Quill sat. It rained, the [agent] said.", "Carl Dunn"},
	})
}

// Offices of one kind and positions of another side tell who is not meant.
func TestKindsOfOffice(t *testing.T) {
	check(t, []row{
		{"MK Rivka Tzuri spoke on Monday.\n\nTzuri is not impressed. It rained, the opposition [lawmaker] said.", "Rivka Tzuri"},
		{"Catcher Shun Mizo sat. It was hot, Mizo said. It rained, the winning [pitcher] said.", ""},
	})
}
