package resolve

import "testing"

// What stands before a name is not of it.
func TestWordsBeforeNames(t *testing.T) {
	check(t, []row{
		{"He rang Leeds-based Arden Moss. It rained, [Arden] Moss said.", "Arden Moss"},
		{"Nora Finch, 71, sat down.\n\nBBC Radio Superintendent Ross Finch — who is Mrs Finch's nephew — came late. It rained, Superintendent [Finch] said.", "Ross Finch"},
		{"The Slovenian Žan Kolar fell. It rained, [Kolar] said.", "Žan Kolar"},
		{"The Slovenian Press Agency fell. It rained, the Slovenian Press [Agency] said.", "Slovenian Press Agency"},
		{"Member for Morley Heath Giles Tarrant sat. It rained, Mr [Tarrant] said.", "Giles Tarrant"},
		{"She met the mayor of Morley Heath Giles Tarrant. It rained, Mr [Tarrant] said.", "Giles Tarrant"},
		{"She met the mother of Yawnie Anne Tarrant. It rained, Ms [Tarrant] said.", "Yawnie Anne Tarrant"},
	})
}
