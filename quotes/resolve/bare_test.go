package resolve

import "testing"

// A bare name is not always a part of the longer one that has its word.
func TestBareNames(t *testing.T) {
	check(t, []row{
		{"People met on Chirper. It grew fast, [Chirper] said.\n\nOne account was called Wilaya Chirper.", "Chirper"},
		{"Ri Chol Gun, a baker, sang. It grew fast, [Ri] said.", "Ri Chol Gun"},
		{"It grew fast, [Trask] said.\n\nThe mayor, Wendell Trask, sat down.", "Wendell Trask"},
		{"An account named Mama Qiu sold soap.\n\nIt was July.\n\nIt rained.\n\nThe botanist Qiu Lanfen grew beans. It was hot, [Qiu] said.", "Qiu Lanfen"},
		{"An account named Mama Qiu sold soap. The botanist Qiu Lanfen grew beans.\n\nIt was July.\n\nIt rained. It was hot, [Qiu] said.", "Mama Qiu"},
	})
}

// Whoever says "it" of themselves is a body, which the group may mean.
func TestSaysIt(t *testing.T) {
	check(t, []row{
		{"Yarrow Forward issued a statement saying it was tired. It wanted bread, the [group] said.", "Yarrow Forward"},
		{"Marta Forward issued a statement saying it was late. It wanted bread, the [group] said.", "the group"},
	})
}
