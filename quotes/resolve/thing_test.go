package resolve

import "testing"

// Neither a storm nor a paper of another language is anybody, whatever name it has, unless
// the text gives somebody that name in full.
func TestNamedThings(t *testing.T) {
	check(t, []row{
		{"Ana Orr wept. Storm Salma hit. It rained, [she] said.", "Ana Orr"},
		{"Ana Orr wept. Storm Salma hit. Salma grew. It rained, [she] said.", "Ana Orr"},
		{"Ana Orr wept. Tropical Storm Salma hit. It rained, [she] said.", "Ana Orr"},
		{"Juan Orr wept. La Nación reported that. It rained, [he] said.", "Juan Orr"},
		{"Le Pen won. Marine Le Pen wept. It rained, [she] said.", "Marine Le Pen"},
		{"Mr Le Pen won. Ana Orr wept. Le Pen left. It rained, [he] said.", "Le Pen"},
	})
}
