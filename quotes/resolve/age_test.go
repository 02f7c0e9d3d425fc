package resolve

import "testing"

// Whoever stands out only a little is meant by an age, whatever noun goes with it.
func TestAgeWithNoun(t *testing.T) {
	check(t, []row{
		{"Ada Quill bought a kit from Rhys Tolland in June. The kit never came to her.\n\nHarbour Sun was painted above the door. It rained, the 39-year-old school [teacher] said.", "Ada Quill"},
		{"Ada Quill bought a kit from Rhys Tolland in June. The kit never came to her.\n\nHarbour Sun was painted above the door. It rained, the school [teacher] said.", ""},
	})
}
