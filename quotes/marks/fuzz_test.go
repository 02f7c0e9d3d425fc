package marks

import (
	"strings"
	"testing"

	"onrecord/quotes/text"
)

// pieces are what adversarial articles are made of.
var pieces = []string{
	`"`, `'`, "`", `“`, `”`, `‘`, `’`, `„`, `‚`, `«`, `»`, `‹`, `›`, `「`, `」`, `『`, `』`, `''`, "``", `" `, ` "`, ` '`, `' `,
	` “`, `” `, `"'`, `'"`, `"a`, `a"`, ` "a`, `a" `, ` 'a`, `a' `, ` "a 'b`, ` 'a "b`, ` “a ‘b`, ` «a ‹b`, `„a“ `, "\u200b\"", "\u00a0«\u00a0",
	`—`, `— a, — `, `6'2" `, `'90s `, `, he said. "`, `," he said. `, ` said," a. B`, "\"a\n\n", "'a\n\n", "a\"\n\n", "—a.\n", `="a" `, `""`, ` “a “b `, `a.” `,
}

// TestScanAdversarial scans a megabyte of each mark, and long rows of each
// piece: whole, and in paragraphs that an opener never closes. That it ends at
// all is half of the test.
func TestScanAdversarial(t *testing.T) {
	check := func(name, s string) {
		paragraphs := text.Paragraphs(s)
		if err := sound(s, paragraphs, Scan(s, paragraphs)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	megabyte, long := 1<<20, 1<<16
	if testing.Short() {
		megabyte, long = 1<<14, 1<<13
	}
	for _, g := range glyphs {
		check("many "+g.text, strings.Repeat(g.text, megabyte/len(g.text)))
	}
	check("nesting", strings.Repeat(`"'`, megabyte/2))
	check("one unclosed quote", `"`+strings.Repeat("The bridge is safe, she said. ", megabyte/30))
	check("one paragraph", strings.Repeat(`"The bridge's safe," she said. `, megabyte/30))
	for _, piece := range pieces {
		s := strings.Repeat(piece, long/len(piece))
		check(piece, s)
		check("opener and "+piece, `"`+s)
		check("openers and "+piece, "'Well, "+s+"\n\n'and")
	}
}

func FuzzScan(f *testing.F) {
	for _, piece := range pieces {
		f.Add(strings.Repeat(piece, 3))
	}
	f.Add("\"A,\" he said. 'B.'\n\n\"C\n\n\"D 'e \"f\" g' h.\"\n\n'I \"j\" k,' l")
	f.Add("Head 'a' b\n\n‘It’s “so ‘x’ y” z,’ he said. ‘No.")
	f.Fuzz(func(t *testing.T, s string) {
		paragraphs := text.Paragraphs(s)
		if err := sound(s, paragraphs, Scan(s, paragraphs)); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
	})
}
