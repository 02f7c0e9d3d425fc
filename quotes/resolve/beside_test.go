package resolve

import "testing"

// One out of several is whoever stands behind in apposition, and no body.
func TestOneNamed(t *testing.T) {
	check(t, []row{
		{"One of the harbour's senior [pilots], Ada Quill, later told the inquiry so.", "Ada Quill"},
		{"One of the [pilots] who stayed on, retired judge Ada Quill, told the inquiry so.", "Ada Quill"},
		{"One of the [pilots] told the inquiry so.", "one of the pilots"},
		{"One of the [pilots], asked by Ada Quill, told the inquiry so.", "one of the pilots"},
	})
}

// Whoever gives a name, a handle or a surname is called so from then on.
func TestNamesThemselves(t *testing.T) {
	check(t, []row{
		{"A [neighbour], who gave her name only as Moira, said it rained.", "Moira"},
		{"It rained, said a [man] in the second row who gave his name only as Curtis.", "Curtis"},
		{"It rained, said the [43-year-old], who gave only his surname Kim.", "Kim"},
		{"It rained, asked the [boy], who said his name was Mason.", "Mason"},
		{"It rained, wrote a [user] from Fernwick going by the handle Pulver.", "Pulver"},
		{"It rained, said a [worker] who asked to be called Tom.", "Tom"},
		{"It rained, said a [boy] who said his brother's name was Mason.", "a boy"},
		{"It rained, said the [man] gave his name as Tom.", ""},
		{"The engine man, who gave his name as Tom, left.\n\nA farmer was turned away. It rained, said the [man], who declined to be named.", "a farmer"},
	})
}

// What "and" joins with an article of its own is another person.
func TestJoinedOther(t *testing.T) {
	check(t, []row{
		{"The minister responsible, Moira Quill, and her deputy, Bo Ek, left. It rained, the [deputy] said.", "Bo Ek"},
	})
}

// A name that others have, too, is theirs who give it as their own.
func TestTakesName(t *testing.T) {
	check(t, []row{
		{"Kim Dae-sik, a fire chief, left. A worker escaped. It rained, said the [43-year-old], who gave only his surname Kim.", "Kim"},
	})
}

// An age in brackets and dashes hold an apposition as commas do.
func TestAsides(t *testing.T) {
	check(t, []row{
		{"Bo Ek (54), a baker, left. Ann Lee sat. It rained, the [baker] said.", "Bo Ek"},
		{"Bo Ek – a baker – left. Ann Lee sat. It rained, the [baker] said.", "Bo Ek"},
		{"Bo Ek – a baker left. It rained, the [baker] said.", "a baker"},
	})
}
