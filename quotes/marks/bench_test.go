package marks

import (
	"strings"
	"testing"

	"onrecord/quotes/text"
)

// article is news text with a quote in every other paragraph.
func article(size int) string {
	const page = `The harbour board voted on Monday to close the old swing bridge to lorries from the first of March, after a survey found that two of its four bearings had cracked in last winter's storms and could not be mended in place.

"We have known for years that it was living on borrowed time," said Dana Whitlock, the board's chief engineer. "What we did not know is how little was left."

Hauliers on the east bank, who don't expect a detour of less than 40 miles, called the vote “a gift to the quarry owners” and said they would ask a court to stop it. The board's own figures put the cost of a new bridge at $61.4 million.

“My father said, ‘Never build where the river bends,’ and he was right,” Ines Tarrow told the meeting. Nobody answered her.

`
	return strings.Repeat(page, size/len(page)+1)
}

func BenchmarkScan(b *testing.B) {
	for name, s := range map[string]string{
		"news":       article(1 << 20),
		"marks":      strings.Repeat(`"`, 1<<20),
		"marks-half": strings.Repeat(`"`, 1<<19),
		"nesting":    strings.Repeat(`"'`, 1<<19),
		"apostrophe": strings.Repeat(`'`, 1<<20),
	} {
		b.Run(name, func(b *testing.B) {
			paragraphs := text.Paragraphs(s)
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				Scan(s, paragraphs)
			}
		})
	}
}
