package terminal

import (
	"slices"
	"strings"
	"testing"

	"github.com/clipperhouse/uax29/v2/graphemes"

	"onrecord/quotes/exchange"
)

func wrapped(text string, limit int) []string {
	var lines []string
	for _, l := range wrap(text, limit) {
		lines = append(lines, text[l.Start:l.End])
	}
	return lines
}

func TestWrap(t *testing.T) {
	const family = "👨‍👩‍👧‍👦" // four members, joined: 8 columns by tablewriter's measure
	for _, c := range []struct {
		name  string
		text  string
		limit int
		want  []string
	}{
		{"empty", "", 10, []string{""}},
		{"fits", "a bridge", 10, []string{"a bridge"}},
		{"exactly", "ten signs!", 10, []string{"ten signs!"}},
		{"words", "the bridge will open", 10, []string{"the bridge", "will open"}},
		{"runs of spaces", "the     bridge   opens", 10, []string{"the", "bridge", "opens"}},
		{"spaces inside a line stay", "a  b", 10, []string{"a  b"}},
		{"spaces around", "  indented  ", 10, []string{"indented"}},
		{"more spaces than columns", "a" + strings.Repeat(" ", 30) + "b", 10, []string{"a", "b"}},
		{"line feeds", "one\n\ntwo\n", 10, []string{"one", "", "two", ""}},
		{"long word", "incomprehensibilities", 8, []string{"incompre", "hensibil", "ities"}},
		{"long word after another", "an incomprehensible", 8, []string{"an", "incompre", "hensible"}},
		{"hyphen", "the half-hearted", 10, []string{"the half-", "hearted"}},
		{"minus stays with its number", "we lost -25 %", 9, []string{"we lost", "-25 %"}},
		{"an option keeps its dashes", "use --not-tag", 8, []string{"use", "--not-", "tag"}},
		{"dash", "harbour—finally—opened", 10, []string{"harbour—", "finally—", "opened"}},
		{"address", "https://example.org/news/bridge", 14, []string{"https://", "example.org/", "news/bridge"}},
		{"ideographs", "今天我们讨论", 5, []string{"今天", "我们", "讨论"}},
		{"no ideographic full stop at a start", "今天讨论。好", 8, []string{"今天讨", "论。好"}},
		{"mixed", "die 今天 x", 6, []string{"die 今", "天 x"}},
		{"combining marks", "ne\u0301e\u0301e\u0301e\u0301", 3, []string{"ne\u0301e\u0301", "e\u0301e\u0301"}},
		{"a family is one", "x " + family + " y", 9, []string{"x", family, "y"}},
		{"a family wider than the line", family, 4, []string{"👨‍👩‍", "👧‍👦"}},
		{"skin tones", "👍🏽👍🏿👍🏻", 4, []string{"👍🏽", "👍🏿", "👍🏻"}},
		{"Devanagari", "नमस्ते", 2, []string{"नम", "स्ते"}},
		{"a wide sign needs two columns", "今天", 1, []string{"今", "天"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := wrapped(c.text, c.limit); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestFlagsStayWhole(t *testing.T) {
	const flags = "🇩🇪🇫🇷🇮🇹🇯🇵"
	for limit := 4; limit < 20; limit++ {
		for _, l := range wrapped(flags, limit) {
			if len(l)%len("🇩🇪") != 0 {
				t.Errorf("at %d a line holds half a flag: %q", limit, l)
			}
		}
	}
}

// Breaking takes away spaces at the ends of lines and nothing else, tears no
// grapheme that fits, and keeps to the limit.
func FuzzWrap(f *testing.F) {
	for _, s := range hostile {
		f.Add(s, 10)
		f.Add(s, 2)
	}
	f.Fuzz(func(t *testing.T, text string, limit int) {
		text = exchange.Terminal(text)
		limit = min(max(limit, narrowest), 300)
		whole := boundaries(text)
		var kept strings.Builder
		end := 0
		for _, l := range wrap(text, limit) {
			if l.Start < end || l.End < l.Start {
				t.Fatalf("line %v after byte %d", l, end)
			}
			part := text[l.Start:l.End]
			if w := width(part); w > limit {
				t.Errorf("%q is %d columns wide, over %d", part, w, limit)
			}
			if !whole[l.Start] && !inWideGrapheme(text, l.Start, limit) {
				t.Errorf("a grapheme is torn before %q in %q", part, text)
			}
			if lost := text[end:l.Start]; strings.Trim(lost, " \n") != "" {
				t.Errorf("%q was lost", lost)
			}
			kept.WriteString(part)
			end = l.End
		}
		if solid(kept.String()) != solid(text) {
			t.Errorf("%q became %q", text, kept.String())
		}
	})
}

// boundaries are the offsets where graphemes begin; each line of the text is
// taken by itself, as lines feeds part graphemes.
func boundaries(text string) map[int]bool {
	at := map[int]bool{len(text): true}
	segments := graphemes.FromString(text)
	for i := 0; segments.Next(); i += len(segments.Value()) {
		at[i] = true
	}
	return at
}

func inWideGrapheme(text string, at, limit int) bool {
	segments := graphemes.FromString(text)
	for i := 0; segments.Next(); i += len(segments.Value()) {
		if i < at && at < i+len(segments.Value()) {
			return width(segments.Value()) > limit
		}
	}
	return false
}

// hostile are texts that tables have come to grief over.
var hostile = []string{
	"", " ", "\n", "\n\n\n", "a", strings.Repeat("x", 300), strings.Repeat(" ", 100) + "x",
	"\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "\x1b[2J\x1b[H", "\x9b31m", "a\rb", "a\tb", "\x00\x07\x7f", "\xff\xfe",
	"\u202eesrever\u202c", "\u200b\u200d\ufeff", "\u2028\u2029\u0085",
	"今天我们在这里讨论一个非常重要的问题。", "「はい」と、彼は言った。", "한국어 문장입니다",
	"👨‍👩‍👧‍👦👨🏻‍👩🏼‍👧🏽‍👦🏾", strings.Repeat("👩‍", 40) + "👩", "🇩🇪🇫🇷🇮🇹", "🇩", "👍🏽", "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
	"e\u0301\u0302\u0303" + strings.Repeat("\u0300", 200), "\u0301leading mark", " \u0301",
	"नमस्ते दुनिया", "\u0600 1234", "שלום עולם", "مرحبا بالعالم", "ﷺ ﷽",
	"pipe | and │ and ─", "-", "--", "half-hearted—so to say", "https://example.org/a/very/long/path?with=query&and=more",
	"a\u00a0b", "\u00ad", "1\u20e32\u20e3", "\u1100\u1161\u11a8",
}
