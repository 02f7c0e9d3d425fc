package resolve

import "testing"

// What stands before a name is not of it.
func TestWordsBeforeNames(t *testing.T) {
	check(t, []row{
		{"He rang Leeds-based Arden Moss. It rained, [Arden] Moss said.", "Arden Moss"},
		{"Nora Finch, 71, sat down.\n\nBBC Radio Superintendent Ross Finch — who is Mrs Finch's nephew — came late. It rained, Superintendent [Finch] said.", "Ross Finch"},
	})
}
