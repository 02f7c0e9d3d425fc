package resolve

import "testing"

// Whoever wants no name is not whom the next paragraph names.
func TestWantsNoName(t *testing.T) {
	check(t, []row{
		{"A [nurse] on the ward said it was dirty.\n\nBrona Keel, 41, said it was clean.", "Brona Keel"},
		{"A [nurse] on the ward, who asked not to be named, said it was dirty.\n\nBrona Keel, 41, said it was clean.", "a nurse on the ward"},
		{"A [nurse] said on condition of anonymity it was dirty.\n\nBrona Keel, 41, said it was clean.", "a nurse"},
		{"A [nurse] on the ward, who asked that her name be withheld, said it was dirty.\n\nBrona Keel, 41, said it was clean.", "a nurse on the ward"},
		{"A [nurse] said that no porter had been named.\n\nBrona Keel, 41, said it was clean.", "Brona Keel"},
	})
}
