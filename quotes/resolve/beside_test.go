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
