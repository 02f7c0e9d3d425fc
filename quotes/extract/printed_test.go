package extract

import (
	"strings"
	"testing"
	"unicode/utf8"

	"onrecord/quotes"
	"onrecord/quotes/text"
)

// unseen are characters that show nothing, as texts from the web have them: a soft hyphen, a space of no
// width, direction marks, joiners, a byte order mark, and one of four bytes.
var unseen = []string{"\u00ad", "\u200b", "\u200e", "\u200f", "\u202a", "\u202c", "\u2060", "\u2068", "\u200d", "\ufeff", "\U000e0020"}

// TestUnseenCharacters reads a page with characters that nobody sees inside its words and beside its marks:
// the speakers are whole and right, the words are as printed.
func TestUnseenCharacters(t *testing.T) {
	const page = "Erin Wal|cott, a di|rec|tor of the port, spoke on Tues|day – it was late.\n\n" +
		"“|We would rather not spec|u|late|,|” Wal|cott said. |“It was kind of them,”| |said| Bob| Hart|.\n|\n|“Quite,”| said| |Hart.\n"
	for _, c := range unseen {
		page := strings.ReplaceAll(page, "|", c)
		checkInvariants(t, page)
		got := Extract(&quotes.Article{Text: page}).Quotes
		if len(got) != 3 {
			t.Fatalf("%+q: %d quotes, want three", c, len(got))
		}
		q := got[0]
		if q.Speaker != "Erin Walcott" || q.Mention.Text != "Wal"+c+"cott" || !strings.HasPrefix(q.Text, "We would") || !strings.Contains(q.Text, "spec"+c+"u"+c+"late") {
			t.Errorf("%+q: %q said by %q (%q)", c, q.Text, q.Speaker, q.Mention.Text)
		}
		for _, q := range got[1:] {
			if q.Speaker != "Bob Hart" {
				t.Errorf("%+q: %q said by %q", c, q.Text, q.Speaker)
			}
		}
		if why := Explain(&quotes.Article{Text: page}, q.Spans[0].Start); len(why) == 0 {
			t.Errorf("%+q: no explanation of where the quote begins", c)
		}
	}
}

// TestControlCharacters reads control characters between words as the spaces that they stand for.
func TestControlCharacters(t *testing.T) {
	for _, c := range []string{"\x00", "\x01", "\x1f", "\x7f"} {
		page := strings.ReplaceAll("Ann Mori bowed. “It rains,” she said. “It was kind of them,”|said|Mr.|Bob|Hart.\n", "|", c)
		checkInvariants(t, page)
		got := Extract(&quotes.Article{Text: page}).Quotes
		if len(got) != 2 || got[1].Speaker != "Bob Hart" {
			t.Errorf("%q: %d quotes, the last said by %q", c, len(got), got[len(got)-1].Speaker)
		}
	}
}

func TestReadable(t *testing.T) {
	const soft, mark, wide = "\u00ad", "\u200e", "\U000e0020"
	leaveOut := strings.NewReplacer(soft, "", mark, "", wide, "", "\x01", " ")
	for _, s := range []string{"", "a", "é–x", soft, soft + soft + "ab", "a" + soft, "é" + soft + "b–" + soft + mark + "c", wide + "a" + mark + soft + wide + "bc" + mark + "\xff" + wide, "\x01a" + soft + "\x01" + mark + "b\n"} {
		read, p := readable(s)
		if want := leaveOut.Replace(s); read != want {
			t.Errorf("%+q is read as %+q", s, read)
		}
		for b := range read {
			for e := b + 1; e <= len(read); e++ {
				if e < len(read) && !utf8.RuneStart(read[e]) {
					continue
				}
				got := p.passage(quotes.Span{Start: b, End: e}).Text
				first, _ := utf8.DecodeRuneInString(got)
				last, _ := utf8.DecodeLastRuneInString(got)
				if text.Unseen(first) || text.Unseen(last) || leaveOut.Replace(got) != read[b:e] {
					t.Errorf("%+q from %d to %d is printed %+q", read, b, e, got)
				}
			}
		}
	}
}
