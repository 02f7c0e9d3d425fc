package resolve

import (
	"testing"

	"onrecord/quotes/mention"
)

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
		{"Rory Dunn won. Dunn rode well. His father, Carl Dunn, rode in 2001. It rained, [Dunn] senior said.", "Carl Dunn"},
		{"Rory Dunn won. His father, Carl Dunn, rode in 2001. Carl Dunn sat. It rained, [Dunn] junior said.", "Rory Dunn"},
		{"Rory Dunn won. Up in the stands, Dunn's father was ill. Carl Dunn, a miner, missed it. It rained, the elder [Dunn] said.", "Carl Dunn"},
		{"Rory Dunn won. Up in the stands, Dunn's father was ill. Carl Dunn, a miner, missed it. It rained, the younger [Dunn] said.", "Rory Dunn"},
		{"Rory Dunn won. Dunn sang. Dunn's father was ill. Carl Dunn missed it. It rained, the elder Dunn said. They left.\n\nIt was late.\n\nIt snowed.\n\nIt hailed, [Dunn] said.", "Rory Dunn"},
		{"Rory Dunn won. Dunn rode well. His father, Carl Dunn, rode in 2001. It rained, [Dunn] senior officers said.", "Rory Dunn"},
		{"Carl Dunn, 61, owns the ferry. His son Rory, who steers it, was late. The older [man] said it rained.", "Carl Dunn"},
		{"Carl Dunn, 61, owns the ferry. His son Rory, who steers it, was late. The younger [man] said it rained.", "Rory"},
	})
}

// Where nothing else tells namesakes apart, a heading means whom the text names first, and
// a speech whoever the paragraph above is about.
func TestForemost(t *testing.T) {
	check(t, []row{
		{"Patty Orr sat. Len Orr sat.\n\nLen Orr, 61, said he never thought so. The two had come in one summer.\n\nIt rained, [Orr] said.", "Len Orr"},
	})
	s := "Talks are over, Orr says\n\nWade Orr met Bo Orr on Friday. Bo Orr left. It rained."
	spans := paragraphs(s)
	text := mention.Cut(s, spans, []bool{true, false}, nil, mention.English())
	mentions := mention.Find(text)
	result := Resolve(&Scene{Text: text, Mentions: mentions, Said: make([][]int, len(mentions))})
	for i := range mentions {
		if m := &mentions[i]; m.Kind == mention.Name && m.Paragraph == 0 {
			if e := result.Mentions[i].Entity; e < 0 || result.Entities[e].Name != "Wade Orr" {
				t.Errorf("the heading means %d", e)
			}
		}
	}
}
