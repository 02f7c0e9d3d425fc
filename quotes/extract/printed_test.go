package extract

import (
	"strings"
	"testing"

	"onrecord/quotes"
)

// TestSoftHyphens reads a page whose words may be broken where a hyphen that nobody sees
// says so: the speaker is whole, the words are as printed.
func TestSoftHyphens(t *testing.T) {
	page := strings.ReplaceAll("Erin Wal|cott, a di|rec|tor of the port, spoke on Tues|day – it was late.\n\n"+
		"“|We would rather not spec|u|late|,|” Wal|cott said.\n", "|", softHyphen)
	checkInvariants(t, page)
	got := Extract(&quotes.Article{Text: page}).Quotes
	if len(got) != 1 {
		t.Fatalf("%d quotes, want one", len(got))
	}
	q := got[0]
	if q.Speaker != "Erin Walcott" || q.Mention.Text != "Wal\u00adcott" || !strings.HasPrefix(q.Text, "We would") || !strings.Contains(q.Text, "spec\u00adu\u00adlate") {
		t.Errorf("%q said by %q (%q)", q.Text, q.Speaker, q.Mention.Text)
	}
	if why := Explain(&quotes.Article{Text: page}, q.Spans[0].Start); len(why) == 0 {
		t.Error("no explanation of where the quote begins")
	}
}

func TestReadable(t *testing.T) {
	for _, s := range []string{"", "a", softHyphen, softHyphen + softHyphen + "ab", "a" + softHyphen, "é" + softHyphen + "b–" + softHyphen + softHyphen + "c"} {
		read, p := readable(s)
		if want := strings.ReplaceAll(s, softHyphen, ""); read != want {
			t.Errorf("%q is read as %q", s, read)
		}
		for b := range read {
			for e := b + 1; e <= len(read); e++ {
				if got := p.passage(quotes.Span{Start: b, End: e}).Text; strings.HasPrefix(got, softHyphen) || strings.HasSuffix(got, softHyphen) ||
					strings.ReplaceAll(got, softHyphen, "") != read[b:e] {
					t.Errorf("%q from %d to %d is printed %q", read, b, e, got)
				}
			}
		}
	}
}
