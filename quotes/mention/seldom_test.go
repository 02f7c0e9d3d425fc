package mention

import "testing"

// Some nouns speak only in their place: as the subject of a verb of speech, or where
// the text tells who made them.
func TestSeldom(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"The city said so in a low voice.", []string{"The city"}},
		{"A city has a plan.", nil},
		{"The town released a short statement.", []string{"The town", "a short statement"}},
		{"The town released a dog.", nil},
		{"The city moved tents to what it called a camp.", []string{"The city", "it"}},
		{"The city moved tents to what was a camp.", nil},
		{"“Sit!” shouted a voice from the gallery.", []string{"a voice", "the gallery"}},
		{"An order issued by the warden said so.", []string{"An order", "the warden"}},
		{"Its warden’s order said so.", []string{"Its warden", "order"}},
		{"The petition calls the sale a theft.", []string{"The petition"}},
		{"The petition calls rose.", nil},
		{"The former first lady calls it folly.", []string{"The former first lady", "it"}},
		{"The Crown said so.", []string{"The Crown"}},
	} {
		checkFound(t, c.text, c.want)
	}
}
