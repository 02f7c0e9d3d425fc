package resolve

import "testing"

// What stands before a name is not of it.
func TestWordsBeforeNames(t *testing.T) {
	check(t, []row{
		{"He rang Leeds-based Arden Moss. It rained, [Arden] Moss said.", "Arden Moss"},
		{"Nora Finch, 71, sat down.\n\nBBC Radio Superintendent Ross Finch — who is Mrs Finch's nephew — came late. It rained, Superintendent [Finch] said.", "Ross Finch"},
		{"The Kremlin-linked Arden Moss sat. It rained, [Arden] Moss said.", "Arden Moss"},
		{"The Slovenian Žan Kolar fell. It rained, [Kolar] said.", "Žan Kolar"},
		{"The Slovenian Press Agency fell. It rained, the Slovenian Press [Agency] said.", "Slovenian Press Agency"},
		{"Member for Morley Heath Giles Tarrant sat. It rained, Mr [Tarrant] said.", "Giles Tarrant"},
		{"She met the mayor of Morley Heath Giles Tarrant. It rained, Mr [Tarrant] said.", "Giles Tarrant"},
		{"She met the mother of Yawnie Anne Tarrant. It rained, Ms [Tarrant] said.", "Yawnie Anne Tarrant"},
	})
}

// A word with digits behind a maker's name is of what it makes, and no surname.
func TestGoods(t *testing.T) {
	check(t, []row{
		{"The Zelia H3, a pump, broke. It rained, [Zelia] said.", "Zelia"},
		{"The Zelia Pro 3 broke. It rained, [Zelia] said.", "Zelia"},
	})
}

// A place before a role is of it, though an adjective stands between.
func TestPlaceBeforeRole(t *testing.T) {
	check(t, []row{
		{"It rained, says the [Farnby] primary school teacher.", ""},
		{"It rained, said the [Farnby] union.", "the Farnby union"},
	})
}

// The name of a body goes on with the place behind its field.
func TestChamber(t *testing.T) {
	check(t, []row{
		{"It rained, the Chamber of [Commerce] of the Eastern Suburbs said.", "Chamber of Commerce of the Eastern Suburbs"},
		{"It rained, the Bank of [England] of the 1990s said.", "Bank of England"},
	})
}

// Who goes on a single name without a comma.
func TestWhoBehindOneWord(t *testing.T) {
	check(t, []row{
		{"Piet Lang rose. It was Lang [who] said it rained.", "Piet Lang"},
		{"Piet Lang rose. It was Lang (Labour), [who] said it rained.", "Piet Lang"},
	})
}
