package extract

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"onrecord/quotes"
)

// checkInvariants tests what every extraction promises, whatever the text.
func checkInvariants(t *testing.T, text string) {
	t.Helper()
	extraction := Extract(&quotes.Article{Text: text})
	runes := []rune(text)
	slice := func(s quotes.Span) string {
		if s.Start < 0 || s.End > len(runes) || s.Start > s.End {
			t.Fatalf("span %v is outside a text of %d code points", s, len(runes))
		}
		return string(runes[s.Start:s.End])
	}
	valid := utf8.ValidString(text)
	speakers := map[string]bool{}
	for _, s := range extraction.Speakers {
		if s.Name == "" || speakers[s.Name+"\x00"+string(s.Kind)] {
			t.Errorf("speaker %q is empty or listed twice", s.Name)
		}
		speakers[s.Name+"\x00"+string(s.Kind)] = true
	}
	before := -1
	for _, q := range extraction.Quotes {
		if len(q.Spans) == 0 || q.Spans[0].Start < before {
			t.Fatalf("quote %q has no span, or stands before the one listed before it", q.Text)
		}
		before = q.Spans[0].Start
		joined, last := "", -1
		for i, s := range q.Spans {
			if s.Empty() || s.Start < last {
				t.Errorf("span %v is empty or overlaps the one before", s)
			}
			last = s.End
			if i > 0 {
				joined += quotes.SpanJoiner
			}
			joined += slice(s)
		}
		if valid && joined != q.Text {
			t.Errorf("text %q is not that of its spans, %q", q.Text, joined)
		}
		for _, p := range []*quotes.Passage{q.Mention, q.Cue} {
			if p != nil && valid && slice(p.Span()) != p.Text {
				t.Errorf("passage %q is not what stands there, %q", p.Text, slice(p.Span()))
			}
		}
		if valid && slice(q.ContextSpan) != q.Context {
			t.Errorf("context is not what stands there")
		}
		if q.Speaker != "" && !speakers[q.Speaker+"\x00"+string(q.SpeakerKind)] {
			t.Errorf("speaker %q is not listed", q.Speaker)
		}
		if q.Speaker == "" && q.Reason == "" {
			t.Errorf("quote %q has neither speaker nor reason", q.Text)
		}
		if q.Confidence < 0 || q.Confidence > 1 || q.MentionConfidence < 0 || q.MentionConfidence > 1 || q.Method == "" {
			t.Errorf("quote %q has confidences %v, %v and method %q", q.Text, q.Confidence, q.MentionConfidence, q.Method)
		}
	}
	checkMentions(t, text)
	if again := Extract(&quotes.Article{Text: text}); !reflect.DeepEqual(extraction.Quotes, again.Quotes) || !reflect.DeepEqual(extraction.Speakers, again.Speakers) {
		t.Error("the same text gave another extraction")
	}
}

// checkMentions tests that the mentions of a text stand in order, each of one word at
// least and none over another.
func checkMentions(t *testing.T, text string) {
	t.Helper()
	scene := Scene(text)
	if scene == nil {
		return
	}
	last := int32(0)
	for _, m := range scene.Mentions {
		if m.First < last || m.Last <= m.First || int(m.Last) > len(scene.Text.Tokens) {
			t.Errorf("mention %q (words %d to %d) overlaps the one before, which ends at %d", scene.Text.Slice(int(m.First), int(m.Last)), m.First, m.Last, last)
		}
		if m.Head < m.First || m.Head >= m.Last || m.NameFirst < m.First || m.NameLast > m.Last {
			t.Errorf("mention %q (words %d to %d) has its head or name (%d, %d to %d) outside it", scene.Text.Slice(int(m.First), int(m.Last)), m.First, m.Last, m.Head, m.NameFirst, m.NameLast)
		}
		last = m.Last
	}
}

func TestInvariants(t *testing.T) {
	for _, c := range readCases(t) {
		checkInvariants(t, c.article)
	}
}

func FuzzExtract(f *testing.F) {
	for _, c := range readCases(f) {
		f.Add(c.article)
	}
	f.Add("“a” \"\" '' `` «» Kim's said, he, “x”: X said\n\n“")
	f.Add("Erin Wal\u00adcott, a di\u00adrec\u00adtor, spoke. \u00ad“\u00adWe would\u00ad,” Wal\u00adcott said\u00ad.")
	f.Add("Ann Mori \u200ebowed. “It rains,”\u202c she said. \u202e“Very evil,” \u2066said\u2069 B\u200bob Lee\ufeff.")
	f.Add("Mr. Leader of the Opposition Elin Storgard termed it a “man-made told them.\n\nLeader of the Opposition Elin Storgard termed it a “man-made Bilun")
	f.Add("talk man is Kelvin Storgard, 27.\n\n“She has")
	f.Add("“The o@@@@@@ it,” the\x9doffiicale,” a senior official said. Tue file has vanished. “NoNobody sned@@yd@@@@ it,” the\x9doffiical said.")
	f.Add("\xff“\xc3,” said \xe2\x80 O'\xff Jr., X")
	f.Fuzz(checkInvariants)
}

// FuzzSpliced joins pieces of the articles: three bytes are a piece's place among all
// their words and its length. Words in an order that no writer would choose reach what
// random bytes do not.
func FuzzSpliced(f *testing.F) {
	var words []string
	for _, c := range readCases(f) {
		for line := range strings.Lines(c.article) {
			words = append(append(words, strings.Fields(line)...), "\n")
		}
	}
	const longest = 16
	for at := 0; at+longest < len(words) && at < 1<<16; at += 97 {
		f.Add([]byte{byte(at >> 8), byte(at), longest - 1, byte(at >> 7), byte(at << 1), 5})
	}
	f.Fuzz(func(t *testing.T, pieces []byte) {
		var text strings.Builder
		for piece := range slices.Chunk(pieces, 3) {
			if len(piece) < 3 {
				break
			}
			at := (int(piece[0])<<8 | int(piece[1])) % len(words)
			for _, word := range words[at:min(len(words), at+1+int(piece[2])%longest)] {
				text.WriteString(word + " ")
			}
		}
		checkInvariants(t, text.String())
	})
}
