package text

import (
	"strings"
	"testing"
)

// TestParagraphs gives paragraphs as lines: "# " before a heading, ¶ for a
// line break inside.
func TestParagraphs(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"empty", " \n\t\n\u200b\n", ""},
		{"one", "  The ferry sails at noon. ", "The ferry sails at noon."},
		{
			"blank lines", "Ferry to sail again\n\nThe ferry sails at noon.\n \t\n\n\nIt is full.\n",
			"# Ferry to sail again|The ferry sails at noon.|It is full.",
		},
		{"crlf", "Ferry to sail again\r\n\r\nThe ferry sails at noon.\r\nIt is full.\r\n", "# Ferry to sail again|The ferry sails at noon.¶It is full."},
		{
			"a line each", "Ferry to sail again\nThe ferry sails at noon, the harbour board said on Monday.\nIt is full.\nTickets cost more\nNobody minds, said the crew.",
			"# Ferry to sail again|The ferry sails at noon, the harbour board said on Monday.|It is full.|# Tickets cost more|Nobody minds, said the crew.",
		},
		{
			"hard-wrapped, blank lines", "Ferry to sail again\n\nThe ferry sails at noon, the harbour\nboard said on Monday after a week in\ndock.\n\nIt is full until the end of the month\nand nobody minds.",
			"# Ferry to sail again|The ferry sails at noon, the harbour¶board said on Monday after a week in¶dock.|It is full until the end of the month¶and nobody minds.",
		},
		{
			"hard-wrapped, no blank line", "The ferry sails at noon, the harbour\nboard said on Monday after a week in\ndock.\nIt is full until the end of the month\nand nobody minds that, said the crew,\nwho are paid by the day.",
			"The ferry sails at noon, the harbour¶board said on Monday after a week in¶dock.|It is full until the end of the month¶and nobody minds that, said the crew,¶who are paid by the day.",
		},
		{
			"hard-wrapped, indented", "The ferry sails at noon, the harbour\nboard said on Monday after a week of\nidleness that nobody had ordered now.\n  It is full until the end of the month\nand nobody minds that, said the crew.",
			"The ferry sails at noon, the harbour¶board said on Monday after a week of¶idleness that nobody had ordered now.|It is full until the end of the month¶and nobody minds that, said the crew.",
		},
		{
			"headline over byline", "Ferry to sail again\nBy Ines Tarrow\n\nThe ferry sails at noon, the harbour board said on Monday after a week in dock and no word to anybody.",
			"# Ferry to sail again|# By Ines Tarrow|The ferry sails at noon, the harbour board said on Monday after a week in dock and no word to anybody.",
		},
		{
			"long lines in blocks", "Ferry to sail again\n\n" + strings.Repeat("The ferry sails at noon. ", 8) + "\n" + strings.Repeat("It is full. ", 12),
			"# Ferry to sail again|" + strings.TrimSpace(strings.Repeat("The ferry sails at noon. ", 8)) + "|" + strings.TrimSpace(strings.Repeat("It is full. ", 12)),
		},
		{
			"no headings", "The ferry sails.\n\n\"Full\"\n\n— Ines Tarrow\n\nand so on\n\nShe said:\n\n\"It is full.\"",
			"The ferry sails.|\"Full\"|— Ines Tarrow|and so on|She said:|\"It is full.\"",
		},
		{"headline ends in a question", "Will it sail?\n\nNobody knows.", "# Will it sail?|Nobody knows."},
		{"sentence of names", "The Harbour Board was asked in May, and so was the Bank of Norland.\n\nIt sails.", "The Harbour Board was asked in May, and so was the Bank of Norland.|It sails."},
		{"headline with a full stop", "Harbour Board Lets ‘Tired’ Ferry Sail Again.\n\nIt sails.", "# Harbour Board Lets ‘Tired’ Ferry Sail Again.|It sails."},
		{"lead, no headline", "The board of the harbour met Ines Tarrow.\n\nThe ferry sails on Monday, she said.\n\nIt is full.", "The board of the harbour met Ines Tarrow.|The ferry sails on Monday, she said.|It is full."},
		{"kicker", "TRANSIT\n\n‘I left at 5:40’: First day tests patience\n\nTrains stood still.", "# TRANSIT|# ‘I left at 5:40’: First day tests patience|Trains stood still."},
		{"words below a name", "Ines Tarrow\n\n“It is full!”\n\nShe left.", "# Ines Tarrow|“It is full!”|She left."},
		{"heading in dashes", "Ferry sails\n\nIt is full.\n\n- ‘Always full’ -\n\nNobody minds.", "# Ferry sails|It is full.|# - ‘Always full’ -|Nobody minds."},
		{"last is no heading", "The ferry sails.\n\nRead more", "The ferry sails.|Read more"},
		{"separators", "The ferry sails.\u2029It is full.\u2028Nobody minds.", "The ferry sails.|It is full.|Nobody minds."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, p := range Paragraphs(test.text) {
				s := strings.NewReplacer("\r\n", "¶", "\n", "¶").Replace(test.text[p.Start:p.End])
				if p.Heading {
					s = "# " + s
				}
				got = append(got, s)
			}
			if got := strings.Join(got, "|"); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}
