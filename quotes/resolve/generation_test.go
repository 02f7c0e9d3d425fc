package resolve

import "testing"

// The elder and the younger of one surname are told apart by ages and relatives.
func TestGenerations(t *testing.T) {
	check(t, []row{
		{"Carl Dunn, 61, and Rory Dunn, 24, own the ferry. It was late, the younger [Dunn] said.", "Rory Dunn"},
		{"Carl Dunn, 61, and Rory Dunn, 24, own the ferry. It was late, the elder [Dunn] said.", "Carl Dunn"},
		{"Carl Dunn, 61, owns the ferry. His son Rory, who steers it, was late. It rained, the younger [Dunn] said.", "Rory Dunn"},
		{"Carl Dunn, 61, owns the ferry. His son Rory, who steers it, was late. It rained, [Dunn] said.", "Carl Dunn"},
		{"Carl Dunn owns the ferry. His daughter and co-manager, Iona Dunn, was late. Iona Dunn sat. It rained, the elder [Dunn] said.", "Carl Dunn"},
		{"Carl Dunn took over from his uncle, also Captain Dunn. It rained, the elder [Dunn] said.", "the elder Dunn"},
		{"Carl Dunn owns the ferry. It rained, the elder [Dunn] said.", "Carl Dunn"},
		{"Carl Dunn, 61, owns the ferry. His son Rory, who steers it, was late. The older [man] said it rained.", "Carl Dunn"},
		{"Carl Dunn, 61, owns the ferry. His son Rory, who steers it, was late. The younger [man] said it rained.", "Rory"},
	})
}
