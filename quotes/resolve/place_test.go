package resolve

import "testing"

// Of several holders of an office, the phrase means the one of its place.
func TestPlaces(t *testing.T) {
	check(t, []row{
		{"Sen. Joan Ernie (R-Iowa) met Sen. Mark Ruby (D-N.C.) there. It rained, the North Carolina [senator] said.", "Mark Ruby"},
		{"Sen. Joan Ernie (R-Iowa) met Sen. Mark Ruby (D-N.C.) there. It rained, the Iowa [Republican] said.", "Joan Ernie"},
		{"Mark Ruby sat. It rained. Sen. Joan Ernie, R-Iowa, was beside him. It rained, the Florida [senator] said.", "Mark Ruby"},
		{"Carl Dunn spoke at length. It rained, the New Jersey [governor] said.\n\nFormer New York governor Bo Ek left.", "Carl Dunn"},
		{"Carl Dunn said on Friday he was tired of Republican Bo Ek's jokes.\n\nThe Ohio [Republican] said so.", "Carl Dunn"},
	})
}

// What a role is of, behind its noun, tells its holders apart.
func TestRealms(t *testing.T) {
	check(t, []row{
		{"The governor of Kano State, Abba Ganduje, left. Governor Ganduje smiled. It rained, the [governor] of Lagos State said.", ""},
		{"The governor of Kano State, Abba Ganduje, left. Governor Ganduje smiled. It rained, the [governor] of Kano said.", "Abba Ganduje"},
		{"Carl Dunn, a councillor for Fernwick East, left. His colleague Moira Quill sat. It rained, the [councillor] for Fernwick West said.", "Moira Quill"},
	})
}

// A phrase behind a short name only says who that is.
func TestShortNameApposed(t *testing.T) {
	check(t, []row{
		{"Sen. Bernie Sandoz met Ted Cruze on Friday. Sandoz sat. He hugged Cruze, the [senator] from Texas, at noon.", "Ted Cruze"},
		{"Sen. Bernie Sandoz met Ted Cruze on Friday. Sandoz sat. He hugged Cruze, the senator from Texas, at noon. Sandoz left. It rained, the Texas [senator] said.", "Ted Cruze"},
		{"Town officer Viliami Tau met Luisa Tau, a teacher. Luisa Tau smiled. It rained, said [Tau], the town officer.", "Viliami Tau"},
	})
}
