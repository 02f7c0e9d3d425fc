package resolve

import "testing"

// A first name may begin the name of a town, which nobody is.
func TestTowns(t *testing.T) {
	check(t, []row{
		{"Bodil Aasen left. A shop burned in Jackson Point, Wexford, on Monday. It rained, [he] said.", ""},
		{"Bodil Aasen left. A shop was sold to Jackson Point, Wexford, on Monday. It rained, [he] said.", "Jackson Point"},
		{"Fans filled Doyle Arena on Monday. It rained, [he] said.", ""},
		{"A shop burned near Jackson Point. It belonged to Point. It rained, [he] said.", "Jackson Point"},
	})
}
