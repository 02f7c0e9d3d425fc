package resolve

import "testing"

// One of a people is whoever the text has called so with another noun.
func TestNationals(t *testing.T) {
	check(t, []row{
		{"Moroccan striker Zoran Benn sat.\n\nCoach Goran Petkov shouted. The match went on, he said.\n\nIt was hot. Petkov sat down beside Benn. It rained, the [Moroccan] said.", "Zoran Benn"},
	})
}

// A body may have its country behind its trade.
func TestBodyOfCountry(t *testing.T) {
	check(t, []row{{"A [paper] released by Transport Canada this month said it rained.", "Transport Canada"}})
}

// A coach is of the side that has them.
func TestOfWhich(t *testing.T) {
	check(t, []row{
		{"Rovers coach Carl Dunn met Albion coach Bo Ek. Ek wept. Rovers rest on Friday, which their [coach] welcomed.", "Carl Dunn"},
		{"Rovers coach Carl Dunn met Albion coach Bo Ek. Ek wept. It rained, Rovers' [coach] said.", "Carl Dunn"},
		{"It rained, the Rovers [side] claimed.", "the Rovers side"},
		{"It rained. [Article] 33 says so.", "Article 33"},
	})
}
