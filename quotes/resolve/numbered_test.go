package resolve

import "testing"

// The number of a place goes on what somebody is of.
func TestNumberedPlace(t *testing.T) {
	check(t, []row{
		{"It rained, a [pupil] of Room 2 said.", "a pupil of Room 2"},
		{"It rained, said a [spokesman] for Fenwick 20 minutes later.", "a spokesman for Fenwick"},
	})
}
