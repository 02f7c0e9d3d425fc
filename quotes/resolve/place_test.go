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
